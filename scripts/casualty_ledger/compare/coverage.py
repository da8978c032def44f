"""What the ledger holds and where it holds nothing: counts by month, claimant, measure, relay."""

import pandas as pd

# What the measures are about; a count of portraits or graves is not a count of deaths.
SUBJECTS = {
    "losses": (
        "killed", "died_of_wounds", "wounded", "missing", "captured", "casualties", "losses",
        "irrecoverable_losses", "sanitary_losses", "deserted",
    ),
    "size and movement": (
        "strength", "deployed", "arrived", "present", "engaged", "planned", "returned",
        "returned_to_duty",
    ),
    "portraits and graves": ("portraits", "graves"),
}  # fmt: skip
# The name under which rare names are counted together.
OTHER = "other"
_SUBJECT_OF = {measure: subject for subject, own in SUBJECTS.items() for measure in own}


def subjects(measures: "pd.Series[str]") -> "pd.Series[str]":
    """Return what each measure is about: losses, size and movement, or portraits and graves.

    Raises:
        KeyError: a measure is about none of these.
    """
    return measures.astype("str").map(lambda measure: _SUBJECT_OF[measure]).astype("str")


def counts_by_month(days: "pd.Series[pd.Timestamp]", groups: "pd.Series[str]") -> pd.DataFrame:
    """Return how many rows fall in each month, one column a group.

    Args:
        days: of each row, such as claimed_on; rows without one are left out.
        groups: of each row, such as its claimant.

    Returns:
        One row a month from the first to the last, months without a row included; the group
        with most rows first, ties by name, ``other`` last.
    """
    months = pd.Series(days.dt.strftime("%Y-%m"), name="month")
    table = pd.crosstab(months, groups.astype("str"))
    every = pd.period_range(months.min(), months.max(), freq="M").astype("str")
    return _largest_first(table.reindex(every, fill_value=0).rename_axis("month"))


def counts_by_pair(rows: "pd.Series[str]", columns: "pd.Series[str]") -> pd.DataFrame:
    """Return how often each pair of values stands together, the most frequent of both first.

    ``other`` stands last.
    """
    table = pd.crosstab(rows.astype("str"), columns.astype("str"))
    return _largest_first(_largest_first(table).T).T


def _largest_first(table: pd.DataFrame) -> pd.DataFrame:
    sizes = table.sum().rename("size").rename_axis("name").reset_index()
    order = sizes.assign(last=sizes["name"] == OTHER)
    order = order.sort_values(["last", "size", "name"], ascending=[True, False, True])
    return table[list(order["name"])]


def with_other(names: "pd.Series[str]", *, least: int) -> "pd.Series[str]":
    """Return the names, with ``other`` for each that stands fewer times than ``least``."""
    texts = names.astype("str")
    return texts.where(texts.map(texts.value_counts()) >= least, OTHER)


def counts_by_name(names: "pd.Series[str]", *, least: int = 1) -> "pd.Series[int]":
    """Return how often each name stands, the most frequent first, ties by name, ``other`` last."""
    counts = with_other(names, least=least).value_counts().rename_axis("name").reset_index()
    order = counts.assign(last=counts["name"] == OTHER)
    order = order.sort_values(["last", "count", "name"], ascending=[True, False, True])
    return order.set_index("name")["count"]


def relays_per_statement(figures: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Return by how many reports each statement is carried: one row a statement.

    A report that prints several figures of a statement, or one figure twice, counts once.

    Returns:
        The columns statement_id, claimant, claimed_on, figures and reports, the most carried
        first, ties by id.
    """
    first = figures.groupby("statement_id").agg(
        claimant=("claimant", "first"),
        claimed_on=("claimed_on", "first"),
        figures=("figure_id", "nunique"),
    )
    carried = mentions.merge(figures[["figure_id", "statement_id"]], on="figure_id")
    reports = carried.groupby("statement_id")["report_id"].nunique().rename("reports")
    table = first.join(reports).reset_index()
    return table.sort_values(
        ["reports", "statement_id"], ascending=[False, True], ignore_index=True
    )


def doubling_bins(counts: "pd.Series[int]") -> "pd.Series[int]":
    """Return how many counts lie in 1, 2, 3 to 4, 5 to 8 and so on; empty bins included."""
    highest = int(counts.max())
    ends = [1]
    while ends[-1] < highest:
        ends.append(2 * ends[-1])
    starts = [1, *(end + 1 for end in ends[:-1])]
    found = {
        f"{start}" if start == end else f"{start} to {end}": int(counts.between(start, end).sum())
        for start, end in zip(starts, ends, strict=True)
    }
    return pd.Series(found, dtype="int64")


def silences(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the longest time that each claimant said nothing on a subject.

    The time from its last claim to the last claim in the table counts too, because nothing tells
    a claimant that fell silent from one that nobody quoted. Claims whose day is not known are
    left out.

    Args:
        figures: the table ``figures``.

    Returns:
        One row a claimant and subject: claimant, subject, dates (days with a claim), first, last,
        longest_days, longest_from and longest_to; the longest first.
    """
    dated = figures[figures["claimed_on_precision"] == "day"]
    dated = dated.assign(subject=subjects(dated["measure"]))
    end = dated["claimed_on"].max()
    rows = [
        {"claimant": claimant, "subject": subject, **_longest(own["claimed_on"], end)}
        for (claimant, subject), own in dated.groupby(["claimant", "subject"], sort=True)
    ]
    table = pd.DataFrame(rows)
    return table.sort_values(
        ["longest_days", "claimant", "subject"], ascending=[False, True, True], ignore_index=True
    )


def _longest(days: "pd.Series[pd.Timestamp]", end: pd.Timestamp) -> dict[str, object]:
    said = sorted(set(days))
    spans = list(zip(said, [*said[1:], end], strict=True))
    start, stop = max(spans, key=lambda span: (span[1] - span[0], span[1]))
    return {
        "dates": len(said),
        "first": said[0],
        "last": said[-1],
        "longest_days": (stop - start).days,
        "longest_from": start,
        "longest_to": stop,
    }
