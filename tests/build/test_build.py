"""From records to files: what is worked out, and that the bytes never differ."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from casualty_ledger.cli import app
from casualty_ledger.load import load
from casualty_ledger.pipeline import FaultyRecordsError, build_dataset


@pytest.fixture
def dataset(seeds: Path) -> Path:
    folder = seeds.parent / "dataset"
    build_dataset(seeds, folder)
    return folder


def checksums(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Seoul", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "3", "TZ": "UTC", "LC_ALL": "POSIX", "PYTHONUTF8": "0"},
    ],
    ids=lambda environment: environment["TZ"],
)
def test_the_same_records_give_the_same_bytes(
    seeds: Path, dataset: Path, environment: dict[str, str]
) -> None:
    other = seeds.parent / "other"
    path = os.pathsep.join(entry for entry in sys.path if entry)
    command = [sys.executable, "-m", "casualty_ledger", "build"]
    subprocess.run(
        [*command, "--seeds", str(seeds), "--dataset", str(other)],
        check=True, capture_output=True, cwd=seeds.parent,
        env={**os.environ, "PYTHONPATH": path, **environment},
    )  # fmt: skip
    assert checksums(other) == checksums(dataset)


def test_a_second_build_touches_nothing(seeds: Path, dataset: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in dataset.iterdir()}
    assert not build_dataset(seeds, dataset).changed
    assert {path.name: path.stat().st_mtime_ns for path in dataset.iterdir()} == before


def test_faulty_records_build_nothing(seeds: Path, dataset: Path) -> None:
    before = checksums(dataset)
    broken = seeds / "statements/2030/2030-01-10-xa-mod.yaml"
    broken.write_text(broken.read_text("utf-8").replace("low: 100", "low: many"), "utf-8")
    with pytest.raises(FaultyRecordsError):
        build_dataset(seeds, dataset)
    assert checksums(dataset) == before


def test_build_prints_what_was_built(seeds: Path) -> None:
    target = seeds.parent / "out"
    result = CliRunner().invoke(app, ["build", "--seeds", str(seeds), "--dataset", str(target)])
    assert result.exit_code == 0
    assert "Example Ledger 0.1.0-dev" in result.stdout
    assert "figures           3 rows" in result.stdout
    assert "claims of 2030-01-10 to 2030-01-20, 1 claimants" in result.stdout


def test_what_follows_from_other_records_is_worked_out(dataset: Path) -> None:
    figures = load(folder=dataset).set_index("figure_id")
    first = figures.loc["xa-mod-2030-01-10-killed"]
    assert first["status"] == "superseded"
    assert first["superseded_by"] == "xa-mod-2030-01-20-killed"
    assert first["status_since"] == pd.Timestamp("2030-01-21")
    assert first["stance"] == "opponent"
    assert first["conflict"] == "north-south"
    second = figures.loc["xa-mod-2030-01-20-killed"]
    assert second["first_published_on"] == pd.Timestamp("2030-01-21")
    assert second["report_count"] == 2
    assert second["value_as_stated"] == "about 2,000"
    assert second["added_in"] == "0.1.0"


def test_a_mention_that_differs_keeps_its_own_printed_value(dataset: Path) -> None:
    mentions = load("mentions", folder=dataset)
    differing = mentions[mentions["differs"] == "bound"].iloc[0]
    assert (differing["value_low"], differing["bound"]) == (2000, "more_than")
    assert pd.isna(differing["value_best"])


def test_csv_reads_in_two_lines(dataset: Path) -> None:
    figures = pd.read_csv(dataset / "figures.csv", dtype_backend="numpy_nullable")
    assert figures["value_best"].dtype == "Int64"
    assert figures["value_best"].sum() == 2000


def test_csv_and_parquet_hold_the_same(dataset: Path) -> None:
    for path in dataset.glob("*.csv"):
        typed = load(path.stem, folder=dataset)
        plain = pd.read_csv(path, dtype="str", keep_default_na=False)
        dates = typed.select_dtypes("datetime").columns
        as_text = typed.copy()
        for name in dates:
            as_text[name] = typed[name].dt.strftime("%Y-%m-%d")
        for name in typed.select_dtypes("bool").columns:
            as_text[name] = typed[name].map({True: "true", False: "false"})
        as_text = as_text.astype("object").where(as_text.notna(), "").map(str)
        assert as_text.to_numpy().tolist() == plain.to_numpy().tolist()


def test_csv_has_line_feeds_and_no_needless_quotes(dataset: Path) -> None:
    raw = (dataset / "figures.csv").read_bytes()
    assert b"\r" not in raw
    assert raw.startswith(b"figure_id,statement_id,conflict,")
    assert b'"' not in raw.splitlines()[0]


def test_load_gives_types_version_and_citation(dataset: Path) -> None:
    figures = load(folder=dataset)
    assert figures["value_best"].dtype == "Int64"
    assert figures["claimed_on"].dtype == "datetime64[s]"
    assert isinstance(figures["measure"].dtype, pd.CategoricalDtype)
    assert figures.attrs["version"] == "0.1.0-dev"
    assert figures.attrs["citation"] == (
        "Example maintainers. (2030). Example Ledger (Version 0.1.0-dev) [Data set]."
    )


def test_load_names_the_tables_there_are() -> None:
    with pytest.raises(ValueError, match="no table 'figure'; expected one of figures, mentions"):
        load("figure")
