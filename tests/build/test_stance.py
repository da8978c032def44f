"""The stance of a claimant follows from the registers of the conflict."""

from pathlib import Path

import pytest

from casualty_ledger.build.stance import stance_of
from casualty_ledger.records.folder import read_folder
from casualty_schemas.vocabularies import Stance


@pytest.mark.parametrize(
    ("record", "population", "stance"),
    [
        ("name: A\nkind: government\ncountry: XB\n", "south-army", Stance.OWN_SIDE),
        ("name: A\nkind: armed_forces\npart_of: rebels\n", "south-army", Stance.OWN_SIDE),
        ("name: A\nkind: government\ncountry: XA\n", "south-army", Stance.OPPONENT),
        ("name: A\nkind: government\ncountry: XC\n", "south-army", Stance.OWN_SIDE),
        ("name: A\nkind: government\ncountry: XC\n", "north-army", Stance.OPPONENTS_ALLY),
        ("name: A\nkind: government\ncountry: XD\n", "south-army", Stance.THIRD_PARTY),
        ("name: A\nkind: news_media\ncountry: XA\n", "south-army", Stance.THIRD_PARTY),
        ("name: A\nkind: state_media\ncountry: XA\n", "south-army", Stance.OPPONENT),
        ("name: A\nkind: unnamed\ncountry: XA\n", "south-army", Stance.OPPONENT),
        ("name: A\nkind: unnamed\n", "south-army", Stance.UNDETERMINED),
        ("name: A\nkind: government\ncountry: XA\n", "mixed", Stance.UNDETERMINED),
    ],
)
def test_stance(record: str, population: str, stance: Stance, seeds: Path) -> None:
    (seeds / "registers/actors/claimant.yaml").write_text(record, "utf-8")
    army = (seeds / "registers/populations/south-army.yaml").read_text("utf-8")
    north = army.replace("Southern", "Northern").replace("party: XB", "party: XA")
    (seeds / "registers/populations/north-army.yaml").write_text(north, "utf-8")
    mixed = army.replace("Southern army", "Both").replace("party: XB\n", "")
    (seeds / "registers/populations/mixed.yaml").write_text(mixed, "utf-8")
    ledger, faults = read_folder(seeds)
    assert faults == []
    assert stance_of("claimant", population, ledger) is stance
