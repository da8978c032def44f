"""From candidates to records: what is drafted, what is left to decide, what `check` says of it."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casualty_ledger.drafting.draft import Draft, Read
from casualty_ledger.drafting.drafts import make_drafts
from casualty_ledger.drafting.placing import TakenPlaces, place
from casualty_ledger.drafting.questions import questions
from casualty_ledger.extract.candidate import Candidate, Confidence, EventStatus, Found
from casualty_ledger.extract.document import Meta
from casualty_ledger.records.check import check_folder
from casualty_ledger.records.folder import read_folder
from casualty_ledger.records.ledger import Ledger
from casualty_ledger.records.strict_yaml import read_document
from casualty_schemas.vocabularies import Bound, Measure

TEXT = "The ministry said about 300 were killed, and up to 50 captured. It spoke of 300 again."


@pytest.fixture
def ledger(seeds: Path) -> Ledger:
    """The small sound ledger of a conflict that never was."""
    return read_folder(seeds)[0]


@pytest.fixture
def stated(figures: dict[str, Candidate]) -> Callable[..., Candidate]:
    """Make a candidate of the example text from its number and what else it says."""

    def make(number: str, nth: int = 0, **changes: object) -> Candidate:
        start = [found.start() for found in re.finditer(number, TEXT)][nth]
        plain = {
            "document": "example.txt", "language": "en", "number_text": number,
            "number_span": (start, start + len(number)), "cue_span": None, "same_as": None,
            "population": "south-army", "claimant": "xa-mod", "spokesperson": None,
            "relayed_by": (), "place": None, "evidence_span": (0, len(TEXT)),
        }  # fmt: skip
        return replace(figures["killed"], **{**plain, **changes})  # type: ignore[arg-type]

    return make


META = Meta("example.txt", "en", date(2030, 2, 1), "https://press.example/new", "Northern Press")


def drafted(ledger: Ledger, *candidates: Candidate, meta: Meta = META) -> dict[str, str]:
    drafts = make_drafts([Read(TEXT, meta, candidates)], ledger)
    return {draft.path: draft.content.decode() for draft in drafts}


def left(drafts: list[Draft]) -> list[str]:
    return [f"{place}: {text}" for draft in drafts for place, text in questions(draft.record)]


# Mentions


def test_a_figure_that_stands_is_mentioned_and_nothing_is_left_to_decide(
    ledger: Ledger, stated: Callable[..., Candidate]
) -> None:
    found = drafted(ledger, stated("about 300", value_best=2000))
    assert found == {
        "reports/2030/02/2030-02-01-xa-press.yaml": """\
url: https://press.example/new
publisher: xa-press
language: en
published_on: 2030-02-01
mentions:
  - figure: xa-mod-2030-01-20-killed
    as_written: about 300
    differs: [value]
"""
    }


def test_spans_stand_with_a_kept_document_only(
    ledger: Ledger, stated: Callable[..., Candidate]
) -> None:
    candidates = [stated("300", value_best=300), stated("300", 1, value_best=300)]
    meta = replace(META, url=None)
    kept, *_ = make_drafts([Read(TEXT, meta, candidates, "example.txt")], ledger)
    assert "document: example.txt\n" in kept.content.decode()
    assert kept.content.decode().count("span: [") == 2
    other, *_ = make_drafts([Read(TEXT, META, candidates)], ledger)
    assert "span" not in other.content.decode()
    assert other.content.decode().count("as_written: '300'") == 1  # the same words once


def test_what_states_the_same_figure_shares_it(
    ledger: Ledger, stated: Callable[..., Candidate]
) -> None:
    first = stated("300", value_best=2000, claimant=None, bound=Bound.EXACT)
    second = stated("about 300", value_best=2000, same_as=first.number_span)
    (text,) = drafted(ledger, first, second).values()
    assert text.count("figure: xa-mod-2030-01-20-killed") == 2


def test_a_day_that_follows_from_the_address_is_marked_as_inferred(
    ledger: Ledger, stated: Callable[..., Candidate]
) -> None:
    read = Read(TEXT, META, [stated("about 300", value_best=2000)], day_is_concluded=True)
    (draft,) = make_drafts([read], ledger)
    assert draft.path == "reports/2030/02/2030-02-01-xa-press.yaml"
    assert "published_on: 2030-02-01?\n" in draft.content.decode()


def test_a_text_without_a_figure_gives_no_draft(ledger: Ledger) -> None:
    assert drafted(ledger) == {}


def test_a_page_that_is_read_twice_gets_two_drafts_for_check_to_refuse(
    ledger: Ledger, stated: Callable[..., Candidate]
) -> None:
    standing = replace(META, url="https://www.press.example/first")
    read = Read(TEXT, standing, [stated("about 300", value_best=2000)])
    assert [draft.path for draft in make_drafts([read, read], ledger)] == [
        "reports/2030/01/2030-01-10-xa-press.yaml", "reports/2030/02/2030-02-01-xa-press.yaml",
    ]  # fmt: skip


# Stubs


def test_a_new_claim_gets_a_stub_with_its_questions(
    ledger: Ledger, stated: Callable[..., Candidate]
) -> None:
    found = drafted(ledger, stated("about 300", value_best=300, claimed_on="2030-02-01"))
    assert list(found)[1] == "statements/2030/2030-02-01-xa-mod.yaml"
    assert (
        list(found.values())[1]
        == """\
claimant: xa-mod
claimed_on: 2030-02-01
basis: TODO on what does the claim rest?
figures:
  - id: xa-mod-2030-02-01-killed
    population: south-army
    measure: killed
    bound: about
    best: 300
    scope: cumulative
"""
    )


def test_claims_of_one_claimant_and_day_share_a_statement(
    ledger: Ledger, stated: Callable[..., Candidate]
) -> None:
    day = {"claimed_on": "2030-02-01"}
    one = stated("about 300", value_best=300, **day)
    two = stated("up to 50", value_best=None, value_high=50, bound=Bound.UP_TO, measure=Measure.CAPTURED, **day)  # fmt: skip
    again = stated("300", 1, value_best=777, **day)
    found = drafted(ledger, one, two, again)
    assert list(found)[1:] == ["statements/2030/2030-02-01-xa-mod.yaml"]
    assert re.findall(r"- id: (\S+)", list(found.values())[1]) == [
        "xa-mod-2030-02-01-killed", "xa-mod-2030-02-01-captured", "xa-mod-2030-02-01-killed-777",
    ]  # fmt: skip


def test_two_documents_with_one_new_claim_share_its_stub(
    ledger: Ledger, stated: Callable[..., Candidate]
) -> None:
    candidate = stated("about 300", value_best=300, claimed_on="2030-02-01")
    other = replace(META, document="b.txt", url="https://press.example/other")
    drafts = make_drafts([Read(TEXT, META, [candidate]), Read(TEXT, other, [candidate])], ledger)
    assert [draft.path for draft in drafts] == [
        "reports/2030/02/2030-02-01-xa-press.yaml",
        "reports/2030/02/2030-02-01-xa-press-2.yaml",
        "statements/2030/2030-02-01-xa-mod.yaml",
    ]


def test_a_statement_that_stands_is_left_alone_and_asked_about(
    ledger: Ledger, stated: Callable[..., Candidate]
) -> None:
    drafts = make_drafts(
        [Read(TEXT, META, [stated("about 300", value_best=300, claimed_on="2030-01-20")])], ledger
    )
    assert drafts[1].path == "statements/2030/2030-01-20-xa-mod-killed-300.yaml"
    question = "setting: said on the occasion of 2030-01-20-xa-mod? Then move the figures there"
    assert question in left(drafts)


@pytest.mark.parametrize(
    ("changes", "question"),
    [
        ({}, "basis: on what does the claim rest?"),
        ({}, "claimed_on: when was it said?"),
        ({"claimed_on": "2030-02-01~"}, "claimed_on: the text gives '2030-02-01~'; a date"),
        ({"claimant": None}, "claimant: who claims this?"),
        ({"claimant": "Northern Staff"}, "claimant: who is 'Northern Staff'? Add an actor"),
        ({"population": None}, "figures[0].population: whose people?"),
        ({"population": "conscripts"}, "figures[0].population: which people are 'conscripts'?"),
        ({"population_basis": Found.DOCUMENT}, "figures[0].note: check population (read from the"),
        ({"claimant_basis": Found.NONE}, "figures[0].note: check claimant (read from nothing)"),
        ({"confidence": Confidence.LOW}, "figures[0].note: check everything, then drop this note"),
        ({"place": "Hill 9"}, "figures[0].note: check place (the text has 'Hill 9')"),
        ({"status": EventStatus.CONDITIONAL}, "figures[0].note: check certainty (the text puts it"),
        ({"as_of_start": "20XX"}, "figures[0].as_of: the text gives '20XX/..'; a date or a period"),
        ({"relayed_by": ("Some Agency",)}, "relayed_by[0]: who is 'Some Agency'? Add a publisher"),
    ],
)
def test_what_a_person_must_decide_is_asked(
    ledger: Ledger, stated: Callable[..., Candidate], changes: dict[str, object], question: str
) -> None:
    candidate = stated("about 300", **{"value_best": 300, **changes})
    asked = left(make_drafts([Read(TEXT, META, [candidate])], ledger))
    assert [line for line in asked if line.startswith(question)]


@pytest.mark.parametrize(
    ("meta", "question"),
    [
        ({"url": None}, "url: the address of the page, or leave the key out and keep the text"),
        ({"published_on": None}, "published_on: when did it appear?"),
        (
            {"url": "https://else.example/1", "publisher": "Else"},
            "publisher: who published 'Else'?",
        ),
    ],
)
def test_what_is_not_known_of_the_page_is_asked(
    ledger: Ledger, stated: Callable[..., Candidate], meta: dict[str, object], question: str
) -> None:
    candidate = stated("about 300", value_best=2000)
    asked = left(make_drafts([Read(TEXT, replace(META, **meta), [candidate])], ledger))  # type: ignore[arg-type]
    assert [line for line in asked if line.startswith(question)]


def test_where_two_figures_fit_a_person_chooses(
    seeds: Path, stated: Callable[..., Candidate]
) -> None:
    first = seeds / "statements/2030/2030-01-20-xa-mod.yaml"
    twin = first.read_text().replace("xa-mod-2030-01-20-", "xa-mod-2030-01-20-twin-")
    first.with_stem("2030-01-20-xa-mod-twin").write_text(twin)
    candidate = stated("about 300", value_best=2000)
    asked = left(make_drafts([Read(TEXT, META, [candidate])], read_folder(seeds)[0]))
    assert asked == [
        "mentions[0].figure: which of xa-mod-2030-01-20-killed or xa-mod-2030-01-20-twin-killed?"
    ]


def test_another_population_than_the_figures_is_asked_about(
    seeds: Path, stated: Callable[..., Candidate]
) -> None:
    part = "name: Guards\nconflict: north-south\nparty: XB\npersonnel: military\npart_of: south-army\ndefinition: guards\n"
    (seeds / "registers/populations/south-guards.yaml").write_text(part)
    candidate = stated("about 300", value_best=2000, population="south-guards")
    asked = left(make_drafts([Read(TEXT, META, [candidate])], read_folder(seeds)[0]))
    assert asked[0].startswith("mentions[0].note: the text has south-guards, the figure south-army")


# What `check` says


def test_check_prints_each_question_and_what_it_expects(
    seeds: Path, ledger: Ledger, stated: Callable[..., Candidate]
) -> None:
    candidate = stated("about 300", value_best=300, claimant=None, population=None)
    drafts = make_drafts([Read(TEXT, replace(META, published_on=None), [candidate])], ledger)
    place({draft.path: draft.content for draft in drafts}, seeds)
    faults = [str(fault) for fault in check_folder(seeds).faults]
    assert len(faults) == len(left(drafts)) == 5
    for question, expected in (
        ("undated-xa-press.yaml:4: published_on: left to decide: when did it appear?", "a date"),
        ("undated-todo-killed.yaml:1: claimant: left to decide: who claims this?", "an id"),
        (":2: claimed_on: left to decide: when was it said?", "a date"),
        (":3: basis: left to decide: on what does", "one of intelligence_estimate, official_"),
        (":6: figures[0].population: left to decide: whose people?", "an id"),
    ):
        (fault,) = [fault for fault in faults if question in fault]
        assert f"; expected {expected}" in fault


def test_check_accepts_a_finished_draft(
    seeds: Path, ledger: Ledger, stated: Callable[..., Candidate]
) -> None:
    candidate = stated("about 300", value_best=300, claimed_on="2030-02-01")
    drafts = make_drafts([Read(TEXT, META, [candidate])], ledger)
    (_, statement) = place({draft.path: draft.content for draft in drafts}, seeds)
    finished = statement.read_text().replace("TODO on what does the claim rest?", "unstated")
    statement.write_text(finished)
    assert check_folder(seeds).faults == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(names=st.lists(st.text(max_size=12), min_size=6, max_size=6))
def test_whatever_a_text_prints_a_draft_can_be_read_again(
    ledger: Ledger, stated: Callable[..., Candidate], names: list[str]
) -> None:
    claimant, population, place_, person, publisher, relayer = names
    candidate = stated(
        "about 300", value_best=300, claimant=claimant, population=population, place=place_,
        spokesperson=person, relayed_by=(relayer,),
    )  # fmt: skip
    meta = replace(META, url=None, publisher=publisher)
    for draft in make_drafts([Read(TEXT, meta, [candidate])], ledger):
        document = read_document(draft.content)
        assert not [each for each in document.problems if "control character" not in each.message]
        keys = [key for key in document.tree if key != "mentions"]
        asked = dict(questions(draft.record))
        assert all(document.tree[key] == f"TODO {asked[key]}" for key in keys if key in asked)


# Placing


def test_nothing_is_written_over_a_record(tmp_path: Path) -> None:
    files = {"a/one.yaml": b"1", "a/two.yaml": b"2"}
    assert place(files, tmp_path) == [tmp_path / name for name in files]
    assert place(files, tmp_path) == []
    with pytest.raises(TakenPlaces) as raised:
        place({"a/new.yaml": b"n", "a/two.yaml": b"other"}, tmp_path)
    assert raised.value.paths == [tmp_path / "a/two.yaml"]
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == ["one.yaml", "two.yaml"]
