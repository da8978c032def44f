"""Rows that stand more than once, that contradict each other, or that lost digits."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pandas as pd

from casualty_ledger.build.cells import Row
from casualty_ledger.imports.radford.defects.flags import KEY, flag
from casualty_schemas.imported import DefectKind


def repeated_rows(rows: pd.DataFrame) -> Iterator[Row]:
    """Flag each row that is equal in every column to one before it, the first one not."""
    columns = [*KEY, "value_as_stated"]
    repeated = rows.duplicated(columns, keep=False)
    for _, equal in rows[repeated].groupby(columns, sort=False):
        first, *again = equal["row_id"]
        for row_id in again:
            explanation = f"The same in every column as line {equal['line'].iloc[0]}."
            yield flag(row_id, DefectKind.REPEATED_ROW, explanation, [first])


def conflicting_keys(rows: pd.DataFrame) -> Iterator[Row]:
    """Flag each row beside which another row of its day and series gives another count."""
    for _, own in _with_rival_counts(rows):
        values = sorted(set(own["value"]))
        listed = ", ".join(f"{value:,}" for value in values)
        explanation = f"{len(values)} counts for one day, type, source and time frame: {listed}."
        for row_id, value in zip(own["row_id"], own["value"], strict=True):
            others = own.loc[own["value"] != value, "row_id"]
            yield flag(row_id, DefectKind.CONFLICTING_KEY, explanation, others)


def scientific_notation(rows: pd.DataFrame) -> Iterator[Row]:
    """Flag each count that is written with a power of ten: 1e+05 may have been 104,000."""
    written = rows["value_as_stated"].str.contains("e", case=False)
    for row in rows[written].to_dict("records"):
        explanation = (
            f"{row['value_as_stated']} is read as {row['value']:,}; digits that were printed "
            "otherwise are lost."
        )
        yield flag(row["row_id"], DefectKind.SCIENTIFIC_NOTATION, explanation)


def transposed_digits(rows: pd.DataFrame) -> Iterator[Row]:
    """Flag a count that becomes another one of its key when two neighbouring digits change places.

    Of the two, the count is flagged that stands on fewer days for the same loss, under whatever
    source, and both are if they stand on as many. Where the other count also stands on an earlier
    day of the series, it is old and was not misread, and nothing is flagged.
    """
    series = [name for name in KEY if name != "day_number"]
    first_days = rows.groupby([*series, "value"])["day_number"].min()
    distinct = rows.drop_duplicates(["category", "country", "value", "day_number"])
    days = Counter(zip(distinct["category"], distinct["country"], distinct["value"], strict=True))
    for key, own in _with_rival_counts(rows):
        values = sorted(set(own["value"]))
        for value in values:
            rivals = [
                other
                for other in values
                if _is_transposed(value, other)
                and days[(*key[1:3], other)] >= days[(*key[1:3], value)]
                and first_days[(*key[1:], other)] == key[0]
            ]
            if rivals:
                explanation = f"{value:,} beside {rivals[0]:,}: two digits changed places."
                others = own.loc[own["value"].isin(rivals), "row_id"]
                for row_id in own.loc[own["value"] == value, "row_id"]:
                    yield flag(row_id, DefectKind.DIGITS_TRANSPOSED, explanation, others)


def _with_rival_counts(rows: pd.DataFrame) -> Iterator[tuple[tuple[Any, ...], pd.DataFrame]]:
    """The rows of each key under which more than one count stands."""
    rivals = rows.groupby(KEY)["value"].transform("nunique") > 1
    for key, own in rows[rivals].groupby(KEY, sort=False):
        yield tuple(key), own


def _is_transposed(one: int, other: int) -> bool:
    """Whether two numbers differ by two neighbouring digits that changed places."""
    a, b = str(one), str(other)
    if len(a) != len(b) or a == b:
        return False
    apart = [place for place in range(len(a)) if a[place] != b[place]]
    left, right = apart[0], apart[-1]
    return len(apart) == 2 and right == left + 1 and a[left] == b[right] and a[right] == b[left]
