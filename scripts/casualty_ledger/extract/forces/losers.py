"""The armed body or army that lost people, by its name: "the FARDC lost 58 men", "of its fighters".

It has no entry in the registers, and may be of a state that a text does not name.
"""

import re

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.claimants.source import ARMY, BODIES
from casualty_ledger.extract.claimants.speaking import is_attributed
from casualty_ledger.extract.counting.counts import Count, is_bare
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.forces.nearest import DONE_TO, is_predicate
from casualty_ledger.extract.forces.prepositions import is_marked_by
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.names import Names

_BASE = "forces"
_LOSES_WITHIN = 3  # words between a body and the verb by which it loses
_OBJECT_WITHIN = 4  # words between the verb and the number
_LINKED = 2  # spaces around "of" between a loss and whose it is
_STATE_WITHIN = 20  # characters between an army and its state
_SHORTEST = 4  # letters of an adjective
_WORD = re.compile(r" [^\W\d_]+")
_BROKEN = (Kind.SAYS, Kind.SAID_BY, Kind.BARRIER, Kind.PEOPLE, Kind.AGENT_BEFORE)


def loser(
    passage: Passage, count: Count, cue: Cue | None, original: str, names: Names
) -> str | None:
    """The body or army, as printed, that a number before or after its verb says to have lost."""
    if passage.pack.head_before or cue is None or cue.event not in LOSSES:
        return None
    bodies = [*passage.of(Kind.ORGAN, passage.start, count.start)]
    bodies += passage.of(Kind.PEOPLE, passage.start, count.start)
    for body in sorted(bodies, key=lambda one: -one.end):
        if body.code not in (BODIES, ARMY, _BASE) or passage.crossed(body.end, count.start):
            continue
        within = cue.start <= body.start < cue.end
        if within or passage.of(Kind.EVENT, body.start, body.end):
            continue  # the fallen
        start, end = with_state(passage, body, original)
        states = passage.of(Kind.COUNTRY, start, end)
        if any((mark.code, _BASE) in names.populations for mark in states):
            return None
        named = body.code != ARMY or end > body.end or bool(states) or is_bare(passage, count)
        named = named or (cue.event is Event.LOSSES and passage.text[cue.end : body.start] == " ")
        if named and _lost(passage, Mark(start, end, body.kind, body.code), count, cue):
            return original[start:end]
        return None  # a farther one stands in another clause
    return None


def _lost(passage: Passage, body: Mark, count: Count, cue: Cue) -> bool:
    """Whether a number is the loss of a body before it: by its verb, or as its dead."""
    if cue.event is Event.LOSSES:
        return _loses(passage, body, count, cue.start, cue.end) or _loses_last(
            passage, body, count, cue
        )
    if _has_its(passage, count):
        return not _is_apart(passage, body.end, count.start)
    verbs = passage.of(Kind.EVENT, body.end, count.start)[-2:]
    if any(
        verb.code == Event.LOSSES and _loses(passage, body, count, verb.start, verb.end)
        for verb in verbs
    ):
        return True  # "the army lost, in dead, 18 soldiers"
    if _has_losses(passage, body) and not _is_apart(passage, body.end, count.start):
        return True
    if _is_among(passage, body, count, cue):
        return True
    if body.code != BODIES or not is_bare(passage, count):
        return False
    gap = (body.end, count.start)
    if _is_apart(passage, *gap) or is_attributed(passage, body.start, body.end):
        return False
    dying = bool(passage.of(Kind.DYING, cue.start, cue.end))
    done = cue.event in DONE_TO and body.end <= cue.start < count.start and not dying
    return is_predicate(passage, cue, count) if done else dying and cue.end <= count.start


def _loses(passage: Passage, body: Mark, count: Count, start: int, end: int) -> bool:
    """Whether a body is the subject of a verb of loss, or whose losses they are."""
    if end > count.start or passage.words(end, count.start) > _words(passage, body, end):
        return False
    first, last = sorted(((body.start, body.end), (start, end)))
    gap = (first[1], last[0])
    return passage.words(*gap) <= _LOSES_WITHIN and not _is_apart(passage, *gap)


def _has_losses(passage: Passage, body: Mark) -> bool:
    """Whether a body stands right after the noun for losses: "the losses of Hamas were 20 dead"."""
    before = passage.of(Kind.EVENT, passage.start, body.start)[-1:]
    near = any(passage.words(one.end, body.start) <= _LINKED for one in before)
    return near and before[0].code == Event.LOSSES


def _loses_last(passage: Passage, body: Mark, count: Count, cue: Cue) -> bool:
    """Whether a verb of loss ends the clause of a body and its number: PKK 12 üyesini yitirdi."""
    if passage.pack.event_side != "after" or not body.end <= count.start < count.last <= cue.start:
        return False
    gap = (body.end, count.start)
    near = passage.words(*gap) <= _LOSES_WITHIN and not _is_apart(passage, *gap)
    return near and passage.words(count.last, cue.start) <= 1


def _is_among(passage: Passage, body: Mark, count: Count, cue: Cue) -> bool:
    """Whether the lost are said to be of a body before them: "of Hamas died 30 men"."""
    gap = (body.end, count.start)
    if _is_apart(passage, *gap) or passage.has_comma(*gap):
        return False
    if cue.end <= body.start and passage.pack.verb_first:
        begins = passage.of(Kind.PARTITIVE, cue.end, body.start)[-1:]
        led = any(passage.text[one.end : body.start] in ("", " ") for one in begins)
        return led and passage.words(*gap) <= 1
    placed = is_marked_by(passage, body, (Kind.PLACE_BEFORE,), (), words=0)
    return placed and passage.text[body.end : cue.start] == " " and cue.end <= count.start


def _words(passage: Passage, body: Mark, end: int) -> int:
    """How many words may stand between a verb and its number: with the name, where it follows."""
    if body.start < end:
        return _OBJECT_WITHIN
    return _OBJECT_WITHIN + passage.words(end, body.end)


def _has_its(passage: Passage, count: Count) -> bool:
    """Whether "its" or "its own" stands with the noun of a number: 41 of its fighters."""
    near = (count.start, min(passage.end, count.last + 1))
    return any(passage.of(kind, *near) for kind in (Kind.OWN, Kind.POSSESSIVE))


def _is_apart(passage: Passage, start: int, end: int) -> bool:
    return any(passage.of(kind, start, end) for kind in _BROKEN)


def with_state(passage: Passage, body: Mark, original: str) -> tuple[int, int]:
    """The name of a body with the state beside it: армія Азербайджану, l'esercito maliano."""
    begin, end = max(passage.start, body.start - _STATE_WITHIN), body.end + _STATE_WITHIN
    for state in passage.of(Kind.COUNTRY, body.end, min(passage.end, end))[:1]:
        of = passage.text[body.end : state.start].strip()
        parts = passage.of(Kind.PARTITIVE, body.end, state.start)
        if not of or any(of == passage.text[one.start : one.end] for one in parts):
            return body.start, state.end
    for state in passage.of(Kind.COUNTRY, begin, body.start)[-1:]:
        place = is_marked_by(passage, state, (Kind.PLACE_BEFORE,), ())
        if passage.text[state.end : body.start] == " " and not place:
            return state.start, body.end
    return body.start, _described_to(passage, body, original)


def army_of(passage: Passage, state: Mark, original: str) -> str:
    """The name of a state with the army or people that it describes: Малийская армия, Thai troops.

    An adjective alone names nobody.
    """
    near = (max(passage.start, state.start - _STATE_WITHIN), state.end + _STATE_WITHIN)
    for body in [*passage.of(Kind.PEOPLE, *near), *passage.of(Kind.ORGAN, *near)]:
        behind = passage.text[state.end : body.start] == " "
        before = _joins(passage, passage.text[body.end : state.start])
        if (behind or before) and _is_army(passage, body):
            return original[min(body.start, state.start) : max(body.end, state.end)]
    return original[state.start : state.end]


def _joins(passage: Passage, gap: str) -> bool:
    """Whether no more than an article stands between an army and what describes it."""
    after = passage.pack.adjectives_after or passage.pack.bare_genitives
    return after and (gap == " " or gap[1:] in passage.pack.prefixes)


def _is_army(passage: Passage, body: Mark) -> bool:
    """Whether a noun is one for an army or its people, and not for the lost: baixas militares."""
    lost = passage.of(Kind.EVENT, max(passage.start, body.start - _STATE_WITHIN), body.end)[-1:]
    return body.code in (ARMY, _BASE) and not any(one.end >= body.start - 1 for one in lost)


def _described_to(passage: Passage, body: Mark, original: str) -> int:
    """The end of the word after a body that no language file knows: Ejército argentino, ВС ЮАР."""
    word = _WORD.match(original, body.end, passage.end)
    if word is None or any(
        passage.marks.touching(kind, body.end + 1, body.end + 2) for kind in Kind
    ):
        return body.end
    capital = word.group()[1].isupper() and not passage.pack.capital_nouns
    long = passage.pack.adjectives_after and len(word.group()) > _SHORTEST
    return word.end() if capital or long else body.end
