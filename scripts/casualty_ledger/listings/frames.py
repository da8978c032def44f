"""Candidates as a table to look at."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from casualty_ledger.extract.candidate import Candidate
from casualty_ledger.listings.terminal import value_words

if TYPE_CHECKING:
    import pandas as pd


def candidate_frame(candidates: Sequence[Candidate]) -> "pd.DataFrame":
    """Return one row a candidate, numbered from 1, with what a person looks at first.

    A missing value is an empty text; all columns are texts.
    """
    import pandas as pd

    rows = [
        {
            "as printed": candidate.number_text,
            "value": value_words(candidate),
            "measure": candidate.measure.value,
            "population": candidate.population,
            "claimant": candidate.claimant,
            "found in": candidate.claimant_basis.value.replace("_", " "),
            "spokesperson": candidate.spokesperson,
            "claimed on": candidate.claimed_on,
            "scope": candidate.scope.value,
            "confidence": candidate.confidence.value,
        }
        for candidate in candidates
    ]
    index = pd.RangeIndex(1, len(rows) + 1, name="figure")
    return pd.DataFrame(rows, index=index, dtype="str").fillna("")
