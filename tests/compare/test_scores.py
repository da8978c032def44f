"""The weighted interval score against its definition by intervals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casualty_ledger.compare import score_range, weighted_interval_score

FIVE = (0.05, 0.25, 0.5, 0.75, 0.95)
VALUES = st.lists(st.integers(0, 1000), min_size=5, max_size=5).map(sorted)
FORECASTS = VALUES.map(lambda values: dict(zip(FIVE, values, strict=True)))


def by_intervals(quantiles: dict[float, float], said: float) -> float:
    """Bracher et al. (2021), equations 1 and 2, with weights 1/2 and alpha/2."""
    total = abs(said - quantiles[0.5]) / 2
    for low, high in ((0.25, 0.75), (0.05, 0.95)):
        lower, upper, alpha = quantiles[low], quantiles[high], 2 * low
        outside = max(lower - said, 0) + max(said - upper, 0)
        total += alpha / 2 * (upper - lower + 2 / alpha * outside)
    return total / 2.5


@given(FORECASTS, st.integers(0, 1000))
def test_the_sum_of_quantile_losses_is_the_sum_over_intervals(quantiles, said) -> None:
    assert weighted_interval_score(quantiles, said) == pytest.approx(by_intervals(quantiles, said))


def test_of_a_median_alone_it_is_the_distance() -> None:
    assert weighted_interval_score({0.5: 600}, 2000) == 1400


@given(FORECASTS, st.integers(0, 1000), st.integers(0, 200))
def test_the_range_holds_the_score_of_every_number_that_the_claim_allows(
    quantiles, floor, width
) -> None:
    best, worst = score_range(quantiles, floor, floor + width)
    scores = [weighted_interval_score(quantiles, floor + step) for step in range(width + 1)]
    assert best == pytest.approx(min(scores))
    assert worst == pytest.approx(max(scores))


def test_an_open_claim_has_no_worst_score() -> None:
    quantiles = {0.25: 500, 0.5: 1000, 0.75: 1500}
    assert score_range(quantiles, 100, None) == (
        weighted_interval_score(quantiles, 1000),
        float("inf"),
    )
    assert score_range(quantiles, None, 100) == (
        weighted_interval_score(quantiles, 100),
        float("inf"),
    )


@pytest.mark.parametrize(
    ("quantiles", "message"),
    [
        ({0.25: 1, 0.75: 2}, "no median"),
        ({0.25: 1, 0.5: 2}, "has no mirror"),
        ({0.25: 3, 0.5: 2, 0.75: 4}, "values fall"),
    ],
)
def test_quantiles_must_be_those_of_intervals(quantiles, message) -> None:
    with pytest.raises(ValueError, match=message):
        weighted_interval_score(quantiles, 1)


def test_limits_that_cross_are_refused() -> None:
    with pytest.raises(ValueError, match="lies above the ceiling"):
        score_range({0.5: 1}, 3, 2)
