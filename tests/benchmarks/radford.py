"""Fit the claims of Radford et al. (2023) with our model, beside what they published.

    .venv/bin/python tests/benchmarks/radford.py replication-data-pnas.csv

Each fit runs in a process of its own, so that its time is that from a cold start. The first one
takes the rows of the file as they stand, as the paper does; the others leave out flagged rows.
Ratios and intervals are printed as they come; nothing is chosen to agree with the paper. Needs
the extra ``reconcile``. The file is the authors' and is read, not kept.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
# Mean and 95 % interval on the last day of the file, as published.
PAPER = {
    ("rus-forces", "killed"): (76_687, 38_670, 139_772),
    ("ukr-forces", "killed"): (17_223, 6_219, 39_105),
    ("rus-forces", "casualties"): (218_800, 108_432, 397_361),
    ("ukr-forces", "casualties"): (75_538, 19_994, 176_612),
    ("rus-forces", "wounded"): (148_608, 45_749, 365_649),
    ("ukr-forces", "wounded"): (33_081, 5_260, 125_925),
    ("ratio", "killed"): (5.53, 1.6, 14.5),
}

WRONG = ("gross_outlier", "target_swapped", "retracted_still_live", "digits_transposed")
WORKED_OUT = ("injuries_triple_of_deaths", "casualties_multiple_of_deaths")
VARIANTS: dict[str, tuple[str, ...]] = {
    "all rows": (),
    "without outliers, swaps, withdrawn, transposed": WRONG,
    "... and without what was worked out from deaths": (*WRONG, *WORKED_OUT),
    "... and without totals of losses filed as deaths": (
        *WRONG,
        *WORKED_OUT,
        "deaths_equal_total_losses",
    ),
}


def main() -> None:
    """Run the fits that are asked for, and print them beside the paper."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("file", type=Path, help="replication-data-pnas.csv")
    parser.add_argument("--dials", choices=["robust", "standard"], default="robust")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--variants", type=int, default=len(VARIANTS), help="the first so many")
    parser.add_argument("--one", choices=list(VARIANTS), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(fit_one(options)))
        return
    for name in list(VARIANTS)[: options.variants]:
        report(name, run(name, options))


def run(name: str, options: argparse.Namespace) -> dict[str, Any]:
    """Fit one variant in a new process; add its times and its peak of memory."""
    command = [sys.executable, __file__, str(options.file), "--one", name]
    for option in ("dials", "seed"):
        command += [f"--{option}", str(getattr(options, option))]
    roots = os.pathsep.join([str(ROOT / "scripts"), str(ROOT / "schemas")])
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    # Without the cache of compiled code, a start is cold.
    environment = {**os.environ, "PYTHONPATH": roots, "CASUALTY_LEDGER_CACHE": ""}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True)
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"{name}: the fit ended with exit code {done.returncode}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {**json.loads(done.stdout.splitlines()[-1]), "wall": wall, "cpu": cpu}


def fit_one(options: argparse.Namespace) -> dict[str, Any]:
    """Fit one variant in this process."""
    import pandas as pd

    from casualty_ledger.build.frames import make_frame
    from casualty_ledger.imports.radford.claims import claim_rows
    from casualty_ledger.imports.radford.codes import DAY_ONE
    from casualty_ledger.imports.radford.defects import flag_rows
    from casualty_ledger.imports.radford.evidence import evidence
    from casualty_ledger.imports.radford.reading import read_rows
    from casualty_ledger.reconcile.claims import collapse_repeats, valid_claims
    from casualty_ledger.reconcile.dials import ROBUST, STANDARD
    from casualty_ledger.reconcile.fit import fit
    from casualty_schemas.imported import IMPORTED_TABLES

    rows = make_frame(read_rows(options.file.read_bytes()), IMPORTED_TABLES["rows"])
    claims = make_frame(list(claim_rows(rows)), IMPORTED_TABLES["claims"])
    kinds = VARIANTS[options.one]
    flagged = {row["row_id"] for row in (flag_rows(rows) if kinds else ()) if row["kind"] in kinds}
    stated = valid_claims(evidence(claims, without=pd.Series(sorted(flagged), dtype="str")))
    distinct = collapse_repeats(stated)
    dials = ROBUST if options.dials == "robust" else STANDARD
    result = fit(distinct, dials=dials, seed=options.seed, first_day=DAY_ONE)
    return {
        "rows": len(stated),
        "claims": len(distinct),
        "last_day": f"{result.days[-1]:%Y-%m-%d}",
        "failures": list(result.failures),
        "totals": {" ".join(key): value for key, value in summaries(result).items()},
        "diagnostics": str(result.diagnostics),
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2,
    }


def summaries(result: Any) -> dict[tuple[str, str], list[float]]:
    """Median and 95 % interval of each published total on the last day, from the draws."""
    import numpy as np

    draws = {key: np.asarray(totals)[:, -1] for key, totals in result.totals.items()}
    for force in ("rus-forces", "ukr-forces"):
        both = draws[force, "killed"] + draws[force, "wounded"]
        draws.setdefault((force, "casualties"), both)
    draws["ratio", "killed"] = draws["rus-forces", "killed"] / draws["ukr-forces", "killed"]
    return {
        key: [float(number) for number in np.quantile(draws[key], [0.5, 0.025, 0.975])]
        for key in PAPER
    }


def report(name: str, result: dict[str, Any]) -> None:
    """Print one fit beside the paper."""
    print(f"\n{name}: {result['rows']} rows about soldiers, {result['claims']} distinct claims")
    print(f"  totals up to {result['last_day']}")
    print(f"  {'':24}{'paper: mean [95 %]':>32}{'ours: median [95 %]':>34}  in theirs")
    inside = 0
    for key, (mean, low, high) in PAPER.items():
        median, least, most = result["totals"][" ".join(key)]
        form = ",.1f" if key[0] == "ratio" else ",.0f"
        theirs = f"{mean:{form}} [{low:{form}} - {high:{form}}]"
        ours = f"{median:{form}} [{least:{form}} - {most:{form}}]"
        inside += low <= median <= high
        print(f"  {' '.join(key):24}{theirs:>32}{ours:>34}  {low <= median <= high}")
    print(f"  {inside} of {len(PAPER)} medians inside their intervals")
    print(f"  failures: {'; '.join(result['failures']) or 'none'}")
    print(f"  {result['diagnostics']}")
    print(
        f"  {result['wall']:.1f} s from a cold start, {result['cpu']:.1f} s of processor time, "
        f"peak {result['peak']:.2f} GB",
        flush=True,
    )


if __name__ == "__main__":
    main()
