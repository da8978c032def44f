"""Each rule of the tables, with a row that breaks it; and proof that validation is on."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from casualty_ledger.build.frames import (
    InvalidTableError,
    build_frames,
    table_problems,
    validate_frames,
)
from casualty_ledger.build.history import History
from casualty_ledger.records.check import check_folder
from casualty_schemas.columns import describe
from casualty_schemas.tables import TABLES

FIRST = "xa-mod-2030-01-10-killed"
Frames = dict[str, pd.DataFrame]


@pytest.fixture
def frames(seeds: Path) -> Frames:
    return build_frames(check_folder(seeds).ledger, History("0.1.0", {}, {}))


BREAKS = [
    ("figures", "value_best", 0, 5, "a bound comes with the values that it states"),
    ("figures", "value_low", 0, None, "a bound comes with the values that it states"),
    ("figures", "value_high", 1, 10, "low is not above best, and best is not above high"),
    ("figures", "value_low", 0, -1, "greater_than_or_equal_to(0)"),
    ("figures", "as_of_end", 2, "2029-01-01", "the as-of start is not after the as-of end"),
    ("figures", "measure", 0, "planned", "what is planned has the scope plan"),
    ("figures", "includes", 0, "killed", "only umbrella measures say what they include"),
    ("figures", "superseded_by", 0, None, "a figure is superseded exactly when a later one says"),
    ("figures", "part_of", 0, FIRST, "no figure supersedes itself or is part of itself"),
    ("figures", "report_count", 0, 0, "every figure is carried by a report"),
    ("figures", "figure_id", 1, FIRST, "field_uniqueness"),
    ("figures", "claimant", 0, None, "not_nullable"),
    ("mentions", "bound", 0, "about", "a bound comes with the values that it states"),
    ("mentions", "span_end", 2, 3, "a span starts before it ends, and has both or neither"),
    ("mentions", "printed_measure", 0, "wounded", "a printed measure stands exactly where"),
    ("reports", "url", 0, None, "a report has an address or a kept document"),
    ("reports", "document_sha256", 1, None, "a kept document has a checksum"),
    ("reports", "published_on", 0, None, "a date of publication has a precision"),
]


@pytest.mark.parametrize(("table", "column", "row", "value", "rule"), BREAKS)
def test_a_row_that_breaks_a_rule_is_named(
    frames: Frames, table: str, column: str, row: int, value: object, rule: str
) -> None:
    frame = frames[table].copy()
    if isinstance(value, str) and str(frame[column].dtype).startswith("datetime"):
        value = pd.Timestamp(value)
    frame.loc[row, column] = value
    problems = table_problems(frame, table, TABLES[table])
    assert any(rule in problem for problem in problems), problems


def test_every_row_rule_has_a_failing_example() -> None:
    broken = {(table, rule) for table, *_, rule in BREAKS}
    for name, model in TABLES.items():
        for check in model.to_schema().checks or ():
            assert any(t == name and str(check.error).startswith(r) for t, r in broken), check.error


def test_an_unknown_code_is_refused(frames: Frames) -> None:
    frame = frames["figures"].copy()
    frame["measure"] = frame["measure"].astype("str").replace("killed", "slain")
    assert any(
        "measure" in problem for problem in table_problems(frame, "figures", TABLES["figures"])
    )


@pytest.mark.parametrize(
    "spoil",
    [
        lambda frame: frame.drop(columns="note"),
        lambda frame: frame.assign(extra=1),
        lambda frame: frame[list(reversed(frame.columns))],
        lambda frame: frame.astype({"value_best": "float64"}),
        lambda frame: frame.astype({"claimed_on": "str"}),
    ],
    ids=["column missing", "column too many", "other order", "other type", "date as text"],
)
def test_a_table_has_exactly_its_columns(
    frames: Frames, spoil: Callable[[pd.DataFrame], pd.DataFrame]
) -> None:
    assert table_problems(spoil(frames["figures"]), "figures", TABLES["figures"])


def test_a_reference_to_nothing_is_refused(frames: Frames) -> None:
    frames["figures"].loc[0, "claimant"] = "nobody"
    with pytest.raises(InvalidTableError, match="figures: claimant: unknown 'nobody'"):
        validate_frames(frames)


def test_validation_is_on(frames: Frames) -> None:
    """Pandera passes everything when PANDERA_VALIDATION_ENABLED is false; notice that here."""
    with pytest.raises(InvalidTableError):
        validate_frames({**frames, "figures": frames["figures"].drop(columns="figure_id")})


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_described(name: str) -> None:
    for column in describe(TABLES[name]):
        assert column.title
        assert column.description.endswith(".")
        assert column.example
        assert column.unit or column.kind != "integer"
        if column.vocabulary is not None and not column.is_list:
            assert column.example in column.vocabulary.codes()


def test_dates_are_held_by_the_second(frames: Frames) -> None:
    """Pandera does not look at the unit of a date type."""
    assert str(frames["figures"]["claimed_on"].dtype) == "datetime64[s]"
