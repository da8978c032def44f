"""What a change of columns, codes or words does to the version number."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casualty_ledger.releases.differences import Change, differences, least_bump
from casualty_ledger.releases.nature import BOOKKEEPING, FOLLOWING, IDENTIFYING, IDS, STATED
from casualty_ledger.releases.numbering import Bump, allowed_versions, next_version
from casualty_ledger.releases.shelf import read_release
from casualty_ledger.releases.snapshot import read_snapshot
from casualty_schemas.columns import describe
from casualty_schemas.tables import TABLES

Table = dict[str, Any]


@pytest.fixture(scope="module")
def files(first_release: Path) -> dict[str, bytes]:
    return read_release(first_release / "dataset/releases/1.0.0")


def fields(table: Table) -> list[dict[str, Any]]:
    return table["schema"]["fields"]


def measures(table: Table) -> list[str]:
    return next(f for f in fields(table) if f["name"] == "measure")["constraints"]["enum"]


@pytest.mark.parametrize(
    ("change", "bump"),
    [
        (lambda table: fields(table).pop(), Bump.MAJOR),
        (lambda table: fields(table).append({"name": "new", "type": "string"}), Bump.MAJOR),
        (lambda table: fields(table).reverse(), Bump.MAJOR),
        (lambda table: fields(table)[0].update(type="integer"), Bump.MAJOR),
        (lambda table: table["schema"].update(primaryKey=["statement_id", "measure"]), Bump.MAJOR),
        (lambda table: measures(table).pop(), Bump.MAJOR),
        (lambda table: measures(table).append("frozen"), Bump.MINOR),
        (lambda table: fields(table)[0].update(description="Another word."), Bump.PATCH),
        (lambda table: None, Bump.NONE),
    ],
    ids=[
        "column gone", "column new", "other order", "other type", "other key", "code gone",
        "code new", "other words", "the same",
    ],
)  # fmt: skip
def test_a_change_of_shape_asks_for_its_bump(
    files: dict[str, bytes], change: Callable[[Table], None], bump: Bump
) -> None:
    package = json.loads(files["datapackage.json"])
    change(package["resources"][0])
    spoilt = {**files, "datapackage.json": json.dumps(package).encode("utf-8")}
    old, new = read_snapshot(files), read_snapshot(spoilt)
    found = [item for item in differences(old, new) if item.change is Change.RESHAPED]
    assert least_bump(old, new, found) is bump


def test_a_table_more_is_minor_and_a_table_less_major(files: dict[str, bytes]) -> None:
    package = json.loads(files["datapackage.json"])
    del package["resources"][-1]
    fewer = {**files, "datapackage.json": json.dumps(package).encode("utf-8")}
    one, other = read_snapshot(files), read_snapshot(fewer)
    assert least_bump(one, other, differences(one, other)) is Bump.MAJOR
    assert least_bump(other, one, differences(other, one)) is Bump.MINOR


def test_another_description_of_the_dataset_is_a_patch(files: dict[str, bytes]) -> None:
    package = {**json.loads(files["datapackage.json"]), "title": "Another"}
    renamed = {**files, "datapackage.json": json.dumps(package).encode("utf-8")}
    old, new = read_snapshot(files), read_snapshot(renamed)
    assert least_bump(old, new, differences(old, new)) is Bump.PATCH


@pytest.mark.parametrize(
    ("bump", "version"),
    [(Bump.PATCH, "1.2.4"), (Bump.MINOR, "1.3.0"), (Bump.MAJOR, "2.0.0")],
)
def test_a_bump_gives_the_next_version(bump: Bump, version: str) -> None:
    assert next_version("1.2.3", bump) == version
    assert version in allowed_versions("1.2.3", bump)
    assert allowed_versions("1.2.3", Bump.PATCH)[-len(allowed_versions("1.2.3", bump)) :] == (
        allowed_versions("1.2.3", bump)
    )


def test_every_column_of_the_figures_has_one_nature() -> None:
    """A new column must say whether a person states it or it follows from other records."""
    stated = {column for columns in STATED["figures"].values() for column in columns}
    remarks = {"note", "statement_note"}
    natures = (stated, FOLLOWING["figures"], BOOKKEEPING, remarks, set(IDS["figures"]))
    columns = [column.name for column in describe(TABLES["figures"])]
    assert sorted(name for nature in natures for name in nature) == sorted(columns)


def test_natures_name_columns_that_there_are() -> None:
    for table, model in TABLES.items():
        columns = {column.name for column in describe(model)}
        named = [column for fields in STATED.get(table, {}).values() for column in fields]
        known = [*named, *FOLLOWING.get(table, ()), *IDS.get(table, ())]
        assert set(known) | set(IDENTIFYING.get(table, ())) <= columns
