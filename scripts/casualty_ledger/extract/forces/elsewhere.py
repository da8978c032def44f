"""Whose people are counted in a text on a war of states whose forces no register has."""

import re
from collections import Counter

from casualty_ledger.extract.answers import Claim, Force, Statement
from casualty_ledger.extract.candidate import Event, Found
from casualty_ledger.extract.claimants.source import ARMY, BODIES
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.forces.called import called, goes_on, has_no_noun, noun_of
from casualty_ledger.extract.forces.fighters import fighter, is_fighter
from casualty_ledger.extract.forces.losers import loser
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
_ATTACK = 24  # characters around a state
_OF = 3  # characters between a state and its attack
_SUFFIX = re.compile(r"['\u2019][^\W\d_]{1,4} (?:[^\W\d_]+ )?")
_LINKING = " 's\u2019\u306e\uc758\u7684\u519b\u8ecd\uad70"  # 's, of, army
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

    The state that its sentence names, as printed, else its noun; None in other texts.
    """
    if not is_elsewhere(document):
        return None
    passage, last = statement.passage, document.forces.printed
    if last is not None and passage.of(Kind.BREAKDOWN, passage.start, count.start):
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
    if state is None and not (noun and _is_object(passage, count, cue)):
        state = _named(document, statement, count, cue)
    if state is None:
        return None
    name = document.original[state.start : state.end]
    name = noun if noun is not None and name in noun else name
    return Force(name, Found.SENTENCE, printed=name)


def _by_noun(
    document: Text, statement: Statement, count: Count, cue: Cue | None, told: str | None
) -> Force:
    """The people of a number by its noun, or whom the sentences before name."""
    last = document.forces.printed
    if last is not None and has_no_noun(document, statement.passage, count):
        return Force(last, Found.EARLIER_SENTENCE)
    if told is not None:
        return Force(told, Found.PHRASE)
    return called(document, statement, count, cue) or Force(None, Found.NONE)


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
    return (code, _BASE) not in document.names.populations and code not in offices().offices


def _own(document: Text, passage: Passage, count: Count) -> Mark | None:
    """The state before "its soldiers"."""
    begin = max(passage.start, count.start - _OWN_WITHIN)
    if not passage.of(Kind.OWN, begin, min(passage.end, count.last + 1)):
        return None
    states = [mark for mark in passage.of(Kind.COUNTRY) if _is_foreign(document, mark.code)]
    if not passage.pack.verb_first:  # there a topic may open the sentence
        return states[0] if states else None
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
        and not _attacks(passage, mark)
    ]
    near = nearest(passage, count, cue, states)
    if near is None or near[0] >= _LOOSE:
        return None
    return next(mark for mark in states if mark.start == near[1])


def _attacks(passage: Passage, state: Mark) -> bool:
    """Whether a state only says whose an attack is: Israeli airstrikes, イスラエルの空爆で."""
    near = (max(passage.start, state.start - _ATTACK), min(passage.end, state.end + _ATTACK))
    for war in passage.of(Kind.WAR, *near):
        if any(passage.of(kind, war.start, war.end) for kind in (Kind.ORGAN, Kind.PEOPLE)):
            continue  # an armed group, fighters
        gap = sorted((state.start, state.end, war.start, war.end))[1:3]
        after = war.start >= state.end
        if (after or passage.pack.adjectives_after) and _is_short(passage, gap[0], gap[1]):
            return True
    return False


def _is_short(passage: Passage, start: int, end: int) -> bool:
    """Whether nothing but a space, "of" or a noun for an army stands between two places."""
    between = passage.text[start:end]
    if _SUFFIX.fullmatch(between) is not None:
        return True  # İsrail'in saldırıları
    return end - start <= _OF and not between.strip(_LINKING)
