"""A text with its figures marked: every character stays, and nothing hangs on colour alone."""

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from casualty_ledger.extract.candidate import Candidate
from casualty_ledger.listings.frames import candidate_frame
from casualty_ledger.listings.highlights import Field
from casualty_ledger.listings.markup import article_html, legend_html

ARABIC = "قالت كييف إن 300 جندي قتلوا.\n\nوأضافت أن 20 أسروا."


class Shown(HTMLParser):
    """The text that a reader sees, with its labels apart."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.labels: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        (self.labels if "sub" in self.open else self.text).append(data)


def shown(markup: str) -> Shown:
    parser = Shown()
    parser.feed(markup)
    parser.close()
    assert not parser.open
    return parser


def test_the_text_stays_and_each_part_has_a_label(
    article: str, figures: dict[str, Candidate]
) -> None:
    parser = shown(article_html(article, "ro", list(figures.values()), {}))
    assert "".join(parser.text).split() == article.split()
    assert parser.labels[:3] == ["number 1", "cue 1", "number 2"]
    assert "spokesperson 2" in parser.labels
    assert sum(label.startswith("number") for label in parser.labels) == len(figures)


def test_a_part_of_several_figures_names_them_all(
    article: str, figures: dict[str, Candidate]
) -> None:
    names = {"ru": ["Rusia"]}
    parser = shown(article_html(article, "ro", [figures["plan"], figures["arrived"]], names))
    assert "place 1, 2" in parser.labels


def test_a_number_is_a_mark_and_all_else_underlined(
    article: str, figures: dict[str, Candidate]
) -> None:
    markup = article_html(article, "ro", [figures["killed"]], {})
    assert re.search(r"<mark style=[^>]+>aproximativ 2\.000</mark><sub", markup)
    assert re.search(r"<u style=[^>]+>uciși în luptă</u><sub", markup)


def test_each_field_has_a_line_of_its_own_kind() -> None:
    lines = re.findall(r"border-bottom:(\S+ \S+ \S+?)[;\"]", legend_html())
    assert len(set(lines)) == len(lines) == len(Field)


@pytest.fixture
def arabic(figures: dict[str, Candidate]) -> Callable[[str], Candidate]:
    def make(number: str) -> Candidate:
        start = ARABIC.index(number)
        return replace(
            figures["killed"], number_span=(start, start + len(number)), cue_span=None,
            evidence_span=(0, len(ARABIC)), spokesperson=None, claimant=None, population=None,
        )  # fmt: skip

    return make


def test_text_from_right_to_left_keeps_its_direction(arabic: Callable[[str], Candidate]) -> None:
    markup = article_html(ARABIC, "ar", [arabic("300"), arabic("20 ")], {})
    assert '<div lang="ar">' in markup
    assert markup.count('<p dir="auto"') == 2
    assert markup.count('<bdi dir="ltr">number ') == 2


def test_markup_in_a_text_is_text(figures: dict[str, Candidate]) -> None:
    text = "<b>300</b> & <script>alert(1)</script>"
    candidate = replace(
        figures["killed"], number_span=(3, 6), cue_span=(0, 3), evidence_span=(0, len(text))
    )
    parser = shown(article_html(text, '"><script>', [candidate], {}))
    assert "".join(parser.text).strip() == text


def test_the_table_has_one_row_a_candidate(figures: dict[str, Candidate]) -> None:
    frame = candidate_frame(list(figures.values()))
    assert frame.index.tolist() == [1, 2, 3, 4, 5, 6]
    assert frame.loc[3, "value"] == "10,000 (more_than)"
    assert frame.loc[3, "spokesperson"] == ""
    assert candidate_frame([]).empty
