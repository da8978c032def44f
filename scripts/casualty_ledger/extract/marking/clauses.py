"""Whether two places of a sentence belong to one clause, or to one stretch of it."""

from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import COMMAS, STRONG, Passage, without_brackets

_BREAKS = STRONG | COMMAS
_COMMAS = tuple(COMMAS)
_CLAUSE = 20  # words
_NOUN_PHRASE = 4


def in_one_stretch(passage: Passage, start: int, end: int) -> bool:
    """Whether no number, clause, comma or joining word stands between two places."""
    return in_one_clause(passage, start, end) and not passage.of(Kind.JOINER, start, end)


def in_one_clause(passage: Passage, start: int, end: int) -> bool:
    """Whether no number, clause or comma stands between two places."""
    return (
        not passage.crossed(start, end)
        and not passage.of(Kind.BARRIER, start, end)
        and _BREAKS.isdisjoint(without_brackets(passage.text[start:end]))
    )


def is_past_clause(passage: Passage, start: int, end: int) -> bool:
    """Whether only a clause about the counted stands between: "N soldiers, sent to X, were"."""
    between = passage.text[start:end]
    if passage.crossed(start, end) or not STRONG.isdisjoint(between):
        return False
    if passage.words(start, end) > _CLAUSE:
        return False
    commas = sum(between.count(comma) for comma in COMMAS)
    if commas == 2:
        closed = between.rstrip().endswith(_COMMAS)
        return closed or len(passage.of(Kind.BARRIER, start, end)) <= 1
    return commas == 0 and _has_one_soon(passage, start, end)


def _has_one_soon(passage: Passage, start: int, end: int) -> bool:
    """Whether one clause begins right after a noun phrase: "N soldiers sent to fight who"."""
    barriers = passage.of(Kind.BARRIER, start, end)
    if len(barriers) != 1:
        return False
    opening = [*barriers, *passage.of(Kind.EVENT, start, end)[:1]]
    return passage.words(start, min(mark.start for mark in opening)) <= _NOUN_PHRASE
