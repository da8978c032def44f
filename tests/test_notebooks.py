"""The notebooks run from the top, from any folder, and print what is committed."""

import os
from pathlib import Path

import nbformat
import pytest

from casualty_ledger.notebooks import first_picture, printed, run_notebook

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_prints_what_is_committed(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    roots = [str(ROOT / "scripts"), str(ROOT / "schemas")]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(roots))
    # Outputs that are committed come from the invented file.
    monkeypatch.delenv("CASUALTY_LEDGER_RADFORD", raising=False)
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    ran, committed = run_notebook(copy), nbformat.read(path, as_version=4)
    assert printed(ran) == printed(committed)
    picture = path.with_suffix(".png")
    assert (first_picture(committed) is None) or (
        picture.read_bytes() == first_picture(committed)
    ), "run `make notebooks`"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_says_first_what_may_be_concluded(path: Path) -> None:
    first = nbformat.read(path, as_version=4).cells[0].source
    assert "may be concluded" in first
    assert "not" in first
