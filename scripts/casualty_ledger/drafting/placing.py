"""Writing drafts into a folder of records: all or nothing, and never over a record."""

from collections.abc import Mapping
from pathlib import Path

from casualty_ledger.files import replace_file


class TakenPlaces(ValueError):  # noqa: N818 - it names what was found
    """Files stand where drafts would go; `paths` lists them."""

    def __init__(self, paths: list[Path]) -> None:
        """Keep the paths."""
        super().__init__(f"{len(paths)} files hold something else")
        self.paths = paths


def place(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Write files below a folder; return the paths that are new.

    A file that stands and holds the same is left alone.

    Raises:
        TakenPlaces: a file stands and holds something else; nothing was written.
        OSError: a file could not be written; those before it in `files` stand.
    """
    taken = [folder / name for name in files if _differs(folder / name, files[name])]
    if taken:
        raise TakenPlaces(taken)
    new = {folder / name: content for name, content in files.items()}
    new = {path: content for path, content in new.items() if not path.exists()}
    for path, content in new.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, content)
    return list(new)


def _differs(path: Path, content: bytes) -> bool:
    return path.exists() and not (path.is_file() and path.read_bytes() == content)
