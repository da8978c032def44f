"""Each claimant's standing figure: what it had last said, from one claim to its next."""

import pandas as pd

# A figure of one of these does not stand, whatever its claimant said next.
FALLEN = ("corrected", "retracted", "disputed")
# Figures that agree in these are words of one claimant on one quantity, one after the other.
SERIES = ["claimant", "population", "measure", "scope"]


def standing_figures(figures: pd.DataFrame, *, population: str, measure: str) -> pd.DataFrame:
    """Return the cumulative figures of each claimant, each with the time for which it stood.

    Claims that can not be set beside each other are left out: other populations, other measures,
    other scopes than cumulative, parts of another figure of the same series, claims without a
    number and claims without a date. Nothing is filled in or averaged.

    Args:
        figures: the table ``figures``.
        population: one population id.
        measure: one measure, such as ``killed``.

    Returns:
        One row a figure, ordered by claimant and date, with the columns figure_id, claimant,
        stance, bound, status, claimed_on, stood_until (the day of the claimant's next figure,
        missing for its last), and number, low and high in people. ``number`` is the stated one:
        the best value, else the low, else the high.
    """
    chosen = figures[
        (figures["population"] == population)
        & (figures["measure"] == measure)
        & (figures["scope"] == "cumulative")
        & figures["claimed_on"].notna()
        & ~parts_of_their_series(figures)
    ]
    number = stated_number(chosen)
    steps = chosen.assign(number=number, low=chosen["value_low"], high=chosen["value_high"])
    steps = steps[number.notna()].sort_values(["claimant", "claimed_on", "figure_id"])
    standing = steps[~steps["status"].isin(FALLEN)]
    steps["stood_until"] = standing.groupby("claimant")["claimed_on"].shift(-1)
    columns = ["figure_id", "claimant", "stance", "bound", "status", "claimed_on", "stood_until"]
    return steps[[*columns, "number", "low", "high"]].reset_index(drop=True)


def stated_number(figures: pd.DataFrame) -> "pd.Series[int]":
    """Return the number that each claim states: best, else low, else high; missing if none."""
    values = figures["value_best"].fillna(figures["value_low"]).fillna(figures["value_high"])
    return values.rename("number")


def parts_of_their_series(figures: pd.DataFrame) -> "pd.Series[bool]":
    """Tell which figures count a part of another figure of the same series.

    The 2,000 of 10,000 sent who went to one region are such a part. The 600 killed of 4,700
    casualties are none: killed is a measure, and a series, of its own.

    Args:
        figures: the table ``figures``; a whole that is not in it has no part.
    """
    whole = figures[SERIES].astype("str").set_axis(figures["figure_id"])
    wholes = whole.reindex(figures["part_of"]).set_axis(figures.index)
    same = (wholes == figures[SERIES].astype("str")).all(axis="columns")
    return same & figures["part_of"].notna()
