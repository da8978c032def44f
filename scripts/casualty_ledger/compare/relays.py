"""How figures change on the way: what each report makes of each figure that it carries."""

import pandas as pd

from casualty_ledger.build.phrases import stated_value
from casualty_ledger.build.relays import UNBOUNDED, departs, relays
from casualty_ledger.compare.standing import stated_number
from casualty_schemas.vocabularies import Difference

DEATHS = ("killed", "died_of_wounds")


def carried_figures(
    figures: pd.DataFrame, mentions: pd.DataFrame, reports: pd.DataFrame
) -> pd.DataFrame:
    """Return one row a figure and a report that carries it, with what the report makes of it.

    Returns:
        The columns of ``build.relays.relays`` (bound_change and ``differs_...``), with claimant,
        measure, bound, status_since, superseded_by, language, publisher, publisher_kind,
        published_on and published_on_precision.
    """
    about = ["figure_id", "claimant", "measure", "bound", "status_since", "superseded_by"]
    pages = ["report_id", "language", "publisher", "publisher_kind"]
    pages += ["published_on", "published_on_precision"]
    found = relays(figures, mentions)
    found = found.merge(figures[about], on="figure_id", validate="many_to_one")
    return found.merge(reports[pages], on="report_id", validate="many_to_one")


def bound_losses(carried: pd.DataFrame) -> pd.DataFrame:
    """Return the relays of figures that state a bound, with the column lost.

    A bound is lost if the report prints the number alone, at every place where it prints it.

    Args:
        carried: the result of ``carried_figures``.
    """
    bounded = ~carried["bound"].isin(["exact", *UNBOUNDED])
    chosen = carried[bounded]
    return chosen.assign(lost=chosen["bound_change"] == "lost").reset_index(drop=True)


def casualties_as_deaths(carried: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Return the relays of figures for casualties, with the column as_deaths.

    A report prints casualties as deaths if it does so at any place.

    Args:
        carried: the result of ``carried_figures``.
        mentions: the table ``mentions``.
    """
    printed = mentions[mentions["printed_measure"].isin(DEATHS)]
    pairs = set(zip(printed["figure_id"], printed["report_id"], strict=True))
    chosen = carried[carried["measure"] == "casualties"].reset_index(drop=True)
    keys = zip(chosen["figure_id"], chosen["report_id"], strict=True)
    return chosen.assign(as_deaths=[key in pairs for key in keys])


def bound_pairs(figures: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Return the bound of the figure and the bound that is printed, one row a mention.

    Returns:
        The columns figure_id, report_id, claimed and printed; figures without a number are left
        out, and so are mentions that print none.
    """
    bounds = figures.set_index("figure_id")["bound"].astype("str")
    pairs = mentions[["figure_id", "report_id"]].assign(
        claimed=mentions["figure_id"].map(bounds), printed=mentions["bound"].astype("str")
    )
    stated = ~pairs["claimed"].isin(UNBOUNDED) & ~pairs["printed"].isin(UNBOUNDED)
    return pairs[stated].reset_index(drop=True)


def printed_numbers(
    mentions: pd.DataFrame, reports: pd.DataFrame, *, figure_id: str
) -> pd.DataFrame:
    """Return which number each report prints for one figure: one row a report and number.

    Args:
        mentions: the table ``mentions``.
        reports: the table ``reports``.
        figure_id: the figure.

    Returns:
        The columns number (in people), report_id, language, publisher_kind, relayed_by and
        published_on, ordered by number and report.
    """
    own = mentions[mentions["figure_id"] == figure_id]
    own = own.assign(number=stated_number(own)).dropna(subset="number")
    found = own[["number", "report_id"]].drop_duplicates().merge(reports, on="report_id")
    columns = ["number", "report_id", "language", "publisher_kind", "relayed_by", "published_on"]
    return found[columns].sort_values(["number", "report_id"], ignore_index=True)


def rival_values(figures: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Return the figures for which reports print other numbers: one row a figure and value.

    Returns:
        The columns figure_id, claimed, printed (the other value), reports (that print it) and
        report_count (that carry the figure); the most frequent first.
    """
    other = mentions[departs(mentions, Difference.VALUE)]
    texts = [stated_value(row) for row in other.to_dict("records")]
    counts = other.assign(printed=texts).groupby(["figure_id", "printed"])["report_id"].nunique()
    claimed = figures[["figure_id", "report_count"]].assign(
        claimed=[stated_value(row) for row in figures.to_dict("records")]
    )
    table = counts.rename("reports").reset_index().merge(claimed, on="figure_id")
    table = table[["figure_id", "claimed", "printed", "reports", "report_count"]]
    return table.sort_values(
        ["reports", "figure_id", "printed"], ascending=[False, True, True], ignore_index=True
    )


def superseding_chain(figures: pd.DataFrame, *, figure_id: str) -> list[str]:
    """Return the figures that a claimant put one in place of another, the earliest first.

    Args:
        figures: the table ``figures``.
        figure_id: any figure of the chain.
    """
    earlier = _links(figures, "supersedes")
    later = _links(figures, "superseded_by")
    chain = [figure_id]
    while chain[0] in earlier:
        chain.insert(0, earlier[chain[0]])
    while chain[-1] in later:
        chain.append(later[chain[-1]])
    return chain


def _links(figures: pd.DataFrame, column: str) -> dict[str, str]:
    linked = figures[figures[column].notna()]
    return dict(zip(linked["figure_id"], linked[column], strict=True))


def stale_relays(carried: pd.DataFrame) -> pd.DataFrame:
    """Return the relays of figures that were replaced later, with the columns late and stale.

    A relay is late if its page was published after the day on which the replacing figure was
    first published. It is stale if it is late and the page carries no later figure of the same
    claimant and measure that replaces this one, directly or in the end. Only pages whose day of
    publication is known are counted.

    Args:
        carried: the result of ``carried_figures``.
    """
    replaced = carried["superseded_by"].notna() & (carried["published_on_precision"] == "day")
    chosen = carried[replaced].reset_index(drop=True)
    late = chosen["published_on"] > chosen["status_since"]
    newer = _pages_with_a_later_figure(carried)
    keys = zip(chosen["figure_id"], chosen["report_id"], strict=True)
    told = pd.Series([key in newer for key in keys], index=chosen.index, dtype=bool)
    return chosen.assign(late=late, stale=late & ~told)


def _pages_with_a_later_figure(carried: pd.DataFrame) -> set[tuple[str, str]]:
    """Each figure with each page that carries a figure which replaced it, directly or later."""
    successors = _links(carried, "superseded_by")
    pages = carried.groupby("figure_id")["report_id"].agg(list).to_dict()
    found: set[tuple[str, str]] = set()
    for figure_id in successors:
        step = figure_id
        while step in successors:
            step = successors[step]
            found |= {(figure_id, page) for page in pages.get(step, [])}
    return found
