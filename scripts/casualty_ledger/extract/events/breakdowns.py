"""Events of a whole and of its parts: "1,200 lost, of them 80 in battles"."""

from itertools import takewhile

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.closeness import BESIDE
from casualty_ledger.extract.events.cues import DEAD_AND_WOUNDED, LOSSES, Cue
from casualty_ledger.extract.events.parts import SLACK, Portion, value_of
from casualty_ledger.extract.marking.clauses import in_one_clause
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage

_BREAKDOWN_WITHIN = 1  # words
_FOLLOWS = 2
_IN_CLAUSE = 6
_IN_BATTLE = frozenset((Event.ENGAGED, Event.PRESENT))


def is_of_part(passage: Passage, count: Count, cue: Cue, cost: float) -> bool:
    """Whether an event near a whole is that of the part: of 6,000 men promised, 1,000 arrived.

    `cost` is how loosely it hangs together with the whole.
    """
    if _is_traceless(passage, count, cue):
        return False
    if cue.event in LOSSES and cost > BESIDE:
        return True
    if cue.start < count.last:
        return False
    limit = _IN_CLAUSE if in_one_clause(passage, count.last, cue.start) else _FOLLOWS
    return passage.words(count.last, cue.start) > limit


def _is_traceless(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether all of those whom "of" leads are missing: "of 60 soldiers there is no trace"."""
    return (
        cue.event is Event.MISSING
        and in_one_clause(passage, count.end, cue.start)
        and not any(start >= count.end for start, _ in passage.numbers)
    )


def moves_whole(passage: Passage, portion: Portion, cues: list[Cue]) -> bool:
    """Whether movements near a share are those of its whole: "half of the 11,000 sent".

    It has one, or it follows losses: "6,000 dead, half of all who fought".
    """
    count = portion.count
    if not count.share:
        return False
    if portion.whole is not None:
        return True
    following = passage.marks.touching(Kind.PARTITIVE, count.end, count.end + 2)
    before = [cue for cue in cues if cue.end <= count.start]
    return following and bool(before) and before[-1].event in LOSSES


def without_battles(
    passage: Passage, found: list[Count], assigned: list[Cue | None]
) -> list[Cue | None]:
    """A part of losses is of the lost, whatever they did: "1,200 lost, of them 80 in battles"."""
    told = list(assigned)
    for place in range(1, len(found)):
        whole, part = told[place - 1], told[place]
        if whole is None or part is None or whole.event not in LOSSES:
            continue
        if part.event in _IN_BATTLE and _breaks_down(passage, found[place - 1], found[place]):
            told[place] = None
    return told


def _breaks_down(passage: Passage, whole: Count, part: Count) -> bool:
    """Whether "of them", "including" or the like stands right before a part."""
    words = passage.of(Kind.BREAKDOWN, whole.end, part.start)
    return bool(words) and passage.words(words[-1].end, part.start) <= _BREAKDOWN_WITHIN


def summed(found: list[Count], assigned: list[Cue | None]) -> list[Cue | None]:
    """Losses that are told apart into dead, wounded and others who are lost are casualties."""
    told = list(assigned)
    for place, cue in enumerate(assigned):
        if cue is None or cue.event is not Event.LOSSES:
            continue
        if _add_up(found[place], _parts(found[place + 1 :], assigned[place + 1 :])):
            told[place] = cue._replace(event=Event.CASUALTIES)
    for place in range(2, len(found)):
        dead_and_wounded = _sum_before(found[: place + 1], assigned[:place])
        own = told[place]
        if dead_and_wounded is not None and (own is None or own.event in LOSSES):
            told[place] = (own or dead_and_wounded)._replace(event=Event.CASUALTIES)
    return told


def of_victims(
    passage: Passage, found: list[Count], assigned: list[Cue | None]
) -> list[Cue | None]:
    """Victims are the dead, where nothing says that they hold others as well.

    "400 victims and 800 wounded", Czech obětí; not "4,700 victims, of them 600 dead".
    """
    told = list(assigned)
    for place, cue in enumerate(assigned):
        following = assigned[place + 1] if place + 1 < len(found) else None
        if cue is None or cue.event is not Event.CASUALTIES:
            if cue is not None and _are_beside_wounded(passage, cue, following, found, place):
                told[place] = cue._replace(event=Event.KILLED)
            continue
        if following is not None and following.event is Event.WOUNDED:
            gap = (found[place].last, found[place + 1].start)
            dead = is_umbrella(passage, cue) and bool(passage.of(Kind.JOINER, *gap))
            dead = dead and not passage.of(Kind.BREAKDOWN, *gap)
        else:
            parted = following is not None and following.event is Event.KILLED
            dead = not parted and _is_victim(passage, cue)
        if dead:
            told[place] = cue._replace(event=Event.KILLED)
    return told


def _are_beside_wounded(
    passage: Passage, cue: Cue, following: Cue | None, found: list[Count], place: int
) -> bool:
    """Whether an army lost so many beside its wounded: "lost 600 men and has 4,000 wounded"."""
    if cue.event is not Event.LOSSES or following is None or following.event is not Event.WOUNDED:
        return False
    gap = (found[place].last, found[place + 1].start)
    joined = gap[0] <= gap[1] and bool(passage.of(Kind.JOINER, *gap))
    more = value_of(found[place + 1]) > value_of(found[place])
    return joined and more and not passage.of(Kind.BREAKDOWN, *gap)


def _is_victim(passage: Passage, cue: Cue) -> bool:
    """Whether an event is a noun that mostly means the dead."""
    victims = passage.of(Kind.VICTIM, cue.start, cue.end)
    return any((one.start, one.end) == (cue.start, cue.end) for one in victims)


def is_umbrella(passage: Passage, cue: Cue) -> bool:
    """Whether an event is a word for dead and wounded alike, and no phrase that names both."""
    marks = passage.of(Kind.EVENT, cue.start, cue.end)
    return len(marks) == 1 and not passage.words(cue.start, cue.end)


def _parts(found: list[Count], assigned: list[Cue | None]) -> list[tuple[Event, int]]:
    """The losses that follow a number, each with how many."""
    pairs = zip(assigned, found, strict=True)
    lost = takewhile(lambda pair: pair[0] is not None and pair[0].event in LOSSES, pairs)
    return [(cue.event, value_of(count)) for cue, count in lost if cue is not None]


def _add_up(whole: Count, parts: list[tuple[Event, int]]) -> bool:
    """Whether the first of some parts, dead and wounded among them, make up a whole."""
    size, total, events = value_of(whole), 0, set[Event]()
    for event, value in parts:
        total += value
        events.add(event)
        if events >= DEAD_AND_WOUNDED and abs(total - size) <= SLACK * size > 0:
            return True
    return False


def _sum_before(found: list[Count], assigned: list[Cue | None]) -> Cue | None:
    """The event of the last part, where the two numbers before one are its dead and wounded."""
    first, last = assigned[-2:]
    if first is None or last is None or {first.event, last.event} != DEAD_AND_WOUNDED:
        return None
    size = value_of(found[-1])
    total = sum(map(value_of, found[-3:-1]))
    return last if abs(total - size) <= SLACK * size > 0 else None
