"""Hand-made tables of figures: what a row does not say has a plain default."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pandas as pd
import pytest

from casualty_ledger.build.frames import pandas_dtype
from casualty_schemas.columns import describe
from casualty_schemas.tables import TABLES

DEFAULTS: dict[str, Any] = {
    "conflict": "north-south",
    "population": "south-army",
    "measure": "killed",
    "ambiguous": False,
    "bound": "exact",
    "scope": "cumulative",
    "as_of_inferred": False,
    "claimed_on_precision": "day",
    "claimed_on_inferred": False,
    "stance": "opponent",
    "basis": "official_statement",
    "certainty": "asserted",
    "derivation": "stated",
    "status": "active",
    "report_count": 1,
    "language_count": 1,
    "added_in": "1.0.0",
}
VALUES = {
    "at_least": "value_low",
    "more_than": "value_low",
    "up_to": "value_high",
    "at_most": "value_high",
    "exact": "value_best",
    "about": "value_best",
    "nearly": "value_best",
}


@cache
def types() -> dict[str, Any]:
    return {column.name: pandas_dtype(column) for column in describe(TABLES["figures"])}


def make_figures(*rows: dict[str, Any]) -> pd.DataFrame:
    """Return a table of figures, one a row, typed like the table itself.

    ``value`` stands for the value that the bound takes, ``on`` for the day of claim and of first
    report. Whatever is not given is missing, or has its plain default.
    """
    return pd.DataFrame([_row(number, dict(row)) for number, row in enumerate(rows)]).astype(
        types()
    )


def _row(number: int, given: dict[str, Any]) -> dict[str, Any]:
    row = dict.fromkeys(types()) | DEFAULTS
    value, on = given.pop("value", None), given.pop("on", None)
    row |= {"figure_id": f"figure-{number}", "claimant": f"claimant-{number}"}
    row |= {"claimed_on": on, "first_published_on": on} | given
    if value is not None:
        row[VALUES[row["bound"]]] = value
    row["statement_id"] = row["statement_id"] or f"{row['claimed_on']}-{row['claimant']}"
    days = ("as_of_start", "as_of_end", "claimed_on", "first_published_on", "status_since")
    return row | {day: pd.Timestamp(row[day]) if row[day] else pd.NaT for day in days}


@pytest.fixture
def figures() -> Callable[..., pd.DataFrame]:
    return make_figures


@pytest.fixture(scope="session")
def figures_of() -> Callable[..., pd.DataFrame]:
    """Return the same for tests that draw many tables."""
    return make_figures
