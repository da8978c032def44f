"""Weak points that a figure has by itself: its date, its word, how its number came about."""

from collections.abc import Callable, Iterator

import pandas as pd

from casualty_ledger.build.anomalies.phrases import anomaly
from casualty_ledger.build.cells import Row
from casualty_ledger.build.phrases import Claim
from casualty_schemas.vocabularies import AnomalyKind, Derivation, Precision, Status

_SHOWN = {Precision.MONTH.value: "%Y-%m", Precision.YEAR.value: "%Y"}


def claim_anomalies(figures: pd.DataFrame) -> Iterator[Row]:
    """Yield what each row of ``figures`` says against itself."""
    for claim in figures.to_dict("records"):
        for kind, explain in _KINDS.items():
            if explanation := explain(claim):
                yield anomaly(claim["figure_id"], kind, explanation)


def _date_missing(claim: Claim) -> str | None:
    return "The day of the claim is not known." if pd.isna(claim["claimed_on"]) else None


def _date_imprecise(claim: Claim) -> str | None:
    precision = claim["claimed_on_precision"]
    if precision not in _SHOWN:
        return None
    shown = claim["claimed_on"].strftime(_SHOWN[precision])
    return f"Of the day of the claim only the {precision} is known, {shown}."


def _date_inferred(claim: Claim) -> str | None:
    names = {"claimed_on_inferred": "the day of the claim", "as_of_inferred": "the as-of dates"}
    concluded = " and ".join(name for key, name in names.items() if claim[key])
    if not concluded:
        return None
    verb = "was" if concluded == "the day of the claim" else "were"
    return f"{concluded.capitalize()} {verb} concluded and not printed."


def _disputed(claim: Claim) -> str | None:
    if claim["status"] != Status.DISPUTED.value:
        return None
    return f"Disputed since {claim['status_since']:%Y-%m-%d}: {claim['status_reason']}."


def _ambiguous(claim: Claim) -> str | None:
    if not claim["ambiguous"]:
        return None
    return f"The claimant's word can mean several measures; it is recorded as {claim['measure']}."


def _relayer_arithmetic(claim: Claim) -> str | None:
    return _how_derived(claim, Derivation.SUMMED_BY_RELAYER, Derivation.MULTIPLIED_BY_RELAYER)


def _unit_size(claim: Claim) -> str | None:
    return _how_derived(claim, Derivation.UNIT_SIZE_INFERRED)


def _how_derived(claim: Claim, *derivations: Derivation) -> str | None:
    """The definition of the derivation as a sentence, if it is one of those that are given."""
    definitions = {code.value: code.definition for code in derivations}
    definition = definitions.get(claim["derivation"])
    return f"{definition[0].upper()}{definition[1:]}." if definition else None


_KINDS: dict[AnomalyKind, Callable[[Claim], str | None]] = {
    AnomalyKind.CLAIM_DATE_MISSING: _date_missing,
    AnomalyKind.CLAIM_DATE_IMPRECISE: _date_imprecise,
    AnomalyKind.DATE_INFERRED: _date_inferred,
    AnomalyKind.DISPUTED: _disputed,
    AnomalyKind.AMBIGUOUS_WORD: _ambiguous,
    AnomalyKind.RELAYER_ARITHMETIC: _relayer_arithmetic,
    AnomalyKind.UNIT_SIZE_INFERRED: _unit_size,
}
