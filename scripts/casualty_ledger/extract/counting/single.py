"""One person: counted, or only spoken of."""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.counting.shares import divides
from casualty_ledger.extract.events.coordination import subjects
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.marking.articles import past_genitive, past_state
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_BEFALLING = LOSSES - {Event.DESERTED}  # one deserter is mostly somebody who speaks
_NEAR = 6.0  # up to this cost an event tells what befell somebody
_FAR = 14.0  # the same past what the noun belongs to, or whom "and" joins to it
_NOUN_WITHIN = 24  # characters after an event
_JOINED_WORDS = 8  # from a number to somebody whom "and" joins to it
_FATE = 80  # characters from one person to what befell that one


def befell_one(passage: Passage, count: Count, cue: Cue | None) -> bool:
    """Whether one person is counted and not only spoken of: one soldier was captured."""
    if cue is None or (cue.cost > _NEAR and not _is_far_subject(passage, count, cue)):
        return False
    if cue.start < count.start:
        return cue.event in _BEFALLING
    after = passage.of(Kind.EVENT, count.end, min(passage.end, count.end + _FATE))
    return any(Event(mark.code) in _BEFALLING and _is_fate(passage, count, mark) for mark in after)


def _is_far_subject(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether an event is parted from somebody only by words that belong to the noun.

    "A soldier of the peace force and a passer-by have been killed". Or it is that of others whom
    "and" joins to somebody: "three soldiers of the mission and a civilian die".
    """
    head = count.head
    if head is None or cue.cost > _FAR:
        return False
    if _is_joined(passage, count.start):
        return True
    if cue.start < head.end:
        return False
    return past_genitive(passage, past_state(passage, head.end)) is not None or bool(
        subjects(passage, count, cue)
    )


def _is_joined(passage: Passage, start: int) -> bool:
    """Whether "and" joins somebody to people with a number, and nothing is told between them."""
    joiners = passage.of(Kind.JOINER, passage.start, start)[-1:]
    if not joiners or passage.text[joiners[0].end : start].strip():
        return False
    before = [last for _, last in passage.numbers if last <= joiners[0].start][-1:]
    if not before or passage.words(before[0], start) > _JOINED_WORDS:
        return False
    gap = (before[0], start)
    nouns = passage.of(Kind.PEOPLE, *gap)
    return bool(nouns) and not passage.of(Kind.EVENT, *gap) and not passage.has_comma(*gap)


def _is_fate(passage: Passage, count: Count, event: Mark) -> bool:
    """Whether what befell somebody is told after a number, and does not only describe the counted.

    One captured soldier, or one of those captured, said how many had died.
    """
    gap = (count.end, event.start)
    if passage.crossed(*gap) > _joined(passage, count, event) or passage.of(Kind.SAYS, *gap):
        return False
    if _is_attribute(passage, event):
        return False
    return not (
        divides(passage, count) and count.head is not None and event.start <= count.head.end + 1
    )


def _joined(passage: Passage, count: Count, event: Mark) -> int:
    """How many numbers between share what befell them: "one soldier and nine rebels died".

    Where the verb ends the clause, all do that stand before it: 군인 1명, 반군 9명 숨져.
    """
    if passage.pack.head_before and not passage.of(Kind.EVENT, count.end, event.start):
        return passage.crossed(count.end, event.start)
    cue = Cue(Event(event.code), event.start, event.end, 0.0)
    return subjects(passage, count, cue)


def _is_attribute(passage: Passage, event: Mark) -> bool:
    """Whether what befell somebody only describes the noun after it: "captured soldier".

    Not where a number parts the two, or follows a noun that leads its own: 다치고 반군 9명.
    """
    noun = passage.of(Kind.PEOPLE, event.end, min(passage.end, event.end + _NOUN_WITHIN))[:1]
    if not noun or passage.words(event.end, noun[0].start) > 1:
        return False
    if passage.crossed(event.end, noun[0].start):
        return False
    if passage.of(Kind.PLACE_BEFORE, event.start, noun[0].start):
        return False  # "a civilian dies in a rebel attack"
    return not passage.pack.head_before or not any(
        noun[0].end <= start and passage.words(noun[0].end, start) <= 1
        for start, _ in passage.numbers
    )
