"""Captives and bodies that change hands: captives are free then, bodies are still of the dead."""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import Cue
from casualty_ledger.extract.marking.clauses import in_one_stretch
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_WITHIN = 8  # words
_MOVED = frozenset((Event.RETURNED, Event.DEPLOYED, Event.ARRIVED))


def are_still_bodies(passage: Passage, count: Count, cue: Cue, earlier: list[Passage]) -> bool:
    """Whether who is brought back goes on with bodies that were counted before.

    "1,200 bodies came home on Friday. Another 1,200 were returned on Saturday": a number without
    a noun counts what the last one did.
    """
    if cue.event not in _MOVED or count.head is not None:
        return False
    if any(passage.of(Kind.PEOPLE, passage.start, count.start)):
        return False
    return any(one.of(Kind.REMAINS) for one in [passage, *earlier[:1]])


def handed_over(passage: Passage, count: Count, cue: Cue) -> Cue:
    """An event; a return, where captives change hands: "handed over 157 captured soldiers"."""
    if cue.event is not Event.CAPTURED:
        return cue
    first, last = min(count.first, cue.start), max(count.last, cue.end)
    for mark in passage.of(Kind.HANDING):
        if _is_surrender(cue, mark):
            continue
        gap = (mark.end, first) if mark.end <= first else (last, mark.start)
        inside = first <= mark.start < last
        near = gap[0] <= gap[1] and passage.words(*gap) <= _WITHIN
        if inside or (near and in_one_stretch(passage, *gap)):
            return cue._replace(event=Event.RETURNED)
    return cue


def _is_surrender(cue: Cue, mark: Mark) -> bool:
    """Whether a verb of handing over is only a part of one for giving oneself up: "s-au predat"."""
    return cue.start < mark.start and mark.end <= cue.end
