"""The ids that the dataset already holds."""

import csv
from pathlib import Path


def minted_ids(dataset: Path) -> dict[str, str]:
    """Return the statement of each figure in the dataset as last built; empty if there is none."""
    path = dataset / "figures.csv"
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row["figure_id"]: row["statement_id"] for row in csv.DictReader(file)}
