"""Whether a mention's words agree with a figure's record."""

import pytest

from casualty_ledger.numbers import disagreement, read_number
from casualty_schemas.vocabularies import Bound


@pytest.mark.parametrize(
    ("phrase", "low", "best", "high", "bound"),
    [
        ("about 2,000", None, 2000, None, Bound.ABOUT),
        ("at least 100", 100, None, None, Bound.AT_LEAST),
        ("10,000 to 12,000", 10000, None, 12000, Bound.BETWEEN),
        ("several hundred", None, None, None, Bound.VAGUE),
        ("several hundred", 200, None, 999, Bound.VAGUE),
        ("a third", None, None, None, Bound.VAGUE),
    ],
)
def test_words_and_record_agree(phrase, low, best, high, bound):
    assert disagreement(read_number(phrase, "en"), low, best, high, bound) is None


@pytest.mark.parametrize(
    ("phrase", "low", "best", "high", "bound", "message"),
    [
        (
            "about 2,000",
            None,
            2000,
            None,
            Bound.EXACT,
            "the words say best 2000 (about), the record has best 2000 (exact)",
        ),
        (
            "more than 3,000",
            None,
            None,
            3000,
            Bound.UP_TO,
            "the words say low 3000 (more_than), the record has high 3000 (up_to)",
        ),
        (
            "several hundred",
            None,
            300,
            None,
            Bound.VAGUE,
            "the words say no value (vague), the record has best 300 (vague)",
        ),
    ],
)
def test_a_disagreement_shows_reading_and_record(phrase, low, best, high, bound, message):
    assert disagreement(read_number(phrase, "en"), low, best, high, bound) == message
