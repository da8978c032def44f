"""The command writes whole folders or nothing, and says what is wrong."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from radford_lines import content, line
from typer.testing import CliRunner

from casualty_ledger.build.frames import table_problems
from casualty_ledger.cli import app
from casualty_ledger.imports.radford.importing import Imported
from casualty_ledger.imports.radford.synthetic import Synthetic
from casualty_schemas.imported import IMPORTED_TABLES

ROOT = Path(__file__).parents[2]


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["import", "radford", *map(str, arguments)])
    return result.exit_code, result.output


@pytest.fixture
def file(invented: Synthetic, tmp_path: Path) -> Path:
    path = tmp_path / "invented.csv"
    path.write_bytes(invented.content)
    return path


def test_tables_and_counts_are_written(file: Path, tmp_path: Path, imported: Imported) -> None:
    folder = tmp_path / "out"
    code, output = run(file, "--output", folder)
    assert code == 0, output
    assert {path.name for path in folder.iterdir()} == {
        "rows.csv", "claims.csv", "flags.csv", "about.json",
    }  # fmt: skip
    about = json.loads((folder / "about.json").read_text("utf-8"))
    assert about["sha256_of_the_file"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert about["flags"] == {str(k): int(n) for k, n in imported.flag_counts().items()}
    assert about["claims"] + sum(about["skipped"].values()) == about["rows"]
    assert f"{len(imported.flags):,} flags" in output
    assert "repeated_row" in output


def test_parquet_holds_the_same_rows(file: Path, tmp_path: Path, imported: Imported) -> None:
    folder = tmp_path / "out"
    assert run(file, "--output", folder, "--format", "parquet")[0] == 0
    read = pd.read_parquet(folder / "claims.parquet")
    assert list(read["figure_id"]) == list(imported.claims["figure_id"])
    assert read["value_best"].sum() == imported.claims["value_best"].sum()


def test_a_second_run_changes_nothing(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    run(file, "--output", folder)
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert "unchanged" in run(file, "--output", folder)[1]
    assert before == {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


def test_a_faulty_file_leaves_the_folder_as_it_was(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    run(file, "--output", folder)
    before = (folder / "rows.csv").read_bytes()
    file.write_bytes(content(line(0, 5), line(1, 5, frame="Week")))
    code, output = run(file, "--output", folder)
    assert code == 1
    assert f"{file}:2: days:" in output
    assert f"{file}:3: time_frame:" in output
    assert "2 faults" in output
    assert (folder / "rows.csv").read_bytes() == before


@pytest.mark.parametrize("seed", ["0", "1"])
def test_bytes_do_not_depend_on_the_hash_seed(file: Path, tmp_path: Path, seed: str) -> None:
    roots = os.pathsep.join([str(ROOT / "scripts"), str(ROOT / "schemas")])
    folder = tmp_path / seed
    command = [sys.executable, "-m", "casualty_ledger", "import", "radford", str(file)]
    subprocess.run(
        [*command, "--output", str(folder)],
        env={**os.environ, "PYTHONPATH": roots, "PYTHONHASHSEED": seed, "TZ": "Asia/Seoul"},
        check=True, capture_output=True,
    )  # fmt: skip
    run(file, "--output", tmp_path / "here")
    for path in folder.iterdir():
        assert path.read_bytes() == (tmp_path / "here" / path.name).read_bytes(), path.name


BREAKS = [
    ("claims", "value_best", None, "a bound comes with the values that it states"),
    ("claims", "as_of_start", "2022-01-01", "a count of one day begins on the day"),
    ("claims", "measure", None, "not_nullable"),
    ("rows", "row_id", None, "not_nullable"),
    ("flags", "kind", None, "not_nullable"),
]


@pytest.mark.parametrize(("table", "column", "value", "rule"), BREAKS)
def test_a_row_that_breaks_a_rule_of_the_imported_tables_is_named(
    imported: Imported, table: str, column: str, value: str | None, rule: str
) -> None:
    frame = imported.frames[table].copy()
    exact = frame.index[frame["scope"] == "cumulative"][0] if table == "claims" else 0
    frame.loc[exact, column] = pd.Timestamp(value) if value else None
    problems = table_problems(frame, table, IMPORTED_TABLES[table])
    assert any(rule in problem for problem in problems), problems
