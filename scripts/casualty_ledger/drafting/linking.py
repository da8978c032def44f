"""Which figure of the ledger a candidate states.

A figure fits a candidate if all of these hold:

1. claimant and measure are the same;
2. the population is the same, or the one is part of the other, or the text names none;
3. every number that the candidate states is one of the figure's, or neither states any;
4. the claim was not made after the text appeared; where the text gives the day of the claim, the
   day, month or year of the statement is that one, or unknown;
5. where both say as of when, the two periods touch.

The bound need not be the same: the mention then says `differs: [bound]`. Of several that fit, the
one with the same bound is taken, then the same population, then the same place, then the latest
statement. Where even that leaves two, nothing is chosen: a person must.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from casualty_ledger.extract.candidate import Candidate
from casualty_ledger.records.dates import PartialDate, Period, parse_date, parse_period
from casualty_ledger.records.ledger import Ledger
from casualty_ledger.records.models import Figure

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Known:
    """A figure that a candidate may state; `claimed_on` is None where nobody knows the day."""

    figure: Figure
    claimant: str
    claimed_on: PartialDate | None


@dataclass(frozen=True, slots=True)
class Match:
    """The figures that fit a candidate best: one, or several between which nothing decides."""

    figures: tuple[Figure, ...]

    @property
    def figure(self) -> Figure | None:
        """The one figure that fits best, if there is one."""
        return self.figures[0] if len(self.figures) == 1 else None


def known_figures(ledger: Ledger) -> list[Known]:
    """Return all figures of the ledger."""
    return [
        Known(located.figure, statement.claimant, statement.claimed_on)
        for located in ledger.figures()
        for statement in (located.statement.record,)
    ]


def link(
    candidate: Candidate,
    figures: Iterable[Known],
    *,
    published_on: date | None = None,
    part_of: Mapping[str, str] | None = None,
) -> Match | None:
    """Return the figure that a candidate states, by the rules above; None if none fits.

    Args:
        candidate: what was read.
        figures: the figures to choose from.
        published_on: when the text appeared, if known.
        part_of: the larger population of each population that has one.
    """
    fitting = [
        known
        for known in figures
        if _same_kind(candidate, known)
        and _related(candidate.population, known.figure.population, part_of or {})
        and _same_number(candidate, known.figure)
        and _in_time(candidate, known, published_on)
        and _touching(candidate, known.figure)
    ]
    if not fitting:
        return None
    best = max(_rank(candidate, known) for known in fitting)
    equals = (known.figure for known in fitting if _rank(candidate, known) == best)
    return Match(tuple(sorted(equals, key=lambda figure: figure.id)))


def _same_kind(candidate: Candidate, known: Known) -> bool:
    return (candidate.claimant, candidate.measure) == (known.claimant, known.figure.measure)


def _related(one: str | None, other: str, part_of: Mapping[str, str]) -> bool:
    return one is None or one in _wholes(other, part_of) or other in _wholes(one, part_of)


def _wholes(population: str, part_of: Mapping[str, str]) -> list[str]:
    """A population and the larger ones that it is part of."""
    found: list[str] = []
    step: str | None = population
    while step is not None and step not in found:
        found.append(step)
        step = part_of.get(step)
    return found


def _same_number(candidate: Candidate, figure: Figure) -> bool:
    stated = {candidate.value_low, candidate.value_best, candidate.value_high} - {None}
    recorded = {figure.low, figure.best, figure.high} - {None}
    return stated <= recorded if stated else not recorded


def _in_time(candidate: Candidate, known: Known, published_on: date | None) -> bool:
    claimed = known.claimed_on
    if claimed is None:
        return True
    if published_on is not None and claimed.first > published_on:
        return False
    said = _parsed(candidate.claimed_on, parse_date)
    return said is None or (said.first <= claimed.last and claimed.first <= said.last)


def _touching(candidate: Candidate, figure: Figure) -> bool:
    start, end = candidate.as_of_start, candidate.as_of_end
    said = _parsed(f"{start or '..'}/{end or '..'}", parse_period)
    if said is None or not isinstance(figure.as_of, Period):
        return True
    starts, ends = zip(_ends(said), _ends(figure.as_of), strict=True)
    return max(starts) <= min(ends)


def _ends(period: Period) -> tuple[date, date]:
    first = period.start.first if period.start else date.min
    return first, period.end.last if period.end else date.max


def _parsed(text: str | None, reader: Callable[[str], T]) -> T | None:
    """A date as records know it; other forms of EDTF say nothing here."""
    try:
        return reader(text) if text else None
    except ValueError:
        return None


def _rank(candidate: Candidate, known: Known) -> tuple[bool, bool, bool, date]:
    figure = known.figure
    return (
        figure.bound is candidate.bound,
        figure.population == candidate.population,
        figure.place == candidate.place,
        known.claimed_on.first if known.claimed_on else date.min,
    )
