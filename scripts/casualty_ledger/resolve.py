"""Getting back the rows that a citation names, and proving that they are the same."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from casualty_ledger.load import dataset_folder

if TYPE_CHECKING:
    import pandas as pd

    from casualty_ledger.citation.source import Subset


@dataclass(frozen=True)
class Resolution:
    """What running a cited query again gave.

    Attributes:
        cited: what the citation says.
        found: the same, worked out anew from the version on disk.
        rows: the rows, all cells as text, empty where missing.
    """

    cited: Subset
    found: Subset
    rows: pd.DataFrame

    @property
    def differences(self) -> list[str]:
        """Each part in which cited and found differ, in words; empty for the same rows.

        The version's checksum alone may differ where other rows of it changed.
        """
        labels = {
            "where": "normalised query",
            "rows": "number of rows",
            "sha256": "SHA-256 of the rows",
            "version_sha256": "SHA-256 of the version",
        }
        return [
            f"{label}: cited {getattr(self.cited, name)}, found {getattr(self.found, name)}"
            for name, label in labels.items()
            if getattr(self.cited, name) != getattr(self.found, name)
        ]

    @property
    def same_rows(self) -> bool:
        """Whether the cited rows were found, to the byte."""
        return self.cited.sha256 == self.found.sha256 and self.cited.rows == self.found.rows


def resolve(citation: str, *, folder: Path | None = None) -> Resolution:
    """Run the query of a citation again on the version that it names.

    Args:
        citation: the text or the JSON that ``cite`` gives for a condition; it may stand within
            other text.
        folder: a folder of built tables; by default the dataset that comes with this code.

    Raises:
        ValueError: the text holds no such citation (CitationError), the version is not there
            (UnknownVersionError), or the query does not fit the version (QueryError).
        FileNotFoundError: there is no built dataset.

    Example:
        >>> resolve(cite(where="measure = 'killed'")).same_rows
        True
    """
    from casualty_ledger.archive import open_version
    from casualty_ledger.citation.formats import parse_citation
    from casualty_ledger.cite import cited_subset

    cited = parse_citation(citation)
    opened = open_version(folder or dataset_folder(), cited.version)
    selection = opened.select(cited.table, cited.where)
    return Resolution(cited, cited_subset(opened, selection), selection.rows)
