"""How far apart claimants are on a day, by what their words allow and not by their numbers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import pandas as pd

from casualty_ledger.compare.described import described_days
from casualty_ledger.compare.intervals import DEFAULT, Tolerance, intervals
from casualty_ledger.compare.latest import latest
from casualty_ledger.compare.limits import READ
from casualty_ledger.compare.standing import stated_number
from casualty_ledger.compare.vintages import statuses_on
from casualty_schemas.vocabularies import Scope, Status

Claim = Mapping[Any, Any]
# Claims that agree in these are about one quantity.
SUBJECT = ("population", "measure", "scope")
# Two events, or two periods, are two quantities whatever else the claims share.
_COMPARABLE = (Scope.CUMULATIVE.value, Scope.STOCK.value)


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
    return _live(_read(figures, tolerance, vague), on, stale_after, disputed)


def _read(figures: pd.DataFrame, tolerance: Tolerance, vague: pd.DataFrame | None) -> pd.DataFrame:
    """What holds of each figure on every day, and is worked out once for all of them."""
    read = intervals(figures, tolerance=tolerance, vague=vague)
    found = figures.assign(number=stated_number(figures)).join(read).join(described_days(figures))
    found.attrs = dict(figures.attrs)
    return found


def _live(
    claims: pd.DataFrame, on: date, stale_after: timedelta | None, disputed: bool
) -> pd.DataFrame:
    numbered = claims["floor"].notna() | claims["ceiling"].notna()
    if not disputed:
        numbered &= statuses_on(claims, on)["status"].astype("str") != Status.DISPUTED
    found = latest(claims, on=on, stale_after=stale_after, numbered=numbered)
    found.attrs = dict(claims.attrs)
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
    return disagreement_over_time(
        figures,
        days=[on],
        stale_after=stale_after,
        tolerance=tolerance,
        vague=vague,
        by=by,
        disputed=disputed,
    )


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
        days: the days, each as ``on``.
        stale_after: see ``disagreement``.
        tolerance: see ``disagreement``.
        vague: see ``disagreement``.
        by: see ``disagreement``.
        disputed: see ``disagreement``.
    """
    comparable = figures["scope"].astype("str").isin(_COMPARABLE)
    columns = list(dict.fromkeys([*READ, *by]))
    claims = _read(figures.loc[comparable, columns], tolerance, vague)
    rows = [
        {"on": pd.Timestamp(day)} | row
        for day in days
        for row in _distances(_live(claims, day, stale_after, disputed), by)
    ]
    table = pd.DataFrame(rows, columns=["on", *by, *_TYPES])
    found = table.astype({"on": "datetime64[s]"} | _TYPES)
    found.attrs = dict(figures.attrs)
    return found


def _distances(claims: pd.DataFrame, by: Sequence[str]) -> Iterator[dict[str, object]]:
    """One row a quantity of which two claimants or more speak."""
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims.to_dict("records"):
        groups.setdefault(tuple(str(claim[name]) for name in by), []).append(claim)
    for key in sorted(groups):
        own = groups[key]
        if len({claim["claimant"] for claim in own}) > 1:
            yield {name: own[0][name] for name in by} | _distance(own)


def _distance(claims: Sequence[Claim]) -> dict[str, object]:
    floors = sorted(
        (claim for claim in claims if pd.notna(claim["floor"])),
        key=lambda claim: (-claim["floor"], claim["figure_id"]),
    )
    ceilings = sorted(
        (claim for claim in claims if pd.notna(claim["ceiling"])),
        key=lambda claim: (claim["ceiling"], claim["figure_id"]),
    )
    highest, lowest = _first(floors, "floor"), _first(ceilings, "ceiling")
    ratio = _ratio(highest, lowest)
    numbers = [claim["number"] for claim in claims if pd.notna(claim["number"])]
    return {
        "claimants": len({claim["claimant"] for claim in claims}),
        "highest_floor": highest,
        "highest_floor_by": _first(floors, "figure_id"),
        "lowest_ceiling": lowest,
        "lowest_ceiling_by": _first(ceilings, "figure_id"),
        "ratio": ratio,
        "ratio_in_time": _ratio_in_time(floors, ceilings),
        "naive_ratio": _ratio(max(numbers), min(numbers)) if len(numbers) > 1 else None,
        "consistent": ratio is None or ratio <= 1,
    }


def _first(ordered: Sequence[Claim], column: str) -> Any:
    return ordered[0][column] if ordered else None


def _ratio(above: float | None, below: float | None) -> float | None:
    """None where one of them is missing; a floor over a ceiling of no one at all is infinite."""
    if above is None or below is None:
        return None
    if below == 0:
        return 1.0 if above == 0 else float("inf")
    return float(above) / float(below)


def _ratio_in_time(floors: Sequence[Claim], ceilings: Sequence[Claim]) -> float | None:
    """The largest floor over a ceiling that describes the same day or a later one.

    A day that is not known is neither: comparisons with it are false.
    """
    ratios = [
        _ratio(floor["floor"], ceiling["ceiling"])
        for floor in floors
        for ceiling in ceilings
        if floor["scope"] == Scope.CUMULATIVE
        and floor["described_last"] <= ceiling["described_first"]
    ]
    return max((ratio for ratio in ratios if ratio is not None), default=None)
