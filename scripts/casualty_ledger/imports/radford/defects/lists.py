"""Deaths that are the total of a running list of losses.

A list is a run of rows of one day, source and country with counts of at least three sorts of
equipment, as daily lists of losses are printed; its count of people is its total. Where such
totals are filed as deaths on most days and as casualties on some, and the latter fit between the
former, the list counts one thing and the file calls it two.

A row of deaths belongs to such a list if it equals a total of the same day or of a day beside it,
or if it lies between the last total before and the first one after, each at most a week away, and
is no round thousand, as totals that are spoken and not printed are.

The rule sees the file alone. Of its 380 running totals of Russian deaths from Ukrainian sources it
flags 342. Held against the General Staff's own daily totals, which are not in the file, 335 of the
380 equal one of the same day or of a day beside it. Both have 323 rows. The other 19 that are
flagged stand in such lists, or between them, with another number: a digit lost or turned, or a
total that was rounded. The 12 that the rule misses are mostly round thousands.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from casualty_ledger.build.cells import Row
from casualty_ledger.imports.radford.defects.flags import CUMULATIVE, flag
from casualty_ledger.imports.radford.knowledge import LIST_OF_LOSSES
from casualty_schemas.imported import DefectKind, SubjectKind

_DEATHS, _CASUALTIES = "Military Deaths", "Military Casualties"
_RUN = ["day_number", "source", "time_frame", "country"]
_SORTS_OF_EQUIPMENT = 3
_WEEK = 7
_ROUND = 1000


def deaths_equal_total_losses(rows: pd.DataFrame) -> Iterator[Row]:
    """Flag deaths that belong to a list whose total the file also counts as casualties."""
    totals = _totals(rows)
    running = rows[(rows["time_frame"] == CUMULATIVE) & (rows["category"] == _DEATHS)]
    for side, own in totals.groupby(["source", "country"], sort=False):
        filed_as_deaths = own[own["category"] == _DEATHS].sort_values(["day_number", "value"])
        other = _between(own[own["category"] == _CASUALTIES], filed_as_deaths)
        if other.empty:
            continue
        deaths = running[(running["source"] == side[0]) & (running["country"] == side[1])]
        yield from _flags(deaths, filed_as_deaths, other)


def _totals(rows: pd.DataFrame) -> pd.DataFrame:
    """The counts of people that stand in lists."""
    run = rows[_RUN].ne(rows[_RUN].shift()).any(axis=1).cumsum()
    equipment = rows[rows["subject"] == SubjectKind.EQUIPMENT.value]
    sorts = equipment["category"].groupby(run[equipment.index]).nunique()
    listed = run.isin(sorts.index[sorts >= _SORTS_OF_EQUIPMENT])
    people = rows["category"].isin([_DEATHS, _CASUALTIES]) & (rows["time_frame"] == CUMULATIVE)
    return rows[listed & people]


def _flags(deaths: pd.DataFrame, totals: pd.DataFrame, other: pd.DataFrame) -> Iterator[Row]:
    kind = DefectKind.DEATHS_EQUAL_TOTAL_LOSSES
    days = ", ".join(str(day) for day in sorted(set(other["day_number"])))
    why = f"the file counts totals of this list as casualties on day {days} ({LIST_OF_LOSSES[0]})"
    for row in deaths.to_dict("records"):
        apart = (totals["day_number"] - row["day_number"]).abs()
        equal = totals[(apart <= 1) & (totals["value"] == row["value"])]
        if not equal.empty:
            day = equal["day_number"].iloc[0]
            explanation = f"{row['value']:,} is the total of a list of losses of day {day}; {why}."
        elif row["value"] % _ROUND and not (near := _neighbours(row, totals)).empty:
            low, high = near["value"]
            explanation = (
                f"{row['value']:,} lies between the totals {low:,} and {high:,} of the list of "
                f"losses; {why}."
            )
        else:
            continue
        yield flag(row["row_id"], kind, explanation, other["row_id"])


def _between(casualties: pd.DataFrame, totals: pd.DataFrame) -> pd.DataFrame:
    """The totals filed as casualties that fit between those filed as deaths."""
    fits = [not _neighbours(row, totals, within=30).empty for row in casualties.to_dict("records")]
    return casualties[fits]


def _neighbours(row: Mapping[Any, Any], totals: pd.DataFrame, within: int = _WEEK) -> pd.DataFrame:
    """The totals of the nearest days before and after, if they enclose the row; else no rows."""
    apart = totals["day_number"] - row["day_number"]
    before = totals[(apart < 0) & (apart >= -within)].tail(1)
    after = totals[(apart > 0) & (apart <= within)].head(1)
    both = pd.concat([before, after])
    low, high = tuple(both["value"]) if len(both) == 2 else (1, 0)
    encloses = bool(low <= row["value"] <= high)
    return pd.DataFrame(both.head(2 if encloses else 0))
