"""Proving that a release is, byte for byte, what was released."""

import json
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from casualty_ledger.releases.contents import CARD, ROWS, row_sums
from casualty_ledger.releases.numbering import is_release
from casualty_ledger.releases.shelf import RELEASES, released_versions
from casualty_ledger.releases.signature import (
    SIGNATURE,
    SigningError,
    signature_problem,
    signer,
)
from casualty_ledger.releases.snapshot import read_snapshot
from casualty_ledger.releases.sums import SUMS, digest, identity, read_sums


def release_problems(folder: Path) -> list[str]:
    """Return everything in which a release is not as it was released; empty for a sound one.

    Each line begins with the name of the file. A release is also held against its own list of
    rows, which names the row that was altered, and against the checksum of the release before
    it, so that none can be replaced together with its checksums.
    """
    try:
        known = read_sums((folder / SUMS).read_bytes())
    except FileNotFoundError:
        return [f"{SUMS}: is missing"]
    except ValueError as error:
        return [f"{SUMS}: {error}"]
    problems = [*_file_problems(folder, known), *_signature_problems(folder)]
    return problems or list(_content_problems(folder, set(known)))


def _file_problems(folder: Path, known: dict[str, str]) -> Iterator[str]:
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if _is_leaf(path)}
    for name in sorted({*known, *there} - {SUMS, SIGNATURE}):
        if name not in known:
            yield f"{name}: was not released"
        elif name not in there:
            yield f"{name}: is missing"
        elif digest((folder / name).read_bytes()) != known[name]:
            yield f"{name}: is not as it was released{_altered_rows(folder, name)}"


def _is_leaf(path: Path) -> bool:
    return path.is_symlink() or not path.is_dir() or not any(path.iterdir())


def _altered_rows(folder: Path, name: str) -> str:
    """Say which rows of a table were altered, as far as the list of rows can tell."""
    table = name.removesuffix(".csv")
    try:
        listed = (folder / ROWS).read_text("utf-8").splitlines()
        lines = (folder / name).read_bytes().removesuffix(b"\n").split(b"\n")[1:]
    except (OSError, UnicodeDecodeError):
        return ""
    known = [line.split(" ", 3) for line in listed if line[66:].startswith(f"{table} ")]
    pairs = zip_longest(known, map(digest, lines))
    rows = [row[3] if row else "a row too many" for row, now in pairs if not row or row[0] != now]
    more = f" and {len(rows) - 3} more" if len(rows) > 3 else ""
    return f": {', '.join(rows[:3])}{more}" if name.endswith(".csv") and known and rows else ""


def _signature_problems(folder: Path) -> Iterator[str]:
    """Whether the signature is of these checksums; whose it is, is asked elsewhere."""
    signature = folder / SIGNATURE
    if not signature.is_file():
        return
    try:
        problem = signature_problem((folder / SUMS).read_bytes(), signature)
    except SigningError as error:
        problem = f"could not be checked: {error}"
    if problem:
        yield f"{SIGNATURE}: {problem}"


def _content_problems(folder: Path, names: set[str]) -> Iterator[str]:
    """Whether the release says of itself what its files say."""
    files = {name: (folder / name).read_bytes() for name in names}
    card, snapshot = json.loads(files[CARD]), read_snapshot(files)
    if not card["version"] == snapshot.version == folder.name:
        yield f"{CARD}: is of {card['version']}, its tables of {snapshot.version}"
    if card["identity"] != identity(files):
        yield f"{CARD}: the identity is not that of the tables"
    if files[ROWS] != row_sums(files, snapshot):
        yield f"{ROWS}: is not the list of the rows"
    if card["previous"]:
        yield from _chain_problems(folder, **card["previous"])


def _chain_problems(folder: Path, version: str, sums_sha256: str) -> Iterator[str]:
    before = folder.with_name(version) / SUMS
    if not before.is_file():
        yield f"{CARD}: follows {version}, which is missing"
    elif digest(before.read_bytes()) != sums_sha256:
        yield f"{CARD}: follows another {version} than the one that is there"


def signer_problem(folder: Path, allowed: Path, identity: str | None) -> str | None:
    """Return why a release is not signed by someone allowed; None if it is.

    Raises:
        SigningError: ``ssh-keygen`` is not there.
    """
    signature = folder / SIGNATURE
    if not signature.is_file():
        return f"{SIGNATURE}: is missing; the release is not signed"
    if signer((folder / SUMS).read_bytes(), signature, allowed, identity) is None:
        who = identity or "anyone"
        return f"{SIGNATURE}: is by nobody whom {allowed.name} allows as {who}"
    return None


def stray_entries(dataset: Path) -> list[str]:
    """Return what lies among the releases and is none."""
    folder = dataset / RELEASES
    names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    strays = [name for name in names if not name.startswith(".") and not is_release(name)]
    files = [name for name in names if is_release(name) and name not in released_versions(dataset)]
    return [f"{name}: is no release" for name in sorted([*strays, *files])]
