"""What befell those whose number stands without an event: that of the numbers around it."""

from casualty_ledger.extract.candidate import Event, EventStatus
from casualty_ledger.extract.counting.counts import CIVILIANS, Count, amount_before
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.events.localities import is_at_locality
from casualty_ledger.extract.events.parts import precedes_part
from casualty_ledger.extract.events.statuses import status_of
from casualty_ledger.extract.events.whereabouts import may_be_there, near_place
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.text import Text
from casualty_schemas.vocabularies import Bound

_MANY = 1_000  # civilians
_NEAR = 6.0  # up to this cost an event alone makes a number count people
_PARTITIVE = 6  # words
_AND = "\u0648"  # and, in Arabic
_BESIDE = 12  # characters
_PROMISED = 40  # characters
_THOSE = 3  # words
_ANNOUNCED = 2  # words between a plan and its verb
_THERE = 24  # characters before a noun for the number in which people and their place stand
_MARKED = 4  # characters between a place and its preposition


def default_event(document: Text, passage: Passage, count: Count, status: EventStatus) -> Event:
    """The event of a number beside which none stands: that of the number before it."""
    if count.listed is not None:
        return count.listed
    before = _of_shown(document.event)
    if before is not None and _are_lost_too(before, passage, count):
        return before
    if _is_whole(passage, count):
        return Event.DEPLOYED  # of which a part was lost or moved: the force that was sent
    if before is not None and _continues(before, passage, count):
        return before
    if status in (EventStatus.PLANNED, EventStatus.CONDITIONAL):
        return _ahead(document, passage, count, status)
    if _is_addition(passage, count):
        return Event.DEPLOYED
    if near_place(passage, count) is not None:
        return Event.PRESENT
    if is_at_locality(passage, document.original, count):
        return Event.PRESENT
    amount = amount_before(passage, count)
    if amount is not None:
        return _numbered_there(passage, amount) or before or _told_before(document, passage, count)
    return _topic(document, passage, count)


def _of_shown(before: Event | None) -> Event | None:
    """What befell those of whom only portraits or graves were counted last."""
    return Event.KILLED if before in (Event.PORTRAITS, Event.GRAVES) else before


def _continues(before: Event, passage: Passage, count: Count) -> bool:
    """Whether a number is a part of the one before it, or stands in a list with it."""
    if _breaks_down(passage, count) or listed_on(passage, count):
        return True
    return before in LOSSES and (count.share or _is_elliptic(passage, count))


def _are_lost_too(before: Event | None, passage: Passage, count: Count) -> bool:
    """Whether civilians are some of the lost before: "Among them were 12 children"."""
    return before in LOSSES and are_some_of_them(passage, count)


def are_some_of_them(passage: Passage, count: Count) -> bool:
    """Whether civilians may be a part of those before: not the 2 million who live in a city."""
    if count.head is None or count.head.code != CIVILIANS or passage.of(Kind.EVENT):
        return False
    values = [one for one in (count.reading.best, count.reading.low, count.reading.high) if one]
    return max(values, default=0) < _MANY or bool(passage.of(Kind.BREAKDOWN))


def _ahead(document: Text, passage: Passage, count: Count, status: EventStatus) -> Event:
    """What is to befall those whose number is yet to come."""
    before = document.event
    lost = before in LOSSES and before is not Event.CAPTURED  # "25,000 more are to follow"
    more = _is_addition(passage, count)
    if before is not None and lost and not more and _has_no_noun(document, passage, count):
        return before
    there = status is EventStatus.CONDITIONAL and may_be_there(passage, count)
    return Event.PRESENT if there else Event.DEPLOYED


def _topic(document: Text, passage: Passage, count: Count) -> Event:
    """What the text speaks of where nothing near a number says what befell the counted."""
    before = _of_shown(document.event)
    if before is not None and _goes_on(before, passage, _has_no_noun(document, passage, count)):
        return before
    told = _told_before(document, passage, count)
    if before in LOSSES and told in LOSSES and not passage.of(Kind.EVENT):
        return Event.STRENGTH  # "300 were killed. The country has 10,000 soldiers."
    return told


def not_yet(passage: Passage, count: Count, cue: Cue | None, found: list[Count]) -> Cue | None:
    """The place of those who are only thought of as lost: "12,000 now in Kursk could be killed"."""
    if cue is None or cue.event not in LOSSES or cue.start < count.end:
        return cue
    if status_of(passage, count, cue, found) not in (EventStatus.CONDITIONAL, EventStatus.PLANNED):
        return cue
    place = near_place(passage, count)
    if place is None or not count.end <= place.start < cue.start:
        return cue
    return Cue(Event.PRESENT, place.start, place.end, _NEAR)


def same_losses(document: Text, passage: Passage, count: Count, cue: Cue | None) -> Event | None:
    """The losses named before, which an umbrella takes up: "of those losses", "put its toll at"."""
    if cue is not None and cue.event is Event.CASUALTIES and document.event is Event.KILLED:
        amounts = passage.of(Kind.AMOUNT, cue.start, cue.end)
        toll = any((one.start, one.end) == (cue.start, cue.end) for one in amounts)
        return Event.KILLED if toll else None
    if cue is None or cue.event is not Event.LOSSES:
        return None
    if document.event is not Event.CASUALTIES:
        return None
    of = passage.of(Kind.PARTITIVE, count.end, cue.start) if count.end < cue.start else []
    near = bool(of) and passage.words(count.end, cue.start) <= _THOSE
    return Event.CASUALTIES if near else None


def told_status(document: Text, status: EventStatus) -> EventStatus:
    """Whether the sentence before only announces those whose number this one gives."""
    for earlier in document.before():
        events = [one for one in earlier.of(Kind.EVENT) if one.code != Event.STRENGTH]
        for mark in earlier.of(Kind.STATUS) if events else []:
            near = mark.start < events[-1].end and (
                mark.end > events[-1].start
                or earlier.words(mark.end, events[-1].start) <= _ANNOUNCED
            )
            if near and mark.code == EventStatus.PLANNED:
                return EventStatus.PLANNED
    return status


def _told_before(document: Text, passage: Passage, count: Count) -> Event:
    """What befell those whose number is given, by the words or the sentence before it."""
    here = [one for one in passage.of(Kind.EVENT, passage.start, count.start) if _tells(one)]
    lost = [one for one in here if one.code in LOSSES]
    if here:
        return Event((lost or here)[-1].code)
    for earlier in document.before():
        marks = [one for one in earlier.of(Kind.EVENT) if _tells(one)]
        if marks:
            return Event(marks[-1].code)
    return Event.STRENGTH


def _tells(mark: Mark) -> bool:
    """Whether an event says more than that there are people."""
    return mark.code != Event.STRENGTH


def _numbered_there(passage: Passage, amount: Mark) -> Event | None:
    """Present, where the number is that of people at a place: ロシアにいる北朝鮮兵の数は."""
    begin = max(passage.start, amount.start - _THERE)
    people = passage.of(Kind.PEOPLE, begin, amount.start)
    places = passage.of(Kind.PLACE, begin, people[-1].start if people else begin)
    marked = any(
        passage.of(Kind.PLACE_AFTER, place.end, min(passage.end, place.end + _MARKED))
        or passage.of(Kind.PLACE_BEFORE, max(passage.start, place.start - _MARKED), place.start)
        for place in places
    )
    others = [
        one for one in passage.of(Kind.EVENT, begin, amount.start) if one.code != Event.PRESENT
    ]
    there = marked and not others and not passage.has_comma(places[-1].end, amount.start)
    return Event.PRESENT if there else None


def is_promised(passage: Passage, count: Count) -> bool:
    """Whether the noun phrase of a number says that it is to come: "of the 6,000 men promised"."""
    end = passage.text.find(",", count.end, min(passage.end, count.end + _PROMISED))
    marks = passage.of(Kind.STATUS, count.end, end if end >= 0 else count.end)
    return any(mark.code == EventStatus.PLANNED for mark in marks)


def _has_no_noun(document: Text, passage: Passage, count: Count) -> bool:
    """Whether a number has no noun for people, or one that only counts: 600명."""
    head = count.head
    return head is None or passage.text[head.start : head.end] in document.lex.counters


def _goes_on(before: Event, passage: Passage, bare: bool) -> bool:
    """Whether a number without an event goes on with that of the number before it.

    One without a noun does; one with a noun only where its sentence has no event at all, and
    where nobody was lost.
    """
    if bare:
        return True
    if before in LOSSES and not passage.of(Kind.EVENT) and passage.of(Kind.SCOPE):
        return True  # "in the last day alone it was 1,250 soldiers"
    gone = before in LOSSES or before is Event.RETURNED
    return not gone and not passage.of(Kind.EVENT)


def _is_addition(passage: Passage, count: Count) -> bool:
    """Whether "another", "additional" stands beside a number; "more than" is no such word."""
    begin, end = max(passage.start, count.start - _BESIDE), count.end + _BESIDE
    bounded = count.reading.bound is Bound.MORE_THAN
    return any(
        (mark.end <= count.start or mark.start >= count.end or not bounded)
        and not passage.has_comma(count.end, max(count.end, mark.start))
        for mark in passage.of(Kind.ADDITION, begin, end)
    )


def _is_whole(passage: Passage, count: Count) -> bool:
    """Whether a number is that of which the number before is a part: "a third of the 11,000"."""
    if precedes_part(passage, count):
        return True
    before = max((last for _, last in passage.numbers if last <= count.start), default=None)
    if before is None or passage.words(before, count.start) > _PARTITIVE:
        return False
    if _is_joined(passage, count):
        return False
    return bool(passage.of(Kind.PARTITIVE, before, count.start)) and not (
        any(passage.of(kind, before, count.start) for kind in (Kind.BREAKDOWN, Kind.JOINER))
        or "," in passage.text[before : count.start]
    )


def _is_joined(passage: Passage, count: Count) -> bool:
    """Whether "and" is written together with a number: و25."""
    return passage.text[max(passage.start, count.start - 1) : count.start] == _AND


def _breaks_down(passage: Passage, count: Count) -> bool:
    """Whether a number is a part of the one before it: after "of them", "including" or a colon."""
    before = max((last for _, last in passage.numbers if last <= count.start), default=None)
    if passage.of(Kind.BREAKDOWN, passage.start if before is None else before, count.start):
        return True
    if before is None:
        return False
    opened = passage.of(Kind.BREAKDOWN, passage.start, count.start)
    return bool(opened) or ":" in passage.text[before : count.start]


def _is_elliptic(passage: Passage, count: Count) -> bool:
    """Whether a number goes on with the verb of the one before in its sentence.

    "They lost 1,400 men, since the beginning over 76,000 men": a time or a total between the two,
    and no other event in the rest of the sentence.
    """
    before = max((last for _, last in passage.numbers if last <= count.start), default=None)
    begin = count.end if passage.pack.head_before else before  # there verbs end a clause
    if before is None or begin is None or passage.of(Kind.EVENT, begin, passage.end):
        return False
    return passage.pack.head_before or any(
        passage.of(kind, before, count.start) for kind in (Kind.SCOPE, Kind.AMOUNT, Kind.SINCE)
    )


def listed_on(passage: Passage, count: Count) -> bool:
    """Whether a number is joined by "and" to the one before it, alone or after another state."""
    before = max((last for _, last in passage.numbers if last <= count.start), default=None)
    if before is None:
        return False
    if _is_joined(passage, count) and not passage.has_comma(before, count.start):
        return passage.words(before, count.start) <= _PARTITIVE
    joiners = passage.of(Kind.JOINER, before, count.start)
    if not joiners:
        return False
    begin = joiners[-1].end
    states = passage.of(Kind.COUNTRY, begin, count.start)
    named = states and not passage.text[begin : states[0].start].strip()
    return not passage.text[states[-1].end if named else begin : count.first].strip()
