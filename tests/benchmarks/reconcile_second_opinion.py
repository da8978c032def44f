"""The same model written a second time, in NumPyro, beside ours; run by hand.

    pip install --group bench
    python tests/benchmarks/reconcile_second_opinion.py --dials robust

It is written from the description of the model (the docstrings of ``dials`` and ``density``) and
shares no code with it but the table of claims and the numbers of the dials: parameters have their
own scales, rates are integrated in another way, errors are added up row by row, and NumPyro's own
sampler adapts itself, without our peaks and whitening. What differs between the two beyond chance
is a mistake in one of them. Printed are medians and 90 % bands of the killed.
"""

import argparse
import time
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import numpyro
import numpyro.distributions as dist
import pandas as pd
from jax.scipy.special import log_ndtr

from casualty_ledger import load
from casualty_ledger.reconcile.dials import KNOT_DAYS, MODES, RATIOS, Dials
from casualty_ledger.reconcile.evidence import Evidence, claims_from_figures
from casualty_ledger.reconcile.fit import fit

MEASURES = ("killed", "wounded")


def main() -> None:
    """Sample both and print them side by side."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dials", choices=list(MODES), default="robust")
    parser.add_argument("--population", default="prk-forces")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--draws", type=int, default=1000, help="of each of four chains")
    args = parser.parse_args()

    evidence = claims_from_figures(load("figures"), population=args.population)
    dials = MODES[args.dials]
    ours = fit(evidence.claims, dials=dials, seed=args.seed, first_day=evidence.first_day)
    print(f"{args.dials} dials, {len(evidence.claims)} claims; failures of ours: {ours.failures}")
    days = list(ours.days[[len(ours.days) // 4, len(ours.days) // 2, -1]])
    began = time.process_time()
    theirs = second_opinion(evidence, dials, days, seed=args.seed, draws=args.draws)
    print(f"second: {time.process_time() - began:.0f} s of processor time")
    first = ours.totals[args.population, "killed"][:, ours.days.isin(days)]
    print(f"{'killed by':12}{'ours: median [90 %]':>28}{'second: median [90 %]':>28}{'ratios':>24}")
    for place, day in enumerate(days):
        mine, other = band(first[:, place]), band(theirs[:, place])
        ratios = "  ".join(f"{a / b:.3f}" for a, b in zip(mine, other, strict=True))
        print(f"{day:%Y-%m-%d}  {written(mine):>28}{written(other):>28}{ratios:>24}")


def band(draws: np.ndarray) -> tuple[float, float, float]:
    """Median, 5 % and 95 %."""
    middle, low, high = np.quantile(draws, [0.5, 0.05, 0.95])
    return float(middle), float(low), float(high)


def written(numbers: tuple[float, float, float]) -> str:
    return f"{numbers[0]:,.0f} [{numbers[1]:,.0f} - {numbers[2]:,.0f}]"


def second_opinion(
    evidence: Evidence, dials: Dials, days: list[pd.Timestamp], *, seed: int, draws: int
) -> np.ndarray:
    """Return draws of the killed up to the end of some days [draws, days]."""
    numpyro.enable_x64()
    rows, last = rows_of(evidence)
    kernel = numpyro.infer.NUTS(
        model,
        dense_mass=True,
        max_tree_depth=8,
        init_strategy=numpyro.infer.init_to_median,
    )
    sampler = numpyro.infer.MCMC(
        kernel,
        num_warmup=draws,
        num_samples=draws,
        num_chains=4,
        chain_method="sequential",
        progress_bar=False,
    )
    sampler.run(jax.random.key(seed), rows, dials, last)
    checks = numpyro.diagnostics.summary(sampler.get_samples(group_by_chain=True))
    rhat = max(float(np.nanmax(check["r_hat"])) for check in checks.values())
    ess = min(float(np.nanmin(check["n_eff"])) for check in checks.values())
    diverged = int(sampler.get_extra_fields()["diverging"].sum())
    print(f"second: R-hat {rhat:.3f}, {ess:.0f} effective draws, {diverged} divergent")
    logs = sampler.get_samples()["log_rates"][:, 0]
    first = pd.Timestamp(evidence.first_day)
    ends = np.array([(day - first).days + 1.0 for day in days])
    return np.asarray(jax.vmap(lambda one: integral(one, ends))(logs))


def rows_of(evidence: Evidence) -> tuple[list[dict[str, Any]], float]:
    """Return the claims as records, each claimant's in the order of its reports; the last day."""
    claims = evidence.claims.sort_values(["day", "claim_id"])
    first, reports = pd.Timestamp(evidence.first_day), {}
    rows: list[dict[str, Any]] = []
    for claim in claims.to_dict("records"):
        if set(claim["includes"].split(";")) - {*MEASURES, "missing", "captured"}:
            raise ValueError(f"{claim['claim_id']}: a measure that this script does not know")
        series = (claim["claimant"], claim["measure"], pd.isna(claim["start"]))
        row = {
            "claimant": claim["claimant"],
            "series": series[:2],
            "counts": [float(name in claim["includes"].split(";")) for name in MEASURES],
            "own": claim["relation"] == "own_side",
            "opponent": claim["relation"] == "opponent",
            "kind": claim["kind"],
            "low": None if pd.isna(claim["low"]) else float(claim["low"]),
            "high": None if pd.isna(claim["high"]) else float(claim["high"]),
            "unit": float(claim["unit"]),
            "until": (claim["day"] - first).days + 1.0,
            "since": 0.0 if pd.isna(claim["start"]) else float((claim["start"] - first).days),
            "before": reports.get(series),
        }
        if claim["kind"] != "zero":
            reports[series] = len(rows)
        rows.append(row)
    return rows, max(row["until"] for row in rows)


def model(rows: list[dict[str, Any]], dials: Dials, last: float) -> None:
    """Priors of truth, biases and errors, and the likelihood of each row in turn."""
    knots = max(int(np.ceil(last / KNOT_DAYS)) + 1, 2)
    rates = numpyro.deterministic("log_rates", truth(dials, knots))
    who = sorted({row["claimant"] for row in rows})
    what = sorted({row["series"] for row in rows})
    bias = noncentred("bias", dials.bias_sd, len(who))
    further = noncentred("bias_measure", dials.bias_measure_sd, len(what))
    common = noncentred("bias_common", dials.bias_common_sd, 1)[0]
    log_scale = dials.scale_sd
    nugget = dials.nugget * jnp.exp(noncentred("nugget", log_scale, 1)[0])
    shortfall = dials.shortfall * jnp.exp(noncentred("shortfall", log_scale, 1)[0])

    until, since = (np.array([row[name] for row in rows]) for name in ("until", "since"))
    totals = jnp.stack([integral(rate, until) - integral(rate, since) for rate in rates], axis=1)
    counted = jnp.sum(np.array([row["counts"] for row in rows]) * totals, axis=1)
    own, opponent = (np.array([row[name] for row in rows]) for name in ("own", "opponent"))
    lean = bias[np.array([who.index(row["claimant"]) for row in rows])]
    lean += further[np.array([what.index(row["series"]) for row in rows])]
    lean += dials.own_side * own + dials.opponent * opponent + common
    centre, sd = foreseen(rows, jnp.log(counted) + lean, nugget, shortfall, dials)
    usual = said(rows, centre, sd, shortfall) + np.log1p(-dials.outliers)
    wide = said(rows, centre, dials.outlier_factor * sd, shortfall) + np.log(dials.outliers)
    numpyro.factor("rows", jnp.sum(jnp.logaddexp(usual, wide)))


def truth(dials: Dials, knots: int) -> Any:
    """The log rate of each measure at the knots [2, K]: a walk that measures share in part."""
    level = numpyro.sample("level", dist.Normal(np.log(dials.rate), dials.rate_sd))
    ratio = numpyro.sample("ratio", dist.Normal(np.log(RATIOS["wounded"]), dials.ratio_sd))
    loose = np.where(np.arange(knots - 1) < dials.loose_knots, dials.loose_factor, 1.0)
    step = dials.walk_sd * loose
    shared = noncentred("walk_shared", step * np.sqrt(dials.walk_shared), knots - 1)
    own = noncentred("walk_own", step * np.sqrt(1 - dials.walk_shared), 2 * (knots - 1))
    lines = []
    for measure, first in enumerate([level, level + ratio]):
        changes = shared + own.reshape(knots - 1, 2)[:, measure] if knots > 1 else shared
        lines.append(jnp.concatenate([first[None], first + jnp.cumsum(changes)]))
    return jnp.stack(lines)


def noncentred(name: str, sd: Any, size: int) -> Any:
    """Independent normal parameters with spreads of their own, sampled at a spread of 1."""
    spread = np.resize(np.repeat(sd, size // np.size(sd)), size)
    return spread * numpyro.sample(name, dist.Normal(0.0, 1.0).expand([size]).to_event(1))


def integral(log_rate: Any, until: Any) -> Any:
    """The sums of a rate, whose log is a line between knots, to some days, by Gauss's rule [T]."""
    nodes, weights = np.polynomial.legendre.leggauss(8)
    knots = np.arange(log_rate.shape[0] - 1)
    days = np.clip(until[:, None] - KNOT_DAYS * knots, 0.0, KNOT_DAYS)
    share = (nodes + 1) / 2 * days[:, :, None] / KNOT_DAYS
    line = log_rate[:-1, None] * (1 - share) + log_rate[1:, None] * share
    return jnp.sum(days[:, :, None] * weights / 2 * jnp.exp(line), axis=(1, 2))


def stated(row: dict[str, Any]) -> tuple[float, float, float]:
    """The logs of what a row states: the number or the middle, and the two limits."""
    if row["kind"] == "zero":
        return float(np.log(0.5)), -30.0, float(np.log(0.5))
    low = row["high"] if row["low"] is None else row["low"]
    high = row["low"] if row["high"] is None else row["high"]
    top, bottom = float(np.log(high)), float(np.log(low)) if low else -30.0
    return (0.5 * (top + bottom) if low else top), bottom, top


def foreseen(
    rows: list[dict[str, Any]], expected: Any, nugget: Any, shortfall: Any, dials: Dials
) -> tuple[Any, Any]:
    """Mean and spread of each row, given the previous report of its claimant in the same series.

    The two errors are jointly normal: a slow part that both share as far as it has not faded, and
    the errors of single reports, of which nine tenths fade over a week. A previous report that
    was a limit stands shifted by its mean shortfall and is so much more uncertain; a previous
    residual is bent so as not to count more than three standard deviations.
    """
    number, low, high = np.array([stated(row) for row in rows]).T
    width = np.minimum([row["unit"] for row in rows] / np.maximum(np.exp(number), 1.0), 1.0)
    single, slow = nugget**2 + width**2 / 12, dials.error_sd**2
    side = np.array([{"at_least": 1.0, "up_to": -1.0}.get(row["kind"], 0.0) for row in rows])
    known = number + side * shortfall - expected
    unsure = slow + single + np.abs(side) * shortfall**2 + (high - low) ** 2 / 12

    with_past = [place for place, row in enumerate(rows) if row["before"] is not None]
    now = np.array(with_past if dials.error_days else [], dtype=int)
    past = np.array([rows[place]["before"] for place in now], dtype=int)
    until = np.array([row["until"] for row in rows])
    gap = until[now] - until[past]
    alike = slow * np.exp(-gap / dials.error_days) if len(now) else jnp.zeros(0)
    alike += 0.9 * np.exp(-gap / 7) * jnp.sqrt(single[now] * single[past])
    most = 3 * jnp.sqrt(unsure[past])
    bent = most * jnp.tanh(known[past] / most)
    centre = expected.at[now].add(alike / unsure[past] * bent)
    return centre, jnp.sqrt((slow + single).at[now].add(-(alike**2) / unsure[past]))


def said(rows: list[dict[str, Any]], centre: Any, sd: Any, shortfall: Any) -> Any:
    """The log likelihood of what each row says, of a mind's number around a centre."""
    number, low, high = np.array([stated(row) for row in rows]).T
    kind = np.array([row["kind"] for row in rows])
    point = dist.Normal(centre, sd).log_prob(number)
    under, over = log_ndtr((low - centre) / sd), log_ndtr((high - centre) / sd)
    within = over + jnp.log1p(-jnp.exp(jnp.minimum(under - over, -1e-12)))
    # The number is the mind's less an exponential shortfall, or more by one: the product of the
    # two densities, integrated over the shortfall.
    short = jnp.where(kind == "at_least", centre - number, number - centre)
    tail = log_ndtr(short / sd - sd / shortfall)
    limit = -jnp.log(shortfall) - short / shortfall + 0.5 * (sd / shortfall) ** 2 + tail
    chosen = jnp.where(np.isin(kind, ["range", "zero"]), within, limit)
    return jnp.where(kind == "point", point, chosen)


if __name__ == "__main__":
    main()
