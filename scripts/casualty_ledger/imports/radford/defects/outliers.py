"""Counts far from their own series.

A running total can not fall: a count should not lie under those before it, nor over those after
it. It is held against the medians of the seven counts before and the seven after; medians, so that
one wrong neighbour changes nothing. It is an outlier if it lies under both medians or over both,
by more than half as much again and by more than six times the scatter that the series has of its
own. (Under the later one only, or over the earlier one only, is how a total grows.) A side
with fewer than three counts is not asked: early counts are not judged by later ones alone for being
low, nor late ones by earlier ones alone for being high.

A series of fewer than eight counts is not judged, and neither is a bloc of many claimants, whose
counts are no one's running total.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from casualty_ledger.build.cells import Row
from casualty_ledger.imports.radford.codes import MIXED_SOURCES
from casualty_ledger.imports.radford.defects.flags import CUMULATIVE, SERIES, flag
from casualty_schemas.imported import DefectKind

NEIGHBOURS = 7
_FEWEST_NEIGHBOURS = 3
_SHORTEST_SERIES = 8
# Half as much again, and six robust standard deviations; both on the log scale.
_LEAST_EXCESS = np.log(1.5)
_SCATTERS = 6.0
_MAD_TO_SD = 1.4826
# How far apart the two sides' counts of one statement may stand, in days.
_SWAP_DAYS = 7


def outliers(rows: pd.DataFrame) -> Iterator[Row]:
    """Flag each running total that is far from its own series.

    One that the same source gives for the other side within a week has a second flag: the target
    was swapped.
    """
    running = rows[rows["time_frame"] == CUMULATIVE]
    for row in _outliers(running).to_dict("records"):
        side = "under" if row["below"] else "over"
        around = [
            f"{row[name]:,.0f} {name}" for name in ("before", "after") if not np.isnan(row[name])
        ]
        explanation = (
            f"{row['value']:,} lies far {side} its neighbours, a factor of "
            f"{np.exp(row['excess']):.1f}; their median is {' and '.join(around)}."
        )
        yield flag(row["row_id"], DefectKind.GROSS_OUTLIER, explanation)
        yield from _swapped(row, running)


def _swapped(row: Mapping[Any, Any], running: pd.DataFrame) -> Iterator[Row]:
    same = running[
        (running["value"] == row["value"])
        & (running["source"] == row["source"])
        & (running["category"] == row["category"])
        & (running["country"] != row["country"])
        & ((running["day_number"] - row["day_number"]).abs() <= _SWAP_DAYS)
    ]
    if not same.empty:
        days = ", ".join(str(day) for day in sorted(set(same["day_number"])))
        explanation = (
            f"{row['value']:,} is no count of the series of {row['country']}; the same source "
            f"gives it for {same['country'].iloc[0]} on day {days}."
        )
        yield flag(row["row_id"], DefectKind.TARGET_SWAPPED, explanation, same["row_id"])


def _outliers(running: pd.DataFrame) -> pd.DataFrame:
    """The running totals that are outliers, with ``excess``, ``below``, ``before``, ``after``."""
    judged = running[~running["source"].isin(MIXED_SOURCES)]
    found = [_of_series(own) for _, own in judged.groupby(SERIES, sort=False)]
    return pd.concat([_judged(running.iloc[:0], []), *found])


def _of_series(own: pd.DataFrame) -> pd.DataFrame:
    # A repeated row is no neighbour of its own.
    distinct = own.drop_duplicates(["day_number", "value"]).sort_values("day_number")
    if len(distinct) < _SHORTEST_SERIES:
        return _judged(own.iloc[:0], [])
    days, logs = distinct["day_number"].to_numpy(dtype=float), _logs(distinct["value"])
    medians = {day: _medians(day, days, logs) for day in np.unique(days)}
    judged = _judged(own, [medians[day] for day in own["day_number"]])
    far = judged["excess"] > max(_LEAST_EXCESS, _SCATTERS * _scatter(logs))
    return pd.DataFrame(judged[far])


def _judged(own: pd.DataFrame, medians: list[tuple[float, float]]) -> pd.DataFrame:
    """The rows with how far, on the log scale, each lies outside both of its medians."""
    value = _logs(own["value"])
    before, after = np.array(medians, dtype=float).reshape(-1, 2).T
    # Under the earlier counts or over the later ones is what a running total can not be; the
    # other side must agree where it is known.
    under = np.minimum(np.nan_to_num(before - value), np.nan_to_num(after - value, nan=np.inf))
    over = np.minimum(np.nan_to_num(value - after), np.nan_to_num(value - before, nan=np.inf))
    excess = np.maximum(under, over)
    return own.assign(excess=excess, below=under > over, before=np.exp(before), after=np.exp(after))


def _logs(values: "pd.Series[int]") -> NDArray[np.float64]:
    """Zero is taken as a half: it has no logarithm."""
    return np.log(np.maximum(values.to_numpy(dtype=float), 0.5))


def _medians(
    day: float, days: NDArray[np.float64], logs: NDArray[np.float64]
) -> tuple[float, float]:
    """Medians of the counts of the days before and after; not a number where there are too few."""
    earlier, later = logs[days < day][-NEIGHBOURS:], logs[days > day][:NEIGHBOURS]
    before, after = (
        float(np.median(side)) if len(side) >= _FEWEST_NEIGHBOURS else np.nan
        for side in (earlier, later)
    )
    return before, after


def _scatter(logs: NDArray[np.float64]) -> float:
    """How far the counts of a series lie from the median around them, robustly."""
    around = pd.Series(logs).rolling(2 * NEIGHBOURS + 1, center=True, min_periods=1).median()
    return _MAD_TO_SD * float(np.median(np.abs(logs - around.to_numpy())))
