"""The rules on the published file itself, where CASUALTY_LEDGER_RADFORD names it."""

import os
from pathlib import Path

import pytest

from casualty_ledger.imports.radford.defects.flags import KEY
from casualty_ledger.imports.radford.importing import Imported, import_radford
from casualty_schemas.imported import DefectKind

FILE = os.environ.get("CASUALTY_LEDGER_RADFORD", "")
pytestmark = pytest.mark.skipif(not FILE, reason="CASUALTY_LEDGER_RADFORD names no file")


@pytest.fixture(scope="module")
def published() -> Imported:
    return import_radford(Path(FILE).read_bytes())


def test_the_file_holds_what_the_paper_says(published: Imported) -> None:
    assert len(published.rows) == 4609
    assert len(set(zip(published.rows["category"], published.rows["country"]))) == 30  # noqa: B905


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        (DefectKind.REPEATED_ROW, 252),
        (DefectKind.SCIENTIFIC_NOTATION, 27),
        (DefectKind.RETRACTED_STILL_LIVE, 3),
    ],
)
def test_so_many_rows_have_a_flag(published: Imported, kind: DefectKind, count: int) -> None:
    assert published.flag_counts()[kind.value] == count


def test_so_many_keys_conflict(published: Imported) -> None:
    own = published.flags.loc[published.flags["kind"] == "conflicting_key", "row_id"]
    keys = published.rows[published.rows["row_id"].isin(own)].groupby(KEY).ngroups
    assert keys == 336


def test_injuries_of_one_bloc_are_triples(published: Imported) -> None:
    own = published.flags.loc[published.flags["kind"] == "injuries_triple_of_deaths", "row_id"]
    rows = published.rows[published.rows["row_id"].isin(own)]
    assert (rows["source"] == "UA Source").sum() == 32


@pytest.mark.parametrize(
    ("kind", "day", "value"),
    [
        *(
            (DefectKind.GROSS_OUTLIER, day, value)
            for day, value in [
                (346, 13_050), (87, 55_110), (81, 30), (119, 130),
                (39, 73_000), (46, 78_200), (74, 103_000),
            ]
        ),
        (DefectKind.TARGET_SWAPPED, 181, 9_000),
        (DefectKind.DIGITS_TRANSPOSED, 210, 5_397),
    ],
)  # fmt: skip
def test_known_rows_are_found(published: Imported, kind: DefectKind, day: int, value: int) -> None:
    flags = published.flags.merge(published.rows, on="row_id")
    own = flags[(flags["kind"] == kind.value) & (flags["category"] == "Military Deaths")]
    assert ((own["day_number"] == day) & (own["value"] == value)).any()
