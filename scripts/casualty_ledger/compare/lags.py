"""How long it takes from the day that a figure describes to its claim, and to its publication."""

import pandas as pd

from casualty_ledger.compare.described import claim_days, described_days
from casualty_ledger.compare.vintages import last_possible_day

LAGS = ("claim_lag", "publication_lag")


def reporting_lags(
    figures: pd.DataFrame, mentions: pd.DataFrame, reports: pd.DataFrame
) -> pd.DataFrame:
    """Return the days from as-of to claim, and from claim to first report, as intervals.

    A date of which only the month or the year is known is never taken for a day: the lag is then
    the interval of what it may be, and a lag whose dates are not all known has no interval. The
    lag of a claim is asked only of figures that state an as-of date and are no plans. Nobody
    reports what was not yet said, so that an imprecise date is not taken to lie before the claim;
    a lag below zero between two known days is left as it is: time zones, or a wrong date.

    Args:
        figures: the table ``figures``.
        mentions: the table ``mentions``.
        reports: the table ``reports``.

    Returns:
        One row a figure: figure_id, claimant, measure; described_first, described_last,
        claimed_first, claimed_last, published_first, published_last (the day of the first report,
        the first and last that it may be); claim_lag_low, claim_lag_high, publication_lag_low and
        publication_lag_high (``Int64``, days); inferred, whether the claim or as-of date was
        concluded and not printed.
    """
    said_on = claim_days(figures)
    dates = pd.concat(
        [
            figures[["figure_id", "claimant", "measure"]],
            described_days(figures),
            said_on,
            _first_reports(figures, mentions, reports, said_on["claimed_first"]),
        ],
        axis="columns",
    )
    stated = figures[["as_of_start", "as_of_end"]].notna().any(axis="columns")
    stated &= figures["scope"].astype("str") != "plan"
    said = figures["claimed_on"].notna()
    lags = {
        "claim_lag_low": _days(dates["described_last"], dates["claimed_first"], stated & said),
        "claim_lag_high": _days(dates["described_first"], dates["claimed_last"], stated & said),
        "publication_lag_low": _days(dates["claimed_last"], dates["published_first"], said),
        "publication_lag_high": _days(dates["claimed_first"], dates["published_last"], said),
    }
    for lag in LAGS:
        low = lags[f"{lag}_low"]
        possible = (low < 0) & (lags[f"{lag}_high"] >= 0)
        lags[f"{lag}_low"] = low.mask(possible.fillna(False).astype(bool), 0)
    inferred = figures["claimed_on_inferred"] | figures["as_of_inferred"]
    found = dates.assign(**lags, inferred=inferred).reset_index(drop=True)
    found.attrs = dict(figures.attrs)
    return found


def _first_reports(
    figures: pd.DataFrame,
    mentions: pd.DataFrame,
    reports: pd.DataFrame,
    claimed: "pd.Series[pd.Timestamp]",
) -> pd.DataFrame:
    """The first and the last day on which the first report of each figure may have appeared."""
    exact = reports["published_on_precision"] == "day"
    days = reports[["report_id"]].assign(
        known=reports["published_on"].where(exact),
        possible=reports["published_on"].where(~exact),
        published_last=last_possible_day(reports),
    )
    carried = mentions[["figure_id", "report_id"]].merge(days, on="report_id")
    columns = ["known", "possible", "published_last"]
    earliest = carried.groupby("figure_id")[columns].min()
    earliest = earliest.reindex(figures["figure_id"]).set_axis(figures.index)
    possible = earliest["possible"].mask(earliest["possible"] < claimed, claimed)
    first = pd.concat([earliest["known"], possible], axis="columns").min(axis="columns")
    # A month that ends before the claim is a fault of the record, and shows as a lag below zero.
    last = earliest["published_last"]
    return pd.DataFrame({"published_first": first.mask(first > last, last), "published_last": last})


def _days(
    start: "pd.Series[pd.Timestamp]", end: "pd.Series[pd.Timestamp]", asked: "pd.Series[bool]"
) -> "pd.Series[int]":
    return (end - start).dt.days.astype("Int64").where(asked)


def lag_summary(
    lags: pd.DataFrame, *, by: str | None = None, shares: tuple[float, ...] = (0.25, 0.5, 0.75)
) -> pd.DataFrame:
    """Return quantiles of both lags, each as the interval that imprecise dates leave.

    A quantile of the low ends is not above that of the true lags, and one of the high ends not
    below, so that nothing is left out for being imprecise, and nothing is guessed.

    Args:
        lags: the result of ``reporting_lags``.
        by: a column to tell groups by, such as ``claimant``; by default all figures are one.
        shares: the quantiles.

    Returns:
        One row a lag and group: lag, group, figures (with that lag), exact (known to the day),
        negative (surely below zero), and for each share, in per cent, ``q50_low`` and
        ``q50_high`` (days).
    """
    groups = [("all", lags)] if by is None else list(lags.groupby(lags[by].astype("str")))
    rows = [_quantiles(lag, str(name), own, shares) for lag in LAGS for name, own in groups]
    return pd.DataFrame([row for row in rows if row["figures"]])


def _quantiles(
    lag: str, group: str, lags: pd.DataFrame, shares: tuple[float, ...]
) -> dict[str, object]:
    known = lags.dropna(subset=[f"{lag}_low", f"{lag}_high"])
    low, high = known[f"{lag}_low"], known[f"{lag}_high"]
    quantiles = {
        f"q{share * 100:.0f}_{end}": float(values.quantile(share)) if len(values) else float("nan")
        for share in shares
        for end, values in (("low", low), ("high", high))
    }
    return {
        "lag": lag,
        "group": group,
        "figures": len(known),
        "exact": int((low == high).sum()),
        "negative": int((high < 0).sum()),
        **quantiles,
    }


def claim_timeline(figures: pd.DataFrame) -> pd.DataFrame:
    """Return when each claim was made and of which days it speaks, for a picture of coverage.

    Claims without a date are left out; count them beside the picture.

    Args:
        figures: the table ``figures``, or the rows that are asked for.

    Returns:
        One row a claim: claimant, figure_id, measure, scope, described_first, described_last,
        claimed_first, claimed_last, first_published_on and as_of_stated; by claimant and day, the
        claimant that spoke first on top.
    """
    table = pd.concat(
        [
            figures[["claimant", "figure_id", "measure", "scope", "first_published_on"]],
            described_days(figures),
            claim_days(figures),
        ],
        axis="columns",
    )
    table["as_of_stated"] = figures[["as_of_start", "as_of_end"]].notna().any(axis="columns")
    dated = table[figures["claimed_on"].notna()]
    first = dated.groupby("claimant")["claimed_first"].transform("min")
    order = ["spoke_first", "claimant", "claimed_first", "figure_id"]
    found = dated.assign(spoke_first=first).sort_values(order, ignore_index=True)
    found = found.drop(columns="spoke_first")
    found.attrs = dict(figures.attrs)
    return found
