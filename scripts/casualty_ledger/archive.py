"""The versions on disk, read as they were written.

A version is a folder: the current one is the dataset's own, a released one is
``releases/<version>`` in it. Everything here goes by the version's own descriptor and never by
today's models, so that a version of an older form can still be cited and queried.
"""

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas as pd

from casualty_ledger.publish.about import read_description
from casualty_ledger.publish.identity import identity
from casualty_ledger.query.columns import QueryColumn, check_columns, query_columns
from casualty_ledger.query.normal import normalise, render
from casualty_ledger.query.parse import parse_query
from casualty_ledger.query.rows import matching_rows
from casualty_ledger.records.faults import suggestion
from casualty_ledger.records.models import Description

DESCRIPTOR = "datapackage.json"
RELEASES = "releases"


class UnknownVersionError(ValueError):
    """A version that is not on disk; the message names those that are."""


@dataclass(frozen=True)
class Selection:
    """The rows of one table that a condition keeps.

    Attributes:
        table: name of the table.
        where: the condition in normal form; None for all rows.
        mask: for each row of the table, whether it was kept.
        rows: the kept rows, all cells as text, empty where missing.
    """

    table: str
    where: str | None
    mask: "pd.Series[bool]"
    rows: pd.DataFrame


class VersionFolder:
    """One version of the dataset, in its folder; nothing is read before it is asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def package(self) -> dict[str, Any]:
        """The version's descriptor."""
        content = (self.path / DESCRIPTOR).read_text("utf-8")
        package: dict[str, Any] = json.loads(content)
        return package

    @cached_property
    def description(self) -> Description:
        """What the version says of itself."""
        return read_description(self.package)

    @cached_property
    def identity(self) -> str:
        """The SHA-256 over the version's CSV files."""
        names = [resource["path"] for resource in self.package["resources"]]
        return identity({name: (self.path / name).read_bytes() for name in names})

    @property
    def schemas(self) -> Mapping[str, Mapping[str, Any]]:
        """The Table Schema of each table, by its name."""
        return {resource["name"]: resource["schema"] for resource in self.package["resources"]}

    def rows(self, table: str) -> pd.DataFrame:
        """Return a table with all cells as text, empty where missing.

        Raises:
            ValueError: the version has no such table.
        """
        if table not in self.schemas:
            near = suggestion(table, self.schemas)
            expected = f"expected one of {', '.join(self.schemas)}"
            raise ValueError(f"no table {table!r}{near}; {expected}")
        content = (self.path / f"{table}.csv").read_bytes()
        return pd.read_csv(io.BytesIO(content), dtype="str", keep_default_na=False, na_filter=False)

    def columns(self, table: str) -> dict[str, QueryColumn]:
        """Return what may be asked of the columns of a table."""
        ids = {}
        for key in self.schemas[table].get("foreignKeys", ()):
            (column,), reference = key["fields"], key["reference"]
            other = self.rows(reference.get("resource") or table)
            ids[column] = sorted(set(other[reference["fields"][0]]))
        return query_columns(self.schemas[table], ids)

    def select(self, table: str = "figures", where: str | None = None) -> Selection:
        """Return the rows of a table that a condition keeps, in the order of the table.

        Raises:
            ValueError: the version has no such table.
            QueryError: the condition has faults, all of which are listed.
        """
        rows = self.rows(table)
        if where is None:
            return Selection(table, None, pd.Series(True, index=rows.index), rows)
        term, columns = parse_query(where), self.columns(table)
        check_columns(term, columns)
        normal = normalise(term)
        mask = matching_rows(rows, normal, columns)
        return Selection(table, render(normal), mask, rows[mask])


def checksum(rows: pd.DataFrame) -> str:
    """Return the SHA-256 of rows as canonical CSV, in hex.

    The bytes are: the header line of ``<table>.csv``, then the lines of the kept rows exactly as
    they stand in that file and in its order, which is that of the primary key by code point;
    UTF-8, every line closed by one line feed. All columns are kept. No cell holds a line break,
    so whoever has the file can get there by keeping lines. No row kept leaves the header line.
    """
    return sha256(canonical_csv(rows)).hexdigest()


def canonical_csv(rows: pd.DataFrame) -> bytes:
    """Return rows of text as CSV: quoted only where needed, with line feeds."""
    return rows.to_csv(index=False, lineterminator="\n").encode("utf-8")


def open_version(dataset: Path, version: str | None = None) -> VersionFolder:
    """Return a version of the dataset in the folder ``dataset``; by default its current state.

    Raises:
        UnknownVersionError: there is no such version.
        FileNotFoundError: there is no dataset in the folder.
    """
    current, released = VersionFolder(dataset), _released(dataset)
    if version is not None and version in released:
        return VersionFolder(dataset / RELEASES / version)
    if version in (None, current.description.version):
        return current
    known = dict.fromkeys([*released, current.description.version])
    raise UnknownVersionError(f"no version {version!r}; expected one of {', '.join(known)}")


def _released(dataset: Path) -> list[str]:
    """Return the versions that were released, the oldest first."""
    descriptors = (dataset / RELEASES).glob(f"[0-9]*/{DESCRIPTOR}")
    names = [path.parent.name for path in descriptors]
    return sorted(names, key=lambda name: [part.zfill(9) for part in name.split(".")])
