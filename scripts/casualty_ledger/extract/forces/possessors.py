"""Whose people "his soldiers" are: of the side or voice named last before, else of who speaks."""

from casualty_ledger.extract.answers import Claim, Statement
from casualty_ledger.extract.claimants.claims import state_of
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.forces.parties import parties
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.names import Names
from casualty_ledger.extract.text import Text

_NAMING = (Kind.COUNTRY, Kind.ACTOR, Kind.SPEAKER)
_OWNED = (Kind.EVENT, Kind.PEOPLE)


def possessor(document: Text, statement: Statement, count: Count, claim: Claim) -> str | None:
    """The state that "his" or "its" in the noun phrase of a number stands for, if it has one."""
    passage = statement.passage
    if _opens(passage, count):
        return _subject_before(document)
    if not _is_possessed(passage, count):
        return None
    return _named_last(statement, count, document.names) or state_of(document, claim)


def _opens(passage: Passage, count: Count) -> bool:
    """Whether a sentence that names nobody before a number opens with "its losses", "its men"."""
    if any(passage.of(kind, passage.start, count.start) for kind in _NAMING):
        return False
    return any(
        one.start == passage.start and passage.followed_by(_OWNED, one.end)
        for one in passage.of(Kind.POSSESSIVE)[:1]
    )


def _subject_before(document: Text) -> str | None:
    """The state named first in the sentence before: whom "its" at the front of one means."""
    for passage in document.before():
        for mark in parties(passage, document.names)[:1]:
            return mark.code
    return None


def _is_possessed(passage: Passage, count: Count) -> bool:
    """Whether a possessive stands between a number and its noun: "300 of his soldiers"."""
    head = count.head
    if head is None or head.start <= count.end:
        return False
    found = passage.of(Kind.POSSESSIVE, count.end, head.start)[-1:]
    return any(passage.text[one.end : head.start] == " " for one in found)


def _named_last(statement: Statement, count: Count, names: Names) -> str | None:
    """The state named last before a number: as a side, or by who speaks for it or is spoken of."""
    sides = [(mark.end, mark.code) for mark in statement.named]
    voices = [(one.end, names.countries.get(one.claimant, "")) for one in statement.speakers]
    before = [one for one in (*sides, *voices) if one[0] <= count.start and one[1]]
    return max(before)[1] if before else None
