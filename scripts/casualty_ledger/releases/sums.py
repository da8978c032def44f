"""Checksums: of the files of a release, of the rows of its tables, and of the version itself."""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from casualty_ledger.publish.identity import identity as tables_identity

SUMS = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_SEAL = re.compile(r"# sha256 of the lines above: ([0-9a-f]{64})")


def sums_bytes(files: Mapping[str, bytes]) -> bytes:
    """Return ``SHA256SUMS``: a line a file as ``sha256sum`` writes it, sorted by name, and a seal.

    The seal is a comment to ``sha256sum --check``; it tells a spoilt list from a spoilt file.
    """
    lines = "".join(f"{digest(files[name])}  {name}\n" for name in sorted(files))
    seal = digest(lines.encode("utf-8"))
    return f"{lines}# sha256 of the lines above: {seal}\n".encode()


def read_sums(raw: bytes) -> dict[str, str]:
    """Return the checksum of each file that ``SHA256SUMS`` lists.

    Raises:
        ValueError: the list is not as it was written.
    """
    *lines, seal = raw.decode("utf-8").removesuffix("\n").split("\n")
    body = "".join(f"{line}\n" for line in lines)
    matches = [_LINE.fullmatch(line) for line in lines]
    sealed = _SEAL.fullmatch(seal)
    if sealed is None or sealed[1] != digest(body.encode("utf-8")) or not raw.endswith(b"\n"):
        raise ValueError("is not as it was written")
    return {match[2]: match[1] for match in matches if match}


def digest(content: bytes) -> str:
    """Return the SHA-256 of ``content`` in hexadecimal."""
    return sha256(content).hexdigest()


def identity(files: Mapping[str, bytes]) -> str:
    """Return the identity of a version; other CSV files than its tables do not count.

    Args:
        files: the files of a version by name, with its ``datapackage.json``.
    """
    return tables_identity({path: files[path] for path in _paths(files)})


def _paths(files: Mapping[str, bytes]) -> list[str]:
    return [resource["path"] for resource in resources(files)]


def resources(files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    """Return how a version's own ``datapackage.json`` describes its tables."""
    return list(json.loads(files["datapackage.json"])["resources"])
