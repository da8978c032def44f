"""Special people of whom the registers count some apart, and parts of a number before: officers."""

from casualty_ledger.extract.counting.counts import CATEGORIES, Count
from casualty_ledger.extract.forces.elsewhere import is_elsewhere
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.names import Names
from casualty_ledger.extract.text import Text, survey

_BASE = "forces"
_COMBAT = "combat-troops"


def is_part(passage: Passage, count: Count) -> bool:
    """Whether a number is a part of another of its sentence: "among them 4,300 officers"."""
    before = [last for _, last in passage.numbers if last <= count.start]
    return bool(before) and bool(passage.of(Kind.BREAKDOWN, before[0], count.start))


def holder_of(document: Text, count: Count) -> str | None:
    """The one state that has people of a kind apart, in a text on a war in which it has a part.

    "35 officers" of Myanmar are not North Korean.
    """
    holder = _only_holder(count, document.names)
    if holder is None or count.head is None or is_elsewhere(document):
        return None
    if count.head.code == _COMBAT:
        return holder if survey(document).seen[holder] else None
    marks = document.marks.of(Kind.COUNTRY, 0, len(document.folded.text))
    populations = document.names.populations
    named = not marks or any((mark.code, _BASE) in populations for mark in marks)
    return holder if named or holder == document.meta.subject else None


def _only_holder(count: Count, names: Names) -> str | None:
    """The one state of which the registers count such people apart: engineers, builders."""
    if count.head is None or count.head.code in (_BASE, CATEGORIES):
        return None
    holders = sorted({party for party, kind in names.populations if kind == count.head.code})
    return holders[0] if len(holders) == 1 else None
