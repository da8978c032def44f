"""Offices and other bodies that may give a figure, with the states they belong to."""

from casualty_ledger.extract.claimants.belonging import actor_of
from casualty_ledger.extract.claimants.source import (
    ARMY,
    COUNTERS,
    LAWMAKER,
    PRESS,
    SOURCES,
    Source,
)
from casualty_ledger.extract.claimants.speaking import counts_itself, is_attributed
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.names import Names

_BODIES = "bodies"
_PRINTED = (PRESS, COUNTERS, _BODIES)  # kept as printed where no table knows them
_RANKS = {LAWMAKER: 2, PRESS: 1}
NAMELESS = (LAWMAKER, "intelligence")  # whose state a text often leaves out
_GROUPS = ("officials", "intelligence")
_BESIDE = 5  # words between the press and a verb of counting


def offices_of(passage: Passage, names: Names, original: str) -> list[Source]:
    """An office with its country or countries: Seoul's spy agency."""
    found = []
    for organ in passage.of(Kind.ORGAN):
        actor, countries = actor_of(passage, organ, names)
        start = min([organ.start, *(mark.start for mark in countries)])
        end = max([organ.end, *(mark.end for mark in countries)])
        if organ.code == SOURCES and passage.of(Kind.ACTOR, start, end):
            continue  # "a source in the Ukrainian HUR": the service speaks
        if organ.code == _BODIES and _names_people(passage, end):
            continue  # "Hezbollah fighters"
        topic = passage.of(Kind.TOPIC, end, min(passage.end, end + 1))
        attributed = is_attributed(passage, start, end, near=organ.code == PRESS and not topic)
        role = organ.code
        if role == COUNTERS or (role == PRESS and counts_itself(passage, start, end, _BESIDE)):
            role, attributed = COUNTERS, True
        if actor is None and attributed and organ.code in _PRINTED:
            actor = original[start:end]
        if actor is None and countries and (attributed or organ.code in _GROUPS):
            known = organ.code == ARMY and offices().has(countries[0].code)
            actor = "" if known else original[start:end]
        if actor is None and (organ.code in NAMELESS or (attributed and not countries)):
            actor = ""
        if organ.code == ARMY and not attributed:
            continue  # an army that says nothing is a force, and no source
        if actor is not None and (actor or organ.code != ARMY or not countries):
            rank = _RANKS.get(role, 3)
            found.append(Source(start, end, actor, rank, attributed, role=role))
    return found


def _names_people(passage: Passage, end: int) -> bool:
    """Whether a noun for people follows a name at once: they are its people."""
    first = end if passage.pack.matching == "anywhere" else end + 1
    return passage.marks.touching(Kind.PEOPLE, first, first + 1)
