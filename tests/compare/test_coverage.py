"""What the ledger holds: counts that leave nothing out and fill nothing in."""

import pandas as pd
import pytest

from casualty_ledger.compare import (
    counts_by_month,
    counts_by_name,
    counts_by_pair,
    doubling_bins,
    relays_per_statement,
    silences,
    subjects,
    with_other,
)
from casualty_ledger.compare.coverage import SUBJECTS
from casualty_schemas.vocabularies import Measure


def days(*texts: str | None) -> pd.Series:
    return pd.Series(pd.to_datetime(list(texts))).astype("datetime64[s]")


def test_every_measure_has_one_subject() -> None:
    assert sorted(measure for own in SUBJECTS.values() for measure in own) == sorted(
        Measure.codes()
    )


def test_an_unknown_measure_has_no_subject() -> None:
    with pytest.raises(KeyError):
        subjects(pd.Series(["slain"]))


def test_a_month_without_a_row_counts_zero() -> None:
    table = counts_by_month(
        days("2030-01-31", "2030-03-01", "2030-03-02", None), pd.Series(["a", "b", "b", "b"])
    )
    assert list(table.index) == ["2030-01", "2030-02", "2030-03"]
    assert list(table.columns) == ["b", "a"]
    assert table["b"].to_list() == [0, 0, 2]


def test_the_most_frequent_pair_of_names_stands_first() -> None:
    table = counts_by_pair(pd.Series(list("aabbb")), pd.Series(list("xyyyx")))
    assert table.index.to_list() == ["b", "a"]
    assert table.columns.to_list() == ["y", "x"]
    assert table.loc["b", "y"] == 2


def test_rare_names_are_counted_together_and_last() -> None:
    counts = counts_by_name(pd.Series(list("abbccdef")), least=2)
    assert counts.to_dict() == {"b": 2, "c": 2, "other": 4}
    assert counts.index[-1] == "other"


def test_the_row_of_other_names_stands_last() -> None:
    names = with_other(pd.Series(list("abccdd")), least=2)
    assert counts_by_pair(names, names).index.to_list() == ["c", "d", "other"]


def test_a_report_counts_once_for_a_statement() -> None:
    figures = pd.DataFrame(
        {
            "figure_id": ["a", "b", "c"],
            "statement_id": ["one", "one", "two"],
            "claimant": ["x", "x", "y"],
            "claimed_on": days("2030-01-01", "2030-01-01", None),
        }
    )
    mentions = pd.DataFrame(
        {"figure_id": ["a", "a", "b", "b", "c"], "report_id": ["r1", "r1", "r1", "r2", "r1"]}
    )
    table = relays_per_statement(figures, mentions)
    assert table[["statement_id", "figures", "reports"]].to_numpy().tolist() == [
        ["one", 2, 2],
        ["two", 1, 1],
    ]


def test_bins_double_and_keep_the_empty_ones() -> None:
    assert doubling_bins(pd.Series([1, 1, 2, 9])).to_dict() == {
        "1": 2, "2": 1, "3 to 4": 0, "5 to 8": 0, "9 to 16": 1,
    }  # fmt: skip


def test_a_silence_lasts_to_the_end_of_the_table() -> None:
    figures = pd.DataFrame(
        {
            "claimant": ["a", "a", "b", "b"],
            "measure": ["killed", "wounded", "killed", "planned"],
            "claimed_on": days("2030-01-01", "2030-01-11", "2030-03-02", "2030-01-01"),
            "claimed_on_precision": ["day", "day", "day", "month"],
        }
    )
    table = silences(figures)
    assert table["claimant"].to_list() == ["a", "b"]
    assert table["longest_days"].to_list() == [50, 0]
    assert table.loc[0, "longest_from"] == pd.Timestamp("2030-01-11")
