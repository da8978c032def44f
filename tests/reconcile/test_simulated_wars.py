"""Simulated wars: the pattern of a design, and the twist that was asked for."""

from datetime import date

import numpy as np
import pytest

from casualty_ledger import load
from casualty_ledger.reconcile.calibration import calibration_table
from casualty_ledger.reconcile.design import design_of
from casualty_ledger.reconcile.dials import MODES, STANDARD
from casualty_ledger.reconcile.evidence import claims_from_figures
from casualty_ledger.reconcile.simulate import SCENARIOS, Twist, significant_digits, simulate_war

CLAIMS = claims_from_figures(load("figures"), population="prk-forces").claims
DESIGN = design_of(CLAIMS, date(2024, 10, 3))
STATED = CLAIMS["low"].fillna(CLAIMS["high"]).to_numpy(dtype=float)
DIGITS = significant_digits(STATED, CLAIMS["unit"].to_numpy(dtype=float))


def wars(twist, count=60, seed=1):
    rng = np.random.default_rng(seed)
    return [simulate_war(DESIGN, DIGITS, STANDARD, twist, rng) for _ in range(count)]


def test_digits_are_those_that_were_not_rounded():
    assert list(
        significant_digits(np.array([408.0, 3600.0, 4000.0]), np.array([1.0, 100.0, 1000.0]))
    ) == [3, 2, 1]


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_war_has_a_number_for_every_claim(name):
    (war,) = wars(SCENARIOS[name], count=1)
    for column in (war.values.stated, war.values.low, war.values.high, war.values.rounding_sd):
        assert column.shape == (len(CLAIMS),)
        assert np.isfinite(column).all()
    assert (war.totals >= 0).all()


def test_the_same_seed_gives_the_same_war():
    first, second = wars(Twist(), 1)[0], wars(Twist(), 1)[0]
    np.testing.assert_array_equal(first.values.stated, second.values.stated)


def spread(twist):
    """Spread of what claims on the killed of the last day say over what is true, in logs."""
    row = CLAIMS.index[CLAIMS["claim_id"] == "kr-nis-2025-09-02-killed"][0]
    return np.std([war.values.stated[row] - np.log(war.totals[0, 0]) for war in wars(twist)])


def test_stronger_biases_spread_what_is_said():
    assert spread(Twist(bias_factor=3.0)) > 1.5 * spread(Twist())


def test_copies_are_alike():
    rows = CLAIMS["measure"] == "casualties"
    rows &= CLAIMS["start"].isna()

    def distinct(twist):
        return np.mean([len(set(war.values.stated[rows])) for war in wars(twist, 20)])

    assert distinct(Twist(copied=0.9)) < 0.7 * distinct(Twist())


def test_the_table_that_is_shipped_has_each_of_its_scenarios_under_both_dials():
    table = calibration_table()
    assert {"as the model says", "bias twice as strong"} <= set(table["scenario"]) <= set(SCENARIOS)
    assert table.groupby("scenario")["dials"].agg(set).map(set(MODES).__eq__).all()
    first = table["scenario"] == "as the model says"
    assert (table.loc[first, "wars"] >= 400).all()


def test_the_standard_bands_hold_what_they_promise_where_the_model_holds():
    table = calibration_table()
    own = table[(table["scenario"] == "as the model says") & (table["dials"] == "standard")].iloc[0]
    for level in (50, 80, 90, 95):
        share = level / 100
        # Two points, and what 400 wars leave to chance.
        slack = 0.02 + 1.64 * (share * (1 - share) / own["wars"]) ** 0.5
        assert abs(own[f"coverage_{level}"] - share) <= slack
