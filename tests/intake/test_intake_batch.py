"""Many documents: each one's fault is its own, whatever the number of processes."""

from pathlib import Path

import pytest
from batch_readers import poisoned

from casualty_ledger.intake.batch import Outcome, Work, read_documents
from casualty_ledger.intake.documents import Given
from casualty_ledger.intake.sources import Source, find_sources

WORK = Work(poisoned, Given("en"))


@pytest.fixture
def sources(tmp_path: Path) -> list[Source]:
    texts = ["one", "poison", "two", "\0", "three", ""]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text)
    return find_sources([str(tmp_path)], pytest.fail)


def by_name(outcomes: list[Outcome]) -> dict[str, str | None]:
    return {Path(outcome.name).stem: outcome.fault for outcome in outcomes}


def test_one_fault_a_document_and_all_others_read(sources: list[Source]) -> None:
    outcomes = list(read_documents(sources, WORK))
    assert [outcome.name for outcome in outcomes] == [source.name for source in sources]
    assert by_name(outcomes) == {
        "0": None,
        "1": "reading it failed (RecursionError: too deep); expected a text that can be read to "
        "its end",
        "2": None,
        "3": "holds null characters, so it is no text; expected UTF-8 text",
        "4": None,
        "5": "is empty; expected a text",
    }


@pytest.mark.parametrize("jobs", [2, 3])
def test_outcomes_are_the_same_for_any_number_of_processes(
    sources: list[Source], jobs: int
) -> None:
    assert list(read_documents(sources, WORK, jobs)) == list(read_documents(sources, WORK))


def test_a_document_that_ends_its_process_takes_no_other_along(tmp_path: Path) -> None:
    texts = ["one", "deadly", "two", "poison"]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text)
    outcomes = list(read_documents(find_sources([str(tmp_path)], pytest.fail), WORK, 2))
    faults = by_name(outcomes)
    assert [name for name, fault in faults.items() if fault is None] == ["0", "2"]
    assert str(faults["1"]).startswith("reading it ended the process; expected")
    assert str(faults["3"]).startswith("reading it failed")


def test_standard_input_is_read_here(
    monkeypatch: pytest.MonkeyPatch, sources: list[Source]
) -> None:
    monkeypatch.setattr(Source, "read", lambda source: b"from here")
    (outcome, *_) = read_documents([Source("-"), sources[0]], WORK, 2)
    assert outcome.document
    assert outcome.document.text == "from here"
