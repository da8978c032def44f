"""The table of revisions: one row a correction of a record, with its reason."""

import numpy as np
import pandas as pd
from pandera.typing import Series

from casualty_schemas.columns import code, count, day, words
from casualty_schemas.table import Table
from casualty_schemas.vocabularies import RecordKind


class Revisions(Table):
    """One row a revision."""

    class Config(Table.Config):
        """The key, and what one row is."""

        unique = ["record", "record_id", "position"]
        description = (
            "One row is one correction by the editors: what a record said before, and why it was "
            "changed. What claimants correct is a new figure or a status, no revision."
        )

    record: Series[pd.CategoricalDtype] = code(
        "Record", "What sort of record was corrected.", RecordKind
    )
    record_id: Series[str] = words(
        "Record, id", "The figure, statement or report.", "kr-nis-2025-09-02-killed"
    )
    position: Series[pd.Int64Dtype] = count(
        "Position", "Which revision of the record this is, counted from 1.", "1", "revisions"
    )
    revised_on: Series[np.datetime64] = day(
        "Revised on", "The day on which the record was corrected.", "2026-12-01"
    )
    field: Series[str] = words(
        "Field",
        "The key of the record that was corrected; in a report also a figure's id, with or "
        "without a key, for a mention of it.",
        "best",
    )
    was: Series[str] = words(
        "Was", "What stood there before; empty if nothing did.", "200", nullable=True
    )
    reason: Series[str] = words("Reason", "Why it was changed.", "a zero was lost in typing")
