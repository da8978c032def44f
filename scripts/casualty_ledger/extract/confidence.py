"""How much of a candidate was read from marks beside its number, with no other reading near.

Measured on labelled texts: what is asked here of event, force and claimant are the conditions under
which they were right most often. Movements that texts tell apart least (arrived, taking part) and
what could happen are never sure.
"""

from casualty_ledger.extract.answers import Figure, Statement
from casualty_ledger.extract.candidate import Confidence, Event, EventStatus, Found
from casualty_ledger.extract.claimants.attribution import Attribution
from casualty_ledger.extract.claimants.source import Source
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage
from casualty_schemas.vocabularies import Bound

_NEAR = 6.0  # the cost of an event that hangs together with its number
_HEADLESS = 3.0  # the same for a number without a noun
_TOLD_APART = frozenset((Event.ARRIVED, Event.ENGAGED, Event.STRENGTH, Event.PORTRAITS))
_ATTRIBUTED = 2  # the rank of an organisation, a person or a voice; a state has a lower one


def confidence(statement: Statement, figure: Figure) -> Confidence:
    """High where event, force and claimant are all sure, low where the event is not read at all."""
    count, cue = figure.count, figure.happening.cue
    if cue is None or count.share or (count.head is None and cue.cost > _HEADLESS):
        return Confidence.LOW
    sure = (
        _is_sure_event(statement.passage, count, cue, figure.happening.status)
        and _is_sure_force(figure.force.basis, statement.named)
        and _is_sure_claimant(figure.claim.by, statement.speakers)
    )
    if sure:
        return Confidence.HIGH
    read = cue.event in LOSSES or count.head is not None
    return Confidence.MEDIUM if read else Confidence.LOW


def _is_sure_event(passage: Passage, count: Count, cue: Cue, status: EventStatus) -> bool:
    """Whether an event stands beside its number, and none of another kind may be meant."""
    if cue.cost >= _NEAR or count.reading.bound is Bound.VAGUE or cue.event in _TOLD_APART:
        return False
    if status is EventStatus.CONDITIONAL:
        return False
    alone = len({mark.code for mark in passage.of(Kind.EVENT)}) <= 1
    return alone or cue.event in LOSSES or status is EventStatus.PLANNED


def _is_sure_force(basis: Found, named: list[Mark]) -> bool:
    """Whether the noun phrase names the force, or the sentence names one alone."""
    alone = len({mark.code for mark in named}) <= 1
    return basis is Found.PHRASE or (basis is Found.SENTENCE and alone)


def _is_sure_claimant(claim: Attribution, speakers: list[Source]) -> bool:
    """Whether the sentence names one claimant alone, who says so."""
    source = claim.source
    if claim.basis is not Found.SENTENCE or source is None:
        return False
    claimants = {one.claimant for one in speakers if one.claimant and not one.news}
    return source.attributed and source.rank >= _ATTRIBUTED and len(claimants) == 1
