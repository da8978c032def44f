"""Numbers that are parts of others: half of the force, ein Drittel davon, a battalion."""

from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.counting.nouns import LINKS, WORD
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.text import Text

_NEAR = 6.0  # up to this cost an event tells of a part of those counted before
_CLOSE = 3.0  # and up to this one of any
_NOUN_WITHIN = 60  # characters after a share
_BESIDE = 16  # characters


def is_share_of_people(document: Text, passage: Passage, count: Count, cue: Cue | None) -> bool:
    """Whether a share is one of people: of those counted, or by what befell them beside it."""
    if _is_unit(document, passage, count):
        return cue is not None and cue.event in LOSSES and cue.cost <= _CLOSE
    if cue is not None and cue.cost <= (_NEAR if _is_part(document, passage, count) else _CLOSE):
        return True
    if document.event is not None and _of_whole(passage, count):
        return True
    end = min(passage.end, count.end + _NOUN_WITHIN)
    noun = passage.of(Kind.PEOPLE, count.end, end)[:1] if divides(passage, count) else []
    gap = (count.end, noun[0].start if noun else end)
    return bool(noun) and not (passage.has_comma(*gap) or passage.of(Kind.AUXILIARY, *gap))


def _is_unit(document: Text, passage: Passage, count: Count) -> bool:
    """Whether a share is a unit of vague size, which counts people where it was lost."""
    words = WORD.findall(passage.text, count.start, count.end)
    return any(document.lex.units.at(words, place) for place in range(len(words)))


def _is_part(document: Text, passage: Passage, count: Count) -> bool:
    """Whether a share is one of those counted before: ein Drittel davon, half of the fallen."""
    told = document.event is not None and divides(passage, count)
    return told or is_of_them(passage, count)


def _of_whole(passage: Passage, count: Count) -> bool:
    """Whether a share is one of people counted before: "half of all who fought", 其中近一半."""
    if not any(last <= count.start for _, last in passage.numbers):
        return False
    if divides(passage, count):
        return True
    begin = max(passage.start, count.start - _BESIDE)
    for kind in (Kind.BREAKDOWN, Kind.WHOLE):
        before = passage.of(kind, begin, count.start)
        if before and not passage.text[before[-1].end : count.start].strip():
            return True
    return passage.pack.head_before and passage.text[begin : count.start].rstrip()[-1:] in LINKS


def is_of_those(passage: Passage, count: Count) -> bool:
    """Whether a number is a part of one before it in the sentence, and of no things between."""
    before = max((last for _, last in passage.numbers if last <= count.start), default=None)
    return (
        before is not None
        and is_of_them(passage, count)
        and not passage.of(Kind.NOT_PEOPLE, before, count.start)
    )


def is_of_them(passage: Passage, count: Count) -> bool:
    """Whether a pronoun for people counted before follows: two of them, ein Drittel davon."""
    return passage.marks.touching(Kind.BREAKDOWN, count.end, count.end + 2)


def divides(passage: Passage, count: Count) -> bool:
    """Whether what a number is a part of is named right after it: half of the."""
    return passage.marks.touching(Kind.PARTITIVE, count.end, count.end + 2)
