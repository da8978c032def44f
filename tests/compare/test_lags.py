"""Reporting lags, as exact as their dates."""

import pandas as pd
import pytest

from casualty_ledger.compare import claim_timeline, lag_summary, reporting_lags

LAGS = ["claim_lag_low", "claim_lag_high", "publication_lag_low", "publication_lag_high"]


def lags(figures, figure: dict, *published: tuple[str, str]) -> list[int | None]:
    table = figures(figure)
    names = [f"report-{number}" for number in range(len(published))]
    reports = pd.DataFrame(
        {
            "report_id": names,
            "published_on": pd.to_datetime([day for day, _ in published]).as_unit("s"),
            "published_on_precision": [precision for _, precision in published],
        }
    )
    mentions = pd.DataFrame({"figure_id": "figure-0", "report_id": names})
    twice = pd.concat([mentions, mentions])
    found = reporting_lags(table, twice, reports)[LAGS].iloc[0]
    return [None if pd.isna(value) else int(value) for value in found]


DAY = {"claimed_on": "2030-01-10", "first_published_on": "2030-01-12", "value": 7}
MONTH = DAY | {"claimed_on": "2030-01-01", "claimed_on_precision": "month"}


@pytest.mark.parametrize(
    ("figure", "published", "expected"),
    [
        (DAY, [("2030-01-12", "day")], [None, None, 2, 2]),
        (DAY, [("2030-02-01", "day"), ("2030-01-12", "day")], [None, None, 2, 2]),
        # A report of January carries a claim of the 10th, so it appeared from the 10th on.
        (DAY, [("2030-01-01", "month")], [None, None, 0, 21]),
        (DAY, [("2030-01-01", "month"), ("2030-01-12", "day")], [None, None, 0, 2]),
        (DAY, [("2030-01-01", "year")], [None, None, 0, 355]),
        (DAY, [("2030-01-09", "day")], [None, None, -1, -1]),
        (MONTH, [("2030-01-12", "day")], [None, None, 0, 11]),
        (DAY | {"as_of_start": "2030-01-07", "as_of_end": "2030-01-07"}, [("2030-01-12", "day")],
         [3, 3, 2, 2]),
        (DAY | {"as_of_start": "2030-01-01", "as_of_end": "2030-01-31"}, [("2030-01-12", "day")],
         [0, 9, 2, 2]),
        (DAY | {"as_of_start": "2030-01-01", "as_of_end": "2030-01-05"}, [("2030-01-12", "day")],
         [5, 9, 2, 2]),
        (DAY | {"claimed_on": None, "as_of_end": "2030-01-05"}, [("2030-01-12", "day")],
         [None, None, None, None]),
        (DAY | {"scope": "plan", "measure": "planned", "as_of_end": "2030-06-30"},
         [("2030-01-12", "day")], [None, None, 2, 2]),
    ],
)  # fmt: skip
def test_a_lag_is_as_exact_as_its_dates(figures, figure, published, expected) -> None:
    assert lags(figures, figure, *published) == expected


def test_quantiles_are_intervals_and_leave_nothing_out() -> None:
    table = pd.DataFrame(
        {
            "claim_lag_low": pd.array([None] * 4, "Int64"),
            "claim_lag_high": pd.array([None] * 4, "Int64"),
            "publication_lag_low": pd.array([0, 0, 10, None], "Int64"),
            "publication_lag_high": pd.array([0, 20, 10, None], "Int64"),
        }
    )
    (row,) = lag_summary(table).to_dict("records")
    assert (row["lag"], row["figures"], row["exact"]) == ("publication_lag", 3, 2)
    assert (row["q50_low"], row["q50_high"]) == (0, 10)


def test_a_surely_negative_lag_is_counted() -> None:
    table = pd.DataFrame(
        {
            "claimant": ["a", "b"],
            "claim_lag_low": pd.array([None, None], "Int64"),
            "claim_lag_high": pd.array([None, None], "Int64"),
            "publication_lag_low": pd.array([-1, 0], "Int64"),
            "publication_lag_high": pd.array([-1, 3], "Int64"),
        }
    )
    assert lag_summary(table)["negative"].tolist() == [1]
    assert lag_summary(table, by="claimant")["group"].tolist() == ["a", "b"]


def test_the_timeline_leaves_out_undated_claims_and_starts_with_who_spoke_first(figures) -> None:
    table = figures(
        {"claimant": "b", "on": "2030-01-20"},
        {"claimant": "a", "on": "2030-01-21", "as_of_end": "2030-01-15"},
        {"claimant": "b", "on": "2030-01-30"},
        {"claimant": "c", "on": None, "first_published_on": "2030-01-01"},
    )
    found = claim_timeline(table)
    assert found["figure_id"].tolist() == ["figure-0", "figure-2", "figure-1"]
    assert found["as_of_stated"].tolist() == [False, False, True]
