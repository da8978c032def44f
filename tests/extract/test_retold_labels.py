"""The retold pages: every label is in its text, and its codes, names and limits are known."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from casualty_schemas.vocabularies import Bound, Measure

HERE = Path(__file__).parent
REGISTERS = HERE.parents[1] / "seeds" / "registers"
PAGES = sorted((HERE / "retold").glob("*/*.json"))
FIELDS = ["url", "language", "published_on", "title", "text", "figures", "unclear"]
LIMITS = {
    "exact": ["best"],
    "about": ["best"],
    "nearly": ["best"],
    "at_least": ["low"],
    "more_than": ["low"],
    "up_to": ["high"],
    "at_most": ["high"],
    "between": ["low", "high"],
    "vague": [],
}


def ids_of(register):
    return {path.stem for path in (REGISTERS / register).glob("*.yaml")}


def place_of(label, text):
    start = -1
    for _ in range(label["occurrence"]):
        start = text.find(label["number_text"], start + 1)
        assert start >= 0, f"{label['number_text']!r} is not in the text"
    return start, start + len(label["number_text"])


@pytest.fixture(params=PAGES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def page(request):
    page = json.loads(request.param.read_text(encoding="utf-8"))
    assert request.param.stem.split("-")[0] == page["language"]
    return page


def test_there_are_pages_to_read_and_held_out():
    groups = {path.parent.name for path in PAGES}
    assert groups == {"read", "held-out"}


def test_a_page_has_all_fields(page):
    assert list(page) == FIELDS
    assert page["text"].startswith(page["title"]) or page["title"]
    assert page["figures"]


def test_each_label_has_a_place_of_its_own(page):
    labels = [*page["figures"], *page["unclear"]]
    places = sorted(place_of(label, page["text"]) for label in labels)
    for (_, end), (start, _) in pairwise(places):
        assert end <= start


def test_each_figure_is_coded(page):
    for figure in page["figures"]:
        stated = [limit for limit in ("low", "best", "high") if figure[limit] is not None]
        assert figure["bound"] in Bound.codes()
        assert figure["measure"] in Measure.codes()
        assert stated == LIMITS[figure["bound"]], figure["number_text"]


def test_each_name_is_an_id_or_stands_in_the_text(page):
    claimants = ids_of("actors") | ids_of("publishers")
    for figure in page["figures"]:
        people = [figure["population"], *figure.get("population_also", [])]
        by = [figure["claimant"], *figure["claimant_also"]]
        for name in filter(None, people):
            assert name in ids_of("populations") or name in page["text"]
        for name in filter(None, by):
            assert name in claimants or name in page["text"]
