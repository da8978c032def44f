"""Read the registers of a built dataset into names."""

import csv
from pathlib import Path

from casualty_ledger.extract.names import Names

_TABLES = ("actors", "populations", "places", "publishers")


def read_names(folder: Path) -> Names:
    """The names of the registers in a folder of built tables.

    Raises FileNotFoundError where a table is missing.
    """
    return Names.from_rows(**{table: _rows(folder / f"{table}.csv") for table in _TABLES})


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
