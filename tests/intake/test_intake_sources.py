"""Which documents a command line names."""

import os
from pathlib import Path

import pytest

from casualty_ledger.intake.faults import UnusableDocument
from casualty_ledger.intake.sources import Source, find_sources


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.HTML",
        "sub/z.htm",
        "sub/a.txt",
        "notes.md",
        ".hidden.txt",
        ".git/x.txt",
    ):
        path = tmp_path / "texts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return tmp_path / "texts"


def test_a_folder_is_read_recursively_and_sorted(folder: Path) -> None:
    names = [source.name for source in find_sources([str(folder)], lambda _: None)]
    assert names == [f"{folder}/{name}" for name in ("a.HTML", "b.txt", "sub/a.txt", "sub/z.htm")]


def test_what_is_passed_over_is_handed_on(folder: Path) -> None:
    skipped: list[str] = []
    find_sources([str(folder)], skipped.append)
    assert skipped == [f"{folder}/notes.md"]


def test_a_named_file_is_taken_whatever_its_ending(folder: Path) -> None:
    assert find_sources([f"{folder}/notes.md"], pytest.fail) == [Source(f"{folder}/notes.md")]


def test_the_order_of_the_command_line_stays_and_repeats_go(folder: Path) -> None:
    paths = [f"{folder}/sub", "-", f"{folder}/b.txt", f"{folder}/sub/a.txt", "-"]
    names = [source.name for source in find_sources(paths, pytest.fail)]
    assert names == [f"{folder}/sub/a.txt", f"{folder}/sub/z.htm", "-", f"{folder}/b.txt"]


def test_a_link_to_a_folder_above_ends(folder: Path) -> None:
    (folder / "sub/loop").symlink_to(folder)
    assert len(find_sources([str(folder)], lambda _: None)) == 4


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("no.txt", "no such file; expected a file, a folder or -"),
        ("empty", "holds no document; expected files that end in .txt, .html, .htm or .xhtml"),
    ],
)
def test_what_can_not_be_read_says_why(folder: Path, name: str, fault: str) -> None:
    (folder / "empty").mkdir()
    (source,) = find_sources([f"{folder}/{name}"], pytest.fail)
    with pytest.raises(UnusableDocument) as raised:
        source.read()
    assert str(raised.value) == fault


def test_a_file_that_may_not_be_read_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnusableDocument, match=r"can not be read \(Permission denied\); expected"):
        Source("secret.txt").read()


def test_a_folder_that_may_not_be_read_is_a_fault_of_its_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may read everything, so the refusal is played."""
    scandir = os.scandir

    def refuse(path: Path | str) -> object:
        if Path(path).name == "sub":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    *others, closed = find_sources([str(folder)], lambda _: None)
    assert [source.name for source in others] == [f"{folder}/a.HTML", f"{folder}/b.txt"]
    with pytest.raises(UnusableDocument, match=r"can not be read \(Permission denied\)"):
        closed.read()
