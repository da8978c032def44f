"""From rows of the file to claims in the columns and codes of the table of figures."""

from collections.abc import Iterator

import pandas as pd

from casualty_ledger.build.cells import Row
from casualty_ledger.imports.radford.codes import (
    CONFLICT,
    COUNTRIES,
    MEASURES,
    POPULATIONS,
    SOURCES,
    TIME_FRAMES,
)
from casualty_schemas.imported import SubjectKind
from casualty_schemas.vocabularies import Bound, Scope


def claim_rows(rows: pd.DataFrame) -> Iterator[Row]:
    """Yield the rows of the table ``claims``; rows that count equipment have none.

    A count that is marked as a minimum is read as *at least*, one that is marked as a maximum as
    *up to*, any other as it stands. The file holds one day a row, which is taken as the last day
    that is counted and as the day of the claim.

    Args:
        rows: the table ``rows``.
    """
    people = rows[rows["subject"] != SubjectKind.EQUIPMENT.value]
    for row in people.to_dict("records"):
        source, scope = SOURCES[row["source"]], TIME_FRAMES[row["time_frame"]]
        subject, country = row["subject"], row["country"]
        yield {
            "figure_id": row["row_id"],
            "conflict": CONFLICT,
            "population": POPULATIONS[subject, country],
            "measure": MEASURES[row["category"]].value,
            **_values(row["value"], minimum=row["is_minimum"], maximum=row["is_maximum"]),
            "value_as_stated": row["value_as_stated"],
            "scope": scope.value,
            "as_of_start": row["date"] if scope is Scope.PERIOD else None,
            "as_of_end": row["date"],
            "claimed_on": row["date"],
            "claimant": source.claimant,
            "claimant_country": source.country,
            "stance": source.stances[COUNTRIES.index(country)].value,
        }


def _values(value: int, *, minimum: bool, maximum: bool) -> Row:
    bound = Bound.AT_LEAST if minimum else Bound.UP_TO if maximum else Bound.EXACT
    return {
        "value_low": value if minimum else None,
        "value_best": None if minimum or maximum else value,
        "value_high": value if maximum else None,
        "bound": bound.value,
    }
