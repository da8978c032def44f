"""Whether a state is only named in passing, where another has been counted in the sentence."""

from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.forces.nearest import Near
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.text import Text

_LOOSE_HERE = 5.0  # where another was counted in the same sentence
_AMONG_WITHIN = 32  # characters before a state
_WITH_ARTICLE = 2  # spaces
_LOSES_WITHIN = 4  # words between a noun of loss and a state


def is_passing(document: Text, passage: Passage, count: Count, cue: Cue | None, near: Near) -> bool:
    """Whether a state is only named in passing, where another has been counted in the sentence.

    One after the number is more often whom the counted help, fight or are sent to, unless they are
    of its own: "N dead among the Russians".
    """
    looseness, start, code = near
    if document.forces.last is None:
        return False
    loose = looseness >= _LOOSE_HERE and not _is_set_against(passage, count, start)
    if document.forces.age == 0 and loose and code != document.forces.last:
        return True
    if start < count.end or code == document.forces.last:
        return False
    loses = cue is not None and cue.event in LOSSES and count.end <= cue.start < start
    if loses and cue is not None and passage.words(cue.end, start) <= _LOSES_WITHIN:
        return False
    within = (max(count.end, start - _AMONG_WITHIN), start)
    return not passage.of(Kind.PARTITIVE, *within)


def _is_set_against(passage: Passage, count: Count, start: int) -> bool:
    """Whether a state begins a clause of its own before a number: "..., while Moscow has lost"."""
    barriers = passage.of(Kind.BARRIER, passage.start, start)[-1:]
    return (
        start < count.start
        and not passage.crossed(start, count.start)
        and any(
            passage.words(one.end, start) <= _WITH_ARTICLE
            and passage.text[passage.start : one.start].rstrip().endswith((",", ";"))
            for one in barriers
        )
    )
