"""Numbers that have no noun but the state of their people, or share that of another number."""

from casualty_ledger.extract.counting.counts import Count, stands_free
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.marking.articles import past_state
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_NEAR = 8.0  # the most that what befell them costs
_DESCRIBED = 2  # spaces around the one word for whose people they are
_NOUN_WITHIN = 32  # characters
_BEFORE = 48  # characters


def is_of_nation(passage: Passage, count: Count, cue: Cue | None) -> bool:
    """Whether a number without a noun counts people by the name of their state."""
    if cue is None or passage.pack.matching != "words":
        return False
    return _shares_noun(passage, count) or _are_nationals(passage, count, cue)


def _are_nationals(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether a number has the state of its people for a noun: "dont trois Français", "4 afgani".

    Nothing else follows it that it may describe, and they were lost.
    """
    if cue.event not in LOSSES:
        return False
    end = past_state(passage, count.end)
    if end == count.end or (cue.cost > _NEAR and not _is_part(passage, count)):
        return False
    bare = Count(count.start, end, count.reading, None, count.share)
    return stands_free(passage, bare)


def _is_part(passage: Passage, count: Count) -> bool:
    """Whether "including" or the like stands right before a number."""
    parts = passage.of(Kind.BREAKDOWN, max(passage.start, count.start - _BEFORE), count.start)[-1:]
    return bool(parts) and not passage.text[parts[0].end : count.start].strip()


def _shares_noun(passage: Passage, count: Count) -> bool:
    """Whether "and" joins a number to the one whose noun it has too.

    "Two British and three French soldiers", "trois soldats maliens et deux nigériens".
    """
    if passage.pack.head_before:
        return False
    if passage.pack.adjectives_after:
        return _has_noun_before(passage, count)
    return _has_noun_after(passage, count)


def _has_noun_after(passage: Passage, count: Count) -> bool:
    """Whether one word and "and" part a number from the next, whose own noun is described too."""
    following = next(((s, e) for s, e in passage.numbers if s >= count.end), None)
    if following is None or not _joins(passage, count.end, following[0]):
        return False
    end = min(passage.end, following[1] + _NOUN_WITHIN)
    nouns = passage.of(Kind.PEOPLE, following[1], end)[:1]
    gap = (following[1], nouns[0].start) if nouns else (0, 0)
    return passage.words(*gap) == _DESCRIBED and not passage.has_comma(*gap)


def _joins(passage: Passage, start: int, end: int) -> bool:
    """Whether there is one word that is no event or noun, and then "and", between two numbers."""
    joiners = passage.of(Kind.JOINER, start, end)
    if len(joiners) != 1 or passage.text[joiners[0].end : end].strip():
        return False
    gap = (start, joiners[0].start)
    if passage.words(*gap) != _DESCRIBED or passage.has_comma(*gap):
        return False
    return not any(passage.of(kind, *gap) for kind in (Kind.PEOPLE, Kind.EVENT, Kind.NOT_PEOPLE))


def _has_noun_before(passage: Passage, count: Count) -> bool:
    """Whether a state follows a number, and another the noun before "and"."""
    if past_state(passage, count.end) == count.end:
        return False
    begin = max(passage.start, count.start - _BEFORE)
    joiners = passage.of(Kind.JOINER, begin, count.start)[-1:]
    if not joiners or passage.text[joiners[0].end : count.start].strip():
        return False
    nouns: list[Mark] = passage.of(Kind.PEOPLE, begin, joiners[0].start)[-1:]
    if not nouns:
        return False
    described = past_state(passage, nouns[0].end)
    return described > nouns[0].end and not passage.text[described : joiners[0].start].strip()
