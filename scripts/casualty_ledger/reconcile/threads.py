"""One thread for the linear algebra of numpy and scipy, for as long as a fit lasts.

With several, sums are taken in an order that depends on the number of cores, and so does their
last digit; and for matrices as small as these, the threads mostly wait for one another.
"""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import scipy

# Where wheels keep the library, and how it names its functions.
_FOLDERS = ("../{name}.libs", ".dylibs")
_ENDINGS = ("64_", "")


class _Library(NamedTuple):
    threads: Callable[[], int]
    set_threads: Callable[[int], None]


@contextmanager
def one_thread() -> Iterator[None]:
    """Within, OpenBLAS as numpy's and scipy's wheels bring it takes one thread.

    Where they bring another library, or none, nothing changes.
    """
    before = [(library, library.threads()) for library in _libraries()]
    for library, _ in before:
        library.set_threads(1)
    try:
        yield
    finally:
        for library, count in before:
            library.set_threads(count)


@cache
def _libraries() -> tuple[_Library, ...]:
    files = [
        file
        for package in (np, scipy)
        for folder in _FOLDERS
        for file in _folder(str(package.__file__), folder).glob("*openblas*")
    ]
    found = [_library(file) for file in sorted(files)]
    return tuple(library for library in found if library)


def _folder(package: str, folder: str) -> Path:
    home = Path(package).parent
    return home / folder.format(name=home.name)


def _library(file: Path) -> _Library | None:
    # Opened again, a library is the one that is already loaded.
    opened = ctypes.CDLL(str(file))
    for ending in _ENDINGS:
        names = [f"scipy_openblas_{what}_num_threads{ending}" for what in ("get", "set")]
        if all(hasattr(opened, name) for name in names):
            return _Library(*(getattr(opened, name) for name in names))
    return None
