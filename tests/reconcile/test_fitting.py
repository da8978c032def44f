"""Fits: they find a known truth, give the same result for a seed, and say so when they fail."""

from datetime import date

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

from casualty_ledger.plots import claimant_styles, new_panel, plot_implied
from casualty_ledger.reconcile.claims import valid_claims
from casualty_ledger.reconcile.dials import ROBUST, STANDARD
from casualty_ledger.reconcile.engine import MissingExtraError, load_jax
from casualty_ledger.reconcile.result import (
    LEAST_PASSAGES,
    MOST_APART,
    Diagnostics,
    Fit,
    UnsoundFitError,
)

pytest.importorskip("blackjax")

from casualty_ledger.reconcile.convergence import Check
from casualty_ledger.reconcile.fit import fit_problem, problem_of
from casualty_ledger.reconcile.modes import Mode
from casualty_ledger.reconcile.passages import fewest_passages, places_between
from casualty_ledger.reconcile.posterior import Sampled, _wider
from casualty_ledger.reconcile.variants import (
    ASSUMPTIONS,
    fit_variants,
    forest,
    left_out_predictions,
    variant_named,
    without_each,
)

FIRST = date(2030, 1, 1)
RATE = 20  # killed a day in the tiny war


def claims_of(rows):
    table = pd.DataFrame(rows, columns=["claimant", "kind", "low", "high", "day", "relation"])
    return valid_claims(
        table.assign(
            claim_id=[f"claim-{n}" for n in range(len(table))],
            force="south",
            measure="killed",
            includes="killed",
            start=pd.NaT,
            day_basis="claimed",
        )
    )


def tiny_war():
    """Six claimants around a known truth, one of them with limits only."""
    rows = []
    for number, factor in enumerate([0.7, 0.9, 1.0, 1.1, 1.4]):
        for day in (40, 80, 110):
            said = round(RATE * day * factor)
            when = pd.Timestamp(FIRST) + pd.Timedelta(days=day + number)
            rows.append((f"claimant-{number}", "point", said, said, when, "third_party"))
    rows.append(("claimant-5", "at_least", 1000, None, pd.Timestamp("2030-03-20"), "own_side"))
    return claims_of(rows)


PROBLEM = problem_of(tiny_war(), FIRST)


@pytest.fixture(scope="module")
def sound() -> Fit:
    return fit_problem(PROBLEM, seed=1)


@pytest.fixture(scope="module")
def torn() -> Fit:
    """Two claimants that exclude each other: one of them errs widely, and nobody knows which."""
    rows = [
        (name, "point", said, said, day, "third_party")
        for name, said in [("high", 3003), ("low", 151)]
        for day in ["2030-03-01"]
    ]
    dials = STANDARD.turned(
        bias_sd=0.05, bias_measure_sd=0.05, outliers=0.2, outlier_factor=8.0, scale_sd=0.1
    )
    return fit_problem(problem_of(claims_of(rows), FIRST), dials=dials, seed=1)


def test_a_known_truth_is_found(sound):
    assert sound.failures == ()
    last = sound.bands.iloc[-1]
    truth = RATE * ((last["day"].date() - FIRST).days + 1)
    assert last["low_90"] < truth < last["high_90"]
    assert last["high_90"] / last["low_90"] < 10


def test_bands_are_nested_and_never_fall(sound):
    bands = sound.bands
    order = bands[["low_90", "low_50", "median", "high_50", "high_90"]].to_numpy()
    assert (np.diff(order, axis=1) > 0).all()
    assert (np.diff(sound.totals["south", "killed"], axis=1) > 0).all()


def test_biases_stand_in_the_order_of_the_claimants(sound):
    medians = sound.biases.set_index("claimant")["median"]
    assert list(medians.drop("claimant-5").sort_values().index) == [
        f"claimant-{n}" for n in range(5)
    ]


def test_the_same_seed_gives_the_same_result(sound):
    again = fit_problem(PROBLEM, seed=1)
    pd.testing.assert_frame_equal(again.bands, sound.bands, check_exact=True)
    assert again.diagnostics == sound.diagnostics


def test_one_core_gives_the_same_result_as_several(sound, monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    alone = fit_problem(PROBLEM, seed=1)
    pd.testing.assert_frame_equal(alone.bands, sound.bands, check_exact=True)
    assert alone.diagnostics == sound.diagnostics


def test_other_assumptions_need_no_second_compilation(sound):
    """``sound`` has compiled the code; dials, weights and the aimed acceptance are arguments."""
    posterior = PROBLEM.posterior
    before = posterior._slope._cache_size(), posterior._stretch._cache_size()
    fit_problem(PROBLEM, dials=STANDARD, without="claimant-4")
    given = posterior.given(PROBLEM.values, np.ones(len(PROBLEM.claims)), ROBUST.numbers())
    size = PROBLEM.design.layout.size
    posterior.sample(
        np.zeros((2, size)), peak_at(np.zeros(size)), [given] * 2,
        seed=1, warmup=0, draws=1, acceptance=0.9,
    )  # fmt: skip
    assert (posterior._slope._cache_size(), posterior._stretch._cache_size()) == before == (1, 1)


def test_a_direction_that_draws_show_to_be_wide_is_stretched_and_no_other():
    u = np.random.default_rng(3).normal(size=(800, 20))
    u[:, 4] *= 3.0
    stretched = _wider(u)
    assert stretched[4, 4] == pytest.approx(3.0, rel=0.1)
    others = np.delete(np.delete(stretched, 4, axis=0), 4, axis=1)
    assert others == pytest.approx(np.eye(19), abs=0.05)


def test_another_seed_gives_other_draws_and_much_the_same_bands(sound):
    other = fit_problem(PROBLEM, seed=2)
    assert not other.bands.equals(sound.bands)
    ratio = other.bands["median"] / sound.bands["median"]
    assert ratio.iloc[-20:].between(0.9, 1.1).all()


def test_several_modes_are_a_failure(torn):
    assert any(text.startswith("several modes") for text in torn.failures)
    assert len(torn.diagnostics.modes) > 1


def test_peaks_that_tear_a_total_are_a_failure_although_chains_pass_between_them(torn):
    """The totals at the peaks are some 160 and 2,800: a band around 600 would be no answer."""
    assert torn.diagnostics.passages >= LEAST_PASSAGES
    assert torn.diagnostics.apart > MOST_APART
    totals = torn.totals["south", "killed"][:, -1]
    assert ((totals > 400) & (totals < 1100)).mean() < 0.1


def test_a_fit_that_failed_gives_no_bands_and_no_picture(torn):
    for name in ("bands", "biases", "predictions"):
        with pytest.raises(UnsoundFitError, match="several modes"):
            getattr(torn, name)
    with mpl.rc_context({"backend": "agg"}):
        ax = new_panel(2.0, title="nothing", source="none")
        with pytest.raises(UnsoundFitError):
            plot_implied(
                torn, ax, force="south", measure="killed", labels={}, assumption="",
                styles=claimant_styles(["high", "low"]),
            )  # fmt: skip
        assert not ax.lines
        plt.close("all")


SOUND = Diagnostics(1.004, 900.0, 800.0, 0, 0.87, 15.0, 4, 500, (1.0,), 0.95)


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({}, None),
        ({"rhat": 1.02}, "R-hat"),
        ({"rhat": float("nan")}, "R-hat"),
        ({"ess": 120.0}, "effective"),
        ({"ess_tail": 120.0}, "effective"),
        ({"ess": float("nan")}, "effective"),
        ({"divergences": 1}, "divergent"),
        ({"modes": (0.8, 0.2)}, "several modes"),
        ({"modes": (0.8, 0.2), "passages": 9}, "several modes"),
        ({"modes": (0.8, 0.2), "passages": 10}, None),
        ({"modes": (0.8, 0.2), "passages": 99, "apart": 1.5}, "several modes"),
        ({"modes": (0.8, 0.2), "passages": 99, "apart": float("nan")}, "several modes"),
        ({"modes": (0.99, 0.01)}, None),
    ],
)
def test_each_diagnostic_can_fail_a_fit(changes, word):
    values = {name: getattr(SOUND, name) for name in Diagnostics.__dataclass_fields__}
    failures = Diagnostics(**(values | changes)).failures
    assert (failures == ()) if word is None else (len(failures) == 1 and word in failures[0])


def peak_at(x) -> Mode:
    return Mode(x, 0.0, np.eye(len(x)), 0.5)


def test_chains_that_stay_apart_have_a_high_r_hat():
    size = PROBLEM.design.layout.size
    x = 0.05 * np.random.default_rng(1).normal(size=(4, 200, size))
    x[0, :, 0] += 1.0
    sampled = Sampled(x, np.zeros((4, 200)), np.ones(4), np.ones(4))
    found = Check(PROBLEM.design, ROBUST, [peak_at(np.zeros(size))]).agreement(sampled)
    assert found.rhat > 1.5
    assert found.ess < 20


def chains_between(*places) -> Sampled:
    """Chains with small chance around some places on the line from 0 to 1 of one parameter."""
    size = PROBLEM.design.layout.size
    x = 0.05 * np.random.default_rng(1).normal(size=(len(places), len(places[0]), size))
    x[:, :, 3] += 8.0 * np.array(places)
    shape = x.shape[:2]
    return Sampled(x, np.zeros(shape), np.ones(len(places)), np.ones(len(places)))


def two_peaks() -> list[Mode]:
    size = PROBLEM.design.layout.size
    return [peak_at(np.zeros(size)), peak_at(8.0 * np.eye(size)[3])]


def test_chains_that_pass_freely_between_peaks_agree():
    chance = np.random.default_rng(2)
    sampled = chains_between(*(chance.random((4, 600)) < 0.5))
    check = Check(PROBLEM.design, ROBUST, two_peaks())
    found = check.agreement(sampled)
    assert check.enough(found)
    # Half of the draws lie beyond a peak, and every other such draw beyond the other one.
    assert 100 < found.passages < 300


def test_chains_that_each_stay_at_a_peak_do_not_agree():
    sampled = chains_between(*np.repeat([[0.0], [1.0], [0.0], [1.0]], 600, axis=1))
    check = Check(PROBLEM.design, ROBUST, two_peaks())
    found = check.agreement(sampled)
    assert found.passages == 0
    assert found.rhat > 1.5
    assert not check.enough(found)


def test_one_chain_that_stays_is_not_outvoted_by_three_that_pass():
    chance = np.random.default_rng(2)
    places = (chance.random((4, 600)) < 0.5).astype(float)
    places[3] = 0.0
    assert (
        Check(PROBLEM.design, ROBUST, two_peaks()).agreement(chains_between(*places)).passages == 0
    )


def test_chains_that_pass_seldom_do_not_agree_however_many_the_draws():
    """Each chain spends half its draws at either peak, but passes only three times."""
    places = np.tile(np.repeat([0.0, 1.0], 150), 2)
    sampled = chains_between(places, 1 - places, places, 1 - places)
    check = Check(PROBLEM.design, ROBUST, two_peaks())
    assert not check.enough(check.agreement(sampled))


def test_all_chains_at_one_peak_are_no_passage_to_the_other():
    places = 0.2 * np.random.default_rng(2).normal(size=(4, 600))
    assert (
        Check(PROBLEM.design, ROBUST, two_peaks()).agreement(chains_between(*places)).passages == 0
    )


def test_the_place_between_peaks_is_a_share_of_the_way():
    x = np.array([[0.0, 0.0], [1.0, 7.0], [2.0, 0.0]])
    modes = [peak_at(np.zeros(2)), peak_at(np.array([2.0, 0.0])), peak_at(np.array([0.0, -7.0]))]
    assert places_between(x, modes) == pytest.approx(np.array([[0, 0], [0.5, -1], [1, 0]]))
    assert places_between(x, modes[:1]).shape == (3, 0)


def test_a_passage_is_from_beyond_one_peak_to_beyond_the_other():
    to_and_fro = np.array([-0.1, 0.4, 0.9, -0.2, 1.1, 0.6, 1.3, 0.2, -0.1])[None, :, None]
    assert fewest_passages(to_and_fro) == 2


def test_a_claimant_that_is_left_out_is_predicted():
    (variant,) = [v for v in without_each(PROBLEM.claims) if v.without == "claimant-4"]
    fits = list(fit_variants(PROBLEM, [variant_named("standard"), variant]))
    table = forest(fits, force="south", measure="killed")
    assert list(table["variant"]) == ["standard", "without-claimant-4"]
    assert table["failures"].eq("").all()
    found = left_out_predictions(fits)
    assert set(found["claimant"]) == {"claimant-4"}
    assert (found["low_90"] < found["stated"]).all()
    assert (found["stated"] < found["high_90"]).all()


def test_a_failed_fit_stays_in_the_forest_without_numbers(torn):
    table = forest([(ASSUMPTIONS[0], torn)], force="south", measure="killed")
    assert "several modes" in table["failures"][0]
    assert table[["median", "low_90", "high_90"]].isna().all(axis=None)


@pytest.mark.parametrize("name", ["claimant-9", "nobody"])
def test_leaving_out_who_said_nothing_is_an_error(name):
    with pytest.raises(ValueError, match=name):
        fit_problem(PROBLEM, without=name)


def test_an_unknown_variant_is_named_with_those_there_are():
    with pytest.raises(ValueError, match=r"'gut feeling'.*robust.*incentive"):
        variant_named("gut feeling")


def test_without_the_optional_packages_the_message_says_what_to_install(monkeypatch):
    monkeypatch.setattr("casualty_ledger.reconcile.engine.PACKAGES", ("jax", "no_such_package"))
    with pytest.raises(MissingExtraError, match=r"no_such_package; install.*reconcile"):
        load_jax()
