"""Rates that follow from two figures of one claimant: killed of those deployed, and the like."""

import pandas as pd

from casualty_ledger.compare.described import described_days
from casualty_ledger.compare.intervals import DEFAULT, Tolerance, intervals
from casualty_ledger.compare.standing import FALLEN, parts_of_their_series

_SIDE = ["figure_id", "statement_id", "claimant", "population", "described_first"]
_SIDE += ["described_last", "bound", "value_best", "floor", "ceiling"]


def implied_rates(
    figures: pd.DataFrame,
    *,
    numerator: str,
    denominator: str,
    max_days: int = 31,
    tolerance: Tolerance = DEFAULT,
) -> pd.DataFrame:
    """Return the rates that claimants' own pairs of running totals imply.

    Both figures are one claimant's, of one population, stated by it as numbers (none that a
    relayer worked out), published, not fallen, and of days that lie ``max_days`` apart at most,
    whichever days they may be. Each numerator stands beside the denominator of the same statement,
    else beside the nearest in time, ties by id. Numbers of different claimants are never divided.

    The interval is that of interval arithmetic: the least numerator over the largest denominator
    to the largest over the least. It is no statistical interval. *At least* makes its end open.

    Args:
        figures: the table ``figures``.
        numerator: a measure, such as ``killed``.
        denominator: a measure, such as ``deployed``.
        max_days: how far apart the days that the two figures describe may lie.
        tolerance: see ``intervals``.

    Returns:
        One row a numerator that has a denominator: claimant, population, numerator and denominator
        (the measures), numerator_figure, denominator_figure, same_statement, days_apart (at
        most), described_last (of the numerator), low, stated and high (shares; stated only where
        both claims give a single number, low and high missing where they are open); by claimant
        and day.
    """
    above, below = (_side(figures, measure, tolerance) for measure in (numerator, denominator))
    keys = ["claimant", "population"]
    pairs = above.merge(below, on=keys, suffixes=("", "_below"))
    pairs = pairs.assign(
        same_statement=pairs["statement_id"] == pairs["statement_id_below"],
        days_apart=_days_apart(pairs),
    )
    pairs = pairs[pairs["days_apart"] <= max_days]
    order = ["same_statement", "days_apart", "figure_id_below"]
    nearest = pairs.sort_values(order, ascending=[False, True, True])
    nearest = nearest.drop_duplicates("figure_id").sort_values(
        ["claimant", "described_last", "figure_id"], ignore_index=True
    )
    found = _divided(nearest).assign(numerator=numerator, denominator=denominator)
    found.attrs = dict(figures.attrs)
    return found


def _side(figures: pd.DataFrame, measure: str, tolerance: Tolerance) -> pd.DataFrame:
    ours = (figures["measure"] == measure) & (figures["scope"] == "cumulative")
    ours &= (figures["derivation"] == "stated") & figures["first_published_on"].notna()
    ours &= ~figures["status"].astype("str").isin(FALLEN) & ~parts_of_their_series(figures)
    chosen = figures[ours]
    read = intervals(chosen, tolerance=tolerance)
    table = pd.concat([chosen, described_days(chosen), read], axis="columns")
    dated = table["described_first"].notna() & table["described_last"].notna()
    return table.loc[dated & read.notna().any(axis="columns"), _SIDE]


def _days_apart(pairs: pd.DataFrame) -> "pd.Series[int]":
    """The most days that can lie between the two described days."""
    later = (pairs["described_last"] - pairs["described_first_below"]).dt.days.abs()
    earlier = (pairs["described_last_below"] - pairs["described_first"]).dt.days.abs()
    return later.where(later >= earlier, earlier)


def _divided(pairs: pd.DataFrame) -> pd.DataFrame:
    ends = {
        "low": _quotient(pairs["floor"], pairs["ceiling_below"]),
        "stated": _quotient(pairs["value_best"], pairs["value_best_below"]),
        "high": _quotient(pairs["ceiling"], pairs["floor_below"]),
    }
    columns = ["claimant", "population", "numerator", "denominator", "numerator_figure"]
    columns += ["denominator_figure", "same_statement", "days_apart", "described_last", *ends]
    names = {"figure_id": "numerator_figure", "figure_id_below": "denominator_figure"}
    return pairs.rename(columns=names).assign(**ends).reindex(columns=columns)


def _quotient(above: "pd.Series[int]", below: "pd.Series[int]") -> "pd.Series[float]":
    """Missing where one of them is, and where it would be divided by zero."""
    return (above / below.mask(below == 0)).astype("Float64")
