"""Which row of one coding is which row of the other: by address and number phrase alone.

Two rows are the same mention if their pages are the same and their number phrases are the same,
but for blanks, letter case and compatibility forms; of rows that share a phrase, the first of one
coding goes with the first of the other, and so on. What is left after that is matched where one
phrase holds the other whole ("about 2,000 soldiers" holds "2,000", while "12,000" does not). No
coded field is looked at, so that matching can not favour rows that agree. What is left then stands
alone and is counted as such.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

import pandas as pd

from casualty_ledger.compare.coding.coded import FIELDS

SAME, HELD = "same phrase", "one phrase holds the other"
ONLY_FIRST, ONLY_SECOND = "only in the first", "only in the second"

Pair = tuple[int | None, int | None, str]


def match_rows(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """Return one row a mention that either coding has.

    Only pages of the second coding are compared: it is a sample.

    Args:
        first: a coding, such as the ledger's.
        second: another coding of some of its pages.

    Returns:
        The columns match (by which rule, or on which side alone), page, url, position_first,
        position_second, not_kept, and each field of the coding with ``_first`` and ``_second``;
        in the order of page and position.
    """
    left, right = _prepared(first), _prepared(second)
    left = left[left["page"].isin(right["page"])]
    right = right[right["position"].notna()]
    pairs = [
        pair
        for page in sorted({*left["page"], *right["page"]})
        for pair in _page_pairs(left[left["page"] == page], right[right["page"] == page])
    ]
    index = pd.DataFrame(pairs, columns=["first", "second", "match"]).astype(
        {"first": "Int64", "second": "Int64"}
    )
    return _joined(index, left, right)


def page_of(url: str) -> str:
    """Return what tells a page apart: its address without scheme, www, fragment or last slash."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", url.partition("#")[0]).rstrip("/")


def _prepared(coding: pd.DataFrame) -> pd.DataFrame:
    known = coding[coding["url"].notna()]
    phrases = known["as_written"].fillna("").map(_folded)
    pages = known["url"].map(page_of)
    prepared = known.assign(page=pages, phrase=phrases)
    return prepared.sort_values(["page", "position"]).reset_index(drop=True)


def _folded(phrase: str) -> str:
    return "".join(unicodedata.normalize("NFKC", phrase).casefold().split())


def _page_pairs(left: pd.DataFrame, right: pd.DataFrame) -> Iterator[Pair]:
    mine = dict(zip(left.index, left["phrase"], strict=True))
    theirs = dict(zip(right.index, right["phrase"], strict=True))
    yield from _take(mine, theirs, SAME, str.__eq__)
    yield from _take(mine, theirs, HELD, _holds)
    yield from ((row, None, ONLY_FIRST) for row in mine)
    yield from ((None, row, ONLY_SECOND) for row in theirs)


def _take(
    mine: dict[int, str], theirs: dict[int, str], rule: str, fits: Callable[[str, str], bool]
) -> Iterator[Pair]:
    """Yield and remove the rows that fit, in the order in which they stand."""
    for other, phrase in list(theirs.items()):
        row = next((row for row, own in mine.items() if fits(own, phrase)), None)
        if row is not None:
            del mine[row], theirs[other]
            yield row, other, rule


def _holds(one: str, other: str) -> bool:
    """Tell whether the shorter phrase stands in the longer one, and not inside a longer number."""
    shorter, longer = sorted((one, other), key=len)
    pattern = rf"(?<!\d)(?<!\d[.,]){re.escape(shorter)}(?!\d|[.,]\d)"
    return bool(shorter) and re.search(pattern, longer) is not None


def _joined(index: pd.DataFrame, left: pd.DataFrame, right: pd.DataFrame) -> pd.DataFrame:
    sides = []
    for side, coding in (("first", left), ("second", right)):
        own = coding[["page", "url", "position", "as_written", *FIELDS, "not_kept"]]
        sides.append(own.reindex(index[side].to_numpy(dtype="float")).reset_index(drop=True))
    mine, theirs = sides
    joined = pd.DataFrame({"match": index["match"]})
    for name in ("page", "url"):
        joined[name] = theirs[name].fillna(mine[name])
    joined["not_kept"] = mine["not_kept"].fillna("")
    for name in ("position", "as_written", *FIELDS):
        joined[f"{name}_first"], joined[f"{name}_second"] = mine[name], theirs[name]
    order = joined.assign(at=joined["position_first"].fillna(joined["position_second"]))
    return order.sort_values(["page", "at", "match"]).drop(columns="at").reset_index(drop=True)
