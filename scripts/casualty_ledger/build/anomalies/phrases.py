"""The rows of the table of anomalies, and how their explanations count."""

from typing import Any

import pandas as pd

from casualty_ledger.build.cells import Row
from casualty_schemas.vocabularies import AnomalyKind


def anomaly(figure_id: str, kind: AnomalyKind, explanation: str) -> Row:
    """Return one row of the table of anomalies."""
    return {"figure_id": figure_id, "kind": kind.value, "explanation": explanation}


def tally(values: "pd.Series[Any]") -> str:
    """Return how often each value stands, most frequent first: ``18,000 (5), 12,000 (1)``."""
    counts = values.value_counts().rename_axis("value").reset_index(name="count")
    order = counts.sort_values(["count", "value"], ascending=[False, True])
    return ", ".join(f"{row['value']} ({row['count']})" for row in order.to_dict("records"))
