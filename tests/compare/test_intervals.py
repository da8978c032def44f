"""The rule that reads a stated value as an interval."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casualty_ledger import load
from casualty_ledger.compare import Tolerance, intervals, vague_intervals
from casualty_ledger.compare.intervals import LITERAL
from casualty_schemas.vocabularies import Bound

NUMBERS = st.integers(0, 10**7)
SHARES = st.floats(0, 0.99)
TOLERANCES = st.builds(Tolerance, SHARES, SHARES, SHARES)


def claim(bound: str, low: int | None, best: int | None, high: int | None) -> pd.DataFrame:
    values = {"value_low": low, "value_best": best, "value_high": high}
    typed = {name: pd.array([value], dtype="Int64") for name, value in values.items()}
    return pd.DataFrame({"figure_id": ["one"], "bound": [bound], **typed})


def read(bound: str, low=None, best=None, high=None, **how) -> tuple[int | None, int | None]:
    found = intervals(claim(bound, low, best, high), **how)
    assert [str(kind) for kind in found.dtypes] == ["Int64", "Int64"]
    return tuple(None if pd.isna(end) else int(end) for end in found.iloc[0])


@pytest.mark.parametrize(
    ("bound", "values", "floor", "ceiling"),
    [
        ("exact", {"best": 408}, 408, 408),
        ("exact", {"best": 0}, 0, 0),
        ("exact", {"best": 4700}, 4650, 4750),
        ("exact", {"best": 12000}, 11500, 12500),
        # Half of the last place would be 500 and 5,000; a twentieth is less.
        ("exact", {"best": 4000}, 3800, 4200),
        ("exact", {"best": 10000}, 9500, 10500),
        ("about", {"best": 2000}, 1800, 2200),
        ("about", {"best": 92}, 83, 101),
        ("nearly", {"best": 1000}, 900, 999),
        ("at_least", {"low": 100}, 100, None),
        ("more_than", {"low": 3000}, 3001, None),
        ("up_to", {"high": 40}, None, 40),
        ("at_most", {"high": 40}, None, 40),
        ("between", {"low": 4000, "high": 6000}, 4000, 6000),
        ("between", {"low": 10000, "best": 11000, "high": 12000}, 10000, 12000),
        ("vague", {}, None, None),
        ("unspecified", {}, None, None),
    ],
)
def test_a_bound_reads_as_documented(bound, values, floor, ceiling) -> None:
    assert read(bound, **values) == (floor, ceiling)


@pytest.mark.parametrize(
    ("bound", "best", "tolerance", "expected"),
    [
        ("about", 2000, Tolerance(about=0.25), (1500, 2500)),
        ("about", 2000, LITERAL, (2000, 2000)),
        ("exact", 4000, LITERAL, (4000, 4000)),
        ("exact", 4000, Tolerance(rounded=0.5), (3500, 4500)),
        ("nearly", 1000, LITERAL, (999, 999)),
        ("nearly", 1000, Tolerance(nearly=0.2), (800, 999)),
    ],
)
def test_the_tolerance_is_the_readers(bound, best, tolerance, expected) -> None:
    assert read(bound, best=best, tolerance=tolerance) == expected


@pytest.mark.parametrize("share", [-0.1, 1, 1.5])
def test_a_tolerance_is_a_share(share: float) -> None:
    with pytest.raises(ValueError, match="expected a share from 0 to below 1"):
        Tolerance(about=share)


def test_an_unknown_bound_stops_the_reading() -> None:
    with pytest.raises(ValueError, match="no rule for the bound roughly"):
        read("roughly", best=1)


@settings(max_examples=50)
@given(st.sampled_from(["exact", "about"]), NUMBERS, TOLERANCES)
def test_a_plain_number_lies_in_its_own_interval(bound, number, tolerance) -> None:
    floor, ceiling = read(bound, best=number, tolerance=tolerance)
    assert 0 <= floor <= number <= ceiling


@settings(max_examples=50)
@given(st.integers(1, 10**7), TOLERANCES)
def test_nearly_a_number_lies_below_it(number, tolerance) -> None:
    floor, ceiling = read("nearly", best=number, tolerance=tolerance)
    assert 0 <= floor <= ceiling == number - 1


@settings(max_examples=50)
@given(st.sampled_from(["exact", "about", "nearly"]), st.integers(1, 10**7), SHARES, SHARES)
def test_more_tolerance_never_narrows(bound, number, one, other) -> None:
    small, large = (
        read(bound, best=number, tolerance=Tolerance(*[share] * 3))
        for share in sorted((one, other))
    )
    assert large[0] <= small[0]
    assert small[1] <= large[1]


@settings(max_examples=50)
@given(NUMBERS)
def test_what_is_missing_is_missing_and_not_zero(number) -> None:
    assert read("at_least", low=number)[1] is None
    assert read("at_most", high=number)[0] is None


def test_every_bound_has_a_rule() -> None:
    figures = load("figures")
    assert set(Bound.codes()) >= set(figures["bound"].astype("str"))
    found = intervals(figures)
    numbered = ~figures["bound"].isin(["vague", "unspecified"])
    assert (found.notna().any(axis="columns") == numbered).all()
    assert not (found["floor"] > found["ceiling"]).any()


def test_a_documented_word_gives_its_limits_and_a_share_gives_none(figures) -> None:
    table = figures(
        {"bound": "vague", "value_as_stated": "several hundred"},
        {"bound": "vague", "value_as_stated": "수십 명"},
        {"bound": "vague", "value_as_stated": "about a third"},
        {"bound": "unspecified", "value_as_stated": None},
    )
    mentions = table[["figure_id", "value_as_stated"]].assign(report_id=["a", "b", "a", "a"])
    mentions = mentions.rename(columns={"value_as_stated": "as_written"})
    reports = pd.DataFrame({"report_id": ["a", "b"], "language": ["en", "ko"]})
    vague = vague_intervals(table, mentions, reports)
    assert vague[["figure_id", "floor", "ceiling"]].to_numpy().tolist() == [
        ["figure-0", 200, 999],
        ["figure-1", 20, 99],
    ]
    found = intervals(table, vague=vague)
    assert found["floor"].dropna().tolist() == [200, 20]
    assert intervals(table).isna().all(axis=None)


def test_a_word_never_gives_limits_to_a_claim_with_a_number(figures) -> None:
    vague = pd.DataFrame(
        {
            "figure_id": ["figure-0"],
            "floor": pd.array([1], "Int64"),
            "ceiling": pd.array([2], "Int64"),
        }
    )
    found = intervals(figures({"bound": "at_least", "value": 100}), vague=vague)
    assert found["floor"].tolist() == [100]
    assert found["ceiling"].isna().all()
