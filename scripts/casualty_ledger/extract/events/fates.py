"""What became of those who were lost: before movements, in kind, and in what was shown of them."""

import re
from itertools import pairwise

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import LOSSES, MOVEMENTS, Cue, of_wounds
from casualty_ledger.extract.marking.articles import past_state
from casualty_ledger.extract.marking.clauses import in_one_clause, in_one_stretch, is_past_clause
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import COMMAS, Passage

_CLOSE = 6.0  # the most that a loss costs past a clause about the counted
_BACK_WITHIN = 8  # words
_DEAD_WITHIN = 1  # words from a noun, or the states that describe it, to "dead"
_SHOWN = 2
_DEATH_WITHIN = 40  # characters from a word for the wounded to their death
_KIND_WITHIN = 4
_UMBRELLA = 8.0  # the most that dead and wounded cost who are the losses of a number
_UMBRELLA_BEFORE = 16.0  # the same before the number: "dead and wounded together, its losses are"
_EXPLAINED = 9
_ASIDE = 2
_SHOWING = frozenset((Event.PORTRAITS, Event.GRAVES))
_KINDS = frozenset((Event.KILLED, Event.WOUNDED, Event.CASUALTIES))
_NONE: frozenset[Event] = frozenset()
_LED_TO = {  # which losses a verb right before a number of people leads to
    Event.ARRIVED: frozenset((Event.KILLED,)),
    Event.PRESENT: frozenset((Event.KILLED, Event.MISSING, Event.WOUNDED)),
}
_OPENING = re.compile(r"[(\u2014]|(?<!\S)-")  # a hyphen inside a word opens nothing


def losses_first(passage: Passage, start: int, options: list[Cue]) -> list[Cue]:
    """Leave out movements that stand between a number and its loss, in one stretch.

    `start` is where the number ends, or its whole. Who comes back wounded has come back, and "kamen
    acht Soldaten ums Leben" is no arrival.
    """
    first = _first_loss(passage, start, options)
    if first is None:
        return options
    if first.cost > _CLOSE and is_past_clause(passage, start, first.start):
        options = [cue._replace(cost=_CLOSE) if cue is first else cue for cue in options]
    back = _back(passage, first, options) if first.event is Event.WOUNDED else []
    if back:
        return back
    return [cue for cue in options if not _leads_to(passage, start, first, cue)]


def _leads_to(passage: Passage, start: int, loss: Cue, cue: Cue) -> bool:
    """Whether a movement only leads on to a loss: before it, or "há 60 soldados desaparecidos"."""
    if cue.event not in MOVEMENTS:
        return False
    if start <= cue.start < loss.start:
        return True
    if loss.event not in _LED_TO.get(cue.event, _NONE) or cue.start >= start:
        return False
    gap = (start, loss.start)
    clause = in_one_stretch(passage, *gap) or is_past_clause(passage, *gap)
    return clause and not passage.has_comma(*gap)


def _first_loss(passage: Passage, start: int, options: list[Cue]) -> Cue | None:
    """The first loss after a place in one stretch with it, or past a clause about the counted."""
    for cue in options:
        if cue.start < start or cue.event not in LOSSES:
            continue
        gap = (start, cue.start)
        if in_one_stretch(passage, *gap) or is_past_clause(passage, *gap):
            return cue
    return None


def _back(passage: Passage, wounded: Cue, options: list[Cue]) -> list[Cue]:
    """The returns that the wounded have come to, a few words on in one clause."""
    return [
        cue
        for cue in options
        if cue.event is Event.RETURNED
        and cue.start >= wounded.end
        and passage.words(wounded.end, cue.start) <= _BACK_WITHIN
        and in_one_clause(passage, wounded.end, cue.start)
    ]


def bodies_first(passage: Passage, count: Count, options: list[Cue]) -> list[Cue]:
    """Leave out returns of people whose noun says that they are dead: "returned 757 dead soldiers".

    Bodies that come home are still of the dead.
    """
    head = count.head
    if head is None or head.start < count.end:
        return options
    end = past_state(passage, head.end)
    dead = any(
        cue.event is Event.KILLED
        and count.end <= cue.start
        and passage.words(end, max(end, cue.start)) <= _DEAD_WITHIN
        and in_one_clause(passage, count.end, cue.start)
        and not passage.of(Kind.AUXILIARY, min(end, cue.start), cue.start)
        for cue in options
    )
    return [cue for cue in options if not dead or cue.event is not Event.RETURNED]


def without_captivity(passage: Passage, count: Count, options: list[Cue]) -> list[Cue]:
    """Leave out the captivity that ends: "300 prisoners were exchanged", "freed 205 captives"."""
    returns = [cue for cue in options if cue.event is Event.RETURNED]
    if not returns:
        return options
    return [
        cue
        for cue in options
        if cue.event is not Event.CAPTURED
        or not any(_in_clause_with(passage, count, cue, back) for back in returns)
    ]


def _in_clause_with(passage: Passage, count: Count, one: Cue, other: Cue) -> bool:
    """Whether two events stand a few words apart, with no more than their number between."""
    start, end = min(one.end, other.end), max(one.start, other.start)
    around = start <= count.start and count.end <= end
    before, after = (start, count.start if around else start), (count.end if around else start, end)
    near = passage.words(*before) + passage.words(*after) <= _BACK_WITHIN
    return near and in_one_clause(passage, *before) and in_one_stretch(passage, *after)


def shown(passage: Passage, count: Count, loss: Cue, options: list[Cue]) -> Cue | None:
    """Portraits or graves of the lost: "portraits of 101 fallen", 101名阵亡者的遗像."""
    last = max(count.end, loss.end)
    for cue in options:
        if cue.event not in _SHOWING:
            continue
        gap = (last, cue.start) if cue.start >= last else (cue.end, count.start)
        if gap[0] <= gap[1] and passage.words(*gap) <= _SHOWN and not passage.has_comma(*gap):
            return cue
    return None


def died_of_wounds(passage: Passage, count: Count, loss: Cue) -> Cue | None:
    """The death of those whose noun says that they were wounded: "12 wounded soldiers died"."""
    if loss.event not in (Event.KILLED, Event.WOUNDED) or loss.start < count.end:
        return None
    marks = passage.of(Kind.EVENT, count.end, min(passage.end, loss.end + _DEATH_WITHIN))
    cues = [Cue(Event(one.code), one.start, one.end, loss.cost) for one in marks]
    for wounded, dead in pairwise(cues):
        beside = passage.words(count.end, wounded.start) <= _SHOWN
        if beside and loss.start in (wounded.start, dead.start):
            return (
                dead._replace(event=Event.DIED_OF_WOUNDS)
                if of_wounds(passage, wounded, dead)
                else None
            )
    return None


def dead_or_wounded(passage: Passage, count: Count, loss: Cue, options: list[Cue]) -> Cue | None:
    """The dead and wounded who a number's clause ends with: "3,000 fell, dead and wounded".

    In Arabic "the fall of 3,000 soldiers between dead and wounded" is how such a toll is put, or
    "3,000 soldiers fell between dead and wounded".
    """
    if loss.event is not Event.KILLED or passage.pack.head_before:
        return None
    after = max(count.last, loss.end)
    for cue in options:
        if cue.event is not Event.CASUALTIES or cue.start < after:
            continue
        gap = (after, cue.start)
        near = passage.words(*gap) <= _KIND_WITHIN and in_one_stretch(passage, *gap)
        if near and passage.words(cue.start, cue.end):
            return cue
    return None


def kind_of_loss(passage: Passage, count: Count, options: list[Cue]) -> Cue | None:
    """What sort of loss a number's own clause names: "lost 30 soldiers killed or wounded"."""
    for cue in options:
        if cue.event is Event.KILLED and _are_said_to_be(passage, count, cue):
            return cue
    for cue in options:
        if cue.event not in _KINDS:
            continue
        if (
            cue.event is Event.CASUALTIES
            and cue.cost <= (_UMBRELLA if cue.start >= count.start else _UMBRELLA_BEFORE)
            and _names_all(passage, count, cue)
        ):
            return cue
        if cue.start < count.end:
            continue
        near = passage.words(count.end, cue.start) <= _KIND_WITHIN
        if near and in_one_stretch(passage, count.end, cue.start):
            return cue
        if _explains(passage, count.end, cue.start):
            return cue
    return None


def _are_said_to_be(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether a clause right behind a number says what befell all: "lost 30 men, who died"."""
    if cue.start < count.last:
        return False
    gap = (count.last, cue.start)
    relative = passage.of(Kind.RELATIVE, *gap)[:1]
    begins = bool(relative) and not passage.text[gap[0] : relative[0].start].strip(" ,")
    return begins and passage.words(relative[0].end, gap[1]) <= _ASIDE


def _names_all(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether dead and wounded are named of all who are counted, on either side, past a comma.

    "Including the dead and wounded" names them of all as well, where no number of theirs follows.
    """
    if cue.start < count.end:
        return True
    if passage.of(Kind.JOINER, count.end, cue.start):
        return False
    numbered = any(
        start >= cue.end and passage.words(cue.end, start) <= _KIND_WITHIN
        for start, _ in passage.numbers
    )
    return not numbered or not passage.of(Kind.BREAKDOWN, count.end, cue.start)


def _noun_start(passage: Passage, start: int, end: int) -> int:
    """Where the noun for people begins that ends right before a place: "(soldiers killed"."""
    people = passage.of(Kind.PEOPLE, start, end)[-1:]
    beside = people and not passage.text[people[0].end : end].strip()
    return people[0].start if beside else end


def _opens(passage: Passage, start: int, end: int) -> bool:
    """Whether brackets or a dash open before, but for two words: "(here too the dead and"."""
    before = passage.text[start : _noun_start(passage, start, end)]
    opened = [mark.end() for mark in _OPENING.finditer(before)]
    aside = before[opened[-1] :] if opened else ""
    return bool(opened) and len(aside.split()) <= _ASIDE and COMMAS.isdisjoint(aside)


def _explains(passage: Passage, start: int, end: int) -> bool:
    """Whether brackets or a dash open right before: "236,000 (men killed and wounded)"."""
    return (
        _opens(passage, start, end)
        and not passage.crossed(start, end)
        and passage.words(start, end) <= _EXPLAINED
        and all(mark.code == Event.LOSSES for mark in passage.of(Kind.EVENT, start, end))
    )
