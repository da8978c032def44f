"""One table for Stata: version 118 of its file format, which Stata 14 and later read."""

import io
from datetime import datetime, time

import pandas as pd

from casualty_ledger.exports.content import Content
from casualty_schemas.columns import Column, describe

# Stata cuts labels off beyond this, and keeps longer texts than these apart.
LABEL_CHARACTERS = 80
SHORT_TEXT_BYTES = 2000


def stata(content: Content) -> bytes:
    """Return the rows as a .dta file.

    Numbers are doubles, as whole numbers with missing values have no other type; days are
    Stata dates; codes are numbers with the code as value label; flags are 0 and 1. Missing text
    is empty, as Stata has no missing text. The file's time stamp is midnight of the day of the
    version.
    """
    frame, columns = content.frames[content.main], describe(content.tables[content.main])
    plain = frame.assign(**{column.name: _plain(frame[column.name], column) for column in columns})
    about, sink = content.source.description, io.BytesIO()
    plain.to_stata(
        sink,
        write_index=False,
        version=118,
        time_stamp=datetime.combine(about.updated_on.first, time()),
        data_label=f"{about.title} {about.version}: {content.main}"[:LABEL_CHARACTERS],
        variable_labels={column.name: _label(column) for column in columns},
        convert_dates={column.name: "td" for column in columns if column.kind == "date"},
        convert_strl=[name for name in plain if _is_long(plain[name])],
    )
    return sink.getvalue()


def _plain(values: pd.Series, column: Column) -> pd.Series:
    if column.kind == "integer":
        return values.astype("float64")
    if column.kind == "boolean":
        return values.astype("int8")
    if column.kind == "date":
        return values.astype("datetime64[ns]")
    if isinstance(values.dtype, pd.CategoricalDtype):
        return values
    return values.astype("object").where(values.notna(), "")


def _label(column: Column) -> str:
    label = f"{column.title} ({column.unit})" if column.unit else column.title
    return label[:LABEL_CHARACTERS]


def _is_long(values: pd.Series) -> bool:
    if values.dtype != "object":
        return False
    return any(len(text.encode("utf-8")) > SHORT_TEXT_BYTES for text in values)
