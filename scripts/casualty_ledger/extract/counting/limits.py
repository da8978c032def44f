"""A limit that stands apart from its number: "losses exceeded the mark of 900,000"."""

from dataclasses import replace

from casualty_ledger.extract.candidate import EventStatus
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import STRONG, Passage
from casualty_ledger.numbers.reading import Reading
from casualty_schemas.vocabularies import Bound

_WORDS = 5  # between a verb and its object
_SUBJECT_WORDS = 12  # as many where the subject stands between the two
_MAY_WITHIN = 16  # characters before a verb
_PLAIN = (Bound.EXACT, Bound.ABOUT)
_PARTING = (
    Kind.EVENT, Kind.PEOPLE, Kind.NOT_PEOPLE, Kind.COUNTRY, Kind.JOINER,
)  # fmt: skip
_NEVER = (Kind.SAYS, Kind.BARRIER, Kind.SAID_BY)


def limited(passage: Passage, count: Count) -> Reading:
    """The reading of a number, more than it where a verb of exceeding has it as its object.

    It is plain where a verb of raising leads to it: "довёл число погибших до 610".
    """
    reading = count.reading
    if reading.bound is Bound.UP_TO and _is_raised_to(passage, count):
        return replace(reading, best=reading.high, high=None, bound=Bound.EXACT)
    if reading.bound not in _PLAIN or not _is_exceeded(passage, count):
        return reading
    return replace(reading, low=reading.best, best=None, bound=Bound.MORE_THAN)


def _is_exceeded(passage: Passage, count: Count) -> bool:
    verbs = passage.of(Kind.EXCEEDING, passage.start, count.start)
    return bool(verbs) and _is_object(passage, verbs[-1], count)


def _is_raised_to(passage: Passage, count: Count) -> bool:
    """Whether a verb of raising or falling stands before a number; what may grow stays a limit."""
    for verb in passage.of(Kind.RAISING, passage.start, count.start)[-1:]:
        gap = (verb.end, count.start)
        before = (max(passage.start, verb.start - _MAY_WITHIN), verb.start)
        may = [
            mark
            for mark in passage.of(Kind.STATUS, *before)
            if mark.code == EventStatus.CONDITIONAL
        ]
        return (
            not may
            and passage.words(*gap) <= _SUBJECT_WORDS
            and passage.crossed(*gap) <= 1  # "fell from 11,000 to 7,000"
            and not passage.has_comma(*gap)
            and STRONG.isdisjoint(passage.text[slice(*gap)])
            and not any(passage.of(kind, *gap) for kind in _NEVER)
            and not _goes_on(passage, *gap)
        )
    return False


def _goes_on(passage: Passage, start: int, end: int) -> bool:
    """Whether "and" leads on to what befell others: "the wounded grew and up to 300 died"."""
    for joiner in passage.of(Kind.JOINER, start, end):
        events = passage.of(Kind.EVENT, joiner.end, end)[:1]
        next_to = bool(events) and passage.words(joiner.end, events[0].start) <= 1
        before = passage.of(Kind.EVENT, start, joiner.start)[-1:]
        paired = bool(before) and passage.words(before[0].end, joiner.start) <= 1
        dying = next_to and bool(passage.of(Kind.DYING, events[0].start, events[0].end))
        if next_to and (dying or not paired):
            return True
    return False


def _is_object(passage: Passage, verb: Mark, count: Count) -> bool:
    """Whether a number is what a verb before it exceeds.

    Where verbs mostly precede their subjects, that one stands between the two.
    """
    gap = (verb.end, count.start)
    subject = passage.pack.verb_first
    parting = _NEVER if subject else (*_NEVER, *_PARTING)
    return (
        passage.words(*gap) <= (_SUBJECT_WORDS if subject else _WORDS)
        and not passage.crossed(*gap)
        and not passage.has_comma(*gap)
        and STRONG.isdisjoint(passage.text[slice(*gap)])
        and not any(_parts(passage, kind, gap) for kind in parting)
    )


def _parts(passage: Passage, kind: Kind, gap: tuple[int, int]) -> bool:
    """Whether a mark of a kind stands between; a noun for the number itself may mean a verb too."""
    marks = passage.of(kind, *gap)
    return any(not passage.marks.touching(Kind.AMOUNT, one.start, one.start + 1) for one in marks)
