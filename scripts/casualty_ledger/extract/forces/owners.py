"""Whose people are counted: from the noun phrase, the sentence, an earlier sentence, the text."""

from casualty_ledger.extract.answers import Claim, Force, Statement
from casualty_ledger.extract.candidate import Found
from casualty_ledger.extract.claimants.claims import own_side, state_of
from casualty_ledger.extract.counting.counts import Count, is_bare
from casualty_ledger.extract.events.cues import Cue
from casualty_ledger.extract.forces.armies import of_army
from casualty_ledger.extract.forces.attackers import of_struck
from casualty_ledger.extract.forces.called import called
from casualty_ledger.extract.forces.elsewhere import of_elsewhere, own_elsewhere
from casualty_ledger.extract.forces.fighters import has_own_noun
from casualty_ledger.extract.forces.foreign import foreign_before, foreign_sender
from casualty_ledger.extract.forces.gapped import of_gapped
from casualty_ledger.extract.forces.holders import holder_of, is_part
from casualty_ledger.extract.forces.losers import army_of, loser
from casualty_ledger.extract.forces.nearest import nearest
from casualty_ledger.extract.forces.others import is_next_item, is_of_another
from casualty_ledger.extract.forces.own_losses import of_own_losses
from casualty_ledger.extract.forces.passing import is_passing
from casualty_ledger.extract.forces.peoples import PRINTED, of_foreign, of_party
from casualty_ledger.extract.forces.possessors import possessor
from casualty_ledger.extract.forces.printed import described
from casualty_ledger.extract.forces.ranks import of_ranks
from casualty_ledger.extract.forces.senders import theme
from casualty_ledger.extract.forces.sides import lost_on_side, side_of
from casualty_ledger.extract.forces.together import beside, both_sides, united
from casualty_ledger.extract.forces.within import of_civilians, of_irregulars, of_phrase, of_whole
from casualty_ledger.extract.marking.clauses import in_one_clause
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.text import Text, party, survey

_BASE = "forces"
_HEAD = "president"
_OF_THEM_WITHIN = 16  # characters


def force_of(
    document: Text, statement: Statement, count: Count, cue: Cue | None, claim: Claim
) -> Force:
    """The population of a number, by the first of these that tells it, and where it was found.

    `cue` are the words that say what befell the counted, `claim` says who gives the number.
    """
    passage = statement.passage
    return (
        of_civilians(document, passage, count)
        or of_phrase(document, passage, count, cue)
        or of_gapped(document, passage, count)
        or of_whole(document, passage, count)
        or _of_side(document, statement, count, claim)
        or _of_named_side(document, passage, count, cue)
        or of_own_losses(document, statement, count, cue, claim)
        or of_irregulars(document, passage, count, cue)
        or of_ranks(document, passage, count, cue)
        or own_elsewhere(document, statement, count)
        or _of_possessor(document, statement, count, claim)
        or _of_whom(document, passage, count)
        or _of_both(document, statement, count)
        or _of_united(document, statement, count, cue)
        or _of_sentence(document, statement, count, cue)
        or of_army(document, passage, count, cue)
        or of_struck(document, statement, count, cue)
        or _of_sender(document, statement, count, cue)
        or _of_part(document, passage, count, claim)
        or of_elsewhere(document, statement, count, cue, claim)
        or _of_usual(document, count, claim)
        or _of_earlier(document, count)
        or _of_head_of_state(document, count, claim)
        or _of_text(document, count)
        or _of_unknown(document, statement, count, cue)
    )


def _of_side(document: Text, statement: Statement, count: Count, claim: Claim) -> Force | None:
    """The forces of who gives a number, or those whom they fight: "our soldiers", "the enemy"."""
    side = side_of(document, statement, count, claim)
    return of_party(document, side, count, Found.PHRASE) if side is not None else None


def _of_named_side(document: Text, passage: Passage, count: Count, cue: Cue | None) -> Force | None:
    """The people of the state on whose side a loss befell: "on the Russian side 300 died"."""
    state = lost_on_side(passage, count, cue, document.names)
    if state is None:
        return None
    if (state.code, _BASE) in document.names.populations:
        return of_party(document, state.code, count, Found.SENTENCE)
    return of_foreign(document, state, Found.SENTENCE)


def _of_possessor(document: Text, statement: Statement, count: Count, claim: Claim) -> Force | None:
    """The forces of the side that "his" or "its" stands for: "300 of his soldiers"."""
    side = possessor(document, statement, count, claim)
    if side is None or (side, _BASE) not in document.names.populations:
        return None
    return of_party(document, side, count, Found.SENTENCE)


def _of_whom(document: Text, passage: Passage, count: Count) -> Force | None:
    """Those of whom a number beside "of whom", "of them" is a part: the people counted last."""
    if document.forces.age > 1 or not _is_of_last(passage, count):
        return None
    return _of_last(document, count, Found.SENTENCE)


def _is_of_last(passage: Passage, count: Count) -> bool:
    """Whether "of whom" stands right before a number, or "of them" right after it."""
    before = passage.of(Kind.BREAKDOWN, passage.start, count.start)[-1:]
    if before and passage.words(before[0].end, count.start) <= 1:
        return in_one_clause(passage, before[0].end, count.start)
    after = passage.of(Kind.BREAKDOWN, count.end, min(passage.end, count.end + _OF_THEM_WITHIN))
    return any(not passage.text[count.end : one.start].strip(" .") for one in after)


def _of_last(document: Text, count: Count, basis: Found) -> Force | None:
    """The people who were counted last."""
    last, together = document.forces.last, document.forces.united
    if together is not None and document.forces.age <= 1:
        return Force(together, basis, united=True)
    return of_party(document, last, count, basis) if last is not None else None


def _of_both(document: Text, statement: Statement, count: Count) -> Force | None:
    """Two sides that are counted together, as printed."""
    found = both_sides(statement.passage, count, statement.groups)
    if found is None:
        return None
    return Force(document.original[found[0] : found[1]], Found.SENTENCE, united=True)


def _of_united(document: Text, statement: Statement, count: Count, cue: Cue | None) -> Force | None:
    """Those who were counted together before in a sentence that has named nobody since."""
    together = document.forces.united
    if together is None or document.forces.age != 0:
        return None
    if has_own_noun(statement.passage, count) or is_next_item(document, statement, count):
        return None  # 12 rebels and 8 members of the security forces
    own = (statement.floor, min(statement.passage.end, count.last + 1))
    if statement.passage.of(Kind.OWN, *own):
        return None  # "killed 20 militants, and two of its own soldiers were wounded"
    near = nearest(statement.passage, count, cue, statement.named)
    if near is not None and statement.floor <= near[1] < count.end:
        return None
    return Force(together, Found.SENTENCE, united=True)


def _of_sentence(
    document: Text, statement: Statement, count: Count, cue: Cue | None
) -> Force | None:
    """The population that the sentence names nearest to a number."""
    passage = statement.passage
    about = theme(passage, count, cue, statement.named)
    if about is not None:
        return of_party(document, about.code, count, Found.SENTENCE)
    near = nearest(passage, count, cue, statement.named)
    other = foreign_before(passage, count, cue, document.names, near)
    if other is not None and not is_of_another(document, statement, count, other):
        army = army_of(passage, other, document.original)
        return Force(army, Found.SENTENCE, printed=army, united=True)
    if near is None or is_passing(document, passage, count, cue, near):
        return None
    together = united(beside(statement.groups, near[1]), document.original)
    if together is not None:
        return Force(together, Found.SENTENCE, united=True)
    return of_party(document, near[2], count, Found.SENTENCE)


def _of_sender(document: Text, statement: Statement, count: Count, cue: Cue | None) -> Force | None:
    """The people of a state that no register counts and that sends them."""
    state = foreign_sender(statement.passage, count, cue, document.names, statement.named)
    return of_foreign(document, state, Found.SENTENCE) if state is not None else None


def _of_part(document: Text, passage: Passage, count: Count, claim: Claim) -> Force | None:
    """Those of the number before of which a number is a part; else who alone may be meant."""
    part = document.forces.last if is_part(passage, count) else None
    holder = holder_of(document, count)
    if holder is not None and count.head is not None and count.head.code in PRINTED:
        holder = document.forces.last or holder  # every army has officers
    side = part or holder or own_side(document, claim)
    return of_party(document, side, count, Found.SENTENCE) if side is not None else None


def _of_usual(document: Text, count: Count, claim: Claim) -> Force | None:
    """Those of whom a service of a state at peace mostly speaks: Seoul's, of the North Koreans."""
    state = state_of(document, claim)
    sides = [side for side, speaks in sorted(offices().usual.items()) if speaks == state]
    if not sides or document.forces.age == 0 or not survey(document).seen[sides[0]]:
        return None
    return of_party(document, sides[0], count, Found.EARLIER_SENTENCE)


def _of_earlier(document: Text, count: Count) -> Force | None:
    """The people of the party named or counted last in the sentences before."""
    return _of_last(document, count, Found.EARLIER_SENTENCE)


def _of_head_of_state(document: Text, count: Count, claim: Claim) -> Force | None:
    """The soldiers of a president who gives a number and says no more."""
    side = state_of(document, claim)
    if not side or (side, _BASE) not in document.names.populations:
        return None
    heads = offices().actor([side], _HEAD)
    return of_party(document, side, count, Found.DOCUMENT) if claim.by.claimant == heads else None


def _of_text(document: Text, count: Count) -> Force | None:
    """The people of the party that the whole text is about."""
    whole = party(document)
    return of_party(document, whole, count, Found.DOCUMENT) if whole is not None else None


def _of_unknown(document: Text, statement: Statement, count: Count, cue: Cue | None) -> Force:
    """The name as printed of a force that no register knows; of the one before without a noun."""
    passage = statement.passage
    printed = described(passage, count, document.original)
    if printed is not None:
        return Force(printed, Found.PHRASE, printed=printed)
    lost = loser(passage, count, cue, document.original, document.names)
    if lost is not None:
        return Force(lost, Found.SENTENCE, printed=lost)
    if document.forces.printed is not None and is_bare(passage, count):
        return Force(document.forces.printed, Found.EARLIER_SENTENCE)
    return called(document, statement, count, cue) or Force(None, Found.NONE)
