"""Stubs of statements: what a text claims and the ledger does not hold yet."""

from casualty_ledger.drafting.questions import undecided
from casualty_ledger.extract.candidate import Candidate, Confidence, EventStatus, Found
from casualty_ledger.records.dates import PartialDate, Period, parse_date, parse_period
from casualty_ledger.records.ledger import Ledger
from casualty_ledger.records.models import Figure, Statement
from casualty_ledger.records.rules.files import UNDATED
from casualty_schemas.vocabularies import Certainty

# Stands in names of files and ids until it is known who claims.
UNKNOWN_CLAIMANT = "todo"
# Read from so far off that a person should look.
_WEAK = (Found.DOCUMENT, Found.NONE)


def claimant_id(candidate: Candidate, ledger: Ledger) -> str | None:
    """Return the claimant of a candidate if the register knows it."""
    return candidate.claimant if candidate.claimant in ledger.actors else None


def day_of(text: str | None) -> PartialDate | None:
    """Read the day of a claim; None where there is none, or none that a record may hold."""
    try:
        return parse_date(text) if text else None
    except ValueError:
        return None


def stub_statement(candidate: Candidate, ledger: Ledger, figures: list[Figure]) -> Statement:
    """Return the statement that new figures of one claimant and day need, with its questions."""
    return Statement.model_construct(
        claimant=claimant_id(candidate, ledger) or _unknown_claimant(candidate),
        spokesperson=_one_line(candidate.spokesperson),
        claimed_on=day_of(candidate.claimed_on) or _unknown_day(candidate),
        basis=undecided("on what does the claim rest?"),
        figures=figures,
    )


def _one_line(name: str | None) -> str | None:
    return " ".join(name.split()) or None if name else None


def _unknown_claimant(candidate: Candidate) -> str:
    if candidate.claimant is None:
        return undecided("who claims this? An id of seeds/registers/actors")
    return undecided(f"who is {candidate.claimant!r}? Add an actor, or an alias to one, or its id")


def _unknown_day(candidate: Candidate) -> str:
    if candidate.claimed_on:
        return undecided(f"the text gives {candidate.claimed_on!r}; a date, or leave the key out")
    return undecided("when was it said? Leave the key out if no report says, and keep the name")


def stub_figure(candidate: Candidate, ledger: Ledger, figure_id: str) -> Figure:
    """Return a new figure as the text states it, with its questions."""
    known = candidate.population in ledger.populations
    return Figure.model_construct(
        id=figure_id,
        population=candidate.population if known else _unknown_population(candidate),
        place=candidate.place if candidate.place in ledger.places else None,
        measure=candidate.measure,
        bound=candidate.bound,
        low=candidate.value_low,
        best=candidate.value_best,
        high=candidate.value_high,
        scope=candidate.scope,
        as_of=_as_of(candidate),
        certainty=_certainty(candidate),
        note=_doubts(candidate, ledger),
    )


def _unknown_population(candidate: Candidate) -> str:
    if candidate.population is None:
        return undecided("whose people? An id of seeds/registers/populations")
    return undecided(f"which people are {candidate.population!r}? An id of populations")


def _as_of(candidate: Candidate) -> Period | str | None:
    start, end = candidate.as_of_start, candidate.as_of_end
    if start is None and end is None:
        return None
    text = start if start == end else f"{start or '..'}/{end or '..'}"
    try:
        return parse_period(text or "")
    except ValueError:
        return undecided(f"the text gives {text!r}; a date or a period, or leave the key out")


def _certainty(candidate: Candidate) -> Certainty:
    return Certainty.DENIED if candidate.status is EventStatus.DENIED else Certainty.ASSERTED


def _doubts(candidate: Candidate, ledger: Ledger) -> str | None:
    """A question about what was read from afar; None where all of it stands near the number."""
    doubts = [
        f"{name} (read from {'the document as a whole' if basis is Found.DOCUMENT else 'nothing'})"
        for name, basis in (
            ("population", candidate.population_basis),
            ("claimant", candidate.claimant_basis),
        )
        if basis in _WEAK and getattr(candidate, name) is not None
    ]
    if candidate.status is EventStatus.CONDITIONAL:
        doubts.append("certainty (the text puts it as a condition)")
    if candidate.place is not None and candidate.place not in ledger.places:
        doubts.append(f"place (the text has {candidate.place!r})")
    if not doubts and candidate.confidence is not Confidence.LOW:
        return None
    return undecided(f"check {', '.join(doubts) or 'everything'}, then drop this note")


def date_in_name(candidate: Candidate) -> str:
    """The date as names of files and ids have it."""
    day = day_of(candidate.claimed_on)
    return day.stem if day else UNDATED
