"""Floors and ceilings of a running total."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casualty_ledger.compare import described_days, limits, running_limits

START = pd.Timestamp("2030-01-01")
CLAIM = st.tuples(
    st.integers(0, 20),
    st.integers(0, 5),
    st.none() | st.integers(0, 9),
    st.none() | st.integers(0, 9),
)
CLAIMS = st.lists(CLAIM, max_size=12)


def table(claims) -> pd.DataFrame:
    """Claims of (first day, further days, floor, ceiling); an end is left out where they cross."""
    rows = [
        {
            "figure_id": f"figure-{number}",
            "described_first": START + pd.Timedelta(days=day),
            "described_last": START + pd.Timedelta(days=day + more),
            "floor": low,
            "ceiling": None if low is not None and high is not None and high < low else high,
        }
        for number, (day, more, low, high) in enumerate(claims)
    ]
    columns = ["figure_id", "described_first", "described_last", "floor", "ceiling"]
    frame = pd.DataFrame(rows, columns=columns)
    days = {"described_first": "datetime64[s]", "described_last": "datetime64[s]"}
    return frame.astype({"figure_id": "str", "floor": "Int64", "ceiling": "Int64"} | days)


ENDS = ("floor", "ceiling")
# A table takes some milliseconds, so that these draw fewer examples than is usual.
FEWER = settings(max_examples=40)


def by_day(found: pd.DataFrame) -> list[tuple[int | None, int | None]]:
    """The limits of each of 28 days, nothing before the first row."""
    days = ((found["day"] - START).dt.days).tolist()
    ends = [[None if pd.isna(end) else int(end) for end in found[name]] for name in ENDS]
    rows = [(-1, None, None), *zip(days, *ends, strict=True)]
    return [max(row for row in rows if row[0] <= day)[1:] for day in range(28)]


def plain(frame: pd.DataFrame) -> list[tuple[int | None, int | None]]:
    """The definition, day by day."""
    first, last = (((frame[name] - START).dt.days).tolist() for name in DAYS)
    low, high = ([None if pd.isna(end) else int(end) for end in frame[name]] for name in ENDS)
    floors = [pair for pair in zip(last, low, strict=True) if pair[1] is not None]
    ceilings = [pair for pair in zip(first, high, strict=True) if pair[1] is not None]
    return [
        (
            max((floor for begun, floor in floors if begun <= day), default=None),
            min((ceiling for ends, ceiling in ceilings if ends >= day), default=None),
        )
        for day in range(28)
    ]


DAYS = ("described_first", "described_last")


@FEWER
@given(CLAIMS)
def test_the_limits_are_those_of_the_definition(claims) -> None:
    frame = table(claims)
    found = running_limits(frame)
    first = (found["day"].min() - START).days if len(found) else 28
    assert by_day(found)[first:] == plain(frame)[first:]


@FEWER
@given(CLAIMS)
def test_limits_never_fall(claims) -> None:
    found = running_limits(table(claims))
    for end in ENDS:
        assert found[end].dropna().is_monotonic_increasing
    assert found["day"].is_monotonic_increasing
    assert found["until"].dropna().tolist() == found["day"].tolist()[1:]


@FEWER
@given(CLAIMS)
def test_floors_lie_below_ceilings_exactly_when_consistent(claims) -> None:
    found = running_limits(table(claims))
    for row in found.to_dict("records"):
        known = pd.notna(row["floor"]) and pd.notna(row["ceiling"])
        assert row["consistent"] == (not known or row["floor"] <= row["ceiling"])


@FEWER
@given(CLAIMS)
def test_a_total_through_all_claims_exists_exactly_when_every_day_is_consistent(claims) -> None:
    """Days are tried one by one for a curve that never falls and meets every claim."""
    frame = table(claims)
    level, possible = 0, True
    for floor, ceiling in plain(frame):
        level = max(level, floor or 0)
        possible &= ceiling is None or level <= ceiling
    assert running_limits(frame)["consistent"].all() == possible


@FEWER
@given(CLAIMS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(claims, chance) -> None:
    frame = table(claims)
    order = list(range(len(frame)))
    chance.shuffle(order)
    pd.testing.assert_frame_equal(running_limits(frame), running_limits(frame.iloc[order]))


@FEWER
@given(CLAIMS, CLAIM)
def test_one_more_claim_never_widens(claims, more) -> None:
    before, after = running_limits(table(claims)), running_limits(table([*claims, more]))
    first = (before["day"].min() - START).days if len(before) else 28
    for (low, high), (lower, higher) in list(zip(by_day(before), by_day(after), strict=True))[
        first:
    ]:
        assert low is None or lower >= low
        assert high is None or higher <= high


@FEWER
@given(CLAIMS)
def test_a_claim_that_is_said_again_changes_nothing(claims) -> None:
    frame = table(claims)
    again = frame.assign(figure_id=frame["figure_id"] + "-again")
    twice = running_limits(pd.concat([frame, again], ignore_index=True))
    pd.testing.assert_frame_equal(twice, running_limits(frame))


def test_no_claims_have_no_limits() -> None:
    assert running_limits(table([])).empty


def test_a_later_ceiling_reaches_back_and_an_earlier_floor_forward(figures) -> None:
    claims = figures(
        {"on": "2030-01-10", "bound": "at_least", "value": 100},
        {"on": "2030-02-10", "bound": "between", "value_low": 250, "value_high": 350},
    )
    found = limits(claims, population="south-army", measure="killed")
    assert said(found) == [
        ("2030-01-10", 100, "figure-0", 350, "figure-1", True),
        ("2030-02-10", 250, "figure-1", 350, "figure-1", True),
        ("2030-02-11", 250, "figure-1", None, None, True),
    ]


def test_an_empty_intersection_is_reported_with_both_claims(figures) -> None:
    claims = figures(
        {"on": "2030-01-10", "bound": "at_least", "value": 900},
        {"on": "2030-02-10", "bound": "at_most", "value": 660},
    )
    found = limits(claims, population="south-army", measure="killed")
    assert said(found) == [
        ("2030-01-10", 900, "figure-0", 660, "figure-1", False),
        ("2030-02-11", 900, "figure-0", None, None, True),
    ]


def said(found: pd.DataFrame) -> list[tuple]:
    names = ["floor", "floor_by", "ceiling", "ceiling_by", "consistent"]
    rows = found[names].astype(object).where(found[names].notna(), None)
    days = found["day"].dt.strftime("%Y-%m-%d")
    return [(day, *row) for day, row in zip(days, rows.to_numpy().tolist(), strict=True)]


@pytest.mark.parametrize(
    "other",
    [
        {"population": "north-army"},
        {"measure": "wounded"},
        {"scope": "period"},
        {"status": "retracted", "status_since": "2030-01-02"},
        {"status": "disputed", "status_since": "2030-01-02"},
    ],
)
def test_what_can_not_be_compared_does_not_count(figures, other) -> None:
    row = {"on": "2030-01-10", "bound": "at_least", "value": 900}
    claims = figures({**row, "value": 100}, row | other)
    found = limits(claims, population="south-army", measure="killed")
    assert found["floor"].tolist() == [100]


def test_a_superseded_total_still_limits_its_own_day(figures) -> None:
    claims = figures(
        {"on": "2030-01-10", "bound": "at_least", "value": 100, "status": "superseded",
         "status_since": "2030-03-01", "superseded_by": "figure-1"},
        {"on": "2030-03-01", "bound": "at_least", "value": 300, "supersedes": "figure-0"},
    )  # fmt: skip
    found = limits(claims, population="south-army", measure="killed")
    assert found["floor"].tolist() == [100, 300]


def test_only_what_was_published_by_the_day_counts(figures) -> None:
    claims = figures(
        {"on": "2030-01-10", "bound": "at_least", "value": 100},
        {"on": "2030-01-11", "bound": "at_least", "value": 200, "first_published_on": "2030-02-01"},
    )
    asked = {"population": "south-army", "measure": "killed"}
    assert limits(claims, on=date(2030, 1, 31), **asked)["floor"].tolist() == [100]
    assert limits(claims, on=date(2030, 2, 1), **asked)["floor"].tolist() == [100, 200]


@pytest.mark.parametrize(
    ("dates", "first", "last"),
    [
        ({"claimed_on": "2030-01-10"}, "2030-01-10", "2030-01-10"),
        ({"claimed_on": "2030-01-01", "claimed_on_precision": "month"}, "2030-01-01", "2030-01-31"),
        # A report of the 20th cannot carry what was said later in the month.
        ({"claimed_on": "2030-01-01", "claimed_on_precision": "month",
          "first_published_on": "2030-01-20"}, "2030-01-01", "2030-01-20"),
        ({"claimed_on": None, "first_published_on": "2030-03-01"}, None, "2030-03-01"),
        ({"claimed_on": "2030-01-10", "as_of_start": "2030-01-08", "as_of_end": "2030-01-08"},
         "2030-01-08", "2030-01-08"),
        ({"claimed_on": "2030-01-10", "as_of_end": "2030-01-05"}, "2030-01-05", "2030-01-05"),
        # No running total describes a day after it was said.
        ({"claimed_on": "2030-01-10", "as_of_start": "2030-01-01", "as_of_end": "2030-01-31"},
         "2030-01-01", "2030-01-10"),
        ({"claimed_on": "2030-01-10", "as_of_start": "2030-02-01", "as_of_end": "2030-02-28",
          "scope": "plan", "measure": "planned"}, "2030-02-01", "2030-02-28"),
    ],
)  # fmt: skip
def test_the_described_day_is_as_exact_as_the_claim(figures, dates, first, last) -> None:
    (row,) = described_days(figures(dates)).to_dict("records")
    assert (pd.isna(row["described_first"]) and first is None) or (
        row["described_first"] == pd.Timestamp(first)
    )
    assert row["described_last"] == pd.Timestamp(last)


def test_an_undated_claim_gives_a_floor_once_it_is_public_and_no_ceiling(figures) -> None:
    claims = figures({"claimed_on": None, "first_published_on": "2030-03-01", "value": 408})
    found = limits(claims, population="south-army", measure="killed")
    assert said(found) == [("2030-03-01", 408, "figure-0", None, None, True)]


def test_how_often_a_claim_was_relayed_changes_nothing(figures) -> None:
    rows = [
        {"on": "2030-01-10", "bound": "at_least", "value": 100},
        {"on": "2030-02-10", "value": 77},
    ]
    once, often = figures(*rows), figures(*[row | {"report_count": 92} for row in rows])
    asked = {"population": "south-army", "measure": "killed"}
    pd.testing.assert_frame_equal(limits(once, **asked), limits(often, **asked))
