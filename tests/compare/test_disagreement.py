"""How far apart live claims are."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casualty_ledger.compare import Tolerance, disagreement, disagreement_over_time, live_claims

DAY = date(2030, 3, 1)
CLAIM = st.tuples(
    st.sampled_from(["at_least", "at_most", "exact", "about"]),
    st.integers(1, 20),
    st.integers(0, 20),
)
CLAIMS = st.lists(CLAIM, min_size=2, max_size=6)
LITERAL = Tolerance(0, 0, 0)


def one(found: pd.DataFrame) -> dict:
    (row,) = found.to_dict("records")
    return row


def test_at_least_two_hundred_does_not_contradict_four_thousand(figures) -> None:
    claims = figures(
        {"on": "2030-02-01", "bound": "at_least", "value": 200},
        {"on": "2030-02-02", "bound": "exact", "value": 4000},
    )
    row = one(disagreement(claims, on=DAY))
    assert row["naive_ratio"] == 20
    assert row["ratio"] == 3800 / 4200
    assert row["consistent"]


@pytest.mark.parametrize(
    ("claims", "ratio", "naive", "consistent"),
    [
        ([("at_least", 300), ("at_most", 100)], 3, 3, False),
        ([("at_most", 300), ("at_least", 100)], 1 / 3, 3, True),
        ([("exact", 408), ("exact", 408)], 1, 1, True),
        ([("at_least", 100), ("more_than", 900)], None, 9, True),
        ([("up_to", 40), ("at_most", 900)], None, 22.5, True),
        ([("exact", 7), ("exact", 0)], float("inf"), float("inf"), False),
    ],
)
def test_the_ratio_is_the_highest_floor_over_the_lowest_ceiling(
    figures, claims, ratio, naive, consistent
) -> None:
    rows = [{"on": "2030-02-01", "bound": bound, "value": value} for bound, value in claims]
    row = one(disagreement(figures(*rows), on=DAY, tolerance=LITERAL))
    assert (pd.isna(row["ratio"]) and ratio is None) or row["ratio"] == ratio
    assert row["naive_ratio"] == naive
    assert row["consistent"] == consistent


def test_the_figures_that_set_the_limits_are_named(figures) -> None:
    claims = figures(
        {"on": "2030-02-01", "bound": "at_least", "value": 300},
        {"on": "2030-02-01", "bound": "at_most", "value": 100},
        {"on": "2030-02-01", "bound": "between", "value_low": 50, "value_high": 500},
    )
    row = one(disagreement(claims, on=DAY))
    assert (row["highest_floor"], row["highest_floor_by"]) == (300, "figure-0")
    assert (row["lowest_ceiling"], row["lowest_ceiling_by"]) == (100, "figure-1")
    assert row["claimants"] == 3


@pytest.mark.parametrize(
    "other", [{"population": "north-army"}, {"measure": "wounded"}, {"scope": "stock"}]
)
def test_only_claims_on_one_quantity_are_compared(figures, other) -> None:
    row = {"on": "2030-02-01", "value": 408}
    assert disagreement(figures(row, row | other), on=DAY).empty


@pytest.mark.parametrize("scope", ["event", "period", "plan"])
def test_two_events_are_two_quantities(figures, scope) -> None:
    row = {"on": "2030-02-01", "value": 408, "scope": scope}
    if scope == "plan":
        row["measure"] = "planned"
    assert disagreement(figures(row, row), on=DAY).empty


def test_stocks_at_two_places_are_told_apart_if_asked(figures) -> None:
    row = {"on": "2030-02-01", "value": 408, "scope": "stock", "measure": "present"}
    claims = figures(row | {"place": "xb-east"}, row | {"place": "xb-west"})
    by = ["population", "measure", "scope", "place"]
    assert len(disagreement(claims, on=DAY)) == 1
    assert disagreement(claims, on=DAY, by=by).empty
    unplaced = figures(row, row)
    assert len(disagreement(unplaced, on=DAY, by=by)) == 1


def test_one_claimant_alone_is_in_no_disagreement(figures) -> None:
    claims = figures(
        {"on": "2030-02-01", "value": 100, "claimant": "same"},
        {"on": "2030-02-02", "value": 900, "claimant": "same"},
    )
    assert disagreement(claims, on=DAY).empty


def test_what_was_said_too_long_ago_is_no_longer_live(figures) -> None:
    claims = figures(
        {"on": "2030-01-01", "bound": "at_most", "value": 40},
        {"on": "2030-02-20", "value": 408},
        {"on": "2030-02-21", "value": 408},
    )
    assert one(disagreement(claims, on=DAY))["claimants"] == 3
    row = one(disagreement(claims, on=DAY, stale_after=timedelta(days=30)))
    assert (row["claimants"], row["ratio"]) == (2, 1)


def test_a_total_may_have_risen_from_an_earlier_ceiling_to_a_later_floor(figures) -> None:
    early = {"on": "2030-01-01", "bound": "at_most", "value": 100}
    late = {"on": "2030-02-01", "bound": "at_least", "value": 300}
    row = one(disagreement(figures(early, late), on=DAY))
    assert row["ratio"] == 3
    assert pd.isna(row["ratio_in_time"])
    turned = figures(early | {"on": "2030-02-01"}, late | {"on": "2030-01-01"})
    assert one(disagreement(turned, on=DAY))["ratio_in_time"] == 3


def test_what_is_disputed_on_the_day_counts_only_if_asked(figures) -> None:
    claims = figures(
        {"on": "2030-02-01", "value": 408},
        {"on": "2030-02-01", "value": 77, "status": "disputed", "status_since": "2030-02-10"},
    )
    assert disagreement(claims, on=DAY).empty
    assert len(disagreement(claims, on=DAY, disputed=True)) == 1
    assert len(disagreement(claims, on=date(2030, 2, 9))) == 1


def test_what_was_not_yet_published_is_not_live(figures) -> None:
    claims = figures({"on": "2030-02-01", "value": 408}, {"on": "2030-03-02", "value": 77})
    assert live_claims(claims, on=DAY)["figure_id"].tolist() == ["figure-0"]


def test_a_vague_word_is_live_only_with_its_interval(figures) -> None:
    claims = figures({"on": "2030-02-01", "bound": "vague"})
    vague = pd.DataFrame(
        {"figure_id": ["figure-0"], "floor": pd.array([200], "Int64"), "ceiling": pd.array([999], "Int64")}
    )  # fmt: skip
    assert live_claims(claims, on=DAY).empty
    live = live_claims(claims, on=DAY, vague=vague)
    assert live[["floor", "ceiling"]].to_numpy().tolist() == [[200, 999]]
    assert live["number"].isna().all()


@settings(max_examples=30)
@given(CLAIMS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(figures_of, claims, chance) -> None:
    table = figures_of(*rows(claims))
    order = list(range(len(table)))
    chance.shuffle(order)
    shuffled = table.iloc[order].reset_index(drop=True)
    pd.testing.assert_frame_equal(disagreement(table, on=DAY), disagreement(shuffled, on=DAY))


@settings(max_examples=30)
@given(CLAIMS)
def test_some_number_satisfies_all_claims_exactly_when_consistent(figures_of, claims) -> None:
    row = one(disagreement(figures_of(*rows(claims)), on=DAY, tolerance=LITERAL))
    allowed = [n for n in range(30) if all(allows(bound, v, n) for bound, v, _ in claims)]
    assert row["consistent"] == bool(allowed)


def rows(claims) -> list[dict]:
    first = pd.Timestamp("2030-02-01")
    return [
        {"bound": bound, "value": value, "on": f"{first + pd.Timedelta(days=day):%Y-%m-%d}"}
        for bound, value, day in claims
    ]


def allows(bound: str, value: int, number: int) -> bool:
    return {"at_least": number >= value, "at_most": number <= value}.get(bound, number == value)


def test_each_day_has_its_own_row(figures) -> None:
    claims = figures({"on": "2030-01-10", "value": 408}, {"on": "2030-01-20", "value": 77})
    days = pd.date_range("2030-01-01", "2030-02-01", freq="10D")
    found = disagreement_over_time(claims, days=days)
    assert found["on"].dt.strftime("%d").tolist() == ["21", "31"]
    assert found["ratio"].tolist() == [408 / 77] * 2
