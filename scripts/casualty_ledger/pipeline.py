"""From a folder of records to a folder of tables: load, process, save."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from casualty_ledger.files import replace_file
from casualty_ledger.publish.dataset import ROOT_FILES, dataset_files
from casualty_ledger.publish.swap import replace_files
from casualty_ledger.records.check import check_folder
from casualty_ledger.records.faults import Fault
from casualty_ledger.records.ledger import Entry, Ledger
from casualty_ledger.records.minted import minted_ids
from casualty_ledger.records.models import Description
from casualty_ledger.releases.lock import locked
from casualty_ledger.releases.numbering import (
    DEVELOPMENT,
    Bump,
    is_release,
    next_version,
    release_number,
)
from casualty_ledger.releases.shelf import (
    read_release,
    release_card,
    release_folder,
    released_versions,
)
from casualty_ledger.releases.snapshot import Snapshot, read_snapshot
from casualty_ledger.releases.sums import identity
from casualty_ledger.releases.tables import versioned_frames


class FaultyRecordsError(ValueError):
    """Records that must not be built; holds every fault."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{len(faults)} faults in the records")
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made.

    Attributes:
        changed: whether the files on disk are other than before.
    """

    description: Description
    frames: Mapping[str, pd.DataFrame]
    files: Mapping[str, bytes]
    changed: bool


def build_dataset(seeds: Path, dataset: Path, repository: Path | None = None) -> Built:
    """Check the records under ``seeds`` and write the tables to ``dataset``, all or nothing.

    Args:
        seeds: the folder of records.
        dataset: the folder of tables.
        repository: the folder that gets copies of the files that are looked for at the root of
            a repository; by default there is none.

    Raises:
        FaultyRecordsError: the records have faults; nothing was written.
        InvalidTableError: the rows break a rule of their table; nothing was written.
        DamagedReleaseError: the last release is not as it was released; nothing was written.
        LockedError: another process is writing the dataset.
        OSError: a file could not be written; the dataset is as it was.
    """
    with locked(dataset, "build"):
        # Load
        ledger, entry = sound_records(seeds, dataset)
        description = entry.record
        last = release_before(dataset, description.version)

        # Process
        frames = versioned_frames(ledger, description, last)
        files = dataset_files(frames, description)
        refuse_released_version(entry, dataset, files)

        # Save
        changed = replace_files(dataset, files)
        if repository is not None:
            changed |= copy_to_root(repository, files)
    return Built(description, frames, files, changed)


def sound_records(seeds: Path, dataset: Path) -> tuple[Ledger, Entry[Description]]:
    """Return the records under ``seeds``, and the one that describes the dataset.

    Raises:
        FaultyRecordsError: the records have faults.
    """
    checked = check_folder(seeds, minted_ids(dataset))
    if checked.faults or checked.ledger.description is None:
        raise FaultyRecordsError(checked.faults)
    return checked.ledger, checked.ledger.description


def release_before(dataset: Path, version: str) -> Snapshot | None:
    """Return the tables of the last release before ``version``; None if there is none.

    Raises:
        DamagedReleaseError: that release is not as it was released.
    """
    number = release_number(version)
    earlier = [one for one in released_versions(dataset) if release_number(one) < number]
    return read_snapshot(read_release(release_folder(dataset, earlier[-1]))) if earlier else None


def refuse_released_version(
    entry: Entry[Description], dataset: Path, files: Mapping[str, bytes]
) -> None:
    """Refuse to build other tables under the number of a release.

    Raises:
        FaultyRecordsError: the version in the records belongs to a release with other tables,
            comes before the last release, or was never released and does not say ``-dev``.
    """
    message = _version_problem(entry.record.version, dataset, files)
    if message:
        raise FaultyRecordsError([entry.fault(("version",), message)])


def _version_problem(version: str, dataset: Path, files: Mapping[str, bytes]) -> str | None:
    released = released_versions(dataset)
    if version in released and released[-1] == version:
        if release_card(release_folder(dataset, version)).identity == identity(files):
            return None
        return f"{version} is released and the tables now differ; {_later_than(version)}"
    if released and release_number(version) <= release_number(released[-1]):
        again = "or, if its release was broken off, release it again"
        return f"{version} does not come after {released[-1]}; {_later_than(released[-1])}, {again}"
    if is_release(version):
        return f"{version} was not released; expected {version}{DEVELOPMENT} until it is"
    return None


def _later_than(version: str) -> str:
    return f"expected a later one, such as {next_version(version, Bump.MINOR)}{DEVELOPMENT}"


def copy_to_root(repository: Path, files: Mapping[str, bytes]) -> bool:
    """Copy what forges and archives look for to the root; return whether anything changed."""
    stale = [
        name
        for name in ROOT_FILES
        if not (repository / name).is_file() or (repository / name).read_bytes() != files[name]
    ]
    for name in stale:
        replace_file(repository / name, files[name])
    return bool(stale)
