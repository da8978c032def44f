"""Whether the words for what befell people are those of a number, or too far from it."""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counting.counts import Count, stands_free
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.events.whereabouts import near_place
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_NEAR = 6.0  # the cost of a place, and how far an event reaches past one
_FAR_LOSS = 16.0
_SIZE = 15.0  # with what a word for size always costs
_FAR = 11.0  # beyond this cost an event belongs to something else
_NOUN_WORDS = 4  # between "the number" and what befell those whose number it is


def settled(passage: Passage, count: Count, cue: Cue | None) -> Cue | None:
    """A cue that is far off gives way to the place where people are."""
    if cue is not None and cue.cost <= _reach(passage, count, cue):
        return cue
    if cue is not None and (_describes(passage, count, cue) or _numbers(passage, count, cue)):
        return cue
    place = near_place(passage, count)
    if cue is not None and place is not None and _fight_at(place, count, cue):
        return cue
    if place is not None and (count.head is not None or stands_free(passage, count)):
        return Cue(Event.PRESENT, place.start, place.end, _NEAR)
    return cue if cue is not None and (cue.cost <= _FAR or _is_size(passage, cue)) else None


def _is_size(passage: Passage, cue: Cue) -> bool:
    """Whether a word for the size of a force stands beside a number, which no other event has."""
    total = passage.marks.touching(Kind.AMOUNT, cue.start, cue.start + 1)
    return cue.event is Event.STRENGTH and cue.cost <= _SIZE and not total


def _reach(passage: Passage, count: Count, cue: Cue) -> float:
    """How loosely an event may hang together with a number whose people are at a place.

    "They have sent, since autumn, N men to X": who is sent there is not counted there.
    """
    if cue.event in LOSSES:
        return _FAR_LOSS
    after = cue.start >= count.end
    gap = (count.end, cue.start) if after else (cue.end, count.start)
    place = passage.of(Kind.PLACE, *gap)
    told = passage.pack.head_before or not place if after else cue.event is Event.DEPLOYED
    return _FAR if told and not passage.crossed(*gap) else _NEAR


def _describes(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether an event stands right after the counted noun: "soldiers fighting in Kursk".

    Or after the states that describe it: soldats nord-coréens combattant.
    """
    head = count.head
    if head is None or head.start < count.end or head.end >= cue.start:
        return False
    states = passage.of(Kind.COUNTRY, head.end, cue.start)
    rest = "".join(passage.text[mark.start : mark.end] for mark in states)
    return passage.text[head.end : cue.start].replace(" ", "") == rest.replace(" ", "")


def _numbers(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether an event says whose number it is: "the number of those sent there is 11,000"."""
    if cue.end > count.start:
        return False
    for amount in passage.of(Kind.AMOUNT, passage.start, cue.start)[-1:]:
        near = passage.words(amount.end, cue.start) <= _NOUN_WORDS
        return near and not passage.crossed(amount.end, count.start)
    return False


def _fight_at(place: Mark, count: Count, cue: Cue) -> bool:
    """Whether a place after a number is only that of the fighting named after it."""
    between = count.end <= place.start and place.end <= cue.start
    return cue.event is Event.ENGAGED and between and cue.cost <= _FAR
