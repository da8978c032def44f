"""The same claims under other assumptions, and without each claimant in turn."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from casualty_ledger.reconcile.dials import ROBUST, STANDARD, Dials
from casualty_ledger.reconcile.fit import Problem, fit_problem
from casualty_ledger.reconcile.result import Fit


@dataclass(frozen=True, slots=True)
class Variant:
    """One set of assumptions.

    Attributes:
        name: short, for the command line.
        label: in words, for pictures.
        dials: the assumptions.
        without: a claimant whose claims are left out.
    """

    name: str
    label: str
    dials: Dials = ROBUST
    without: str | None = None


ASSUMPTIONS = (
    Variant("robust", "robust: wide, lasting errors (default)"),
    Variant("standard", "standard: narrower errors and biases", STANDARD),
    Variant(
        "incentive",
        "incentive: own side ×0.6, opponents ×1.6",
        ROBUST.turned(own_side=-0.5, opponent=0.5),
    ),
    Variant(
        "bias-0.35", "weak biases (spread 0.35)", ROBUST.turned(bias_sd=0.35, bias_measure_sd=0.175)
    ),
    Variant(
        "bias-0.7", "medium biases (spread 0.7)", ROBUST.turned(bias_sd=0.7, bias_measure_sd=0.35)
    ),
    Variant(
        "bias-1.4", "strong biases (spread 1.4)", ROBUST.turned(bias_sd=1.4, bias_measure_sd=0.7)
    ),
    Variant("independent", "every report an independent witness", ROBUST.turned(error_days=0.0)),
    Variant("common", "a bias common to all (spread 0.5)", ROBUST.turned(bias_common_sd=0.5)),
)


def variant_named(name: str) -> Variant:
    """Return the variant of a name.

    Raises:
        ValueError: there is none; the message lists all names.
    """
    known = {variant.name: variant for variant in ASSUMPTIONS}
    if name not in known:
        raise ValueError(f"no variant {name!r}; expected one of {', '.join(known)}")
    return known[name]


def without_each(claims: pd.DataFrame, labels: dict[str, str] | None = None) -> list[Variant]:
    """Return a variant without each claimant in turn, by name; none if there is but one."""
    claimants = sorted(set(claims["claimant"]))
    if len(claimants) < 2:
        return []
    names = labels or {}
    return [
        Variant(f"without-{name}", f"without {names.get(name, name)}", without=name)
        for name in claimants
    ]


def fit_variants(
    problem: Problem,
    variants: Sequence[Variant],
    *,
    seed: int = 1,
    progress: Callable[[int, int, Variant], None] | None = None,
) -> Iterator[tuple[Variant, Fit]]:
    """Fit the same claims under each variant, in turn.

    Args:
        problem: the claims, compiled once for all.
        variants: the assumptions.
        seed: of each fit.
        progress: is told the number of the fit, of how many, and the variant, before each fit.
    """
    for number, variant in enumerate(variants, start=1):
        if progress:
            progress(number, len(variants), variant)
        yield variant, fit_problem(problem, dials=variant.dials, seed=seed, without=variant.without)


def forest(fits: Sequence[tuple[Variant, Fit]], *, force: str, measure: str) -> pd.DataFrame:
    """Return the last day's band under each variant, one row a variant.

    Returns:
        The columns variant, label, without, day, median, low_50, high_50, low_90, high_90 and
        failures: a fit that failed has reasons there, and no numbers.
    """
    rows = []
    for variant, found in fits:
        row: dict[str, object] = {
            "variant": variant.name,
            "label": variant.label,
            "without": variant.without,
            "day": found.days[-1],
            "failures": "; ".join(found.failures),
        }
        if not found.failures:
            bands = found.bands
            chosen = bands[(bands["force"] == force) & (bands["measure"] == measure)]
            row |= {name: chosen[name].iloc[-1] for name in _NUMBERS}
        rows.append(row)
    columns = ["variant", "label", "without", "day", *_NUMBERS, "failures"]
    return pd.DataFrame(rows).reindex(columns=columns)


def left_out_predictions(fits: Sequence[tuple[Variant, Fit]]) -> pd.DataFrame:
    """Return what each claimant was expected to say by a fit that had not heard it.

    Returns:
        The columns of ``Fit.predictions``, for the claims that each fit left out.
    """
    parts = [found.predictions for variant, found in fits if variant.without and not found.failures]
    if not parts:
        raise ValueError("no sound fit without a claimant")
    table = pd.concat(parts, ignore_index=True)
    return table[table["held_out"]].sort_values(["measure", "claimant", "day"], ignore_index=True)


_NUMBERS = ["median", "low_50", "high_50", "low_90", "high_90"]
