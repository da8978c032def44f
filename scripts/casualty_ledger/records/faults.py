"""A fault: what is wrong in a record, and where."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """One thing that is wrong, at one line of one file.

    Attributes:
        path: file, relative to the folder of records.
        line: counted from 1.
        field: dotted path of keys inside the record; empty for the file as a whole.
        message: what is wrong, and what was expected.
    """

    path: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        """Return ``path:line: field: message``."""
        where = f"{self.path}:{self.line}: "
        return where + (f"{self.field}: " if self.field else "") + self.message


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return ``; did you mean a, b?`` for the known words nearest to ``word``, or nothing."""
    near = get_close_matches(word, list(known), n=3, cutoff=0.6)
    return f"; did you mean {', '.join(near)}?" if near else ""
