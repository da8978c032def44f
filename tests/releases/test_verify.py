"""Every byte of every release is proved; whatever is wrong is named by its file."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from casualty_ledger import load, versions
from casualty_ledger.cli import app
from casualty_ledger.freezing import RefusedReleaseError
from casualty_ledger.pipeline import build_dataset
from casualty_ledger.releases.proof import release_problems, stray_entries
from casualty_ledger.releases.shelf import DamagedReleaseError, release_folder, released_versions
from casualty_ledger.releases.sums import read_sums, sums_bytes

OURS = Path(__file__).parents[2] / "dataset"


@pytest.fixture
def folder(dataset: Path) -> Path:
    return dataset / "releases/1.0.0"


def flip(path: Path, offset: int) -> None:
    content = bytearray(path.read_bytes())
    content[offset] ^= 1
    path.write_bytes(content)


def test_our_own_releases_are_as_they_were_released() -> None:
    assert stray_entries(OURS) == []
    for version in released_versions(OURS):
        assert release_problems(release_folder(OURS, version)) == []


def test_a_release_is_sound(folder: Path) -> None:
    assert release_problems(folder) == []


def test_a_byte_flipped_in_any_file_is_named(folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        content = path.read_bytes()
        for offset in {0, len(content) // 2, len(content) - 1}:
            flip(path, offset)
            problems = release_problems(folder)
            assert problems, (path.name, offset)
            assert all(line.startswith(f"{path.name}: ") for line in problems), problems
            path.write_bytes(content)


def test_any_byte_of_the_sums_matters(folder: Path) -> None:
    raw = (folder / "SHA256SUMS").read_bytes()
    assert sums_bytes({"a": b"", "b": b"x"}) != sums_bytes({"a": b"", "b": b"y"})
    for offset in range(len(raw)):
        spoilt = bytearray(raw)
        spoilt[offset] ^= 1
        with pytest.raises(ValueError, match=r"is not as it was written|can't decode"):
            read_sums(bytes(spoilt))


def test_a_file_missing_or_too_many_is_named(folder: Path) -> None:
    (folder / "places.csv").unlink()
    (folder / "note.txt").write_text("mine", "utf-8")
    (folder / "empty").mkdir()
    assert release_problems(folder) == [
        "empty: was not released",
        "note.txt: was not released",
        "places.csv: is missing",
    ]
    (folder / "SHA256SUMS").unlink()
    assert release_problems(folder) == ["SHA256SUMS: is missing"]


def test_an_altered_row_is_named(folder: Path) -> None:
    path = folder / "figures.csv"
    path.write_bytes(path.read_bytes().replace(b",2000,", b",3000,"))
    assert release_problems(folder) == [
        "figures.csv: is not as it was released: xa-mod-2030-01-20-killed"
    ]


def test_a_release_replaced_with_its_sums_breaks_the_chain(
    dataset: Path, folder: Path, release: Callable[..., object], add_report: Callable[[], None]
) -> None:
    add_report()
    release("1.1.0")
    path = folder / "codebook.md"
    path.write_bytes(path.read_bytes() + b"\n")
    files = {entry.name: entry.read_bytes() for entry in folder.iterdir()}
    del files["SHA256SUMS"]
    (folder / "SHA256SUMS").write_bytes(sums_bytes(files))
    assert release_problems(folder) == []
    second = dataset / "releases/1.1.0"
    assert release_problems(second) == [
        "release.json: follows another 1.0.0 than the one that is there"
    ]
    shutil.rmtree(folder)
    assert release_problems(second) == ["release.json: follows 1.0.0, which is missing"]


def test_a_release_under_another_number_is_noticed(dataset: Path, folder: Path) -> None:
    folder.rename(folder.with_name("1.0.1"))
    assert release_problems(folder.with_name("1.0.1")) == [
        "release.json: is of 1.0.0, its tables of 1.0.0"
    ]


def test_a_damaged_release_is_neither_loaded_nor_built_upon(
    seeds: Path, dataset: Path, folder: Path, release: Callable[..., object],
    add_report: Callable[[], None],
) -> None:  # fmt: skip
    flip(folder / "figures.parquet", 400)
    with pytest.raises(DamagedReleaseError, match=r"1.0.0/figures.parquet: is not as it was"):
        load(version="1.0.0", folder=dataset)
    flip(folder / "figures.csv", 400)
    add_report()
    with pytest.raises(RefusedReleaseError) as caught:
        release("1.1.0")
    assert len(caught.value.problems) == 2
    text = (seeds / "dataset.yaml").read_text("utf-8")
    (seeds / "dataset.yaml").write_text(text.replace("1.0.0", "1.1.0-dev"), "utf-8")
    with pytest.raises(DamagedReleaseError):
        build_dataset(seeds, dataset)


def test_the_command_names_files_and_has_an_exit_code(dataset: Path, folder: Path) -> None:
    runner, where = CliRunner(), ["--dataset", str(dataset)]
    done = runner.invoke(app, ["verify", *where])
    assert (done.exit_code, done.output) == (0, "as released: 1.0.0\n")
    flip(folder / "places.csv", 5)
    flip(folder / "actors.parquet", 5)
    (dataset / "releases/notes").mkdir()
    done = runner.invoke(app, ["verify", *where])
    assert done.exit_code == 1
    assert done.output.splitlines() == [
        "notes: is no release",
        "1.0.0/actors.parquet: is not as it was released",
        "1.0.0/places.csv: is not as it was released",
        "3 problems in 1 releases",
    ]
    assert runner.invoke(app, ["verify", "7.0.0", *where]).exit_code == 2


def test_a_released_table_is_loaded_with_its_own_columns_and_types(
    dataset: Path, folder: Path
) -> None:
    now, then = load(folder=dataset), load(version="1.0.0", folder=dataset)
    assert (now.dtypes == then.dtypes).all()
    assert now.equals(then)
    assert then.attrs["version"] == "1.0.0"
    with pytest.raises(ValueError, match="no table 'figure'; expected one of figures, mentions"):
        load("figure", version="1.0.0", folder=dataset)


def test_versions_are_sorted_by_number(dataset: Path) -> None:
    for name in ("1.10.0", "1.9.0", "1.0.0-dev", ".1.2.0.new", "01.0.0", "latest"):
        (dataset / "releases" / name).mkdir()
    assert versions(folder=dataset) == ["1.0.0", "1.9.0", "1.10.0"]


def test_the_card_says_what_the_release_is(folder: Path) -> None:
    card = json.loads((folder / "release.json").read_bytes())
    assert card["version"] == "1.0.0"
    assert card["released_on"] == "2030-02-01"
    assert card["previous"] is None
    assert card["rows"]["figures"] == 3
