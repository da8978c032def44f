"""The imported claims as evidence of the reconciliation model."""

import pandas as pd

from casualty_schemas.vocabularies import LIST_SEPARATOR, Bound, Measure, Stance

FORCES = ("rus-forces", "ukr-forces")

_RELATIONS = {
    Stance.OWN_SIDE: "own_side",
    Stance.OPPONENT: "opponent",
    Stance.OPPONENTS_ALLY: "opponent",
    Stance.THIRD_PARTY: "third_party",
    Stance.UNDETERMINED: "third_party",
}
_KINDS = {Bound.EXACT: "point", Bound.AT_LEAST: "at_least", Bound.UP_TO: "up_to"}
# The file does not say what its casualties include; these are what the paper adds up.
_INCLUDES = {Measure.CASUALTIES: LIST_SEPARATOR.join([Measure.KILLED, Measure.WOUNDED])}


def evidence(claims: pd.DataFrame, *, without: "pd.Series[str] | None" = None) -> pd.DataFrame:
    """Return claims about soldiers in the columns that ``casualty_ledger.reconcile`` fits.

    Each bloc is one claimant, as in the paper, and the two limits of a range are two claims, as in
    the file.

    Args:
        claims: the table ``claims``.
        without: ids of rows to leave out.
    """
    military = claims["population"].isin(FORCES)
    dropped = claims["figure_id"].isin([] if without is None else list(without))
    own = claims[military & ~dropped].reset_index(drop=True)
    measure, bound = own["measure"].astype("str"), own["bound"].astype("str")
    zero = own["value_best"].eq(0).fillna(False).astype(bool)
    return pd.DataFrame(
        {
            "claim_id": own["figure_id"],
            "force": own["population"],
            "measure": measure,
            "includes": measure.replace({str(key): text for key, text in _INCLUDES.items()}),
            "claimant": own["claimant"],
            "relation": own["stance"].astype("str").map({str(k): v for k, v in _RELATIONS.items()}),
            "start": own["as_of_start"],
            "day": own["as_of_end"],
            "day_basis": "as_of",
            "kind": bound.map({str(key): kind for key, kind in _KINDS.items()}).mask(zero, "zero"),
            "low": own["value_low"].fillna(own["value_best"]),
            "high": own["value_high"].fillna(own["value_best"]),
        }
    )
