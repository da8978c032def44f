"""A number that may count people, and the words around it that bear on the number alone."""

from typing import final

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import COMMAS, STRONG, Passage
from casualty_ledger.numbers.reading import Reading

FORCES = "forces"  # the code of nouns for people of forces
CIVILIANS = "civilians"  # the code of nouns for people who are of no force
CATEGORIES = "categories"  # of an army: volunteers, convicts
STOPS = COMMAS | STRONG | frozenset('.!?\n"\u201d\u00bb')  # no noun phrase goes on over these
_AMOUNT_WITHIN = 60  # characters
_AMOUNT_AFTER = 16  # characters
_FOLLOWING = (
    Kind.AUXILIARY,
    Kind.PLACE_BEFORE, Kind.PLACE, Kind.JOINER, Kind.BARRIER, Kind.PARTITIVE, Kind.STATUS,
    Kind.SAYS, Kind.EVENT, Kind.SINCE, Kind.UNTIL, Kind.SCOPE, Kind.OTHER_BEFORE,
    Kind.AGENT_BEFORE, Kind.WEEKDAY, Kind.DAY, Kind.YEAR, Kind.PEOPLE, Kind.BREAKDOWN,
    Kind.PLACE_AFTER, Kind.OTHER_AFTER, Kind.SAID_BY, Kind.COUNTRY, Kind.MONTH_AGO, Kind.AMOUNT,
    Kind.SAID_BY_AFTER, Kind.ADDITION, Kind.RELATIVE, Kind.PRONOUN,
)  # fmt: skip


@final
class Count:
    """A number that may count people: its place in the folded text, and its noun if it has one.

    `first` and `last` are the ends of the number and its noun together; `share` says that it is a
    part of a whole: half, a third. `listed` is what befell the whole or the list that it is a part
    of, where it has no words of its own for that.
    """

    __slots__ = ("end", "first", "head", "last", "listed", "reading", "share", "start")

    def __init__(
        self, start: int, end: int, reading: Reading, head: Mark | None, share: bool
    ) -> None:
        self.start = start
        self.end = end
        self.reading = reading
        self.head = head
        self.share = share
        self.listed: Event | None = None
        self.first = start if head is None else min(start, head.start)
        self.last = end if head is None else max(end, head.end)


def stands_free(passage: Passage, count: Count) -> bool:
    """Whether no noun that is not known follows a number: it may count people named before."""
    if passage.text.startswith(" - ", count.end):
        return True  # a dash stands for the noun that was said before
    place = count.end
    while place < passage.end and passage.text[place] in " '-":
        place += 1
    if place >= passage.end or passage.text[place] in STOPS:
        return True
    if any(passage.marks.touching(kind, place, place + 1) for kind in _FOLLOWING):
        return True
    amounts = passage.of(Kind.AMOUNT, place, min(passage.end, place + _AMOUNT_AFTER))[:1]
    return any(passage.words(place, one.start) <= 1 for one in amounts)  # raised to 300 the toll


def is_bare(passage: Passage, count: Count) -> bool:
    """Whether a number has no noun, or one that only says what befell people: 12 wounded."""
    head = count.head
    if head is None:
        return True
    return any(one.start < head.end and head.start < one.end for one in passage.of(Kind.EVENT))


def amount_before(passage: Passage, count: Count) -> Mark | None:
    """The noun for the number itself that leads up to it: "their number reached 11,000"."""
    begin = max(passage.start, count.start - _AMOUNT_WITHIN)
    for mark in reversed(passage.of(Kind.AMOUNT, begin, count.start)):
        gap = (mark.end, count.start)
        if not passage.crossed(*gap) and not passage.has_comma(*gap):
            return mark
    return None
