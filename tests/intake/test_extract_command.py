"""`casualty-ledger extract`: every option, every fault, and the same output whatever the jobs."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from casualty_ledger.cli import app
from casualty_ledger.records.check import check_folder

ROOT = Path(__file__).parents[2]
ENGLISH = """\
Losses that were reported this week

South Korea's National Intelligence Service told lawmakers that about 2,000 North Korean soldiers
have been killed fighting for Russia, Reuters reported.

Ukraine's General Staff said on Wednesday that Russia had lost 850 soldiers over the past day.
"""
PAGE = """\
<!doctype html><html lang="en"><head><title>Seoul | Reuters</title>
<link rel="canonical" href="https://www.reuters.com/world/seoul">
<meta property="og:site_name" content="Reuters">
<meta property="article:published_time" content="2025-09-03T08:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><main><article><h1>{0}</h1><p>{2}</p><p>{4}</p></article></main>
<aside>Read also: 700 killed</aside></body></html>
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(ENGLISH)
    parts = [" ".join(part.split()) for part in ENGLISH.split("\n\n")]
    (folder / "b.html").write_text(PAGE.format(parts[0], "", parts[1], "", parts[2]))
    return folder


def run(*arguments: str | Path, **options: str | bytes) -> Result:
    return CliRunner().invoke(app, ["extract", *map(str, arguments)], **options)  # type: ignore[arg-type]


def rows(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


# What is read


def test_a_text_gives_its_figures_as_lines(texts: Path) -> None:
    result = run(texts / "a.txt", "--format", "jsonl", "--published-on", "2025-09-03")
    assert result.exit_code == 0
    found = rows(result)
    assert [row["number_text"] for row in found] == ["about 2,000", "850"]
    assert [row["measure"] for row in found] == ["killed", "losses"]
    assert found[0]["claimant"] == "kr-nis"
    assert found[1]["claimed_on"] == "2025-09-03"
    assert {row["document"] for row in found} == {f"{texts}/a.txt"}
    for row in found:
        start, end = row["number_span"]  # type: ignore[misc]
        assert ENGLISH[start:end] == row["number_text"]


def test_a_page_gives_the_same_figures_as_its_text(texts: Path) -> None:
    text, page = (
        rows(run(texts / name, "--format", "jsonl", "--published-on", "2025-09-03"))
        for name in ("a.txt", "b.html")
    )
    kept = ("number_text", "value_best", "measure", "population", "claimant", "claimed_on")
    assert [[row[key] for key in kept] for row in page] == [
        [row[key] for key in kept] for row in text
    ]


def test_what_was_inferred_is_said_and_what_was_given_is_not(texts: Path) -> None:
    result = run(texts / "b.html", "--format", "jsonl")
    for part in (
        "language 'en' (read from the text)",
        "published_on '2025-09-03' (article:published_time)",
        "publisher 'reuters' (register, by the host of the address)",
        "url 'https://www.reuters.com/world/seoul' (canonical link)",
        "title 'Losses that were reported this week' (h1)",
    ):
        assert part in result.stderr
    told = run(
        texts / "b.html", "--format", "jsonl", "--language", "en", "--published-on", "2025-09-10",
        "--url", "https://www.reuters.com/other",
    )  # fmt: skip
    assert rows(told)[1]["claimed_on"] == "2025-09-10"
    assert "language" not in told.stderr
    assert "published_on" not in told.stderr
    assert "url" not in told.stderr


def test_standard_input_is_a_document(texts: Path) -> None:
    result = run("-", "--format", "jsonl", "--language", "en", input=ENGLISH.encode())
    assert [row["document"] for row in rows(result)] == ["-"] * 2


def test_a_folder_is_read_with_what_it_holds(texts: Path) -> None:
    for name in ("notes.md", "notes.csv"):
        (texts / name).write_text("no text")
    result = run(texts, "--format", "jsonl")
    assert result.exit_code == 0
    names = [Path(str(row["document"])).name for row in rows(result)]
    assert names == ["a.txt", "a.txt", "b.html", "b.html"]
    assert (
        f"{texts}/notes.csv and 1 more: passed over; no text or page by the ending" in result.stderr
    )


# Faults


def test_each_document_that_can_not_be_read_is_one_line_and_the_others_are_read(
    texts: Path,
) -> None:
    (texts / "c.txt").write_bytes(b"caf\xe9")
    (texts / "d.txt").write_bytes(b"")
    (texts / "e.txt").write_text("1 2 3")
    (texts / "f.html").write_text("<html></html>")
    (texts / "g.txt").write_bytes(b"%PDF-1.7\0")
    (texts / "h.txt").write_text(
        "Wakil menteri mengatakan kira-kira dua ratus askar telah terbunuh."
    )
    result = run(texts, texts / "no.txt", "--format", "jsonl")
    assert result.exit_code == 1
    assert len(rows(result)) == 4
    assert "documents: 2; figures: 4; documents not read: 7" in result.stderr
    lines = [line for line in result.stderr.splitlines() if "; expected " in line]
    assert [line.removeprefix(f"{texts}/")[:42] for line in lines] == [
        "c.txt: byte 0xe9 in line 1 is not valid UTF-8"[:42],
        "d.txt: is empty; expected a text",
        "e.txt: no language was found; expected more text"[:42],
        "f.html: the page holds no text; expected a"[:42],
        "g.txt: holds null characters, so it is no text"[:42],
        "h.txt: language ms (read from the text) is not"[:42],
        "no.txt: no such file; expected a file, a folder"[:42],
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--language", "xx"], "no language file for 'xx'; known: ar,"),
        (["--published-on", "3.9.2025"], "'3.9.2025' is no day; expected one such as 2025-09-03"),
        (["--url", "reuters.com"], "'reuters.com' is no address; expected one that begins with"),
        (["--url", "https://reuters.com"], "one address for 2 documents"),
        (["--output", "x.jsonl"], "goes with --format jsonl, not with table"),
        (["--write-to", "seeds"], "goes with --format records, not with table"),
        (["--keep-text"], "goes with --format records, not with table"),
        (["--jobs", "0"], "greater than or equal to 1"),
        (["--format", "xml"], "'xml' is not one of"),
        (["--dataset", "/no/such"], "no such folder: /no/such"),
    ],
)
def test_a_wrong_option_says_what_was_expected(
    texts: Path, arguments: list[str], message: str
) -> None:
    result = run(texts, *arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.replace("│", " ").split())


# Output


def test_lines_are_written_to_a_file_at_once_and_not_over_another(
    texts: Path, tmp_path: Path
) -> None:
    output = tmp_path / "found.jsonl"
    printed = run(texts, "--format", "jsonl")
    assert run(texts, "--format", "jsonl", "--output", output).exit_code == 0
    assert output.read_text("utf-8") == printed.stdout
    again = run(texts, "--format", "jsonl", "--output", output)
    assert again.exit_code == 1
    assert "exists; give another name, or --force" in again.stderr
    assert run(texts, "--format", "jsonl", "--output", output, "--force").exit_code == 0
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["found.jsonl"]


def test_the_output_is_the_same_for_any_jobs_hash_seed_and_locale(texts: Path) -> None:
    (texts / "c.txt").write_bytes(b"caf\xe9")
    seen = set()
    for jobs, seed, locale in (("1", "0", "C"), ("2", "1", "C.UTF-8")):
        result = subprocess.run(
            [sys.executable, "-m", "casualty_ledger", "extract", "texts", "--format", "jsonl",
             "--jobs", jobs],
            cwd=texts.parent, capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONPATH": _path()},
        )  # fmt: skip
        seen.add((result.returncode, result.stdout, result.stderr))
    ((code, _, errors),) = seen
    assert code == 1
    assert b"texts/c.txt: byte 0xe9" in errors


def _path() -> str:
    return os.pathsep.join([str(ROOT / "scripts"), str(ROOT / "schemas")])


def test_the_table_is_plain_in_a_pipe(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(texts)
    shown = run(".", "--format", "table").stdout
    assert "\x1b" not in shown
    assert not [line for line in shown.splitlines() if line != line.rstrip()]
    assert shown.count("marked: [number]") == 1
    assert "b.html (en, 2025-09-03, reuters): 2 figures" in shown
    assert "[about 2,000] North Korean soldiers have been {killed}" in shown.replace("\n    ", " ")


# Records


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """The records of this project, without its reports but those that figures need."""
    import shutil

    seeds = tmp_path / "seeds"
    shutil.copytree(ROOT / "seeds", seeds)
    return seeds


def test_a_page_becomes_a_draft_that_check_accepts_when_it_is_finished(
    texts: Path, ledger: Path
) -> None:
    arguments = ("--format", "records", "--seeds", ledger, "--write-to", ledger)
    result = run(texts / "b.html", *arguments)
    assert result.exit_code == 0
    report, statement = map(Path, result.stdout.splitlines())
    assert report == ledger / "reports/2025/09/2025-09-03-reuters.yaml"
    assert (
        report.read_text()
        == """\
url: https://www.reuters.com/world/seoul
publisher: reuters
language: en
published_on: 2025-09-03
relayed_by: [reuters]
mentions:
  - figure: kr-nis-2025-09-02-killed
    as_written: about 2,000
  - figure: ua-general-staff-2025-09-03-losses
    as_written: '850'
"""
    )
    assert "drafts: 2; fields left to decide: 1" in result.stderr
    draft = statement.read_text()
    faults = [str(fault) for fault in check_folder(ledger).faults]
    assert len(faults) == 1
    assert "basis: left to decide: on what does the claim rest?; expected one of" in faults[0]
    decided = draft.replace("TODO on what does the claim rest?", "official_statement")
    statement.write_text(decided)
    assert check_folder(ledger).faults == []
    # Again, the stub is a statement that stands, and the report is not written over.
    assert run(texts / "b.html", *arguments).stdout == ""
    other = run(texts / "b.html", *arguments, "--published-on", "2025-09-10")
    assert other.exit_code == 1
    assert f"{report}: holds something else; expected no such file" in other.stderr
    assert "nothing was written" in other.stderr


def test_drafts_are_printed_as_a_stream_of_yaml(texts: Path, ledger: Path) -> None:
    result = run(texts / "b.html", "--format", "records", "--seeds", ledger)
    documents = list(yaml.safe_load_all(result.stdout))
    assert [next(iter(document)) for document in documents] == ["url", "claimant"]
    assert "--- # statements/2025/2025-09-03-ua-general-staff.yaml" in result.stdout


def test_a_text_that_may_be_kept_is_kept_with_spans(texts: Path, ledger: Path) -> None:
    run(
        texts / "a.txt", "--format", "records", "--seeds", ledger, "--write-to", ledger,
        "--keep-text", "--published-on", "2025-09-03", "--url", "https://reuters.com/a",
    )  # fmt: skip
    assert (ledger / "documents/a.txt").read_text() == ENGLISH
    report = (ledger / "reports/2025/09/2025-09-03-reuters.yaml").read_text()
    start = ENGLISH.index("about 2,000")
    assert f"as_written: about 2,000\n    span: [{start}, {start + 11}]" in report


def test_two_texts_of_one_name_are_both_kept(texts: Path, ledger: Path) -> None:
    (texts / "sub").mkdir()
    other = ENGLISH.replace("2,000", "300")
    (texts / "sub/a.txt").write_text(other)
    result = run(
        texts / "a.txt", texts / "sub/a.txt", "--format", "records", "--seeds", ledger,
        "--write-to", ledger, "--keep-text",
    )  # fmt: skip
    assert result.exit_code == 0
    kept = [(ledger / f"documents/{name}.txt").read_text() for name in ("a", "a-2")]
    assert kept == [ENGLISH, other]
