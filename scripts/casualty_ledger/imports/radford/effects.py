"""What the flagged rows do to the totals that one reads off the file."""

from collections.abc import Hashable

import pandas as pd

from casualty_schemas.imported import DefectKind
from casualty_schemas.vocabularies import Scope

SERIES = ["population", "measure", "claimant"]


def totals_without(claims: pd.DataFrame, flags: pd.DataFrame) -> pd.DataFrame:
    """Return what is read off each series with and without the rows of each kind of flag.

    Args:
        claims: the table ``claims``; its running totals are used, and whichever number a claim
            states stands for it.
        flags: the table ``flags``.

    Returns:
        one row a kind and series in which the kind occurs: ``rows`` of the series, ``flagged``
        among them, its ``last`` and ``largest`` number, and ``last_without`` and
        ``largest_without`` them; missing if no row is left.
    """
    running = claims[claims["scope"] == Scope.CUMULATIVE.value]
    numbers = running["value_best"].fillna(running["value_low"]).fillna(running["value_high"])
    running = running.assign(number=numbers).sort_values(["as_of_end", "figure_id"])
    rows = []
    for kind in DefectKind:
        flagged = flags.loc[flags["kind"] == kind.value, "row_id"]
        for key, own in running.groupby(SERIES, observed=True):
            with_flag = own["figure_id"].isin(flagged)
            if with_flag.any():
                rows.append(_row(kind, key, own["number"], own.loc[~with_flag, "number"]))
    table = pd.DataFrame(rows, columns=["kind", *SERIES, "rows", "flagged", *_NUMBERS])
    return table.astype(dict.fromkeys(_NUMBERS, "Int64"))


_NUMBERS = ["last", "last_without", "largest", "largest_without"]


def _row(
    kind: DefectKind, key: tuple[Hashable, ...], numbers: "pd.Series[int]", kept: "pd.Series[int]"
) -> list[object]:
    counts = [len(numbers), len(numbers) - len(kept)]
    last = [values.iloc[-1] if len(values) else pd.NA for values in (numbers, kept)]
    largest = [values.max() if len(values) else pd.NA for values in (numbers, kept)]
    return [kind.value, *key, *counts, *last, *largest]


def ratios_to_deaths(claims: pd.DataFrame) -> pd.DataFrame:
    """Return injuries and casualties over the deaths that the same bloc gives for the same day.

    Where a bloc gives several numbers of deaths for a day, each of them makes a pair: to choose
    one would be to decide which is meant.

    Args:
        claims: the table ``claims``; running totals without a limit are used.

    Returns:
        one row a pair: ``figure_id`` of the injuries or casualties, ``measure``, ``population``,
        ``claimant``, ``day``, ``number``, ``deaths`` and ``ratio``.
    """
    exact = claims[(claims["scope"] == Scope.CUMULATIVE.value) & claims["value_best"].notna()]
    plain = exact[["figure_id", *SERIES]].assign(day=exact["as_of_end"], number=exact["value_best"])
    killed = plain[plain["measure"] == "killed"].rename(columns={"number": "deaths"})
    side = ["population", "claimant", "day"]
    others = plain[plain["measure"].isin(["wounded", "casualties"])]
    pairs = others.merge(killed[[*side, "deaths"]].drop_duplicates(), on=side)
    pairs = pairs[pairs["deaths"] > 0]
    ratio = pairs["number"].astype(float) / pairs["deaths"].astype(float)
    return pairs.assign(ratio=ratio).sort_values(["day", "figure_id", "deaths"], ignore_index=True)
