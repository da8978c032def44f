"""The pieces of the density, held against scipy; numpy and jax give the same."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, stats

from casualty_ledger.reconcile.claims import valid_claims
from casualty_ledger.reconcile.density import (
    claim_means,
    interval_term,
    log_density,
    log_rates,
    normal_term,
    numpy_arrays,
    row_terms,
    shortfall_term,
    totals_at,
)
from casualty_ledger.reconcile.design import design_of, values_of
from casualty_ledger.reconcile.dials import KNOT_DAYS, ROBUST, STANDARD, Dials

NUMPY = numpy_arrays()
FIRST = date(2030, 1, 1)


def rows(*given):
    """Claims from (claimant, measure, kind, low, high, day)."""
    table = pd.DataFrame(given, columns=["claimant", "measure", "kind", "low", "high", "day"])
    parts = table["measure"].where(table["measure"] != "casualties", "killed;wounded")
    return valid_claims(
        table.assign(
            claim_id=[f"claim-{n}" for n in range(len(table))],
            force="south",
            includes=parts,
            relation="third_party",
            start=pd.NaT,
            day_basis="claimed",
        )
    )


CLAIMS = rows(
    ("a", "killed", "point", 300, 300, "2030-03-01"),
    ("a", "killed", "point", 700, 700, "2030-05-01"),
    ("b", "killed", "at_least", 200, None, "2030-03-15"),
    ("b", "casualties", "point", 3100, 3100, "2030-06-01"),
    ("c", "wounded", "up_to", None, 4000, "2030-06-10"),
    ("c", "casualties", "range", 2000, 3000, "2030-05-20"),
    ("d", "killed", "zero", 0, 0, "2030-01-05"),
)


@given(x=st.floats(-4, 4), sd=st.floats(0.05, 2))
def test_a_number_has_a_normal_error(x, sd):
    assert normal_term(x, sd, NUMPY) == pytest.approx(stats.norm.logpdf(x, scale=sd))


@given(x=st.floats(-3, 3), sd=st.floats(0.1, 1.5), mean=st.floats(0.05, 1))
def test_a_limit_has_an_exponential_shortfall(x, sd, mean):
    # scipy's exponentially modified normal has its tail upwards.
    expected = stats.exponnorm.logpdf(-x, mean / sd, scale=sd)
    if np.isfinite(expected) and expected > -200:
        assert shortfall_term(x, sd, mean, NUMPY) == pytest.approx(expected, rel=1e-6, abs=1e-6)


@given(low=st.floats(-6, 6), width=st.floats(0.01, 5))
def test_a_range_has_the_probability_of_its_interval(low, width):
    expected = np.log(stats.norm.cdf(-low) - stats.norm.cdf(-low - width))
    found = interval_term(np.array(low), np.array(low + width), NUMPY)
    assert found == pytest.approx(expected, rel=1e-5, abs=1e-5)


@given(
    knots=st.lists(st.floats(-3, 5), min_size=3, max_size=6),
    share=st.floats(0, 1, allow_subnormal=False),
)
def test_a_total_is_the_integral_of_the_rate(knots, share):
    rates = np.array(knots)[None, None, :]
    end = share * (len(knots) - 1) * KNOT_DAYS
    places = KNOT_DAYS * np.arange(len(knots))
    inner = [place for place in places if 0 < place < end]
    expected = integrate.quad(
        lambda day: np.exp(np.interp(day, places, knots)), 0, end, points=inner or None, epsabs=1e-9
    )[0]
    found = totals_at(rates, np.array([0]), np.array([end]), NUMPY)[0, 0]
    assert found == pytest.approx(expected, rel=1e-6, abs=1e-6)


@given(seed=st.integers(0, 2**32 - 1))
def test_totals_never_fall(seed):
    design = design_of(CLAIMS, FIRST)
    x = np.random.default_rng(seed).normal(size=design.layout.size)
    rates = log_rates(x, design.layout, ROBUST.numbers(), NUMPY)
    days = np.linspace(0, (design.layout.knots - 1) * KNOT_DAYS, 50)
    totals = totals_at(rates, np.zeros(50, dtype=int), days, NUMPY)
    assert (np.diff(totals, axis=0) > 0).all()


def terms(claims, dials: Dials, x=None):
    design = design_of(claims, FIRST)
    x = np.zeros(design.layout.size) if x is None else x
    mean = claim_means(x, design, dials.numbers(), NUMPY)
    return row_terms(x, design, values_of(claims), dials.numbers(), NUMPY), mean


def test_a_first_report_errs_by_all_its_errors():
    claims = rows(("a", "killed", "point", 408, 408, "2030-03-01"))
    dials = STANDARD.turned(outliers=0.0)
    found, mean = terms(claims, dials)
    sd = np.sqrt(0.25**2 + 0.1**2 + (1 / 408) ** 2 / 12)
    assert found[0] == pytest.approx(stats.norm.logpdf(np.log(408), mean[0], sd))


def test_a_share_of_reports_errs_more():
    claims = rows(("a", "killed", "point", 408, 408, "2030-03-01"))
    found, mean = terms(claims, STANDARD)
    sd = np.sqrt(0.25**2 + 0.1**2 + (1 / 408) ** 2 / 12)
    usual, wide = (stats.norm.pdf(np.log(408), mean[0], factor * sd) for factor in (1, 4))
    assert found[0] == pytest.approx(np.log(0.95 * usual + 0.05 * wide))


def test_two_reports_of_a_claimant_err_together():
    """Against the joint normal density of the two: exact while no residual is an outlier."""
    claims = rows(
        ("a", "killed", "point", 900, 900, "2030-03-01"),
        ("a", "killed", "point", 1003, 1003, "2030-03-31"),
    )
    dials = STANDARD.turned(outliers=0.0)
    design = design_of(claims, FIRST)
    x = np.zeros(design.layout.size)
    mean = claim_means(x, design, dials.numbers(), NUMPY)
    # The residual of the first report is small here, so that it is not held to be an outlier.
    shifted = dials.turned(rate=dials.rate * float(np.exp(np.log(900) - mean[0] - 0.02)))
    found, mean = terms(claims, shifted)
    faded = np.exp(-30 / 60)
    own = np.array([0.1**2 + (100 / 900) ** 2 / 12, 0.1**2 + (1 / 1003) ** 2 / 12])
    single = 0.9 * np.exp(-30 / 7) * np.sqrt(own.prod())
    cover = 0.25**2 * np.array([[1, faded], [faded, 1]]) + np.diag(own)
    cover += single * np.array([[0, 1], [1, 0]])
    expected = stats.multivariate_normal.logpdf(np.log([900, 1003]), mean, cover)
    assert found.sum() == pytest.approx(expected, abs=1e-3)


def test_a_repeat_says_less_than_another_witness():
    """The more often one claimant repeats itself, the less each repeat moves the density."""
    # At an even rate the total grows with the day, and so does what is said of it.
    days = {day: 401 * (59 + day) // 60 for day in range(1, 11)}
    once = rows(("a", "killed", "point", 401, 401, "2030-03-01"))
    repeats = rows(
        *[("a", "killed", "point", n, n, f"2030-03-{day:02d}") for day, n in days.items()]
    )
    others = rows(*[(name, "killed", "point", 401, 401, "2030-03-01") for name in "abcdefghij"])

    def pull(claims):
        low, high = (terms(claims, STANDARD.turned(rate=rate))[0].sum() for rate in (10.0, 6.0))
        return high - low

    assert abs(pull(repeats)) < 3 * abs(pull(once))
    assert abs(pull(others)) > 9 * abs(pull(once))


def test_a_claim_that_is_left_out_does_not_count():
    design, values = design_of(CLAIMS, FIRST), values_of(CLAIMS)
    x = np.full(design.layout.size, 0.1)
    none = log_density(x, design, values, np.zeros(len(CLAIMS)), ROBUST.numbers(), NUMPY)
    assert none == pytest.approx(-0.5 * (x * x).sum())


@pytest.mark.parametrize(
    "dials", [STANDARD, ROBUST, ROBUST.turned(error_days=0.0)], ids=["s", "r", "i"]
)
def test_numpy_and_jax_give_one_density(dials):
    pytest.importorskip("jax")
    from casualty_ledger.reconcile.engine import jax_arrays, load_jax

    jax = load_jax()
    design, values = design_of(CLAIMS, FIRST), values_of(CLAIMS)
    x = np.random.default_rng(3).normal(size=design.layout.size)
    weights = np.ones(len(CLAIMS))
    args = design, values, weights, dials.numbers()
    expected = log_density(x, *args, NUMPY)
    assert float(log_density(jax.numpy.asarray(x), *args, jax_arrays(jax))) == pytest.approx(
        expected, rel=1e-12
    )


@pytest.mark.parametrize(
    ("size", "places"),
    [
        (50, [3, 0, 49, 7, 8, 9, 10, 11, 12, 13]),
        (50, [5, 5, 6, 7, 8, 9, 10, 11, 12, 49]),
        (4, [0, 1, 1, 1, 3, 3, 0, 0, 0, 0]),
    ],
    ids=["each once", "one twice", "few elements for many rows"],
)
def test_picked_elements_and_their_slopes_are_those_of_an_index(size, places):
    pytest.importorskip("jax")
    from casualty_ledger.reconcile.engine import jax_arrays, load_jax

    jax = load_jax()
    chance = np.random.default_rng(5)
    array, weights = chance.normal(size=(2, size)), chance.normal(size=len(places))
    pick, at = jax_arrays(jax).pick, np.array(places)

    def total(picked):
        return jax.numpy.sum(weights * picked**2)

    assert np.asarray(pick(array, at)) == pytest.approx(array[:, at], rel=1e-14)
    found = jax.grad(lambda array: total(pick(array, at)))(array)
    expected = jax.grad(lambda array: total(array[:, at]))(array)
    assert np.asarray(found) == pytest.approx(np.asarray(expected), rel=1e-12)


@pytest.mark.parametrize(
    "changes",
    [{"bias_sd": -0.1}, {"outliers": 1.0}, {"rate": 0.0}, {"nugget": 0.0}, {"walk_shared": 1.5}],
)
def test_impossible_dials_are_refused(changes):
    with pytest.raises(ValueError, match=next(iter(changes))):
        STANDARD.turned(**changes)


def test_a_claim_before_the_first_day_is_refused():
    with pytest.raises(ValueError, match="claim-6"):
        design_of(CLAIMS, date(2030, 2, 1))
