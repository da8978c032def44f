"""What earlier versions of the dataset say of the rows that are built now."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class History:
    """What the versions of the dataset so far say of its rows.

    Attributes:
        version: the version that is being built.
        added_in: the version that first held a figure; a figure that is not here is new.
        revised_in: the version that last changed what the record of a figure states, for those
            that were changed.
    """

    version: str
    added_in: Mapping[str, str]
    revised_in: Mapping[str, str]
