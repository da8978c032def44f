"""What reports make of figures: the sound records, and records in which reports depart."""

from pathlib import Path

import pandas as pd
import pytest

from casualty_ledger.build.frames import build_frames
from casualty_ledger.build.history import History
from casualty_ledger.compare import (
    bound_losses,
    bound_pairs,
    carried_figures,
    casualties_as_deaths,
    printed_numbers,
    rival_values,
    stale_relays,
    superseding_chain,
)
from casualty_ledger.records.check import check_folder

FIRST, LATER = "xa-mod-2030-01-10-killed", "xa-mod-2030-01-20-killed"
CASUALTIES = "xa-mod-2030-01-20-casualties"
FOURTH = """\
url: https://press.example/fourth
publisher: xa-press
language: en
published_on: 2030-01-25
mentions:
  - figure: xa-mod-2030-01-10-killed
    as_written: '100'
    differs: [bound]
  - figure: xa-mod-2030-01-20-casualties
    as_written: 5,000 to 7,000
    differs: [value, measure]
    printed_measure: killed
"""
FIFTH = """\
url: https://press.example/fifth
publisher: xa-press
language: de
published_on: 2030-01-26
mentions:
  - figure: xa-mod-2030-01-10-killed
    as_written: mindestens 100
  - figure: xa-mod-2030-01-10-killed
    as_written: '100'
    differs: [bound]
  - figure: xa-mod-2030-01-20-killed
    as_written: rund 2000
"""

Frames = dict[str, pd.DataFrame]


@pytest.fixture
def frames(seeds: Path) -> Frames:
    for day, text in (("25", FOURTH), ("26", FIFTH)):
        path = seeds / f"reports/2030/01/2030-01-{day}-xa-press.yaml"
        path.write_text(text, "utf-8", newline="\n")
    checked = check_folder(seeds)
    assert not checked.faults
    return build_frames(checked.ledger, History("0.1.0", {}, {}))


@pytest.fixture
def carried(frames: Frames) -> pd.DataFrame:
    return carried_figures(frames["figures"], frames["mentions"], frames["reports"])


def test_a_relay_is_one_figure_in_one_report(carried: pd.DataFrame) -> None:
    assert len(carried) == 8
    assert not carried.duplicated(["figure_id", "report_id"]).any()


def test_a_bound_is_lost_only_if_no_mention_keeps_it(carried: pd.DataFrame) -> None:
    losses = bound_losses(carried)
    lost = losses[losses["lost"]]
    assert lost[["figure_id", "report_id"]].to_numpy().tolist() == [[FIRST, "2030-01-25-xa-press"]]


def test_another_bound_is_changed_and_not_lost(carried: pd.DataFrame) -> None:
    changes = carried.set_index(["figure_id", "report_id"])["bound_change"]
    assert changes[LATER, "2030-01-22-xa-press"] == "changed"
    assert changes[LATER, "2030-01-21-xa-press"] == "kept"


def test_casualties_printed_as_deaths_are_found(frames: Frames, carried: pd.DataFrame) -> None:
    deaths = casualties_as_deaths(carried, frames["mentions"])
    assert dict(zip(deaths["report_id"], deaths["as_deaths"], strict=True)) == {
        "2030-01-22-xa-press": False,
        "2030-01-25-xa-press": True,
    }


def test_bounds_are_paired_mention_by_mention(frames: Frames) -> None:
    pairs = bound_pairs(frames["figures"], frames["mentions"])
    counts = pairs.groupby(["claimed", "printed"]).size().to_dict()
    assert counts["at_least", "exact"] == 2
    assert counts["about", "more_than"] == 1


def test_printed_numbers_are_those_of_each_report(frames: Frames) -> None:
    printed = printed_numbers(frames["mentions"], frames["reports"], figure_id=FIRST)
    assert printed["number"].to_list() == [100, 100, 100]


def test_rival_values_stand_in_words(frames: Frames) -> None:
    rivals = rival_values(frames["figures"], frames["mentions"])
    assert rivals.to_numpy().tolist() == [
        [CASUALTIES, "5,000 to 6,000", "5,000 to 7,000", 1, 2],
    ]


@pytest.mark.parametrize("member", [FIRST, LATER])
def test_a_chain_is_the_same_from_each_of_its_figures(frames: Frames, member: str) -> None:
    assert superseding_chain(frames["figures"], figure_id=member) == [FIRST, LATER]


def test_a_late_page_is_stale_unless_it_carries_a_newer_figure(carried: pd.DataFrame) -> None:
    stale = stale_relays(carried).set_index("report_id")
    assert stale["figure_id"].unique().tolist() == [FIRST]
    assert stale["late"].to_dict() == {
        "2030-01-10-xa-press": False, "2030-01-25-xa-press": True, "2030-01-26-xa-press": True,
    }  # fmt: skip
    assert stale.index[stale["stale"]].to_list() == ["2030-01-25-xa-press"]
