"""Writing one file so that it is whole at every moment."""

import os
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Write beside, then rename: whoever reads sees the old content or the new.

    Raises:
        OSError: the file is as it was.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
