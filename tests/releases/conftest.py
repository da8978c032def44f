"""A made-up dataset with its first release, and hands to change its records."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from casualty_ledger.freezing import Draft, make_release

LATER = "reports/2030/01/2030-01-25-xa-press.yaml"
NEW_REPORT = """\
url: https://press.example/fourth
publisher: xa-press
language: en
published_on: 2030-01-25
mentions:
  - figure: xa-mod-2030-01-20-killed
    as_written: about 2,000
"""

Correct = Callable[..., None]
Release = Callable[..., Draft]


@pytest.fixture(scope="session")
def first_release(tmp_path_factory: pytest.TempPathFactory, sound: dict[str, str]) -> Path:
    """Return a folder with records and a dataset, released as 1.0.0 on 1 February 2030."""
    root = tmp_path_factory.mktemp("first")
    for name, text in sound.items():
        path = root / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    make_release(root / "seeds", root / "dataset", "1.0.0", date(2030, 2, 1))
    return root


@pytest.fixture
def seeds(first_release: Path, tmp_path: Path) -> Path:
    """Return the records beside a dataset that was released once; a test may change both."""
    shutil.copytree(first_release, tmp_path / "project")
    return tmp_path / "project/seeds"


@pytest.fixture
def dataset(seeds: Path) -> Path:
    return seeds.parent / "dataset"


@pytest.fixture
def correct(seeds: Path) -> Correct:
    """Return a function that changes a record, and fails where the old text is not there."""

    def change(name: str, old: str, new: str) -> None:
        path = seeds / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, (name, old)
        path.write_text(text.replace(old, new), "utf-8", newline="\n")

    return change


@pytest.fixture
def add_report(seeds: Path) -> Callable[[], None]:
    def add() -> None:
        (seeds / LATER).write_text(NEW_REPORT, "utf-8", newline="\n")

    return add


@pytest.fixture
def release(seeds: Path, dataset: Path) -> Release:
    """Return a function that makes a release, on 1 March 2030 unless told otherwise."""

    def make(version: str, day: str = "2030-03-01", **options: Path) -> Draft:
        return make_release(seeds, dataset, version, date.fromisoformat(day), **options)

    return make


@pytest.fixture
def git(seeds: Path) -> Callable[..., None]:
    """Return a function that runs git in the folder above the records."""

    def run(*arguments: str) -> None:
        person = ["-c", "user.name=Example", "-c", "user.email=example@example.org"]
        command = ["git", "-C", str(seeds.parent), *person, *arguments]
        subprocess.run(command, check=True, capture_output=True)

    return run
