"""What each report makes of a figure: one row a figure and a report that carries it."""

import pandas as pd

from casualty_schemas.vocabularies import LIST_SEPARATOR, Bound, Difference

# Claims whose words hold no number have no bound that a relay could lose.
UNBOUNDED = (Bound.VAGUE.value, Bound.UNSPECIFIED.value)


def relays(figures: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Return one row a figure and a report that carries it, however often the report prints it.

    A relay departs from its figure in measure, value, population and so on if one of its mentions
    does. It departs in bound only if none of its mentions keeps the bound, because headlines drop
    bounds that the text below them keeps.

    Args:
        figures: the table ``figures``.
        mentions: the table ``mentions``.

    Returns:
        The columns figure_id, report_id, one truth value a code of Difference but bound
        (``differs_measure`` and so on), and bound_change: ``kept``; ``lost`` (the number stands
        alone); ``added`` (the figure is a plain number and the report qualifies it); ``changed``
        (another bound); missing where the figure states no number.
    """
    bounds = figures.set_index("figure_id")["bound"].astype("str")
    columns = {f"differs_{code.value}": departs(mentions, code) for code in _READ_IN_ANY_MENTION}
    printed = mentions["bound"].astype("str")
    marks = pd.DataFrame(
        {
            "figure_id": mentions["figure_id"],
            "report_id": mentions["report_id"],
            **columns,
            "keeps": printed == mentions["figure_id"].map(bounds),
            "plain": printed == Bound.EXACT.value,
        }
    )
    found = marks.groupby(["figure_id", "report_id"], sort=True).agg(
        {**dict.fromkeys(columns, "any"), "keeps": "any", "plain": "all"}
    )
    found = found.reset_index()
    found["bound_change"] = _bound_change(found, found["figure_id"].map(bounds))
    return found.drop(columns=["keeps", "plain"])


_READ_IN_ANY_MENTION = tuple(code for code in Difference if code is not Difference.BOUND)


def departs(mentions: pd.DataFrame, difference: Difference) -> "pd.Series[bool]":
    """Tell, mention by mention, whether it departs from its figure in ``difference``."""
    codes = mentions["differs"].fillna("")
    return codes.map(lambda own: difference.value in str(own).split(LIST_SEPARATOR)).astype(bool)


def _bound_change(found: pd.DataFrame, bound: "pd.Series[str]") -> "pd.Series[str]":
    change = pd.Series("changed", index=found.index, dtype="str")
    change = change.mask(bound == Bound.EXACT.value, "added")
    change = change.mask(found["plain"], "lost").mask(found["keeps"], "kept")
    return change.mask(bound.isin(UNBOUNDED))
