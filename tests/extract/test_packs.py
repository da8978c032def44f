"""Sentences of our own in sixteen languages, and the figures in them.

A figure is its number, bound, measure, population and claimant. A sentence or more of each language
has numbers, but none that counts people.
"""

import json
from pathlib import Path

import pytest

from casualty_ledger.extract.document import Meta
from casualty_ledger.extract.reader import extract
from casualty_ledger.extract.registers import read_names
from casualty_ledger.load import dataset_folder

LINES = (Path(__file__).parent / "sentences.jsonl").read_text("utf-8").splitlines()
ROWS = [tuple(json.loads(line).values()) for line in LINES]


@pytest.fixture(scope="module")
def names():
    return read_names(dataset_folder())


def stated(candidate):
    limits = (candidate.value_low, candidate.value_best, candidate.value_high)
    (number,) = [limit for limit in limits if limit is not None] or [None]
    return [
        number,
        candidate.bound.value,
        candidate.measure.value,
        candidate.population,
        candidate.claimant,
    ]


@pytest.mark.parametrize(("language", "sentence", "figures"), ROWS)
def test_a_sentence_gives_its_figures(names, language, sentence, figures):
    found = extract(sentence, Meta("sentence", language), names)
    assert [stated(candidate) for candidate in found] == figures
    for candidate in found:
        start, end = candidate.number_span
        assert sentence[start:end] == candidate.number_text


def test_every_language_has_a_sentence_without_a_figure():
    languages = {language for language, _, _ in ROWS}
    assert len(languages) == 16
    assert {language for language, _, figures in ROWS if not figures} == languages
