"""How a claimed value is written in a sentence."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from casualty_schemas.vocabularies import Bound

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


def stated_value(claim: Claim) -> str:
    """Return the value of a row of figures or mentions in words: ``at least 100``."""
    values = {name: claim[f"value_{name}"] for name in ("low", "best", "high")}
    whole = {name: int(value) for name, value in values.items() if pd.notna(value)}
    return _PHRASES[claim["bound"]].format(**whole)
