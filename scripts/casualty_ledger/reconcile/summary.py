"""From draws of parameters to totals, biases and predicted claims."""

import numpy as np
import pandas as pd

from casualty_ledger.reconcile.density import (
    biases,
    claim_means,
    error_scales,
    log_rates,
    numpy_arrays,
    totals_at,
)
from casualty_ledger.reconcile.design import Design, Floats, Values
from casualty_ledger.reconcile.dials import Dials

_BANDS = {"median": 0.5, "low_50": 0.25, "high_50": 0.75, "low_90": 0.05, "high_90": 0.95}
_EVERY = 7


def curve_days(design: Design) -> Floats:
    """Return the days on which curves are drawn: weekly, and the last one claimed [D]."""
    last = float(design.ends.max())
    return np.unique(np.append(np.arange(_EVERY, last, _EVERY), last))


def running_totals(
    x: Floats, design: Design, dials: Dials, times: Floats
) -> dict[tuple[str, str], Floats]:
    """Return the running totals of each force and measure [draws, D].

    Casualties are killed and wounded, if both are base measures.

    Args:
        x: draws [draws, P].
        design: the rows.
        dials: the assumptions.
        times: days since the first day [D].
    """
    arrays, layout = numpy_arrays(), design.layout
    rates = log_rates(x, layout, dials.numbers(), arrays)
    # Each draw is read as if it were a force of its own.
    draws = np.repeat(np.arange(len(x)), len(times))
    at = np.tile(times, len(x))
    totals: dict[tuple[str, str], Floats] = {}
    for place, force in enumerate(layout.forces):
        found = totals_at(rates[:, place], draws, at, arrays).reshape(len(x), len(times), -1)
        own = {name: found[:, :, number] for number, name in enumerate(layout.measures)}
        if {"killed", "wounded"} <= set(own):
            own["casualties"] = own["killed"] + own["wounded"]
        totals |= {(force, name): total for name, total in own.items()}
    return totals


def bands_frame(totals: dict[tuple[str, str], Floats], days: pd.DatetimeIndex) -> pd.DataFrame:
    """Return medians and bands of running totals, one row a force, measure and day."""
    parts = [
        pd.DataFrame({"force": force, "measure": measure, "day": days, **_quantiles(draws)})
        for (force, measure), draws in totals.items()
    ]
    return pd.concat(parts, ignore_index=True)


def biases_frame(x: Floats, design: Design, dials: Dials, weights: Floats) -> pd.DataFrame:
    """Return how many times what is implied each claimant says, one row a series of claims."""
    numbers = dials.numbers()
    factors = np.exp([biases(one, design, numbers, numpy_arrays()) for one in x])
    counted = weights > 0
    places, rows = np.unique(design.series[counted], return_index=True)
    rows = np.flatnonzero(counted)[rows]
    named = pd.DataFrame(
        [design.layout.series[place] for place in places], columns=["claimant", "force", "measure"]
    )
    counts = np.bincount(design.series[counted], minlength=len(design.layout.series))[places]
    found = _quantiles(factors[:, rows])
    return named.assign(claims=counts, **{name: found[name] for name in found})


def predictions_frame(
    x: Floats,
    claims: pd.DataFrame,
    design: Design,
    values: Values,
    dials: Dials,
    weights: Floats,
    rng: np.random.Generator,
) -> pd.DataFrame:
    """Return what the model expects each claim to state, beside what it states.

    The carried error is drawn anew: the expectation is that of a claimant of whose errors
    nothing is known.
    """
    drawn = np.exp([_said(one, design, values, dials, rng) for one in x])
    stated = np.exp(values.stated)
    stated = np.where(claims["kind"].astype("str") == "zero", 0.0, stated)
    columns = ["claim_id", "claimant", "force", "measure", "kind", "day"]
    return claims[columns].assign(
        stated=stated,
        **_quantiles(drawn),
        rank=(drawn < stated).mean(axis=0),
        held_out=weights == 0,
    )


def _said(
    x: Floats, design: Design, values: Values, dials: Dials, rng: np.random.Generator
) -> Floats:
    arrays, numbers = numpy_arrays(), dials.numbers()
    nugget, shortfall = error_scales(x, design.layout, numbers, arrays)
    mean = claim_means(x, design, numbers, arrays)
    spread = np.sqrt(dials.error_sd**2 + nugget**2 + values.rounding_sd**2)
    wide = np.where(rng.random(len(mean)) < dials.outliers, dials.outlier_factor, 1.0)
    side = np.zeros(len(mean))
    side[design.kinds["at_least"]], side[design.kinds["up_to"]] = -1.0, 1.0
    error = spread * wide * rng.normal(size=len(mean))
    return np.asarray(mean + error + side * shortfall * rng.exponential(size=len(mean)))


def _quantiles(draws: Floats) -> dict[str, Floats]:
    found = np.quantile(draws, list(_BANDS.values()), axis=0)
    return dict(zip(_BANDS, found, strict=True))
