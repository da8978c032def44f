"""What the canonical writer writes reads back as the same record, in our reader and in PyYAML."""

import string

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from casualty_ledger.records.canonical import canonical_text
from casualty_ledger.records.folder import read_record
from casualty_ledger.records.models import Actor, Mention, Report, Statement
from casualty_ledger.records.strict_yaml import read_document

LETTERS = string.ascii_letters + string.digits + "äőß한북ІїП́ '\"#:,[]{}&*!|>%`~?-@$ .;/\\"
TEXTS = (
    st.text(LETTERS, min_size=1, max_size=30)
    .map(str.strip)
    .filter(lambda text: text and not text.startswith(("=", "+", "-", "@")))
)
AWKWARD = ["NO", "no", "010", "1_000", "12:30", "2.000", "600", "null", "~", "true", "1e5", "0x1f",
           "2025-09-02", "a: b", "a #b", "it's", '"', "{x}", "[x]", "? x", "| x", "x:", "# x"]  # fmt: skip


def reread(text: str, model: type) -> object:
    record, faults = read_record(read_document(text.encode("utf-8")), model, "x.yaml")
    assert faults == []
    return record


@given(TEXTS | st.sampled_from(AWKWARD), st.lists((TEXTS | st.sampled_from(AWKWARD)).filter(
    lambda text: ";" not in text), max_size=3))  # fmt: skip
def test_text_survives(name: str, aliases: list[str]) -> None:
    actor = Actor.model_validate({"name": name, "kind": "research", "aliases": aliases})
    text = canonical_text(actor)
    assert reread(text, Actor) == actor
    assert canonical_text(reread(text, Actor)) == text  # type: ignore[arg-type]


@pytest.mark.parametrize("words", AWKWARD)
def test_other_readers_see_words_as_words(words: str) -> None:
    report = Report.model_validate(
        {"publisher": "x", "language": "no", "mentions": [{"figure": "x", "as_written": words}]}
    )
    seen = yaml.safe_load(canonical_text(report))
    found = seen["mentions"][0]["as_written"]
    assert str(found) == words
    assert seen["language"] == "no"


def test_keys_stand_in_the_order_of_the_model_and_codes_in_that_of_their_vocabulary() -> None:
    mention = Mention.model_validate({"note": "x", "differs": ["measure", "value"], "figure": "a"})
    assert canonical_text(mention) == "figure: a\ndiffers: [value, measure]\nnote: x\n"


def test_defaults_are_left_out() -> None:
    statement = Statement.model_validate(
        {
            "claimant": "a",
            "basis": "unstated",
            "figures": [
                {"id": "a", "population": "b", "measure": "killed", "bound": "exact", "best": "1",
                 "scope": "event", "ambiguous": "false", "certainty": "asserted"}
            ],
        }
    )  # fmt: skip
    assert canonical_text(statement) == (
        "claimant: a\nbasis: unstated\nfigures:\n  - id: a\n    population: b\n"
        "    measure: killed\n    bound: exact\n    best: 1\n    scope: event\n"
    )
