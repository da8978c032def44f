"""Numbers joined by "and" that share a verb: "1,000 women and 5,000 men were sent"."""

from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import Cue
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage

_DESCRIBED = 4  # characters before a noun
_CLAUSES = (Kind.JOINER, Kind.BARRIER, Kind.SAYS)


def subjects(passage: Passage, count: Count, cue: Cue) -> int:
    """How many numbers after one share the verb after them: "1,000 women and 5,000 men came"."""
    last, shared = count.end, 0
    for start, end in passage.numbers:
        if start < last or end > cue.start:
            continue
        joiners = passage.of(Kind.JOINER, last, start)
        beside = bool(joiners) and _noun_only(passage, joiners[-1].end, start)
        if not beside or passage.of(Kind.EVENT, last, start) or _new_clause(passage, last, start):
            break
        last, shared = end, shared + 1
    return shared


def objects(passage: Passage, count: Count, cue: Cue) -> int:
    """How many numbers before one share the verb before them: "sent 5,000 men and 1,000 women"."""
    edge, shared = count.start, 0
    for start, end in reversed(passage.numbers):
        if start < cue.end or end > edge:
            continue
        joiners = passage.of(Kind.JOINER, end, edge)
        beside = bool(joiners) and not _bare(passage, joiners[-1].end, edge)
        if not beside or passage.of(Kind.EVENT, end, edge):
            break
        edge, shared = start, shared + 1
    return shared


def opens_clause(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether "and" right after an event begins a clause in which a number has its own.

    "Their leader was killed and two fighters were wounded": he alone was killed.
    """
    if passage.pack.matching != "words" or passage.pack.head_before:
        return False
    joiners = passage.of(Kind.JOINER, cue.end, count.start)
    if len(joiners) != 1 or passage.text[cue.end : joiners[0].start].strip():
        return False
    if _bare(passage, joiners[0].end, count.start):
        return False
    return any(
        mark.code != cue.event
        and not passage.has_comma(count.end, mark.start)
        and not passage.crossed(count.end, mark.start)
        and not any(passage.of(kind, count.end, mark.start) for kind in _CLAUSES)
        for mark in passage.of(Kind.EVENT, count.end)[:1]
    )


def _bare(passage: Passage, start: int, end: int) -> str:
    """What stands between two places but a last word such as "another": "and another 300 men"."""
    added = passage.of(Kind.ADDITION, start, end)[-1:]
    if added and not passage.text[added[0].end : end].strip():
        end = added[0].start
    return passage.text[start:end].strip()


def _noun_only(passage: Passage, start: int, end: int) -> bool:
    """Whether nothing lies between two places, or a noun for people that leads its number."""
    people = passage.of(Kind.PEOPLE, start, end) if passage.pack.head_before else []
    before = _bare(passage, start, people[0].start if people else end)
    if not people:
        return not before
    described = " " not in before and len(before) <= _DESCRIBED
    return described and not passage.text[people[-1].end : end].strip()


def _new_clause(passage: Passage, start: int, end: int) -> bool:
    """Whether a comma before "and" begins a clause: "has 1.2 million men, and 12,000 were sent"."""
    if passage.pack.matching != "words":
        return False
    joiners = passage.of(Kind.JOINER, start, end)
    return bool(joiners) and passage.text[start : joiners[-1].start].rstrip().endswith(",")
