"""Fitting: peaks from dispersed starts, chains from the peaks, and a judgement on both."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from casualty_ledger.reconcile.design import Design, Floats, Values, design_of, values_of
from casualty_ledger.reconcile.dials import ROBUST, Dials
from casualty_ledger.reconcile.modes import Mode, find_modes
from casualty_ledger.reconcile.posterior import Posterior, Sampled
from casualty_ledger.reconcile.result import (
    LEAST_ESS,
    LEAST_SECOND_MODE,
    MOST_RHAT,
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
# In stretches of 250 draws: the first draws, and the most if diagnostics ask for more.
_FIRST, _MOST = 2, 8
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

    The same claims, dials and seed give the same result. Chains are lengthened until they agree,
    up to 2,000 draws each; a fit that then fails says so in ``failures`` and gives no bands.

    Args:
        problem: the claims.
        dials: the assumptions.
        seed: of all chance.
        without: a claimant whose claims are left out, and predicted.

    Raises:
        ValueError: no claim is by ``without``, or all are.
    """
    weights = _weights(problem.claims, without)
    design, posterior = problem.design, problem.posterior
    given = posterior.given(problem.values, weights, dials.numbers())
    chance = np.random.default_rng(seed)
    starts = chance.normal(size=(STARTS, design.layout.size))
    modes = find_modes(posterior, given, starts)
    began = _chain_starts(modes, chance)
    chains = posterior.sample(began, modes[0], [given] * CHAINS, seed=seed, warmup=1, draws=_FIRST)
    taken, times = _FIRST, curve_days(design)
    while not _agree(found := chains.sampled, design, dials, times) and taken < _MOST:
        chains.draw(taken)
        taken *= 2
    return _summary(problem, dials, seed, weights, modes, found)


def _weights(claims: pd.DataFrame, without: str | None) -> Floats:
    weights = np.ones(len(claims))
    if without is None:
        return weights
    own = (claims["claimant"] == without).to_numpy(dtype=bool)
    if not own.any() or own.all():
        raise ValueError(f"{'no claim is' if not own.any() else 'all claims are'} by {without!r}")
    return np.where(own, 0.0, weights)


def _chain_starts(modes: list[Mode], chance: np.random.Generator) -> Floats:
    """Dispersed starts around every peak that matters, in the coordinates of the first one."""
    heavy = [mode for mode in modes if mode.weight >= LEAST_SECOND_MODE] or modes[:1]
    origin, size = modes[0], len(modes[0].x)
    centres = [np.linalg.solve(origin.root, mode.x - origin.x) for mode in heavy]
    return np.array(
        [centres[chain % len(centres)] + chance.normal(size=size) for chain in range(CHAINS)]
    )


def _agree(sampled: Sampled, design: Design, dials: Dials, times: Floats) -> bool:
    rhat, ess, ess_tail = _convergence(sampled, design, dials, times[-1:])
    return rhat <= MOST_RHAT and min(ess, ess_tail) >= LEAST_ESS


def _convergence(
    sampled: Sampled, design: Design, dials: Dials, end: Floats
) -> tuple[float, float, float]:
    """The worst R-hat, and the smallest effective samples in the bulk and in the tails."""
    from arviz_stats.base.array import array_stats

    chains, draws, size = sampled.x.shape
    finals = running_totals(sampled.x.reshape(-1, size), design, dials, end)
    totals = np.stack([np.log(total[:, 0]).reshape(chains, draws) for total in finals.values()], 2)
    watched = np.concatenate([sampled.x, totals], axis=2)
    rhat = np.max(array_stats.rhat(watched, chain_axis=0, draw_axis=1))
    ess = np.min(array_stats.ess(watched, chain_axis=0, draw_axis=1))
    tail = np.min(
        array_stats.ess(totals, method="tail", prob=(0.05, 0.95), chain_axis=0, draw_axis=1)
    )
    return float(rhat), float(ess), float(tail)


def _summary(
    problem: Problem,
    dials: Dials,
    seed: int,
    weights: Floats,
    modes: list[Mode],
    sampled: Sampled,
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
    rhat, ess, ess_tail = _convergence(sampled, design, dials, times[-1:])
    diagnostics = Diagnostics(
        rhat=rhat,
        ess=ess,
        ess_tail=ess_tail,
        divergences=int(sampled.diverged.sum()),
        acceptance=float(sampled.acceptance.mean()),
        steps=float(sampled.steps.mean()),
        chains=sampled.x.shape[0],
        draws=sampled.x.shape[1],
        modes=tuple(mode.weight for mode in modes),
        predicted_90=float(inside.mean()),
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
