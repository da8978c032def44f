"""Which rows of a table a condition keeps."""

import re
from collections.abc import Callable, Mapping
from operator import ge, gt, le, lt
from typing import Any

import pandas as pd

from casualty_ledger.query.columns import QueryColumn
from casualty_ledger.query.terms import (
    Absence,
    Atom,
    Comparison,
    Either,
    Every,
    Membership,
    Negation,
    Pattern,
    Term,
)

_OPERATORS: dict[str, Callable[[Any, Any], Any]] = {"<": lt, "<=": le, ">": gt, ">=": ge}


def matching_rows(
    table: pd.DataFrame, term: Term, columns: Mapping[str, QueryColumn]
) -> "pd.Series[bool]":
    """Tell for each row whether a condition holds.

    As in SQL, a comparison with a missing value holds for no row, and neither does its negation.
    Text is compared by code point, with its case.

    Args:
        table: the cells as text, empty where a value is missing, as in the CSV file.
        term: a condition in normal form. As NOT is in single conditions only, a row is kept
            exactly where two-valued logic keeps it.
        columns: the columns of the table.
    """
    if isinstance(term, Every | Either):
        masks = pd.concat([matching_rows(table, part, columns) for part in term.terms], axis=1)
        return masks.all(axis=1) if isinstance(term, Every) else masks.any(axis=1)
    if isinstance(term, Negation):
        raise TypeError(f"not in normal form: {term!r}")
    if isinstance(term, Absence):
        return (table[term.column] == "") != term.negated
    cells = table[term.column][table[term.column] != ""]
    kept = _kept(cells, term, columns)
    mask: pd.Series[bool] = kept.astype("bool").reindex(table.index, fill_value=False)
    return mask


def _kept(cells: "pd.Series[Any]", term: Atom, columns: Mapping[str, QueryColumn]) -> Any:
    if isinstance(term, Comparison):
        return _OPERATORS[term.operator](_typed(cells, columns[term.column]), term.value)
    if isinstance(term, Membership):
        return _typed(cells, columns[term.column]).isin(term.values) != term.negated
    if isinstance(term, Pattern):
        return cells.map(lambda cell: _like(term.pattern, str(cell))) != term.negated
    raise TypeError(f"no rule for {term!r}")


def _typed(cells: "pd.Series[Any]", column: QueryColumn) -> "pd.Series[Any]":
    """ISO days sort as text; whole numbers and flags need their type."""
    if column.kind == "integer":
        return cells.astype("int64")
    return cells == "true" if column.kind == "boolean" else cells


def _like(pattern: str, cell: str) -> bool:
    parts = {"%": ".*", "_": "."}
    regex = "".join(parts.get(character) or re.escape(character) for character in pattern)
    return re.fullmatch(regex, cell, re.DOTALL) is not None
