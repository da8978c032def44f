"""Fitting: peaks from dispersed starts, chains from the peaks, and a judgement on both."""

from dataclasses import asdict, dataclass
from datetime import date

import numpy as np
import pandas as pd

from casualty_ledger.reconcile.convergence import Agreement, Check
from casualty_ledger.reconcile.design import Design, Floats, Values, design_of, values_of
from casualty_ledger.reconcile.dials import ROBUST, Dials
from casualty_ledger.reconcile.engine import one_thread
from casualty_ledger.reconcile.modes import Mode, find_modes
from casualty_ledger.reconcile.posterior import TARGET_ACCEPTANCE, Chains, Posterior, Sampled
from casualty_ledger.reconcile.result import (
    LEAST_SECOND_MODE,
    Diagnostics,
    Fit,
)
from casualty_ledger.reconcile.summary import (
    bands_frame,
    biases_frame,
    curve_days,
    predictions_frame,
    running_totals,
)

STARTS, CHAINS = 6, 4
# In stretches of 250 draws: the warm-up, the first draws, the most if diagnostics ask for more.
_WARMUP, _FIRST, _MOST = 2, 2, 8
# If any draw diverges, all are drawn anew in shorter steps, of which this share is accepted. A fit
# fails if any of those diverges, too.
_MORE_ACCEPTANCE = 0.9
# As many draws as tables and curves are made of.
_SUMMARISED = 1000


@dataclass(frozen=True, slots=True)
class Problem:
    """Claims, compiled once, to be fitted under several assumptions.

    Attributes:
        claims: the result of ``claims.valid_claims``.
        values: what they state.
        posterior: the compiled functions.
    """

    claims: pd.DataFrame
    values: Values
    posterior: Posterior

    @property
    def design(self) -> Design:
        """The rows."""
        return self.posterior.design


def problem_of(claims: pd.DataFrame, first_day: date | None = None) -> Problem:
    """Return claims ready to be fitted.

    Args:
        claims: the result of ``claims.valid_claims``.
        first_day: the day of the first possible loss; by default 28 days before the first claim.

    Raises:
        MissingExtraError: the optional packages are not installed.
        ValueError: there is no claim, or one counts days before ``first_day``.
    """
    return Problem(claims, values_of(claims), Posterior(design_of(claims, first_day)))


def fit(
    claims: pd.DataFrame,
    *,
    dials: Dials = ROBUST,
    seed: int = 1,
    first_day: date | None = None,
    without: str | None = None,
) -> Fit:
    """Return what claims imply together; see ``fit_problem``."""
    return fit_problem(problem_of(claims, first_day), dials=dials, seed=seed, without=without)


def fit_problem(
    problem: Problem, *, dials: Dials = ROBUST, seed: int = 1, without: str | None = None
) -> Fit:
    """Return what claims imply together, under the assumptions that dials name.

    The same claims, dials and seed give the same result, on however many cores. Chains are
    lengthened until they agree, up to 2,000 draws each, and drawn anew in shorter steps if a draw
    diverges; a fit that then fails says so in ``failures`` and gives no bands.

    Args:
        problem: the claims.
        dials: the assumptions.
        seed: of all chance.
        without: a claimant whose claims are left out, and predicted.

    Raises:
        ValueError: no claim is by ``without``, or all are.
    """
    weights = _weights(problem.claims, without)
    with one_thread():
        return _fitted(problem, dials, seed, weights)


def _fitted(problem: Problem, dials: Dials, seed: int, weights: Floats) -> Fit:
    design, posterior = problem.design, problem.posterior
    given = posterior.given(problem.values, weights, dials.numbers())
    chance = np.random.default_rng(seed)
    starts = chance.normal(size=(STARTS, design.layout.size))
    modes = find_modes(posterior, given, starts)
    heavy = [mode for mode in modes if mode.weight >= LEAST_SECOND_MODE] or modes[:1]
    began, check = _chain_starts(heavy, chance), Check(design, dials, heavy)

    def drawn(acceptance: float) -> tuple[Sampled, Agreement]:
        chains = posterior.sample(
            began, heavy[0], [given] * len(began), seed=seed, warmup=_WARMUP, draws=_FIRST,
            acceptance=acceptance,
        )  # fmt: skip
        return _until_they_agree(chains, check)

    found, agreement = drawn(TARGET_ACCEPTANCE)
    if found.diverged.any():
        found, agreement = drawn(_MORE_ACCEPTANCE)
    return _summary(problem, dials, seed, weights, modes, found, agreement)


def _until_they_agree(chains: Chains, check: Check) -> tuple[Sampled, Agreement]:
    """Lengthen chains while they do not agree, but not for ever, nor after a divergent draw."""
    taken, found = _FIRST, chains.sampled
    agreement = check.agreement(found)
    while taken < _MOST and not found.diverged.any() and not check.enough(agreement):
        chains.draw(taken)
        taken, found = 2 * taken, chains.sampled
        agreement = check.agreement(found)
    return found, agreement


def _weights(claims: pd.DataFrame, without: str | None) -> Floats:
    weights = np.ones(len(claims))
    if without is None:
        return weights
    own = (claims["claimant"] == without).to_numpy(dtype=bool)
    if not own.any() or own.all():
        raise ValueError(f"{'no claim is' if not own.any() else 'all claims are'} by {without!r}")
    return np.where(own, 0.0, weights)


def _chain_starts(heavy: list[Mode], chance: np.random.Generator) -> Floats:
    """Dispersed starts around every peak that matters, in the coordinates of the first one."""
    origin, size = heavy[0], len(heavy[0].x)
    chains = [heavy[chain % len(heavy)] for chain in range(max(CHAINS, len(heavy)))]
    starts = [mode.x + mode.root @ chance.normal(size=size) - origin.x for mode in chains]
    return np.asarray(np.linalg.solve(origin.root, np.array(starts).T).T, dtype=np.float64)


def _summary(
    problem: Problem,
    dials: Dials,
    seed: int,
    weights: Floats,
    modes: list[Mode],
    sampled: Sampled,
    agreement: Agreement,
) -> Fit:
    design, claims = problem.design, problem.claims
    every = sampled.x.reshape(-1, design.layout.size)
    x = every[:: max(1, len(every) // _SUMMARISED)]
    times = curve_days(design)
    days = pd.DatetimeIndex(
        pd.Timestamp(design.first_day) + pd.to_timedelta(times - 1, unit="D"), name="day"
    )
    totals = running_totals(x, design, dials, times)
    predictions = predictions_frame(
        x, claims, design, problem.values, dials, weights, np.random.default_rng([seed, 1])
    )
    inside = predictions["rank"][weights > 0].between(0.05, 0.95)
    diagnostics = Diagnostics(
        divergences=int(sampled.diverged.sum()),
        acceptance=float(sampled.acceptance.mean()),
        steps=float(sampled.steps.mean()),
        chains=sampled.x.shape[0],
        draws=sampled.x.shape[1],
        modes=tuple(mode.weight for mode in modes),
        predicted_90=float(inside.mean()),
        **asdict(agreement),
    )
    frames = {
        "bands": bands_frame(totals, days),
        "biases": biases_frame(x, design, dials, weights),
        "predictions": predictions,
    }
    return Fit(
        claims=claims.assign(weight=weights),
        dials=dials,
        seed=seed,
        first_day=design.first_day,
        diagnostics=diagnostics,
        totals=totals,
        days=days,
        _frames=frames,
    )
