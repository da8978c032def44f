"""Whether an event has happened, is under way, is planned, or is only thought of."""

from casualty_ledger.extract.candidate import Event, EventStatus
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.marking.clauses import in_one_clause
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import COMMAS, STRONG, Passage
from casualty_schemas.vocabularies import Measure

_STANDING = (Event.PRESENT, Event.ENGAGED, Event.STRENGTH)
_TO_COME = (*_STANDING, Event.DEPLOYED, Event.ARRIVED, Event.RETURNED)
_KNOWN_OF = (Event.PRESENT, Event.STRENGTH)
_AHEAD = (EventStatus.PLANNED, EventStatus.CONDITIONAL)
_ORDER = [  # which comes first where two stand equally near
    EventStatus.DENIED,
    EventStatus.PLANNED,
    EventStatus.CONDITIONAL,
    EventStatus.DONE,
    EventStatus.UNDER_WAY,
]
_MEASURES = {measure.value: measure for measure in Measure}
_ENDS = (".", ",", ";", "")
_NEAR = 9.0
_JOINER_COST = 6.0
_AFTER = 2.0
_NEXT_CLAUSE = 6.0
_YIELDS = 5.0
_LEADS = 7.0  # of a mark before a number whose verb follows it
_COMMA_EXTRA = 4.0
_OTHERS = 6.0
_OWN = 1.0  # of a mark of the verb itself, which goes before all others
_AUXILIARIES = 24  # characters
_DAY = 3  # characters between a day and its month
_DATE = 16  # characters before a month
_VERB_WITHIN = 40  # characters
_VERB = 3  # words
_NOUN_AFTER = 3  # characters: "troops and engineers are planned" joins nouns, not clauses


def status_of(passage: Passage, count: Count, cue: Cue | None, numbers: list[Count]) -> EventStatus:
    """The status of the event of a number."""
    told = _told_by_verb(passage, cue)
    if told is not None:
        return told
    start, end = _region(passage, count, cue, numbers)
    ranked = sorted(
        _ranked(passage, mark, count, cue)
        for mark in passage.of(Kind.STATUS, start, end)
        if not _is_month(passage, mark)
        and not _is_of_saying(passage, mark, count)
        and not _is_in_idiom(mark, cue)
    )
    event = cue.event if cue is not None else Event.STRENGTH
    if ranked and ranked[0][0] <= _NEAR:
        status = _ORDER[ranked[0][1]]
        return EventStatus.DONE if _is_over(event, status) else status
    return EventStatus.UNDER_WAY if event in _STANDING else EventStatus.DONE


def _told_by_verb(passage: Passage, cue: Cue | None) -> EventStatus | None:
    """The status in the verb with its auxiliaries: "sollen 300 nach Kursk verlegt worden sein"."""
    if cue is None:
        return None
    marks = passage.of(Kind.STATUS, cue.start, min(passage.end, cue.end + _AUXILIARIES))
    told = [mark for mark in marks if mark.start == cue.start and mark.end >= cue.end]
    told = [mark for mark in told if " " in passage.text[mark.start : mark.end]]
    return EventStatus(told[0].code) if told else None


def _is_month(passage: Passage, mark: Mark) -> bool:
    """Whether a word is the name of a month: "in May", "12 May", "May 2025"."""
    if not any(month.start == mark.start for month in passage.of(Kind.MONTH, mark.start, mark.end)):
        return False
    before = passage.text[max(passage.start, mark.start - _DAY) : mark.start].strip()
    after = passage.text[mark.end : mark.end + _DAY].strip(" ,.")
    begin = max(passage.start, mark.start - _DATE)
    introduced = any(
        passage.text[one.end : mark.start].strip() == ""
        for kind in (Kind.PLACE_BEFORE, Kind.SINCE, Kind.UNTIL)
        for one in passage.of(kind, begin, mark.start)[-1:]
    )
    return introduced or before[-1:].isdigit() or after[:1].isdigit()


def _is_in_idiom(mark: Mark, cue: Cue | None) -> bool:
    """Whether a denial is one with the words of an event: who "did not survive" was killed."""
    if cue is None or mark.code != EventStatus.DENIED:
        return False
    return mark.start < cue.start < mark.end < cue.end


def _is_of_saying(passage: Passage, mark: Mark, count: Count) -> bool:
    """Whether a plan is the auxiliary of a verb of saying: "wird auf 1.000 Kämpfer geschätzt"."""
    if mark.code != EventStatus.PLANNED or passage.pack.event_side == "after":
        return False
    if passage.of(Kind.EVENT, mark.start, count.start):
        return False
    begin = max(count.end, mark.end)
    for verb in passage.of(Kind.SAYS, begin)[:1]:
        ended = passage.text[verb.end : verb.end + 1] in _ENDS
        held = passage.of(Kind.EVENT, count.last, verb.end)
        return ended and not held and in_one_clause(passage, begin, verb.start)
    return False


def _is_over(event: Event, status: EventStatus) -> bool:
    """Who is lost is lost: "now" says when it was counted."""
    return event in LOSSES and status is EventStatus.UNDER_WAY


def _ranked(passage: Passage, mark: Mark, count: Count, cue: Cue | None) -> tuple[float, int]:
    """How far a mark is from an event, and its status; what goes on now yields to any other."""
    status = EventStatus(mark.code)
    extra = _YIELDS if status is EventStatus.UNDER_WAY else 0.0
    extra += _OTHERS if _is_of_another(passage, mark, count, cue) else 0.0
    if cue is not None and _is_part_of(passage, mark, cue):
        return extra - _OWN, _ORDER.index(status)
    distance = _distance(passage, mark.start, mark.end, count, cue)
    return distance + extra, _ORDER.index(status)


def _is_part_of(passage: Passage, mark: Mark, cue: Cue) -> bool:
    """Whether a mark is in the verb of an event or right beside it: "have been sent", "to send"."""
    gap = (mark.end, cue.start) if mark.start < cue.start else (cue.end, mark.start)
    return gap[1] <= gap[0] or not passage.text[gap[0] : gap[1]].strip()


def _is_of_another(passage: Passage, mark: Mark, count: Count, cue: Cue | None) -> bool:
    """Whether a mark after number and event goes with the next verb: "are there and will fight"."""
    last = max(count.end, cue.end if cue else count.end)
    if mark.start < last or (passage.pack.head_before and not _is_sent(passage, count, cue)):
        return False
    following = passage.of(Kind.EVENT, mark.end, min(passage.end, mark.end + _VERB_WITHIN))[:1]
    return any(passage.words(mark.end, one.start) <= _VERB for one in following)


def _is_sent(passage: Passage, count: Count, cue: Cue | None) -> bool:
    """Whether the verb of a number stands before it, where one after it is of another."""
    return passage.pack.objects_after and cue is not None and cue.end <= count.start


def _distance(passage: Passage, start: int, end: int, count: Count, cue: Cue | None) -> float:
    """How loosely a mark hangs together with number and event; nothing between the two."""
    first = min(count.start, cue.start if cue else count.start)
    last = max(count.end, cue.end if cue else count.end)
    if first <= start and end <= last:
        return 0.0
    gap = (end, first) if end <= first else (last, start)
    governs = _LEADS if cue is not None and end <= count.start and cue.start >= count.last else 0.0
    joiners = sum(
        1
        for mark in passage.of(Kind.JOINER, *gap)
        if not passage.marks.touching(Kind.PEOPLE, mark.end, mark.end + _NOUN_AFTER)
    )
    commas = sum(passage.text.count(comma, *gap) for comma in COMMAS)
    return (
        passage.cost(*gap)
        + _COMMA_EXTRA * commas
        + _JOINER_COST * joiners
        + _after(end > last, count, cue)
        + governs
    )


def _after(follows: bool, count: Count, cue: Cue | None) -> float:
    """A mark after a number whose verb stands before it mostly belongs to the next clause."""
    if not follows:
        return 0.0
    return _NEXT_CLAUSE if cue is not None and cue.end <= count.start else _AFTER


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
    """What was counted: movements that are yet to come are planned, whatever their verb.

    That so many may be somewhere says how sure the number is, not that they are to come.
    """
    if status is EventStatus.CONDITIONAL and event in _KNOWN_OF:
        return _MEASURES[event.value]
    if status in _AHEAD and event in _TO_COME:
        return Measure.PLANNED
    return _MEASURES[event.value]
