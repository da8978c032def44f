"""Counts that were worked out from the deaths and not counted."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from casualty_ledger.build.cells import Row
from casualty_ledger.imports.radford.defects.flags import CUMULATIVE, flag
from casualty_schemas.imported import DefectKind

_DEATHS, _INJURIES, _CASUALTIES = "Military Deaths", "Military Injuries", "Military Casualties"
_SIDES = ["source", "country"]
_FACTORS = (2, 3, 4, 5)
# A multiple with a remainder may be chance in a few rows; it is a rule if so many rows keep it.
_LEAST_ROWS = 5

# Factor and remainder.
_Rule = tuple[int, int]
_Record = Mapping[Any, Any]
# A row of casualties, and the deaths with which it keeps each rule.
_Kept = tuple[_Record, dict[_Rule, pd.DataFrame]]


def injuries_triple_of_deaths(rows: pd.DataFrame) -> Iterator[Row]:
    """Flag injuries that are three times the deaths of the same source, day or next day."""
    for injuries, deaths in _beside_deaths(rows, _INJURIES):
        exact = deaths[3 * deaths["value"] == injuries["value"]]
        if exact.empty:
            continue
        one = exact.iloc[0]
        explanation = (
            f"{injuries['value']:,} is three times the {one['value']:,} deaths of the same "
            f"source on day {one['day_number']}."
        )
        kind = DefectKind.INJURIES_TRIPLE_OF_DEATHS
        yield flag(injuries["row_id"], kind, explanation, exact["row_id"])


def casualties_multiple_of_deaths(rows: pd.DataFrame) -> Iterator[Row]:
    """Flag casualties that are a whole multiple of deaths plus one remainder.

    A multiple and a remainder count as a rule of the source if at least five of its rows keep
    them; a row that keeps several is explained by the one that most rows keep.
    """
    found: dict[tuple[str, str], list[_Kept]] = defaultdict(list)
    for casualties, deaths in _beside_deaths(rows, _CASUALTIES):
        kept = dict(_rules(int(casualties["value"]), deaths))
        found[casualties["source"], casualties["country"]].append((casualties, kept))
    for own in found.values():
        support = Counter(rule for _, kept in own for rule in kept)
        for casualties, kept in own:
            rules = [rule for rule in kept if support[rule] >= _LEAST_ROWS]
            if rules:
                best = max(rules, key=lambda rule: (support[rule], -abs(rule[1]), rule))
                yield _multiple(casualties, best, kept[best], support[best])


def _rules(value: int, deaths: pd.DataFrame) -> Iterator[tuple[_Rule, pd.DataFrame]]:
    for number in deaths["value"].unique():
        for factor in _FACTORS:
            rest = value - factor * int(number)
            yield (factor, rest), deaths[deaths["value"] == number]


def _multiple(casualties: _Record, rule: _Rule, deaths: pd.DataFrame, support: int) -> Row:
    factor, rest = rule
    one = deaths.iloc[0]
    plus = f" plus {rest:,}" if rest > 0 else f" minus {-rest:,}" if rest else ""
    explanation = (
        f"{casualties['value']:,} is {factor} times the {one['value']:,} deaths of the same source "
        f"on day {one['day_number']}{plus}, as in {support} rows."
    )
    kind = DefectKind.CASUALTIES_MULTIPLE_OF_DEATHS
    return flag(str(casualties["row_id"]), kind, explanation, deaths["row_id"])


def _beside_deaths(rows: pd.DataFrame, category: str) -> Iterator[tuple[_Record, pd.DataFrame]]:
    """Each running total of a category, with the deaths of its source for that or the next day."""
    running = rows[rows["time_frame"] == CUMULATIVE]
    deaths = dict(list(running[running["category"] == _DEATHS].groupby(_SIDES)))
    for row in running[running["category"] == category].to_dict("records"):
        own = deaths.get((row["source"], row["country"]))
        if own is None:
            continue
        near = own[(own["day_number"] - row["day_number"]).isin([0, 1])]
        if not near.empty:
            yield row, near.sort_values(["day_number", "row_id"])
