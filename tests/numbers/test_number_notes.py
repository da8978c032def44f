"""The reading notes, where they lie beside the repository: the goals of accuracy."""

import csv
import json
from pathlib import Path

import pytest

from casualty_ledger.numbers import UnreadableNumber, read_number

ROOT = Path(__file__).parents[2]
NOTES = sorted((ROOT.parent / "shared" / "reading-notes").glob("*.jsonl"))
LABELS = ROOT / "tests" / "benchmarks" / "number_reader_labels.csv"

pytestmark = pytest.mark.skipif(not NOTES, reason="the reading notes are not here")


def verdicts():
    """For each figure: whether the value is right, and the bound (labels corrected)."""
    with LABELS.open(encoding="utf-8", newline="") as stream:
        bounds = {(row["language"], row["phrase"]): row["bound"] for row in csv.DictReader(stream)}
    pages = (json.loads(line) for path in NOTES for line in path.open(encoding="utf-8"))
    for page in pages:
        for claim in page["claims"]:
            key = page["language"], claim["number_as_written"]
            limits = [claim[f"value_{name}"] for name in ("low", "best", "high")]
            try:
                reading = read_number(key[1], key[0])
            except UnreadableNumber:
                yield False, False
                continue
            read = [reading.low, reading.best, reading.high]
            yield read == limits, reading.bound == bounds.get(key, claim["qualifier"])


def test_values_and_bounds_reach_their_goals():
    values, bounds = zip(*verdicts(), strict=True)
    assert sum(values) / len(values) >= 0.995
    assert sum(bounds) / len(bounds) >= 0.98
