"""Whether chains agree with one another, and whether they have drawn enough."""

from dataclasses import dataclass

import numpy as np

from casualty_ledger.reconcile.design import Design, Floats
from casualty_ledger.reconcile.dials import Dials
from casualty_ledger.reconcile.modes import Mode
from casualty_ledger.reconcile.passages import fewest_passages, places_between
from casualty_ledger.reconcile.posterior import Sampled
from casualty_ledger.reconcile.result import LEAST_ESS, LEAST_PASSAGES, MOST_RHAT
from casualty_ledger.reconcile.summary import curve_days, running_totals


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far chains agree; see ``result.Diagnostics`` for what each number means."""

    rhat: float
    ess: float
    ess_tail: float
    passages: int
    apart: float


@dataclass(frozen=True, slots=True)
class Check:
    """What chains are held against: all parameters, the final totals, the way between peaks.

    Attributes:
        design: the rows.
        dials: the assumptions.
        heavy: the peaks that matter, at each of which a chain began; the heaviest first.
    """

    design: Design
    dials: Dials
    heavy: list[Mode]

    def agreement(self, sampled: Sampled) -> Agreement:
        """Return how far chains agree."""
        from arviz_stats.base.array import array_stats

        chains, draws, size = sampled.x.shape
        totals = self._finals(sampled.x.reshape(-1, size)).reshape(chains, draws, -1)
        between = places_between(sampled.x, self.heavy)
        watched = np.concatenate([sampled.x, totals, between], axis=2)
        rhat = np.max(array_stats.rhat(watched, chain_axis=0, draw_axis=1))
        ess = np.min(array_stats.ess(watched, chain_axis=0, draw_axis=1))
        tail = np.min(
            array_stats.ess(totals, method="tail", prob=(0.05, 0.95), chain_axis=0, draw_axis=1)
        )
        passages = fewest_passages(between) if len(self.heavy) > 1 else 0
        return Agreement(float(rhat), float(ess), float(tail), passages, self._apart(totals))

    def enough(self, agreement: Agreement) -> bool:
        """Whether more draws are not needed."""
        least = min(agreement.ess, agreement.ess_tail)
        passed = len(self.heavy) < 2 or agreement.passages >= LEAST_PASSAGES
        return agreement.rhat <= MOST_RHAT and least >= LEAST_ESS and passed

    def _apart(self, totals: Floats) -> float:
        at_peaks = self._finals(np.array([mode.x for mode in self.heavy]))
        return float(np.max(np.ptp(at_peaks, axis=0) / totals.std(axis=(0, 1))))

    def _finals(self, x: Floats) -> Floats:
        """The logs of all final totals [draws, totals]."""
        finals = running_totals(x, self.design, self.dials, curve_days(self.design)[-1:])
        return np.log(np.column_stack([total[:, 0] for total in finals.values()]))
