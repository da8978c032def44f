"""Which figure of the ledger a candidate states: one example a rule."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from casualty_ledger.drafting.linking import Known, link
from casualty_ledger.extract.candidate import Candidate
from casualty_ledger.records.dates import parse_date
from casualty_ledger.records.models import Figure
from casualty_schemas.vocabularies import Bound, Measure

PART_OF = {"prk-engineers": "prk-forces", "prk-sappers": "prk-engineers"}
PUBLISHED = date(2025, 9, 3)


def known(
    name: str,
    numbers: dict[str, str] | None = None,
    *,
    claimant: str = "kr-nis",
    claimed_on: str | None = "2025-09-02",
    **keys: Any,
) -> Known:
    """A figure of about 2,000 killed, but for what is said otherwise."""
    stated = {"population": "prk-forces", "measure": "killed", "bound": "about", "scope": "stock"}
    values = {"best": "2000"} if numbers is None else numbers
    figure = Figure.model_validate({"id": name, **stated, **values, **keys})
    return Known(figure, claimant, parse_date(claimed_on) if claimed_on else None)


def linked(
    candidate: Candidate, *figures: Known, published_on: date | None = PUBLISHED
) -> list[str]:
    match = link(candidate, figures, published_on=published_on, part_of=PART_OF)
    return [figure.id for figure in match.figures] if match else []


@pytest.fixture
def killed(figures: dict[str, Candidate]) -> Candidate:
    return figures["killed"]


def test_a_figure_that_agrees_in_all_is_taken(killed: Candidate) -> None:
    assert linked(killed, known("a"), known("b", {"best": "600"})) == ["a"]


@pytest.mark.parametrize(
    "other",
    [
        known("claimant", claimant="kr-jcs"),
        known("measure", measure="casualties"),
        known("population", population="ru-forces"),
        known("value", {"best": "600"}),
        known("none", {}, bound="vague"),
        known("date", claimed_on="2025-09-04"),
        known("period", as_of="2026"),
    ],
    ids=lambda known: known.figure.id,
)
def test_a_figure_that_differs_is_not_taken(killed: Candidate, other: Known) -> None:
    candidate = replace(killed, as_of_start="2025-08", as_of_end="2025-09-01")
    assert linked(candidate, known("same", as_of="2024-10/..")) == ["same"]
    assert linked(candidate, other) == []


@pytest.mark.parametrize(
    ("counted", "printed", "fits"),
    [
        ("prk-forces", "prk-forces", True),
        ("prk-engineers", "prk-forces", True),
        ("prk-forces", "prk-sappers", True),
        ("prk-forces", None, True),
        ("prk-engineers", "prk-generals", False),
        ("prk-forces", "soldații", False),
    ],
)
def test_a_part_of_a_population_may_stand_for_the_whole(
    killed: Candidate, counted: str, printed: str | None, fits: bool
) -> None:
    candidate = replace(killed, population=printed)
    assert linked(candidate, known("a", population=counted)) == (["a"] if fits else [])


@pytest.mark.parametrize(
    ("values", "numbers", "fits"),
    [
        ((None, 2000, None), {"low": "2000"}, True),
        ((None, 2000, None), {"low": "1000", "high": "2000"}, True),
        ((1000, None, 2000), {"low": "1000", "high": "2000"}, True),
        ((1000, None, 2000), {"best": "2000"}, False),
        ((None, None, None), {}, True),
        ((None, None, None), {"best": "2000"}, False),
        ((None, 2000, None), {}, False),
    ],
)
def test_every_number_of_the_text_is_the_figures(
    killed: Candidate, values: tuple[int | None, ...], numbers: dict[str, str], fits: bool
) -> None:
    low, best, high = values
    candidate = replace(killed, value_low=low, value_best=best, value_high=high)
    assert linked(candidate, known("a", numbers)) == (["a"] if fits else [])


@pytest.mark.parametrize(
    ("said", "claimed_on", "fits"),
    [
        (None, "2025-09-02", True),
        (None, "2025-09", True),
        (None, "2025-09-04", False),
        (None, None, True),
        ("2025-09-02", "2025-09-02", True),
        ("2025-09-01", "2025-09-02", False),
        ("2025-09", "2025-09-02", True),
        ("2025", "2025-09", True),
        ("2025-08", "2025-09-02", False),
        ("2025-09-01", None, True),
        ("2025-09-02~", "2025-09-02", True),
    ],
)
def test_the_day_of_the_claim(
    killed: Candidate, said: str | None, claimed_on: str | None, fits: bool
) -> None:
    candidate = replace(killed, claimed_on=said)
    assert linked(candidate, known("a", claimed_on=claimed_on)) == (["a"] if fits else [])


def test_without_a_day_of_publication_any_claim_may_be_meant(killed: Candidate) -> None:
    assert linked(killed, known("a", claimed_on="2030-01-01"), published_on=None) == ["a"]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (known("a"), known("b", bound="exact", claimed_on="2025-09-03")),
        (known("a"), known("b", population="prk-engineers", claimed_on="2025-09-03")),
        (known("a"), known("b", place="ru", claimed_on="2025-09-03")),
        (known("a"), known("b", claimed_on="2025-04-30")),
        (known("a"), known("b", claimed_on=None)),
        (known("a", as_of="2025"), known("b", claimed_on="2025-08-30", as_of="2025")),
    ],
)
def test_of_several_the_nearest_is_taken(killed: Candidate, better: Known, worse: Known) -> None:
    assert linked(killed, worse, better) == linked(killed, better, worse) == ["a"]


def test_between_equals_nothing_is_chosen(killed: Candidate) -> None:
    match = link(killed, [known("a"), known("b")], published_on=PUBLISHED)
    assert match
    assert match.figure is None
    assert [figure.id for figure in match.figures] == ["a", "b"]


def test_without_a_claimant_nothing_is_linked(killed: Candidate) -> None:
    assert linked(replace(killed, claimant=None), known("a")) == []


def test_the_ledger_is_searched_by_measure_and_bound_as_they_are(killed: Candidate) -> None:
    candidate = replace(killed, measure=Measure.CASUALTIES, bound=Bound.UP_TO)
    assert linked(candidate, known("a", measure="casualties")) == ["a"]
