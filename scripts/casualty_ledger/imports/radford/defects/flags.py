"""How a flag is written, and the keys by which rows are held together."""

from collections.abc import Iterable

from casualty_ledger.build.cells import Row
from casualty_schemas.imported import DefectKind
from casualty_schemas.vocabularies import LIST_SEPARATOR

# Rows of one key say the same thing about the same day; rows of one series follow each other.
SERIES = ["category", "country", "source", "time_frame", "is_minimum", "is_maximum"]
KEY = ["day_number", *SERIES]
CUMULATIVE = "Cumulative"

# A flag names so many related rows; more would be no help.
_MOST_RELATED = 10


def flag(row_id: str, kind: DefectKind, explanation: str, related: Iterable[str] = ()) -> Row:
    """Return one flag; the related rows are named in their order, without the row itself."""
    others = sorted({name for name in related if name != row_id})[:_MOST_RELATED]
    return {
        "row_id": row_id,
        "kind": kind.value,
        "explanation": explanation,
        "related": LIST_SEPARATOR.join(others) or None,
    }
