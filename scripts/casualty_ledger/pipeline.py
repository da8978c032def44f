"""From a folder of records to a folder of tables: load, process, save."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from casualty_ledger.build.frames import build_frames
from casualty_ledger.build.history import History
from casualty_ledger.files import replace_file
from casualty_ledger.publish.dataset import ROOT_FILES, dataset_files
from casualty_ledger.publish.swap import replace_files
from casualty_ledger.records.check import check_folder
from casualty_ledger.records.faults import Fault
from casualty_ledger.records.minted import minted_ids
from casualty_ledger.records.models import Description


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
        OSError: a file could not be written; the dataset is as it was.
    """
    # Load
    checked = check_folder(seeds, minted_ids(dataset))
    if checked.faults or checked.ledger.description is None:
        raise FaultyRecordsError(checked.faults)
    description = checked.ledger.description.record

    # Process
    history = History(description.version, added_in={}, revised_in={})
    frames = build_frames(checked.ledger, history)
    files = dataset_files(frames, description)

    # Save
    changed = replace_files(dataset, files)
    if repository is not None:
        changed |= _copy_to_root(repository, files)
    return Built(description, frames, files, changed)


def _copy_to_root(repository: Path, files: Mapping[str, bytes]) -> bool:
    """Return whether a file at the root was other than in the dataset."""
    stale = [
        name
        for name in ROOT_FILES
        if not (repository / name).is_file() or (repository / name).read_bytes() != files[name]
    ]
    for name in stale:
        replace_file(repository / name, files[name])
    return bool(stale)
