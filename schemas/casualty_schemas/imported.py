"""Tables of a dataset that was imported: its rows, the claims in them, and what is wrong with them.

They belong to no release of this dataset: a user makes them from a file of their own.
"""

import numpy as np
import pandas as pd
from pandera.typing import Series

from casualty_schemas.columns import code, count, day, flag, words
from casualty_schemas.figures import values_fit_bound
from casualty_schemas.table import Table, row_rule
from casualty_schemas.vocabularies import Bound, Measure, Scope, Stance, Vocabulary


class SubjectKind(Vocabulary):
    """What a row of an imported dataset counts."""

    MILITARY = "military", "members of armed forces"
    CIVILIAN = "civilian", "civilians"
    EQUIPMENT = "equipment", "vehicles, weapons and aircraft: no people, and no claim here"


class DefectKind(Vocabulary):
    """In what a row of an imported dataset is weak; worked out by documented rules."""

    REPEATED_ROW = "repeated_row", "equal in every column to a row before it"
    CONFLICTING_KEY = (
        "conflicting_key",
        "other rows of the same day, type, source, time frame and limits give another count",
    )
    SCIENTIFIC_NOTATION = (
        "scientific_notation",
        "the count is written with a power of ten, so that its digits are lost",
    )
    INJURIES_TRIPLE_OF_DEATHS = (
        "injuries_triple_of_deaths",
        "exactly three times the deaths that the same source gives for the same or the next day",
    )
    CASUALTIES_MULTIPLE_OF_DEATHS = (
        "casualties_multiple_of_deaths",
        "a whole multiple of the deaths that the same source gives for the same or the next day, "
        "with one remainder for all such rows",
    )
    DEATHS_EQUAL_TOTAL_LOSSES = (
        "deaths_equal_total_losses",
        "counted as deaths, and belongs to a running list of losses whose total other rows of "
        "the file count as casualties",
    )
    GROSS_OUTLIER = "gross_outlier", "far from the other counts of its own series"
    TARGET_SWAPPED = (
        "target_swapped",
        "far from its own series, and the same source gives this count for the other side",
    )
    RETRACTED_STILL_LIVE = (
        "retracted_still_live",
        "repeats a statement that its author withdrew, and does not say so",
    )
    DIGITS_TRANSPOSED = (
        "digits_transposed",
        "differs from a count of the same day, type and source by two digits that changed places",
    )


class ImportedRows(Table):
    """One row a row of the imported file, as it stands there."""

    class Config(Table.Config):
        """The key, and what one row is."""

        unique = ["row_id"]
        description = (
            "One row is one row of the imported file, as it stands there, with its day as a date."
        )

    row_id: Series[str] = words(
        "Row",
        "Id of the row: the dataset and the row's number in the file, from 1.",
        "radford-2023-0001",
        unique=True,
    )
    line: Series[pd.Int64Dtype] = count("Line", "Line of the file.", "2", "lines")
    day_number: Series[pd.Int64Dtype] = count("Day", "Day of the file, as printed.", "1", "days")
    date: Series[np.datetime64] = day("Date", "That day as a date.", "2022-02-24")
    value_as_stated: Series[str] = words("Count, as printed", "The count, as printed.", "1e+05")
    value: Series[pd.Int64Dtype] = count(
        "Count", "The count as a number.", "100000", "people or pieces of equipment"
    )
    category: Series[str] = words("Category", "What was lost, as printed.", "Military Deaths")
    country: Series[str] = words("Country", "Whose loss, as printed.", "Ukraine")
    source: Series[str] = words("Source", "The bloc of the source, as printed.", "UA Source")
    time_frame: Series[str] = words(
        "Time frame", "A running total, or one day; as printed.", "Cumulative"
    )
    is_minimum: Series[bool] = flag("Minimum", "Whether the count is marked as a lower limit.")
    is_maximum: Series[bool] = flag("Maximum", "Whether the count is marked as an upper limit.")
    subject: Series[pd.CategoricalDtype] = code("Subject", "What is counted.", SubjectKind)


class ImportedClaims(Table):
    """One row a claim about people, in the columns and codes of the table of figures."""

    class Config(Table.Config):
        """The key, and what one row is."""

        unique = ["figure_id"]
        description = (
            "One row is one row of the imported file that counts people, in the columns and codes "
            "of the table figures. A row of the file may be a relay: it does not say."
        )

    figure_id: Series[str] = words(
        "Figure", "The row of the file that holds the claim.", "radford-2023-0001", unique=True
    )
    conflict: Series[str] = words("Conflict", "The conflict.", "rus-ukr-2022")
    population: Series[str] = words("Population", "Who was counted.", "rus-forces")
    measure: Series[pd.CategoricalDtype] = code("Measure", "What was counted.", Measure)
    value_low: Series[pd.Int64Dtype] = count(
        "Low value", "The count of a lower limit.", "7000", "people", nullable=True
    )
    value_best: Series[pd.Int64Dtype] = count(
        "Best value", "The count of a row that is no limit.", "5937", "people", nullable=True
    )
    value_high: Series[pd.Int64Dtype] = count(
        "High value", "The count of an upper limit.", "15000", "people", nullable=True
    )
    bound: Series[pd.CategoricalDtype] = code(
        "Bound", "How the count limits the quantity.", Bound, example="at_least"
    )
    value_as_stated: Series[str] = words(
        "Value as stated", "The count as the file prints it.", "1e+05"
    )
    scope: Series[pd.CategoricalDtype] = code("Scope", "Over which time the count runs.", Scope)
    as_of_start: Series[np.datetime64] = day(
        "As of, start", "First day of a count of one day.", "2022-02-24", nullable=True
    )
    as_of_end: Series[np.datetime64] = day(
        "As of, end", "The day of the file: the last day that is counted.", "2022-02-24"
    )
    claimed_on: Series[np.datetime64] = day(
        "Claimed on", "The day of the file, which holds no other date.", "2022-02-24"
    )
    claimant: Series[str] = words(
        "Claimant", "The bloc of the source; the file names no claimant.", "ua-sources"
    )
    claimant_country: Series[str] = words(
        "Claimant's country", "ISO 3166-1 code, where the bloc has one.", "UA", nullable=True
    )
    stance: Series[pd.CategoricalDtype] = code(
        "Stance", "How the bloc stands to the people counted.", Stance, example="opponent"
    )

    @row_rule("a bound comes with the values that it states, and with no other")
    def values_fit_the_bound(cls, frame: pd.DataFrame) -> pd.Series:
        return values_fit_bound(frame)

    @row_rule("a count of one day begins on the day on which it ends")
    def a_day_is_one_day(cls, frame: pd.DataFrame) -> pd.Series:
        period = frame["scope"] == "period"
        one_day = frame["as_of_start"] == frame["as_of_end"]
        return (period & one_day) | (~period & frame["as_of_start"].isna())


class ImportFlags(Table):
    """One row a weak point of a row of the imported file."""

    class Config(Table.Config):
        """The key, and what one row is."""

        unique = ["row_id", "kind"]
        description = (
            "One row is one weak point of one row of the imported file, found by a documented "
            "rule. A row without a flag is not thereby sound."
        )

    row_id: Series[str] = words(
        "Row",
        "The row of the file.",
        "radford-2023-0001",
        references=("rows", "row_id"),
    )
    kind: Series[pd.CategoricalDtype] = code("Kind", "What sort of weak point.", DefectKind)
    explanation: Series[str] = words(
        "Explanation",
        "The weak point in one sentence, with the counts that show it.",
        "391,770 is three times the 130,590 deaths of the same source on day 346",
    )
    related: Series[str] = words(
        "Related rows",
        "The rows that show it; the first ten where there are more.",
        "radford-2023-0002",
        nullable=True,
        is_list=True,
        references=("rows", "row_id"),
    )


IMPORTED_TABLES: dict[str, type[Table]] = {
    "rows": ImportedRows,
    "claims": ImportedClaims,
    "flags": ImportFlags,
}
