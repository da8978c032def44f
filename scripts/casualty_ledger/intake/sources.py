"""Which documents a command line names; the only module here that touches the disk."""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from casualty_ledger.intake.faults import UnusableDocument

STANDARD_INPUT = "-"
PAGE_ENDINGS = (".html", ".htm", ".xhtml")
ENDINGS = (".txt", *PAGE_ENDINGS)


@dataclass(frozen=True, slots=True)
class Source:
    """One document, by the name under which its candidates and faults are listed."""

    name: str

    def read(self) -> bytes:
        """Return its bytes.

        Raises:
            UnusableDocument: it is not there, may not be read, or is a folder without texts.
        """
        if self.name == STANDARD_INPUT:
            return sys.stdin.buffer.read()
        path = Path(self.name)
        try:
            if path.is_dir():
                os.scandir(path).close()  # a folder that may not be read is said to be that
                raise UnusableDocument("holds no document", f"files that end in {_endings()}")
            return path.read_bytes()
        except FileNotFoundError:
            raise UnusableDocument("no such file", "a file, a folder or -") from None
        except OSError as error:
            reason = error.strerror or str(error)
            raise UnusableDocument(f"can not be read ({reason})", "a readable file") from None


def find_sources(paths: list[str], skipped: Callable[[str], None]) -> list[Source]:
    """Return the documents of a command line: those of folders recursively and sorted by name.

    What is named itself is taken whatever its ending; in a folder only texts and pages are, and
    each other file is handed to `skipped`. A folder without documents, or one that may not be
    read, stays as itself, so that reading it gives its fault. A document that is named twice is
    read once.
    """
    names = dict.fromkeys(name for path in paths for name in _documents(path, skipped))
    return [Source(name) for name in names]


def _documents(path: str, skipped: Callable[[str], None]) -> Iterator[str]:
    folder = Path(path)
    if path == STANDARD_INPUT or not folder.is_dir():
        yield path if path == STANDARD_INPUT else folder.as_posix()
        return
    closed: list[Path] = []
    files = sorted(_files(folder, closed), key=lambda file: file.parts)
    taken = [file for file in files if file.suffix.lower() in ENDINGS]
    for file in files:
        if file.suffix.lower() not in ENDINGS:
            skipped(file.as_posix())
    yield from (file.as_posix() for file in [*taken, *sorted(closed)] or [folder])


def _files(folder: Path, closed: list[Path]) -> Iterator[Path]:
    """All files below a folder but hidden ones; folders that may not be read go to `closed`.

    Links to folders are not followed.
    """

    def note(error: OSError) -> None:
        closed.append(Path(error.filename))

    for parent, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent, name) for name in names if not name.startswith("."))


def _endings() -> str:
    return f"{', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}"
