"""Numbers in a row share what is said of them once: 1,000 sappers and 5,000 builders will be sent."""

from casualty_ledger.extract.candidate import EventStatus
from casualty_ledger.extract.counts import Count
from casualty_ledger.extract.events import Cue
from casualty_ledger.extract.marks import Kind
from casualty_ledger.extract.passage import Passage

_OWN = 8.0  # up to this cost an event is a number's own
_AHEAD = (EventStatus.PLANNED, EventStatus.CONDITIONAL)


def share_cues(passage: Passage, found: list[Count], cues: list[Cue | None]) -> list[Cue | None]:
    """Give the one event of a row to those of its numbers that have none of their own."""
    shared = list(cues)
    for row in _rows(passage, found):
        own = {cue for cue in (cues[place] for place in row) if cue and cue.cost <= _OWN}
        if len(own) == 1:
            event = own.pop()
            for place in row:
                cue = shared[place]
                if cue is None or cue.cost > _OWN:
                    shared[place] = event
    return shared


def share_statuses(
    passage: Passage, found: list[Count], cues: list[Cue | None], statuses: list[EventStatus]
) -> list[EventStatus]:
    """Let a row that shares its event, or has none, be ahead as a whole."""
    shared = list(statuses)
    for row in _rows(passage, found):
        events = {(cue.start, cue.end) if cue else None for cue in (cues[place] for place in row)}
        ahead = [statuses[place] for place in row if statuses[place] in _AHEAD]
        if len(events) == 1 and ahead:
            for place in row:
                shared[place] = ahead[0]
    return shared


def _rows(passage: Passage, found: list[Count]) -> list[list[int]]:
    """Runs of two or more numbers with nothing but their nouns and a joining word between."""
    rows: list[list[int]] = []
    for place in range(1, len(found)):
        if not _in_a_row(passage, found[place - 1], found[place]):
            continue
        if rows and rows[-1][-1] == place - 1:
            rows[-1].append(place)
        else:
            rows.append([place - 1, place])
    return rows


def _in_a_row(passage: Passage, first: Count, second: Count) -> bool:
    end, start = first.end, second.start
    for mark in passage.of(Kind.PEOPLE, end, start):
        if not passage.text[end : mark.start].strip():
            end = mark.end
    if second.head is not None and end <= second.head.start < start:
        start = second.head.start
    return passage.joined(end, start)
