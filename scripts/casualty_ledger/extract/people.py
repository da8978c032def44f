"""Whether a number counts people, and of whom, by its noun, its event and the text before."""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counts import Count, amount_before, stands_free
from casualty_ledger.extract.cues import LOSSES, Cue
from casualty_ledger.extract.gate import speaks_of_people
from casualty_ledger.extract.marks import Kind, Mark
from casualty_ledger.extract.passage import Passage
from casualty_ledger.extract.printed import CIVILIANS, is_fighter
from casualty_ledger.extract.text import Text, is_known
from casualty_ledger.extract.whereabouts import near_place
from casualty_schemas.vocabularies import Bound

_NEAR = 6.0  # up to this cost an event alone makes a number count people
_FAR_LOSS = 16.0
_FAR = 11.0  # beyond this cost an event belongs to something else
_SMALL = 10  # fewer people than that need a noun or a verb right beside the number
_CLOSE = 3.0
_MANY = 100  # so many, with no noun after the number, may be people named before
_ADJECTIVE = 24  # characters
_NOUN_WORDS = 4  # between "the number" and what befell those whose number it is


def may_count_people(document: Text, passage: Passage) -> bool:
    """Whether a sentence, or the text before it, speaks of people or what happened to them."""
    return not document.pack.stated or document.event is not None or speaks_of_people(passage)


def counts_people(document: Text, passage: Passage, count: Count, cue: Cue | None) -> bool:
    """Whether a number counts people: its noun, a verb near it, or the numbers before say so."""
    if not document.pack.stated:
        return count.reading.bound is not Bound.VAGUE or count.reading.interval is not None
    if count.head is not None:
        return True
    reading = count.reading
    values = [one for one in (reading.best, reading.low, reading.high) if one is not None]
    if count.share and document.event is not None and _of_whole(passage, count):
        return True
    if count.share:
        return cue is not None and cue.cost <= _CLOSE
    if max(values, default=_MANY) < _SMALL:
        return cue is not None and cue.cost <= _CLOSE - 1 and _is_free(passage, count)
    if cue is not None and cue.event is not Event.PRESENT:
        return cue.cost <= _CLOSE or stands_free(passage, count)
    large = max(values, default=_MANY) >= _MANY
    if large and amount_before(passage, count) is not None and stands_free(passage, count):
        return True
    return large and _of_people(document, passage) and stands_free(passage, count)


def is_of_a_force(document: Text, passage: Passage, count: Count, cue: Cue | None) -> bool:
    """Whether those who are counted are of a force, or are civilians who were lost.

    In a text that names nobody of the registers, only a noun for fighters says so, or a number
    without a noun after a figure of such.
    """
    if count.head is not None and count.head.code == CIVILIANS:
        return cue is not None and cue.event in LOSSES and is_known(document)
    if is_known(document):
        return True
    if is_fighter(passage, count):
        return cue is not None or document.fighters
    fighters = document.fighters or bool(passage.of(Kind.FIGHTER, passage.start, count.start))
    return fighters and count.head is None and stands_free(passage, count)


def settled(passage: Passage, count: Count, cue: Cue | None) -> Cue | None:
    """A cue that is far off gives way to the place where people are."""
    final = cue is not None and passage.pack.head_before and cue.start >= count.end
    near = _FAR if final and cue is not None and not _crossed(passage, count, cue) else _NEAR
    if cue is not None and cue.cost <= (_FAR_LOSS if cue.event in LOSSES else near):
        return cue
    if cue is not None and (_describes(passage, count, cue) or _numbers(passage, count, cue)):
        return cue
    place = near_place(passage, count)
    if cue is not None and place is not None and _fight_at(place, count, cue):
        return cue
    if place is not None and (count.head is not None or stands_free(passage, count)):
        return Cue(Event.PRESENT, place.start, place.end, _NEAR)
    return cue if cue is not None and cue.cost <= _FAR else None


def _crossed(passage: Passage, count: Count, cue: Cue) -> int:
    return passage.crossed(count.end, cue.start)


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


def _is_free(passage: Passage, count: Count) -> bool:
    """Whether a small number is followed by no noun that is not known."""
    if passage.pack.matching == "anywhere":
        return True
    nationality = passage.of(Kind.COUNTRY, count.end, min(passage.end, count.end + _ADJECTIVE))[:1]
    beside = nationality and passage.text[count.end : nationality[0].start] == " "
    return stands_free(passage, count) and not beside


def _of_whole(passage: Passage, count: Count) -> bool:
    """Whether "of" follows a share: "more than half of all who had fought"."""
    return passage.marks.touching(Kind.PARTITIVE, count.end, count.end + 2) and any(
        last <= count.start for _, last in passage.numbers
    )


def _of_people(document: Text, passage: Passage) -> bool:
    """Whether a sentence, or the text before it, is about counted people."""
    return document.event is not None or bool(passage.of(Kind.PEOPLE) or passage.of(Kind.EVENT))
