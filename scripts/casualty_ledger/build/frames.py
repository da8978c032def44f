"""From rows to typed, sorted, validated frames."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from pandera.errors import SchemaErrors

from casualty_ledger.build.anomalies import anomaly_rows
from casualty_ledger.build.cells import Row
from casualty_ledger.build.history import History
from casualty_ledger.build.rows import all_rows
from casualty_ledger.records.ledger import Ledger
from casualty_schemas.columns import Column, describe
from casualty_schemas.table import Table, primary_key
from casualty_schemas.tables import TABLES
from casualty_schemas.vocabularies import LIST_SEPARATOR

# Seconds reach from antiquity to the far future; no claim is dated more finely than a day.
DATE_DTYPE = "datetime64[s]"
# Table Schema type to pandas type.
PANDAS_TYPES = {"string": "str", "integer": "Int64", "date": DATE_DTYPE, "boolean": "bool"}


class InvalidTableError(ValueError):
    """Rows that break the rules of their table; the message lists each row and rule."""


def build_frames(ledger: Ledger, history: History) -> dict[str, pd.DataFrame]:
    """Return all tables of the dataset, each sorted on its primary key and validated.

    Args:
        ledger: records without a fault.
        history: what earlier versions of the dataset say of its rows.

    Raises:
        InvalidTableError: a row breaks a rule of its table, or names a row that is not there.
    """
    return validate_frames(make_frames(ledger, history))


def make_frames(ledger: Ledger, history: History) -> dict[str, pd.DataFrame]:
    """Return all tables, typed and sorted, and not yet held against any rule."""
    rows = all_rows(ledger, history)
    frames = {name: make_frame(own, TABLES[name]) for name, own in rows.items()}
    frames["anomalies"] = make_frame(list(anomaly_rows(frames)), TABLES["anomalies"])
    return frames


def validate_frames(frames: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Return the frames, after each was held against its model and its foreign keys.

    Raises:
        InvalidTableError: lists every row that breaks a rule, in all tables.
    """
    problems: list[str] = []
    for name, frame in frames.items():
        problems.extend(table_problems(frame, name, TABLES[name]))
        problems.extend(dangling_references(frame, name, frames))
    if problems:
        raise InvalidTableError("\n".join(problems))
    return dict(frames)


def make_frame(rows: list[Row], model: type[Table]) -> pd.DataFrame:
    """Return rows as a frame of the model's columns and types, sorted on its primary key."""
    columns = describe(model)
    names = [column.name for column in columns]
    frame = pd.DataFrame([[row[name] for name in names] for row in rows], columns=names)
    typed = frame.astype({column.name: pandas_dtype(column) for column in columns})
    return typed.sort_values(primary_key(model), ignore_index=True)


def pandas_dtype(column: Column) -> str | pd.CategoricalDtype:
    """Return the pandas type in which a column is held."""
    if column.vocabulary is not None and not column.is_list:
        return pd.CategoricalDtype(column.vocabulary.codes(), ordered=False)
    return PANDAS_TYPES[column.kind]


def table_problems(frame: pd.DataFrame, name: str, model: type[Table]) -> list[str]:
    """Return one line a row and rule that it breaks; an empty list for a valid table."""
    try:
        model.validate(frame, lazy=True)
    except SchemaErrors as errors:
        return _lines(errors.failure_cases, frame, name, model)
    return []


def _lines(cases: pd.DataFrame, frame: pd.DataFrame, name: str, model: type[Table]) -> list[str]:
    """Pandera reports a broken row rule once a column; say it once, with the row's key."""
    lines: dict[str, None] = {}
    for case in cases.to_dict("records"):
        row_wide = case["schema_context"] == "DataFrameSchema"
        where = f"{name}: {_row_name(case['index'], frame, model)}"
        what = "" if row_wide else f"{case['column']}: {case['failure_case']!r}: "
        lines[f"{where}: {what}{case['check']}"] = None
    return list(lines)


def _row_name(index: Any, frame: pd.DataFrame, model: type[Table]) -> str:
    """Return the primary key of a row; a fault of the table as a whole has no row."""
    keys = [key for key in primary_key(model) if key in frame]
    if pd.isna(index) or index not in frame.index:
        return "table"
    return " ".join(str(frame[key].loc[index]) for key in keys)


def dangling_references(
    frame: pd.DataFrame, name: str, frames: Mapping[str, pd.DataFrame]
) -> list[str]:
    """Return one line a cell that names a row which is not in the table it refers to."""
    problems = []
    for column in describe(TABLES[name]):
        if column.references is None or column.name not in frame:
            continue
        table, key = column.references
        if key not in frames[table]:
            continue
        values = frame[column.name].dropna()
        if column.is_list:
            values = values.str.split(LIST_SEPARATOR).explode()
        missing = values[~values.isin(frames[table][key])]
        expected = f"expected a {key} of {table}"
        problems += [f"{name}: {column.name}: unknown {value!r}; {expected}" for value in missing]
    return problems
