"""How to cite a version of the dataset, or some rows of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from casualty_ledger.load import dataset_folder

if TYPE_CHECKING:
    from casualty_ledger.archive import Selection, VersionFolder
    from casualty_ledger.citation.source import Source, Subset


def cite(
    version: str | None = None,
    *,
    where: str | None = None,
    table: str = "figures",
    style: str = "apa",
    form: str = "text",
    folder: Path | None = None,
) -> str:
    """Return the citation of a version, or of the rows of it that a condition keeps.

    It holds the version's date, its DOI where it has one (never that of all versions together)
    and its checksum. For rows it holds the condition in normal form, their number and their
    checksum as well, and ``resolve`` gets them back from it: see ``casualty_ledger.resolve``.

    Args:
        version: by default that of the dataset that comes with this code.
        where: a condition on the columns of ``table`` in SQL: comparisons, IN, BETWEEN, LIKE,
            IS NULL, joined by AND, OR and NOT.
        table: the table that ``where`` is about.
        style: apa, chicago, mla, harvard, vancouver, apsa or another CSL style; for text only.
        form: text, bibtex, biblatex, ris, csl-json or json.
        folder: a folder of built tables; by default the dataset that comes with this code.

    Raises:
        ValueError: there is no such version, table, style or format, or ``where`` has faults.
        FileNotFoundError: there is no built dataset.

    Example:
        >>> print(cite(where="measure = 'killed' and claimant = 'kr-nis'"))
    """
    from casualty_ledger.citation.formats import formatted

    return formatted(cited(version, where, table, folder), form, style)


def cited(
    version: str | None = None,
    where: str | None = None,
    table: str = "figures",
    folder: Path | None = None,
) -> Source:
    """Return what ``cite`` cites, for other formats than its own; the arguments are the same."""
    from casualty_ledger.archive import open_version
    from casualty_ledger.citation.source import Source

    opened = open_version(folder or dataset_folder(), version)
    subset = None if where is None else cited_subset(opened, opened.select(table, where))
    return Source(opened.description, opened.identity, subset)


def cited_subset(opened: VersionFolder, found: Selection) -> Subset:
    """Return what is cited of the rows that a condition kept in a version."""
    from casualty_ledger.archive import checksum
    from casualty_ledger.citation.source import Subset

    return Subset(
        version=opened.description.version,
        version_sha256=opened.identity,
        table=found.table,
        where=found.where or "",
        rows=len(found.rows),
        sha256=checksum(found.rows),
    )
