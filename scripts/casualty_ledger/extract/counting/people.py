"""Whether a number counts people, and of whom, by its noun, its event and the text before."""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counting.counts import (
    CIVILIANS,
    Count,
    amount_before,
    is_bare,
    stands_free,
)
from casualty_ledger.extract.counting.fallen import have_died
from casualty_ledger.extract.counting.leaving import only_left
from casualty_ledger.extract.counting.nations import is_of_nation
from casualty_ledger.extract.counting.nouns import WORD
from casualty_ledger.extract.counting.shares import is_of_them, is_of_those, is_share_of_people
from casualty_ledger.extract.counting.single import befell_one
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.events.ellipsis import are_some_of_them
from casualty_ledger.extract.forces.fighters import are_sent_men, is_fighter
from casualty_ledger.extract.marking.gate import speaks_of_people
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.text import Text, is_about_war, is_known
from casualty_schemas.vocabularies import Bound

_LOST = LOSSES - {Event.DESERTED}  # anybody may flee
_SENT = frozenset((Event.DEPLOYED, Event.ARRIVED))
_NEAR = 6.0  # up to this cost an event alone makes a number count people
_SMALL = 10  # fewer people than that need a noun or a verb right beside the number
_CLOSE = 3.0
_MANY = 100  # so many, with no noun after the number, may be people named before
_ADJECTIVE = 24  # characters
_BESIDE = 12  # characters around a number
_PUT = 2  # spaces
_DESCRIBED = 2  # words from a number to its noun
_COMPARED_WORDS = 8


def may_count_people(document: Text, passage: Passage) -> bool:
    """Whether a sentence, or the text before it, speaks of people or what happened to them."""
    return not document.pack.stated or document.event is not None or speaks_of_people(passage)


def counts_people(document: Text, passage: Passage, count: Count, cue: Cue | None) -> bool:
    """Whether a number counts people: its noun, a verb near it, or the numbers before say so."""
    if not document.pack.stated:
        return count.reading.bound is not Bound.VAGUE or count.reading.interval is not None
    if only_left(passage, count, cue):
        return False
    if count.listed is not None:
        return True
    reading = count.reading
    if (reading.best, reading.bound) == (1, Bound.EXACT) and not befell_one(passage, count, cue):
        return False
    if count.head is not None:
        return True
    values = [one for one in (reading.best, reading.low, reading.high) if one is not None]
    died = cue is not None and not count.share and have_died(passage, count, cue)
    follows = is_of_those(passage, count) or _is_compared(passage, count)
    if died or is_of_nation(passage, count, cue) or (document.event is not None and follows):
        return True
    if count.share:
        return is_share_of_people(document, passage, count, cue)
    if max(values, default=_MANY) < _SMALL:
        return cue is not None and _are_few(document, passage, count, cue)
    if cue is not None and cue.event is not Event.PRESENT:
        more = cue.cost <= _NEAR and (
            _are_more(document, passage, count) or _are_sent_too(document, cue, values)
        )
        told = cue.event in LOSSES and _is_amount(passage, count)
        return cue.cost <= _CLOSE or more or told or stands_free(passage, count)
    return max(values, default=_MANY) >= _MANY and _are_many(document, passage, count)


def _is_compared(passage: Passage, count: Count) -> bool:
    """Whether a number is only held against the one before it: "264 soldiers, against 321 in 2020".

    A word such as "against" stands right before it, and no noun follows it.
    """
    begin = max(passage.start, count.start - _BESIDE)
    against = passage.of(Kind.OTHER_BEFORE, begin, count.start)[-1:]
    if not against or passage.text[against[0].end : count.start].strip():
        return False
    return any(
        last <= against[0].start and passage.words(last, count.start) <= _COMPARED_WORDS
        for _, last in passage.numbers
    )


def _are_many(document: Text, passage: Passage, count: Count) -> bool:
    """Whether a large number without noun or event counts people: "put the figure at 1,100"."""
    if _is_amount(passage, count):
        return True
    told = amount_before(passage, count) is not None or _of_people(document, passage)
    return told and stands_free(passage, count)


def _is_amount(passage: Passage, count: Count) -> bool:
    """Whether a noun for a number stands right before one: yaralı sayısı 608'i buldu."""
    amount = amount_before(passage, count)
    return amount is not None and passage.words(amount.end, count.start) <= _PUT


def is_of_a_force(document: Text, passage: Passage, count: Count, cue: Cue | None) -> bool:
    """Whether those who are counted are of a force, or were lost in a war.

    In a text that names nobody of the registers, only a noun for fighters says so, or a number
    after a figure of such that has no noun itself; or the text is about a war, and they were lost.
    """
    lost = _is_lost(document, passage, count, cue)
    if count.head is not None and count.head.code == CIVILIANS and not lost:
        return False
    if is_known(document) or (lost and is_about_war(document)):
        return True
    if (lost or count.listed is not None) and _are_fighters(document, passage):
        return True
    if is_fighter(passage, count):
        return cue is not None or document.fighters or is_about_war(document)
    if are_sent_men(document, count, cue) and is_about_war(document):
        return True
    if document.fighters and cue is not None and cue.event in _SENT and cue.start < count.start:
        return True
    fighters = document.fighters or bool(passage.of(Kind.FIGHTER, passage.start, count.start))
    free = count.head is not None or stands_free(passage, count)
    return fighters and free and is_bare(passage, count)


def _are_fighters(document: Text, passage: Passage) -> bool:
    """Whether fighters were counted before, or are in the sentence: who fell beside them counts.

    Not whom fighters only helped: "the flood killed 200, and soldiers rescued 300".
    """
    return document.fighters or any(_has_number(passage, mark) for mark in passage.of(Kind.FIGHTER))


def _has_number(passage: Passage, noun: Mark) -> bool:
    """Whether a number stands right before a noun, or after it where nouns lead their numbers."""
    if any(
        end <= noun.start and passage.words(end, noun.start) <= _DESCRIBED
        for _, end in passage.numbers
    ):
        return True
    return passage.pack.head_before and any(
        noun.end <= start and passage.words(noun.end, start) <= 1 for start, _ in passage.numbers
    )


def _is_lost(document: Text, passage: Passage, count: Count, cue: Cue | None) -> bool:
    """Whether the counted were lost or came back, by their own cue or that of those before."""
    if cue is not None:
        return cue.event in _LOST or cue.event is Event.RETURNED
    follows = any(end <= count.start for _, end in passage.numbers)
    civilians = are_some_of_them(passage, count) or count.listed in _LOST
    parts = passage.of(Kind.BREAKDOWN, passage.start, count.end)  # "among them are 12 soldiers"
    told = amount_before(passage, count) is not None  # "the UN put the number at 319"
    return document.event in _LOST and (follows or civilians or told or bool(parts))


def _are_few(document: Text, passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether a small number without a noun counts people: those of whom it says so, or alone."""
    if is_of_them(passage, count) or _are_more(document, passage, count):
        return cue.cost <= _NEAR
    return _is_beside(passage, count, cue) and _is_free(passage, count)


def _are_sent_too(document: Text, cue: Cue, values: list[int]) -> bool:
    """Whether many are sent after others were: "sent 12,000, and 1,500 arrived"."""
    sent = cue.event in _SENT and document.event in _SENT
    return sent and max(values, default=0) >= _MANY


def _are_more(document: Text, passage: Passage, count: Count) -> bool:
    """Whether "others" beside a number adds them to people counted before: 14 and 9 more.

    In the sentence, or where it opens one and the lost were counted last: "Five more were killed".
    """
    begin, end = max(passage.start, count.start - _BESIDE), min(passage.end, count.end + _BESIDE)
    if passage.marks.touching(Kind.ANOTHER, count.start, count.start + 1):
        return True
    opens = not WORD.search(passage.text, passage.start, begin)
    before = any(last <= count.start for _, last in passage.numbers) or (
        opens and document.event in _LOST
    )
    return before and any(
        not passage.text[one.end : count.start].strip()
        if one.end <= count.start
        else not passage.text[count.end : one.start].strip()
        for one in passage.of(Kind.ADDITION, begin, end)
    )


def _is_beside(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether an event is close to a small number, or the loss right after it."""
    follows = count.end < cue.start and not passage.text[count.end : cue.start].strip()
    return cue.cost <= (_CLOSE if follows and cue.event in LOSSES else _CLOSE - 1)


def _is_free(passage: Passage, count: Count) -> bool:
    """Whether a small number is followed by no noun that is not known."""
    if passage.pack.matching == "anywhere":
        return True
    nationality = passage.of(Kind.COUNTRY, count.end, min(passage.end, count.end + _ADJECTIVE))[:1]
    beside = nationality and passage.text[count.end : nationality[0].start] == " "
    return stands_free(passage, count) and not beside


def _of_people(document: Text, passage: Passage) -> bool:
    """Whether a sentence, or the text before it, is about counted people."""
    return document.event is not None or bool(passage.of(Kind.PEOPLE) or passage.of(Kind.EVENT))
