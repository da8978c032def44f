"""Agreement of two codings, field by field."""

from typing import Any, Literal

import pandas as pd

from casualty_ledger.compare.coding.coded import FIELDS, NUMBERS
from casualty_ledger.compare.coding.disagreements import (
    ERRORS,
    ROW,
    agrees,
    as_text,
    comparable,
)
from casualty_ledger.compare.coding.matching import ONLY_FIRST, ONLY_SECOND
from casualty_ledger.compare.rates import with_interval

Level = Literal["nominal", "ratio"]


def agreement(matched: pd.DataFrame, listed: pd.DataFrame) -> pd.DataFrame:
    """Return how far two codings agree in each field.

    ``n`` counts the mentions that can be compared: for ``row`` all that either coding has; for a
    number the pairs in which at least one coding states it; for any other field all pairs, but
    for those in which the first coding does not keep what the page prints (``not_kept``).

    Alpha is Krippendorff's, by the library ``krippendorff``: nominal for words and codes, where
    saying nothing is a code of its own; at the level of ratios for numbers, over the pairs in
    which both state one. It is missing where all values are the same, because agreement by chance
    is then certain.

    An error is a disagreement that was settled against the first coding; one that was not settled
    counts as an error too, so that the rate before settling is an upper limit. The interval is
    Wilson's, at 95 %.

    Args:
        matched: the result of ``match_rows``.
        listed: the result of ``disagreements`` for it.

    Returns:
        One row a field, with the columns field, level, n, not_kept, agreeing, agreement_percent,
        alpha, unsettled, errors, error_rate, error_low and error_high (shares from 0 to 1).
    """
    alone = matched["match"].isin([ONLY_FIRST, ONLY_SECOND])
    rows = [_counted(ROW, None, len(matched), 0, int((~alone).sum()), None)]
    rows += [_field(matched[~alone], field) for field in FIELDS]
    table = pd.DataFrame(rows).merge(_errors(listed), on="field", how="left")
    table[["unsettled", "errors"]] = table[["unsettled", "errors"]].fillna(0).astype(int)
    counts = with_interval(table[["n", "errors"]].rename(columns={"errors": "events"}))
    ends = {f"error_{name}": counts[name] for name in ("rate", "low", "high")}
    return table.assign(**ends)


def _field(pairs: pd.DataFrame, field: str) -> dict[str, Any]:
    level: Level = "ratio" if field in NUMBERS else "nominal"
    kept = pairs[comparable(pairs, field)]
    if level == "ratio":
        kept = kept[kept[f"{field}_first"].notna() | kept[f"{field}_second"].notna()]
    agreeing = int(agrees(kept, field).sum())
    left_out = int((~comparable(pairs, field)).sum())
    return _counted(field, level, len(kept), left_out, agreeing, _alpha(kept, field, level))


def _counted(
    field: str, level: Level | None, n: int, not_kept: int, agreeing: int, alpha: float | None
) -> dict[str, Any]:
    return {
        "field": field,
        "level": level,
        "n": n,
        "not_kept": not_kept,
        "agreeing": agreeing,
        "agreement_percent": 100 * agreeing / n if n else float("nan"),
        "alpha": float("nan") if alpha is None else alpha,
    }


def _alpha(pairs: pd.DataFrame, field: str, level: Level) -> float | None:
    import krippendorff

    sides = [pairs[f"{field}_first"], pairs[f"{field}_second"]]
    if level == "ratio":
        both = sides[0].notna() & sides[1].notna()
        units = [side[both].astype(float).to_list() for side in sides]
    else:
        codes, _ = pd.factorize(pd.concat([as_text(side) for side in sides]), sort=True)
        units = [codes[: len(pairs)].tolist(), codes[len(pairs) :].tolist()]
    if len({value for side in units for value in side}) < 2:
        return None
    return float(krippendorff.alpha(reliability_data=units, level_of_measurement=level))


def _errors(listed: pd.DataFrame) -> pd.DataFrame:
    verdicts = listed.assign(
        unsettled=listed["verdict"].isna(),
        errors=listed["verdict"].isna() | listed["verdict"].isin(ERRORS),
    )
    return verdicts.groupby("field")[["unsettled", "errors"]].sum().reset_index()
