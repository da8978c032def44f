"""Captives and bodies that change hands: who is handed over is free, whose body is, is dead."""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import Cue
from casualty_ledger.extract.marking.clauses import in_one_stretch
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_BESIDE = 2  # spaces between words
_WITHIN = 8  # words
_MOVED = frozenset((Event.RETURNED, Event.DEPLOYED, Event.ARRIVED))


def of_bodies(passage: Passage, count: Count) -> Cue | None:
    """The killed, where a number is that of bodies: "handed over the bodies of 1,000 soldiers".

    Where nouns precede what is theirs, the bodies follow: 1000\u540d\u58eb\u5175\u7684\u9057\u4f53.
    """
    for mark in passage.of(Kind.BODIES):
        if _is_beside(passage, count, mark):
            return Cue(Event.KILLED, mark.start, mark.end, 0.0)
    return None


def _is_beside(passage: Passage, count: Count, mark: Mark) -> bool:
    """Whether bodies are counted by a number, or belong to those who are."""
    if mark.end <= count.first:
        return not passage.pack.head_before and _is_close(passage, mark.end, count.first)
    if mark.start < count.end:
        return False
    if passage.pack.event_side == "after" and mark.start >= count.last:
        people = passage.of(Kind.PEOPLE, count.end, mark.start)[-1:]
        begin = people[0].end if people else count.last
        near = _is_close(passage, begin, mark.start)
        return near and in_one_stretch(passage, count.last, mark.start)
    return _is_close(passage, count.end, mark.start)


def _is_close(passage: Passage, start: int, end: int) -> bool:
    """Whether no more than one word stands between two places, and no clause or number."""
    return passage.words(start, end) <= _BESIDE and in_one_stretch(passage, start, end)


def are_still_bodies(passage: Passage, count: Count, cue: Cue, earlier: list[Passage]) -> bool:
    """Whether who is brought back goes on with bodies that were counted before.

    "1,200 bodies came home on Friday. Another 1,200 were returned on Saturday": a number without
    a noun counts what the last one did.
    """
    if cue.event not in _MOVED or count.head is not None:
        return False
    if any(passage.of(Kind.PEOPLE, passage.start, count.start)):
        return False
    return any(one.of(Kind.BODIES) for one in [passage, *earlier[:1]])


def handed_over(passage: Passage, count: Count, cue: Cue) -> Cue:
    """An event; a return, where captives change hands: "handed over 157 captured soldiers"."""
    if cue.event is not Event.CAPTURED:
        return cue
    first, last = min(count.first, cue.start), max(count.last, cue.end)
    for mark in passage.of(Kind.HANDING):
        gap = (mark.end, first) if mark.end <= first else (last, mark.start)
        inside = first <= mark.start < last
        near = gap[0] <= gap[1] and passage.words(*gap) <= _WITHIN
        if inside or (near and in_one_stretch(passage, *gap)):
            return cue._replace(event=Event.RETURNED)
    return cue
