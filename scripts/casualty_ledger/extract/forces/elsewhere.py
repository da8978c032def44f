"""Whose people are counted in a text on a war of states whose forces no register has."""

from collections import Counter

from casualty_ledger.extract.answers import Claim, Force, Statement
from casualty_ledger.extract.candidate import Event, Found
from casualty_ledger.extract.claimants.source import ARMY, BODIES
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.forces.called import called, goes_on, has_no_noun, noun_of
from casualty_ledger.extract.forces.describing import attacks
from casualty_ledger.extract.forces.fighters import fighter, has_own_noun, is_fighter
from casualty_ledger.extract.forces.losers import army_of, loser
from casualty_ledger.extract.forces.nearest import DONE_TO, nearest
from casualty_ledger.extract.forces.parties import (
    may_count,
    speaks_by_office,
    stands_aside,
)
from casualty_ledger.extract.forces.printed import described
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.text import Text

_BASE = "forces"
_OWN_WITHIN = 28  # characters
_LOOSE = 24.0
_AFTER_CAPITAL = frozenset("-\u2013\u2014(|/,")
_DATELINE = 4  # letters of a capital, and characters after it
_OF_A_STATE = frozenset(
    (
        ARMY, "commander", "defence", "foreign", "general_staff", "government", "joint_chiefs",
        "military_officials", "officials", "president",
    )
)  # fmt: skip


def of_elsewhere(
    document: Text, statement: Statement, count: Count, cue: Cue | None, claim: Claim
) -> Force | None:
    """The force of a number that names none of the registers, in a text on another war.

    The army that its sentence names, as printed, else its noun; None in other texts.
    """
    if not is_elsewhere(document):
        return None
    passage, last = statement.passage, document.forces.printed
    parted = passage.of(Kind.BREAKDOWN, passage.start, count.start)
    if last is not None and parted and not has_own_noun(passage, count):
        return Force(last, Found.EARLIER_SENTENCE)
    told = described(passage, count, document.original)
    return (
        _by_name(document, statement, count, cue, claim, told)
        or _by_state(document, statement, count, cue, claim, told)
        or _by_noun(document, statement, count, cue, told)
    )


def _by_name(
    document: Text, statement: Statement, count: Count, cue: Cue | None, claim: Claim,
    told: str | None,
) -> Force | None:  # fmt: skip
    """The fighters or the body that a sentence names, or those of whom the number before was."""
    passage, original = statement.passage, document.original
    if told is not None and _names_state(document, passage, told):
        return Force(told, Found.PHRASE, printed=told)
    armed = fighter(passage, count, original)
    if armed is not None:  # militants are of no state
        body = _armed_speaker(document, passage, count, cue, claim)
        return Force(body or told or armed, Found.PHRASE, printed=body or told)
    lost = loser(passage, count, cue, original, document.names)
    if lost is not None:
        return Force(lost, Found.SENTENCE, printed=lost)
    before = document.forces.called
    if before is not None and has_no_noun(document, passage, count) and goes_on(statement, count):
        return Force(before, Found.SENTENCE)
    return None


def _by_state(
    document: Text, statement: Statement, count: Count, cue: Cue | None, claim: Claim,
    told: str | None,
) -> Force | None:  # fmt: skip
    """The people of a state that a sentence names, by the name or the noun that holds it."""
    passage = statement.passage
    noun = told or noun_of(document, passage, count)
    state = _own(document, passage, count)
    if state is None and told is None:
        state = _speaker(document, passage, count, cue, claim)
    if state is None and noun is None:
        state = _named(document, statement, count, cue)
    if state is None:
        return None
    name = document.original[state.start : state.end]
    if noun is None or name not in noun:
        army = army_of(passage, state, document.original)
        if army == name and noun is not None and has_own_noun(passage, count):
            return Force(noun, Found.PHRASE, printed=noun)  # a state alone is no force
        noun = army
    return Force(noun, Found.SENTENCE, printed=noun)


def _by_noun(
    document: Text, statement: Statement, count: Count, cue: Cue | None, told: str | None
) -> Force:
    """The people of a number by its noun, or whom the sentences before name."""
    last = document.forces.printed
    if told is not None:
        return Force(told, Found.PHRASE)
    noun = called(document, statement, count, cue)
    if noun is not None and noun.basis is not Found.EARLIER_SENTENCE:
        return noun
    counted = document.forces.called is not None and document.forces.called_age <= 1
    if last is not None and not counted and has_no_noun(document, statement.passage, count):
        return Force(last, Found.EARLIER_SENTENCE)
    return noun or Force(None, Found.NONE)


def own_elsewhere(document: Text, statement: Statement, count: Count) -> Force | None:
    """The people of the state that a sentence on another war is about, beside "its own"."""
    passage = statement.passage
    near = (max(statement.floor, count.start - _OWN_WITHIN), min(passage.end, count.last + 1))
    state = _own(document, passage, count) if passage.of(Kind.OWN, *near) else None
    if state is None or not is_elsewhere(document):
        return None
    name = document.original[state.start : state.end]
    return Force(name, Found.SENTENCE, printed=name)


def _is_object(passage: Passage, count: Count, cue: Cue | None) -> bool:
    """Whether a number is the object of a verb of killing right before it: "killed N militants"."""
    if cue is None or cue.event not in DONE_TO or cue.end > count.start:
        return False
    return passage.words(cue.end, count.start) <= 1


def is_elsewhere(document: Text) -> bool:
    """Whether a text names a state at war without a register more often than any with one."""
    if document.elsewhere is None:
        marks = document.marks.of(Kind.COUNTRY, 0, len(document.folded.text))
        named = Counter(mark.code for mark in marks)
        known = max((named[code] for code, _ in document.names.populations), default=0)
        others = [named[code] for code in named if _is_foreign(document, code)]
        document.elsewhere = max(others, default=0) > known
    return document.elsewhere


def _is_foreign(document: Text, code: str) -> bool:
    """Whether neither the forces nor the offices of a state are in the registers."""
    if code == document.names.aside:
        return True
    return (code, _BASE) not in document.names.populations and code not in offices().offices


def _own(document: Text, passage: Passage, count: Count) -> Mark | None:
    """The state before "its soldiers"."""
    begin = max(passage.start, count.start - _OWN_WITHIN)
    if not passage.of(Kind.OWN, begin, min(passage.end, count.last + 1)):
        return None
    states = [mark for mark in passage.of(Kind.COUNTRY) if _is_foreign(document, mark.code)]
    if not passage.pack.verb_first:  # there a topic may open the sentence
        opened = passage.text.rfind(";", passage.start, count.start)
        inside = [one for one in states if opened < one.start < count.start]
        return next(iter(inside or states), None)
    acting = [one for one in states if one.end <= count.start and not stands_aside(passage, one)]
    return acting[-1] if acting else states[0] if states else None


def _names_state(document: Text, passage: Passage, noun: str) -> bool:
    """Whether a noun with what describes it holds a state: Afghan Taliban fighters."""
    return any(
        document.original[mark.start : mark.end] in noun and _is_foreign(document, mark.code)
        for mark in passage.of(Kind.COUNTRY)
    )


def _speaker(
    document: Text, passage: Passage, count: Count, cue: Cue | None, claim: Claim
) -> Mark | None:
    """The state whose army or government tells of lost soldiers and does not say whose they are.

    "The Thai army said five soldiers were killed in the clash with Cambodia": its own.
    """
    source = claim.by.source if claim.here else None
    if source is None or source.role not in _OF_A_STATE or count.head is None:
        return None
    if cue is None or cue.event not in LOSSES or not is_fighter(passage, count):
        return None
    if fighter(passage, count, document.original) is not None:
        return None  # militants are those whom they fight
    if _is_object(passage, count, cue) and not passage.pack.verb_first:
        return None  # "said it had killed 320 fighters"; where verbs come first, a noun leads
    states = passage.of(Kind.COUNTRY, source.start, source.end)
    own = [mark for mark in states if _is_foreign(document, mark.code)]
    return own[0] if len(states) == 1 and own else None


def _armed_speaker(
    document: Text, passage: Passage, count: Count, cue: Cue | None, claim: Claim
) -> str | None:
    """The armed group that tells of fighters who were lost: its own, as printed."""
    source = claim.by.source if claim.here else None
    if source is None or source.role != BODIES or cue is None or cue.event not in LOSSES:
        return None
    if _is_object(passage, count, cue) or not passage.of(Kind.WAR, source.start, source.end):
        return None
    return document.original[source.start : source.end]


def _named(document: Text, statement: Statement, count: Count, cue: Cue | None) -> Mark | None:
    """The state without a register that a sentence names nearest to a number as a force.

    One in the name of who speaks is none, unless who speaks tells what it lost itself.
    """
    passage = statement.passage
    loses = cue is not None and cue.event is Event.LOSSES
    voices = [one for one in statement.speakers if one.attributed and one.rank > 1 and not loses]
    states = [
        mark
        for mark in passage.of(Kind.COUNTRY)
        if _is_foreign(document, mark.code)
        and may_count(passage, mark)
        and not speaks_by_office(passage, mark)
        and not any(one.start <= mark.start and mark.end <= one.end for one in voices)
        and not attacks(passage, mark)
        and not _is_dateline(document, passage, mark)
        and not _heads(passage, mark, count)
    ]
    near = nearest(passage, count, cue, states)
    if near is None or near[0] >= _LOOSE:
        return None
    return next(mark for mark in states if mark.start == near[1])


def _is_dateline(document: Text, passage: Passage, mark: Mark) -> bool:
    """Whether a text opens with a capital from where it was sent: "BAMAKO - Eleven soldiers"."""
    name = document.original[mark.start : mark.end]
    after = passage.text[mark.end : mark.end + _DATELINE].lstrip(" .")
    opens = mark.start == passage.start and len(name) >= _DATELINE
    return opens and name.isupper() and after[:1] in _AFTER_CAPITAL


def _heads(passage: Passage, mark: Mark, count: Count) -> bool:
    """Whether a colon after a state makes it the place of which a headline tells: "Mali: 9 dead".

    A verb before it makes it more than that: "so the army of Mali: 9 dead".
    """
    led = passage.text[mark.end : mark.end + 2].lstrip(" ")[:1] == ":"
    acts = any(passage.of(kind, passage.start, mark.start) for kind in (Kind.EVENT, Kind.SAYS))
    return led and mark.end < count.start and not acts
