"""Numbers with a noun that no list knows, of which a verb says that only the living undergo it.

"Nineteen Tigers died", "zahynuli \u010dty\u0159i horalov\u00e9": whoever they are, they are people.
"""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import Cue
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage

_NOUN_WORDS = 4  # from a number over its noun to the verb after it
_VERB_WORDS = 2  # from a verb to the number after it
_BEFORE = 12  # characters before a number in which its preposition stands
_AUXILIARY = 8  # characters before a participle: were killed
_HURT = (Event.KILLED, Event.WOUNDED)
_BETWEEN = (
    Kind.NOT_PEOPLE, Kind.PLACE_BEFORE, Kind.AGENT_BEFORE, Kind.OTHER_BEFORE, Kind.SAYS,
    Kind.BARRIER, Kind.RELATIVE, Kind.PARTITIVE, Kind.SINCE, Kind.UNTIL, Kind.SCOPE,
)  # fmt: skip


def have_died(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether the verb beside a number, or a passive after it, says that people were hurt.

    Not "died in five provinces", whose number has a preposition.
    """
    if cue.event not in _HURT or passage.pack.matching == "anywhere" or _is_led(passage, count):
        return False
    after = cue.start >= count.end
    gap = (count.end, cue.start) if after else (cue.end, count.start)
    if gap[0] > gap[1] or passage.words(*gap) > (_NOUN_WORDS if after else _VERB_WORDS):
        return False
    if passage.has_comma(*gap) or passage.crossed(*gap):
        return False
    if any(passage.of(kind, *gap) for kind in _BETWEEN):
        return False
    return bool(passage.of(Kind.DYING, cue.start, cue.end)) or (after and _is_passive(passage, cue))


def _is_led(passage: Passage, count: Count) -> bool:
    """Whether a preposition stands right before a number: in five provinces, by ten men."""
    begin = max(passage.start, count.start - _BEFORE)
    return any(
        not passage.text[mark.end : count.start].strip()
        for kind in (Kind.PLACE_BEFORE, Kind.AGENT_BEFORE, Kind.OTHER_BEFORE, Kind.SINCE)
        for mark in passage.of(kind, begin, count.start)
    )


def _is_passive(passage: Passage, cue: Cue) -> bool:
    """Whether a verb of being stands right before a participle: "were killed"."""
    begin = max(passage.start, cue.start - _AUXILIARY)
    return any(
        not passage.text[mark.end : cue.start].strip()
        for mark in passage.of(Kind.AUXILIARY, begin, cue.start)
    )
