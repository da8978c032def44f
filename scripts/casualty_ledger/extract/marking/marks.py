"""What a language file and the registers know, found in a text."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from enum import StrEnum
from typing import final


class Kind(StrEnum):
    """What a mark is. A name of the registers may give marks of several kinds."""

    PEOPLE = "people"  # a noun for people; code: the kind of people
    FIGHTER = "fighter"  # a noun for people that only means people of forces
    NOT_PEOPLE = "not_people"
    EXCEEDING = "exceeding"  # a verb that makes a number, its object, a lower limit
    RAISING = "raising"  # a verb whose "to" leads to a plain number: grew within a day to
    WAR = "war"  # a word for a war or what belongs to one: airstrike, front line
    EVENT = "event"
    DYING = "dying"  # a verb of loss that has no doer: to die, to perish
    INFLICTING = "inflicting"  # a verb by which somebody kills, hurts or captures others
    STRIKING = "striking"  # a verb by which somebody attacks others from afar: shelled, opened fire
    STRIKES = "strikes"  # a noun for such an attack: shelling, airstrike
    RANKS = "ranks"  # "in the ranks of", which opens a sentence on the dead of a side
    HAVING = "having"  # "had", "suffered", by which a side has its dead
    LOSING = "losing"  # a verb of losing, which in most wars is said of the dead
    LOCALITY = "locality"  # a noun for a place that no register knows: the city, its outskirts
    SEVERAL = "several"  # stands for a number that nobody gives: several wounded, many more
    FEW = "few"  # a number that nobody gives, of those who were lost: several, plusieurs
    HANDING = "handing"  # says that captives change hands, which ends their captivity
    VICTIM = "victim"  # a noun for the lost that means the dead where no others are told apart
    ANOTHER = "another"  # a pronoun for one person more: another, un autre
    REMAINS = "remains"  # a noun for the bodies of the dead
    AMOUNT = "amount"  # a noun for the number itself: their number, the figure
    STATUS = "status"
    COUNTRY = "country"
    POPULATION = "population"
    PLACE = "place"
    PLACE_BEFORE = "place_before"
    PLACE_AFTER = "place_after"
    DISPLACED = "displaced"  # says that people had to leave, which is no loss of a force
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
    GIVING = "attribution.giving"  # what is done with a figure that is said: released, given out
    DIFFERING = "attribution.differing"  # says that somebody has other figures: another count
    SECONDING = "attribution.seconding"  # says that others say so first: also, confirms
    OUTLET = "attribution.outlets"  # a noun for a medium or body whose name stands beside it
    GROUP = "attribution.groups"  # a noun by which the name of a body begins
    HEAD = "attribution.heads"  # a noun that ends the name of a body or of an office
    LISTENER = "attribution.listeners"  # a noun for a medium, in the case of who is told
    TOLD = "attribution.told"  # between a verb of saying and who says so: it, to reporters
    TOLD_TO = "attribution.told_to"  # "to" before the name of a medium that is told
    ABOUT = "attribution.about"  # opens what is told, so that who tells it follows the verb
    TAKING = "attribution.taking"  # by which somebody says that an attack is theirs
    VIEW = "attribution.views"  # before whose view a sentence tells, where it opens one: for
    AS = "attribution.as"  # opens a clause that its verb of saying ends: wie
    CLAIMING = "attribution.claiming"  # a modal verb of who claims a deed: will, wollen
    CONTROLLED = "attribution.controlled"  # makes the name beside it that of who runs another body
    PRONOUN = "attribution.pronouns"  # stands for who spoke last: he, they
    REPORT = "attribution.reports"  # a paper that stands for whoever gave it out: the study
    COUNTING = "attribution.counting"  # makes a publication the source of its own count
    NEGATION = "attribution.negations"  # before a verb: has not confirmed, declined to say
    THAT = "attribution.that"  # begins what is said: its subject does not speak
    OBJECT = "attribution.objects"  # right after a name: it does not speak
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
    POSSESSIVE = "possessive"  # makes them those of the side named last: his, its
    AUXILIARY = "auxiliary"  # may follow a number that has no noun: 12,000 were
    ENEMY = "enemy"  # makes them those whom who speaks fights
    BOTH = "both"  # the two sides of a war together
    BEING = "being"  # says that people may be somewhere, without another verb: there may be
    SIDE = "side"  # beside a state, on whose side people were lost
    THEME = "theme"  # right after the name that a sentence is about, not after any subject
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


_COUNTED = "prisoners"  # an office whose name is first of all people who are counted

# Of a mark: start, end below zero (longest first), kind, letters known below zero, code.
Place = tuple[int, int, "Kind", int, str]


@final
class Mark:
    """A known form in a folded text, from `start` to `end` (exclusive)."""

    __slots__ = ("code", "end", "kind", "start")

    def __init__(self, start: int, end: int, kind: Kind, code: str) -> None:
        self.start = start
        self.end = end
        self.kind = kind
        self.code = code


ByKind = dict[Kind, list[Mark]]
Starts = tuple[list[Mark], list[int]]  # marks in order of place, and where each begins
_NONE: Starts = ([], [])


class Marks:
    """The marks of a text by kind, each list in order of place; found line by line, when asked for.

    No sentence goes on over the end of a line, and no form does.
    """

    __slots__ = ("_ends", "_found", "_kinds", "_scan")

    def __init__(self, ends: list[int], scan: Callable[[int, int], list[Mark]]) -> None:
        """Take where each line ends, and what finds the marks of a line, in order of place."""
        self._ends = ends
        self._scan = scan
        self._found: dict[int, Starts] = {}  # of a line
        self._kinds: dict[int, dict[Kind, Starts]] = {}  # of a line, by kind

    def _line(self, line: int) -> Starts:
        found = self._found.get(line)
        if found is None:
            marks = self._scan(self._ends[line - 1] if line else 0, self._ends[line])
            found = self._found[line] = marks, [mark.start for mark in marks]
        return found

    def _kind(self, line: int, kind: Kind) -> Starts:
        """The marks of a kind in a line, and where they start."""
        kinds = self._kinds.get(line)
        if kinds is None:
            kinds = self._kinds[line] = {}
            for mark in self._line(line)[0]:
                marks, starts = kinds.setdefault(mark.kind, ([], []))
                marks.append(mark)
                starts.append(mark.start)
        return kinds.get(kind, _NONE)

    def _lines(self, start: int, end: int) -> range:
        """The lines that a stretch touches; mostly one."""
        first = bisect_right(self._ends, start)
        if first < len(self._ends) and end <= self._ends[first]:
            return range(first, first + 1)
        return range(first, min(len(self._ends), bisect_left(self._ends, end, first) + 1))

    def of(self, kind: Kind, start: int, end: int) -> list[Mark]:
        """The marks of a kind that lie within a stretch."""
        inside: list[Mark] = []
        for line in self._lines(start, end):
            marks, starts = self._kind(line, kind)
            for mark in marks[bisect_left(starts, start) : bisect_left(starts, end)]:
                if mark.end <= end:
                    inside.append(mark)
        return inside

    def within(self, start: int, end: int) -> ByKind:
        """All marks that lie within a stretch, by kind; without the kinds that have none."""
        inside: ByKind = {}
        for line in self._lines(start, end):
            found, starts = self._line(line)
            for mark in found[bisect_left(starts, start) : bisect_left(starts, end)]:
                if mark.end <= end:
                    inside.setdefault(mark.kind, []).append(mark)
        return inside

    def touching(self, kind: Kind, start: int, end: int) -> bool:
        """Whether a mark of a kind begins within a stretch."""
        for line in self._lines(start, end):
            starts = self._kind(line, kind)[1]
            first = bisect_left(starts, start)
            if first < len(starts) and starts[first] < end:
                return True
        return False


def arrange(found: set[Place]) -> list[Mark]:
    """Keep the longest of the marks that overlap, and those that no name swallows, in order.

    Of two events in one word the one stands of which more letters are known: "stationed" before
    "station*". So does a noun for people before one for things: "villager*" before "village*".
    """
    kept: list[Mark] = []
    last: dict[Kind, Mark] = {}
    places = sorted(found)
    swallow = _covering(places)
    starts = [start for start, _ in swallow]
    known = 0
    people = _letters_of_people(found)
    for start, negative, kind, letters, code in places:
        end = -negative
        if kind is Kind.NOT_PEOPLE and people.get((start, negative), letters) < letters:
            continue
        covering = bisect_right(starts, start) - 1
        if covering >= 0 and _inside(start, end, swallow[covering]):
            continue
        same = last.get(kind)
        twin = same is not None and start == same.start and end == same.end
        if twin and same is not None and same.code == code:
            continue  # one form by two entries: "jižní koreje" and "jižn* kore*"
        if twin and kind is Kind.EVENT and letters > known:
            continue
        if same is None or start >= same.end or twin:
            mark = last[kind] = Mark(start, end, kind, code)
            kept.append(mark)
            known = letters if kind is Kind.EVENT else known
    return kept


def _letters_of_people(found: set[Place]) -> dict[tuple[int, int], int]:
    """How many letters are known of each word for people, below zero, by its place."""
    known: dict[tuple[int, int], int] = {}
    for start, negative, kind, letters, _ in found:
        if kind is Kind.PEOPLE:
            known[start, negative] = min(letters, known.get((start, negative), 0))
    return known


def _covering(places: list[Place]) -> list[tuple[int, int]]:
    """The names that no longer name covers, in order of place."""
    kept: list[tuple[int, int]] = []
    last = -1
    for start, negative, kind, _, code in places:
        if -negative > last and kind in SWALLOWING and code != _COUNTED:
            last = -negative
            kept.append((start, last))
    return kept


def _inside(start: int, end: int, name: tuple[int, int]) -> bool:
    """Whether a longer name covers what stands there; it begins no later."""
    return end <= name[1] and name[1] - name[0] > end - start
