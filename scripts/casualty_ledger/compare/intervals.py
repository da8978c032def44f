"""A stated value read as an interval: the one rule by which claims are held against each other."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from casualty_ledger.numbers import UnreadableNumber, read_number
from casualty_schemas.vocabularies import Bound

# Far finer than a person, far coarser than the error of a product of floats.
_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far a number without a limit of its own may be off; each a share from 0 to below 1.

    These are conventions of the reader, not words of the claimant. Show what depends on them.

    Attributes:
        about: *about N* is N, and this share of N to both sides.
        nearly: *nearly N* is this share of N below it, and never N itself.
        rounded: a plain N may be rounded: half of the place of its last digit that is not zero
            to both sides (4,700 is 4,650 to 4,750), but never more than this share of N.
    """

    about: float = 0.10
    nearly: float = 0.10
    rounded: float = 0.05

    def __post_init__(self) -> None:
        for name in ("about", "nearly", "rounded"):
            share = getattr(self, name)
            if not 0 <= share < 1:
                raise ValueError(f"{name} is {share}; expected a share from 0 to below 1")


DEFAULT = Tolerance()
# Every number to the letter; nearly N is then N - 1.
LITERAL = Tolerance(0, 0, 0)


def intervals(
    figures: pd.DataFrame,
    *,
    tolerance: Tolerance = DEFAULT,
    vague: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return the least and the largest number of people that each claim allows.

    ============ =============================== ===============================
    bound        floor                           ceiling
    ============ =============================== ===============================
    exact        best, less what rounding allows best, and what rounding allows
    about        best less ``about``             best and ``about``
    nearly       best less ``nearly``            best - 1
    at_least     low                             none
    more_than    low + 1                         none
    up_to        none                            high
    at_most      none                            high
    between      low                             high
    vague        as ``vague`` says, else none    as ``vague`` says, else none
    unspecified  none                            none
    ============ =============================== ===============================

    A claim that states no lower limit has none: it is missing, and missing is not zero.

    Args:
        figures: the table ``figures``, or ``mentions``: bound and the three values are read.
        tolerance: how far plain and approximate numbers may be off.
        vague: the result of ``vague_intervals``; by default vague words have no limits.

    Returns:
        The columns floor and ceiling (``Int64``, people), with the index of ``figures``.

    Raises:
        ValueError: a bound is not of the vocabulary.
    """
    bound = figures["bound"].astype("str")
    if unknown := sorted(set(bound) - set(Bound.codes())):
        raise ValueError(f"no rule for the bound {', '.join(unknown)}")
    low, best, high = (
        figures[f"value_{name}"].astype("Float64").to_numpy(dtype=float, na_value=np.nan)
        for name in ("low", "best", "high")
    )
    below, above = _reach(bound, best, tolerance)
    floor = np.where(bound == Bound.MORE_THAN, low + 1, np.where(np.isnan(low), below, low))
    ceiling = np.where(np.isnan(high), above, high)
    limits = pd.DataFrame(
        {
            "floor": _whole(np.ceil(floor), figures.index),
            "ceiling": _whole(np.floor(ceiling), figures.index),
        }
    )
    return limits if vague is None else _with_vague(limits, figures["figure_id"], bound, vague)


def _reach(
    bound: "pd.Series[str]", best: np.ndarray, tolerance: Tolerance
) -> tuple[np.ndarray, np.ndarray]:
    """The ends of a claim with a single number; of a claim with limits as well, they are unread."""
    spread = np.where(bound == Bound.ABOUT, tolerance.about * best, _rounding(best, tolerance))
    below, above = best - spread, best + spread
    nearly = bound == Bound.NEARLY
    below = np.where(nearly, np.minimum((1 - tolerance.nearly) * best, best - 1), below)
    above = np.where(nearly, best - 1, above)
    return np.round(np.maximum(below, 0), _DECIMALS), np.round(above, _DECIMALS)


def _rounding(best: np.ndarray, tolerance: Tolerance) -> np.ndarray:
    return np.minimum(_last_place(best) / 2, tolerance.rounded * best)


def _last_place(numbers: np.ndarray) -> np.ndarray:
    """The place of the last digit that is not zero: 100 for 4,700, 1 for 408 and for 0."""
    places = np.ones_like(numbers)
    for power in range(1, 13):
        place = 10.0**power
        places = np.where((numbers > 0) & (np.mod(numbers, place) == 0), place, places)
    return places


def _whole(numbers: np.ndarray, index: pd.Index) -> "pd.Series[int]":
    """Whole numbers; what is not a number is missing."""
    return pd.Series(numbers, index=index).astype("Float64").astype("Int64")


def _with_vague(
    limits: pd.DataFrame, figure_ids: "pd.Series[str]", bound: "pd.Series[str]", vague: pd.DataFrame
) -> pd.DataFrame:
    """A vague word gives its limits to vague claims only, whatever else the table holds."""
    documented = vague.set_index("figure_id")
    words = bound == Bound.VAGUE
    return limits.assign(
        **{
            end: limits[end].mask(words, figure_ids.map(documented[end]).astype("Int64"))
            for end in ("floor", "ceiling")
        }
    )


def vague_intervals(
    figures: pd.DataFrame, mentions: pd.DataFrame, reports: pd.DataFrame
) -> pd.DataFrame:
    """Return the interval of each vague claim whose words the table of its language documents.

    The words are those of the figure, ``value_as_stated``, read in the language of the report
    that prints them: *several hundred* is 200 to 999. Shares (*a third*) and units (*a battalion*)
    have no interval and are left out. See ``languages/README.md`` for the rule.

    Args:
        figures: the table ``figures``.
        mentions: the table ``mentions``.
        reports: the table ``reports``.

    Returns:
        The columns figure_id, as_written, language, floor and ceiling (``Int64``, people).
    """
    vague = figures.loc[figures["bound"] == Bound.VAGUE, ["figure_id", "value_as_stated"]]
    printed = mentions[["figure_id", "report_id", "as_written"]].merge(
        vague, left_on=["figure_id", "as_written"], right_on=["figure_id", "value_as_stated"]
    )
    read = printed.merge(reports[["report_id", "language"]], on="report_id")
    read = read.sort_values(["figure_id", "language", "report_id"]).drop_duplicates("figure_id")
    ends = [_documented(*pair) for pair in zip(read["as_written"], read["language"], strict=True)]
    read["floor"] = pd.array([low for low, _ in ends], dtype="Int64")
    read["ceiling"] = pd.array([high for _, high in ends], dtype="Int64")
    found = read[read["floor"].notna() | read["ceiling"].notna()]
    return found[["figure_id", "as_written", "language", "floor", "ceiling"]].reset_index(drop=True)


def _documented(words: str, language: str) -> tuple[int | None, int | None]:
    try:
        reading = read_number(words, language)
    except UnreadableNumber:
        return None, None
    return reading.interval or (None, None)
