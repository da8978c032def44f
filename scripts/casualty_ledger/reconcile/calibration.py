"""How often the bands held a known truth: the table that the benchmark made.

    nice python tests/benchmarks/reconcile_calibration.py --wars 400 --others 100 \\
        --seed 20261122 --output scripts/casualty_ledger/reconcile/calibration.csv

It was made on 23 November 2026, its scenarios in two runs at once. Whoever changes the density or
the dials makes it anew.
"""

from importlib.resources import files

import pandas as pd


def calibration_table() -> pd.DataFrame:
    """Return the shares of simulated wars whose truth the bands held.

    Returns:
        One row a scenario and dials: scenario, dials, wars, seed, coverage_50, coverage_80,
        coverage_90, coverage_95 (shares), and band_90_high_over_low (median ratio of the ends of
        the 90 % band).
    """
    with files("casualty_ledger.reconcile").joinpath("calibration.csv").open("rb") as file:
        return pd.read_csv(file)
