"""Putting files into a folder so that a reader sees all of the old ones or all of the new.

The new folder is written beside the old one and the two names are exchanged by one call of the
kernel, so a crash, a full disk or Ctrl-C at any moment leaves one whole folder under the name.
"""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

_AT_FDCWD = -100
_LINUX_EXCHANGE = 2
_MAC_SWAP = 2


def replace_files(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Make ``folder`` hold exactly these contents under these names; keep what else is in it.

    Args:
        folder: created if it is not there.
        files: content by name, without subfolders.

    Returns:
        Whether anything changed; a folder that already holds these bytes is not touched.

    Raises:
        OSError: nothing was changed.
    """
    recover(folder)
    if all(_holds(folder / name, content) for name, content in files.items()):
        return False
    folder.parent.mkdir(parents=True, exist_ok=True)
    staged = _beside(folder, f"new-{os.getpid()}")
    try:
        _stage(folder, staged, files)
        _take_place(staged, folder)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    return True


def recover(folder: Path) -> None:
    """Clear away what builds that were killed left beside ``folder``.

    Where the kernel can not exchange two names, a build that is killed between its two renames
    leaves the old folder under another name; it is put back.
    """
    old = _beside(folder, "old")
    if old.is_dir() and not folder.exists():
        old.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
    for left in folder.parent.glob(f".{folder.name}.new-*"):
        if not _is_alive(left.suffix.removeprefix(".new-")):
            shutil.rmtree(left, ignore_errors=True)


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _beside(folder: Path, what: str) -> Path:
    return folder.with_name(f".{folder.name}.{what}")


def _is_alive(process: str) -> bool:
    if not process.isdigit():
        return False
    try:
        os.kill(int(process), 0)
    except OSError as error:
        return error.errno == errno.EPERM
    return True


def _stage(folder: Path, staged: Path, files: Mapping[str, bytes]) -> None:
    """Fill the new folder: what stays is linked, what is new is written through to the disk."""
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir()
    if folder.is_dir():
        shutil.copytree(
            folder,
            staged,
            copy_function=_link_or_copy,
            ignore=lambda path, names: set(files) & set(names) if Path(path) == folder else set(),
            dirs_exist_ok=True,
        )
    for name, content in files.items():
        _write_through(staged / name, content)


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _write_through(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _take_place(staged: Path, folder: Path) -> None:
    if not folder.exists():
        staged.rename(folder)
    elif not _exchange(staged, folder):
        old = _beside(folder, "old")
        folder.rename(old)
        staged.rename(folder)
        shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; return False where the system can not."""
    call = _exchange_call()
    if call is None:
        return False
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))


def _exchange_call() -> Callable[[bytes, bytes], int] | None:
    if sys.platform == "win32":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return lambda one, other: int(library.renamex_np(one, other, _MAC_SWAP))
    if hasattr(library, "renameat2"):
        return lambda one, other: int(
            library.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _LINUX_EXCHANGE)
        )
    return None
