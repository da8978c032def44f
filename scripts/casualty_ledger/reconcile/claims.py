"""What the model is fitted to: one row a distinct claim, whatever dataset it comes from.

``claims_from_figures`` makes such rows from the table ``figures``. An importer of another dataset
makes the columns of ``Claims`` itself and passes them through ``valid_claims``; then the same
model fits both.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd
from pandera.errors import SchemaErrors
from pandera.typing import Series

from casualty_ledger.build.frames import pandas_dtype
from casualty_schemas.columns import code, count, day, words
from casualty_schemas.columns import describe as describe_columns
from casualty_schemas.table import Table, row_rule
from casualty_schemas.vocabularies import LIST_SEPARATOR, Component, Vocabulary

BASE_MEASURES = tuple(Component.codes())


class ClaimMeasure(Vocabulary):
    """What a claim counts: a base measure of the model, or casualties, the sum of several."""

    KILLED = "killed", "the dead"
    WOUNDED = "wounded", "the wounded"
    MISSING = "missing", "the missing"
    CAPTURED = "captured", "the prisoners"
    CASUALTIES = "casualties", "the sum of what the column includes names"


class Relation(Vocabulary):
    """How the claimant stands to the force that it counts."""

    OWN_SIDE = "own_side", "a party on the side of the counted force"
    OPPONENT = "opponent", "a party on the other side, or one of its allies"
    THIRD_PARTY = "third_party", "none of these, or not known"


class Kind(Vocabulary):
    """How the stated number limits the quantity, as the model reads it."""

    POINT = "point", "a single number, exact or about: low and high are that number"
    AT_LEAST = "at_least", "at least or more than: low is given, high is missing"
    UP_TO = "up_to", "up to or at most: high is given, low is missing"
    RANGE = "range", "between two numbers, or words with a known interval: both are given"
    ZERO = "zero", "none: low and high are 0"


class DayBasis(Vocabulary):
    """Where the day of a claim comes from."""

    AS_OF = "as_of", "the claim names the day, or the last day of the period, that it describes"
    CLAIMED = "claimed", "the day on which it was said"
    PUBLISHED = "published", "the day of the first publication: the claim has no date of its own"


class Claims(Table):
    """One row a distinct claim; a relay is no row."""

    class Config(Table.Config):
        """The key, and what one row is."""

        unique = ["claim_id"]
        description = "One row is one claim of one claimant; relays and copies are no rows."

    claim_id: Series[str] = words(
        "Claim", "Id of the claim in its dataset.", "kr-nis-2025-09-02-killed", unique=True
    )
    force: Series[str] = words("Force", "Whose personnel were counted.", "prk-forces")
    measure: Series[pd.CategoricalDtype] = code("Measure", "What was counted.", ClaimMeasure)
    includes: Series[str] = words(
        "Includes",
        "The base measures whose sum the claim states, in the order of the vocabulary; for a base "
        "measure that measure itself.",
        "killed;wounded",
        vocabulary=Component,
        is_list=True,
    )
    claimant: Series[str] = words(
        "Claimant", "Who asserts the number; its errors are taken as dependent.", "kr-nis"
    )
    relation: Series[pd.CategoricalDtype] = code(
        "Relation", "How the claimant stands to the counted force.", Relation
    )
    start: Series[np.datetime64] = day(
        "Start",
        "First day of the period that the claim counts; missing if it counts from the beginning.",
        "2024-12-20",
        nullable=True,
    )
    day: Series[np.datetime64] = day(
        "Day", "Last day that the claim counts, inclusive.", "2025-09-02"
    )
    day_basis: Series[pd.CategoricalDtype] = code(
        "Basis of the day", "Where the day comes from.", DayBasis
    )
    kind: Series[pd.CategoricalDtype] = code("Kind", "How the number limits the quantity.", Kind)
    low: Series[pd.Int64Dtype] = count(
        "Low", "Lower number; see kind.", "100", "people", nullable=True
    )
    high: Series[pd.Int64Dtype] = count(
        "High", "Upper number; see kind.", "2000", "people", nullable=True
    )
    unit: Series[pd.Int64Dtype] = count(
        "Rounding unit",
        "To how many people the number is rounded, as its trailing zeros say; at least 1.",
        "1000",
        "people",
    )

    @row_rule("low and high are given as the kind asks")
    def _values_fit_kind(cls, claims: pd.DataFrame) -> pd.Series:
        low, high, kind = claims["low"], claims["high"], claims["kind"].astype("str")
        given_low, given_high = low.notna(), high.notna()
        both = given_low & given_high
        equal = (low == high).fillna(False).astype(bool)
        positive = (low.fillna(high) > 0).fillna(False).astype(bool)
        fits = {
            "point": both & equal & positive,
            "at_least": given_low & ~given_high & positive,
            "up_to": ~given_low & given_high & positive,
            "range": both & (low < high).fillna(False).astype(bool),
            "zero": both & equal & ~positive,
        }
        return pd.Series(np.select([kind == name for name in fits], list(fits.values()), False))

    @row_rule("the rounding unit is at least 1")
    def _unit_is_positive(cls, claims: pd.DataFrame) -> pd.Series:
        return claims["unit"] >= 1

    @row_rule("a period begins no later than it ends")
    def _period_in_order(cls, claims: pd.DataFrame) -> pd.Series:
        return (claims["start"] <= claims["day"]) | claims["start"].isna()

    @row_rule("includes names known base measures, and a base measure names itself")
    def _includes_fit(cls, claims: pd.DataFrame) -> pd.Series:
        parts = claims["includes"].str.split(LIST_SEPARATOR)
        known = parts.map(
            lambda names: isinstance(names, list) and set(names) <= set(BASE_MEASURES)
        )
        umbrella = claims["measure"].astype("str") == "casualties"
        return known & (umbrella | (claims["includes"] == claims["measure"].astype("str")))


COLUMNS = tuple(column.name for column in describe_columns(Claims))


class InvalidClaimsError(ValueError):
    """Rows that are no claims; the message lists each row and rule."""


def valid_claims(claims: pd.DataFrame) -> pd.DataFrame:
    """Return claims typed, sorted on force, measure, claimant, day and id, and validated.

    Args:
        claims: the columns of ``Claims`` in any order; texts, numbers and dates as pandas can
            convert them. ``unit`` may be absent: it then follows from the trailing zeros.

    Raises:
        InvalidClaimsError: a column is missing, or a row breaks a rule of ``Claims``.
    """
    if "unit" not in claims and {"low", "high"} <= set(claims):
        stated = claims["low"].fillna(claims["high"])
        claims = claims.assign(unit=[rounding_unit(int(value)) for value in stated.fillna(0)])
    if missing := [name for name in COLUMNS if name not in claims]:
        raise InvalidClaimsError(f"columns are missing: {', '.join(missing)}")
    try:
        typed = _typed(claims[list(COLUMNS)])
    except (TypeError, ValueError) as error:
        raise InvalidClaimsError(f"a value can not be converted: {error}") from error
    order = ["force", "measure", "claimant", "day", "claim_id"]
    ordered = typed.sort_values(order, ignore_index=True)
    try:
        return Claims.validate(ordered, lazy=True)
    except SchemaErrors as error:
        raise InvalidClaimsError(_listed(error, ordered)) from error


def _typed(claims: pd.DataFrame) -> pd.DataFrame:
    types = {column.name: pandas_dtype(column) for column in describe_columns(Claims)}
    days = {name: pd.to_datetime(claims[name]) for name in ("start", "day")}
    coded = {
        name: claims[name].where(claims[name].isin(dtype.categories))  # a fault of its row
        for name, dtype in types.items()
        if isinstance(dtype, pd.CategoricalDtype)
    }
    return claims.assign(**days, **coded).astype(types)


def _listed(error: SchemaErrors, claims: pd.DataFrame) -> str:
    """One line a row and rule: the claim, the column where there is one, and the rule."""
    lines = []
    for case in error.failure_cases.to_dict("records"):
        place = case["index"]
        known = isinstance(place, int) and 0 <= place < len(claims)
        name = claims["claim_id"].iloc[place] if known else "all claims"
        column = case["column"] if case["schema_context"] == "Column" else "row"
        lines.append(f"{name}: {column}: {case['check']}")
    return "\n".join(dict.fromkeys(lines))


def rounding_unit(value: int) -> int:
    """Return the power of ten to which a number is rounded, as its trailing zeros say.

    >>> [rounding_unit(value) for value in (408, 3600, 4000, 0)]
    [1, 100, 1000, 1]
    """
    unit = 1
    while value and value % (10 * unit) == 0:
        unit *= 10
    return unit


def collapse_repeats(claims: pd.DataFrame) -> pd.DataFrame:
    """Return claims without those that repeat another in all but their id; the first id stays.

    A number that a claimant gave once and a dataset lists several times is one claim.

    Args:
        claims: the result of ``valid_claims``.
    """
    same = [name for name in COLUMNS if name not in ("claim_id", "day_basis")]
    ordered = claims.sort_values("claim_id", kind="stable")
    return claims.loc[ordered.drop_duplicates(same).index.sort_values()].reset_index(drop=True)


def includes_text(measures: Iterable[str]) -> str:
    """Return base measures as the column ``includes`` writes them."""
    chosen = set(measures)
    return LIST_SEPARATOR.join(name for name in BASE_MEASURES if name in chosen)
