"""The table of figures that were looked up again: its ids, codes and corrections."""

import csv
from pathlib import Path

import pytest

from casualty_ledger.records.folder import read_folder
from casualty_ledger.records.ledger import LocatedFigure
from casualty_schemas.vocabularies import LIST_SEPARATOR, TraceOutcome

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "seeds" / "traced-figures.csv"
COLUMNS = ["figure_id", "traced_on", "url", "outcome", "fields", "note"]


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def figures() -> dict[str, LocatedFigure]:
    ledger, faults = read_folder(ROOT / "seeds")
    assert faults == []
    return {located.figure.id: located for located in ledger.figures()}


def test_the_table_has_its_columns_and_is_sorted(rows: list[dict[str, str]]) -> None:
    ids = [row["figure_id"] for row in rows]
    assert list(rows[0]) == COLUMNS
    assert ids == sorted(set(ids))


def test_every_traced_figure_is_in_the_records(
    rows: list[dict[str, str]], figures: dict[str, LocatedFigure]
) -> None:
    assert [row["figure_id"] for row in rows if row["figure_id"] not in figures] == []


def test_every_outcome_is_a_known_code(rows: list[dict[str, str]]) -> None:
    assert {row["outcome"] for row in rows} <= set(TraceOutcome.codes())


def test_a_page_is_named_unless_none_was_found(rows: list[dict[str, str]]) -> None:
    for row in rows:
        found = row["outcome"] != TraceOutcome.PAGE_NOT_FOUND
        assert row["url"].startswith("http") == found, row["figure_id"]


def test_every_correction_stands_in_the_revisions(
    rows: list[dict[str, str]], figures: dict[str, LocatedFigure]
) -> None:
    for row in rows:
        if row["outcome"] == TraceOutcome.CORRECTED:
            located = figures[row["figure_id"]]
            revisions = [*located.figure.revisions, *located.statement.record.revisions]
            wanted = set(row["fields"].split(LIST_SEPARATOR))
            assert wanted <= {revision.field for revision in revisions}, row["figure_id"]


def test_the_guide_gives_the_counts_of_the_table(rows: list[dict[str, str]]) -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for outcome in TraceOutcome.codes():
        count = sum(row["outcome"] == outcome for row in rows)
        assert f"| `{outcome}` | {count} |" in guide, outcome
