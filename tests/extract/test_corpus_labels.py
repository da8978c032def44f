"""The labelled articles: spans are exact, codes are known, and nothing is left unlabelled."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from casualty_ledger.extract.candidate import Candidate, Event, EventStatus
from casualty_schemas.vocabularies import Bound, Measure, Scope

CORPUS = Path(__file__).parent / "corpus"
REGISTERS = Path(__file__).parents[2] / "seeds" / "registers"
ARTICLES = sorted(path.stem for path in CORPUS.glob("*.txt"))
LABELLED_FIELDS = [
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
    "place",
    "claimant",
    "spokesperson",
    "relayed_by",
    "claimed_on",
    "as_of_start",
    "as_of_end",
    "scope",
    "same_as",
]
CODES = {
    "bound": Bound.codes(),
    "event": [event.value for event in Event],
    "status": [status.value for status in EventStatus],
    "measure": Measure.codes(),
    "scope": Scope.codes(),
}
LIMITS = {
    "exact": {"value_best"},
    "about": {"value_best"},
    "nearly": {"value_best"},
    "at_least": {"value_low"},
    "more_than": {"value_low"},
    "up_to": {"value_high"},
    "at_most": {"value_high"},
    "between": {"value_low", "value_high"},
    "vague": set(),
}
EDTF = re.compile(r"\d{4}(-\d{2}){0,2}")


def text_of(name):
    return (CORPUS / f"{name}.txt").read_text(encoding="utf-8")


def labels_of(name):
    lines = (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def meta_of(name):
    return json.loads((CORPUS / f"{name}.meta.json").read_text(encoding="utf-8"))


def ids(register):
    return {path.stem for path in (REGISTERS / register).glob("*.yaml")}


def covered(name):
    """Spans of the figures and the distractors, in text order."""
    spans = [label["number_span"] for label in labels_of(name)]
    return sorted(spans + [item["span"] for item in meta_of(name)["distractors"]])


def test_there_are_enough_articles_and_languages():
    languages = {meta_of(name)["language"] for name in ARTICLES}
    held_out = [name for name in ARTICLES if meta_of(name)["held_out"]]
    assert len(ARTICLES) >= 14
    assert len(languages) >= 10
    assert len(held_out) in {len(ARTICLES) // 2, len(ARTICLES) // 2 + len(ARTICLES) % 2}


def test_each_article_has_its_three_files():
    names = {path.name.split(".")[0] for path in CORPUS.iterdir()} - {"README"}
    assert names == set(ARTICLES)
    for name in ARTICLES:
        assert labels_of(name), name
        assert set(meta_of(name)) == {"language", "published_on", "held_out", "distractors"}
        assert name.split("-")[0] == meta_of(name)["language"]


@pytest.mark.parametrize("name", ARTICLES)
def test_spans_are_exact(name):
    text = text_of(name)
    for label in labels_of(name):
        start, end = label["number_span"]
        assert text[start:end] == label["number_text"]
    for item in meta_of(name)["distractors"]:
        start, end = item["span"]
        assert text[start:end] == item["text"]


@pytest.mark.parametrize("name", ARTICLES)
def test_figures_and_distractors_do_not_overlap(name):
    spans = covered(name)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@pytest.mark.parametrize("name", ARTICLES)
def test_figures_stand_in_text_order(name):
    starts = [label["number_span"][0] for label in labels_of(name)]
    assert starts == sorted(set(starts))


@pytest.mark.parametrize("name", ARTICLES)
def test_every_digit_string_is_a_figure_or_a_distractor(name):
    spans = covered(name)
    loose = [
        match.group()
        for match in re.finditer(r"\d+", text_of(name))
        if not any(start <= match.start() and match.end() <= end for start, end in spans)
    ]
    assert loose == []


@pytest.mark.parametrize("name", ARTICLES)
def test_labels_have_the_fields_of_a_candidate(name):
    assert set(LABELLED_FIELDS) <= set(Candidate.__dataclass_fields__)
    assert all(list(label) == LABELLED_FIELDS for label in labels_of(name))


@pytest.mark.parametrize("name", ARTICLES)
def test_codes_are_of_the_vocabularies(name):
    wrong = [
        (label["number_text"], field, label[field])
        for label in labels_of(name)
        for field, codes in CODES.items()
        if label[field] not in codes
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ARTICLES)
def test_a_bound_comes_with_its_values(name):
    for label in labels_of(name):
        stated = {limit for limit in ("value_low", "value_best", "value_high") if label[limit]}
        assert stated == LIMITS[label["bound"]], label["number_text"]


@pytest.mark.parametrize("name", ARTICLES)
def test_what_is_to_come_is_planned(name):
    for label in labels_of(name):
        planned = label["measure"] == "planned"
        assert planned == (label["scope"] == "plan"), label["number_text"]
        assert planned or label["event"] == label["measure"], label["number_text"]
        assert not planned or label["status"] in {"planned", "conditional"}, label["number_text"]


def test_ids_are_of_the_registers():
    populations = ids("populations")
    places = ids("places")
    publishers = ids("publishers")
    actors = ids("actors")
    for name in ARTICLES:
        for label in labels_of(name):
            assert label["population"] in populations
            assert label["place"] is None or label["place"] in places
            assert set(label["relayed_by"]) <= publishers
            assert label["claimant"] in actors or label["claimant"] in text_of(name)
            assert label["spokesperson"] is None or label["spokesperson"] in text_of(name)


@pytest.mark.parametrize("name", ARTICLES)
def test_dates_are_dates_and_not_after_the_article(name):
    published = meta_of(name)["published_on"]
    for label in labels_of(name):
        for field in ("claimed_on", "as_of_start", "as_of_end"):
            date = label[field]
            assert date is None or EDTF.fullmatch(date), (label["number_text"], field)
        claimed_on = label["claimed_on"]
        assert claimed_on is None or claimed_on <= published[: len(claimed_on)]


@pytest.mark.parametrize("name", ARTICLES)
def test_a_repetition_names_an_earlier_figure_of_the_same_claim(name):
    labels = {tuple(label["number_span"]): label for label in labels_of(name)}
    for span, label in labels.items():
        if label["same_as"] is None:
            continue
        earlier = labels[tuple(label["same_as"])]
        assert tuple(label["same_as"]) < span
        for field in ("claimant", "population"):
            assert earlier[field] == label[field], label["number_text"]


def test_every_article_has_figures_of_several_forces():
    for name in ARTICLES:
        assert len({label["population"].split("-")[0] for label in labels_of(name)}) >= 2, name
