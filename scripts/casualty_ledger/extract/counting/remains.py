"""Bodies of the dead that are counted: handed over, found, buried, they say how many were killed.

"1,000 bodies were returned", "los cuerpos de 37 militares", 시신 1000구, 1000具遗体. Whatever is
done with bodies, people whose bodies they are have been killed.
"""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import Cue
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.numbers.lexicon import Lexicon
from casualty_ledger.numbers.reading import Reading

_WITHIN = 20  # characters between a number and its bodies
_DESCRIBED = 2  # spaces: "12 more bodies"
_CORPS = 6  # so many are bodies where the word means a part of an army as well: corps, cuerpos
_PARTS = frozenset((Kind.EVENT, Kind.JOINER, Kind.SAYS, Kind.PLACE, Kind.AUXILIARY))


def of_bodies(passage: Passage, count: Count) -> Cue | None:
    """The noun for bodies as what befell those who are counted; None where none is beside them."""
    if count.share:
        return None
    mark = _after(passage, count.end) or _of_people(passage, count) or _before(passage, count)
    return Cue(Event.KILLED, mark.start, mark.end, 0.0) if mark is not None else None


def counts_bodies(passage: Passage, reading: Reading, lex: Lexicon) -> bool:
    """Whether a number counts bodies, and no army corps where both have one word."""
    end = reading.span[1]
    mark = _after(passage, end)
    if mark is None or passage.marks.touching(Kind.NOT_PEOPLE, end, end + 1):
        return False  # 10개월 뒤 시신으로
    if not lex.units.at([passage.text[mark.start : mark.end]], 0):
        return True
    values = [one for one in (reading.best, reading.low, reading.high) if one is not None]
    return max(values, default=0) >= _CORPS


def _after(passage: Passage, end: int) -> Mark | None:
    """The bodies right after a number, with few words between the two."""
    for mark in passage.of(Kind.REMAINS, end, min(passage.end, end + _WITHIN))[:1]:
        gap = (end, mark.start)
        near = passage.words(*gap) <= _DESCRIBED and not passage.has_comma(*gap)
        if near and not passage.crossed(*gap) and not _is_parted(passage, *gap):
            return mark
    return None


def _of_people(passage: Passage, count: Count) -> Mark | None:
    """The bodies after the people counted, where nouns precede what is theirs: 2名士兵的遗体."""
    if passage.pack.event_side != "after":
        return None
    for mark in passage.of(Kind.REMAINS, count.end, min(passage.end, count.end + _WITHIN))[:1]:
        people = passage.of(Kind.PEOPLE, count.end, mark.start)
        return _after(passage, people[-1].end) if people else None
    return None


def _is_parted(passage: Passage, start: int, end: int) -> bool:
    return any(passage.of(kind, start, end) for kind in _PARTS)


def _before(passage: Passage, count: Count) -> Mark | None:
    """The bodies of those who are counted right before their number: "the bodies of 19 soldiers".

    Where nouns lead their numbers, or "of" and a noun for the people stand beside the number.
    """
    begin = max(passage.start, count.start - _WITHIN)
    for mark in passage.of(Kind.REMAINS, begin, count.start)[-1:]:
        between = passage.text[mark.end : count.start].strip()
        if not between:
            return mark if passage.pack.head_before or count.head is not None else None
        of = passage.of(Kind.PARTITIVE, mark.end, count.start)[:1]
        told = bool(of) and passage.text[of[0].start : of[0].end] == between
        if told and count.head is not None:
            return mark
    return None
