"""Candidates as lines of JSON and in a terminal."""

import io
import itertools
import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from casualty_ledger.extract.candidate import Candidate
from casualty_ledger.extract.document import Meta
from casualty_ledger.listings.highlights import Field, highlights
from casualty_ledger.listings.lines import json_line
from casualty_ledger.listings.terminal import print_document, print_legend, value_words

# The order of the fields, as the format promises it.
KEYS = [
    "document",
    "language",
    "number_text",
    "number_span",
    "value_low",
    "value_best",
    "value_high",
    "bound",
    "event",
    "status",
    "measure",
    "population",
    "population_basis",
    "place",
    "claimant",
    "claimant_basis",
    "spokesperson",
    "relayed_by",
    "claimed_on",
    "as_of_start",
    "as_of_end",
    "scope",
    "evidence_span",
    "cue_span",
    "confidence",
    "same_as",
]
NAMES = {
    "kr-officials": ["Oficialii sud-coreeni", "Oficialii"],
    "prk-forces": ["soldați nord-coreeni"],
    "ru-kursk": ["Kursk", "regiunea Kursk"],
}


def printed(text: str, meta: Meta, found: list[Candidate], width: int, *, styled: bool) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=styled, highlight=False)
    print_legend(console)
    print_document(console, text, meta, found, NAMES)
    return console.file.getvalue()  # type: ignore[attr-defined]


# Lines


def test_a_line_has_the_fields_in_their_order(figures: dict[str, Candidate]) -> None:
    row = json.loads(json_line(figures["killed"]))
    assert list(row) == KEYS == [field.name for field in fields(Candidate)]
    assert row["number_span"] == [1668, 1685]
    assert row["same_as"] == [1583, 1588]
    assert row["relayed_by"] == ["reuters"]
    assert (row["value_low"], row["value_best"], row["bound"]) == (None, 2000, "about")
    assert (row["claimed_on"], row["measure"], row["claimant_basis"]) == (
        None,
        "killed",
        "sentence",
    )


def test_a_line_is_one_line_in_its_own_script(figures: dict[str, Candidate]) -> None:
    line = json_line(replace(figures["planned"], number_text="약\n3천\u2028명", document="a\ud800"))
    assert "\n" not in line
    assert line.isascii()  # the name of the file is no UTF-8
    assert "încă 6.000" in json_line(figures["planned"])


# Highlights


def test_names_are_marked_where_the_sentence_spells_them(
    article: str, figures: dict[str, Candidate]
) -> None:
    def parts(name: str) -> list[tuple[str, Field]]:
        found = highlights(article, figures[name], NAMES)
        return [(article[mark.start : mark.end], mark.field) for mark in found]

    assert parts("killed") == [
        ("aproximativ 2.000", Field.NUMBER),
        ("uciși în luptă", Field.CUE),
        ("Lee Seong-kweun", Field.SPOKESPERSON),
    ]
    assert parts("headline")[1] == ("soldați nord-coreeni", Field.POPULATION)
    assert parts("planned")[0] == ("Oficialii sud-coreeni", Field.CLAIMANT)
    assert parts("deployed")[-1] == ("regiunea Kursk", Field.PLACE)


def test_a_name_inside_another_word_is_not_marked(
    article: str, figures: dict[str, Candidate]
) -> None:
    candidate = replace(figures["planned"], claimant="x", place="y")
    names = {"x": ["ficialii", "Oficial"], "y": ["sud-coreeni"]}
    marked = [mark.field for mark in highlights(article, candidate, names)]
    assert marked == [Field.PLACE, Field.CUE, Field.NUMBER]


def test_a_name_in_a_script_without_gaps_is_marked(figures: dict[str, Candidate]) -> None:
    text = "국정원은 북한군 약 2천 명이 전사했다고 밝혔다."
    candidate = replace(
        figures["killed"], number_span=(10, 14), cue_span=None, evidence_span=(0, len(text)),
        claimant="kr-nis", spokesperson=None,
    )  # fmt: skip
    first = highlights(text, candidate, {"kr-nis": ["국정원"]})[0]
    assert text[first.start : first.end] == "국정원"


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), min_size=2, max_size=2), st.data()
)
def test_highlights_are_in_order_apart_and_in_the_text(
    spans: list[tuple[int, int]], data: st.DataObject
) -> None:
    text = data.draw(st.text("ab ", min_size=40, max_size=40))
    number, cue = ((start, start + length) for start, length in spans)
    names = {"x": data.draw(st.lists(st.text("ab", min_size=1, max_size=3)))}
    found = highlights(text, _bare(number, cue, len(text)), names)
    assert all(0 <= mark.start < mark.end <= len(text) for mark in found)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))
    assert any((mark.start, mark.end) == number for mark in found)


def _bare(number: tuple[int, int], cue: tuple[int, int], length: int) -> Candidate:
    values = dict.fromkeys(KEYS)
    return Candidate(**values | {  # type: ignore[arg-type]
        "number_span": number, "cue_span": cue, "evidence_span": (0, length), "claimant": "x",
    })  # fmt: skip


# The terminal


def test_in_a_pipe_brackets_say_what_is_marked(
    article: str, meta: Meta, figures: dict[str, Candidate]
) -> None:
    shown = printed(article, meta, list(figures.values()), 100, styled=False)
    assert "\x1b" not in shown
    assert "marked: [number]  {cue}  <claimant, spokesperson>  (population, place)" in shown
    assert "2025-09-03-putin-kim-beijing.txt (ro, 2025-09-03): 6 figures" in shown
    assert "[2.000] de (soldați nord-coreeni) {uciși}" in shown
    assert " 4  planned: 6,000 (exact)" in shown
    assert "<Oficialii sud-coreeni> cred că" in shown
    assert "same as       figure 1" in shown


def test_on_a_terminal_styles_say_it_and_not_by_colour_alone(
    article: str, meta: Meta, figures: dict[str, Candidate]
) -> None:
    shown = printed(article, meta, [figures["killed"]], 100, styled=True)
    assert "\x1b[1;7maproximativ 2.000\x1b[0m" in shown  # bold, reversed
    assert "\x1b[1;4muciși în luptă\x1b[0m" in shown  # bold, underlined
    assert "[aproximativ" not in shown


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(
    article: str, meta: Meta, figures: dict[str, Candidate], width: int
) -> None:
    shown = printed(article, meta, list(figures.values()), width, styled=False)
    assert max(len(line) for line in shown.splitlines()) <= width
    assert ("kr-western-intelligence" in shown) == (width > 40)


def test_letters_that_are_wide_keep_the_line_in_its_width(
    article: str, meta: Meta, figures: dict[str, Candidate]
) -> None:
    vague = replace(figures["killed"], value_best=None, number_text="수천")
    lines = printed(article, meta, [vague], 80, styled=False).splitlines()
    (title,) = [line for line in lines if "수천" in line]
    assert cell_len(title) == 80


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"value_best": 2000}, "2,000 (about)"),
        ({"value_best": None, "value_low": 10_000}, "10,000 (about)"),
        (
            {"value_best": None, "value_low": 10_000, "value_high": 12_000},
            "10,000 to 12,000 (about)",
        ),
        ({"value_low": 5, "value_high": 9, "value_best": 7}, "7, 5 to 9 (about)"),
        ({"value_best": None}, "aproximativ 2.000 (about)"),
    ],
)
def test_a_value_in_words(
    figures: dict[str, Candidate], values: dict[str, int], words: str
) -> None:
    assert value_words(replace(figures["killed"], **values)) == words
