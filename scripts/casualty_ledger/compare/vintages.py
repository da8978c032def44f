"""What the public record showed on a given day: the same tables, without what came later."""

from datetime import date

import pandas as pd

from casualty_schemas.vocabularies import LIST_SEPARATOR, Difference, Precision, PublisherKind

_ENDED = ("corrected", "retracted", "disputed")
# Words that depart from the figure in one of these do not speak for it.
_DEPARTURES = {Difference.VALUE.value, Difference.BOUND.value}
_LINKS = ("part_of", "supersedes", "superseded_by")


def vintage(
    figures: pd.DataFrame, mentions: pd.DataFrame, reports: pd.DataFrame, day: date
) -> pd.DataFrame:
    """Return the figures as the public record showed them on ``day``.

    A figure is in the vintage from the day of its first report on; one whose reports all lack a
    date is in none. Status, links to other figures, ``value_as_stated``, ``report_count`` and
    ``language_count`` are those of the day. All else is what the ledger says today: what the
    editors corrected since is a matter of versions, not of vintages.

    Args:
        figures: the table ``figures``.
        mentions: the table ``mentions``.
        reports: the table ``reports``.
        day: the last day whose reports count.

    Returns:
        The columns and types of ``figures``; its rows, fewer, in their order.
    """
    moment = pd.Timestamp(day)
    public = figures[figures["first_published_on"] <= moment]
    known = statuses_on(figures, day).loc[public.index]
    reception = _reception(mentions, reports, moment).reindex(public["figure_id"])
    received = reception.set_axis(public.index).astype(public[reception.columns].dtypes.to_dict())
    shown = public.copy()
    shown[[*known.columns, *received.columns]] = pd.concat([known, received], axis="columns")
    for link in _LINKS:
        shown[link] = shown[link].where(shown[link].isin(public["figure_id"]))
    return shown.reset_index(drop=True)


def statuses_on(figures: pd.DataFrame, day: date) -> pd.DataFrame:
    """Return the status of each figure on ``day``.

    A figure is superseded from the first publication of its successor on. Corrected, retracted
    and disputed hold from ``status_since`` on; before it the figure was active or superseded.

    Args:
        figures: the table ``figures``.
        day: the day.

    Returns:
        The columns status, status_since, status_reason and superseded_by, with the index and
        types of ``figures``.
    """
    moment = pd.Timestamp(day)
    published = figures.set_index("figure_id")["first_published_on"]
    replaced_on = published.reindex(figures["superseded_by"]).set_axis(figures.index)
    replaced_on = replaced_on.astype(figures["status_since"].dtype)
    replaced = replaced_on <= moment
    ended = figures["status"].isin(_ENDED) & (figures["status_since"] <= moment)
    status = pd.Series("active", index=figures.index).mask(replaced, "superseded")
    since = figures["status_since"].where(ended, replaced_on.where(replaced))
    return pd.DataFrame(
        {
            "status": status.mask(ended, figures["status"].astype("str")).astype(
                figures["status"].dtype
            ),
            "status_since": since,
            "status_reason": figures["status_reason"].where(ended),
            "superseded_by": figures["superseded_by"].where(replaced),
        }
    )


def _reception(mentions: pd.DataFrame, reports: pd.DataFrame, moment: pd.Timestamp) -> pd.DataFrame:
    """Return, by figure, the counts and the best words of the reports of the day."""
    dated = reports.assign(published=last_possible_day(reports))
    columns = ["report_id", "language", "publisher_kind", "published"]
    seen = mentions.merge(dated.loc[dated["published"] <= moment, columns], on="report_id")
    by_figure = seen.groupby("figure_id")
    return pd.DataFrame(
        {
            "report_count": by_figure["report_id"].nunique(),
            "language_count": by_figure["language"].nunique(),
            "value_as_stated": _best_words(seen),
        }
    )


def last_possible_day(reports: pd.DataFrame) -> "pd.Series[pd.Timestamp]":
    """Return the day by which each report had surely been published; missing without a date."""
    return last_day_of(reports["published_on"], reports["published_on_precision"])


def last_day_of(
    first: "pd.Series[pd.Timestamp]", precision: "pd.Series[str]"
) -> "pd.Series[pd.Timestamp]":
    """Return the last day that each date may be.

    Args:
        first: the first day that it may be.
        precision: how much of it is known; codes of Precision.
    """
    month, year = first + pd.offsets.MonthEnd(0), first + pd.offsets.YearEnd(0)
    known = precision.astype("str")
    last = first.mask(known == Precision.MONTH, month).mask(known == Precision.YEAR, year)
    return last.astype(first.dtype)


def _best_words(seen: pd.DataFrame) -> "pd.Series[str]":
    """Primary before agency before outlet, then the earliest; departing words come last."""
    worded = seen[seen["as_written"].notna()]
    differs = worded["differs"].fillna("").str.split(LIST_SEPARATOR)
    ranked = worded.assign(
        departs=[bool(_DEPARTURES & set(codes)) for codes in differs],
        kind=worded["publisher_kind"].astype("str").map(PublisherKind.codes().index),
    )
    order = ["figure_id", "departs", "kind", "published", "report_id", "position"]
    return ranked.sort_values(order).groupby("figure_id")["as_written"].first()
