"""The log density of the model, written once for numpy and for jax.numpy.

The log of the daily rate of each base measure of each force is linear between knots, where it is
a random walk; a running total is the exact integral of the rate. What a claimant says is that
total, times a bias of the claimant, times an error that the claimant carries on from report to
report, read through the words of the claim.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from casualty_ledger.reconcile.design import KINDS, Design, Integers, Layout, Values
from casualty_ledger.reconcile.dials import KNOT_DAYS, RATIOS

_LOG_ROOT_2PI = 0.5 * np.log(2 * np.pi)
# The error of a single report fades over so many days; of two on one day it is shared but for this.
NOISE_DAYS, NOISE_KEPT = 7.0, 0.9
# Arrays of numpy or of jax, and dials that may be traced.
Array = Any
Numbers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Arrays:
    """An array module with what numpy and jax have in different places.

    Attributes:
        xp: numpy or jax.numpy.
        log_ndtr: the log of the normal distribution function.
        pick: elements of the last axis by place: ``pick(array [..., S], places [N])`` [..., N].
    """

    xp: Any
    log_ndtr: Callable[[Array], Array]
    pick: Callable[[Array, Integers], Array]


def numpy_arrays() -> Arrays:
    """Return numpy as an array module."""
    from scipy.special import log_ndtr

    return Arrays(np, log_ndtr, lambda array, places: array[..., places])


def log_density(
    x: Array, design: Design, values: Values, weights: Array, dials: Numbers, arrays: Arrays
) -> Array:
    """Return the log of prior times likelihood, a scalar, up to a constant.

    Args:
        x: all parameters, standard normal before the claims [P]; see ``design.Layout``.
        design: the rows.
        values: what they state.
        weights: 1 for rows that count, 0 for rows that are left out [N].
        dials: ``Dials.numbers()``.
        arrays: numpy or jax.
    """
    prior = -0.5 * arrays.xp.sum(x * x)
    terms = _terms_by_kind(x, design, values, dials, arrays)
    return prior + arrays.xp.sum(weights[_by_kind(design)] * terms)


def row_terms(x: Array, design: Design, values: Values, dials: Numbers, arrays: Arrays) -> Array:
    """Return the log likelihood of each row, given its claimant's previous report [N]."""
    order = np.argsort(_by_kind(design))
    return _terms_by_kind(x, design, values, dials, arrays)[order]


def _by_kind(design: Design) -> Integers:
    """The rows in the order in which their kinds are read."""
    return np.concatenate([design.kinds[name] for name in KINDS])


def _terms_by_kind(
    x: Array, design: Design, values: Values, dials: Numbers, arrays: Arrays
) -> Array:
    xp = arrays.xp
    mean = claim_means(x, design, dials, arrays)
    nugget, shortfall = error_scales(x, design.layout, dials, arrays)
    noise = nugget**2 + values.rounding_sd**2
    shift, kept = _memory(mean, noise, shortfall, design, values, dials, arrays)
    centre, spread = mean + shift, xp.sqrt(kept)

    # The usual error, and the wider one of a share of the reports: [2, N].
    spreads = xp.stack([spread, dials["outlier_factor"] * spread])
    both = _words(design, values, centre, spreads, shortfall, arrays)
    share = dials["outliers"]
    return xp.logaddexp(xp.log1p(-share) + both[0], xp.log(share + 1e-300) + both[1])


def _words(
    design: Design, values: Values, centre: Array, spreads: Array, shortfall: Array, arrays: Arrays
) -> Array:
    """Return the log likelihood of the rows by kind, as their words limit the number [2, N].

    Rows of one kind are read together: compiled code is then small, and so is the time to
    compile it.
    """
    pick = arrays.pick
    point, interval = design.kinds["point"], design.kinds["interval"]
    lower, upper = design.kinds["at_least"], design.kinds["up_to"]
    bound = np.concatenate([lower, upper])
    side = np.repeat([1.0, -1.0], [len(lower), len(upper)])
    parts = []
    if len(point):
        error = values.stated[point] - pick(centre, point)
        parts.append(normal_term(error, pick(spreads, point), arrays))
    if len(bound):
        error = side * (values.stated[bound] - pick(centre, bound))
        parts.append(shortfall_term(error, pick(spreads, bound), shortfall, arrays))
    if len(interval):
        mu, sd = pick(centre, interval), pick(spreads, interval)
        low, high = (values.low[interval] - mu) / sd, (values.high[interval] - mu) / sd
        parts.append(interval_term(low, high, arrays))
    return arrays.xp.concatenate(parts, axis=1)


def claim_means(x: Array, design: Design, dials: Numbers, arrays: Arrays) -> Array:
    """Return the log of what each row's claimant has in mind, before errors [N]."""
    xp = arrays.xp
    rates = log_rates(x, design.layout, dials, arrays)
    force = np.concatenate([design.force, design.force])
    upto, since = xp.split(
        totals_at(rates, force, np.concatenate([design.ends, design.starts]), arrays), 2
    )
    counted = xp.sum(design.includes * (upto - since), axis=1)
    return xp.log(xp.maximum(counted, 1e-12)) + biases(x, design, dials, arrays)


def log_rates(x: Array, layout: Layout, dials: Numbers, arrays: Arrays) -> Array:
    """Return the log of the daily rate at the knots [..., F, M, K], of draws [..., P]."""
    xp, part = arrays.xp, _parts(x, layout)
    guess = np.log([RATIOS[name] for name in layout.measures])
    spread = np.array([float(name != "killed") for name in layout.measures]) * dials["ratio_sd"]
    level = xp.log(dials["rate"]) + dials["rate_sd"] * part["level"]
    first = (level[..., None] + guess + spread * part["ratio"])[..., None]
    shared = xp.sqrt(dials["walk_shared"]) * part["walk_shared"][..., None, :]
    own = xp.sqrt(1 - dials["walk_shared"]) * part["walk_own"]
    loose = np.arange(layout.knots - 1) < dials["loose_knots"]
    step = dials["walk_sd"] * xp.where(loose, dials["loose_factor"], 1.0)
    walk = (step * (shared + own)) @ _sums(layout.knots - 1)
    return xp.concatenate([first, first + walk], axis=-1)


def totals_at(rates: Array, force: Array, times: Array, arrays: Arrays) -> Array:
    """Return the running totals of every base measure at some times [N, M].

    Args:
        rates: the result of ``log_rates`` [F, M, K].
        force: whose total, by place [N].
        times: days since the first day, from 0 to the last knot [N].
        arrays: numpy or jax.
    """
    xp = arrays.xp
    steps = rates.shape[2] - 1
    place = np.minimum(np.floor(times / KNOT_DAYS).astype(int), steps - 1)
    rest = times / KNOT_DAYS - place
    slope = rates[:, :, 1:] - rates[:, :, :-1]
    whole = KNOT_DAYS * xp.exp(rates[:, :, :-1]) * _growth(slope, arrays)
    before = whole @ (_sums(steps) - np.eye(steps))
    # The knots of all forces in one row, so that one place tells force and knot.
    parts = xp.stack([before, rates[:, :, :-1], slope]).transpose(0, 2, 1, 3)
    flat = parts.reshape(3, rates.shape[1], -1)
    known, began, rise = arrays.pick(flat, force * steps + place)
    return (known + KNOT_DAYS * rest * xp.exp(began) * _growth(rest * rise, arrays)).T


def _sums(size: int) -> Array:
    """A matrix whose product is a running sum: less code to compile than a sum step by step."""
    return np.triu(np.ones((size, size)))


def _growth(d: Array, arrays: Arrays) -> Array:
    """Return (exp(d) - 1) / d, the mean of exp over a line that rises by d; 1 at 0."""
    xp = arrays.xp
    small = xp.abs(d) < 1e-5
    safe = xp.where(small, 1.0, d)
    return xp.where(small, 1.0 + 0.5 * d, xp.expm1(safe) / safe)


def biases(x: Array, design: Design, dials: Numbers, arrays: Arrays) -> Array:
    """Return the log bias of each row [N]."""
    part = _parts(x, design.layout)
    centre = dials["own_side"] * design.own + dials["opponent"] * design.opponent
    own = dials["bias_sd"] * arrays.pick(part["bias"], design.claimant)
    measure = dials["bias_measure_sd"] * arrays.pick(part["bias_measure"], design.series)
    return centre + own + measure + dials["bias_common_sd"] * part["bias_common"][0]


def error_scales(x: Array, layout: Layout, dials: Numbers, arrays: Arrays) -> tuple[Array, Array]:
    """Return the nugget (a standard deviation) and the mean shortfall, both of logs."""
    part, exp = _parts(x, layout), arrays.xp.exp
    nugget = dials["nugget"] * exp(dials["scale_sd"] * part["nugget"][0])
    return nugget, dials["shortfall"] * exp(dials["scale_sd"] * part["shortfall"][0])


def _memory(
    mean: Array,
    noise: Array,
    shortfall: Array,
    design: Design,
    values: Values,
    dials: Numbers,
    arrays: Arrays,
) -> tuple[Array, Array]:
    """Return what a claimant's previous report says of the error of each row: mean and variance.

    The carried error is an Ornstein-Uhlenbeck process; most of the error of a single report, its
    rounding included, also stays for some days, so that a tally that is read out daily is no new
    witness every day. Of the claimant's past only the previous report is used. Bounds stand for
    it with their mean shortfall and its variance, ranges with their width. An outlier is not
    carried on: the previous residual counts up to about three standard deviations.
    """
    xp, rows = arrays.xp, np.arange(len(design.previous))
    # A first report stands for its own previous one, and nothing of it lasts.
    before = np.where(design.previous >= 0, design.previous, rows)
    below = np.isin(rows, design.kinds["at_least"]).astype(float)
    above = np.isin(rows, design.kinds["up_to"]).astype(float)
    known = values.stated - mean + shortfall * (below - above)
    vague = (below + above) * shortfall**2 + (values.high - values.low) ** 2 / 12.0
    known, vague, its_noise = arrays.pick(xp.stack([known, vague, noise]), before)
    variance = dials["error_sd"] ** 2
    lasting = (design.previous >= 0) * xp.where(dials["error_days"] > 0, 1.0, 0.0)
    slow = lasting * xp.exp(-design.gap / xp.maximum(dials["error_days"], 1e-6))
    fast = lasting * np.exp(-design.gap / NOISE_DAYS)
    shared = variance * slow + NOISE_KEPT * xp.sqrt(noise * its_noise) * fast
    spread = variance + its_noise + vague + 1e-12
    limit = 3.0 * xp.sqrt(spread)
    residual = limit * xp.tanh(known / limit)
    return shared / spread * residual, variance + noise - shared**2 / spread


def normal_term(error: Array, sd: Array, arrays: Arrays) -> Array:
    """Return the log density of a normal error."""
    return -0.5 * (error / sd) ** 2 - arrays.xp.log(sd) - _LOG_ROOT_2PI


def shortfall_term(error: Array, sd: Array, shortfall: Array, arrays: Arrays) -> Array:
    """Return the log density of a normal error less an exponential shortfall."""
    scaled = error / shortfall + 0.5 * (sd / shortfall) ** 2
    tail = arrays.log_ndtr(-error / sd - sd / shortfall)
    return scaled + tail - arrays.xp.log(shortfall)


def interval_term(low: Array, high: Array, arrays: Arrays) -> Array:
    """Return the log probability that a standard normal lies between two limits."""
    xp = arrays.xp
    flip = low > 0
    bottom, top = xp.where(flip, -high, low), xp.where(flip, -low, high)
    larger, smaller = arrays.log_ndtr(xp.stack([top, bottom]))
    return larger + xp.log1p(-xp.exp(xp.minimum(smaller - larger, -1e-12)))


def _parts(x: Array, layout: Layout) -> dict[str, Array]:
    """The blocks of parameters, of one vector or of several [..., P]."""
    blocks = layout.blocks().items()
    return {name: x[..., place].reshape(*x.shape[:-1], *shape) for name, (place, shape) in blocks}
