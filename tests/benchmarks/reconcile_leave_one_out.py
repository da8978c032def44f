"""What each claimant was expected to say by a fit that had not heard it; run by hand.

    python tests/benchmarks/reconcile_leave_one_out.py --seed 1

For the robust and the standard dials: how many of the claims lie in the 50 and 90 % bands that
were expected without their claimant. Claims of one claimant are not independent, and limits are
expected with their shortfall.
"""

import argparse
import time

from casualty_ledger import load
from casualty_ledger.reconcile.dials import MODES
from casualty_ledger.reconcile.evidence import claims_from_figures
from casualty_ledger.reconcile.fit import problem_of
from casualty_ledger.reconcile.variants import (
    Variant,
    fit_variants,
    left_out_predictions,
    without_each,
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--population", default="prk-forces")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()

    evidence = claims_from_figures(load("figures"), population=args.population)
    problem = problem_of(evidence.claims, evidence.first_day)
    for name, dials in MODES.items():
        began = time.perf_counter()
        variants = [
            Variant(each.name, each.label, dials, each.without)
            for each in without_each(evidence.claims)
        ]
        fits = list(fit_variants(problem, variants, seed=args.seed))
        table = left_out_predictions(fits)
        print(f"{name}: {len(fits)} fits in {time.perf_counter() - began:.0f} s", flush=True)
        for variant, found in fits:
            if found.failures:
                print(f"  {variant.name} failed: {'; '.join(found.failures)}")
        for level in (50, 90):
            inside = table["stated"].between(table[f"low_{level}"], table[f"high_{level}"])
            print(f"  {level} % bands hold {inside.sum()} of {len(table)} ({inside.mean():.0%})")


if __name__ == "__main__":
    main()
