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


CLAIMANTS = ids_of("actors") | ids_of("publishers")
POPULATIONS = ids_of("populations")


def place_of(label, text):
    """Where the words of a label stand; None where the text does not have them so often."""
    start = -1
    for _ in range(label["occurrence"]):
        start = text.find(label["number_text"], start + 1)
        if start < 0:
            return None
    return start, start + len(label["number_text"])


def faults_of_places(page):
    labels = [*page["figures"], *page["unclear"]]
    places = [place_of(label, page["text"]) for label in labels]
    for label, place in zip(labels, places, strict=True):
        if place is None:
            yield f"{label['number_text']!r} is not in the text"
    for (_, end), (start, _) in pairwise(sorted(filter(None, places))):
        if end > start:
            yield f"two labels share {page['text'][start:end]!r}"


def faults_of_codes(figure):
    stated = [limit for limit in ("low", "best", "high") if figure[limit] is not None]
    if figure["bound"] not in Bound.codes():
        yield f"bound {figure['bound']!r}"
    elif stated != LIMITS[figure["bound"]]:
        yield f"limits {stated} of {figure['bound']}"
    if figure["measure"] not in Measure.codes():
        yield f"measure {figure['measure']!r}"


def faults_of_names(figure, text):
    people = [figure["population"], *figure.get("population_also", [])]
    for name in filter(None, people):
        if name not in POPULATIONS and name not in text:
            yield f"population {name!r}"
    for name in filter(None, [figure["claimant"], *figure["claimant_also"]]):
        if name not in CLAIMANTS and name not in text:
            yield f"claimant {name!r}"


def faults(page):
    """Everything that is wrong with the labels of a page, in words."""
    if list(page) != FIELDS:
        return [f"fields {list(page)}"]
    found = list(faults_of_places(page))
    if not page["figures"]:
        found.append("no figures")
    if not page["title"]:
        found.append("no title")
    for figure in page["figures"]:
        of_figure = [*faults_of_codes(figure), *faults_of_names(figure, page["text"])]
        found += [f"{figure['number_text']!r}: {fault}" for fault in of_figure]
    return found


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_each_label_is_in_its_text_and_coded(path):
    page = json.loads(path.read_text(encoding="utf-8"))
    assert path.stem.split("-")[0] == page["language"]
    assert faults(page) == []


def test_there_are_pages_to_read_and_held_out():
    groups = {path.parent.name for path in PAGES}
    assert groups == {"read", "held-out"}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"occurrence": 2}, "'some 300' is not in the text"),
        ({"bound": "roughly"}, "'some 300': bound 'roughly'"),
        ({"low": 300}, "'some 300': limits ['low', 'best'] of about"),
        ({"measure": "dead"}, "'some 300': measure 'dead'"),
        ({"population": "rebels"}, "'some 300': population 'rebels'"),
        ({"claimant_also": ["Reuters TV"]}, "'some 300': claimant 'Reuters TV'"),
    ],
)
def test_a_wrong_label_is_named(change, fault):
    assert faults(page_with(change)) == [fault]


def test_two_labels_in_one_place_are_named():
    page = page_with({})
    page["unclear"] = [{"number_text": "300", "occurrence": 1}]
    assert faults(page) == ["two labels share '300'"]


def page_with(change):
    figure = {
        "number_text": "some 300", "occurrence": 1, "low": None, "best": 300, "high": None,
        "bound": "about", "measure": "killed", "population": "soldiers", "population_also": [],
        "claimant": "army", "claimant_also": [],
    }  # fmt: skip
    return {
        "url": "https://news.example/1", "language": "en", "published_on": None,
        "title": "Army counts its dead",
        "text": "Army counts its dead\n\nThe army said some 300 soldiers were killed.",
        "figures": [figure | change], "unclear": [],
    }  # fmt: skip
