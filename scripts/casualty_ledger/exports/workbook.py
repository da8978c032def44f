"""The tables as an Excel workbook, with the codebook as sheets."""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import Any

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from casualty_ledger.exports.content import Content
from casualty_ledger.publish.codebook import used_vocabularies
from casualty_schemas.columns import describe

# Excel knows no day before this one.
FIRST_DAY = pd.Timestamp(1900, 3, 1)
_WIDTH = 18


def workbook(content: Content) -> bytes:
    """Return an .xlsx file: About, a sheet a table, Codebook and Codes.

    The file says that it was made at midnight of the day of the version.
    """
    sink = io.BytesIO()
    with Workbook(sink, {"in_memory": True}) as book:
        about = content.source.description
        book.set_properties(
            {
                "title": f"{about.title} {about.version}",
                "author": about.creator,
                "created": datetime.combine(about.updated_on.first, time()),
            }
        )
        heading, day = (
            book.add_format({"bold": True}),
            book.add_format({"num_format": "yyyy-mm-dd"}),
        )
        _write(book.add_worksheet("About"), ["what", "value"], content.about().items(), heading)
        for name, frame in content.frames.items():
            _write_table(book.add_worksheet(name), frame, heading, day)
        _write(book.add_worksheet("Codebook"), COLUMN_HEADINGS, codebook_rows(content), heading)
        _write(book.add_worksheet("Codes"), CODE_HEADINGS, code_rows(content), heading)
    return sink.getvalue()


COLUMN_HEADINGS = ("table", "column", "title", "type", "unit", "may be empty", "what it says")
CODE_HEADINGS = ("vocabulary", "code", "definition")


def codebook_rows(content: Content) -> list[tuple[str, ...]]:
    """Return a row for each column of each table, under COLUMN_HEADINGS."""
    return [
        (
            name,
            column.name,
            column.title,
            column.kind,
            column.unit or "",
            "no" if column.required else "yes",
            column.description,
        )
        for name, model in content.tables.items()
        for column in describe(model)
    ]


def code_rows(content: Content) -> list[tuple[str, ...]]:
    """Return a row for each code that the tables use, under CODE_HEADINGS."""
    return [
        (vocabulary.__name__, code.value, code.definition)
        for vocabulary in used_vocabularies(content.tables)
        for code in vocabulary
    ]


def _write(
    sheet: Worksheet, headings: Sequence[str], rows: Iterable[Sequence[str]], heading: Format
) -> None:
    _head(sheet, headings, heading)
    for number, row in enumerate(rows, start=1):
        for position, value in enumerate(row):
            sheet.write_string(number, position, value)


def _head(sheet: Worksheet, headings: Sequence[str], heading: Format) -> None:
    for position, name in enumerate(headings):
        sheet.write_string(0, position, name, heading)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(headings) - 1, _WIDTH)


def _write_table(sheet: Worksheet, frame: pd.DataFrame, heading: Format, day: Format) -> None:
    _head(sheet, list(frame.columns), heading)
    sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)
    for position, name in enumerate(frame.columns):
        for number, value in enumerate(frame[name], start=1):
            _write_cell(sheet, number, position, value, day)


def _write_cell(sheet: Worksheet, row: int, column: int, value: Any, day: Format) -> None:
    """Write a value with its type; a missing one leaves the cell empty.

    The writer that guesses would make formulas, links and numbers of text; it is never called.
    """
    if isinstance(value, str):
        sheet.write_string(row, column, value)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, pd.Timestamp):
        if value >= FIRST_DAY:
            sheet.write_datetime(row, column, value.to_pydatetime(), day)
        else:
            sheet.write_string(row, column, f"{value:%Y-%m-%d}")
    elif not pd.isna(value):
        sheet.write_number(row, column, int(value))
