"""A built dataset of the small sound folder of records."""

from pathlib import Path

import pytest

from casualty_ledger.pipeline import build_dataset


@pytest.fixture
def dataset(seeds: Path) -> Path:
    folder = seeds.parent / "dataset"
    build_dataset(seeds, folder)
    return folder
