"""Numbers that add up to one before them: its parts, who share what befell the whole.

"12 peacekeepers were killed. Nine were South Africans, three came from Malawi." No word says so of
the nine and the three, and the number of the Malawians has no noun; that they make twelve does.
"""

from typing import NamedTuple

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counting.counts import Count, stands_free
from casualty_ledger.extract.events.cues import LOSSES, MOVEMENTS, Cue
from casualty_ledger.extract.events.parts import value_of
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.text import Counted, Text
from casualty_schemas.vocabularies import Bound

_FEWEST = 2  # parts
_SURE = 3  # so many parts of one whole hardly are one by chance
_LARGE = 20  # nor are two of so many
_NEAR = 2  # sentences from a small whole to its parts
_ROUNDED = 100  # a whole of so many may be out by one in a hundred
_STANDING = (Event.PRESENT, Event.ENGAGED, Event.STRENGTH)  # where or what the fallen were
_APPOSED = 2.0  # the cost of a loss that a whole and its parts share
_APPOSED_WORDS = 8  # from a whole to the first part right behind it
_OPENING = ",(:-\u2013\u2014"
_FORMER = (Event.DESERTED, Event.CAPTURED)


class Parts(NamedTuple):
    """The numbers of a sentence that make up a whole, by their places, and what befell them."""

    first: int
    end: int
    event: Event


def parts_after(whole: Count, found: list[Count], first: int) -> int | None:
    """Where the parts end that begin at `first` and make up a whole of the same sentence."""
    return None if whole.share else _adding_up(value_of(whole), found, first)


def apposed(passage: Passage, found: list[Count], told: list[Cue | None]) -> list[Cue | None]:
    """The events of numbers, where a whole and the parts told right behind it share one loss.

    "Nine people, seven soldiers and two policemen, were killed": the verb stands past the parts.
    """
    result = list(told)
    for place, cue in enumerate(told[:-_FEWEST]):
        if cue is not None and cue.event in LOSSES and cue.start < found[place + 1].start:
            continue
        end = parts_after(found[place], found, place + 1)
        if end is None:
            continue
        shared = _loss_of(passage, found, told, place, end)
        if shared is not None:
            result[place:end] = [shared._replace(cost=_APPOSED)] * (end - place)
    return result


def _loss_of(
    passage: Passage, found: list[Count], told: list[Cue | None], place: int, end: int
) -> Cue | None:
    """The loss past the parts of a whole, where they stand in an aside of their own."""
    gap = (found[place].end, found[place + 1].start)
    opened = any(mark in _OPENING for mark in passage.text[gap[0] : gap[1]])
    if not opened or passage.words(*gap) > _APPOSED_WORDS:
        return None
    past = found[end - 1].end
    if passage.of(Kind.EVENT, gap[0], past):
        return None
    cue = told[end - 1]
    return cue if cue is not None and cue.event in LOSSES and cue.start >= past else None


def parts_of_earlier(document: Text, found: list[Count], index: int) -> Parts | None:
    """The first numbers of the sentence at `index`, where they make up one of an earlier one."""
    for earlier in reversed(document.counted):
        if earlier.sentence >= index or not _may_be_told_apart(earlier, index):
            continue
        end = _adding_up(earlier.value, found, 0)
        if end is not None:
            return Parts(0, end, earlier.event)
    return None


def _may_be_told_apart(whole: Counted, index: int) -> bool:
    """Whether a number of an earlier sentence may be a whole: large, or but a sentence ago."""
    return whole.value >= _LARGE or index - whole.sentence <= _NEAR


def _adding_up(size: int, found: list[Count], first: int) -> int | None:
    """Where numbers from a place on add up to a whole; None where they do not."""
    total = 0
    for place in range(first, len(found)):
        value = value_of(found[place])
        if value == 0 or found[place].share or found[place].reading.bound is Bound.VAGUE:
            return None
        total += value
        many = place + 1 - first
        if many >= _FEWEST and _is_sum(total, size, many):
            return place + 1
        if total > size:
            return None
    return None


def _is_sum(total: int, size: int, many: int) -> bool:
    """Whether some numbers make up a whole; those of many may be a little out."""
    if many > _SURE and size >= _ROUNDED:
        return abs(total - size) * _ROUNDED <= size
    return total == size


def shares_event(passage: Passage, count: Count, cue: Cue | None, event: Event) -> bool:
    """Whether a part has no words of its own for what befell it, so that those of the whole hold.

    Who fell is dead, wherever he stood or whatever he had been: "2 of the dead served with the UN".
    """
    if count.head is None and not stands_free(passage, count) and value_of(count) < _FEWEST:
        return False
    if cue is None:
        return True
    if cue.event is event:
        return True
    if event not in LOSSES:
        return False
    return _is_attribute(passage, count, cue) or _is_described(count, cue, event)


def _is_attribute(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether an event is only where or what the fallen were, or by whom they had been sent."""
    leads = passage.pack.event_side == "after" and cue.end <= count.start
    return cue.event in _STANDING or (cue.event in MOVEMENTS and leads)


def _is_described(count: Count, cue: Cue, event: Event) -> bool:
    """Whether a word for a loss after a number says what the dead had been: deserters, captives."""
    return event is Event.KILLED and cue.event in _FORMER and cue.end > count.start
