"""What happened to those who are counted: an event for each number of a sentence.

The event that hangs together most closely with a number is its own: few words, no comma, clause
or other number between them. Where several are close, `choice` says which one it is.
"""

from typing import final

from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.breakdowns import (
    is_of_part,
    moves_whole,
    of_victims,
    summed,
    without_battles,
)
from casualty_ledger.extract.events.choice import choose, told_closer
from casualty_ledger.extract.events.closeness import OF_ANOTHER, befell_all, closeness, is_within
from casualty_ledger.extract.events.coordination import objects
from casualty_ledger.extract.events.cues import MOVEMENTS, Cue, cues_of
from casualty_ledger.extract.events.lists import enumerated, included, labelled, of_label, shared
from casualty_ledger.extract.events.parts import Portion, portions
from casualty_ledger.extract.events.sums import apposed
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage

_OTHER_SIDE = 1.5
_FARTHEST = 30.0
_HELD = 16.0  # an event farther off from a number is free for the next


def assign(passage: Passage, found: list[Count]) -> list[Cue | None]:
    """The cue of each number, in order; None where no event stands near."""
    cues = cues_of(passage)
    if not cues:
        return [None] * len(found)
    offer = _Offer(passage, cues)
    parts = portions(passage, found)
    assigned = included(parts, [offer.given(portion) for portion in parts])
    told = enumerated(passage, found, labelled(passage, found, shared(passage, found, assigned)))
    told = of_victims(passage, found, without_battles(passage, found, told))
    return apposed(passage, found, summed(found, told))


@final
class _Offer:
    """The events of a sentence, while they are given to its numbers from the first to the last."""

    __slots__ = ("cues", "passage", "side", "taken")

    def __init__(self, passage: Passage, cues: list[Cue]) -> None:
        self.passage = passage
        self.cues = cues
        self.side = passage.pack.event_side  # on which events stand: that of the first one given
        self.taken: set[Cue] = set()

    def given(self, portion: Portion) -> Cue | None:
        """The event of the next number, with its cost."""
        options = self._options(portion)
        label = of_label(self.passage, portion.count, self.cues)
        best = choose(self.passage, portion, options)
        if label is not None:
            best = told_closer(self.passage, portion.count, label, options)
        if best is None or best.cost > _FARTHEST:
            return None
        if best.cost <= _HELD:
            self.taken.add(Cue(best.event, best.start, best.end, 0.0))
        if not self.side:
            self.side = "after" if best.start >= portion.count.start else "before"
        return best

    def _options(self, portion: Portion) -> list[Cue]:
        """All events that a number may have, with what each costs."""
        excluded = moves_whole(self.passage, portion, self.cues)
        options = []
        for cue in self.cues:
            if excluded and cue.event in MOVEMENTS:
                continue  # "more than half of the 11,000 sent": who was sent is the whole
            cost = self._cost(portion, cue)
            if cost is not None:
                options.append(Cue(cue.event, cue.start, cue.end, cost))
        return options

    def _cost(self, portion: Portion, cue: Cue) -> float | None:
        """The cost of giving an event to a number; None where it is another's."""
        passage, count = self.passage, portion.count
        if cue in self.taken and _is_kept(passage, portion, cue):
            return None
        cost = closeness(passage, portion, cue)
        if cost is None:
            return None
        if self._is_aside(count, cue):
            cost += _OTHER_SIDE
        if cue in self.taken and not objects(passage, count, cue):
            cost += OF_ANOTHER
        parted = portion.is_whole and not befell_all(passage, count, cue)
        return None if parted and is_of_part(passage, count, cue, cost) else cost

    def _is_aside(self, count: Count, cue: Cue) -> bool:
        """Whether an event stands on the side of a number where events mostly do not."""
        if not self.side or (self.side == "before") == (cue.end <= count.start):
            return False
        return not is_within(cue, count) and not _leads(self.passage, cue, count)


def _is_kept(passage: Passage, portion: Portion, cue: Cue) -> bool:
    """Whether an event that the number before has is its alone."""
    count = portion.count
    if portion.is_whole or (portion.parts is not None and cue.end <= count.start):
        return True
    return count.head is not None and cue.end <= count.start and _is_listed(passage, count, cue)


def _is_listed(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether an event is only that of the number before: its noun, or parted by a comma."""
    ends = [last for _, last in passage.numbers if last <= cue.start]
    noun = bool(ends) and passage.words(ends[-1], cue.start) <= 1
    return noun or passage.has_comma(cue.end, count.start)


def _leads(passage: Passage, cue: Cue, count: Count) -> bool:
    """Whether an event is the noun right before its number, where nouns stand there."""
    return (
        passage.pack.head_before
        and cue.end <= count.start
        and passage.words(cue.end, count.start) <= 1
        and not passage.has_comma(cue.end, count.start)
        and not passage.of(Kind.BARRIER, cue.end, count.start)
    )
