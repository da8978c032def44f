"""What the record said of the past, vintage by vintage."""

from datetime import date

import pandas as pd
import pytest

from casualty_ledger.compare import limits_through_vintages, through_vintages, vintage_curves

ASKED = {"population": "south-army", "measure": "killed"}
FEBRUARY, MARCH, APRIL = date(2030, 2, 1), date(2030, 3, 1), date(2030, 4, 1)


@pytest.fixture
def claims(figures) -> pd.DataFrame:
    same = {"claimant": "xa-mod"}
    return figures(
        same | {"on": "2030-01-10", "value": 100},
        # Said later of an earlier day.
        same | {"on": "2030-02-20", "as_of_end": "2030-01-10", "value": 150},
        same | {"on": "2030-02-25", "value": 300},
        {"on": "2030-01-15", "value": 77, "first_published_on": "2030-03-20"},
    )


def test_a_curve_holds_what_its_vintage_knew(claims) -> None:
    found = vintage_curves(claims, vintages=[FEBRUARY, MARCH, APRIL], **ASKED)
    assert [(f"{row.vintage:%m}", row.number) for row in found.itertuples()] == [
        ("02", 100), ("03", 150), ("03", 300), ("04", 77), ("04", 150), ("04", 300),
    ]  # fmt: skip


def test_the_word_on_a_fixed_day_is_the_last_that_describes_it(claims) -> None:
    found = through_vintages(
        claims, day=date(2030, 1, 31), vintages=[FEBRUARY, MARCH, APRIL], **ASKED
    )
    assert found[["claimant", "number"]].to_numpy().tolist() == [
        ["xa-mod", 100], ["xa-mod", 150], ["claimant-3", 77], ["xa-mod", 150],
    ]  # fmt: skip


def test_of_two_words_on_one_day_the_later_stands_and_then_the_later_id(figures) -> None:
    same = {"claimant": "xa-mod", "as_of_end": "2030-01-10"}
    tied = figures(
        same | {"on": "2030-01-20", "value": 3},
        same | {"on": "2030-01-12", "value": 1},
        same | {"on": "2030-01-20", "value": 2},
    )
    for order in ([0, 1, 2], [2, 1, 0]):
        rows = tied.iloc[order].reset_index(drop=True)
        (row,) = vintage_curves(rows, vintages=[FEBRUARY], **ASKED).to_dict("records")
        assert row["figure_id"] == "figure-2"


def test_what_fell_leaves_later_vintages_only(figures) -> None:
    row = {"on": "2030-01-10", "value": 77, "status": "retracted", "status_since": "2030-02-15"}
    found = vintage_curves(figures(row), vintages=[FEBRUARY, MARCH], **ASKED)
    assert found["vintage"].tolist() == [pd.Timestamp(FEBRUARY)]


def test_the_limits_of_a_day_go_on_moving(figures) -> None:
    claims = figures(
        {"on": "2030-01-10", "bound": "at_least", "value": 100},
        {"on": "2030-02-20", "bound": "at_most", "value": 660},
        {"on": "2030-03-20", "bound": "at_least", "value": 900, "as_of_end": "2030-01-12"},
    )
    found = limits_through_vintages(
        claims, day=date(2030, 1, 20), vintages=[date(2030, 1, 1), FEBRUARY, MARCH, APRIL], **ASKED
    )
    rows = found[["floor", "ceiling", "consistent"]].astype(object)
    assert rows.where(rows.notna(), None).to_numpy().tolist() == [
        [None, None, True],
        [100, None, True],
        [100, 660, True],
        [900, 660, False],
    ]


def test_a_day_before_the_first_claim_has_a_ceiling_and_no_floor(figures) -> None:
    claims = figures({"on": "2030-01-10", "value": 408})
    found = limits_through_vintages(claims, day=date(2029, 12, 1), vintages=[FEBRUARY], **ASKED)
    assert found["floor"].isna().all()
    assert found["ceiling"].tolist() == [408]
