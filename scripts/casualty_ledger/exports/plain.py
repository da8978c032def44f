"""One table as CSV, Parquet or JSON."""

import json
from typing import Any

import pandas as pd

from casualty_ledger.exports.content import Content
from casualty_ledger.publish.dataset import CITATION_KEY, VERSION_KEY
from casualty_ledger.publish.tables import csv_bytes, parquet_bytes
from casualty_schemas.columns import describe


def csv(content: Content) -> bytes:
    """Return the rows as canonical CSV: the bytes whose SHA-256 a citation of them holds."""
    return csv_bytes(content.frames[content.main], content.tables[content.main])


def parquet(content: Content) -> bytes:
    """Return the rows as Parquet, with version and citation in its key-value metadata."""
    about = content.about()
    metadata = {VERSION_KEY: about["version"], CITATION_KEY: about["citation"]}
    return parquet_bytes(content.frames[content.main], content.tables[content.main], metadata)


def json_object(content: Content) -> bytes:
    """Return the rows as a JSON object: ``about``, ``table`` and ``rows``.

    A row holds every column; a missing value is null, a day is ISO 8601 text.
    """
    frame, model = content.frames[content.main], content.tables[content.main]
    plain = frame.astype("object")
    for column in describe(model):
        if column.kind == "date":
            plain[column.name] = frame[column.name].dt.strftime("%Y-%m-%d").astype("object")
    rows = plain.where(frame.notna(), None).to_dict("records")
    whole = {"about": content.about(), "table": content.main, "rows": rows}
    return (json.dumps(whole, indent=1, ensure_ascii=False, default=_number) + "\n").encode("utf-8")


def _number(value: Any) -> int:
    """Numbers of numpy are no numbers to json."""
    if pd.api.types.is_integer(value):
        return int(value)
    raise TypeError(f"{value!r} can not be written as JSON")
