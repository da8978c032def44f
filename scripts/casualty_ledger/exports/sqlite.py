"""The tables as one SQLite database, with foreign keys and a full-text search.

SELECT figures.* FROM search JOIN figures USING (figure_id) WHERE search MATCH 'briefing';
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pandas as pd

from casualty_ledger.exports.content import Content
from casualty_ledger.publish.codebook import used_vocabularies
from casualty_schemas.columns import Column, describe
from casualty_schemas.table import primary_key

_TYPES = {"string": "TEXT", "integer": "INTEGER", "date": "TEXT", "boolean": "INTEGER"}
# Bytes 96 to 99 of a database name the library that wrote it (Database File Format, 1.3).
_LIBRARY = slice(96, 100)


def sqlite(content: Content) -> bytes:
    """Return a database with the tables, and ``about``, ``columns``, ``codes`` and ``search``.

    Days are ISO 8601 text, flags 0 and 1, missing values NULL; codes are checked. Where all
    tables are whole, references are foreign keys, and ``search`` finds figures by the words of
    their mentions and by the editors' notes: any run of three or more characters, in every
    script, without regard to case.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        # Rows of a table may refer to later ones; all are checked at the end.
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute("PRAGMA page_size = 4096")
        for name, frame in content.frames.items():
            _add_table(database, name, frame, content)
        _add_documentation(database, content)
        if content.is_whole:
            _add_search(database, content)
            _check_references(database)
        database.execute("VACUUM")
        raw = bytearray(database.serialize())
    raw[_LIBRARY] = bytes(4)
    return bytes(raw)


def _add_table(
    database: sqlite3.Connection, name: str, frame: pd.DataFrame, content: Content
) -> None:
    model = content.tables[name]
    columns = describe(model)
    parts = [_column(column) for column in columns]
    parts.append(f"PRIMARY KEY ({', '.join(primary_key(model))})")
    if content.is_whole:
        parts += _foreign_keys(columns, content)
    database.execute(f"CREATE TABLE {name} ({', '.join(parts)}) STRICT")
    _insert(database, name, _rows(frame, columns), len(columns))


def _column(column: Column) -> str:
    parts = [column.name, _TYPES[column.kind]]
    if column.required:
        parts.append("NOT NULL")
    if column.vocabulary is not None and not column.is_list:
        codes = ", ".join(f"'{code}'" for code in column.vocabulary.codes())
        parts.append(f"CHECK ({column.name} IN ({codes}))")
    if column.kind == "boolean":
        parts.append(f"CHECK ({column.name} IN (0, 1))")
    return " ".join(parts)


def _foreign_keys(columns: list[Column], content: Content) -> Iterator[str]:
    """A foreign key names the whole key of a table, and a cell with a list holds none."""
    for column in columns:
        if column.references is None or column.is_list:
            continue
        table, key = column.references
        if primary_key(content.tables[table]) == [key]:
            yield f"FOREIGN KEY ({column.name}) REFERENCES {table} ({key})"


def _rows(frame: pd.DataFrame, columns: list[Column]) -> Iterator[tuple[Any, ...]]:
    return zip(*(_cells(frame[column.name], column) for column in columns), strict=True)


def _cells(values: "pd.Series[Any]", column: Column) -> list[Any]:
    plain = values.dt.strftime("%Y-%m-%d") if column.kind == "date" else values
    convert = int if column.kind in ("integer", "boolean") else str
    return [None if pd.isna(value) else convert(value) for value in plain]


def _insert(database: sqlite3.Connection, table: str, rows: Any, width: int) -> None:
    places = ", ".join("?" * width)
    database.execute("BEGIN")
    database.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
    database.execute("COMMIT")


def _add_documentation(database: sqlite3.Connection, content: Content) -> None:
    database.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) STRICT")
    _insert(database, "about", content.about().items(), 2)
    database.execute(
        "CREATE TABLE columns (table_name TEXT, name TEXT, title TEXT, type TEXT, unit TEXT, "
        "description TEXT, PRIMARY KEY (table_name, name)) STRICT"
    )
    _insert(database, "columns", _column_rows(content), 6)
    database.execute(
        "CREATE TABLE codes (vocabulary TEXT, code TEXT, definition TEXT, "
        "PRIMARY KEY (vocabulary, code)) STRICT"
    )
    codes = [
        (vocabulary.__name__, code.value, code.definition)
        for vocabulary in used_vocabularies(content.tables)
        for code in vocabulary
    ]
    _insert(database, "codes", codes, 3)


def _column_rows(content: Content) -> Iterator[tuple[str | None, ...]]:
    for table, model in content.tables.items():
        for column in describe(model):
            described = (column.title, column.kind, column.unit, column.description)
            yield (table, column.name, *described)


def _add_search(database: sqlite3.Connection, content: Content) -> None:
    """Words of many scripts are not parted by spaces, so runs of three characters are indexed."""
    database.execute(
        "CREATE VIRTUAL TABLE search USING fts5(figure_id UNINDEXED, words, notes, "
        "tokenize = 'trigram')"
    )
    figures = content.frames["figures"].set_index("figure_id", drop=False)
    mentions = content.frames["mentions"]
    words = mentions.groupby("figure_id")["as_written"].apply(_joined)
    remarks = mentions.groupby("figure_id")["note"].apply(_joined)
    notes = figures[["note", "statement_note", "status_reason"]].apply(_joined, axis=1)
    rows = [
        (name, words.get(name), _joined(pd.Series([notes[name], remarks.get(name)])))
        for name in figures.index
    ]
    _insert(database, "search", rows, 3)
    database.execute("INSERT INTO search (search) VALUES ('optimize')")


def _joined(texts: "pd.Series[Any]") -> str:
    return "\n".join(dict.fromkeys(text for text in texts.dropna() if text))


def _check_references(database: sqlite3.Connection) -> None:
    broken = database.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise ValueError(f"rows refer to rows that are not there: {broken[:3]}")
