"""All files of a release, as bytes."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from casualty_ledger.releases.changelog import changes_file
from casualty_ledger.releases.differences import Difference
from casualty_ledger.releases.snapshot import Snapshot, TextTable
from casualty_ledger.releases.sums import SUMS, digest, identity, resources, sums_bytes

CHANGES = "CHANGES.md"
ROWS = "rows.sha256"
CARD = "release.json"


@dataclass(frozen=True, slots=True)
class Predecessor:
    """The release before the one that is made.

    Attributes:
        sums: its ``SHA256SUMS``.
    """

    snapshot: Snapshot
    released_on: date
    sums: bytes


def release_files(
    dataset: Mapping[str, bytes],
    title: str,
    released_on: date,
    last: Predecessor | None,
    now: Snapshot,
    found: list[Difference],
) -> dict[str, bytes]:
    """Return the content of every file of a release, by file name.

    Args:
        dataset: the files of the dataset, built with the version of the release.
        title: of the dataset.
        released_on: the day of the release.
        last: the release before; None for the first.
        now: the tables of this release.
        found: the differences between the two.
    """
    before = last.snapshot if last else None
    files = {
        **dataset,
        CHANGES: changes_file(title, before, now, found).encode("utf-8"),
        ROWS: row_sums(dataset, now),
    }
    files[CARD] = _card(dataset, released_on, last, now)
    files[SUMS] = sums_bytes(files)
    return files


def row_sums(files: Mapping[str, bytes], now: Snapshot) -> bytes:
    """Return a line a row: the SHA-256 of its line in the CSV file, its table, its key."""
    lines = (line for table in now.tables.values() for line in _row_sums(files, table))
    return "".join(lines).encode("utf-8")


def _row_sums(files: Mapping[str, bytes], table: TextTable) -> Iterator[str]:
    """No cell holds a line break, so that lines are rows."""
    rows = files[_path(files, table.name)].removesuffix(b"\n").split(b"\n")[1:]
    for key, line in zip(table.rows, rows, strict=True):
        yield f"{digest(line)}  {table.name} {' '.join(key)}\n"


def _path(files: Mapping[str, bytes], table: str) -> str:
    paths = {resource["name"]: resource["path"] for resource in resources(files)}
    return str(paths[table])


def _card(
    dataset: Mapping[str, bytes],
    released_on: date,
    last: Predecessor | None,
    now: Snapshot,
) -> bytes:
    """The checksum of the list of the release before links the releases into a chain."""
    previous = (
        {"version": last.snapshot.version, "sums_sha256": digest(last.sums)} if last else None
    )
    card = {
        "version": now.version,
        "released_on": released_on.isoformat(),
        "identity": identity(dataset),
        "previous": previous,
        "rows": {name: len(table.rows) for name, table in now.tables.items()},
    }
    return (json.dumps(card, indent=2, ensure_ascii=False) + "\n").encode("utf-8")
