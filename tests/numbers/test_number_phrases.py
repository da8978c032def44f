"""Phrases in every language, written from knowledge of the language and of no publication."""

import csv
from pathlib import Path

import pytest

from casualty_ledger.numbers import languages, read_number, read_numbers

with (Path(__file__).parent / "phrases.tsv").open(encoding="utf-8", newline="") as stream:
    ROWS = [tuple(row.values()) for row in csv.DictReader(stream, delimiter="\t")]


@pytest.mark.parametrize(("language", "phrase", "bound", "values"), ROWS)
def test_a_phrase_is_read(language, phrase, bound, values):
    reading = read_number(phrase, language)
    stated = [limit for limit in (reading.low, reading.best, reading.high) if limit is not None]
    assert (reading.bound.value, "-".join(map(str, stated))) == (bound, values)


def test_every_language_has_a_dozen_phrases():
    written = [row[0] for row in ROWS]
    assert {code for code in languages() if written.count(code) < 12} == set()


@pytest.mark.parametrize(("language", "phrase", "bound", "values"), ROWS[:60])
def test_a_phrase_in_a_longer_text_is_found_at_its_place(language, phrase, bound, values):
    text = f"“{phrase}”."
    reading = read_number(text, language)
    start, end = reading.span
    alone = read_number(phrase, language)
    assert text[start:end] == phrase[alone.span[0] : alone.span[1]]
    assert all(reading.span[1] <= len(text) for reading in read_numbers(text, language))
