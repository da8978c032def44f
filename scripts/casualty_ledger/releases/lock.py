"""A lock on the dataset, so that two builds or releases never write at once.

The kernel gives the lock back when its holder ends, however it ends, so no lock outlives its
process. ``filelock`` was looked at: it empties the file when it opens it, and the file is where
the second is to read who the first is.
"""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # Windows, where the folder of a build can not be swapped at once either
    fcntl = None  # type: ignore[assignment]


class LockedError(RuntimeError):
    """Another process is writing the dataset; the message says which."""


@contextmanager
def locked(dataset: Path, purpose: str) -> Iterator[None]:
    """Hold the lock of a dataset; it lies beside the folder, which builds exchange as a whole.

    Args:
        dataset: the folder that is to be written.
        purpose: what for, to tell others.

    Raises:
        LockedError: another process holds it.
        OSError: the lock can not be written.
    """
    path = dataset.with_name(f".{dataset.name}.lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    with _acquire(path) as file:
        try:
            file.truncate(0)
            file.write(_holder(purpose))
            file.flush()
            yield
        finally:
            path.unlink(missing_ok=True)


def _acquire(path: Path) -> BinaryIO:
    """Open and lock; the file may be taken away by its last holder between the two."""
    while True:
        file = path.open("a+b")
        if not _try_lock(file):
            with file:
                raise LockedError(f"the dataset is being written by {_told(file)}")
        if _is_at(file, path):
            return file
        file.close()


def _try_lock(file: BinaryIO) -> bool:
    if fcntl is None:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_at(file: BinaryIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _holder(purpose: str) -> bytes:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    holder = {"pid": os.getpid(), "host": socket.gethostname(), "since": since, "for": purpose}
    return json.dumps(holder).encode("utf-8")


def _told(file: BinaryIO) -> str:
    """The holder may not yet have written who it is."""
    file.seek(0)
    try:
        holder = json.loads(file.read())
    except ValueError:
        return "another process"
    process = f"process {holder['pid']} on {holder['host']} ({holder['for']})"
    return f"{process} since {holder['since']}"
