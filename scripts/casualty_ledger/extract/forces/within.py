"""The people whom the noun phrase of a number names, or the whole of which it is a part."""

from casualty_ledger.extract.answers import Force
from casualty_ledger.extract.candidate import Found
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.forces.among import among, civilians_among
from casualty_ledger.extract.forces.beside import of_a_side
from casualty_ledger.extract.forces.civilians import civilians, civilians_before
from casualty_ledger.extract.forces.elsewhere import is_elsewhere
from casualty_ledger.extract.forces.fighters import fighter, fighter_beside
from casualty_ledger.extract.forces.foreign import foreign_beside
from casualty_ledger.extract.forces.nearest import DONE_TO, is_doer
from casualty_ledger.extract.forces.peoples import of_foreign, of_party
from casualty_ledger.extract.forces.phrases import allotted, chosen, states_of
from casualty_ledger.extract.forces.predicates import predicate
from casualty_ledger.extract.forces.printed import described, named_otherwise
from casualty_ledger.extract.forces.suffered import sufferer
from casualty_ledger.extract.forces.together import first_joined, united
from casualty_ledger.extract.forces.wholes import whole_before
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.text import Text

_BASE = "forces"


def of_civilians(document: Text, passage: Passage, count: Count) -> Force | None:
    """The civilians whom a number counts or its sentence is about, as printed."""
    civil = (
        civilians(passage, count, document.original)
        or civilians_among(passage, count, document.original)
        or civilians_before(passage, count, document.original)
    )
    return Force(civil, Found.PHRASE) if civil is not None else None


def of_phrase(document: Text, passage: Passage, count: Count, cue: Cue | None) -> Force | None:
    """The population that the noun phrase of a number names."""
    near = states_of(passage, count, document.names)
    near = [mark for mark in near if not is_doer(passage, mark, count, cue)]
    if near:
        together = united(first_joined(passage, near), document.original)
        if together is not None:
            return Force(together, Found.PHRASE, united=True)
        return of_party(document, chosen(passage, count, near).code, count, Found.PHRASE)
    told = allotted(passage, count, document.names) if cue and cue.event in LOSSES else None
    if told is not None:
        return of_party(document, told.code, count, Found.PHRASE)
    other = named_otherwise(passage, count, document.original, document.names)
    if other is None and cue is not None and cue.event in LOSSES:
        other = sufferer(passage, count, document.original, document.names)
        other = other or of_a_side(passage, count, document.names, document.original)
    if other is not None:
        return Force(other, Found.PHRASE, printed=other, united=True)
    whole = among(passage, count, document.original, document.names)
    whole = whole or whole_before(passage, count, document.original, document.names)
    if whole is not None:
        return Force(whole, Found.PHRASE, printed=whole)
    demonym = foreign_beside(passage, count, document.names)
    return of_foreign(document, demonym, Found.PHRASE) if demonym is not None else None


def of_whole(document: Text, passage: Passage, count: Count) -> Force | None:
    """The people of the whole of which a number without a noun is a part: 26 civilians, 12 here."""
    whole = document.whole
    if count.listed is None or count.head is not None or whole is None:
        return None
    if predicate(passage, count) is not None:
        return None  # 27 of them are civilians
    return whole if whole.population is not None else None


def of_irregulars(document: Text, passage: Passage, count: Count, cue: Cue | None) -> Force | None:
    """Rebels or militants who were killed, and are of no state: Russian jets killed 15 rebels.

    Those whom a state lost it calls so only for its enemy's soldiers.
    """
    if cue is None or cue.event not in DONE_TO or is_elsewhere(document):
        return None
    head = fighter_beside(passage, count) if passage.pack.head_before else count.head
    if head is None or head.code not in ("", _BASE):
        return None
    noun = fighter(passage, count, document.original)
    irregular = noun is not None and passage.of(Kind.WAR, head.start, head.end)
    told = described(passage, count, document.original) or noun
    return Force(told, Found.PHRASE) if irregular else None
