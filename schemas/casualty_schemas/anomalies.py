"""The table of anomalies: one row a known weak point of a figure."""

import pandas as pd
from pandera.typing import Series

from casualty_schemas.columns import code, words
from casualty_schemas.table import Table
from casualty_schemas.vocabularies import AnomalyKind


class Anomalies(Table):
    """One row a figure and a kind of weak point."""

    class Config(Table.Config):
        """The key, and what one row is."""

        unique = ["figure_id", "kind"]
        description = (
            "One row is one known weak point of one figure, worked out from the records. It says "
            "nothing about whether the figure is right, and a figure without a row is not thereby "
            "sound."
        )

    figure_id: Series[str] = words(
        "Figure",
        "The figure that has the weak point.",
        "kr-nis-2025-04-30-deployed",
        references=("figures", "figure_id"),
    )
    kind: Series[pd.CategoricalDtype] = code(
        "Kind", "What sort of weak point it is.", AnomalyKind, example="printed_with_other_value"
    )
    explanation: Series[str] = words(
        "Explanation",
        "The weak point in one sentence, with the counts and the values that show it.",
        "5 of 23 reports print another value: 18,000 (5).",
    )
