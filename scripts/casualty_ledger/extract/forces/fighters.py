"""Nouns that only mean people of forces: soldiers, and fighters of no state."""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counting.counts import FORCES, Count
from casualty_ledger.extract.events.cues import Cue
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.text import Text

_NEAR = 6.0  # up to this cost an event is theirs
_BESIDE = 12  # characters
_LEADING = (Kind.PLACE_BEFORE, Kind.AGENT_BEFORE)


def is_fighter(passage: Passage, count: Count) -> bool:
    """Whether the noun of a number only means people of forces."""
    head = count.head
    if head is None:
        return False
    if passage.pack.head_before:
        return fighter_beside(passage, count) is not None
    return bool(passage.of(Kind.FIGHTER, head.start, head.end))


def are_sent_men(document: Text, count: Count, cue: Cue | None) -> bool:
    """Whether men whom no word calls soldiers are sent or fight: "400 men took part"."""
    head = count.head
    if head is None or head.code != FORCES or cue is None or cue.cost > _NEAR:
        return False
    counter = document.folded.text[head.start : head.end] in document.lex.counters
    return not counter and cue.event in (Event.DEPLOYED, Event.ENGAGED)


def fighter(passage: Passage, count: Count, original: str) -> str | None:
    """The noun of a number alone, where it tells who they are: 25 militants, and not 25 soldiers.

    Neither does one that tells what befell them.
    """
    if not is_fighter(passage, count):
        return None
    noun = fighter_beside(passage, count) if passage.pack.head_before else count.head
    if noun is None or passage.of(Kind.EVENT, noun.start, noun.end):
        return None
    told = any(passage.of(kind, noun.start, noun.end) for kind in (Kind.WAR, Kind.ORGAN))
    if not told:
        return None  # nor government troops
    return original[noun.start : noun.end]


def is_general(passage: Passage, count: Count) -> bool:
    """Whether the noun of a number may be for anybody's people: members, men."""
    head = count.head
    if head is None or head.code != FORCES or head.start < count.start:
        return False
    return not any(
        passage.of(kind, head.start, head.end) for kind in (Kind.FIGHTER, Kind.ORGAN, Kind.WAR)
    )


def has_own_noun(passage: Passage, count: Count) -> bool:
    """Whether the noun of a number tells who is counted, and not only that they are people."""
    noun = fighter_beside(passage, count) if passage.pack.head_before else count.head
    if noun is None or passage.of(Kind.EVENT, noun.start, noun.end):
        return False
    return any(passage.of(kind, noun.start, noun.end) for kind in (Kind.FIGHTER, Kind.ORGAN))


def fighter_beside(passage: Passage, count: Count) -> Mark | None:
    """The noun for fighters beside a number that has a counter: 병사 30명, 30名士兵.

    One before a verb of killing is not counted: 政府军击毙6名武装分子. Nor is one after a number
    and a preposition: 14人在武装分子袭击时受伤.
    """
    begin, end = max(passage.start, count.start - _BESIDE), min(passage.end, count.end + _BESIDE)
    beside = passage.of(Kind.FIGHTER, begin, end)
    for mark in sorted(beside, key=lambda one: -one.start if one.end <= count.start else 0):
        gap = (mark.end, count.start) if mark.end <= count.start else (count.end, mark.start)
        apart = passage.has_comma(*gap) or passage.crossed(*gap)
        doer = mark.end <= count.start and passage.of(Kind.INFLICTING, *gap)
        led = mark.start >= count.end and any(passage.of(kind, *gap) for kind in _LEADING)
        if not apart and not doer and not led and not passage.of(Kind.JOINER, *gap):
            return mark
    return None
