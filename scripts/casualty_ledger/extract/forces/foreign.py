"""Forces of states that no register counts, in a text on those that it counts: 1,000 Cubans."""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import Cue
from casualty_ledger.extract.forces.nearest import DONE_TO, Near, nearest
from casualty_ledger.extract.forces.parties import (
    loses,
    may_count,
    speaks_by_office,
    stands_aside,
)
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.names import Names

_BASE = "forces"
_LOOSE = 6.0
_BEFORE_WITHIN = 28  # characters
_AUXILIARY = 2  # words: "has lost"
_ARMY = (Kind.PEOPLE, Kind.ORGAN)


def foreign_beside(passage: Passage, count: Count, names: Names) -> Mark | None:
    """The state whose people a number without another noun counts: "1,000 Cubans"."""
    if count.head is not None:
        return None
    for mark in passage.of(Kind.COUNTRY, count.end, passage.end)[:1]:
        beside = not passage.text[count.end : mark.start].strip()
        if beside and (mark.code, _BASE) not in names.populations:
            return mark
    return None


def foreign_sender(
    passage: Passage, count: Count, cue: Cue | None, names: Names, named: list[Mark]
) -> Mark | None:
    """The only state of a sentence that may send people, where no register counts its people.

    "France is ready to send 2,000 soldiers to Ukraine". One whose offices give figures of others
    more often only says so.
    """
    if cue is None or cue.event is not Event.DEPLOYED or named:
        return None
    states = [mark for mark in passage.of(Kind.COUNTRY) if not stands_aside(passage, mark)]
    foreign = [mark for mark in states if (mark.code, _BASE) not in names.populations]
    if len({mark.code for mark in foreign}) != 1 or foreign[0].start >= count.start:
        return None
    if offices().has(foreign[0].code):
        return None
    return foreign[0]


def foreign_before(
    passage: Passage, count: Count, cue: Cue | None, names: Names, known: Near | None
) -> Mark | None:
    """The state without a register whose army stands nearer before a number than one with it."""
    if cue is not None and cue.event in DONE_TO and _leads(passage, cue, count):
        return None  # who says to have killed them
    armies = [
        mark
        for mark in passage.of(Kind.COUNTRY, passage.start, count.start)
        if (mark.code, _BASE) not in names.populations
        and (_has_army(passage, mark) or _lost(passage, mark))
        and not speaks_by_office(passage, mark)
    ]
    near = nearest(passage, count, cue, [mark for mark in armies if may_count(passage, mark)])
    if near is None or near[0] >= (min(known[0], _LOOSE) if known is not None else _LOOSE):
        return None
    return next(mark for mark in armies if mark.start == near[1])


def _lost(passage: Passage, mark: Mark) -> bool:
    """Whether a state is who lost: "the losses of the Soviet Union", "which lost 15,000"."""
    if loses(passage, mark):
        return True
    following = passage.of(Kind.EVENT, mark.end, min(passage.end, mark.end + _BEFORE_WITHIN))[:1]
    return any(
        one.code == Event.LOSSES and passage.words(mark.end, one.start) <= _AUXILIARY
        for one in following
    )


def _leads(passage: Passage, cue: Cue, count: Count) -> bool:
    """Whether an event stands right before a number, which is its object."""
    return cue.end <= count.start and passage.words(cue.end, count.start) <= 1


def _has_army(passage: Passage, mark: Mark) -> bool:
    """Whether a state stands with a noun for its people or its army: Polens Armee, 米軍."""
    within = mark.end + (1 if passage.pack.head_before else 2)
    if any(passage.marks.touching(kind, mark.end, within) for kind in _ARMY):
        return True
    if not passage.pack.adjectives_after:
        return False
    begin = max(passage.start, mark.start - _BEFORE_WITHIN)
    before = [one for kind in _ARMY for one in passage.of(kind, begin, mark.start)]
    return any(passage.words(one.end, mark.start) <= 1 for one in before)
