"""How far apart claimants are on a day, by what their words allow and not by their numbers."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

import pandas as pd

from casualty_ledger.compare.described import described_days
from casualty_ledger.compare.intervals import DEFAULT, Tolerance, intervals
from casualty_ledger.compare.latest import latest
from casualty_ledger.compare.limits import READ
from casualty_ledger.compare.standing import stated_number
from casualty_ledger.compare.vintages import statuses_on
from casualty_schemas.vocabularies import Status

# Claims that agree in these are about one quantity.
SUBJECT = ("population", "measure", "scope")
# Two events, or two periods, are two quantities whatever else the claims share.
_COMPARABLE = ("cumulative", "stock")


def live_claims(
    figures: pd.DataFrame,
    *,
    on: date,
    stale_after: timedelta | None = None,
    tolerance: Tolerance = DEFAULT,
    vague: pd.DataFrame | None = None,
    disputed: bool = False,
) -> pd.DataFrame:
    """Return each claimant's standing claim on a day, read as an interval.

    Args:
        figures: the table ``figures``.
        on: the day; nothing published later counts.
        stale_after: leave out what was said longer ago than this; without it dead claims live
            for ever.
        tolerance: see ``intervals``.
        vague: see ``intervals``; vague words count only where they have an interval.
        disputed: keep figures of which reports differ, on that day, whether the claimant gave
            them.

    Returns:
        The columns of ``figures``, with number (people, as stated; missing for vague words),
        floor and ceiling (``Int64``, people), described_first and described_last; one row a
        claimant, population, measure and scope, sorted by these.
    """
    read = intervals(figures, tolerance=tolerance, vague=vague)
    numbered = read.notna().any(axis="columns")
    if not disputed:
        numbered &= statuses_on(figures, on)["status"].astype("str") != Status.DISPUTED
    last = latest(figures, on=on, stale_after=stale_after, numbered=numbered)
    read = intervals(last, tolerance=tolerance, vague=vague)
    found = last.assign(number=stated_number(last)).join(read).join(described_days(last))
    found.attrs = dict(figures.attrs)
    return found


def disagreement(
    figures: pd.DataFrame,
    *,
    on: date,
    stale_after: timedelta | None = None,
    tolerance: Tolerance = DEFAULT,
    vague: pd.DataFrame | None = None,
    by: Sequence[str] = SUBJECT,
    disputed: bool = False,
) -> pd.DataFrame:
    """Return how far apart the live claims on each quantity are.

    The measure is the highest floor over the lowest ceiling. Up to 1 some number satisfies every
    claim; above 1 none does, and the ratio says by how much. The largest over the smallest stated
    number (``naive_ratio``) is given beside it to show why it misleads: it calls *at least 200* a
    contradiction of *4,000*.

    Live claims may speak of different days. ``ratio`` takes them all to speak of ``on``;
    ``ratio_in_time`` compares a floor only with ceilings of its own day or of later ones, because
    a running total may have risen from an earlier ceiling to a later floor.

    Args:
        figures: the table ``figures``; running totals and stocks are compared, all else is left
            out.
        on: the day; nothing published later counts.
        stale_after: leave out what was said longer ago than this.
        tolerance: see ``intervals``.
        vague: see ``intervals``.
        by: what claims must share to be about one quantity; add ``place`` for stocks.
        disputed: see ``live_claims``.

    Returns:
        One row a quantity that two claimants or more speak of: on; the columns ``by``; claimants
        (how many); highest_floor, lowest_ceiling (``Int64``, people) and the figures that set
        them, highest_floor_by and lowest_ceiling_by; ratio; ratio_in_time (of running totals);
        naive_ratio; consistent (false if the ratio is above 1). Ratios are missing where there is
        no floor or no ceiling.
    """
    claims = live_claims(
        figures[list(dict.fromkeys([*READ, *by]))],
        on=on,
        stale_after=stale_after,
        tolerance=tolerance,
        vague=vague,
        disputed=disputed,
    )
    claims = claims[claims["scope"].astype("str").isin(_COMPARABLE)]
    keys = [claims[name].astype("str") for name in by]
    groups = [own for _, own in claims.groupby(keys, sort=True, dropna=False)]
    groups = [own for own in groups if own["claimant"].nunique() > 1]
    rows = [{"on": pd.Timestamp(on)} | _identity(own, by) | _distance(own) for own in groups]
    found = _typed(pd.DataFrame(rows, columns=["on", *by, *_TYPES]))
    found.attrs = dict(figures.attrs)
    return found


_TYPES = {
    "claimants": "int64",
    "highest_floor": "Int64",
    "highest_floor_by": "str",
    "lowest_ceiling": "Int64",
    "lowest_ceiling_by": "str",
    "ratio": "Float64",
    "ratio_in_time": "Float64",
    "naive_ratio": "Float64",
    "consistent": "bool",
}


def _typed(table: pd.DataFrame) -> pd.DataFrame:
    return table.astype({"on": "datetime64[s]"} | _TYPES)


def _identity(claims: pd.DataFrame, by: Sequence[str]) -> dict[str, object]:
    return {name: claims[name].iloc[0] for name in by}


def _distance(claims: pd.DataFrame) -> dict[str, object]:
    floors = claims[claims["floor"].notna()].sort_values(
        ["floor", "figure_id"], ascending=[False, True]
    )
    ceilings = claims[claims["ceiling"].notna()].sort_values(["ceiling", "figure_id"])
    highest, lowest = (_first(own, end) for own, end in ((floors, "floor"), (ceilings, "ceiling")))
    ratio = _ratio(highest, lowest)
    numbers = [float(number) for number in claims["number"].dropna()]
    return {
        "claimants": claims["claimant"].nunique(),
        "highest_floor": highest,
        "highest_floor_by": _first(floors, "figure_id"),
        "lowest_ceiling": lowest,
        "lowest_ceiling_by": _first(ceilings, "figure_id"),
        "ratio": ratio,
        "ratio_in_time": _ratio_in_time(floors, ceilings),
        "naive_ratio": _ratio(max(numbers), min(numbers)) if len(numbers) > 1 else None,
        "consistent": ratio is None or ratio <= 1,
    }


def _first(ordered: pd.DataFrame, column: str) -> Any:
    return None if ordered.empty else ordered[column].iloc[0]


def _ratio(above: float | None, below: float | None) -> float | None:
    """None where one of them is missing; a floor over a ceiling of no one at all is infinite."""
    if above is None or below is None:
        return None
    if below == 0:
        return 1.0 if above == 0 else float("inf")
    return float(above) / float(below)


def _ratio_in_time(floors: pd.DataFrame, ceilings: pd.DataFrame) -> float | None:
    """The largest floor over a ceiling that describes the same day or a later one."""
    if not set(floors["scope"].astype("str")) <= {"cumulative"}:
        return None
    pairs = floors[["floor", "described_last"]].merge(
        ceilings[["ceiling", "described_first"]], how="cross"
    )
    pairs = pairs[pairs["described_last"] <= pairs["described_first"]]
    ratios = [_ratio(*pair) for pair in zip(pairs["floor"], pairs["ceiling"], strict=True)]
    return max((ratio for ratio in ratios if ratio is not None), default=None)


def disagreement_over_time(
    figures: pd.DataFrame,
    *,
    days: Iterable[date],
    stale_after: timedelta | None = None,
    tolerance: Tolerance = DEFAULT,
    vague: pd.DataFrame | None = None,
    by: Sequence[str] = SUBJECT,
    disputed: bool = False,
) -> pd.DataFrame:
    """Return the rows of ``disagreement`` on each of ``days``, in their order.

    Args:
        figures: see ``disagreement``.
        days: at least one.
        stale_after: see ``disagreement``.
        tolerance: see ``disagreement``.
        vague: see ``disagreement``.
        by: see ``disagreement``.
        disputed: see ``disagreement``.
    """
    tables = [
        disagreement(
            figures,
            on=day,
            stale_after=stale_after,
            tolerance=tolerance,
            vague=vague,
            by=by,
            disputed=disputed,
        )
        for day in days
    ]
    found: pd.DataFrame = pd.concat(tables, ignore_index=True)
    found.attrs = dict(figures.attrs)
    return found
