"""What the record said of the past, vintage by vintage."""

from collections.abc import Iterable
from datetime import date

import pandas as pd

from casualty_ledger.compare.described import described_days
from casualty_ledger.compare.intervals import DEFAULT, Tolerance, intervals
from casualty_ledger.compare.limits import READ, known_on, limits
from casualty_ledger.compare.standing import FALLEN, parts_of_their_series, stated_number

# The order in which the last word of a claimant is chosen; the last of these breaks every tie.
TIE_BREAK = ["described_last", "claimed_on", "figure_id"]
_COLUMNS = ["vintage", "claimant", "figure_id", "described_last", "claimed_on"]
_COLUMNS += ["first_published_on", "bound", "number", "floor", "ceiling"]


def vintage_curves(
    figures: pd.DataFrame,
    *,
    vintages: Iterable[date],
    population: str,
    measure: str,
    tolerance: Tolerance = DEFAULT,
) -> pd.DataFrame:
    """Return the running totals of each claimant as the public record of each vintage held them.

    What had not been published by the vintage is left out first; then what had been corrected,
    retracted or disputed by then. A superseded total remains the claimant's word on its own day.
    Where a claimant spoke of one day twice, the last word stands, by ``claimed_on``, then by
    ``figure_id``.

    Args:
        figures: the table ``figures``.
        vintages: the days on which the record is looked at.
        population: one population id.
        measure: one measure, such as ``killed``.
        tolerance: see ``intervals``.

    Returns:
        One row a vintage, claimant and described day: vintage, claimant, figure_id,
        described_last (the day that the total describes, the last possible one), claimed_on,
        first_published_on, bound, number (people, as stated), floor and ceiling (``Int64``,
        people); in the order of the first four.
    """
    claims = _running_totals(figures, population, measure)
    tables = [_as_known(claims, pd.Timestamp(day), tolerance) for day in vintages]
    found = pd.concat(tables, ignore_index=True)
    found.attrs = dict(figures.attrs)
    return found


def _running_totals(figures: pd.DataFrame, population: str, measure: str) -> pd.DataFrame:
    """All figures whose statuses must be known, with a mark on those of the series."""
    ours = (figures["population"] == population) & (figures["measure"] == measure)
    ours &= (figures["scope"] == "cumulative") & stated_number(figures).notna()
    return figures[READ].assign(ours=ours & ~parts_of_their_series(figures))


def _as_known(claims: pd.DataFrame, vintage: pd.Timestamp, tolerance: Tolerance) -> pd.DataFrame:
    known = known_on(claims, vintage)
    own = known[known["ours"] & ~known["status"].astype("str").isin(FALLEN)]
    read = intervals(own, tolerance=tolerance)
    table = pd.concat([own, stated_number(own), read, described_days(own)], axis="columns")
    table = table.assign(vintage=vintage).sort_values(TIE_BREAK, na_position="first")
    last = table.drop_duplicates(["claimant", "described_last"], keep="last")
    return last.sort_values(["claimant", *TIE_BREAK])[_COLUMNS]


def through_vintages(
    figures: pd.DataFrame,
    *,
    day: date,
    vintages: Iterable[date],
    population: str,
    measure: str,
    tolerance: Tolerance = DEFAULT,
) -> pd.DataFrame:
    """Return what each claimant's word on one fixed day was, vintage by vintage.

    The word on a day is the last total that describes that day or an earlier one. In the row of
    a vintage it is the last of those that had been published by then.

    Args:
        figures: the table ``figures``.
        day: the day of which the totals speak.
        vintages: the days on which the record is looked at.
        population: one population id.
        measure: one measure, such as ``killed``.
        tolerance: see ``intervals``.

    Returns:
        The columns of ``vintage_curves``, one row a vintage and claimant.
    """
    curves = vintage_curves(
        figures, vintages=vintages, population=population, measure=measure, tolerance=tolerance
    )
    spoken = curves[curves["described_last"] <= pd.Timestamp(day)]
    last = spoken.drop_duplicates(["vintage", "claimant"], keep="last")
    return last.reset_index(drop=True)


def limits_through_vintages(
    figures: pd.DataFrame,
    *,
    day: date,
    vintages: Iterable[date],
    population: str,
    measure: str,
    tolerance: Tolerance = DEFAULT,
    vague: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return the floor and the ceiling of one fixed day as each vintage knew them.

    A later total limits an earlier day, so that the limits of a day go on moving after it.

    Args:
        figures: the table ``figures``.
        day: the day of which is asked.
        vintages: the days on which the record is looked at.
        population: one population id.
        measure: one measure, such as ``killed``.
        tolerance: see ``intervals``.
        vague: see ``intervals``.

    Returns:
        One row a vintage: vintage, and floor, floor_by, ceiling, ceiling_by and consistent as in
        ``limits``; the limits are missing where no claim had set them.
    """
    columns = ["floor", "floor_by", "ceiling", "ceiling_by", "consistent"]
    rows = []
    for vintage in vintages:
        steps = limits(
            figures, population=population, measure=measure, on=vintage, tolerance=tolerance,
            vague=vague,
        )  # fmt: skip
        rows.append(
            _on_day(steps, pd.Timestamp(day))[columns].assign(vintage=pd.Timestamp(vintage))
        )
    found = pd.concat(rows, ignore_index=True)[["vintage", *columns]]
    found.attrs = dict(figures.attrs)
    return found


def _on_day(steps: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """The row of the day; before the first row nothing sets a floor, but its ceiling holds."""
    begun = steps[steps["day"] <= day].tail(1)
    if len(begun):
        return begun
    first = steps.head(1)
    if first.empty:
        return first.reindex([0]).assign(consistent=True)
    return first.assign(floor=pd.array([pd.NA], dtype="Int64"), floor_by=None, consistent=True)
