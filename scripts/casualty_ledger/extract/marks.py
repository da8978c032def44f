"""What a language file and the registers know, found in a text."""

from bisect import bisect_left, bisect_right
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a mark is. A name of the registers may give marks of several kinds."""

    PEOPLE = "people"  # a noun for people; code: the kind of people
    FIGHTER = "fighter"  # a noun for people that only means people of forces
    NOT_PEOPLE = "not_people"
    EVENT = "event"
    AMOUNT = "amount"  # a noun for the number itself: their number, the figure
    STATUS = "status"
    COUNTRY = "country"
    POPULATION = "population"
    PLACE = "place"
    PLACE_BEFORE = "place_before"
    PLACE_AFTER = "place_after"
    OTHER_BEFORE = "other_before"
    OTHER_AFTER = "other_after"
    AGENT_BEFORE = "agent_before"
    ACTOR = "actor"
    SPEAKER = "speaker"  # a person; code: the actor for which the person speaks
    PUBLISHER = "publisher"
    ORGAN = "organ"
    SAYS = "attribution.verbs"
    SAID_BY = "attribution.before"
    SAID_BY_AFTER = "attribution.after"
    BACKWARD = "attribution.backward"  # says that a sentence tells who said the one before
    PRONOUN = "attribution.pronouns"  # stands for who spoke last: he, they
    COUNTING = "attribution.counting"  # makes a publication the source of its own count
    TOPIC = "attribution.topic"  # makes the name before it the subject of a verb at the end
    RELAY_BEFORE = "relays.before"
    RELAY_AFTER = "relays.after"
    TITLE = "title"
    JOINER = "joiner"
    BARRIER = "barrier"
    RELATIVE = "relative"  # a pronoun that begins a clause about the noun before it
    PARTITIVE = "partitive"
    WHOLE = "whole"
    BREAKDOWN = "breakdown"
    MASK = "mask"
    OWN = "own"  # makes the counted people those of who speaks: our, his own
    AUXILIARY = "auxiliary"  # may follow a number that has no noun: 12,000 were
    ENEMY = "enemy"  # makes them those whom who speaks fights
    BOTH = "both"  # the two sides of a war together
    ADDITION = "addition"  # makes people who are only named people who are sent
    MONTH = "month"
    WEEKDAY = "weekday"
    DAY = "day"
    YEAR = "year"
    MONTH_AGO = "month_ago"
    DAY_UNIT = "day_unit"
    YEAR_UNIT = "year_unit"
    SINCE = "as_of.since"
    UNTIL = "as_of.until"
    SCOPE = "scope"


SWALLOWING = frozenset((Kind.ACTOR, Kind.SPEAKER, Kind.ORGAN, Kind.PUBLISHER, Kind.MASK))


class Mark(NamedTuple):
    """A known form in a folded text, from `start` to `end` (exclusive)."""

    start: int
    end: int
    kind: Kind
    code: str


class Marks:
    """The marks of a text by kind, each list in order of place."""

    __slots__ = ("_all", "_by_kind", "_places", "_starts")

    def __init__(self, found: list[Mark]) -> None:
        """Take the marks in order of place."""
        by_kind: dict[Kind, list[Mark]] = {}
        for mark in found:
            by_kind.setdefault(mark[2], []).append(mark)
        self._all = found
        self._places = [mark[0] for mark in found]
        self._by_kind = by_kind
        self._starts = {kind: [mark.start for mark in found] for kind, found in by_kind.items()}

    def of(self, kind: Kind, start: int, end: int) -> list[Mark]:
        """The marks of a kind that lie within a stretch."""
        starts = self._starts.get(kind)
        if starts is None:
            return []
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return []
        last = bisect_left(starts, end, first)
        found = self._by_kind[kind][first:last]
        while found and found[-1].end > end:
            found.pop()
        return found

    def within(self, start: int, end: int) -> dict[Kind, list[Mark]]:
        """All marks that lie within a stretch, by kind; without the kinds that have none."""
        inside: dict[Kind, list[Mark]] = {}
        for mark in self._all[bisect_left(self._places, start) : bisect_left(self._places, end)]:
            if mark[1] <= end:
                inside.setdefault(mark[2], []).append(mark)
        return inside

    def touching(self, kind: Kind, start: int, end: int) -> bool:
        """Whether a mark of a kind begins within a stretch."""
        starts = self._starts.get(kind)
        if starts is None:
            return False
        first = bisect_left(starts, start)
        return first < len(starts) and starts[first] < end


def arrange(found: list[Mark]) -> Marks:
    """Keep the longest of the marks that overlap, and those that no name swallows."""
    kept: list[Mark] = []
    last: dict[Kind, Mark] = {}
    swallow = _covering([mark for mark in found if mark.kind in SWALLOWING])
    starts = [name.start for name in swallow]
    for mark in sorted(set(found), key=_place):
        start, end, kind, _ = mark
        covering = bisect_right(starts, start) - 1
        if covering >= 0 and _inside(start, end, swallow[covering]):
            continue
        same = last.get(kind)
        if same is None or start >= same.end or (start, end) == same[:2]:
            last[kind] = mark
            kept.append(mark)
    return Marks(kept)


def _place(mark: Mark) -> tuple[int, int, Kind, str]:
    start, end, kind, code = mark
    return start, -end, kind, code


def _covering(names: list[Mark]) -> list[Mark]:
    """The names that no longer name covers, in order of place."""
    kept: list[Mark] = []
    for mark in sorted(names, key=_place):
        if not kept or mark.end > kept[-1].end:
            kept.append(mark)
    return kept


def _inside(start: int, end: int, name: Mark) -> bool:
    """Whether a longer name covers what stands there; it begins no later."""
    return end <= name.end and name.end - name.start > end - start
