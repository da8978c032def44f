"""Agreement of two codings: what is matched, what is compared, what is counted as an error."""

from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from casualty_ledger.cli import app
from casualty_ledger.compare.coding import (
    agreement,
    disagreements,
    ledger_coding,
    match_rows,
    read_coding,
)
from casualty_ledger.compare.coding.coded import COLUMNS
from casualty_ledger.compare.coding.matching import page_of
from casualty_ledger.load import load
from casualty_ledger.pipeline import build_dataset

HEAD = ",".join(COLUMNS)
# The reports of the sound folder of records as a careful second coder would see them.
SECOND = f"""\
{HEAD}
https://press.example/first,1,At least  100,xa-mod,south-army,killed,at_least,100,,,cumulative,2030-01-10,,asserted
http://www.press.example/second/,1,"2,000",xa-mod,south-army,killed,exact,,2000,,cumulative,2030-01-20,the minister,asserted
https://press.example/third,1,"more than 2,000",xa-mod,south-army,casualties,more_than,2000,,,cumulative,2030-01-20,the minister,asserted
https://press.example/third,2,"7,000",xa-mod,south-army,wounded,exact,,7000,,cumulative,2030-01-20,the minister,asserted
https://press.example/fourth,,,,,,,,,,,,,
"""


@pytest.fixture
def dataset(seeds: Path) -> Path:
    build_dataset(seeds, seeds.parent / "dataset")
    return seeds.parent / "dataset"


@pytest.fixture
def second(tmp_path: Path) -> Path:
    path = tmp_path / "second.csv"
    path.write_text(SECOND, "utf-8")
    return path


@pytest.fixture
def matched(dataset: Path, second: Path) -> pd.DataFrame:
    tables = [load(name, folder=dataset) for name in ("figures", "mentions", "reports")]
    return match_rows(ledger_coding(*tables), read_coding(pd.read_csv(second, dtype="str")))


def test_rows_are_matched_by_page_and_phrase(matched: pd.DataFrame) -> None:
    shown = matched[["page", "match", "as_written_first"]].fillna("-")
    found = list(shown.itertuples(index=False, name=None))
    assert found == [
        ("press.example/first", "same phrase", "at least 100"),
        ("press.example/second", "one phrase holds the other", "about 2,000"),
        ("press.example/third", "only in the first", "5,000 to 6,000"),
        ("press.example/third", "only in the second", "-"),
        ("press.example/third", "same phrase", "more than 2,000"),
    ]


@pytest.mark.parametrize(
    ("mine", "theirs", "rule"),
    [
        ("2,000", "2,000", "same phrase"),
        ("1만 5천여명", "1만5천여 명", "same phrase"),
        ("３千人", "3千人", "same phrase"),
        ("about 2,000 soldiers", "2,000", "one phrase holds the other"),
        ("2,000", "12,000", "only in the first"),
        ("2", "2,000", "only in the first"),
        (None, None, "same phrase"),
        (None, "2,000", "only in the first"),
    ],
)
def test_phrases_are_the_same_where_only_their_form_differs(
    mine: str | None, theirs: str | None, rule: str
) -> None:
    assert match_rows(coding([mine]), coding([theirs]))["match"].iloc[0] == rule


def test_rows_that_share_a_phrase_go_together_in_their_order() -> None:
    first, second = (
        coding(["100", "100"], best=[1, 2]),
        coding(["100", "100", "100"], best=[1, 2, 3]),
    )
    matched = match_rows(first, second)
    assert matched["best_first"].astype("object").fillna(0).tolist() == [1, 2, 0]
    assert matched["best_second"].tolist() == [1, 2, 3]


def test_only_the_pages_of_the_second_coding_are_compared() -> None:
    other = coding(["5"]).assign(url="https://other.example/")
    assert len(match_rows(pd.concat([coding(["5"]), other]), coding(["5"]))) == 1


@pytest.mark.parametrize("url", ["http://www.a.example/b/", "https://a.example/b#top"])
def test_a_page_is_one_page_under_each_of_its_addresses(url: str) -> None:
    assert page_of(url) == "a.example/b"


def test_each_field_is_counted(matched: pd.DataFrame) -> None:
    table = agreement(matched, disagreements(matched)).set_index("field")
    assert table.loc["row", ["n", "agreeing", "errors"]].tolist() == [5, 3, 2]
    assert table.loc["claimant", ["n", "agreeing", "errors"]].tolist() == [3, 3, 0]
    assert table.loc["measure", ["n", "agreeing", "errors"]].tolist() == [3, 2, 1]
    assert table.loc["bound", "agreement_percent"] == pytest.approx(100 * 2 / 3)
    assert table.loc["low", ["n", "agreeing"]].tolist() == [2, 2]
    assert table.loc["high", "n"] == 0
    assert pd.isna(table.loc["claimant", "alpha"])  # one claimant: agreement by chance is certain
    assert table.loc["low", "alpha"] == 1
    assert table.loc["measure", "error_low"] == pytest.approx(0.0615, abs=1e-4)  # Wilson, 1 of 3
    assert table.loc["measure", "error_high"] == pytest.approx(0.7923, abs=1e-4)


def test_alpha_is_that_of_krippendorff() -> None:
    """Binary data of two coders from Krippendorff (2011), Computing Krippendorff's Alpha, B."""
    mine = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    theirs = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    words = [f"{number} men" for number in range(11, 21)]
    codes = [["killed" if code else "wounded" for code in own] for own in (mine, theirs)]
    first, second = (coding(words).assign(measure=own) for own in codes)
    matched = match_rows(first, second)
    table = agreement(matched, disagreements(matched)).set_index("field")
    assert table.loc["measure", "alpha"] == pytest.approx(0.095, abs=5e-4)


def test_what_the_ledger_does_not_keep_is_not_compared() -> None:
    first = coding(["5"]).assign(claimant="xa-mod", not_kept="claimant spokesperson")
    matched = match_rows(first, coding(["5"]).assign(claimant="rebels"))
    listed = disagreements(matched)
    assert listed.empty
    row = agreement(matched, listed).set_index("field").loc["claimant"]
    assert row[["n", "not_kept"]].tolist() == [0, 1]


def test_a_settled_disagreement_is_an_error_only_if_the_first_was_wrong(
    matched: pd.DataFrame,
) -> None:
    listed = disagreements(matched)
    for verdict, errors in (("first", 0), ("both", 0), ("second", 1), ("neither", 1)):
        settled = listed.assign(verdict=verdict, reason="read once more")
        table = agreement(matched, disagreements(matched, settled)).set_index("field")
        assert table.loc["measure", ["errors", "unsettled"]].tolist() == [errors, 0]


def test_an_unknown_verdict_is_refused(matched: pd.DataFrame) -> None:
    listed = disagreements(matched)
    with pytest.raises(ValueError, match="verdict: unknown code 'me'"):
        disagreements(matched, listed.assign(verdict="me"))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("as_written", "words", "columns are missing: as_written"),
        (",at_least,", ",atleast,", "bound: unknown code 'atleast'"),
        (",7000,", ",many,", "many"),
    ],
)
def test_a_faulty_coding_is_refused(
    second: Path, dataset: Path, old: str, new: str, message: str
) -> None:
    second.write_text(SECOND.replace(old, new), "utf-8")
    result = CliRunner().invoke(app, ["agreement", str(second), "--dataset", str(dataset)])
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())


def test_the_command_prints_the_table_and_every_disagreement(
    second: Path, dataset: Path, tmp_path: Path
) -> None:
    written = tmp_path / "disagreements.csv"
    arguments = ["agreement", str(second), "--dataset", str(dataset)]
    result = CliRunner().invoke(app, [*arguments, "--write", str(written)])
    assert result.exit_code == 0, result.output
    assert "5 mentions on 3 pages" in result.stdout
    assert "press.example/third [2/1] measure: 'killed' | 'casualties'" in result.stdout
    assert "press.example/third [-/2] row: '' | '7,000'" in result.stdout
    settled = pd.read_csv(written, dtype="str").assign(verdict="first", reason="read once more")
    settled.to_csv(written, index=False)
    again = CliRunner().invoke(app, [*arguments, "--settled", str(written)])
    assert again.exit_code == 0, again.output


def coding(phrases: list[str | None], best: list[int] | None = None) -> pd.DataFrame:
    """Return rows of one page that agree in everything that is not given."""
    rows = [
        dict.fromkeys(COLUMNS, "") | {"url": "https://a.example/b", "position": str(number)}
        for number, _ in enumerate(phrases, start=1)
    ]
    table = pd.DataFrame(rows).assign(as_written=[phrase or "" for phrase in phrases])
    return read_coding(table if best is None else table.assign(best=[str(value) for value in best]))
