"""The density, its slope, its curvature and its sampler, compiled once for a design.

Dials, weights and stated values are arguments of the compiled code: other assumptions, a
claimant left out, or another simulated war need no second compilation.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from casualty_ledger.reconcile.density import Arrays, log_density
from casualty_ledger.reconcile.design import Design, Floats, Values
from casualty_ledger.reconcile.engine import jax_arrays, load_jax

# A tree of arrays: dials, weights and the four columns of values; see ``Posterior.given``.
Given = Any
# The share of proposals that dual averaging aims to accept; in whitened coordinates longer steps
# than usual serve, and a draw takes some 15 of them.
TARGET_ACCEPTANCE = 0.75
# At most 2 ** 8 steps a draw; in whitened coordinates some 15 are usual.
_DOUBLINGS = 8
# Draws of one call of the compiled sampler.
STRETCH = 250
_FIRST_STEP = 0.4
# Directions with so much more variance than the whitening gave them are whitened anew.
_WIDE = 2.0
# Step of the differences of the slope; parameters are of the order of 1.
_DIFFERENCE = 1e-5


class Peak(Protocol):
    """Where a chain has its origin, and how its coordinates are whitened."""

    @property
    def x(self) -> Floats:
        """The origin [P]."""
        ...

    @property
    def root(self) -> Floats:
        """From whitened coordinates to parameters: x + root @ u [P, P]."""
        ...


@dataclass(frozen=True, slots=True)
class Sampled:
    """Draws of chains, with what the sampler says of them.

    Attributes:
        x: parameters [chains, draws, P].
        diverged: [chains, draws].
        acceptance: mean over the draws [chains].
        steps: leapfrog steps a draw, mean [chains].
    """

    x: Floats
    diverged: Floats
    acceptance: Floats
    steps: Floats


class Posterior:
    """Compiled functions of one design.

    Attributes:
        design: the rows.
        traceable: minus the log density of parameters and ``given``, for code that jax compiles.
    """

    def __init__(self, design: Design) -> None:
        """Set up the functions; each is compiled when it is first called."""
        jax = load_jax()
        self.design = design
        self._jax = jax
        arrays = jax_arrays(jax)

        def energy(x: Any, given: Any) -> Any:
            return -_density(x, given, design, arrays)

        self.traceable = energy
        self._slope = jax.jit(jax.value_and_grad(energy))
        self._stretch = jax.jit(_stretch(jax, energy))

    def energy(self, x: Floats, given: Given) -> tuple[float, Floats]:
        """Return minus the log density and its slope [P]."""
        value, slope = self._slope(x, given)
        return float(value), np.asarray(slope)

    def curvature(self, x: Floats, given: Given) -> Floats:
        """Return the matrix of second derivatives of minus the log density [P, P].

        Differences of the exact slope are right to some nine digits, and need no code of their
        own to be compiled.
        """
        steps = _DIFFERENCE * np.eye(len(x))
        rows = [self.energy(x + h, given)[1] - self.energy(x - h, given)[1] for h in steps]
        return np.array(rows) / (2 * _DIFFERENCE)

    def given(self, values: Values, weights: Floats, dials: Mapping[str, float]) -> Given:
        """Return what the compiled functions take besides parameters, where they want it."""
        columns = (values.stated, values.low, values.high, values.rounding_sd)
        placed: Given = self._jax.device_put((dict(dials), weights, columns))
        return placed

    def sample(
        self,
        starts: Floats,
        peak: Peak,
        given: Sequence[Given],
        *,
        seed: int,
        warmup: int,
        draws: int,
        acceptance: float = TARGET_ACCEPTANCE,
    ) -> "Chains":
        """Return chains of the no-U-turn sampler that have warmed up and drawn.

        Args:
            starts: where chains begin, in whitened coordinates [chains, P].
            peak: the origin and the first whitening of all chains.
            given: of each chain, the result of ``given``.
            seed: of all chains.
            warmup: stretches of ``STRETCH`` draws that set the step size and are not kept; after
                each but the last, what all chains drew together corrects the whitening.
            draws: stretches of ``STRETCH`` draws that are kept.
            acceptance: the share of proposals to accept; the higher, the shorter are the steps.
        """
        chains = Chains(self._jax, self._stretch, starts, peak, given, seed, acceptance)
        chains.warm(warmup)
        chains.draw(draws)
        return chains


class Chains:
    """Chains that can be asked for more draws.

    Each is a call of its own of the same compiled code, on as many threads as there are cores:
    what a chain draws does not depend on how many there are of either.
    """

    def __init__(
        self,
        jax: Any,
        stretch: Any,
        starts: Floats,
        peak: Peak,
        given: Sequence[Given],
        seed: int,
        acceptance: float,
    ) -> None:
        """Set chains up at their starts; ``Posterior.sample`` does this."""
        self._jax, self._stretch = jax, stretch
        self._origin, self._root, self._given = peak.x, peak.root, given
        self._u = [jax.numpy.asarray(start) for start in starts]
        self._key, self._acceptance = jax.random.key(seed), jax.numpy.array(acceptance)
        self._averaging = [_first_averaging(jax)] * len(starts)
        self._kept: list[tuple[Floats, ...]] = []

    def warm(self, stretches: int) -> None:
        """Take draws that set the step size and the whitening, and drop them."""
        for left in range(stretches, 0, -1):
            drawn = self._advance(warming=True)[0]
            if left > 1:
                self._whiten(drawn[:, STRETCH // 5 :])

    def draw(self, stretches: int) -> None:
        """Take draws and keep them."""
        for _ in range(stretches):
            u, *told = self._advance(warming=False)
            self._kept.append((self._origin + u @ self._root.T, *told))

    def _whiten(self, u: Floats) -> None:
        """Whiten by what was drawn, too: some directions are wider than they are at the peak."""
        wider = _wider(u.reshape(-1, u.shape[-1]))
        self._root = self._root @ wider
        self._u = [self._jax.numpy.asarray(np.linalg.solve(wider, own)) for own in self._u]
        self._averaging = [_first_averaging(self._jax)] * len(self._u)

    def _advance(self, *, warming: bool) -> tuple[Floats, ...]:
        """Take a stretch of all chains; return what they tell, each [chains, STRETCH, ...]."""
        self._key, key = self._jax.random.split(self._key)
        keys = self._jax.random.split(key, len(self._u))
        asked = self._acceptance, self._jax.numpy.array(warming)

        def advance(chain: int) -> Any:
            own = keys[chain], self._u[chain], self._averaging[chain]
            return self._stretch(*own, self._origin, self._root, self._given[chain], *asked)

        # The first chain waits for the compiler, if need be; the others then find its work.
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            ended = list(pool.map(advance, range(len(self._u))))
        self._u, self._averaging = [end[0] for end in ended], [end[1] for end in ended]
        return tuple(np.stack(parts) for parts in zip(*(end[2] for end in ended), strict=True))

    @property
    def sampled(self) -> Sampled:
        """What was kept so far."""
        parts = zip(*self._kept, strict=True)
        x, diverged, acceptance, steps = (np.concatenate(part, axis=1) for part in parts)
        return Sampled(x, diverged, acceptance.mean(axis=1), steps.mean(axis=1))


def _wider(u: Floats) -> Floats:
    """Return the matrix that stretches what draws [draws, P] show to be wider than it should be.

    Of some hundred draws a variance of 2 can be chance, in the worst of a hundred directions.
    """
    values, vectors = np.linalg.eigh(np.atleast_2d(np.cov(u.T)))
    more = np.where(values > _WIDE, np.sqrt(values), 1.0) - 1.0
    return np.asarray(np.eye(u.shape[1]) + (vectors * more) @ vectors.T)


def _first_averaging(jax: Any) -> Any:
    # Types as the compiled code returns them: others would have it compiled again.
    begin = _averaging(TARGET_ACCEPTANCE)[0]
    first, begun = jax.eval_shape(begin, _FIRST_STEP), begin(_FIRST_STEP)
    return jax.tree.map(lambda value, kind: jax.numpy.array(value, kind.dtype), begun, first)


def _density(x: Any, given: Any, design: Design, arrays: Arrays) -> Any:
    dials, weights, columns = given
    return log_density(x, design, Values(*columns), weights, dials, arrays)


def _averaging(acceptance: Any) -> tuple[Callable[..., Any], ...]:
    from blackjax.adaptation.step_size import dual_averaging_adaptation

    steps: tuple[Callable[..., Any], ...] = dual_averaging_adaptation(acceptance)
    return steps


def _stretch(jax: Any, energy: Callable[[Any, Any], Any]) -> Callable[..., Any]:
    """Return a stretch of one chain; blackjax has the steps, this has the loop."""
    import blackjax

    kernel = blackjax.nuts.build_kernel()

    def stretch(
        key: Any,
        u: Any,
        averaging: Any,
        mode: Any,
        root: Any,
        given: Any,
        acceptance: Any,
        warming: Any,
    ) -> Any:
        _, update, settle = _averaging(acceptance)
        metric = jax.numpy.ones(u.shape[0])

        def density(u: Any) -> Any:
            return -energy(mode + root @ u, given)

        def draw(carried: Any, key: Any) -> Any:
            state, averaging = carried
            trying, settled = jax.numpy.exp(averaging.log_step_size), settle(averaging)
            size = jax.numpy.where(warming, trying, settled)
            state, info = kernel(key, state, density, size, metric, max_num_doublings=_DOUBLINGS)
            learnt = update(averaging, info.acceptance_rate)
            averaging = jax.tree.map(
                lambda new, old: jax.numpy.where(warming, new, old), learnt, averaging
            )
            told = (info.is_divergent, info.acceptance_rate, info.num_integration_steps)
            return (state, averaging), (state.position, *told)

        began = (blackjax.nuts.init(u, density), averaging)
        (state, averaging), told = jax.lax.scan(draw, began, jax.random.split(key, STRETCH))
        return state.position, averaging, told

    return stretch
