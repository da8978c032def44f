"""Rates with Wilson's interval, by group."""

from collections.abc import Sequence

import pandas as pd

from casualty_ledger.compare.coverage import with_other

LEVEL = 0.95


def rates(events: pd.DataFrame, *, by: str, event: str, least: int = 1) -> pd.DataFrame:
    """Return how often an event happened in each group, with an interval.

    The interval is Wilson's (1927), as scipy works it out. It takes every row for an independent
    witness; where rows copy one another it is too narrow.

    Args:
        events: one row an occasion on which the event could happen.
        by: the column that names the group.
        event: the column that says, true or false, whether it happened.
        least: groups with fewer rows are put together as ``other``.

    Returns:
        One row a group with the columns group, n, events, rate, low and high (shares from 0 to
        1, at a level of 95 %), the highest rate first, ties by name; then ``other``, and last
        ``all``.
    """
    groups = with_other(events[by], least=least)
    happened = events[event].astype(int)
    parts = [happened.groupby(key).agg(n="size", events="sum") for key in (groups, _one(groups))]
    found = pd.concat(parts).rename_axis("group").reset_index()
    ranked = with_interval(found).assign(last=found["group"].map({"other": 1, "all": 2}).fillna(0))
    ranked = ranked.sort_values(["last", "rate", "group"], ascending=[True, False, True])
    return ranked.drop(columns="last").reset_index(drop=True)


def _one(groups: "pd.Series[str]") -> "pd.Series[str]":
    return pd.Series("all", index=groups.index)


def with_interval(counts: pd.DataFrame) -> pd.DataFrame:
    """Return ``counts`` (columns n and events) with rate, low and high; missing where n is 0."""
    pairs = zip(counts["events"], counts["n"], strict=True)
    ends = [wilson(int(events), int(n)) for events, n in pairs]
    columns: Sequence[str] = ("rate", "low", "high")
    return counts.assign(**{name: [end[i] for end in ends] for i, name in enumerate(columns)})


def wilson(events: int, n: int) -> tuple[float, float, float]:
    """Return the share of ``events`` in ``n`` and the ends of its 95 % interval."""
    from scipy.stats import binomtest

    if n == 0:
        return float("nan"), float("nan"), float("nan")
    interval = binomtest(events, n).proportion_ci(LEVEL, method="wilson")
    return events / n, float(interval.low), float(interval.high)
