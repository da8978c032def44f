"""One example, or a few, for each rule of the number reader."""

import pytest

from casualty_ledger.numbers import (
    UnknownLanguage,
    UnreadableNumber,
    read_number,
    read_numbers,
)

GROUPING = [
    ("2.000", "ro", 2000),
    ("2,000", "de", 2000),
    ("2 000", "en", 2000),
    ("2’000", "de", 2000),
    ("2\u202f000", "fr", 2000),
    ("2\xa0000", "ru", 2000),
    ("12, 000", "en", 12000),
    ("1,25,000", "hi", 125000),
    ("1.234.567", "es", 1234567),
    ("1,234.5 million", "en", 1234500000),
    ("１２，０００", "ja", 12000),
    ("٢٬٥٠٠", "ar", 2500),
    ("۲۵۰۰", "fa", 2500),
    ("३,०००", "hi", 3000),
]
HYBRIDS = [
    ("3,8 тис.", "uk", 3800),
    ("1만2천", "ko", 12000),
    ("4천700", "ko", 4700),
    ("1.5万", "zh", 15000),
    ("만여 명", "ko", 10000),
    ("2 bin 700", "tr", 2700),
    ("50mila", "it", 50000),
    ("15-hundred", "en", 1500),
    ("four-thousand-100", "en", 4100),
    ("6K", "en", 6000),
    ("500 (тисяч", "uk", 500000),
    ("9.000mila", "it", 9000),
    ("11-tisíc", "sk", 11000),
    ("12 bine", "tr", 12000),
    ("10-ти тысяч", "ru", 10000),
]
FORMS = [
    ("tremila", "it", 3000),
    ("kétezer", "hu", 2000),
    ("hatezresnél", "hu", 6000),
    ("tweehonderd", "nl", 200),
    ("ألفي جندي", "ar", 2000),
    ("جنديان", "ar", 2),
    ("чотирьох тисяч", "uk", 4000),
    ("п`ять", "uk", 5),
    ("двумястами", "ru", 200),
    ("tisícovka", "cs", 1000),
    ("six were officers", "en", 6),
    ("two thousand", "en", 2000),
]
RANGES = [
    ("10,000 to 12,000", "en", 10000, 12000),
    ("11 to 12,000", "en", 11000, 12000),
    ("8000~1만", "ko", 8000, 10000),
    ("30-40 тисяч", "uk", 30000, 40000),
    ("ما بين 25 ألفا و30 ألف جندي", "ar", 25000, 30000),
    ("between 100 and 3,000", "en", 100, 3000),
    ("1000 ile 3 bin arasında", "tr", 1000, 3000),
    ("zwei- bis dreitausend", "de", 2000, 3000),
    ("od 189,5 tys. do 223 tys.", "pl", 189500, 223000),
    ("от 100 тыс. до 140 тыс.", "ru", 100000, 140000),
    ("2000至3000人", "zh", 2000, 3000),
]
VAGUE = [
    ("several hundred", "en", (200, 999)),
    ("dozens of officers", "en", (24, 119)),
    ("tens of thousands", "en", (20000, 99999)),
    ("수십 명", "ko", (20, 99)),
    ("数千～数万人", "ja", (2000, 99999)),
    ("kilkunastu żołnierzy", "pl", (11, 19)),
    ("a third", "en", None),
    ("30% of them", "en", None),
    ("up to a battalion", "en", None),
    ("дві третини загиблих", "uk", None),
]
PEOPLE = [
    ("four brigades of 12,000 soldiers", "en", 12000),
    ("the 528th regiment lost 30 men", "en", 30),
    ("in 120 days 3,000 soldiers", "en", 3000),
    ("제11군단 병력 1만2천명", "ko", 12000),
    ("three brigades", "en", 3),
    ("un general", "ro", 1),
    ("all but one", "en", 1),
]
BOUNDS = [
    ("약 3천 명 이상", "ko", "at_least"),
    ("3000人以上", "ja", "at_least"),
    ("2000人あまり", "ja", "about"),
    ("1000人近く", "ja", "nearly"),
    ("3,000 or more", "en", "at_least"),
    ("no more than 30", "en", "at_most"),
    ("10 binden fazla", "tr", "more_than"),
    ("10 bin civarında", "tr", "about"),
    ("более тысячи", "ru", "more_than"),
    ("až 3000", "cs", "up_to"),
    ("600 soldiers at least", "en", "at_least"),
    ("600 على الأقل", "ar", "at_least"),
]


@pytest.mark.parametrize(("phrase", "language", "value"), GROUPING + HYBRIDS + FORMS + PEOPLE)
def test_the_value_is_read(phrase, language, value):
    assert read_number(phrase, language).best == value


@pytest.mark.parametrize(("phrase", "language", "low", "high"), RANGES)
def test_a_range_has_both_ends(phrase, language, low, high):
    reading = read_number(phrase, language)
    assert (reading.low, reading.best, reading.high, reading.bound) == (low, None, high, "between")


@pytest.mark.parametrize(("phrase", "language", "interval"), VAGUE)
def test_a_vague_phrase_has_no_number(phrase, language, interval):
    reading = read_number(phrase, language)
    assert (reading.low, reading.best, reading.high) == (None, None, None)
    assert (reading.bound, reading.interval) == ("vague", interval)


@pytest.mark.parametrize(("phrase", "language", "bound"), BOUNDS)
def test_the_bound_is_read(phrase, language, bound):
    assert read_number(phrase, language).bound == bound


@pytest.mark.parametrize(
    ("phrase", "language"),
    [
        ("", "en"),
        ("nobody", "en"),
        ("the 528th regiment", "en"),
        ("94-та бригада", "uk"),
        ("FAB-500", "en"),
        ("MI6", "pt"),
        ("дім № 84", "uk"),
        ("Haus Nr. 84", "de"),
        ("dům č. 84", "cs"),
        ("3.7", "en"),
        ("9" * 40, "en"),
        ("병사", "ko"),
        ("一部の", "ja"),
    ],
)
def test_what_states_no_number_is_refused(phrase, language):
    with pytest.raises(UnreadableNumber, match="no number"):
        read_number(phrase, language)


def test_a_region_falls_back_to_its_language():
    assert read_number("dois mil", "pt-BR") == read_number("dois mil", "pt")


def test_an_unknown_language_is_refused_with_the_known_ones():
    with pytest.raises(UnknownLanguage, match="known: ar, bg"):
        read_number("2", "xx")


def test_the_span_covers_number_and_bound():
    text = "officials said more than 6,000 had died"
    start, end = read_number(text, "en").span
    assert text[start:end] == "more than 6,000"


def test_all_numbers_of_a_text_are_read_in_order():
    text = "About 600 were killed, at least 300 wounded and up to 2,000 sent in 3 brigades."
    readings = [(r.low, r.best, r.high, r.bound.value) for r in read_numbers(text, "en")]
    assert readings == [
        (None, 600, None, "about"),
        (300, None, None, "at_least"),
        (None, None, 2000, "up_to"),
        (None, 3, None, "exact"),
    ]
