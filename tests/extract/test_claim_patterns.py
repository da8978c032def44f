"""No pattern of the claim reader backtracks out of proportion."""

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

from casualty_ledger import extract
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.matching import _entry

regexploit = pytest.importorskip("regexploit.redos")
parser = pytest.importorskip("regexploit.ast.sre")

MODULES = [
    import_module(one.name) for one in walk_packages(extract.__path__, "casualty_ledger.extract.")
]
PATTERNS = sorted(
    {
        value
        for module in MODULES
        for value in vars(module).values()
        if isinstance(value, re.Pattern)
    },
    key=lambda pattern: pattern.pattern,
)


def faults(pattern):
    parsed = parser.SreOpParser().parse_sre(pattern.pattern, pattern.flags)
    return [str(fault) for fault in regexploit.find(parsed)]


def test_there_are_patterns():
    assert len(PATTERNS) > 5


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.pattern[:40])
def test_patterns_are_linear(pattern):
    assert faults(pattern) == []


@pytest.mark.parametrize("form", ["північн* коре*", "a* b* c* d*", "soldier*"])
def test_the_pattern_of_a_form_is_linear(form):
    _, entry = _entry((form, Kind.PEOPLE, "forces"), named=False, loose=False)
    assert entry.rest is None or faults(entry.rest) == []
