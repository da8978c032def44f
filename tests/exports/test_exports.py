"""Every export is read back with another library and holds what the tables hold."""

import io
import json
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import duckdb
import openpyxl
import pandas as pd
import pytest
from typer.testing import CliRunner

from casualty_ledger import cite, export, load
from casualty_ledger.archive import VersionFolder
from casualty_ledger.citation.formats import parse_citation
from casualty_ledger.cli import app
from casualty_ledger.exports.formats import FORMATS
from casualty_ledger.exports.hxl import HASHTAGS
from casualty_ledger.exports.workbook import FIRST_DAY
from casualty_schemas.columns import describe
from casualty_schemas.tables import TABLES

WHERE = "measure = 'killed'"


@pytest.fixture
def database(dataset: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(export("sqlite", folder=dataset))
        yield connection


def as_text(dataset: Path, table: str) -> list[list[str]]:
    return VersionFolder(dataset).rows(table).to_numpy().tolist()


# Bytes


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_tables_give_the_same_bytes(dataset: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / "export"
    command = [sys.executable, "-m", "casualty_ledger", "export", "--format", form]
    environment = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    path = ":".join(entry for entry in sys.path if entry)
    subprocess.run(
        [*command, "--output", str(target), "--dataset", str(dataset)],
        check=True, capture_output=True, env={"PYTHONPATH": path, **environment},
    )  # fmt: skip
    assert target.read_bytes() == export(form, folder=dataset)


# SQLite


@pytest.mark.parametrize("table", TABLES)
def test_sqlite_holds_every_row(dataset: Path, database: sqlite3.Connection, table: str) -> None:
    kinds = {column.name: column.kind for column in describe(TABLES[table])}
    rows = database.execute(f"SELECT * FROM {table}").fetchall()
    truth = {0: "false", 1: "true"}
    plain = [
        [
            "" if cell is None else truth[cell] if kind == "boolean" else str(cell)
            for cell, kind in zip(row, kinds.values(), strict=True)
        ]
        for row in rows
    ]
    assert plain == as_text(dataset, table)


def test_sqlite_does_not_name_the_library_that_wrote_it(dataset: Path) -> None:
    assert export("sqlite", folder=dataset)[96:100] == bytes(4)


def test_sqlite_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE figures SET claimant = 'nobody'",
        "UPDATE figures SET superseded_by = 'nothing'",
        "DELETE FROM reports",
        "UPDATE mentions SET figure_id = 'nothing' WHERE position = 1",
    ],
)
def test_sqlite_keeps_references(database: sqlite3.Connection, change: str) -> None:
    database.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        database.execute(change)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("UPDATE figures SET measure = 'slain'", "CHECK"),
        ("UPDATE figures SET ambiguous = 2", "CHECK"),
        ("UPDATE figures SET value_low = 'many'", "cannot store TEXT"),
        ("UPDATE figures SET claimant = NULL", "NOT NULL"),
    ],
)
def test_sqlite_keeps_codes_and_types(
    database: sqlite3.Connection, change: str, message: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=message):
        database.execute(change)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("about", ["xa-mod-2030-01-20-killed"]),
        ("MORE THAN", ["xa-mod-2030-01-20-killed"]),
        ("000", ["xa-mod-2030-01-20-casualties", "xa-mod-2030-01-20-killed"]),
        ("nothing of the kind", []),
    ],
)
def test_sqlite_finds_words(database: sqlite3.Connection, words: str, found: list[str]) -> None:
    query = "SELECT figure_id FROM search WHERE search MATCH ? ORDER BY figure_id"
    assert [name for (name,) in database.execute(query, [f'"{words}"'])] == found


def test_sqlite_finds_notes_in_every_script(seeds: Path, dataset: Path) -> None:
    from casualty_ledger.pipeline import build_dataset

    statement = seeds / "statements/2030/2030-01-10-xa-mod.yaml"
    text = statement.read_text("utf-8")
    noted = text.replace("scope: cumulative", "scope: cumulative\n    note: 北部国防省発表")
    statement.write_text(noted, "utf-8", newline="\n")
    build_dataset(seeds, dataset)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(export("sqlite", folder=dataset))
        query = "SELECT figure_id FROM search WHERE search MATCH '国防省'"
        assert connection.execute(query).fetchall() == [("xa-mod-2030-01-10-killed",)]


def test_sqlite_documents_itself(dataset: Path, database: sqlite3.Connection) -> None:
    about = dict(database.execute("SELECT name, value FROM about"))
    assert about["version"] == "0.1.0-dev"
    assert about["sha256"] == VersionFolder(dataset).identity
    count = sum(len(describe(model)) for model in TABLES.values())
    assert database.execute("SELECT count(*) FROM columns").fetchone() == (count,)
    query = "SELECT definition FROM codes WHERE vocabulary = 'Measure' AND code = 'missing'"
    assert database.execute(query).fetchone() == ("unaccounted for",)


# Stata


@pytest.fixture
def stata(dataset: Path) -> io.BytesIO:
    return io.BytesIO(export("dta", folder=dataset))


def test_stata_holds_every_row(dataset: Path, stata: io.BytesIO) -> None:
    figures, read = load(folder=dataset), pd.read_stata(stata)
    assert read.columns.tolist() == figures.columns.tolist()
    for column in describe(TABLES["figures"]):
        expected, found = figures[column.name], read[column.name]
        if column.kind == "date":
            assert found.astype("datetime64[s]").equals(expected)
        elif column.kind == "integer":
            assert found.astype("Int64").equals(expected)
        elif column.kind == "boolean":
            assert found.astype("bool").equals(expected)
        else:
            assert found.astype("object").fillna("").tolist() == (
                expected.astype("object").fillna("").tolist()
            )


def test_stata_has_labels_for_columns_and_codes(stata: io.BytesIO) -> None:
    with pd.read_stata(stata, iterator=True) as reader:
        labels, codes = reader.variable_labels(), reader.value_labels()
        assert reader.data_label == "Example Ledger 0.1.0-dev: figures"
        assert reader.time_stamp == "31 Jan 2030 00:00"
    assert labels["value_low"] == "Low value (people)"
    assert all(0 < len(label) <= 80 for label in labels.values())
    assert "killed" in codes["measure"].values()


def test_stata_keeps_long_texts(dataset: Path) -> None:
    path, long = dataset / "figures.parquet", "é" * 3000
    frame = pd.read_parquet(path)
    assert len(long.encode()) > 2045
    from casualty_ledger.cite import cited
    from casualty_ledger.exports.content import Content
    from casualty_ledger.exports.stata import stata as write

    figures = load(folder=dataset).assign(note=long)
    content = Content({"figures": figures}, cited(folder=dataset))
    read = pd.read_stata(io.BytesIO(write(content)))
    assert read["note"].tolist() == [long] * len(frame)


# Excel


def test_excel_holds_every_row_of_every_table(dataset: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(export("xlsx", folder=dataset)))
    assert book.sheetnames == ["About", *TABLES, "Codebook", "Codes"]
    for table, model in TABLES.items():
        header, *rows = book[table].iter_rows(values_only=True)
        assert list(header) == [column.name for column in describe(model)]
        plain = [["" if cell is None else _plain(cell) for cell in row] for row in rows]
        assert plain == as_text(dataset, table)


def _plain(cell: object) -> str:
    if isinstance(cell, bool):
        return str(cell).lower()
    return f"{cell:%Y-%m-%d}" if isinstance(cell, datetime) else str(cell)


def test_excel_has_the_codebook(dataset: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(export("xlsx", folder=dataset)))
    columns = {(row[0], row[1]): row for row in book["Codebook"].iter_rows(values_only=True)}
    assert columns["figures", "value_low"][4] == "people"
    codes = {(row[0], row[1]): row[2] for row in book["Codes"].iter_rows(values_only=True)}
    assert codes["Measure", "missing"] == "unaccounted for"
    about = dict(book["About"].iter_rows(values_only=True))
    assert "Version 0.1.0-dev" in about["citation"]
    assert book.properties.created.isoformat() == "2030-01-31T00:00:00"


@pytest.mark.parametrize("text", ["=1+1", "https://example.org/", "{=A1}", "007", "@x"])
def test_excel_makes_nothing_of_text(dataset: Path, text: str) -> None:
    from casualty_ledger.cite import cited
    from casualty_ledger.exports.content import Content
    from casualty_ledger.exports.workbook import workbook

    figures = load(folder=dataset).assign(note=text)
    old_day = figures.assign(as_of_start=pd.Timestamp(1899, 12, 31).as_unit("s"))
    content = Content({"figures": old_day}, cited(folder=dataset))
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(content)))["figures"]
    position = figures.columns.tolist().index("note") + 1
    cell = sheet.cell(2, position)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    day = sheet.cell(2, figures.columns.tolist().index("as_of_start") + 1)
    assert (day.value, day.data_type) == ("1899-12-31", "s")
    assert pd.Timestamp(1899, 12, 31) < FIRST_DAY


# HXL, CSV, Parquet, JSON


def test_hxl_has_a_hashtag_for_every_column(dataset: Path) -> None:
    header, tags, *rows = export("hxl", folder=dataset).decode("utf-8").splitlines()
    assert header.split(",") == [column.name for column in describe(TABLES["figures"])]
    assert set(HASHTAGS) == set(header.split(","))
    pattern = re.compile(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*")
    assert all(pattern.fullmatch(tag) for tag in tags.split(","))
    assert len(set(tags.split(","))) == len(tags.split(","))
    assert rows == (dataset / "figures.csv").read_text("utf-8").splitlines()[1:]


def test_csv_is_the_canonical_file(dataset: Path) -> None:
    for table in TABLES:
        exported = export("csv", table=table, folder=dataset)
        assert exported == (dataset / f"{table}.csv").read_bytes()


def test_csv_of_a_condition_has_the_cited_checksum(dataset: Path) -> None:
    cited = parse_citation(cite(where=WHERE, folder=dataset))
    assert sha256(export("csv", where=WHERE, folder=dataset)).hexdigest() == cited.sha256


def test_duckdb_reads_parquet(dataset: Path, tmp_path: Path) -> None:
    path = tmp_path / "killed.parquet"
    path.write_bytes(export("parquet", where=WHERE, folder=dataset))
    query = f"SELECT figure_id, claimed_on::VARCHAR, value_low, value_best FROM '{path}'"
    assert duckdb.sql(query).fetchall() == [
        ("xa-mod-2030-01-10-killed", "2030-01-10", 100, None),
        ("xa-mod-2030-01-20-killed", "2030-01-20", None, 2000),
    ]


def test_json_has_types_and_nulls(dataset: Path) -> None:
    whole = json.loads(export("json", where=WHERE, folder=dataset))
    assert whole["about"]["version"] == "0.1.0-dev"
    assert parse_citation(whole["about"]["subset"]).rows == len(whole["rows"]) == 2
    first = whole["rows"][0]
    assert (first["value_low"], first["value_best"]) == (100, None)
    assert (first["claimed_on"], first["ambiguous"]) == ("2030-01-10", False)
    assert list(first) == [column.name for column in describe(TABLES["figures"])]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_takes_a_condition(dataset: Path, form: str) -> None:
    whole, part = export(form, folder=dataset), export(form, where=WHERE, folder=dataset)
    assert part != whole
    assert b"casualties" in whole or form in ("xlsx", "parquet")


def test_part_of_a_table_refers_to_nothing_outside(dataset: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(export("sqlite", where=WHERE, folder=dataset))
        assert connection.execute("SELECT count(*) FROM figures").fetchone() == (2,)
        assert connection.execute("PRAGMA foreign_key_list(figures)").fetchall() == []
        connection.execute("PRAGMA foreign_key_check")


def ids_by_duckdb(path: Path) -> list[str]:
    return [name for (name,) in duckdb.sql(f"SELECT figure_id FROM '{path}'").fetchall()]


def ids_by_r(path: Path) -> list[str]:
    code = f'''
        figures <- read.csv("{path}", na.strings = "", encoding = "UTF-8")
        stopifnot(figures$value_best[3] == 2000, is.na(figures$value_best[1]))
        cat(figures$figure_id, sep = "\\n")
    '''
    result = subprocess.run(["Rscript", "-e", code], check=True, capture_output=True, text=True)
    return result.stdout.split()


READERS = [ids_by_duckdb, *([ids_by_r] if shutil.which("Rscript") else [])]


@pytest.mark.parametrize("reader", READERS)
def test_other_programs_read_the_csv(
    dataset: Path, tmp_path: Path, reader: Callable[[Path], list[str]]
) -> None:
    path = tmp_path / "figures.csv"
    path.write_bytes(export("csv", folder=dataset))
    assert reader(path) == load(folder=dataset)["figure_id"].tolist()


# The command


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["export", *arguments])
    return result.exit_code, result.output


def test_a_file_is_not_overwritten_unasked(dataset: Path, tmp_path: Path) -> None:
    target = tmp_path / "figures.csv"
    target.write_text("mine", "utf-8")
    command = ["--format", "csv", "--output", str(target), "--dataset", str(dataset)]
    code, output = run(*command)
    assert code == 1
    assert "exists; give another name, or --force" in output
    assert target.read_text("utf-8") == "mine"
    assert run(*command, "--force")[0] == 0
    assert target.read_bytes() == (dataset / "figures.csv").read_bytes()
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["figures.csv"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "sqlight"], "no format 'sqlight'; did you mean sqlite"),
        (["--format", "csv", "--where", "measure = 'kiled'"], "did you mean killed?"),
        (["--format", "csv", "--table", "figurs"], "no table 'figurs'"),
        (["--format", "csv", "--version", "9.0.0"], "no version '9.0.0'"),
        (["--format", "hxl", "--table", "reports"], "only figures have HXL hashtags"),
    ],
)
def test_a_fault_writes_nothing(
    dataset: Path, tmp_path: Path, arguments: list[str], message: str
) -> None:
    target = tmp_path / "out"
    code, output = run(*arguments, "--output", str(target), "--dataset", str(dataset))
    assert code == 1
    assert message in output
    assert not target.exists()


def test_a_folder_that_is_not_there_is_named(dataset: Path, tmp_path: Path) -> None:
    target = tmp_path / "missing" / "figures.csv"
    code, output = run("--format", "csv", "--output", str(target), "--dataset", str(dataset))
    assert code == 1
    assert "No such file or directory" in output
