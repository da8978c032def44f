"""Whether a state strikes others in a sentence: North Korea shelled, 北朝鮮軍の砲撃で."""

from casualty_ledger.extract.forces.parties import stands_aside
from casualty_ledger.extract.forces.prepositions import is_marked_by
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import COMMAS, Passage

_WORDS = 8  # spaces between a state and the verb by which it strikes
_SIGNS = 36  # characters between the two, where words are written together or verbs come last
_SUBJECT_WITHIN = 3  # spaces between a verb and its subject
_NOUN_WITHIN = 2  # spaces between a state and the noun for its strike
_PARTICLE_WITHIN = 8  # characters from a state to its particle: 북한군이
_APART = (Kind.EVENT, Kind.SAYS, Kind.BARRIER, Kind.COUNTRY, Kind.RELATIVE)


def is_attacker(passage: Passage, mark: Mark) -> bool:
    """Whether a state is the subject of a verb of striking, or a strike is its own."""
    return _strikes(passage, mark) or _has_strike(passage, mark)


def _strikes(passage: Passage, mark: Mark) -> bool:
    """Whether a verb of striking has a state as its subject: North Korean guns opened fire."""
    verbs = passage.of(Kind.STRIKING)
    if not verbs or stands_aside(passage, mark):
        return False
    if passage.pack.verb_first:
        before = [one for one in verbs if one.end <= mark.start][-1:]
        return any(
            passage.words(one.end, mark.start) <= _SUBJECT_WITHIN
            and _is_open(passage, one.end, mark.start)
            for one in before
        )
    after = [one for one in verbs if one.start >= mark.end][:1]
    return any(_leads(passage, mark, one) for one in after)


def _leads(passage: Passage, mark: Mark, verb: Mark) -> bool:
    """Whether a state leads to a verb after it as its subject."""
    gap = (mark.end, verb.start)
    if not passage.pack.head_before:
        oblique = _word(passage, mark).endswith(passage.pack.oblique)
        return passage.words(*gap) <= _WORDS and not oblique and _is_open(passage, *gap)
    if gap[1] - gap[0] > _SIGNS or passage.of(Kind.SAYS, *gap) or passage.of(Kind.EVENT, *gap):
        return False
    if passage.pack.event_side != "after" or not passage.of(Kind.COUNTRY, *gap):
        return not passage.of(Kind.COUNTRY, *gap)
    near = passage.of(Kind.TOPIC, mark.end, min(passage.end, mark.end + _PARTICLE_WITHIN))
    return bool(near)  # 북한군이 러시아를


def _has_strike(passage: Passage, mark: Mark) -> bool:
    """Whether the noun for a strike belongs to a state: Russian shelling, frappes russes."""
    for noun in passage.of(Kind.STRIKES):
        if noun.start >= mark.end:
            gap = (mark.end, noun.start)
            if passage.words(*gap) <= _NOUN_WITHIN and _is_open(passage, *gap):
                return not is_marked_by(passage, mark, (Kind.PLACE_BEFORE,), ())
        elif passage.pack.adjectives_after and passage.text[noun.end : mark.start] == " ":
            return True
    return False


def _is_open(passage: Passage, start: int, end: int) -> bool:
    """Whether no other clause, state or event stands between two places."""
    return COMMAS.isdisjoint(passage.text[start:end]) and not any(
        passage.of(kind, start, end) for kind in _APART
    )


def _word(passage: Passage, mark: Mark) -> str:
    """The word in which a mark ends."""
    space = passage.text.find(" ", mark.end, passage.end)
    return passage.text[mark.start : space if space >= 0 else passage.end]
