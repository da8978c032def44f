"""The army in which a loss befell: "in the Russian army 300 died"."""

from casualty_ledger.extract.answers import Force
from casualty_ledger.extract.candidate import Found
from casualty_ledger.extract.claimants.source import ARMY
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.forces.parties import of_parties
from casualty_ledger.extract.forces.peoples import of_party
from casualty_ledger.extract.forces.prepositions import is_marked_by
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.text import Text

_PART_WITHIN = 24  # characters from a noun to its number


def of_army(document: Text, passage: Passage, count: Count, cue: Cue | None) -> Force | None:
    """The army in which a loss befell, where nobody else is counted: "in the Russian army N died".

    It has a preposition as places have, which is why the sentence did not tell.
    """
    forces = document.forces
    if cue is None or cue.event not in LOSSES:
        return None
    armies = [
        mark
        for mark in of_parties(passage, document.names)
        if mark.end <= count.start and _is_army(passage, mark)
    ]
    if not armies or passage.crossed(armies[-1].end, count.start):
        return None
    code = armies[-1].code
    recent = forces.last is not None and forces.last != code and forces.age <= 1
    return None if recent else of_party(document, code, count, Found.SENTENCE)


def _is_army(passage: Passage, mark: Mark) -> bool:
    """Whether a state with a preposition names its army: in the Russian army, in the ZSU."""
    if not is_marked_by(passage, mark, (Kind.PLACE_BEFORE,), (), words=0):
        return False
    own = passage.of(Kind.ACTOR, mark.start, mark.end)
    after = passage.of(Kind.ORGAN, mark.end, min(passage.end, mark.end + _PART_WITHIN))[:1]
    return bool(own) or any(
        one.code == ARMY and passage.text[mark.end : one.start] == " " for one in after
    )
