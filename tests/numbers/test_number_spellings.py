"""What ICU spells, the reader reads back; what is generated is current."""

import random
from pathlib import Path

import pytest

from casualty_ledger.numbers import languages, read_number

pytest.importorskip("icu")
pytest.importorskip("babel")

from casualty_ledger.numbers import generate

UNSPELLED = {"ml", "te"}  # ICU has no spelling rules for these
CHANCE = random.Random(20241019)
NUMBERS = [
    *range(0, 131),
    *range(200, 10_000, 700),
    *(CHANCE.randrange(1_000, 100_000) for _ in range(30)),
    *(CHANCE.randrange(100_000, 10_000_000) for _ in range(30)),
    10_000_000,
]


@pytest.mark.parametrize("language", sorted(set(languages()) - UNSPELLED))
def test_spelled_numbers_read_back(language):
    spelled = {
        (number, spelling)
        for number in NUMBERS
        for spelling in generate.spellings(language, number)
    }
    misread = {
        (number, spelling)
        for number, spelling in spelled
        if read_number(spelling, language).best != number
    }
    assert misread == set()


@pytest.mark.parametrize("language", sorted(UNSPELLED))
def test_icu_does_not_spell_these(language):
    assert generate.spellings(language, 3) == []


@pytest.mark.parametrize("path", sorted(generate.folder().glob("*.toml")), ids=lambda p: p.stem)
def test_the_generated_part_is_current(path: Path):
    text = path.read_text(encoding="utf-8")
    assert generate.rewritten(path.stem, text) == text
