"""How claimants change their own figures: each figure beside the one that it replaces.

The table ``revisions`` is something else: corrections that the editors made to their records.
"""

import pandas as pd

from casualty_ledger.compare.intervals import DEFAULT, Tolerance, intervals
from casualty_ledger.compare.standing import stated_number

KINDS = ("raised", "lowered", "repeated", "reworded", "no number")


def claim_revisions(
    figures: pd.DataFrame,
    *,
    tolerance: Tolerance = DEFAULT,
    vague: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return one row a replacement: what a claimant said, and what it put in its place.

    Replacements are those that the records state (``supersedes``); nothing is concluded from the
    order of claims.

    Args:
        figures: the table ``figures``, or some of its rows; a replacement whose earlier figure is
            not among them is left out.
        tolerance: see ``intervals``.
        vague: see ``intervals``.

    Returns:
        The columns
        chain, the first figure of the chain, and step, counted from 1;
        claimant, population, measure and scope, of the later figure;
        old_figure, old_bound and old (people, as stated), new_figure, new_bound and new;
        old_status, which tells a figure that was called wrong from one that was only replaced;
        ratio, new over old, missing where one of them states no number or old is 0;
        old_on, new_on, and days between them, missing unless both are known to the day;
        kind: raised, lowered, repeated (same number and bound), reworded (same number, another
        bound) or no number (one of them states none);
        compatible, whether some number satisfies both, missing where one has no interval:
        *about 300* after *at least 100* is a raise and takes nothing back.
        Ordered by claimant, chain and step.
    """
    about = _described(figures, tolerance, vague)
    columns = ["figure_id", "on", "day_known", "bound", "status", "number", "floor", "ceiling"]
    old = about[columns].add_prefix("old_")
    pairs = about[about["supersedes"].notna()].merge(
        old, left_on="supersedes", right_on="old_figure_id"
    )
    pairs["days"] = (pairs["on"] - pairs["old_on"]).dt.days.astype("Int64")
    pairs["days"] = pairs["days"].where(pairs["day_known"] & pairs["old_day_known"])
    pairs["ratio"] = (pairs["number"] / pairs["old_number"].mask(pairs["old_number"] == 0)).astype(
        "Float64"
    )
    pairs["kind"] = _kinds(pairs)
    silent = pairs[["floor", "ceiling"]].isna().all(axis="columns")
    silent |= pairs[["old_floor", "old_ceiling"]].isna().all(axis="columns")
    pairs["compatible"] = _compatible(pairs).mask(silent)
    return _in_chains(pairs, figures)


def _described(
    figures: pd.DataFrame, tolerance: Tolerance, vague: pd.DataFrame | None
) -> pd.DataFrame:
    names = ["figure_id", "claimant", "population", "measure", "scope", "status", "supersedes"]
    about = figures[names].assign(
        on=figures["claimed_on"],
        day_known=figures["claimed_on_precision"] == "day",
        bound=figures["bound"].astype("str"),
        number=stated_number(figures),
    )
    return about.join(intervals(figures, tolerance=tolerance, vague=vague))


def _compatible(pairs: pd.DataFrame) -> "pd.Series[bool]":
    """Two intervals share a number unless one ends before the other begins."""
    apart = (pairs["floor"] > pairs["old_ceiling"]).fillna(False)
    apart |= (pairs["old_floor"] > pairs["ceiling"]).fillna(False)
    return ~apart.astype("boolean")


def _kinds(pairs: pd.DataFrame) -> "pd.Series[str]":
    new, old = pairs["number"], pairs["old_number"]
    kind = pd.Series("no number", index=pairs.index, dtype="str")
    same = (new == old).fillna(False)
    kind = kind.mask((new > old).fillna(False), "raised").mask((new < old).fillna(False), "lowered")
    kind = kind.mask(same & (pairs["bound"] == pairs["old_bound"]), "repeated")
    return kind.mask(same & (pairs["bound"] != pairs["old_bound"]), "reworded")


def _in_chains(pairs: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    links = dict(zip(pairs["figure_id"], pairs["supersedes"], strict=True))
    steps = [_place(figure_id, links) for figure_id in pairs["figure_id"]]
    named = pairs.rename(
        columns={
            "old_figure_id": "old_figure",
            "old_number": "old",
            "figure_id": "new_figure",
            "bound": "new_bound",
            "number": "new",
            "on": "new_on",
        }
    ).assign(chain=[first for first, _ in steps], step=[step for _, step in steps])
    columns = [
        "chain", "step", "claimant", "population", "measure", "scope", "old_figure", "old_bound",
        "old", "old_status", "new_figure", "new_bound", "new", "ratio", "old_on", "new_on", "days",
        "kind", "compatible",
    ]  # fmt: skip
    found = named[columns].sort_values(["claimant", "chain", "step"], ignore_index=True)
    found.attrs = dict(figures.attrs)
    return found


def _place(figure_id: str, links: dict[str, str]) -> tuple[str, int]:
    """The first figure of its chain, and how many replacements lead from there to this figure.

    Raises:
        ValueError: the links lead in a circle.
    """
    first, step = figure_id, 0
    while first in links:
        first, step = links[first], step + 1
        if step > len(links):
            raise ValueError(f"the chain of {figure_id} leads in a circle")
    return first, step
