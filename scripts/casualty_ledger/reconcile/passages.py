"""Whether chains pass freely between the peaks of a posterior.

Claims that exclude each other make peaks: of two numbers that do not fit, either one or the other
is far off. A miscoded row in a large table makes such peaks by the dozen, shallow ones between
which a chain passes every few draws: together they are one answer, and its band has all of them
in it. Peaks between which chains do not pass are several answers, and no band may hide that.

Heights do not tell one from the other, nor does the share that a normal shape around each peak
would hold: both say nothing of the way between. So chains begin at every peak that matters, and
are looked at along the line from the heaviest peak to each other one, in whitened coordinates: 0
at the first, 1 at the other. Three things are asked:

- That place converges as every parameter must (R-hat, effective draws), which it can not if
  passages are few. A chain that leaves its peak for good is no objection: a peak that is easily
  left and hardly ever found again holds little.
- Each chain passes, more than a few times, from beyond one peak to beyond the other, which a chain
  that only spreads around its own peak does not.
- No total is torn. Where the peaks say different things about a total, so far apart that its draws
  fall in two heaps, a band from the one heap to the other says that all between is likely, and
  that is false however well chains mix.

A fit with several peaks that fails any of these fails. One peak, or peaks of less than the least
share, are held to R-hat and effective draws alone, as ever.
"""

import numpy as np

from casualty_ledger.reconcile.design import Floats
from casualty_ledger.reconcile.modes import Mode


def places_between(x: Floats, modes: list[Mode]) -> Floats:
    """Return how far draws are on the way from the first peak to each other one.

    Args:
        x: draws [..., P].
        modes: peaks, the heaviest first [L].

    Returns:
        0 at the first peak, 1 at the other one [..., L - 1].
    """
    first = modes[0]
    lines = np.array([mode.x - first.x for mode in modes[1:]]).reshape(-1, len(first.x))
    ways = np.linalg.solve(first.root, lines.T)
    reached = np.linalg.solve(first.root, (x - first.x).reshape(-1, x.shape[-1]).T)
    shares = reached.T @ (ways / (ways**2).sum(axis=0))
    return np.asarray(shares.reshape(*x.shape[:-1], len(lines)))


def fewest_passages(places: Floats) -> int:
    """Return how often a chain passes from beyond one peak to beyond the other, at the least.

    Args:
        places: the result of ``places_between`` [chains, draws, lines], of one line or more.
    """
    return min(
        _passages(places[chain, :, line])
        for chain in range(places.shape[0])
        for line in range(places.shape[2])
    )


def _passages(place: Floats) -> int:
    ends = np.where(place < 0, -1, np.where(place > 1, 1, 0))
    visits = ends[ends != 0]
    return int((np.diff(visits) != 0).sum())
