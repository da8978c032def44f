"""Whether an event has happened, is under way, is planned, or is only thought of."""

from casualty_ledger.extract.candidate import Event, EventStatus
from casualty_ledger.extract.counts import Count
from casualty_ledger.extract.events import LOSSES, Cue
from casualty_ledger.extract.marks import Kind
from casualty_ledger.extract.passage import COMMAS, STRONG, Passage
from casualty_schemas.vocabularies import Measure

_STANDING = (Event.PRESENT, Event.ENGAGED, Event.STRENGTH)
_MOVEMENTS = (Event.DEPLOYED, Event.ARRIVED, Event.PRESENT, Event.ENGAGED, Event.STRENGTH)
_AHEAD = (EventStatus.PLANNED, EventStatus.CONDITIONAL)
_ORDER = (EventStatus.DENIED, EventStatus.PLANNED, EventStatus.CONDITIONAL)
_NEAR = 9.0


def status_of(passage: Passage, count: Count, cue: Cue | None, numbers: list[Count]) -> EventStatus:
    """The status of the event of a number."""
    start, end = _region(passage, count, cue, numbers)
    marks = passage.of(Kind.STATUS, start, end)
    near = {
        mark.code
        for mark in marks
        if _distance(passage, mark.start, mark.end, count, cue) <= _NEAR
    }
    for status in _ORDER:
        if status.value in near:
            return status
    if EventStatus.DONE.value in near:
        return EventStatus.DONE
    event = cue.event if cue is not None else Event.STRENGTH
    if EventStatus.UNDER_WAY.value in near or event in _STANDING:
        return EventStatus.UNDER_WAY
    return EventStatus.DONE


def _distance(passage: Passage, start: int, end: int, count: Count, cue: Cue | None) -> float:
    """How loosely a mark hangs together with the event, or with the number where there is none."""
    places = [(count.start, count.end)]
    if cue is not None:
        places.append((cue.start, cue.end))
    return min(
        passage.cost(end, first) if end <= first else passage.cost(last, start)
        for first, last in places
    )


def _region(
    passage: Passage, count: Count, cue: Cue | None, numbers: list[Count]
) -> tuple[int, int]:
    """The stretch around number and event, up to the next numbers and breaks."""
    first = min(count.start, cue.start if cue else count.start)
    last = max(count.end, cue.end if cue else count.end)
    start = max((other.end for other in numbers if other.end <= first), default=passage.start)
    end = min((other.start for other in numbers if other.start >= last), default=passage.end)
    place = first
    while place > start and passage.text[place - 1] not in STRONG:
        place -= 1
    stop = last
    while stop < end and passage.text[stop] not in STRONG and passage.text[stop] not in COMMAS:
        stop += 1
    return place, stop


def measure_of(event: Event, status: EventStatus) -> Measure:
    """What was counted: movements that are yet to come are planned, whatever their verb."""
    if status in _AHEAD and event in _MOVEMENTS:
        return Measure.PLANNED
    return Measure(event.value)


def is_loss(event: Event) -> bool:
    """Whether an event takes people away from their force."""
    return event in LOSSES
