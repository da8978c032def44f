"""Whose people are counted: from the noun phrase, the sentence, an earlier sentence, the text."""

from casualty_ledger.extract.answers import Claim, Force, Statement
from casualty_ledger.extract.candidate import Found
from casualty_ledger.extract.claimants.claims import own_side, state_of
from casualty_ledger.extract.claimants.source import ARMY
from casualty_ledger.extract.counting.counts import CATEGORIES, Count, is_bare
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.forces.among import among, civilians_among
from casualty_ledger.extract.forces.called import called
from casualty_ledger.extract.forces.civilians import civilians, civilians_before
from casualty_ledger.extract.forces.doers import inflicts
from casualty_ledger.extract.forces.elsewhere import is_elsewhere, of_elsewhere, own_elsewhere
from casualty_ledger.extract.forces.fighters import fighter, fighter_beside, has_own_noun
from casualty_ledger.extract.forces.foreign import foreign_before, foreign_beside, foreign_sender
from casualty_ledger.extract.forces.holders import holder_of, is_part
from casualty_ledger.extract.forces.losers import loser
from casualty_ledger.extract.forces.nearest import DONE_TO, Near, nearest
from casualty_ledger.extract.forces.parties import is_marked_by, of_parties
from casualty_ledger.extract.forces.phrases import allotted, chosen, states_of
from casualty_ledger.extract.forces.possessors import possessor
from casualty_ledger.extract.forces.printed import described, named_otherwise, of_a_side
from casualty_ledger.extract.forces.senders import theme
from casualty_ledger.extract.forces.sides import lost_on_side, side_of
from casualty_ledger.extract.forces.together import beside, both_sides, first_joined, united
from casualty_ledger.extract.marking.clauses import in_one_clause
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.text import Text, party, survey

_BASE = "forces"
_HEAD = "president"
_PART_WITHIN = 24  # characters from a noun to its number
_OF_THEM_WITHIN = 16  # characters
_PRINTED = (CATEGORIES, "officers", "generals")
_LOOSE_HERE = 5.0  # where another was counted in the same sentence
_AMONG_WITHIN = 32  # characters before a state
_WITH_ARTICLE = 2  # spaces
_LOSES_WITHIN = 4  # words between a noun of loss and a state


def force_of(
    document: Text, statement: Statement, count: Count, cue: Cue | None, claim: Claim
) -> Force:
    """The population of a number, by the first of these that tells it, and where it was found.

    `cue` are the words that say what befell the counted, `claim` says who gives the number.
    """
    passage = statement.passage
    return (
        _of_civilians(document, passage, count)
        or _of_phrase(document, passage, count, cue)
        or _of_whole(document, count)
        or _of_side(document, statement, count, claim)
        or _of_named_side(document, passage, count, cue)
        or _of_irregulars(document, passage, count, cue)
        or own_elsewhere(document, statement, count)
        or _of_possessor(document, statement, count, claim)
        or _of_whom(document, passage, count)
        or _of_both(document, statement, count)
        or _of_united(document, statement, count, cue)
        or _of_sentence(document, statement, count, cue)
        or _of_army(document, passage, count, cue)
        or _of_sender(document, statement, count, cue)
        or _of_part(document, passage, count, claim)
        or of_elsewhere(document, statement, count, cue, claim)
        or _of_usual(document, count, claim)
        or _of_earlier(document, count)
        or _of_head_of_state(document, count, claim)
        or _of_text(document, count)
        or _of_unknown(document, statement, count, cue)
    )


def _of_party(document: Text, side: str, count: Count, basis: Found) -> Force:
    """The people of a party whom a number counts, by its noun.

    Officers, volunteers or convicts of a party of which the registers count none apart keep their
    noun: "57,000 volunteers".
    """
    populations = document.names.populations
    kind = count.head.code if count.head is not None else _BASE
    found = populations.get((side, kind)) or _part(document, side, count)
    return Force(found or populations.get((side, _BASE)), basis, party=side)


def _part(document: Text, side: str, count: Count) -> str | None:
    """The noun for a part of an army of which the registers have no parts, as printed."""
    head = count.head
    parts = sum(party == side for party, _ in document.names.populations)
    if head is None or head.code not in _PRINTED or parts > 1:
        return None
    if count.start - head.end > _PART_WITHIN:
        return None  # a general who speaks
    return document.original[head.start : head.end]


def _of_civilians(document: Text, passage: Passage, count: Count) -> Force | None:
    """The civilians whom a number counts or its sentence is about, as printed."""
    civil = (
        civilians(count, document.original)
        or civilians_among(passage, count, document.original)
        or civilians_before(passage, count, document.original)
    )
    return Force(civil, Found.PHRASE) if civil is not None else None


def _of_phrase(document: Text, passage: Passage, count: Count, cue: Cue | None) -> Force | None:
    """The population that the noun phrase of a number names."""
    near = states_of(passage, count, document.names)
    near = [mark for mark in near if not inflicts(passage, mark, count, cue)]
    if near:
        together = united(first_joined(passage, near), document.original)
        if together is not None:
            return Force(together, Found.PHRASE, united=True)
        return _of_party(document, chosen(passage, count, near).code, count, Found.PHRASE)
    told = allotted(passage, count, document.names) if cue and cue.event in LOSSES else None
    if told is not None:
        return _of_party(document, told.code, count, Found.PHRASE)
    other = named_otherwise(passage, count, document.original, document.names)
    if other is None and cue is not None and cue.event in LOSSES:
        other = of_a_side(passage, count, document.names, document.original)
    if other is not None:
        return Force(other, Found.PHRASE, printed=other, united=True)
    whole = among(passage, count, document.original, document.names)
    if whole is not None:
        return Force(whole, Found.PHRASE, printed=whole)
    demonym = foreign_beside(passage, count, document.names)
    return _of_foreign(document, demonym, Found.PHRASE) if demonym is not None else None


def _of_whole(document: Text, count: Count) -> Force | None:
    """The people of the whole of which a number without a noun is a part: 26 civilians, 12 here."""
    whole = document.whole
    if count.listed is None or count.head is not None or whole is None:
        return None
    return whole if whole.population is not None else None


def _of_irregulars(document: Text, passage: Passage, count: Count, cue: Cue | None) -> Force | None:
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


def _of_foreign(document: Text, state: Mark, basis: Found) -> Force:
    """The people of a state that no register counts, by its name as printed."""
    name = document.original[state.start : state.end]
    return Force(name, basis, printed=name, united=True)


def _of_side(document: Text, statement: Statement, count: Count, claim: Claim) -> Force | None:
    """The forces of who gives a number, or those whom they fight: "our soldiers", "the enemy"."""
    side = side_of(document, statement, count, claim)
    return _of_party(document, side, count, Found.PHRASE) if side is not None else None


def _of_named_side(document: Text, passage: Passage, count: Count, cue: Cue | None) -> Force | None:
    """The people of the state on whose side a loss befell: "on the Russian side 300 died"."""
    state = lost_on_side(passage, count, cue, document.names)
    if state is None:
        return None
    if (state.code, _BASE) in document.names.populations:
        return _of_party(document, state.code, count, Found.SENTENCE)
    return _of_foreign(document, state, Found.SENTENCE)


def _of_possessor(document: Text, statement: Statement, count: Count, claim: Claim) -> Force | None:
    """The forces of the side that "his" or "its" stands for: "300 of his soldiers"."""
    side = possessor(document, statement, count, claim)
    if side is None or (side, _BASE) not in document.names.populations:
        return None
    return _of_party(document, side, count, Found.SENTENCE)


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
    return _of_party(document, last, count, basis) if last is not None else None


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
    if has_own_noun(statement.passage, count):
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
        return _of_party(document, about.code, count, Found.SENTENCE)
    near = nearest(passage, count, cue, statement.named)
    other = foreign_before(passage, count, cue, document.names, near)
    if other is not None:
        return _of_foreign(document, other, Found.SENTENCE)
    if near is None or _is_passing(document, passage, count, cue, near):
        return None
    together = united(beside(statement.groups, near[1]), document.original)
    if together is not None:
        return Force(together, Found.SENTENCE, united=True)
    return _of_party(document, near[2], count, Found.SENTENCE)


def _of_army(document: Text, passage: Passage, count: Count, cue: Cue | None) -> Force | None:
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
    return None if recent else _of_party(document, code, count, Found.SENTENCE)


def _is_army(passage: Passage, mark: Mark) -> bool:
    """Whether a state with a preposition names its army: in the Russian army, in the ZSU."""
    if not is_marked_by(passage, mark, (Kind.PLACE_BEFORE,), (), words=0):
        return False
    own = passage.of(Kind.ACTOR, mark.start, mark.end)
    after = passage.of(Kind.ORGAN, mark.end, min(passage.end, mark.end + _PART_WITHIN))[:1]
    return bool(own) or any(
        one.code == ARMY and passage.text[mark.end : one.start] == " " for one in after
    )


def _of_sender(document: Text, statement: Statement, count: Count, cue: Cue | None) -> Force | None:
    """The people of a state that no register counts and that sends them."""
    state = foreign_sender(statement.passage, count, cue, document.names, statement.named)
    return _of_foreign(document, state, Found.SENTENCE) if state is not None else None


def _is_passing(
    document: Text, passage: Passage, count: Count, cue: Cue | None, near: Near
) -> bool:
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


def _of_part(document: Text, passage: Passage, count: Count, claim: Claim) -> Force | None:
    """Those of the number before of which a number is a part; else who alone may be meant."""
    part = document.forces.last if is_part(passage, count) else None
    holder = holder_of(document, count)
    if holder is not None and count.head is not None and count.head.code in _PRINTED:
        holder = document.forces.last or holder  # every army has officers
    side = part or holder or own_side(document, claim)
    return _of_party(document, side, count, Found.SENTENCE) if side is not None else None


def _of_usual(document: Text, count: Count, claim: Claim) -> Force | None:
    """Those of whom a service of a state at peace mostly speaks: Seoul's, of the North Koreans."""
    state = state_of(document, claim)
    sides = [side for side, speaks in sorted(offices().usual.items()) if speaks == state]
    if not sides or document.forces.age == 0 or not survey(document).seen[sides[0]]:
        return None
    return _of_party(document, sides[0], count, Found.EARLIER_SENTENCE)


def _of_earlier(document: Text, count: Count) -> Force | None:
    """The people of the party named or counted last in the sentences before."""
    return _of_last(document, count, Found.EARLIER_SENTENCE)


def _of_head_of_state(document: Text, count: Count, claim: Claim) -> Force | None:
    """The soldiers of a president who gives a number and says no more."""
    side = state_of(document, claim)
    if not side or (side, _BASE) not in document.names.populations:
        return None
    heads = offices().actor([side], _HEAD)
    return _of_party(document, side, count, Found.DOCUMENT) if claim.by.claimant == heads else None


def _of_text(document: Text, count: Count) -> Force | None:
    """The people of the party that the whole text is about."""
    whole = party(document)
    return _of_party(document, whole, count, Found.DOCUMENT) if whole is not None else None


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
