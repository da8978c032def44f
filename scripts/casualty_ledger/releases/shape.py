"""Differences in the shape of tables: columns, types, codes, and how they are described."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from casualty_ledger.releases.numbering import Bump
from casualty_ledger.releases.snapshot import Snapshot, TextTable

Field = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reshaping:
    """One change of a table's shape.

    Attributes:
        column: empty for the table as a whole.
        old: the definition before, as compact JSON; empty where there was none.
        new: the definition after, in the same way.
        bump: what this does to the version number.
    """

    table: str
    column: str
    old: str
    new: str
    bump: Bump


def reshapings(old: Snapshot, new: Snapshot) -> Iterator[Reshaping]:
    """Yield what changed in the shape of the tables, in the order of the tables.

    A column that is added, removed, moved or typed otherwise is a major change, a new table or
    code a minor one. Words that describe a column are a patch: whether the meaning changed as
    well only a person can tell, who then chooses a major version.
    """
    for name in dict.fromkeys([*old.tables, *new.tables]):
        before, after = old.tables.get(name), new.tables.get(name)
        if before is None or after is None:
            bump = Bump.MAJOR if after is None else Bump.MINOR
            yield Reshaping(name, "", name if before else "", name if after else "", bump)
        else:
            yield from _table(before, after)


def _table(old: TextTable, new: TextTable) -> Iterator[Reshaping]:
    for column in dict.fromkeys([*old.fields, *new.fields]):
        yield from _column(old.name, column, old.fields.get(column), new.fields.get(column))
    for what, before, after in (
        ("key", old.key, new.key),
        ("order", _common(old, new), _common(new, old)),
    ):
        if before != after:
            yield Reshaping(
                old.name, "", _compact({what: before}), _compact({what: after}), Bump.MAJOR
            )


def _common(one: TextTable, other: TextTable) -> list[str]:
    """Return the columns that both tables have, in the order of the first."""
    return [name for name in one.fields if name in other.fields]


def _column(table: str, column: str, old: Field | None, new: Field | None) -> Iterator[Reshaping]:
    if old == new:
        return
    if old is None or new is None:
        before, after = (_compact({"type": field["type"]}) if field else "" for field in (old, new))
        yield Reshaping(table, column, before, after, Bump.MAJOR)
        return
    changed = [key for key in sorted({*old, *new}) if old.get(key) != new.get(key)]
    before, after = (_compact({key: field.get(key) for key in changed}) for field in (old, new))
    yield Reshaping(table, column, before, after, _weight(old, new))


def _weight(old: Field, new: Field) -> Bump:
    before, after = _rules(old), _rules(new)
    codes, now = before.pop("enum", []), after.pop("enum", [])
    if before != after or not set(codes) <= set(now):
        return Bump.MAJOR
    return Bump.MINOR if set(codes) != set(now) else Bump.PATCH


def _rules(field: Field) -> dict[str, Any]:
    """Return what a program relies on: type, unit and constraints."""
    return {
        "type": field["type"],
        "unit": field.get("unit"),
        **field.get("constraints", {}),
    }


def _compact(definition: object) -> str:
    return json.dumps(definition, ensure_ascii=False, separators=(",", ":"))
