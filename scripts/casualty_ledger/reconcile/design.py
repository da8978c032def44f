"""Claims as arrays: where each row reads the truth, whose bias it bears, what it follows."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from casualty_ledger.reconcile.claims import BASE_MEASURES
from casualty_ledger.reconcile.dials import KNOT_DAYS
from casualty_schemas.vocabularies import LIST_SEPARATOR

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

# Kinds of rows as the density reads them: a zero is an interval.
KINDS = ("point", "at_least", "up_to", "interval")


@dataclass(frozen=True, slots=True)
class Layout:
    """Which stretch of the parameter vector means what.

    All parameters are standard normal before any claim is seen; the density scales them.

    Attributes:
        forces: F names.
        measures: M base measures.
        knots: K, the number of knots.
        claimants: pairs of claimant and force that share a bias.
        series: triples of claimant, force and measure that share a further bias.
    """

    forces: tuple[str, ...]
    measures: tuple[str, ...]
    knots: int
    claimants: tuple[tuple[str, str], ...]
    series: tuple[tuple[str, str, str], ...]

    def blocks(self) -> dict[str, tuple[slice, tuple[int, ...]]]:
        """Return each block of parameters with its place in the vector and its shape."""
        forces, measures, steps = len(self.forces), len(self.measures), self.knots - 1
        shapes: dict[str, tuple[int, ...]] = {
            "level": (forces,),
            "ratio": (forces, measures),
            "walk_shared": (forces, steps),
            "walk_own": (forces, measures, steps),
            "bias": (len(self.claimants),),
            "bias_measure": (len(self.series),),
            "bias_common": (1,),
            "nugget": (1,),
            "shortfall": (1,),
        }
        placed, first = {}, 0
        for name, shape in shapes.items():
            last = first + int(np.prod(shape))
            placed[name] = (slice(first, last), shape)
            first = last
        return placed

    @property
    def size(self) -> int:
        """The number of parameters."""
        return int(max(place.stop for place, _ in self.blocks().values()))


@dataclass(frozen=True, slots=True)
class Design:
    """What stays the same whatever numbers the claims state; N rows.

    Attributes:
        first_day: day 0 of the clock.
        force: place of each row's force in ``layout.forces`` [N].
        includes: whether a row counts each base measure [N, M].
        ends: place on the clock of the end of what each row counts, in days [N].
        starts: of its beginning; 0 for running totals [N].
        claimant, series: places in ``layout`` of each row's biases [N].
        own, opponent: 1.0 where the claimant is of that relation [N].
        previous: row of the same claimant's previous report in the same series; -1 for none [N].
        gap: days since that report; 0 for none [N].
        kinds: rows by kind: point, at_least, up_to, interval (range and zero).
    """

    layout: Layout
    first_day: date
    force: Integers
    includes: Floats
    ends: Floats
    starts: Floats
    claimant: Integers
    series: Integers
    own: Floats
    opponent: Floats
    previous: Integers
    gap: Floats
    kinds: dict[str, Integers]


@dataclass(frozen=True, slots=True)
class Values:
    """What the claims state, in natural logs of people [N each].

    Attributes:
        stated: the number; the middle of a range.
        low, high: the limits of an interval; equal to ``stated`` elsewhere.
        rounding_sd: what rounding adds to the error.
    """

    stated: Floats
    low: Floats
    high: Floats
    rounding_sd: Floats


def default_first_day(claims: pd.DataFrame) -> date:
    """Return the day on which the clock starts if nothing is known: a knot before all claims."""
    first = claims["start"].fillna(claims["day"]).min()
    start: date = (first - pd.Timedelta(days=KNOT_DAYS)).date()
    return start


def design_of(claims: pd.DataFrame, first_day: date | None = None) -> Design:
    """Return the arrays of claims.

    Args:
        claims: the result of ``claims.valid_claims``.
        first_day: the day of the first possible loss.

    Raises:
        ValueError: there is no claim, or one counts days before ``first_day``; lists them.
    """
    if claims.empty:
        raise ValueError("there is no claim to fit")
    origin = first_day or default_first_day(claims)
    starts = _clock(claims["start"].fillna(pd.Timestamp(origin)), origin)
    ends = _clock(claims["day"], origin) + 1.0
    if early := list(claims["claim_id"][(starts < 0) | (ends <= 0)]):
        raise ValueError(f"claims on days before {origin}: {', '.join(early)}")
    layout = _layout(claims, knots=int(np.ceil(ends.max() / KNOT_DAYS)) + 1)
    previous = _previous(claims)
    day = _clock(claims["day"], origin)
    relation = claims["relation"].astype("str").to_numpy()
    return Design(
        layout=layout,
        first_day=origin,
        force=_places(claims["force"], layout.forces),
        includes=_includes(claims["includes"], layout.measures),
        ends=ends,
        starts=starts,
        claimant=_places(zip(claims["claimant"], claims["force"], strict=True), layout.claimants),
        series=_places(_series(claims), layout.series),
        own=(relation == "own_side").astype(float),
        opponent=(relation == "opponent").astype(float),
        previous=previous,
        gap=np.where(previous >= 0, day - day[np.maximum(previous, 0)], 0.0),
        kinds=_kinds(claims["kind"]),
    )


def values_of(claims: pd.DataFrame) -> Values:
    """Return what claims state, in logs."""
    low = claims["low"].fillna(claims["high"]).to_numpy(dtype=float)
    high = claims["high"].fillna(claims["low"]).to_numpy(dtype=float)
    return values_of_numbers(low, high, claims["unit"].to_numpy(dtype=float))


def values_of_numbers(low: Floats, high: Floats, units: Floats) -> Values:
    """Return stated numbers in logs; a zero is the interval from 0 to half a person.

    Args:
        low: lower numbers, in people; the number itself where there is one alone [N].
        high: upper numbers, likewise [N].
        units: to how many people they are rounded [N].
    """
    zero = high == 0
    top = np.log(np.where(zero, 0.5, np.maximum(high, 0.5)))
    bottom = np.where(low > 0, np.log(np.maximum(low, 0.5)), -30.0)
    middle = np.where(zero | (low == 0), top, 0.5 * (bottom + top))
    # A rounded number stands for all that round to it: its spread is that of the interval.
    width = units / np.maximum(np.exp(middle), 1.0)
    return Values(middle, bottom, top, np.minimum(width, 1.0) / np.sqrt(12.0))


def _clock(days: pd.Series, origin: date) -> Floats:
    return np.asarray((days - pd.Timestamp(origin)).dt.days, dtype=np.float64)


def _series(claims: pd.DataFrame) -> list[tuple[str, str, str]]:
    measures = claims["measure"].astype("str")
    return list(zip(claims["claimant"], claims["force"], measures, strict=True))


def _layout(claims: pd.DataFrame, knots: int) -> Layout:
    """Base measures are those that a claim states itself, and the killed and wounded of sums."""
    stated = set(claims["measure"].astype("str"))
    if "casualties" in stated:
        stated |= {"killed", "wounded"}
    return Layout(
        forces=tuple(sorted(set(claims["force"]))),
        measures=tuple(name for name in BASE_MEASURES if name in stated),
        knots=max(knots, 2),
        claimants=tuple(sorted(set(zip(claims["claimant"], claims["force"], strict=True)))),
        series=tuple(sorted(set(_series(claims)))),
    )


def _places(names: Any, known: tuple[Hashable, ...]) -> Integers:
    order = {name: place for place, name in enumerate(known)}
    return np.array([order[name] for name in names], dtype=np.int64)


def _includes(texts: pd.Series, measures: tuple[str, ...]) -> Floats:
    named = [set(text.split(LIST_SEPARATOR)) for text in texts]
    return np.array([[float(name in own) for name in measures] for own in named])


def _previous(claims: pd.DataFrame) -> Integers:
    """The previous report of the same claimant and series; running totals and periods apart."""
    period = claims["start"].notna()
    found = np.full(len(claims), -1, dtype=np.int64)
    last: dict[tuple[Hashable, ...], int] = {}
    keys = [(*key, kind) for key, kind in zip(_series(claims), period, strict=True)]
    order = claims.assign(row=np.arange(len(claims))).sort_values(["day", "claim_id"])["row"]
    zero = (claims["kind"].astype("str") == "zero").to_numpy()
    for row in order:
        found[row] = last.get(keys[row], -1)
        if not zero[row]:
            last[keys[row]] = int(row)
    return found


def _kinds(kinds: pd.Series) -> dict[str, Integers]:
    texts = kinds.astype("str").replace({"range": "interval", "zero": "interval"}).to_numpy()
    return {name: np.flatnonzero(texts == name) for name in KINDS}
