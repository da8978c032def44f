"""What holds for every text: exact spans, the same answer again, no error and no long wait."""

import os
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casualty_ledger.extract import Meta, extract
from casualty_ledger.extract.marking.pack import pack
from casualty_ledger.extract.names import Names
from casualty_ledger.extract.registers import read_names
from casualty_ledger.load import dataset_folder
from casualty_ledger.numbers import languages

NAMES = read_names(dataset_folder())
DAY = date(2025, 9, 3)
STATED = [code for code in languages() if pack(code).stated]


def words_of(language):
    """Forms of a pack as a text would print them."""
    forms = [form.replace("*", "") for form, _, _ in pack(language).forms]
    extra = [
        "1,100",
        "3,8",
        "12 000",
        "2.000",
        "600",
        "2025",
        "14",
        "%",
        "-",
        "\n",
        ". ",
        ", ",
        "\u00ad",
        "e\u0301",
    ]
    return [*forms, *extra]


def texts(language):
    known = st.sampled_from(words_of(language))
    return st.lists(st.one_of(known, st.text(max_size=6)), max_size=40).map(" ".join)


def check(text, language, found):
    ends = len(text)
    seen = set()
    for candidate in found:
        start, end = candidate.number_span
        assert text[start:end] == candidate.number_text
        first, last = candidate.evidence_span
        assert 0 <= first <= start < end <= last <= ends
        if candidate.cue_span is not None:
            assert first <= candidate.cue_span[0] < candidate.cue_span[1] <= last
        assert candidate.same_as is None or candidate.same_as in seen
        seen.add(candidate.number_span)
        assert candidate.language == language


@pytest.mark.parametrize("language", STATED)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_spans_are_exact_in_texts_of_known_words(language, data):
    text = data.draw(texts(language))
    meta = Meta("text", language, DAY, subject="KP")
    found = extract(text, meta, NAMES)
    check(text, language, found)
    assert found == extract(text, meta, NAMES)


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=300), language=st.sampled_from(languages()))
def test_any_text_is_read_without_an_error(text, language):
    check(text, language, extract(text, Meta("text", language, subject="KP"), NAMES))


@settings(max_examples=40, deadline=None)
@given(text=texts("en"))
def test_a_text_is_read_without_names_and_dates(text):
    check(text, "en", extract(text, Meta("text", "en"), Names.from_rows()))


SCRIPT = """
from datetime import date
from casualty_ledger.extract import Meta, extract
from casualty_ledger.extract.registers import read_names
from casualty_ledger.load import dataset_folder
text = ("Seoul's spy agency said on Tuesday that some 2,000 North Korean soldiers were killed and 2,700 "
        "wounded in Kursk, Yonhap and Reuters reported. Russia lost 1,200 soldiers in a day, Kyiv said.")
for candidate in extract(text, Meta("text", "en", date(2025, 9, 3)), read_names(dataset_folder())):
    print(candidate)
"""


def test_hash_seeds_change_nothing():
    answers = set()
    for seed in ("0", "1", "4242"):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        run = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        answers.add(run.stdout)
    (answer,) = answers
    assert answer.count("Candidate(") == 3


def steps(text):
    """How many lines of the reader are run over a text: a clock that no other process disturbs."""
    count = 0

    def tick(frame, event, argument):
        nonlocal count
        count += event == "line"
        return tick

    sys.settrace(tick)
    try:
        extract(text, Meta("text", "en", DAY), NAMES)
    finally:
        sys.settrace(None)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        "Kyiv said 300 soldiers were killed and 2,700 wounded. ",
        "Kyiv said 300 soldiers were killed and 2,700 wounded, ",
        "soldiers killed killed Russia said ",
        "Reuters said Zelensky Seoul officials said, ",
        "12 000 12 000 ",
    ],
)
def test_time_grows_with_the_length_of_the_text(piece):
    extract(piece, Meta("text", "en", DAY), NAMES)
    repeats = 3000 // len(piece)
    short, long = steps(piece * repeats), steps(piece * (4 * repeats))
    assert long < 6 * short
