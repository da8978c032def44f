"""Rates and their intervals."""

import math

import pandas as pd
import pytest

from casualty_ledger.compare.rates import rates, wilson


@pytest.mark.parametrize(
    ("events", "n", "low", "high"),
    [
        # Newcombe (1998), Statistics in Medicine 17, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_wilsons(events: int, n: int, low: float, high: float) -> None:
    rate, *ends = wilson(events, n)
    assert rate == events / n
    assert ends == pytest.approx([low, high], abs=5e-5)


def test_no_occasion_has_no_rate() -> None:
    assert all(math.isnan(value) for value in wilson(0, 0))


def test_the_highest_rate_stands_first_and_the_sum_last() -> None:
    events = pd.DataFrame(
        {"language": list("aabbbcd"), "lost": [True, False, False, False, False, True, False]}
    )
    table = rates(events, by="language", event="lost", least=2)
    assert list(table["group"]) == ["a", "b", "other", "all"]
    assert list(table["n"]) == [2, 3, 2, 7]
    assert list(table["events"]) == [1, 0, 1, 2]
    assert ((table["low"] <= table["rate"]) & (table["rate"] <= table["high"])).all()
