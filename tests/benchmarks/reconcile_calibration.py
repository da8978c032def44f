"""How often the bands of the model hold a known truth, on simulated wars; run by hand.

    nice python tests/benchmarks/reconcile_calibration.py --wars 400 --seed 1 --output FILE

The wars have the claimants, days, words and gaps of the North Korean series. Their truth is drawn
from the standard dials, once as the model says and then with one departure each; the standard and
the robust dials are fitted to the same wars. Counted is how often the 50, 80, 90 and 95 % bands
for the killed at the end hold the truth. Each war has one chain of Hamiltonian Monte Carlo, in
coordinates that the mean curvature of some wars whitens; `--check` sets such chains beside fits
with a mode search and four chains of the no-U-turn sampler.
"""

import argparse
import csv
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from casualty_ledger import load
from casualty_ledger.reconcile.density import log_rates, numpy_arrays, totals_at
from casualty_ledger.reconcile.design import Design, design_of
from casualty_ledger.reconcile.dials import MODES, STANDARD, Dials
from casualty_ledger.reconcile.engine import load_jax
from casualty_ledger.reconcile.evidence import claims_from_figures
from casualty_ledger.reconcile.modes import Mode, find_modes, whitening
from casualty_ledger.reconcile.posterior import Posterior
from casualty_ledger.reconcile.simulate import SCENARIOS, War, significant_digits, simulate_war

POPULATION, FIRST_DAY = "prk-forces", date(2024, 10, 3)
LEVELS = (50, 80, 90, 95)
BATCH = 50
WARMUP, DRAWS = 150, 400
STEP, LEAPS = 0.5, 6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wars", type=int, default=400, help="wars as the model says")
    parser.add_argument("--others", type=int, help="wars of each other scenario; default: --wars")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", type=Path, help="write the table there, as CSV")
    parser.add_argument("--check", type=int, default=0, help="set so many wars beside full fits")
    args = parser.parse_args()

    claims = claims_from_figures(load("figures"), population=POPULATION).claims
    stated = claims["low"].fillna(claims["high"]).to_numpy(dtype=float)
    digits = significant_digits(stated, claims["unit"].to_numpy(dtype=float))
    design = design_of(claims, FIRST_DAY)
    rows = []
    for number, (scenario, twist) in enumerate(SCENARIOS.items()):
        count = args.wars if number == 0 else (args.others or args.wars)
        rng = np.random.default_rng([args.seed, number])
        fitted = with_lost_bounds(design, twist.lost, rng)
        wars = [simulate_war(design, digits, STANDARD, twist, rng) for _ in range(count)]
        posterior = Posterior(fitted) if number == 0 or twist.lost else posterior
        for mode, dials in MODES.items():
            began = time.perf_counter()
            row = coverage(wars, posterior, dials, args.seed)
            row = {"scenario": scenario, "dials": mode, "wars": count, "seed": args.seed, **row}
            rows.append(row)
            print(*row.values(), f"{time.perf_counter() - began:.0f} s", flush=True)
            if args.output:
                write(rows, args.output)
            if args.check and number == 0:
                check(wars[: args.check], posterior, dials, args.seed)


def with_lost_bounds(design: Design, share: float, rng: np.random.Generator) -> Design:
    """The design as the fit sees it: some of its lower limits are read as numbers."""
    lower = design.kinds["at_least"]
    lost = rng.choice(lower, size=round(share * len(lower)), replace=False)
    kinds = design.kinds | {
        "at_least": np.setdiff1d(lower, lost),
        "point": np.union1d(design.kinds["point"], lost),
    }
    names = [name for name in Design.__dataclass_fields__ if name != "kinds"]
    return Design(**{name: getattr(design, name) for name in names}, kinds=kinds)


def coverage(wars: list[War], posterior: Posterior, dials: Dials, seed: int) -> dict[str, float]:
    """Share of the wars whose truth each band holds, and how wide the 90 % band is."""
    held = {level: 0 for level in LEVELS}
    widths = []
    for draws, war in zip(killed_at_end(wars, posterior, dials, seed), wars, strict=True):
        truth = war.totals[0, 0]
        for level in LEVELS:
            low, high = np.quantile(draws, [0.5 - level / 200, 0.5 + level / 200])
            held[level] += low <= truth <= high
        low, high = np.quantile(draws, [0.05, 0.95])
        widths.append(high / low)
    shares = {f"coverage_{level}": round(float(held[level]) / len(wars), 4) for level in LEVELS}
    return shares | {"band_90_high_over_low": round(float(np.median(widths)), 2)}


def killed_at_end(
    wars: list[War], posterior: Posterior, dials: Dials, seed: int
) -> list[np.ndarray]:
    """Draws of the killed at the end of each war."""
    jax = load_jax()
    peak = common_peak(wars[:4], posterior, dials)
    chains = compiled_chains(posterior)
    found: list[np.ndarray] = []
    accepted = []
    for first in range(0, len(wars), BATCH):
        batch = wars[first : first + BATCH]
        padded = batch + [batch[-1]] * (BATCH - len(batch))
        given = [posterior.given(war.values, weights(posterior), dials.numbers()) for war in padded]
        stacked = jax.tree.map(lambda *parts: jax.numpy.stack(parts), *given)
        keys = jax.random.split(jax.random.key(seed + first), BATCH)
        u, took = chains(keys, peak.x, peak.root, stacked)
        accepted.append(float(took.mean()))
        x = peak.x + np.asarray(u) @ peak.root.T
        found += [killed(one, posterior.design, dials) for one in x[: len(batch)]]
        print(
            f"  {first + len(batch)} of {len(wars)} wars, {np.mean(accepted):.2f} accepted",
            file=sys.stderr, flush=True,
        )  # fmt: skip
    return found


@lru_cache(maxsize=2)
def compiled_chains(posterior: Posterior) -> Callable[..., tuple[Any, Any]]:
    """A chain of Hamiltonian steps of fixed length a war, many wars at once.

    Steps of one length keep all wars in step, which is several times as fast as trees of unlike
    depth. Step sizes vary, so that no orbit closes on itself.
    """
    jax = load_jax()
    xp = jax.numpy

    def chain(key: Any, mode: Any, root: Any, given: Any) -> tuple[Any, Any]:
        slope = jax.value_and_grad(lambda u: posterior.traceable(mode + root @ u, given))

        def draw(carried: Any, key: Any) -> tuple[Any, Any]:
            u, energy, force = carried
            first, second, third = jax.random.split(key, 3)
            size = jax.random.uniform(second, minval=STEP / 2, maxval=STEP)
            momentum = jax.random.normal(first, u.shape)

            def leap(state: Any, _: Any) -> tuple[Any, None]:
                u, p, _, force = state
                p = p - 0.5 * size * force
                u = u + size * p
                energy, force = slope(u)
                return (u, p - 0.5 * size * force, energy, force), None

            state = (u, momentum, energy, force)
            (to, p, risen, to_force), _ = jax.lax.scan(leap, state, length=LEAPS)
            gain = energy + 0.5 * momentum @ momentum - risen - 0.5 * p @ p
            taken = xp.log(jax.random.uniform(third)) < gain
            chosen = jax.tree.map(
                lambda new, old: xp.where(taken, new, old), (to, risen, to_force), (u, energy, force)
            )
            return chosen, (chosen[0], taken)

        began = jax.random.normal(key, mode.shape)
        state = (began, *slope(began))
        _, (u, taken) = jax.lax.scan(draw, state, jax.random.split(key, WARMUP + DRAWS))
        return u[WARMUP:], taken[WARMUP:]

    return jax.jit(jax.vmap(chain, in_axes=(0, None, None, 0)))


def common_peak(wars: list[War], posterior: Posterior, dials: Dials) -> Mode:
    """An origin and a whitening that serve all wars: the mean of some of theirs."""
    centre = np.zeros((1, posterior.design.layout.size))
    peaks, curvatures = [], []
    for war in wars:
        given = posterior.given(war.values, weights(posterior), dials.numbers())
        peaks.append(find_modes(posterior, given, centre)[0])
        curvatures.append(posterior.curvature(peaks[-1].x, given))
    origin = np.mean([peak.x for peak in peaks], axis=0)
    return Mode(origin, 0.0, whitening(np.mean(curvatures, axis=0))[0], 1.0)


def weights(posterior: Posterior) -> np.ndarray:
    return np.ones(len(posterior.design.ends))


def killed(x: np.ndarray, design: Design, dials: Dials) -> np.ndarray:
    """Killed of the first force at the end of the last claim, one a draw."""
    arrays, numbers = numpy_arrays(), dials.numbers()
    end = np.array([design.ends.max()])
    force = np.array([0])
    place = design.layout.measures.index("killed")
    totals = [
        totals_at(log_rates(one, design.layout, numbers, arrays), force, end, arrays)
        for one in x
    ]
    return np.array([total[0, place] for total in totals])


def check(wars: list[War], posterior: Posterior, dials: Dials, seed: int) -> None:
    """Print the quantiles of short chains beside those of full fits."""
    short = killed_at_end(wars, posterior, dials, seed)
    ratios = []
    for number, (war, draws) in enumerate(zip(wars, short, strict=True)):
        given = posterior.given(war.values, weights(posterior), dials.numbers())
        starts = np.random.default_rng([seed, number]).normal(size=(6, posterior.design.layout.size))
        mode = find_modes(posterior, given, starts)[0]
        chains = posterior.sample(
            starts[:4], mode, [given] * 4, seed=seed, warmup=1, draws=4
        )
        full = np.concatenate([killed(x, posterior.design, dials) for x in chains.sampled.x])
        levels = [0.05, 0.25, 0.5, 0.75, 0.95]
        ratios.append(np.quantile(draws, levels) / np.quantile(full, levels))
    print("short over full quantiles (5, 25, 50, 75, 95 %):", flush=True)
    print("  median", np.median(ratios, axis=0).round(3))
    print("  least ", np.min(ratios, axis=0).round(3), "most", np.max(ratios, axis=0).round(3))


def write(rows: list[dict[str, object]], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
