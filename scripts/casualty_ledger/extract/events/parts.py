"""Which numbers are parts, and which the whole: "600 of the 4,700 casualties were killed"."""

from typing import final

from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import LOSSES
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage
from casualty_schemas.vocabularies import Bound

_WHOLE_WITHIN = 6  # words
_BEFORE_WHOLE = 4  # characters
_OPENING = 3  # words
_APART = (Kind.BREAKDOWN, Kind.JOINER)
SLACK = 0.02  # of a whole: its parts are rounded


@final
class Portion:
    """A number, the whole after it of which it is a part, and whether it is such a whole itself.

    `end` is where the number ends, or its whole; `parts` is where the numbers before begin that
    it holds, in a language that names them first: 死者600人を含む4700人.
    """

    __slots__ = ("count", "end", "is_whole", "parts", "whole")

    def __init__(
        self, count: Count, whole: Count | None, is_whole: bool, parts: int | None = None
    ) -> None:
        self.count = count
        self.whole = whole
        self.is_whole = is_whole
        self.end = count.end if whole is None else whole.end
        self.parts = parts


def portions(passage: Passage, found: list[Count]) -> list[Portion]:
    """What part or whole each number of a sentence is."""
    told: list[Portion] = []
    whole: Count | None = None
    for place, count in enumerate(found):
        is_whole = count is whole or precedes_part(passage, count)
        following = found[place + 1 : place + 2]
        whole = following[0] if following and _is_part(passage, count, following[0]) else None
        told.append(Portion(count, whole, is_whole, _parts_before(passage, found[: place + 1])))
    return told


def _parts_before(passage: Passage, found: list[Count]) -> int | None:
    """Where the parts begin of the last of some numbers, where they stand before their whole."""
    if passage.pack.event_side != "after" or len(found) == 1:
        return None
    *parts, whole = found
    value = value_of(whole)
    if passage.of(Kind.BREAKDOWN, parts[-1].end, whole.start) and value_of(parts[-1]) < value:
        return parts[-1].first
    for size in range(2, len(parts) + 1):
        if abs(sum(map(value_of, parts[-size:])) - value) <= SLACK * value:
            return parts[-size].first
    return None


def value_of(count: Count) -> int:
    """The number itself, whatever it bounds; 0 for one in vague words."""
    reading = count.reading
    return reading.best or reading.low or reading.high or 0


def _is_part(passage: Passage, count: Count, whole: Count) -> bool:
    """Whether the number after a number is its whole: "600 of the 4,700 casualties were killed"."""
    gap = (count.end, whole.start)
    partitives = passage.of(Kind.PARTITIVE, count.last, whole.start)  # not in "milioni di uomini"
    if not partitives or passage.words(*gap) > _WHOLE_WITHIN:
        return False
    if any(passage.of(kind, *gap) for kind in _APART) or passage.has_comma(*gap):
        return False  # the second is a part of the first: "4,000, of them 1,000 dead"
    if any(mark.code in LOSSES for mark in passage.of(Kind.EVENT, partitives[0].end, whole.start)):
        return False  # "300 of these died, 2,700 were wounded"
    # "600 killed of 15,000 sent" has its event before the whole
    return not passage.of(Kind.EVENT, count.end, partitives[0].start)


def precedes_part(passage: Passage, count: Count) -> bool:
    """Whether a number is the whole of which the next is a part: 1만1천 명 중 4천 명.

    "Of the 11,000, many died": what opens the sentence so is a whole as well.
    """
    if passage.marks.touching(Kind.WHOLE, count.end, count.end + _BEFORE_WHOLE):
        return True
    if _opens_clause(passage, count):
        return True
    opening = passage.of(Kind.PARTITIVE, passage.start, count.start)[:1]
    if count.reading.bound is Bound.VAGUE or not opening or opening[0].start != passage.start:
        return False
    gap = (opening[0].end, count.start)
    article = passage.of(Kind.RELATIVE, opening[0].start, opening[0].end)
    if passage.of(Kind.EVENT, *gap) or (article and passage.words(*gap) > 1):
        return False  # an article, as in "Der Angriff kostete 16 Soldaten das Leben"
    return passage.words(*gap) <= _OPENING and not passage.has_comma(*gap)


def _opens_clause(passage: Passage, count: Count) -> bool:
    """Whether a whole opens a later clause: "according to Seoul, of the 12,000 sent 1,000 died".

    The loss stands between the two numbers, so that it would be taken for that of the whole.
    """
    before = passage.of(Kind.PARTITIVE, passage.start, count.start)[-1:]
    after = [start for start, _ in passage.numbers if start >= count.end][:1]
    if not before or not after or passage.words(before[0].end, count.start) > _OPENING:
        return False
    gap = (before[0].end, count.start)
    if passage.of(Kind.EVENT, *gap) or passage.has_comma(*gap):
        return False
    joiners = passage.of(Kind.JOINER, count.last, after[0])[-1:]
    listed = any(not passage.text[one.end : after[0]].strip() for one in joiners)
    if listed or not _begins(passage, before[0].start):
        return False
    return any(mark.code in LOSSES for mark in passage.of(Kind.EVENT, count.last, after[0]))


def _begins(passage: Passage, place: int) -> bool:
    """Whether a clause begins at a place: after a comma, "that", or who says so."""
    if passage.crossed(passage.start, place) or passage.of(Kind.EVENT, passage.start, place):
        return False
    if passage.text[passage.start : place].rstrip().endswith(","):
        return True
    return any(
        passage.words(mark.end, place) <= _OPENING
        for kind in (Kind.SAID_BY, Kind.RELATIVE, Kind.THAT, Kind.SAYS)
        for mark in passage.of(kind, passage.start, place)[-1:]
    )
