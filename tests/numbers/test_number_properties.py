"""What must hold for every text: stable readings, ordered limits, spans inside, no exception."""

import csv
import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_number_phrases import ROWS

from casualty_ledger.numbers import UnreadableNumber, languages, read_number, read_numbers
from casualty_ledger.numbers.folding import fold

with (Path(__file__).parent / "phrases.tsv").open(encoding="utf-8", newline="") as stream:
    ROWS = [tuple(row.values()) for row in csv.DictReader(stream, delimiter="\t")]
LANGUAGES = st.sampled_from(languages())
SPACES = [" ", "\xa0", "\u202f", "\u2009"]
APOSTROPHES = ["'", "’", "ʼ", "`"]
PIECES = st.one_of(
    st.sampled_from([row[1] for row in ROWS]),
    st.text(max_size=12),
    st.sampled_from([*"0123456789.,-~ %'’()٣३３千만万", "\u00ad", "\u200c", "\u0301", "000"]),
)
TEXTS = st.lists(PIECES, max_size=14).map("".join)


def said(phrase, language):
    reading = read_number(phrase, language)
    return reading.low, reading.best, reading.high, reading.bound, reading.interval


@given(st.sampled_from(ROWS), st.sampled_from(SPACES))
def test_the_reading_does_not_depend_on_the_kind_of_space(row, space):
    assert said(row[1].replace(" ", space), row[0]) == said(row[1], row[0])


@given(st.sampled_from(ROWS), st.sampled_from(APOSTROPHES))
def test_the_reading_does_not_depend_on_the_kind_of_apostrophe(row, apostrophe):
    phrase = row[1].replace("'", "’")
    assert said(phrase.replace("’", apostrophe), row[0]) == said(phrase, row[0])


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("language", "phrase"), [row[:2] for row in ROWS])
def test_the_reading_does_not_depend_on_the_normal_form(form, language, phrase):
    changed = unicodedata.normalize(form, phrase)
    assert said(changed, language) == said(phrase, language)
    start, end = read_number(changed, language).span
    original = read_number(phrase, language).span
    composed = unicodedata.normalize("NFC", changed[start:end])
    assert composed == unicodedata.normalize("NFC", phrase[slice(*original)])


@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, LANGUAGES)
def test_any_text_is_read_without_fault(text, language):
    end_of_last = 0
    for reading in read_numbers(text, language):
        start, end = reading.span
        assert 0 <= start < end <= len(text)
        assert end_of_last <= end
        end_of_last = end
        limits = [limit for limit in (reading.low, reading.best, reading.high) if limit is not None]
        assert limits == sorted(limits)
        assert reading.interval is None or reading.interval[0] <= reading.interval[1]
        assert bool(limits) == (reading.bound != "vague")


@settings(max_examples=500, deadline=None)
@given(TEXTS, LANGUAGES)
def test_one_phrase_is_read_or_refused(text, language):
    try:
        start, end = read_number(text, language).span
    except UnreadableNumber:
        return
    assert 0 <= start < end <= len(text)


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_folding_keeps_the_place_of_every_character(text):
    folded = fold(text)
    for index in range(len(folded.text)):
        start, end = folded.span(index, index + 1)
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("language", languages())
def test_mangled_phrases_are_read_without_fault(language):
    chance = random.Random(language)
    alphabet = "".join(row[1] for row in ROWS if row[0] == language) + "0123456789.,-~'’ \u00ad"
    for _ in range(300):
        text = "".join(chance.choices(alphabet, k=chance.randrange(1, 60)))
        for reading in read_numbers(text, language):
            assert text[slice(*reading.span)]


@pytest.mark.parametrize(
    ("unit", "language"),
    [
        ("1.000", "en"),
        ("1 ", "fr"),
        ("9", "en"),
        ("thousand ", "en"),
        ("tausend", "de"),
        ("und", "de"),
        ("萬", "zh"),
        ("de mii ", "ro"),
        ("e\u0301", "fr"),
        ("1,11,", "hi"),
    ],
)
def test_a_text_of_a_megabyte_is_read(unit, language):
    text = unit * (1_000_000 // len(unit.encode()))
    assert isinstance(read_numbers(text, language), list)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("binlikyuzdoksanyarim binyuzunun", "tr"),
        ("milliardermillioner2,000mrd", "no"),
        ("miljoonakymmentäpuoli miljoonaayhtenä", "fi"),
    ],
)
def test_a_fused_word_that_fits_nothing_does_not_stop_the_reader(text, language):
    assert len(read_numbers(text, language)) <= len(text.split())
