"""The figure that each claimant stood by on a given day."""

from datetime import date, timedelta

import pandas as pd

from casualty_ledger.compare.standing import SERIES, parts_of_their_series, stated_number
from casualty_ledger.compare.vintages import statuses_on


def latest(
    figures: pd.DataFrame,
    *,
    on: date,
    stale_after: timedelta | None = None,
    numbered: "pd.Series[bool] | None" = None,
) -> pd.DataFrame:
    """Return each claimant's standing figure per population, measure and scope.

    First everything is left out that had not been published by ``on``; then what no longer stood
    (superseded, corrected, retracted; a disputed figure stands), what gives no number, and parts
    of another figure of the same series. Of the rest the last remains, by the day that it
    describes (its as-of end, else its start, else the day of the claim), then by ``claimed_on``,
    then by ``figure_id``.

    Args:
        figures: the table ``figures``.
        on: the day; nothing published later counts.
        stale_after: leave out a claimant's last word if it was said longer ago than this.
        numbered: which figures give a number, with the index of ``figures``; by default those
            that state one. Give it to count vague words that are read as an interval.

    Returns:
        The columns of ``figures``, one row a claimant, population, measure and scope, sorted by
        these; with the statuses of the day.
    """
    moment = pd.Timestamp(on)
    known = statuses_on(figures, on)
    shown = figures.copy()
    shown[list(known.columns)] = known
    stands = shown["status"].isin(["active", "disputed"]) & ~parts_of_their_series(figures)
    public = shown["first_published_on"] <= moment
    says = stated_number(shown).notna() if numbered is None else numbered
    chosen = shown[public & stands & says]
    last = _last_of_series(chosen)
    if stale_after is not None:
        said = last["claimed_on"].fillna(last["first_published_on"])
        last = last[said >= moment - pd.Timedelta(stale_after)]
    return last.sort_values(SERIES, key=_as_text).reset_index(drop=True)


def _last_of_series(figures: pd.DataFrame) -> pd.DataFrame:
    described = figures["as_of_end"].fillna(figures["as_of_start"]).fillna(figures["claimed_on"])
    order = figures.assign(described=described)
    order = order.sort_values(["described", "claimed_on", "figure_id"], na_position="first")
    return order.drop(columns="described").drop_duplicates(SERIES, keep="last")


def _as_text(values: "pd.Series[str]") -> "pd.Series[str]":
    """Codes are sorted as words, not in the order of their vocabulary."""
    return values.astype("str")
