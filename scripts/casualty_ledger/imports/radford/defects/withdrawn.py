"""Rows that hold a statement after its author took it back."""

from collections.abc import Iterator

import pandas as pd

from casualty_ledger.build.cells import Row
from casualty_ledger.imports.radford.defects.flags import flag
from casualty_ledger.imports.radford.knowledge import WITHDRAWN
from casualty_schemas.imported import DefectKind


def retracted_still_live(rows: pd.DataFrame) -> Iterator[Row]:
    """Flag each row that holds a withdrawn statement; ``knowledge`` says which there are."""
    for statement in WITHDRAWN:
        counts = set(statement.counts)
        days = rows["date"].between(pd.Timestamp(statement.said_on), pd.Timestamp(statement.until))
        near = rows[days & rows["source"].isin(statement.sources)]
        keys = zip(near["category"], near["country"], near["value"], strict=True)
        found = near[[key in counts for key in keys]]
        for row in found.to_dict("records"):
            explanation = f"{row['value']:,}: {statement.what} ({', '.join(statement.seen_in)})."
            kind = DefectKind.RETRACTED_STILL_LIVE
            yield flag(row["row_id"], kind, explanation, found["row_id"])
