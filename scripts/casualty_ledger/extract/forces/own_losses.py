"""The armed body that tells what it lost itself: "the rebels said they killed 40 and lost 6"."""

from casualty_ledger.extract.answers import Claim, Force, Statement
from casualty_ledger.extract.candidate import Event, Found
from casualty_ledger.extract.claimants.source import BODIES
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.forces.called import goes_on
from casualty_ledger.extract.forces.nearest import DONE_TO
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.marking.sentences import Stretch
from casualty_ledger.extract.text import Text


def of_own_losses(
    document: Text, statement: Statement, count: Count, cue: Cue | None, claim: Claim
) -> Force | None:
    """The body that lost people itself, where its number follows that of those whom it killed.

    Nobody else is named between the two numbers.
    """
    if cue is None or cue.event not in LOSSES or not goes_on(statement, count):
        return None
    passage = statement.passage
    own = _says_own(statement, count)
    if not own and not _lost_after_killing(statement, cue):
        return None
    body = _speaker(passage, claim) or (_named(statement, claim) if own else None)
    if body is None:
        return None
    name = document.original[slice(*body)]
    return Force(name, Found.SENTENCE, printed=name)


def _says_own(statement: Statement, count: Count) -> bool:
    """Whether "its own" stands between the number before and the noun of a number."""
    near = (statement.floor, min(statement.passage.end, count.last + 1))
    return bool(statement.passage.of(Kind.OWN, *near))


def _lost_after_killing(statement: Statement, cue: Cue) -> bool:
    """Whether a verb of losing follows one of killing others: "killed 40 and lost 6"."""
    if cue.event is not Event.LOSSES or cue.start < statement.floor:
        return False
    passage = statement.passage
    return any(
        one.code in DONE_TO and not passage.of(Kind.DYING, one.start, one.end)
        for one in passage.of(Kind.EVENT, passage.start, statement.floor)
    )


def _speaker(passage: Passage, claim: Claim) -> Stretch | None:
    """The body of a sentence that gives its figures."""
    source = claim.by.source if claim.here else None
    if source is None or source.role != BODIES:
        return None
    own = [one for one in passage.of(Kind.ORGAN, source.start, source.end) if one.code == BODIES]
    return (own[0].start, own[0].end) if own else (source.start, source.end)


def _named(statement: Statement, claim: Claim) -> Stretch | None:
    """The body named before all numbers of a sentence, for which somebody of no state speaks."""
    passage, source = statement.passage, claim.by.source
    if source is not None and passage.of(Kind.COUNTRY, source.start, source.end):
        return None
    named = passage.of(Kind.ORGAN, passage.start, statement.counts[0].first)
    bodies = [one for one in named if one.code == BODIES]
    return (bodies[-1].start, bodies[-1].end) if bodies else None
