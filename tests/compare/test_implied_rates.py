"""Rates that two figures of one claimant imply."""

import pandas as pd
import pytest

from casualty_ledger import load
from casualty_ledger.compare import Tolerance, implied_rates

KILLED = {"claimant": "xa-mod", "on": "2030-01-10", "value": 100}
SENT = KILLED | {"measure": "deployed", "value": 1000}
LITERAL = Tolerance(0, 0, 0)


def rates(table: pd.DataFrame, **how) -> pd.DataFrame:
    return implied_rates(table, numerator="killed", denominator="deployed", **how)


@pytest.mark.parametrize(
    ("above", "below", "low", "stated", "high"),
    [
        (("exact", 100), ("exact", 1000), 0.1, 0.1, 0.1),
        (("at_least", 100), ("exact", 1000), 0.1, None, None),
        (("exact", 100), ("at_least", 1000), None, None, 0.1),
        (("at_most", 100), ("at_least", 1000), None, None, 0.1),
        (("at_least", 100), ("at_least", 1000), None, None, None),
        (("exact", 100), ("exact", 0), None, None, None),
        (("exact", 0), ("exact", 1000), 0, 0, 0),
    ],
)
def test_the_interval_follows_from_the_bounds(figures, above, below, low, stated, high) -> None:
    claims = figures(
        KILLED | {"bound": above[0], "value": above[1]},
        SENT | {"bound": below[0], "value": below[1]},
    )
    (row,) = rates(claims, tolerance=LITERAL).to_dict("records")
    for name, expected in {"low": low, "stated": stated, "high": high}.items():
        assert (pd.isna(row[name]) and expected is None) or row[name] == expected


def test_approximate_numbers_give_an_interval(figures) -> None:
    claims = figures(KILLED | {"bound": "about"}, SENT | {"bound": "about"})
    (row,) = rates(claims).to_dict("records")
    assert (row["low"], row["stated"], row["high"]) == (90 / 1100, 0.1, 110 / 900)


@pytest.mark.parametrize(
    "other",
    [
        {"claimant": "rebels"},
        {"population": "north-army"},
        {"scope": "stock"},
        {"derivation": "multiplied_by_relayer"},
        {"status": "retracted", "status_since": "2030-01-11"},
        {"first_published_on": None},
        {"claimed_on": None},
        {"claimed_on": "2030-03-01"},
        {"bound": "unspecified", "value": None},
    ],
)
def test_no_rate_without_two_comparable_figures(figures, other) -> None:
    assert len(rates(figures(KILLED, SENT))) == 1
    assert rates(figures(KILLED, SENT | other)).empty


def test_the_same_statement_comes_before_the_nearest_day(figures) -> None:
    told = KILLED | {"statement_id": "one", "as_of_end": "2030-01-05"}
    together = SENT | {"statement_id": "one", "as_of_end": "2029-12-20"}
    nearer = SENT | {"statement_id": "two", "as_of_end": "2030-01-05"}
    (row,) = rates(figures(told, nearer, together)).to_dict("records")
    assert (row["denominator_figure"], row["same_statement"]) == ("figure-2", True)
    assert row["days_apart"] == 16
    (row,) = rates(figures(told, nearer, together), max_days=10).to_dict("records")
    assert (row["denominator_figure"], row["same_statement"]) == ("figure-1", False)


def test_an_imprecise_day_is_as_far_as_it_may_be(figures) -> None:
    month = {
        "claimed_on": "2030-01-01",
        "claimed_on_precision": "month",
        "first_published_on": "2030-02-01",
    }
    (row,) = rates(figures(KILLED, SENT | month)).to_dict("records")
    assert row["days_apart"] == 21


def test_both_sides_of_every_rate_of_the_ledger_have_reports() -> None:
    figures = load("figures")
    found = implied_rates(figures, numerator="casualties", denominator="deployed")
    counts = figures.set_index("figure_id")["report_count"]
    claimants = figures.set_index("figure_id")["claimant"]
    assert len(found)
    for side in ("numerator_figure", "denominator_figure"):
        assert (found[side].map(counts) >= 1).all()
        assert (found[side].map(claimants) == found["claimant"]).all()
    assert not (found["low"] > found["high"]).any()
