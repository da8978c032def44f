"""Questions to the dataset and its releases: versions, changes, vintages, provenance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualty_ledger.load import dataset_folder, load

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    import pandas as pd

    from casualty_ledger.compare.origins import Provenance
    from casualty_ledger.releases.differences import Difference


def versions(*, folder: Path | None = None) -> list[str]:
    """Return the versions that were released, the earliest first.

    Args:
        folder: a folder of built tables; by default the dataset that comes with this code.

    Example:
        >>> versions()
    """
    from casualty_ledger.releases.shelf import released_versions

    return released_versions(folder or dataset_folder())


def changes(v1: str, v2: str | None = None, *, folder: Path | None = None) -> pd.DataFrame:
    """Return everything that changed between two versions.

    Args:
        v1: a released version.
        v2: a later one; by default what stands now.
        folder: a folder of built tables; by default the dataset that comes with this code.

    Returns:
        One row a difference, as texts: table, key (of the row), change (added, corrected,
        withdrawn, followed, reshaped), column, old, new, reason. What followed moved because
        other records were added or changed, and has no reason of its own.

    Raises:
        UnknownVersionError: a version was never released.
        DamagedReleaseError: a release is not as it was released.

    Example:
        >>> changes("1.0.0", "1.1.0")
    """
    import pandas as pd

    from casualty_ledger.releases.changelog import COLUMNS, as_rows

    found = version_differences(v1, v2, folder or dataset_folder())
    return pd.DataFrame(as_rows(found), columns=list(COLUMNS), dtype="str")


def version_differences(v1: str, v2: str | None, folder: Path) -> list[Difference]:
    """Return the differences between two versions; ``v2`` None is what stands now.

    Raises:
        UnknownVersionError: a version was never released.
        DamagedReleaseError: a release is not as it was released.
    """
    from casualty_ledger.releases.differences import differences
    from casualty_ledger.releases.shelf import read_release, release_folder
    from casualty_ledger.releases.snapshot import read_snapshot

    old, new = (
        read_release(release_folder(folder, version)) if version else _standing_files(folder)
        for version in (v1, v2)
    )
    return differences(read_snapshot(old), read_snapshot(new))


def _standing_files(folder: Path) -> dict[str, bytes]:
    """Return the files of what stands now; those that the description does not name are others'."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def as_of(
    day: date | str, *, version: str | None = None, folder: Path | None = None
) -> pd.DataFrame:
    """Return the figures as the public record showed them on ``day``: the vintage of that day.

    Only what had been published by then, with the statuses, links, words and counts of that day.
    With ``version`` the two kinds of time are combined: what that version knew of that day. The
    frame can be queried like any other, also by DuckDB under the name of its variable.

    Args:
        day: a date, or its text such as ``2025-09-02``.
        version: a release; by default what stands now.
        folder: a folder of built tables; by default the dataset that comes with this code.

    Returns:
        The columns and types of the table ``figures``.

    Raises:
        ValueError: no such day of the calendar, or no such version.

    Example:
        >>> vintage = as_of("2025-04-30")
        >>> duckdb.sql("select claimant, max(value_low) from vintage group by claimant")
    """
    from datetime import date

    from casualty_ledger.compare.vintages import vintage

    moment = date.fromisoformat(day) if isinstance(day, str) else day
    tables = [
        load(name, version=version, folder=folder) for name in ("figures", "mentions", "reports")
    ]
    return vintage(tables[0], tables[1], tables[2], moment)


def provenance(
    figure_id: str, *, version: str | None = None, folder: Path | None = None
) -> Provenance:
    """Return where a figure comes from: its statement, its chain, and all mentions of it.

    Args:
        figure_id: an id of the table ``figures``.
        version: a release; by default what stands now.
        folder: a folder of built tables; by default the dataset that comes with this code.

    Returns:
        An object with a frame for each; printed, it is a page to read.

    Raises:
        UnknownFigureError: there is no such figure.

    Example:
        >>> print(provenance("kr-nis-2025-09-02-killed"))
    """
    from casualty_ledger.compare.origins import origin

    names = ("figures", "mentions", "reports", "revisions")
    tables = [load(name, version=version, folder=folder) for name in names]
    return origin(figure_id, tables[0], tables[1], tables[2], tables[3])
