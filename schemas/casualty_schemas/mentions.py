"""The table of mentions: one row a figure as one report prints it."""

import pandas as pd
from pandera.typing import Series

from casualty_schemas.columns import code, count, words
from casualty_schemas.figures import values_fit_bound
from casualty_schemas.table import Table, row_rule
from casualty_schemas.vocabularies import LIST_SEPARATOR, Bound, Difference, Measure


class Mentions(Table):
    """One row a mention."""

    class Config(Table.Config):
        """The key, and what one row is."""

        unique = ["figure_id", "report_id", "position"]
        description = (
            "One row is one figure as one report prints it, in that report's words and values."
        )

    figure_id: Series[str] = words(
        "Figure",
        "The figure that is mentioned.",
        "kr-nis-2025-09-02-killed",
        references=("figures", "figure_id"),
    )
    report_id: Series[str] = words(
        "Report",
        "The report that mentions it.",
        "2025-09-03-digi24",
        references=("reports", "report_id"),
    )
    position: Series[pd.Int64Dtype] = count(
        "Position", "Which mention of the report this is, counted from 1.", "1", "mentions"
    )
    as_written: Series[str] = words(
        "As written", "The number phrase exactly as printed.", "aproximativ 2.000", nullable=True
    )
    value_low: Series[pd.Int64Dtype] = count(
        "Low value", "The lower number that this report prints.", "100", "people", nullable=True
    )
    value_best: Series[pd.Int64Dtype] = count(
        "Best value", "The single number that this report prints.", "2000", "people", nullable=True
    )
    value_high: Series[pd.Int64Dtype] = count(
        "High value", "The upper number that this report prints.", "12000", "people", nullable=True
    )
    bound: Series[pd.CategoricalDtype] = code(
        "Bound", "The limit that this report's words state.", Bound, example="about"
    )
    differs: Series[str] = words(
        "Differs",
        "In what the report departs from the figure; empty where it agrees.",
        "bound;measure",
        nullable=True,
        vocabulary=Difference,
        is_list=True,
    )
    printed_measure: Series[pd.CategoricalDtype] = code(
        "Printed measure",
        "What the report says was counted, where that is another measure.",
        Measure,
        nullable=True,
    )
    span_start: Series[pd.Int64Dtype] = count(
        "Span, start",
        "Where the words begin in the kept document.",
        "1668",
        "code points",
        nullable=True,
    )
    span_end: Series[pd.Int64Dtype] = count(
        "Span, end",
        "Where the words end in the kept document, exclusive.",
        "1685",
        "code points",
        nullable=True,
    )
    note: Series[str] = words(
        "Note",
        "Remark of the editors on the mention.",
        "the headline drops the bound",
        nullable=True,
    )

    @row_rule("a bound comes with the values that it states, and with no other")
    def values_fit_the_bound(cls, frame: pd.DataFrame) -> pd.Series:
        return values_fit_bound(frame)

    @row_rule("a span starts before it ends, and has both or neither")
    def a_span_is_an_interval(cls, frame: pd.DataFrame) -> pd.Series:
        both = frame["span_start"].notna() == frame["span_end"].notna()
        return both & (frame["span_start"] < frame["span_end"]).fillna(True)

    @row_rule("a printed measure stands exactly where the measure differs")
    def a_printed_measure_differs(cls, frame: pd.DataFrame) -> pd.Series:
        pattern = rf"(?:^|{LIST_SEPARATOR})measure(?:{LIST_SEPARATOR}|$)"
        return frame["printed_measure"].notna() == frame["differs"].str.contains(pattern, na=False)
