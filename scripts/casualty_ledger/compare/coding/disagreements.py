"""Where two codings disagree, one row a cell, and what was settled about it."""

from enum import StrEnum

import pandas as pd

from casualty_ledger.compare.coding.coded import FIELDS
from casualty_ledger.compare.coding.matching import ONLY_FIRST, ONLY_SECOND

ROW = "row"
KEY = ["page", "position_first", "position_second", "field"]


class Verdict(StrEnum):
    """Who was right, after the page was read once more."""

    FIRST = "first"
    SECOND = "second"
    BOTH = "both"  # either reading can be defended
    NEITHER = "neither"


ERRORS = (Verdict.SECOND.value, Verdict.NEITHER.value)


def disagreements(matched: pd.DataFrame, settled: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return one row a field in which a matched pair disagrees, and one a row that has no match.

    Args:
        matched: the result of ``match_rows``.
        settled: an earlier list of disagreements with the columns page, position_first,
            position_second, field, verdict (a code of ``Verdict``) and reason.

    Returns:
        The columns page, position_first, position_second, as_written, field, first, second,
        verdict and reason; the last two are missing where nothing was settled. ``field`` is
        ``row`` where one coding has a mention that the other has not.

    Raises:
        ValueError: a verdict is unknown.
    """
    alone = matched[matched["match"].isin([ONLY_FIRST, ONLY_SECOND])]
    parts = [_listed(alone, ROW, "as_written")]
    pairs = matched.drop(index=alone.index)
    for field in FIELDS:
        differing = pairs[comparable(pairs, field) & ~agrees(pairs, field)]
        parts.append(_listed(differing, field, field))
    found = pd.concat([part for part in parts if len(part)] or parts[:1])
    found = found.sort_values(KEY, ignore_index=True)
    return _with_verdicts(found, settled)


def comparable(pairs: pd.DataFrame, field: str) -> "pd.Series[bool]":
    """Tell, pair by pair, whether the first coding keeps what the page prints in ``field``."""
    return ~pairs["not_kept"].map(lambda names: field in str(names).split()).astype(bool)


def agrees(pairs: pd.DataFrame, field: str) -> "pd.Series[bool]":
    """Tell, pair by pair, whether both say the same, or both say nothing; case does not count."""
    return as_text(pairs[f"{field}_first"]) == as_text(pairs[f"{field}_second"])


def as_text(values: "pd.Series[str]") -> "pd.Series[str]":
    """Return values as folded text; nothing said is the empty text."""
    return values.astype("object").where(values.notna(), "").map(str).str.strip().str.casefold()


def _listed(rows: pd.DataFrame, field: str, shown: str) -> pd.DataFrame:
    phrase = rows["as_written_first"].fillna(rows["as_written_second"])
    listed = rows[["page", "position_first", "position_second"]].assign(
        as_written=phrase, field=field
    )
    for side in ("first", "second"):
        values = rows[f"{shown}_{side}"]
        listed[side] = values.astype("object").where(values.notna(), "").map(str)
    return listed


def _with_verdicts(found: pd.DataFrame, settled: pd.DataFrame | None) -> pd.DataFrame:
    if settled is None:
        return found.assign(verdict=None, reason=None)
    unknown = sorted(set(settled["verdict"].dropna()) - {code.value for code in Verdict})
    if unknown:
        raise ValueError(f"verdict: unknown code {unknown[0]!r}")
    places = settled[[*KEY, "verdict", "reason"]].astype(
        {"position_first": "Int64", "position_second": "Int64"}
    )
    return found.merge(places, on=KEY, how="left", validate="one_to_one")
