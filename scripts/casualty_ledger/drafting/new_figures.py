"""The new figures of a run, gathered in the statements that they need."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from casualty_ledger.drafting.draft import Draft
from casualty_ledger.drafting.free_names import free_name
from casualty_ledger.drafting.linking import Known
from casualty_ledger.drafting.questions import undecided
from casualty_ledger.drafting.stubs import (
    UNKNOWN_CLAIMANT,
    claimant_id,
    date_in_name,
    day_of,
    stub_figure,
    stub_statement,
)
from casualty_ledger.extract.candidate import Candidate
from casualty_ledger.records.ledger import Ledger
from casualty_ledger.records.models import Figure, Statement
from casualty_ledger.records.rules.files import UNDATED


@dataclass(frozen=True, slots=True)
class _New:
    """A new statement: the candidate that called for it first, and its figures."""

    claimant: str
    day: str
    first: Candidate
    figures: list[Figure]


@dataclass(slots=True)
class NewFigures:
    """All figures that a candidate may state: those of the ledger, then those of this run."""

    ledger: Ledger
    known: list[Known]
    _statements: dict[tuple[str, str], _New] = field(default_factory=dict)

    def add(self, candidate: Candidate) -> Figure:
        """Add the stub of the figure that a candidate states."""
        claimant = claimant_id(candidate, self.ledger) or UNKNOWN_CLAIMANT
        day = date_in_name(candidate)
        figure = stub_figure(candidate, self.ledger, self._id(candidate, f"{claimant}-{day}"))
        # Numbers without a claimant may be those of several, so each gets a statement of its own.
        key = (candidate.claimant or figure.id, day)
        self._statements.setdefault(key, _New(claimant, day, candidate, [])).figures.append(figure)
        self.known.append(Known(figure, candidate.claimant or "", day_of(candidate.claimed_on)))
        return figure

    def _id(self, candidate: Candidate, stem: str) -> str:
        """CLAIMANT-DATE-MEASURE, with the value behind it where that is taken."""
        plain = f"{stem}-{candidate.measure.value.replace('_', '-')}"
        values = (candidate.value_low, candidate.value_best, candidate.value_high)
        with_value = "-".join([plain, *(str(value) for value in values if value is not None)])
        return free_name([plain, with_value], {known.figure.id for known in self.known})

    def drafts(self) -> Iterator[Draft]:
        """Yield the statements of the new figures, each under a name that none has."""
        taken = set(self.ledger.statements)
        for new in self._statements.values():
            name = f"{new.day}-{new.claimant}"
            free = free_name(_names(name, new), taken)
            taken.add(free)
            statement = stub_statement(new.first, self.ledger, new.figures)
            folder = new.day[:4] if new.day != UNDATED else UNDATED
            yield Draft(f"statements/{folder}/{free}.yaml", _beside(statement, name, free))


def _names(name: str, new: _New) -> Sequence[str]:
    """The names that a statement may have; undated ones say at once what they are about."""
    longer = f"{name}-{new.figures[0].id.removeprefix(f'{new.claimant}-{new.day}-')}"
    return [longer] if new.day == UNDATED else [name, longer]


def _beside(statement: Statement, name: str, free: str) -> Statement:
    """Ask whether a second statement of a claimant and day was one act with the first."""
    if free == name or name.startswith(UNDATED):
        return statement
    question = undecided(f"said on the occasion of {name}? Then move the figures there")
    return statement.model_copy(update={"setting": question})
