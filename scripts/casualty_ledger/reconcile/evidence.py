"""From the table of figures to claims: which figures the model takes, and why not the others."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from casualty_ledger.reconcile.claims import includes_text, rounding_unit, valid_claims
from casualty_schemas.vocabularies import LIST_SEPARATOR

# Measures of losses; what else a figure counts (deployed, planned) is no matter of this model.
LOSSES = (
    "killed", "died_of_wounds", "wounded", "missing", "captured", "casualties", "losses",
    "irrecoverable_losses", "sanitary_losses", "graves", "portraits",
)  # fmt: skip
_COUNTED = ("killed", "wounded", "missing", "captured", "casualties")
_KINDS = {
    "exact": "point", "about": "point", "nearly": "point", "at_least": "at_least",
    "more_than": "at_least", "up_to": "up_to", "at_most": "up_to", "between": "range",
}  # fmt: skip
_RELATIONS = {
    "own_side": "own_side", "opponent": "opponent", "opponents_ally": "opponent",
    "third_party": "third_party", "undetermined": "third_party",
}  # fmt: skip
# Of a claim whose month or year alone is known: days from its first day to its middle.
_HALF = {"day": 0, "month": 14, "year": 182}


@dataclass(frozen=True, slots=True)
class Evidence:
    """The claims that a fit takes, and the figures that it leaves out.

    Attributes:
        claims: the columns of ``claims.Claims``.
        left_out: figure_id, claimant, measure, stated (the number, or missing) and reason.
        first_day: the first day on which any figure, taken or not, reports a loss.
    """

    claims: pd.DataFrame
    left_out: pd.DataFrame
    first_day: date


def claims_from_figures(figures: pd.DataFrame, *, population: str) -> Evidence:
    """Return the claims on the losses of one force that speak of the whole force.

    One figure is one claim: relays are mentions and do not appear. Superseded figures stay, as
    earlier reports of their claimant. ``nearly`` is read as a point. Where the claim's day is
    not known it is the middle of its month or year, else the day of the first publication.

    Args:
        figures: the table ``figures``.
        population: the force; figures on parts of it are not taken.

    Raises:
        ValueError: no figure on the losses of this force can be taken.
    """
    chosen = figures[figures["measure"].isin(LOSSES) & (figures["population"] == population)]
    reasons = _reasons(chosen)
    taken = chosen[reasons.isna()]
    if taken.empty:
        raise ValueError(f"no claim on the losses of {population!r} that the model can take")
    left = chosen[reasons.notna()]
    stated = left["value_best"].fillna(left["value_low"]).fillna(left["value_high"])
    left_out = left[["figure_id", "claimant", "measure"]].assign(
        stated=stated, reason=reasons[reasons.notna()]
    )
    claims = valid_claims(_rows(taken))
    return Evidence(
        claims=claims,
        left_out=left_out.sort_values(["reason", "figure_id"], ignore_index=True),
        first_day=_first_loss(chosen, claims),
    )


def _first_loss(figures: pd.DataFrame, claims: pd.DataFrame) -> date:
    """The first day of a single event with losses, or of a claim's period, or of a claim."""
    event = figures["scope"].astype("str").isin(["event", "period"])
    days = [figures["as_of_start"].where(event), figures["claimed_on"], claims["day"]]
    first: date = pd.concat(days).min().date()
    return first


def _reasons(figures: pd.DataFrame) -> "pd.Series[str]":
    """Why each figure is left out: the first reason that holds; missing if none does."""
    text = {
        name: figures[name].astype("str")
        for name in ("measure", "bound", "status", "certainty", "scope", "basis", "derivation")
    }
    whole = figures.set_index("figure_id")["measure"].astype("str")
    undated = figures[["as_of_end", "claimed_on", "first_published_on"]].isna().all(axis="columns")
    rules = {
        "states no number": text["bound"].isin(["vague", "unspecified"]),
        "its measure is not one that the model holds": ~text["measure"].isin(_COUNTED),
        "does not stand: corrected, retracted or disputed": text["status"].isin(
            ["corrected", "retracted", "disputed"]
        ),
        "its claimant does not stand behind it": text["certainty"].isin(
            ["unconfirmed", "denied", "withdrawn"]
        ),
        "counts one event or moment, not the force over time": ~text["scope"].isin(
            ["cumulative", "period"]
        ),
        "counts what one unit or one source saw, not the force": text["basis"].isin(
            ["battlefield_report", "intercept", "prisoner_account"]
        ),
        "counts a period whose days are not known": (text["scope"] == "period")
        & (figures["as_of_start"].isna() | figures["as_of_end"].isna()),
        "a relayer's arithmetic": text["derivation"] != "stated",
        "its word can mean several measures": figures["ambiguous"] & figures["includes"].isna(),
        "a part of another figure of the same measure": figures["part_of"].map(whole)
        == text["measure"],
        "has no date at all": undated,
    }
    reasons = pd.Series(pd.NA, index=figures.index, dtype="str")
    for reason, holds in reversed(rules.items()):
        reasons = reasons.mask(holds.fillna(False).astype(bool), reason)
    return reasons


def _rows(figures: pd.DataFrame) -> pd.DataFrame:
    days, basis = _days(figures)
    period = figures["scope"].astype("str") == "period"
    low = figures["value_best"].fillna(figures["value_low"])
    high = figures["value_best"].fillna(figures["value_high"])
    between = figures["bound"].astype("str") == "between"
    stated = low.fillna(high)
    kinds = figures["bound"].astype("str").map(_KINDS).mask((low == 0) & (high == 0), "zero")
    return pd.DataFrame(
        {
            "claim_id": figures["figure_id"],
            "force": figures["population"],
            "measure": figures["measure"].astype("str"),
            "includes": _includes(figures),
            "claimant": figures["claimant"],
            "relation": figures["stance"].astype("str").map(_RELATIONS),
            "start": figures["as_of_start"].where(period),
            "day": days,
            "day_basis": basis,
            "kind": kinds,
            "low": low.mask(between, figures["value_low"]),
            "high": high.mask(between, figures["value_high"]),
            "unit": [rounding_unit(int(value)) for value in stated],
        }
    )


def _days(figures: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """The last day that each claim counts, and where it comes from.

    No claim speaks of days after it was said: an as-of month ends on the day of the claim.
    """
    precision = figures["claimed_on_precision"].astype("str")
    half = pd.to_timedelta(precision.map(_HALF).fillna(0), unit="D")
    claimed = (figures["claimed_on"] + half).astype(figures["claimed_on"].dtype)
    said = claimed.fillna(figures["first_published_on"])
    as_of = figures["as_of_end"].where(~(figures["as_of_end"] > said), said)
    basis = pd.Series("as_of", index=figures.index)
    basis = basis.mask(as_of.isna(), "claimed").mask(as_of.isna() & claimed.isna(), "published")
    return as_of.fillna(said), basis


def _includes(figures: pd.DataFrame) -> list[str]:
    """Base measures that each claim counts; casualties without more are killed and wounded."""
    texts = []
    for measure, includes in zip(figures["measure"], figures["includes"], strict=True):
        named = includes.split(LIST_SEPARATOR) if isinstance(includes, str) else []
        umbrella = str(measure) == "casualties"
        texts.append(includes_text({"killed", "wounded", *named} if umbrella else [str(measure)]))
    return texts
