"""A table as CSV and as Parquet; the same frame gives the same bytes, anywhere."""

import io
from collections.abc import Mapping
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from casualty_schemas.columns import Column, describe
from casualty_schemas.table import Table

_ARROW_TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "date": pa.date32(),
    "boolean": pa.bool_(),
}


def csv_bytes(frame: pd.DataFrame, model: type[Table]) -> bytes:
    """Return a table as UTF-8 CSV: line feeds, minimal quoting, ISO dates, empty for missing."""
    plain = frame.copy()
    for column in describe(model):
        plain[column.name] = _as_text(plain[column.name], column)
    return plain.to_csv(index=False, lineterminator="\n").encode("utf-8")


def _as_text(values: "pd.Series[Any]", column: Column) -> "pd.Series[Any]":
    if column.kind == "boolean":
        return values.map({True: "true", False: "false"})
    return pd.Series(values.dt.strftime("%Y-%m-%d")) if column.kind == "date" else values


def parquet_bytes(frame: pd.DataFrame, model: type[Table], metadata: Mapping[str, str]) -> bytes:
    """Return a table as Parquet with an explicit Arrow schema.

    Args:
        frame: the validated table.
        model: its model, from which the Arrow types follow.
        metadata: version and citation, kept as key-value metadata of the file.
    """
    fields = [
        pa.field(column.name, _ARROW_TYPES[column.kind], nullable=not column.required)
        for column in describe(model)
    ]
    arrays = [_arrow_array(frame[field.name], field) for field in fields]
    table = pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata=dict(metadata)))
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="snappy", store_schema=True)
    return sink.getvalue()


def _arrow_array(values: "pd.Series[Any]", field: pa.Field) -> pa.Array:
    if isinstance(values.dtype, pd.CategoricalDtype):
        values = values.astype("str")
    if pa.types.is_date(field.type):
        return pa.array(values.dt.date.where(values.notna(), None), type=field.type)
    return pa.array(values, type=field.type, from_pandas=True)
