"""Numbers without an event of their own that go on with a whole or a list before them.

`assigning` gives events by how close they stand. What is told here has none that is its own: the
parts of a whole, the further numbers of a list, those of whom a sentence only says who they were.
"""

from casualty_ledger.extract.candidate import Event, EventStatus
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.counting.people import counts_people
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.events.ellipsis import default_event
from casualty_ledger.extract.events.members import goes_on_list, tells_who
from casualty_ledger.extract.events.parts import value_of
from casualty_ledger.extract.events.statuses import status_of
from casualty_ledger.extract.events.sums import parts_after, parts_of_earlier, shares_event
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.text import Text

_AHEAD = (EventStatus.PLANNED, EventStatus.CONDITIONAL)
_LOST = LOSSES - {Event.DESERTED}  # which is mostly told of one among many


def carried_on(
    document: Text, passage: Passage, found: list[Count], cues: list[Cue | None], index: int
) -> list[Cue | None]:
    """The events of the numbers of a sentence, with those that parts and lists take over.

    Such a number is marked as `listed`, so that it counts people whatever follows it.
    """
    told = _earlier(document, passage, found, cues, index)
    told = _summed(document, passage, found, told)
    return _listed(document, passage, found, told)


def _earlier(
    document: Text, passage: Passage, found: list[Count], cues: list[Cue | None], index: int
) -> list[Cue | None]:
    """With the parts of a number of an earlier sentence."""
    told = list(cues)
    parts = parts_of_earlier(document, found, index)
    if parts is not None:
        for place in range(parts.first, parts.end):
            ahead = _is_ahead(passage, found[place], found)
            if not ahead and shares_event(passage, found[place], told[place], parts.event):
                found[place].listed, told[place] = parts.event, None
    return told


def _summed(
    document: Text, passage: Passage, found: list[Count], cues: list[Cue | None]
) -> list[Cue | None]:
    """With the parts of numbers of the same sentence."""
    told = list(cues)
    for place, whole in enumerate(found):
        end = parts_after(whole, found, place + 1)
        if end is None or not counts_people(document, passage, whole, told[place]):
            continue
        cue = told[place]
        event = _event_of(document, passage, found, whole, cue)
        for part in range(place + 1, end):
            if _is_ahead(passage, found[part], found):
                continue
            if shares_event(passage, found[part], told[part], event):
                found[part].listed, told[part] = event, cue
    return told


def _event_of(
    document: Text, passage: Passage, found: list[Count], whole: Count, cue: Cue | None
) -> Event:
    """What befell a whole, by its own words or what is before it."""
    if cue is not None:
        return cue.event
    return default_event(document, passage, whole, status_of(passage, whole, None, found))


def _listed(
    document: Text, passage: Passage, found: list[Count], cues: list[Cue | None]
) -> list[Cue | None]:
    """With the further numbers of lists, and those that only say who some of the lost were."""
    told = list(cues)
    for place, count in enumerate(found):
        if count.listed is not None or _is_ahead(passage, count, found):
            continue
        before = found[place - 1] if place else None
        cue = told[place - 1] if place else None
        event = _loss_before(document, before, cue)
        if event is None:
            continue
        on = before is not None and goes_on_list(passage, before, cue, count, told[place])
        part = tells_who(passage, count, told[place]) and _may_be_part(document, before, count)
        if on or part:
            count.listed, told[place] = event, cue
    return told


def _may_be_part(document: Text, before: Count | None, count: Count) -> bool:
    """Whether a number may be some of those counted before: no larger than any of their numbers.

    "12 soldiers died. The brigade comprises 5,090 men": these are none of the 12.
    """
    wholes = [one.value for one in document.counted] if before is None else []
    return not wholes or value_of(count) <= max(wholes)


def _is_ahead(passage: Passage, count: Count, found: list[Count]) -> bool:
    """Whether a number without an event is yet to come: "5,000 builders are promised"."""
    return status_of(passage, count, None, found) in _AHEAD


def _loss_before(document: Text, before: Count | None, cue: Cue | None) -> Event | None:
    """The loss of the number before one, here or else in an earlier sentence."""
    listed = document.event if before is None else before.listed
    event = cue.event if cue is not None else listed
    return event if event in _LOST else None
