"""Who attacks others from afar, so that those who were lost are not theirs: X shelled an island."""

from casualty_ledger.extract.answers import Force, Statement
from casualty_ledger.extract.candidate import Found
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import Cue
from casualty_ledger.extract.forces.called import called
from casualty_ledger.extract.forces.elsewhere import is_elsewhere
from casualty_ledger.extract.forces.nearest import DONE_TO
from casualty_ledger.extract.forces.parties import of_parties
from casualty_ledger.extract.forces.peoples import of_party
from casualty_ledger.extract.forces.strikes import is_attacker
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.text import Text, everyone, party

_ENEMIES = {"UA": "RU", "RU": "UA", "KP": "UA"}  # whom a party strikes, where the text names them


def of_struck(document: Text, statement: Statement, count: Count, cue: Cue | None) -> Force | None:
    """Whom a strike hit, where the only party that could be counted is the one who struck.

    "North Korea shelled the island. Two marines died": theirs are not its own. The people of its
    enemy, if the text names them, else those of the noun.
    """
    if cue is None or cue.event not in DONE_TO or is_elsewhere(document):
        return None
    side = document.forces.last if document.forces.age <= 1 else party(document)
    side = side or party(document)
    if side is None or not _struck(document, statement.passage, side):
        return None
    enemy = _ENEMIES.get(side)
    if enemy is not None and everyone(document).seen[enemy]:
        return of_party(document, enemy, count, Found.DOCUMENT)
    forces = document.forces
    if forces.age <= 1 and forces.last == side and forces.called is None:
        return None  # its own were counted
    return called(document, statement, count, cue) or Force(None, Found.NONE)


def _struck(document: Text, passage: Passage, side: str) -> bool:
    """Whether a sentence or the one before it tells that a party struck others.

    Or any sentence of a text that names no other party.
    """
    if set(everyone(document).seen) <= {side}:
        return side in _attackers(document)
    return any(side in _striking(document, one) for one in (*document.before(), passage))


def _attackers(document: Text) -> frozenset[str]:
    """The parties that strike others in any sentence of a text."""
    if document.attackers is None:
        told = (_striking(document, one) for one in document.every_passage())
        document.attackers = frozenset().union(*told)
    return document.attackers


def _striking(document: Text, passage: Passage) -> frozenset[str]:
    """The parties that strike others in a sentence."""
    named = of_parties(passage, document.names)
    return frozenset(mark.code for mark in named if is_attacker(passage, mark))
