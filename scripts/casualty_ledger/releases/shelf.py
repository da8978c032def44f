"""The folder in which the releases stand: which there are, and what their files hold."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from casualty_ledger.releases.contents import CARD
from casualty_ledger.releases.numbering import is_release, release_number
from casualty_ledger.releases.sums import SUMS, digest, read_sums

RELEASES = "releases"


class UnknownVersionError(ValueError):
    """A version that was never released; the message lists those that were."""


class DamagedReleaseError(ValueError):
    """A file of a release is missing or not as it was released; the message names it."""


@dataclass(frozen=True, slots=True)
class Released:
    """What a release says of itself.

    Attributes:
        identity: the SHA-256 that names its tables.
        rows: how many rows each table has.
    """

    version: str
    released_on: date
    identity: str
    rows: dict[str, int]


def released_versions(dataset: Path) -> list[str]:
    """Return the versions that were released, the earliest first.

    Whatever else lies in the folder, such as what a killed release left, is no release.
    """
    folder = dataset / RELEASES
    names = [path.name for path in folder.iterdir() if path.is_dir()] if folder.is_dir() else []
    return sorted(filter(is_release, names), key=release_number)


def release_folder(dataset: Path, version: str) -> Path:
    """Return the folder of one release.

    Raises:
        UnknownVersionError: there is no such release.
    """
    known = released_versions(dataset)
    if version not in known:
        there = f"expected one of {', '.join(known)}" if known else "no version was released yet"
        raise UnknownVersionError(f"no release {version!r}; {there}")
    return dataset / RELEASES / version


def read_release(folder: Path) -> dict[str, bytes]:
    """Return every file of a release, after each was held against its checksum.

    Raises:
        DamagedReleaseError: a file is missing or not as it was released.
    """
    return {name: _proved(folder, name, known) for name, known in _sums(folder).items()}


def read_release_file(folder: Path, name: str) -> bytes:
    """Return one file of a release, after it was held against its checksum.

    Raises:
        DamagedReleaseError: the file is missing or not as it was released.
    """
    return _proved(folder, name, _sums(folder).get(name, ""))


def release_card(folder: Path) -> Released:
    """Return what a release says of itself.

    Raises:
        DamagedReleaseError: that file is missing or not as it was released.
    """
    card: dict[str, Any] = json.loads(read_release_file(folder, CARD))
    day = date.fromisoformat(card["released_on"])
    return Released(card["version"], day, card["identity"], card["rows"])


def _sums(folder: Path) -> dict[str, str]:
    try:
        return read_sums((folder / SUMS).read_bytes())
    except (FileNotFoundError, ValueError) as error:
        raise DamagedReleaseError(_damaged(folder, SUMS)) from error


def _proved(folder: Path, name: str, known: str) -> bytes:
    path = folder / name
    content = path.read_bytes() if path.is_file() else b""
    if digest(content) != known:
        raise DamagedReleaseError(_damaged(folder, name))
    return content


def _damaged(folder: Path, name: str) -> str:
    return f"{folder.name}/{name}: is not as it was released; see `casualty-ledger verify`"
