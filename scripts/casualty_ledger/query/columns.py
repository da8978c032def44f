"""What may be asked of the columns of a table, by the Table Schema of its version.

The schema is that of the version that is queried, not of today's models, so that a citation of
an old version still means what it meant.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from casualty_ledger.query.faults import QueryError
from casualty_ledger.query.terms import (
    Absence,
    Atom,
    Comparison,
    Membership,
    Pattern,
    Term,
    Value,
    atoms,
)
from casualty_ledger.records.faults import suggestion

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class QueryColumn:
    """One column that a condition may name.

    Attributes:
        kind: string, integer, date or boolean.
        known: the codes or ids that may stand here; None where any text may.
        is_code: whether these are codes of a vocabulary, which have no order.
        separator: between the values of a cell that holds several; None for a single value.
    """

    name: str
    kind: str
    known: Collection[str] | None = None
    is_code: bool = False
    separator: str | None = None


def query_columns(
    schema: Mapping[str, Any], ids: Mapping[str, Collection[str]]
) -> dict[str, QueryColumn]:
    """Return the columns of a table, by name.

    Args:
        schema: the table's Table Schema.
        ids: for each column that refers to rows of another table, the ids that it may hold.
    """
    return {field["name"]: _query_column(field, ids) for field in schema["fields"]}


def _query_column(field: Mapping[str, Any], ids: Mapping[str, Collection[str]]) -> QueryColumn:
    items = field.get("items", {})
    codes = field.get("constraints", {}).get("enum") or items.get("enum")
    return QueryColumn(
        name=field["name"],
        kind=field["type"],
        known=codes or ids.get(field["name"]),
        is_code=codes is not None,
        separator=items.get("separator"),
    )


def check_columns(term: Term, columns: Mapping[str, QueryColumn]) -> None:
    """Hold every condition against its column.

    Raises:
        QueryError: lists every unknown column, code or id, with the nearest known ones, and
            every value of another type than its column.
    """
    faults = [fault for atom in atoms(term) for fault in _atom_faults(atom, columns)]
    if faults:
        raise QueryError(list(dict.fromkeys(faults)))


def _atom_faults(atom: Atom, columns: Mapping[str, QueryColumn]) -> Iterator[str]:
    column = columns.get(atom.column)
    if column is None:
        near = suggestion(atom.column, columns) or f"; expected one of {', '.join(columns)}"
        yield f"{atom.column}: unknown column{near}"
    elif isinstance(atom, Membership):
        for value in atom.values:
            yield from _value_faults(value, column)
            yield from _unknown(value, column)
    elif isinstance(atom, Comparison):
        yield from _order_faults(atom, column)
        yield from _value_faults(atom.value, column)
    elif isinstance(atom, Pattern):
        if column.kind != "string":
            yield f"{column.name}: LIKE is for text; this column holds a {column.kind}"
    elif not isinstance(atom, Absence):
        raise TypeError(f"no rule for {atom!r}")


def _order_faults(atom: Comparison, column: QueryColumn) -> Iterator[str]:
    if column.is_code or column.kind == "boolean":
        what = "codes" if column.is_code else "truth values"
        yield f"{column.name}: {what} have no order, so {atom.operator} says nothing; expected ="


def _value_faults(value: Value, column: QueryColumn) -> Iterator[str]:
    expected = {
        "string": "text in single quotes",
        "integer": "a whole number without quotes",
        "date": "a day in single quotes: '2025-01-31'",
        "boolean": "TRUE or FALSE",
    }[column.kind]
    if not _fits(value, column.kind):
        shown = repr(value) if isinstance(value, str) else str(value).upper()
        yield f"{column.name}: {shown} does not fit; expected {expected}"


def _fits(value: Value, kind: str) -> bool:
    if kind == "boolean" or isinstance(value, bool):
        return kind == "boolean" and isinstance(value, bool)
    if kind == "date":
        return isinstance(value, str) and _is_day(value)
    return isinstance(value, int if kind == "integer" else str)


def _is_day(text: str) -> bool:
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _unknown(value: Value, column: QueryColumn) -> Iterator[str]:
    if column.known is None or not isinstance(value, str):
        return
    parts = value.split(column.separator) if column.separator else [value]
    for part in parts:
        if part not in column.known:
            what = "code" if column.is_code else "id"
            near = suggestion(part, column.known) or _some(column)
            yield f"{column.name}: unknown {what} {part!r}{near}"


def _some(column: QueryColumn) -> str:
    """Codes are few and are all listed; ids may be hundreds."""
    return f"; expected one of {', '.join(column.known or ())}" if column.is_code else ""
