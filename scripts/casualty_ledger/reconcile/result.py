"""What a fit gives back: bands and biases if it is sound, and reasons if it is not."""

from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from casualty_ledger.reconcile.design import Floats
from casualty_ledger.reconcile.dials import Dials

# What a sound fit must reach.
MOST_RHAT, LEAST_ESS = 1.01, 400.0
# A second peak with so much of the posterior is another answer, unless each chain passes at least
# so often between the peaks, and no total lies further apart at the peaks than this, in standard
# deviations of all its draws: two equal normal shapes have two peaks together from there on.
LEAST_SECOND_MODE, LEAST_PASSAGES, MOST_APART = 0.05, 10, 2**0.5


class UnsoundFitError(ValueError):
    """Bands were asked of a fit that failed its diagnostics; the message lists the failures."""


@dataclass(frozen=True, slots=True)
class Diagnostics:
    """How well the posterior was explored.

    Attributes:
        rhat: the largest rank-normalised split R-hat of all parameters, the final totals, and the
            places between peaks.
        ess: the smallest effective sample size of these, in the bulk.
        ess_tail: the smallest effective sample size of the final totals at 5 and 95 %.
        divergences: of all kept draws.
        acceptance: mean of all chains.
        steps: mean leapfrog steps a draw.
        chains: number of chains.
        draws: kept draws a chain.
        modes: weight of each peak that was found from dispersed starts, the heaviest first.
        predicted_90: share of the claims that lie in their own 90 % predictive band.
        passages: how often a chain passes from the heaviest peak to another that matters or back,
            at the least of all chains and peaks; 0 if only one peak matters. See the module
            ``passages``.
        apart: how far the peaks that matter lie apart in a final total, at the most of all totals,
            in standard deviations of the log total; 0 if only one peak matters.
    """

    rhat: float
    ess: float
    ess_tail: float
    divergences: int
    acceptance: float
    steps: float
    chains: int
    draws: int
    modes: tuple[float, ...]
    predicted_90: float
    passages: int = 0
    apart: float = 0.0

    @property
    def failures(self) -> tuple[str, ...]:
        """Why the fit is not sound, in words; empty if it is."""
        second = self.modes[1] if len(self.modes) > 1 else 0.0
        torn = self.passages < LEAST_PASSAGES or not self.apart <= MOST_APART
        found = {
            f"several modes: the second holds {second:.0%} of the posterior; a chain passes "
            f"{self.passages} times, totals lie {self.apart:.1f} standard deviations apart": torn
            and second >= LEAST_SECOND_MODE,
            f"R-hat {self.rhat:.3f}, more than {MOST_RHAT}": not self.rhat <= MOST_RHAT,
            f"{min(self.ess, self.ess_tail):.0f} effective draws, fewer than {LEAST_ESS:.0f}": not (
                min(self.ess, self.ess_tail) >= LEAST_ESS
            ),
            f"{self.divergences} divergent draws": self.divergences > 0,
        }
        return tuple(text for text, failed in found.items() if failed)


@dataclass(frozen=True)
class Fit:
    """What claims imply together, under the assumptions that ``dials`` name.

    Attributes:
        claims: what was fitted, with a column ``weight``: 0 for claims that were left out.
        dials: the assumptions.
        seed: of all chance.
        first_day: day 0 of the clock.
        diagnostics: how well the posterior was explored.
        totals: draws of the running totals, by force and measure [draws, days]; also
            of a fit that failed, for those who look into why.
        days: the days of ``totals``.
    """

    claims: pd.DataFrame
    dials: Dials
    seed: int
    first_day: date
    diagnostics: Diagnostics
    totals: dict[tuple[str, str], Floats]
    days: pd.DatetimeIndex
    _frames: dict[str, pd.DataFrame] = field(repr=False)

    @property
    def failures(self) -> tuple[str, ...]:
        """Why this fit is not sound; empty if it is."""
        return self.diagnostics.failures

    @property
    def bands(self) -> pd.DataFrame:
        """Running totals: force, measure, day, median, low_50, high_50, low_90, high_90.

        Raises:
            UnsoundFitError: the fit failed its diagnostics.
        """
        return self._sound("bands")

    @property
    def biases(self) -> pd.DataFrame:
        """Claimed over implied: claimant, force, measure, claims, median, low_90, high_90.

        Raises:
            UnsoundFitError: the fit failed its diagnostics.
        """
        return self._sound("biases")

    @property
    def predictions(self) -> pd.DataFrame:
        """What the model expects each claim to say, claims that were left out included.

        The columns claim_id, claimant, measure, kind, day, stated, median, low_50, high_50,
        low_90, high_90 (people), rank (share of the expected that lies below the stated) and
        held_out.

        Raises:
            UnsoundFitError: the fit failed its diagnostics.
        """
        return self._sound("predictions")

    def _sound(self, name: str) -> pd.DataFrame:
        if self.failures:
            raise UnsoundFitError(f"the fit failed: {'; '.join(self.failures)}")
        return self._frames[name].copy()
