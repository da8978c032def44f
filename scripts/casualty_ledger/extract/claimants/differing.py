"""Whose figures a sentence says are others: "Kyiv's count is different: 120 soldiers died"."""

from casualty_ledger.extract.claimants.belonging import actor_of
from casualty_ledger.extract.claimants.source import PRESS, SOURCES, Source
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.names import Names

_WITHIN = 72  # characters of such a clause
_ENDS = (":", ";", " \u2014", " -")


def differing(passage: Passage, names: Names, original: str) -> list[Source]:
    """The one office or state of a short clause that says that somebody's figures are others.

    The clause ends at a colon, a semicolon or a dash, else with the sentence; it has no number.
    """
    end = _end(passage)
    if end - passage.start > _WITHIN or not passage.of(Kind.DIFFERING, passage.start, end):
        return []
    if passage.crossed(passage.start, end):
        return []
    organs = passage.of(Kind.ORGAN, passage.start, end)
    if organs and organs[0].code not in (PRESS, SOURCES):
        actor, states = actor_of(passage, organs[0], names)
        first = min([organs[0].start, *(one.start for one in states)])
        last = max([organs[0].end, *(one.end for one in states)])
        return [Source(first, last, actor or original[first:last], 3, True)]
    for actor_mark in passage.of(Kind.ACTOR, passage.start, end)[:1]:
        return [Source(actor_mark.start, actor_mark.end, actor_mark.code, 3, True)]
    named = passage.of(Kind.COUNTRY, passage.start, end)
    if len({mark.code for mark in named}) != 1:
        return []
    state = named[0]
    claimant = offices().actor([state.code], "government") or original[state.start : state.end]
    return [Source(state.start, state.end, claimant, 1, True, state=state.code)]


def _end(passage: Passage) -> int:
    """Where the first clause of a sentence ends."""
    found = [passage.text.find(one, passage.start, passage.end) for one in _ENDS]
    return min([passage.end, *(one for one in found if one >= 0)])
