"""Lists in which one person stands beside a number: "two policemen, a soldier and a rebel"."""

from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.numbers.reading import Reading

_LIST_WORDS = 4  # from a number to the article after it
_JOINED_WORDS = 8  # the same where "and" stands right before the article
_SPEAKER_WORDS = 5  # from somebody to what that one says


def ends_joined(passage: Passage, start: int, end: int) -> bool:
    """Whether "and" is the last word before a place."""
    joiners = passage.of(Kind.JOINER, start, end)[-1:]
    return bool(joiners) and not passage.text[joiners[0].end : end].strip()


def is_listed(passage: Passage, start: int, end: int, readings: list[Reading]) -> bool:
    """Whether an article and its noun stand in a list with a number: "two policemen, a soldier"."""
    if _speaks(passage, end):
        return False
    for reading in readings:
        first, last = reading.span
        gap = (last, start) if last <= start else (end, first)
        if gap[0] > gap[1]:
            continue
        near = _JOINED_WORDS if last <= start and ends_joined(passage, *gap) else _LIST_WORDS
        if passage.words(*gap) > near:
            continue
        parted = passage.of(Kind.EVENT, *gap) if last > start else []
        joined = bool(passage.of(Kind.JOINER, *gap)) or (
            last <= start and passage.text[last:start].rstrip().endswith(",")
        )
        if joined and not parted and not _is_parted(passage, *gap):
            return True
    return False


def _speaks(passage: Passage, end: int) -> bool:
    """Whether somebody is the subject of a verb of saying: ", a colonel of the army said"."""
    verbs = passage.of(Kind.SAYS, end)[:1]
    return any(
        passage.words(end, verb.start) <= _SPEAKER_WORDS
        and not passage.has_comma(end, verb.start)
        and not any(passage.of(kind, end, verb.start) for kind in (Kind.EVENT, Kind.JOINER))
        for verb in verbs
    )


def _is_parted(passage: Passage, start: int, end: int) -> bool:
    """Whether another clause or a verb of saying stands between two people of a list.

    An article is no relative pronoun where no comma opens a clause: drei Soldaten der Armee.
    """
    if any(passage.of(kind, start, end) for kind in (Kind.SAYS, Kind.BARRIER)):
        return True
    clauses = passage.of(Kind.RELATIVE, start, end)
    articles = {mark.start for mark in passage.of(Kind.PARTITIVE, start, end)}
    return (passage.has_comma(start, end) and bool(clauses)) or any(
        mark.start not in articles for mark in clauses
    )
