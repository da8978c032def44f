"""The committed dataset is what the committed records give."""

import shutil
from pathlib import Path

import pandas as pd
import pytest

from casualty_ledger import load
from casualty_ledger.build.frames import validate_frames
from casualty_ledger.pipeline import build_dataset
from casualty_schemas.tables import TABLES

ROOT = Path(__file__).parents[1]
ARTICLE = "2025-09-03-putin-kim-beijing.txt"


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    return {name: load(name) for name in TABLES}


def test_the_records_give_the_committed_files(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "dataset/releases", tmp_path / "dataset/releases")
    built = build_dataset(ROOT / "seeds", tmp_path / "dataset")
    for name, content in built.files.items():
        assert (ROOT / "dataset" / name).read_bytes() == content, name


def test_every_reference_leads_somewhere(tables: dict[str, pd.DataFrame]) -> None:
    validate_frames(tables)


def test_every_figure_can_be_traced_to_a_page_or_a_document(
    tables: dict[str, pd.DataFrame],
) -> None:
    traced = tables["mentions"].merge(tables["reports"], on="report_id")
    known = traced[traced["url"].notna() | traced["document"].notna()]
    assert set(tables["figures"]["figure_id"]) == set(known["figure_id"])


def test_the_founding_article_is_in_with_every_figure(tables: dict[str, pd.DataFrame]) -> None:
    """Its figures, their claimants and their exact places in the text."""
    text = (ROOT / "seeds/documents" / ARTICLE).read_text("utf-8")
    report = tables["reports"].set_index("document").loc[ARTICLE]
    assert report["relayed_by"] == "reuters"
    own = tables["mentions"][tables["mentions"]["report_id"] == report["report_id"]]
    for row in own.itertuples():
        assert text[row.span_start : row.span_end] == row.as_written
    figures = tables["figures"].set_index("figure_id")
    found = [
        (row.as_written, row.bound, figures.loc[row.figure_id, "claimant"],
         str(figures.loc[row.figure_id, "measure"]))
        for row in own.sort_values("position").itertuples()
    ]  # fmt: skip
    assert found == [
        ("2.000", "exact", "kr-nis", "killed"),
        ("aproximativ 2.000", "about", "kr-nis", "killed"),
        ("peste 10.000", "more_than", "kr-western-intelligence", "deployed"),
        ("încă 6.000", "exact", "kr-officials", "planned"),
        ("6.000", "exact", "kr-nis", "planned"),
        ("aproximativ 1.000", "about", "kr-nis", "arrived"),
        ("desfășurarea trupelor", "unspecified", "unnamed-sources", "deployed"),
        ("a trimis soldați în Rusia", "unspecified", "kp-kcna", "deployed"),
        ("unii dintre soldații săi", "unspecified", "kp-kcna", "killed"),
    ]
    killed = figures.loc["kr-nis-2025-09-02-killed"]
    assert killed["spokesperson"] == "Lee Seong-kweun"
    assert figures.loc["kr-nis-2025-09-02-arrived", "part_of"] == "kr-nis-2025-09-02-planned"
