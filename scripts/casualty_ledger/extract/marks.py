"""What a language file and the registers know, found in a text."""

from bisect import bisect_left
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
    RELAY_BEFORE = "relays.before"
    RELAY_AFTER = "relays.after"
    TITLE = "title"
    JOINER = "joiner"
    BARRIER = "barrier"
    PARTITIVE = "partitive"
    BREAKDOWN = "breakdown"
    MASK = "mask"
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


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a text by kind, each list in order of place."""

    by_kind: dict[Kind, list[Mark]]

    def of(self, kind: Kind, start: int, end: int) -> list[Mark]:
        """The marks of a kind that lie within a stretch."""
        found = self.by_kind.get(kind)
        if not found:
            return []
        first = bisect_left(found, start, key=_start)
        last = first
        while last < len(found) and found[last].start < end:
            last += 1
        return [mark for mark in found[first:last] if mark.end <= end]

    def touching(self, kind: Kind, start: int, end: int) -> bool:
        """Whether a mark of a kind begins within a stretch."""
        found = self.by_kind.get(kind)
        if not found:
            return False
        first = bisect_left(found, start, key=_start)
        return first < len(found) and found[first].start < end


def _start(mark: Mark) -> int:
    return mark.start


def arrange(found: list[Mark]) -> Marks:
    """Keep the longest of the marks that overlap, and those that no name swallows."""
    by_kind: dict[Kind, list[Mark]] = {}
    swallowed = _covering([mark for mark in found if mark.kind in SWALLOWING])
    for mark in sorted(found, key=lambda mark: (mark.start, -mark.end, mark.kind, mark.code)):
        if _inside(mark, swallowed):
            continue
        same = by_kind.setdefault(mark.kind, [])
        if same and mark.start < same[-1].end and not _twin(mark, same[-1]):
            continue
        same.append(mark)
    return Marks(by_kind)


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
    place = bisect_left(names, mark.start + 1, key=_start) - 1
    if place < 0:
        return False
    name = names[place]
    longer = name.end - name.start > mark.end - mark.start
    return longer and mark.end <= name.end
