"""Wars that never were: known truth, and claims on it in the pattern of a real table.

Who speaks on which day, of what and in which words is taken from a design; the truth, the biases
and the numbers are drawn. A twist lets the truth depart from what the model assumes.
"""

from dataclasses import dataclass

import numpy as np

from casualty_ledger.reconcile.density import (
    claim_means,
    error_scales,
    log_rates,
    numpy_arrays,
    totals_at,
)
from casualty_ledger.reconcile.design import Design, Floats, Integers, Values, values_of_numbers
from casualty_ledger.reconcile.dials import Dials

# Wars with fewer dead are drawn again: their claims would be rounded to nothing.
LEAST_KILLED = 30.0
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Twist:
    """In what a simulated war departs from the model that is fitted to it.

    Attributes:
        bias_factor: all biases are so many times as strong.
        walk_factor: the rate varies so many times as much.
        drift_sd: spread of the change of each claimant's log bias over the whole war.
        copied: share of claims that repeat the last number that another claimant gave.
        common_sd: spread of a bias that all claimants share.
        lost: share of "at least" whose words were lost: the fit reads them as numbers.
    """

    bias_factor: float = 1.0
    walk_factor: float = 1.0
    drift_sd: float = 0.0
    copied: float = 0.0
    common_sd: float = 0.0
    lost: float = 0.0


SCENARIOS = {
    "as the model says": Twist(),
    "bias twice as strong": Twist(bias_factor=2.0),
    "claimants copy one another": Twist(copied=0.4),
    "bias drifts": Twist(drift_sd=1.0),
    "rougher truth": Twist(walk_factor=2.0),
    "bounds lost": Twist(lost=0.3),
    "a bias common to all": Twist(common_sd=0.5),
}


@dataclass(frozen=True, slots=True)
class War:
    """One simulated war.

    Attributes:
        values: what its claims state.
        totals: the true totals at the end of the last claim, by force and measure [F, M].
    """

    values: Values
    totals: Floats


def significant_digits(stated: Floats, units: Floats) -> Integers:
    """Return to how many digits numbers were rounded, from their rounding units [N]."""
    size = np.floor(np.log10(np.maximum(stated, 1.0)) + 1e-9)
    return np.maximum(size - np.round(np.log10(units)) + 1, 1).astype(np.int64)


def simulate_war(
    design: Design, digits: Integers, dials: Dials, twist: Twist, rng: np.random.Generator
) -> War:
    """Return one war and what is claimed of it.

    Args:
        design: the pattern of claims; all its intervals are read as ranges.
        digits: to how many digits each claim is rounded [N].
        dials: what the truth is drawn from.
        twist: in what it departs from the model.
        rng: the source of chance.

    Raises:
        RuntimeError: no war with enough dead is drawn: the dials make none.
    """
    numbers = dials.turned(
        bias_sd=dials.bias_sd * twist.bias_factor,
        bias_measure_sd=dials.bias_measure_sd * twist.bias_factor,
        walk_sd=dials.walk_sd * twist.walk_factor,
        bias_common_sd=max(dials.bias_common_sd, twist.common_sd),
    ).numbers()
    arrays = numpy_arrays()
    for _ in range(_LONGEST):
        x = rng.normal(size=design.layout.size)
        totals = _final_totals(x, design, numbers)
        if LEAST_KILLED <= totals[:, 0].min():
            break
    else:
        raise RuntimeError(f"no war with {LEAST_KILLED:.0f} dead in {_LONGEST} draws")
    nugget, shortfall = error_scales(x, design.layout, numbers, arrays)
    meant = claim_means(x, design, numbers, arrays) + _drift(design, twist, rng)
    said = meant + _errors(design, numbers, float(nugget), rng)
    said = _copied(said, design, twist.copied, rng)
    return War(_stated(said, design, digits, float(shortfall), rng), totals)


def _final_totals(x: Floats, design: Design, numbers: dict[str, float]) -> Floats:
    arrays = numpy_arrays()
    forces = np.arange(len(design.layout.forces))
    end = np.full(len(forces), design.ends.max())
    return np.asarray(totals_at(log_rates(x, design.layout, numbers, arrays), forces, end, arrays))


def _drift(design: Design, twist: Twist, rng: np.random.Generator) -> Floats:
    change = twist.drift_sd * rng.normal(size=len(design.layout.claimants))
    return np.asarray(change[design.claimant] * (design.ends / design.ends.max() - 0.5))


def _errors(
    design: Design, numbers: dict[str, float], nugget: float, rng: np.random.Generator
) -> Floats:
    """What claimants carry on from report to report, and the error of each single report."""
    carried = np.zeros(len(design.ends))
    days = numbers["error_days"]
    for row in np.argsort(design.ends, kind="stable"):
        before = design.previous[row]
        faded = np.exp(-design.gap[row] / days) if before >= 0 and days > 0 else 0.0
        fresh = numbers["error_sd"] * np.sqrt(1 - faded**2) * rng.normal()
        carried[row] = faded * carried[before] + fresh
    wide = rng.random(len(carried)) < numbers["outliers"]
    total = np.hypot(numbers["error_sd"], nugget) * numbers["outlier_factor"]
    own = np.where(wide, np.sqrt(max(total**2 - numbers["error_sd"] ** 2, 0.0)), nugget)
    return np.asarray(carried + own * rng.normal(size=len(carried)))


def _copied(said: Floats, design: Design, share: float, rng: np.random.Generator) -> Floats:
    """Some claims repeat what was last said of the same measure by someone else."""
    found = said.copy()
    counted = [design.layout.series[place][1:] for place in design.series]
    for row in np.argsort(design.ends, kind="stable"):
        others = [
            other
            for other in range(len(said))
            if counted[other] == counted[row]
            and design.claimant[other] != design.claimant[row]
            and design.ends[other] < design.ends[row]
            and (design.starts[other] > 0) == (design.starts[row] > 0)
        ]
        if others and rng.random() < share:
            found[row] = found[max(others, key=lambda other: design.ends[other])]
    return found


def _stated(
    said: Floats, design: Design, digits: Integers, shortfall: float, rng: np.random.Generator
) -> Values:
    """What is said, in words that limit it, rounded as people round."""
    side = np.zeros(len(said))
    side[design.kinds["at_least"]], side[design.kinds["up_to"]] = -1.0, 1.0
    number = np.exp(said + side * shortfall * rng.exponential(size=len(said)))
    stated = _rounded(number, digits)
    low, high = stated.copy(), stated.copy()
    ranges = design.kinds["interval"]
    # A range of which the mind's number is any point.
    place, width = rng.random(len(ranges)), np.log(1.5)
    low[ranges] = _rounded(np.exp(said[ranges] - place * width), digits[ranges])
    high[ranges] = _rounded(np.exp(said[ranges] + (1 - place) * width), digits[ranges])
    high[ranges] = np.maximum(high[ranges], low[ranges] + 1)
    return values_of_numbers(low, high, _units(stated))


def _rounded(numbers: Floats, digits: Integers) -> Floats:
    size = np.floor(np.log10(np.maximum(numbers, 1.0)))
    unit = 10.0 ** np.maximum(size - digits + 1, 0)
    return np.maximum(np.round(numbers / unit) * unit, 1.0)


def _units(stated: Floats) -> Floats:
    """Rounding units as the trailing zeros say."""
    units = np.ones(len(stated))
    for power in 10.0 ** np.arange(1, 10):
        units = np.where(np.mod(stated, power) == 0, power, units)
    return units
