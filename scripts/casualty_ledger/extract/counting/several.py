"""Words for a number that nobody gives: "several soldiers were killed", "plusieurs blessés".

The number reader leaves them out, since most of them count nothing that anybody asks about. Here
one is a vague number where a noun for people whom a loss befell follows it, or a noun for the lost.
"""

from casualty_ledger.extract.counting.persons import was_lost
from casualty_ledger.extract.events.cues import LOSSES
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.numbers.reading import Reading
from casualty_schemas.vocabularies import Bound

_INTERVAL = (2, None)
_PARTING = (Kind.PEOPLE, Kind.EVENT, Kind.SAYS, Kind.BARRIER, Kind.RELATIVE)
_NOUN_WORDS = 2  # from such a word to its noun
_AUXILIARY_WORDS = 3  # spaces: "several have been wounded"
_VERB_WORDS = 7  # spaces from a noun to the participle that ends the clause
_LED = 2  # characters from a noun to the word after it, where nouns lead their numbers


def with_several(passage: Passage, readings: list[Reading]) -> list[Reading]:
    """The numbers of a sentence with the words for several of the lost, in order."""
    marks = passage.of(Kind.FEW)
    losses = [one for one in passage.of(Kind.EVENT) if one.code in LOSSES] if marks else []
    if not losses:
        return readings
    found = [
        Reading(None, None, None, Bound.VAGUE, (mark.start, mark.end), _INTERVAL)
        for mark in marks
        if not _is_read(mark, readings) and _counts_lost(passage, mark, losses, readings)
    ]
    return sorted([*readings, *found], key=lambda one: one.span) if found else readings


def is_unnumbered(reading: Reading) -> bool:
    """Whether a reading is of a word for several, and of no vague number: dozens."""
    return reading.interval == _INTERVAL


def _is_read(mark: Mark, readings: list[Reading]) -> bool:
    """Whether a word is part of a number: "several hundred"."""
    return any(
        reading.span[0] < mark.end + 2 and mark.start < reading.span[1] for reading in readings
    )


def _counts_lost(passage: Passage, mark: Mark, losses: list[Mark], readings: list[Reading]) -> bool:
    """Whether a word stands beside a noun for people who were lost, or beside the loss itself."""
    if any(_is_theirs(passage, mark, loss, readings) for loss in losses):
        return True
    noun = _noun_of(passage, mark)
    if noun is None:
        return False
    first, last = min(mark.start, noun.start), max(mark.end, noun.end)
    return was_lost(passage, first, last, losses, readings) or any(
        _ends_clause(passage, noun, loss) for loss in losses
    )


def _is_theirs(passage: Passage, mark: Mark, loss: Mark, readings: list[Reading]) -> bool:
    """Whether a loss right after such a word tells what befell people: plusieurs blessés, 多人受伤.

    A verb alone only where others were counted before: "a dozen were killed and several wounded".
    Particles of one character may part the two in the Far East.
    """
    if loss.start < mark.end:
        return False
    auxiliaries = passage.of(Kind.AUXILIARY, mark.end, loss.start)
    between = passage.text[auxiliaries[-1].end if auxiliaries else mark.end : loss.start].strip()
    if passage.pack.matching != "words":
        return len(between) <= 1
    if between or passage.words(mark.end, loss.start) > _AUXILIARY_WORDS:
        return False
    noun = any(one.start < loss.end for one in passage.of(Kind.PEOPLE, loss.start, loss.end))
    return noun or any(one.span[1] <= mark.start for one in readings)


def _ends_clause(passage: Passage, noun: Mark, loss: Mark) -> bool:
    """Whether an auxiliary after a noun leads up to a loss: wurden bei dem Angriff getötet."""
    gap = (noun.end, loss.start)
    if gap[0] > gap[1] or passage.words(*gap) > _VERB_WORDS or passage.has_comma(*gap):
        return False
    helps = passage.followed_by((Kind.AUXILIARY,), noun.end)
    return helps and not any(passage.of(kind, *gap) for kind in _PARTING)


def _noun_of(passage: Passage, mark: Mark) -> Mark | None:
    """The noun that such a word counts: after it, or right before it where nouns lead."""
    if passage.pack.head_before:
        before = passage.of(Kind.PEOPLE, passage.start, mark.start)[-1:]
        if before and mark.start - before[0].end <= _LED:
            return before[0]
    for one in passage.of(Kind.PEOPLE, mark.end, passage.end)[:1]:
        gap = (mark.end, one.start)
        if passage.words(*gap) <= _NOUN_WORDS and not passage.has_comma(*gap):
            return one
    return None
