"""Weak points that show beside the claimant's other figures of the same kind."""

from collections.abc import Iterator, Sequence

import pandas as pd

from casualty_ledger.build.anomalies.phrases import anomaly
from casualty_ledger.build.cells import Row
from casualty_ledger.build.phrases import Claim, stated_value
from casualty_schemas.vocabularies import AnomalyKind, Bound, Precision, Scope, Status

# A running total or a stock that stood this long without a word is old news, not present news.
SILENCE_DAYS = 180

_FALLEN = (Status.CORRECTED.value, Status.RETRACTED.value, Status.DISPUTED.value)
_SERIES = ["claimant", "population", "measure"]
_RUNNING = (Scope.CUMULATIVE.value, Scope.STOCK.value)


def series_anomalies(figures: pd.DataFrame) -> Iterator[Row]:
    """Yield what the figures of each claimant, population and measure say against each other."""
    running = _running(figures)
    last_claims = figures.groupby("conflict")["claimed_on"].max()
    for _, own in running.groupby(_SERIES, sort=True, observed=True):
        yield from _not_renewed(own, last_claims)
    cumulative = running[running["scope"] == Scope.CUMULATIVE.value]
    for _, own in cumulative.groupby(_SERIES, sort=True, observed=True):
        claims = own.to_dict("records")
        yield from _below_earlier(claims)
        yield from _not_linked(claims)


def _running(figures: pd.DataFrame) -> pd.DataFrame:
    """Totals and stocks in the order of their days: no parts, and nothing of an unsure day."""
    chosen = figures[
        (figures["claimed_on_precision"] == Precision.DAY.value)
        & ~figures["status"].isin(_FALLEN)
        & figures["scope"].isin(_RUNNING)
        & figures["part_of"].isna()
    ]
    return chosen.sort_values(["claimed_on", "figure_id"])


def _not_renewed(own: pd.DataFrame, last_claims: "pd.Series[pd.Timestamp]") -> Iterator[Row]:
    """The last figure of a series; measured against the dataset's own end, not against a clock."""
    claim = own.to_dict("records")[-1]
    end = last_claims[claim["conflict"]]
    days = (end - claim["claimed_on"]).days
    stands = claim["status"] == Status.ACTIVE.value and claim["bound"] != Bound.UNSPECIFIED.value
    if stands and days > SILENCE_DAYS:
        explanation = (
            f"Its claimant gave no later figure of the kind in the {days:,} days until the last "
            f"claim in the dataset, {end:%Y-%m-%d}."
        )
        yield anomaly(claim["figure_id"], AnomalyKind.NOT_RENEWED, explanation)


def _below_earlier(claims: Sequence[Claim]) -> Iterator[Row]:
    """A running total can not fall: its ceiling is held against the floors before it."""
    highest: Claim | None = None
    for claim in claims:
        ceiling = _first(claim, "high", "best")
        if highest and ceiling is not None and highest["claimed_on"] < claim["claimed_on"]:
            floor = _floor(highest)
            if ceiling < floor:
                yield anomaly(claim["figure_id"], AnomalyKind.BELOW_EARLIER, _fall(claim, highest))
        if _floor(claim) > (_floor(highest) if highest else 0):
            highest = claim


def _fall(claim: Claim, earlier: Claim) -> str:
    now, before = stated_value(claim), stated_value(earlier)
    places = [_place(claim), _place(earlier)]
    apart = f"; the places differ, {places[0]} and {places[1]}" if places[0] != places[1] else ""
    return (
        f"The value, {now}, lies below the {before} of {earlier['claimed_on']:%Y-%m-%d} "
        f"({earlier['figure_id']}){apart}."
    )


def _not_linked(claims: Sequence[Claim]) -> Iterator[Row]:
    """Only figures of one place are held against each other, and only such as state a number."""
    later: dict[str, Claim] = {}
    for claim in reversed(claims):
        place = _place(claim)
        following = later.get(place)
        if following and claim["status"] == Status.ACTIVE.value:
            explanation = (
                f"The claimant said {stated_value(following)} on "
                f"{following['claimed_on']:%Y-%m-%d} ({following['figure_id']}), and the records "
                "do not say that this replaces it."
            )
            if following["claimed_on"] > claim["claimed_on"]:
                yield anomaly(claim["figure_id"], AnomalyKind.LATER_NOT_LINKED, explanation)
        if claim["bound"] not in (Bound.VAGUE.value, Bound.UNSPECIFIED.value):
            later[place] = claim


def _place(claim: Claim) -> str:
    return "none named" if pd.isna(claim["place"]) else str(claim["place"])


def _floor(claim: Claim) -> int:
    return _first(claim, "low", "best") or 0


def _first(claim: Claim, *names: str) -> int | None:
    values = (claim[f"value_{name}"] for name in names)
    return next((int(value) for value in values if pd.notna(value)), None)
