"""A number that counts people, and what the reader answers of it."""

from dataclasses import dataclass

from casualty_ledger.extract.candidate import Event, EventStatus, Found
from casualty_ledger.extract.claimants.attribution import Attribution
from casualty_ledger.extract.claimants.source import Source
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.dates import When
from casualty_ledger.extract.events.cues import Cue
from casualty_ledger.extract.marking.marks import Mark
from casualty_ledger.extract.marking.passage import Passage
from casualty_schemas.vocabularies import Measure


@dataclass(slots=True)
class Statement:
    """A sentence with figures: what is looked up once for all of them."""

    index: int  # of the sentence in its text
    passage: Passage
    counts: list[Count]  # all its numbers, in order
    speakers: list[Source]  # who may have given a figure
    named: list[Mark]  # the states whose forces may be counted
    groups: list[list[Mark]]  # the same, those together that are named side by side
    dated: list[When]
    unsaid: Attribution  # whose figure it is where the sentence does not say

    # What the numbers before tell; `remembering` changes it.
    floor: int  # where the last one ends; at first where the sentence begins
    said: Attribution | None = None  # who gave the last one of which the sentence says so


@dataclass(slots=True)
class Claim:
    """Who gives a figure."""

    by: Attribution
    here: bool  # its own sentence says so
    press: Attribution | None = None  # media or experts beside it who only pass it on


@dataclass(slots=True)
class Happening:
    """What befell those who are counted."""

    cue: Cue | None  # the words that say so, if any do
    event: Event
    status: EventStatus
    measure: Measure


@dataclass(slots=True)
class Force:
    """Whose people are counted: an id of the registers or the name as printed."""

    population: str | None
    basis: Found
    party: str | None = None  # the one state that has them, if one alone does
    printed: str | None = None  # the name, where no register knows it
    united: bool = False  # several states have them together


@dataclass(slots=True)
class Figure:
    """A number that counts people, and the answers of which later ones depend."""

    count: Count
    claim: Claim
    happening: Happening
    force: Force
