"""How explanations write values and counts, and the rows that hold them."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from casualty_ledger.build.cells import Row
from casualty_schemas.vocabularies import AnomalyKind, Bound

Claim = Mapping[Any, Any]

_PHRASES: dict[str, str] = {
    Bound.EXACT: "{best:,}",
    Bound.ABOUT: "about {best:,}",
    Bound.NEARLY: "nearly {best:,}",
    Bound.AT_LEAST: "at least {low:,}",
    Bound.MORE_THAN: "more than {low:,}",
    Bound.UP_TO: "up to {high:,}",
    Bound.AT_MOST: "at most {high:,}",
    Bound.BETWEEN: "{low:,} to {high:,}",
    Bound.VAGUE: "words without a number",
    Bound.UNSPECIFIED: "no number",
}


def anomaly(figure_id: str, kind: AnomalyKind, explanation: str) -> Row:
    """Return one row of the table of anomalies."""
    return {"figure_id": figure_id, "kind": kind.value, "explanation": explanation}


def stated_value(claim: Claim) -> str:
    """Return the value of a row of figures or mentions in words: ``at least 100``."""
    values = {name: claim[f"value_{name}"] for name in ("low", "best", "high")}
    whole = {name: int(value) for name, value in values.items() if pd.notna(value)}
    return _PHRASES[claim["bound"]].format(**whole)


def tally(values: "pd.Series[Any]") -> str:
    """Return how often each value stands, most frequent first: ``18,000 (5), 12,000 (1)``."""
    counts = values.value_counts().rename_axis("value").reset_index(name="count")
    order = counts.sort_values(["count", "value"], ascending=[False, True])
    return ", ".join(f"{row['value']} ({row['count']})" for row in order.to_dict("records"))
