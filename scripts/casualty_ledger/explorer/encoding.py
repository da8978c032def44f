"""Tables as JSON that is short and gives back every cell to the byte.

A column takes the shortest of three forms: ``{"all": cell}`` where every row holds the same,
``{"each": [cell, ...]}``, or ``{"values": [cell, ...], "rows": [index, ...]}`` with every distinct
cell once. A column that refers to rows of another table is ``{"key": table, "rows": [index, ...]}``
with -1 for an empty cell. The program reads them in ``web/source/tables.js``.
"""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table as its CSV file holds it.

    Attributes:
        columns: the cells of each column as text, empty where missing, by name and in order.
        length: how many rows there are.
    """

    columns: Mapping[str, Sequence[str]]
    length: int


def read_table(content: bytes) -> TextTable:
    """Return the cells of a CSV file with a header line."""
    header, *rows = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    cells = list(zip(*rows, strict=True)) or [()] * len(header)
    return TextTable(dict(zip(header, cells, strict=True)), len(rows))


def encode_table(
    table: TextTable, names: Sequence[str], keys: Mapping[str, tuple[str, Mapping[str, int]]]
) -> Json:
    """Return some columns of a table, in their order, as JSON.

    Args:
        table: the cells.
        names: of the columns that are kept.
        keys: for each column that refers to another table, the name of that table and where in
            it each id stands.
    """
    columns = {
        name: _refer(table.columns[name], *keys[name])
        if name in keys
        else encode_column(table.columns[name])
        for name in names
    }
    return {"length": table.length, "columns": columns}


def encode_column(cells: Sequence[str]) -> Json:
    """Return the shortest form of a column."""
    distinct = {cell: number for number, cell in enumerate(dict.fromkeys(cells))}
    if len(distinct) == 1:
        return {"all": cells[0]}
    forms: list[Json] = [
        {"each": list(cells)},
        {"values": list(distinct), "rows": [distinct[cell] for cell in cells]},
    ]
    return min(forms, key=lambda form: len(compact(form)))


def _refer(cells: Sequence[str], table: str, positions: Mapping[str, int]) -> Json:
    return {"key": table, "rows": [positions[cell] if cell else -1 for cell in cells]}


def compact(value: object) -> str:
    """Return a value as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
