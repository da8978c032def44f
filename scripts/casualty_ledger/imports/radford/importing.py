"""From the bytes of the file to the three tables."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from casualty_ledger.build.frames import InvalidTableError, make_frame, table_problems
from casualty_ledger.imports.radford.claims import claim_rows
from casualty_ledger.imports.radford.defects import flag_rows
from casualty_ledger.imports.radford.reading import read_rows
from casualty_schemas.imported import IMPORTED_TABLES, SubjectKind


@dataclass(frozen=True)
class Imported:
    """What was read from one file.

    Attributes:
        rows: every row of the file, as it stands there.
        claims: the rows that count people, in the columns of the table of figures.
        flags: the weak points, by row and kind.
    """

    rows: pd.DataFrame
    claims: pd.DataFrame
    flags: pd.DataFrame

    @property
    def frames(self) -> Mapping[str, pd.DataFrame]:
        """The tables by name."""
        return {"rows": self.rows, "claims": self.claims, "flags": self.flags}

    def skipped(self) -> "pd.Series[int]":
        """Return how many rows count equipment, by what they count; they are no claims."""
        equipment = self.rows[self.rows["subject"] == SubjectKind.EQUIPMENT.value]
        return equipment["category"].value_counts()

    def flag_counts(self) -> "pd.Series[int]":
        """Return how many rows have a flag of each kind, kinds without one included."""
        return self.flags["kind"].value_counts(sort=False)


def import_radford(content: bytes, name: str = "file") -> Imported:
    """Read the published file into tables like ours, and flag its weak points.

    Args:
        content: the bytes of ``replication-data-pnas.csv``.
        name: of the file, for the messages.

    Returns:
        three validated tables; see ``casualty_schemas.imported``.

    Raises:
        FaultyFileError: the file is not the published one in form; every fault is listed.

    Example:
        >>> imported = import_radford(Path("replication-data-pnas.csv").read_bytes())
        >>> imported.flag_counts()
    """
    rows = make_frame(read_rows(content, name), IMPORTED_TABLES["rows"])
    claims = make_frame(list(claim_rows(rows)), IMPORTED_TABLES["claims"])
    flags = make_frame(list(flag_rows(rows)), IMPORTED_TABLES["flags"])
    imported = Imported(rows, claims, flags)
    _check(imported)
    return imported


def _check(imported: Imported) -> None:
    """The rules above give valid tables; that they do is checked and not assumed."""
    problems = [
        problem
        for name, frame in imported.frames.items()
        for problem in table_problems(frame, name, IMPORTED_TABLES[name])
    ]
    if problems:
        raise InvalidTableError("\n".join(problems))
