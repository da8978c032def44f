"""Where it happened: the place of the registers that is named nearest to a number."""

from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import Cue
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage

_NEAR = 20.0
_NARROWER = 20.0  # a region within reach comes before its state
_STATE = 2  # length of the id of a state: ru, ua


def place_of(passage: Passage, count: Count, cue: Cue | None) -> str | None:
    """The id of the place of a figure, or None where its clause names none as a place."""
    best: tuple[float, int, str] | None = None
    for mark in passage.of(Kind.PLACE):
        if len(mark.code) == _STATE and not _is_place(passage, mark.start, mark.end):
            continue
        cost = _cost(passage, count, cue, mark.start, mark.end)
        if cost > _NEAR:
            continue
        if len(mark.code) > _STATE:
            cost -= _NARROWER
        if best is None or (cost, mark.start) < best[:2]:
            best = (cost, mark.start, mark.code)
    return best[2] if best is not None else None


def _cost(passage: Passage, count: Count, cue: Cue | None, start: int, end: int) -> float:
    places = [(count.start, count.end)]
    if cue is not None:
        places.append((cue.start, cue.end))
    costs = []
    for first, last in places:
        gap = (end, first) if end <= first else (last, start)
        costs.append(passage.cost(*gap) + 12 * passage.crossed(*gap))
    return min(costs)


def _is_place(passage: Passage, start: int, end: int) -> bool:
    """Whether a state is named as a place: in Russia, 러시아에."""
    begin = max(passage.start, start - 24)
    before = passage.of(Kind.PLACE_BEFORE, begin, start)
    if before and passage.words(before[-1].end, start) <= 2:
        return True
    after = passage.of(Kind.PLACE_AFTER, end, min(passage.end, end + 6))
    return bool(after) and not passage.text[end : after[0].start].strip()
