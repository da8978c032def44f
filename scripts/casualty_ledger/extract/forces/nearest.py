"""The state that a sentence names nearest to a number outside of its noun phrase."""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counting.counts import Count, amount_before, is_bare
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.forces.doers import inflicts
from casualty_ledger.extract.forces.prepositions import is_marked_by
from casualty_ledger.extract.forces.strikes import is_attacker
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_CLAUSE = 12.0
_AFTER = 2.0
_CROSSED_BEFORE = 4
_CROSSED_AFTER = 8
_OBJECT_WITHIN = 4  # words between a verb and its number
_OWNED = 3  # words between a loss and whose it is
_DOES = 3  # words between a state and what it does
_DONE_WITHIN = 48  # characters before a state in which what it does stands
_LEAD_WITHIN = 2  # spaces between a comma and "in which"
_COPULA_WITHIN = 2  # words between "are" and a number
_GIVEN = 2  # words between a number and the state whose people it counts
DONE_TO = frozenset((Event.KILLED, Event.WOUNDED, Event.CAPTURED))

# How loosely a state hangs together with a number, where it stands, and its code.
Near = tuple[float, int, str]


def nearest(passage: Passage, count: Count, cue: Cue | None, named: list[Mark]) -> Near | None:
    """The one of some states that hangs together most closely with a number, and how loosely."""
    return min(
        (
            (_cost(passage, mark, count, cue), mark.start, mark.code)
            for mark in named
            if not _does_it(passage, mark, count, cue)
        ),
        default=None,
    )


def _cost(passage: Passage, mark: Mark, count: Count, cue: Cue | None) -> float:
    """How loosely a state hangs together with a number."""
    if mark.end <= count.start:
        cost = _cost_before(passage, mark, count, cue)
    else:
        cost = passage.cost(count.end, mark.start) + _AFTER
        cost += _CROSSED_AFTER * passage.crossed(count.end, mark.start)
        cost += _CLAUSE * _in_brackets(passage, count, mark.start)
    return cost + _other_clause(passage, mark, count, cue)


def _cost_before(passage: Passage, mark: Mark, count: Count, cue: Cue | None) -> float:
    """How loosely a state before a number hangs together with it.

    One before a noun of loss is measured from there, and so is one between the two: "the losses
    of Ukraine since the beginning of Russia's operation exceed N".
    """
    cost = _apart(passage, mark.end, count.start)
    if _is_numbered(passage, mark, count):
        return min(cost, _AFTER)
    if cue is None or cue.event not in LOSSES or cue.end > count.start:
        return cost
    if passage.crossed(cue.end, count.start):
        return cost
    if mark.end <= cue.start:
        return min(cost, _apart(passage, mark.end, cue.start))
    led = passage.cost(cue.end, mark.start)
    return led if _is_owner(passage, cue, mark) else max(cost, led)


def _is_numbered(passage: Passage, mark: Mark, count: Count) -> bool:
    """Whether a state is beside the noun for the number: "the number of Koreans who fight is N"."""
    amount = amount_before(passage, count)
    if amount is None:
        return False
    first, last = sorted(((mark.start, mark.end), (amount.start, amount.end)))
    gap = (first[1], last[0])
    broken = passage.has_comma(*gap) or bool(passage.of(Kind.COUNTRY, *gap))
    return passage.words(*gap) <= _OWNED and not broken


def _is_owner(passage: Passage, cue: Cue, mark: Mark) -> bool:
    """Whether a state is the first one right after a loss: "losses of the forces of Ukraine"."""
    gap = (cue.end, mark.start)
    between = passage.of(Kind.COUNTRY, *gap) or passage.has_comma(*gap)
    return passage.words(*gap) <= _OWNED and not between


def _apart(passage: Passage, start: int, end: int) -> float:
    """How loosely two places hang together, where numbers may stand between."""
    return passage.cost(start, end) + _CROSSED_BEFORE * passage.crossed(start, end)


def _in_brackets(passage: Passage, count: Count, place: int) -> bool:
    """Whether brackets around a number close before a place: "Russia's losses (300 dead), X"."""
    opened = passage.text.rfind("(", passage.start, count.start)
    return (
        opened >= 0
        and ")" not in passage.text[opened : count.start]
        and ")" in passage.text[count.end : place]
    )


def _other_clause(passage: Passage, mark: Mark, count: Count, cue: Cue | None) -> float:
    """The cost of another event and a comma between a state and a number."""
    gap = (mark.end, count.start) if mark.end <= count.start else (count.end, mark.start)
    if not passage.has_comma(gap[0], gap[1]):
        return 0.0
    begin = passage.text.rfind(",", passage.start, mark.start)
    if _is_inserted(passage, mark, count):
        return 2 * _CLAUSE
    if mark.end <= count.start and begin >= 0 and passage.of(Kind.BARRIER, begin, mark.start):
        return _CLAUSE
    if mark.start >= count.end and passage.of(Kind.BARRIER, *gap):
        return _CLAUSE
    own = (cue.start, cue.end) if cue is not None else (-1, -1)
    others = [one for one in passage.of(Kind.EVENT, *gap) if not own[0] <= one.start < own[1]]
    return _CLAUSE if others else 0.0


def _is_inserted(passage: Passage, mark: Mark, count: Count) -> bool:
    """Whether a state is only named in a clause set into that of a number, between commas.

    "The losses of the Koreans near Kursk, where the Ukrainian army fights, come to 300".
    """
    opened = passage.text.rfind(",", passage.start, mark.start)
    closed = passage.text.find(",", mark.end, count.start)
    if not 0 <= opened < closed or passage.crossed(opened, count.start):
        return False
    lead = passage.of(Kind.BARRIER, opened, mark.start) or passage.of(
        Kind.RELATIVE, opened, mark.start
    )
    begins = bool(lead) and passage.words(opened, lead[0].start) <= _LEAD_WITHIN
    return begins and bool(passage.of(Kind.EVENT, lead[0].end, closed))


def is_doer(passage: Passage, mark: Mark, count: Count, cue: Cue | None) -> bool:
    """Whether a state in the phrase of a number inflicted it: "300 killed by Thai troops"."""
    if inflicts(passage, mark, count, cue):
        return True
    if cue is not None and cue.event in DONE_TO and is_attacker(passage, mark):
        return True
    if cue is None or cue.event not in DONE_TO or not _leads_to_agent(passage, mark, count, cue):
        return False
    if passage.text[mark.start : mark.end].endswith(passage.pack.instrumental):
        return not passage.of(Kind.OTHER_BEFORE, cue.end, mark.start)
    return is_marked_by(passage, mark, (Kind.AGENT_BEFORE,), ())


def _leads_to_agent(passage: Passage, mark: Mark, count: Count, cue: Cue) -> bool:
    """Whether a state follows a loss, or stands between a number and a verb at the very end."""
    if cue.end <= mark.start:
        return True
    gap = (mark.end, cue.start)
    near = count.end <= mark.start < cue.start and passage.words(*gap) <= _DOES
    return near and not passage.of(Kind.AUXILIARY, *gap)


def _does_it(passage: Passage, mark: Mark, count: Count, cue: Cue | None) -> bool:
    """Whether a state is named as the one who kills or captures those who are counted."""
    if is_marked_by(passage, mark, (Kind.AGENT_BEFORE,), ()):
        return not _is_sender(passage, mark)
    if cue is None or cue.event not in LOSSES:
        return False
    if is_doer(passage, mark, count, cue):
        return True
    if passage.of(Kind.PEOPLE, cue.start, cue.end):
        return False  # a noun for the fallen has no doer: "Ukraine got back the bodies of 1,200"
    if passage.of(Kind.DYING, cue.start, cue.end) or _is_lost(passage, cue):
        return False  # "среди россиян погибли 300"
    if is_predicate(passage, cue, count):
        return False
    active = cue.event in DONE_TO and cue.end <= count.start and not passage.pack.head_before
    near = mark.end <= cue.start and passage.words(mark.end, cue.start) <= _DOES
    active = active and passage.words(cue.end, count.start) <= _OBJECT_WITHIN
    return active and near and not _has_number(passage, mark) and not _is_amount_of(passage, mark)


def _is_lost(passage: Passage, cue: Cue) -> bool:
    """Whether the word for what befell is one of losing: "Russia lost 9 men and had 20 wounded"."""
    return any(mark.code == Event.LOSSES for mark in passage.of(Kind.EVENT, cue.start, cue.end))


def is_predicate(passage: Passage, cue: Cue, count: Count) -> bool:
    """Whether a form of "to be" leads to a bare number after a loss: "the rebels killed are 26"."""
    if cue.end > count.start or not is_bare(passage, count):
        return False
    for verb in passage.of(Kind.AUXILIARY, cue.end, count.start)[-1:]:
        near = passage.words(verb.end, count.start) <= _COPULA_WITHIN
        return near and cue.end < verb.start and not passage.crossed(cue.end, count.start)
    return False


def _is_sender(passage: Passage, mark: Mark) -> bool:
    """Whether what is done by a state is to send, train or field people: "sent by Russia"."""
    done = passage.of(Kind.EVENT, max(passage.start, mark.start - _DONE_WITHIN), mark.start)[-1:]
    near = bool(done) and passage.words(done[0].end, mark.start) <= _DOES
    return near and done[0].code not in LOSSES


def _is_amount_of(passage: Passage, mark: Mark) -> bool:
    """Whether a noun for the number leads to a state: "the number of Ukrainian soldiers killed"."""
    amounts = passage.of(Kind.AMOUNT, max(passage.start, mark.start - _DONE_WITHIN), mark.start)
    return bool(amounts) and not passage.has_comma(amounts[-1].end, mark.start)


def _has_number(passage: Passage, mark: Mark) -> bool:
    """Whether a number stands before a state that is counted by it: "300 of Russia's men"."""
    return any(
        last <= mark.start and passage.words(last, mark.start) <= _GIVEN
        for _, last in passage.numbers
    )
