"""Which day a figure describes, and when it was said, as far as each is known."""

import pandas as pd

from casualty_ledger.compare.vintages import last_day_of

_PLAN = "plan"


def claim_days(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the first and the last day on which each claim may have been made.

    Of a claim of *November 2024* these are 1 and 30 November, or the day of the first report if
    that is earlier. A claim without a date was made by the day of its first report; since when is
    not known.

    Args:
        figures: the table ``figures``.

    Returns:
        The columns claimed_first and claimed_last, with the index of ``figures``.
    """
    first, published = figures["claimed_on"], figures["first_published_on"]
    last = last_day_of(first, figures["claimed_on_precision"])
    sooner = (published < last) & (published >= first) & (last > first)
    last = last.mask(sooner, published).fillna(published)
    return pd.DataFrame({"claimed_first": first, "claimed_last": last.astype(first.dtype)})


def described_days(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the first and the last day that each figure may describe.

    That is its as-of date; of a span, which does not tell on which of its days, both ends, and
    of a period with an open start its end. What was said without an as-of date is taken to
    describe the day on which it was said. Only a plan describes a day after the claim. Where a
    claim has no date at all, the first day is missing.

    Args:
        figures: the table ``figures``.

    Returns:
        The columns described_first and described_last, with the index of ``figures``.
    """
    said = claim_days(figures)
    start, end = figures["as_of_start"], figures["as_of_end"]
    last = end.fillna(said["claimed_last"])
    later = (last > said["claimed_last"]) & (figures["scope"].astype("str") != _PLAN)
    last = last.mask(later, said["claimed_last"])
    first = start.fillna(end).fillna(said["claimed_first"])
    first = first.mask(first > last, last)
    return pd.DataFrame({"described_first": first, "described_last": last.astype(first.dtype)})
