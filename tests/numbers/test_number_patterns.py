"""No pattern backtracks out of proportion, and none is met by a text that makes it."""

import pytest

from casualty_ledger.numbers import folding, languages, ranges
from casualty_ledger.numbers.lexicon import lexicon

regexploit = pytest.importorskip("regexploit.redos")
parser = pytest.importorskip("regexploit.ast.sre")


def faults(pattern):
    parsed = parser.SreOpParser().parse_sre(pattern.pattern, pattern.flags)
    return [str(fault) for fault in regexploit.find(parsed)]


def test_the_checker_finds_a_bad_pattern():
    import re

    assert faults(re.compile(r"(a|aa)+\d*a*a*b"))


@pytest.mark.parametrize("language", languages())
def test_the_token_pattern_is_linear(language):
    assert faults(lexicon(language).pattern) == []


@pytest.mark.parametrize("pattern", [folding._IRREGULAR, folding._ARABIC_LETTER, ranges._DASH])
def test_other_patterns_are_linear(pattern):
    assert faults(pattern) == []
