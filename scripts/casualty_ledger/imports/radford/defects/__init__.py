"""Weak points of the file, each found by a rule: pure functions from the rows to flags.

No rule names a row. What a rule can not see in the file itself stands in ``knowledge``.
"""

from collections.abc import Iterator

import pandas as pd

from casualty_ledger.build.cells import Row
from casualty_ledger.imports.radford.defects.copies import (
    conflicting_keys,
    repeated_rows,
    scientific_notation,
    transposed_digits,
)
from casualty_ledger.imports.radford.defects.lists import deaths_equal_total_losses
from casualty_ledger.imports.radford.defects.multiples import (
    casualties_multiple_of_deaths,
    injuries_triple_of_deaths,
)
from casualty_ledger.imports.radford.defects.outliers import outliers
from casualty_ledger.imports.radford.defects.withdrawn import retracted_still_live

__all__ = ["RULES", "flag_rows"]

RULES = (
    repeated_rows,
    conflicting_keys,
    scientific_notation,
    injuries_triple_of_deaths,
    casualties_multiple_of_deaths,
    deaths_equal_total_losses,
    outliers,
    retracted_still_live,
    transposed_digits,
)


def flag_rows(rows: pd.DataFrame) -> Iterator[Row]:
    """Yield the rows of the table ``flags``, unsorted: at most one a row and kind.

    Args:
        rows: the table ``rows``.
    """
    for rule in RULES:
        yield from rule(rows)
