"""Putting a release into its place in one step, whole or not at all."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from casualty_ledger.releases.shelf import RELEASES


def place_release(dataset: Path, version: str, files: Mapping[str, bytes]) -> None:
    """Make the folder of a release appear with all its files at once.

    The files are written to a hidden folder beside it, whose name no reader takes for a release,
    and brought through to the disk; then that folder is renamed. The caller holds the lock.

    Raises:
        FileExistsError: the release is there already; it is not touched.
        OSError: a file could not be written; nothing was changed.
    """
    target = dataset / RELEASES / version
    if target.exists():
        raise FileExistsError(f"{version} is released; a release is never rewritten")
    target.parent.mkdir(parents=True, exist_ok=True)
    clear_leftovers(dataset)
    staged = target.with_name(f".{version}.new")
    try:
        _stage(staged, files)
        staged.rename(target)
        _sync_folder(target.parent)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def clear_leftovers(dataset: Path) -> None:
    """Remove what releases that were killed left behind. The caller holds the lock."""
    for left in (dataset / RELEASES).glob(".*.new"):
        shutil.rmtree(left, ignore_errors=True)


def _stage(staged: Path, files: Mapping[str, bytes]) -> None:
    staged.mkdir()
    for name, content in files.items():
        path = staged / name
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_through(path, content)
    _sync_folder(staged)


def _write_through(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """A rename lasts through a power cut only when the folder itself is on the disk."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
