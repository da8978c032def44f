"""The peaks of a posterior, found from dispersed starts.

Claims that contradict each other can make several peaks: either one claimant is an outlier, or
the other. One peak with a narrow band would then hide the other answer.
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from scipy.linalg import eigh
from scipy.optimize import minimize

from casualty_ledger.reconcile.design import Floats
from casualty_ledger.reconcile.posterior import Given

# Curvatures are clamped: the prior alone has 1, and a flat direction must not be stretched.
_CURVATURES = (0.2, 1e8)
# Peaks further apart than this, in standard deviations of the higher one, are told apart.
_APART = 1.0
# Between two peaks the log density falls by at least this, or they are one ridge.
_BARRIER = np.log(3.0)
_NEWTON_STEPS = 20


class Energy(Protocol):
    """Minus a log density, with its derivatives."""

    def energy(self, x: Floats, given: Given) -> tuple[float, Floats]:
        """Return the value and the slope."""
        ...

    def curvature(self, x: Floats, given: Given) -> Floats:
        """Return the second derivatives."""
        ...


@dataclass(frozen=True, slots=True)
class Mode:
    """A peak.

    Attributes:
        x: where it lies [P].
        energy: minus the log density there.
        root: from whitened coordinates to parameters [P, P]: x + root @ u.
        weight: its share of the posterior, as far as normal shapes around the peaks can tell.
    """

    x: Floats
    energy: float
    root: Floats
    weight: float


def find_modes(target: Energy, given: Given, starts: Floats) -> list[Mode]:
    """Return the distinct peaks that are reached from some starts, the heaviest first.

    Args:
        target: the posterior.
        given: its other arguments.
        starts: where the climbs begin [S, P].
    """
    ends = _climbs(target, given, starts)
    peaks: list[tuple[Floats, float, Floats, float]] = []
    for rough, height in ends:
        if any(_same(target, given, rough, height, peak) for peak in peaks):
            continue
        x, energy = _polish(target, given, rough)
        root, half_log_det = whitening(target.curvature(x, given))
        peaks.append((x, energy, root, -energy - half_log_det))
    top = max(peak[3] for peak in peaks)
    mass = sum(np.exp(peak[3] - top) for peak in peaks)
    modes = [
        Mode(x, energy, root, float(np.exp(log_mass - top) / mass))
        for x, energy, root, log_mass in peaks
    ]
    return sorted(modes, key=lambda mode: -mode.weight)


def _climbs(target: Energy, given: Given, starts: Floats) -> list[tuple[Floats, float]]:
    """Climb from all starts; return where each ends and how high that is, the highest first.

    The curvature where the first climb ends whitens the way of the others, which then is shorter.
    """
    first = _climb(target, given, starts[0], np.eye(starts.shape[1]))
    root = whitening(target.curvature(first[0], given))[0]
    ends = [first, *(_climb(target, given, start, root) for start in starts[1:])]
    return sorted(ends, key=lambda end: end[1])


def _climb(target: Energy, given: Given, start: Floats, root: Floats) -> tuple[Floats, float]:
    """L-BFGS to a peak, in the coordinates start + root @ u."""

    def energy(u: Floats) -> tuple[float, Floats]:
        value, slope = target.energy(start + root @ u, given)
        return value, root.T @ slope

    found = minimize(
        energy, np.zeros(len(start)), jac=True, method="L-BFGS-B",
        options={"maxiter": 500, "maxcor": 30, "gtol": 1e-4, "ftol": 1e-11},
    )  # fmt: skip
    return start + root @ np.asarray(found.x), float(found.fun)


def _polish(target: Energy, given: Given, x: Floats) -> tuple[Floats, float]:
    """Damped Newton steps to the top of a peak."""
    energy, slope = target.energy(x, given)
    for _ in range(_NEWTON_STEPS):
        if np.abs(slope).max() < 1e-3:
            break
        root, _ = whitening(target.curvature(x, given))
        move = -root @ (root.T @ slope)
        lengths = 0.5 ** np.arange(12)
        tries = (
            (x + length * move, *target.energy(x + length * move, given)) for length in lengths
        )
        better = next((tried for tried in tries if tried[1] < energy), None)
        if better is None:
            break
        x, energy, slope = better
    return x, energy


def whitening(curvature: Floats) -> tuple[Floats, float]:
    """The matrix that whitens a peak, and half the log of the determinant of its curvature."""
    values, vectors = eigh(0.5 * (curvature + curvature.T))
    clamped = np.clip(values, *_CURVATURES)
    # The sign of an eigenvector is a matter of the library: fixed, so that seeds mean the same.
    largest = vectors[np.abs(vectors).argmax(axis=0), np.arange(len(values))]
    return vectors * np.sign(largest) / np.sqrt(clamped), 0.5 * float(np.log(clamped).sum())


def _same(
    target: Energy,
    given: Given,
    x: Floats,
    energy: float,
    peak: tuple[Floats, float, Floats, float],
) -> bool:
    """Whether a point belongs to a known peak: near it, or on a ridge that leads to it."""
    apart = np.linalg.solve(peak[2], x - peak[0])
    if np.linalg.norm(apart) < _APART:
        return True
    between = [peak[0] + share * (x - peak[0]) for share in np.linspace(0.05, 0.95, 19)]
    barrier = max(target.energy(point, given)[0] for point in between)
    return bool(barrier - max(energy, peak[1]) < _BARRIER)
