"""People who only had to leave: the displaced, refugees, who fled and is no fighter."""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.claimants.source import ARMY
from casualty_ledger.extract.counting.counts import CATEGORIES, CIVILIANS, FORCES, Count
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.forces.fighters import is_fighter
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_BEFORE = 24  # characters
_NOUN_WORDS = 2  # from a number to its noun: "16 de morți"
_WORDS = 4  # between a number and the word that says that people left


def only_left(passage: Passage, count: Count, cue: Cue | None) -> bool:
    """Whether a number counts people who only left, which is no loss of a force.

    Fighters who flee have deserted, and so have people of a state that is named with their number,
    conscripts, and whoever leaves an army.
    """
    head = count.head
    if is_fighter(passage, count) or (head is not None and _is_of_state(passage, count, head)):
        return False
    if head is not None and cue is not None and cue.event is Event.DESERTED:
        army = any(mark.code == ARMY for mark in passage.of(Kind.ORGAN)) or passage.of(Kind.ACTOR)
        return head.code == CIVILIANS or not (army or head.code == CATEGORIES)
    return _is_displaced(passage, count, cue)


def _is_of_state(passage: Passage, count: Count, head: Mark) -> bool:
    """Whether a state is named in a noun, or between a number and one for people of forces.

    Or right before the number, where nouns lead theirs: 북한군 12명, 北朝鮮兵12人.
    """
    if passage.pack.head_before and head.code == FORCES:
        begin = max(passage.start, count.first - _BEFORE)
        for mark in passage.of(Kind.COUNTRY, begin, count.first)[-1:]:
            if passage.words(mark.end, count.first) <= 1:
                return True
    begin = min(head.start, count.end) if head.code == FORCES else head.start
    return bool(passage.of(Kind.COUNTRY, begin, head.end))


def _is_of_those_before(passage: Passage, count: Count, cue: Cue | None) -> bool:
    """Whether a loss is the noun of the number before: "30,000 dead and 150,000 refugees"."""
    if cue is None or cue.end > count.start or passage.crossed(cue.end, count.start):
        return False
    return any(
        last <= cue.start and passage.words(last, cue.start) <= _NOUN_WORDS
        for _, last in passage.numbers
    )


def _is_displaced(passage: Passage, count: Count, cue: Cue | None) -> bool:
    """Whether people only had to leave: "displaced two million", and not "killed 60 refugees"."""
    begin = max(passage.start, count.start - _BEFORE)
    for mark in passage.of(Kind.DISPLACED, begin, count.start)[-1:]:
        gap = (mark.end, count.start)
        if passage.words(*gap) <= 1 and not passage.has_comma(*gap):
            return True
    after = passage.of(Kind.DISPLACED, count.end, passage.end)[:1]
    if not after or passage.crossed(count.end, after[0].start):
        return False
    words = passage.words(count.end, after[0].start)
    lost = cue is not None and cue.event in LOSSES
    if lost and count.head is not None and after[0].start < count.head.end:
        return _is_of_those_before(passage, count, cue)  # else refugees who were killed
    return words <= _WORDS and not (lost and cue is not None and cue.cost <= words + 1)
