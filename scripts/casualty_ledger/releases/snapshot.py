"""The tables of one version as text, read from its own files and by its own description.

A released version is never held against the models of today: its columns and keys are those
that its ``datapackage.json`` names, so that versions of different shape can be compared.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

# What every version has of its own, without anything having changed.
_OF_THE_VERSION = ("version", "created", "id", "resources")

Key = tuple[str, ...]
TextRow = Mapping[str, str]

# A position says where a row stands among its like, and moves when another is put before it.
_POSITION = "position"


@dataclass(frozen=True)
class TextTable:
    """A table as its CSV file holds it.

    Attributes:
        fields: the Table Schema description of each column, by name and in order.
        key: the columns that tell rows apart.
        rows: the rows by key; an empty cell is an empty text.
    """

    name: str
    fields: Mapping[str, Mapping[str, Any]]
    key: tuple[str, ...]
    rows: Mapping[Key, TextRow]

    def column(self, name: str) -> set[str]:
        """Return the values of a column; empty if there is no such column."""
        return {row.get(name, "") for row in self.rows.values()} - {""}


@dataclass(frozen=True)
class Snapshot:
    """All tables of one version.

    Attributes:
        version: its number.
        tables: by name, in the order of the description.
        about: what the description says besides version, date, DOI and tables.
    """

    version: str
    tables: Mapping[str, TextTable]
    about: Mapping[str, Any]

    @cached_property
    def reasons(self) -> Mapping[Key, TextRow]:
        """The revisions of records, by what they say rather than by where they stand."""
        table = self.tables.get("revisions")
        rows = table.rows.values() if table else ()
        return {_content(row): row for row in rows}


def _content(row: TextRow) -> Key:
    return tuple(value for name, value in row.items() if name != _POSITION)


def read_snapshot(files: Mapping[str, bytes]) -> Snapshot:
    """Return the tables of a version.

    Args:
        files: its files by name: ``datapackage.json`` and the CSV file of each table.

    Raises:
        KeyError: a file is missing.
    """
    package = json.loads(files["datapackage.json"])
    tables = {
        resource["name"]: _table(resource, files[resource["path"]])
        for resource in package["resources"]
    }
    about = {key: value for key, value in package.items() if key not in _OF_THE_VERSION}
    return Snapshot(package["version"], tables, about)


def _table(resource: Mapping[str, Any], content: bytes) -> TextTable:
    schema = resource["schema"]
    key = tuple(schema["primaryKey"])
    fields = {field["name"]: field for field in schema["fields"]}
    rows = csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))
    return TextTable(resource["name"], fields, key, _keyed(rows, key))


def _keyed(rows: Iterable[TextRow], key: tuple[str, ...]) -> dict[Key, TextRow]:
    """Rows come sorted; of those that only their position tells apart, count the occurrences."""
    named = [name for name in key if name != _POSITION]
    keyed: dict[Key, TextRow] = {}
    seen: dict[Key, int] = {}
    for row in rows:
        name = tuple(row[column] for column in named)
        seen[name] = seen.get(name, 0) + 1
        again = (f"#{seen[name]}",) if seen[name] > 1 else ()
        keyed[(*name, *again)] = row
    return keyed
