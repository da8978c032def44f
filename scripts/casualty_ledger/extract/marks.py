"""What a language file and the registers know, found in a text."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a mark is. A name of the registers may give marks of several kinds."""

    PEOPLE = "people"  # a noun for people; code: the kind of people
    NOT_PEOPLE = "not_people"
    EVENT = "event"
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
    TOPIC = "attribution.topic"  # makes the name before it the subject of a verb at the end
    RELAY_BEFORE = "relays.before"
    RELAY_AFTER = "relays.after"
    TITLE = "title"
    JOINER = "joiner"
    BARRIER = "barrier"
    PARTITIVE = "partitive"
    WHOLE = "whole"
    BREAKDOWN = "breakdown"
    MASK = "mask"
    AUXILIARY = "auxiliary"  # may follow a number that has no noun: 12,000 were
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


@dataclass(frozen=True, slots=True)
class Mark:
    """A known form in a folded text, from `start` to `end` (exclusive)."""

    start: int
    end: int
    kind: Kind
    code: str


class Marks:
    """The marks of a text by kind, each list in order of place."""

    __slots__ = ("_by_kind", "_starts")

    def __init__(self, by_kind: dict[Kind, list[Mark]]) -> None:
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

    def touching(self, kind: Kind, start: int, end: int) -> bool:
        """Whether a mark of a kind begins within a stretch."""
        starts = self._starts.get(kind)
        if starts is None:
            return False
        first = bisect_left(starts, start)
        return first < len(starts) and starts[first] < end


def arrange(found: list[Mark]) -> Marks:
    """Keep the longest of the marks that overlap, and those that no name swallows."""
    by_kind: dict[Kind, list[Mark]] = {}
    swallowed = _covering([mark for mark in found if mark.kind in SWALLOWING])
    for mark in sorted(set(found), key=lambda mark: (mark.start, -mark.end, mark.kind, mark.code)):
        if _inside(mark, swallowed):
            continue
        same = by_kind.setdefault(mark.kind, [])
        if same and mark.start < same[-1].end and not _twin(mark, same[-1]):
            continue
        same.append(mark)
    return Marks(by_kind)


def _start(mark: Mark) -> int:
    return mark.start


def _twin(mark: Mark, other: Mark) -> bool:
    return (mark.start, mark.end) == (other.start, other.end)


def _covering(names: list[Mark]) -> list[Mark]:
    """The names that no longer name covers, in order of place."""
    kept: list[Mark] = []
    for mark in sorted(names, key=lambda mark: (mark.start, -mark.end, mark.kind, mark.code)):
        if not kept or mark.end > kept[-1].end:
            kept.append(mark)
    return kept


def _inside(mark: Mark, names: list[Mark]) -> bool:
    """Whether a longer name covers a mark."""
    place = bisect_right(names, mark.start, key=_start) - 1
    if place < 0:
        return False
    name = names[place]
    longer = name.end - name.start > mark.end - mark.start
    return longer and mark.end <= name.end
