"""The commands `read-number` and `read-numbers`."""

import json
import tracemalloc

import pytest
from typer.testing import CliRunner

from casualty_ledger.cli import app
from casualty_ledger.numbers.streams import json_line, read_jsonl


def run(*arguments, stdin=b""):
    return CliRunner().invoke(app, list(arguments), input=stdin)


def test_a_phrase_is_shown_as_a_table():
    result = run("read-number", "aproximativ 2.000", "--language", "ro")
    assert result.exit_code == 0
    assert [word for word in ("aproximativ 2.000", "2000", "about") if word in result.stdout] == [
        "aproximativ 2.000",
        "2000",
        "about",
    ]


def test_a_phrase_is_shown_as_json():
    result = run("read-number", "약 3천 명 이상", "--language", "ko", "--format", "json")
    assert json.loads(result.stdout) == {
        "text": "약 3천 명 이상",
        "language": "ko",
        "low": 3000,
        "best": None,
        "high": None,
        "bound": "at_least",
        "span": [0, 9],
        "interval": None,
    }


@pytest.mark.parametrize(
    ("phrase", "language", "code", "message"),
    [("nobody", "en", 1, "no number"), ("2", "xx", 2, "no language file")],
)
def test_what_cannot_be_read_sets_the_exit_code(phrase, language, code, message):
    result = run("read-number", phrase, "--language", language)
    assert (result.exit_code, message in result.stderr) == (code, True)


@pytest.mark.parametrize("command", ["read-number", "read-numbers"])
def test_help_gives_an_example(command):
    assert f"casualty-ledger {command}" in run(command, "--help").stdout


def test_a_stream_keeps_its_objects_and_their_order():
    lines = b'{"id": 2, "text": "about 30", "language": "en"}\n{"text": "none", "language": "en"}\n'
    result = run("read-numbers", "-", stdin=lines)
    first, second = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 0
    assert list(first) == [
        *("id", "text", "language", "low", "best", "high", "bound", "span", "interval"),
    ]
    assert (first["id"], first["best"], first["bound"]) == (2, 30, "about")
    assert (second["best"], second["error"]) == (None, "no number in 'none' (en)")


@pytest.mark.parametrize(
    "line",
    [
        b"nope",
        b"[1]",
        b'{"text": 5, "language": "en"}',
        b'{"text": "5"}',
        b'{"text": "5", "language": "xx"}',
        b"\xff\xfe",
        b'{"text": NaN}',
        b"[" * 100_000,
        b'{"text": "5", "language": "en", "n": 1e999}',
    ],
)
def test_a_malformed_line_is_reported_and_stops_nothing(line):
    rows = list(read_jsonl([line, b'{"text": "5", "language": "en"}']))
    assert [well_formed for _, well_formed in rows] == [False, True]
    assert rows[0][0]["error"]
    assert rows[0][0]["bound"] is None
    assert rows[1][0]["best"] == 5


def test_a_malformed_line_sets_the_exit_code():
    assert run("read-numbers", "-", stdin=b"nope\n").exit_code == 1


def test_a_file_is_read(tmp_path):
    path = tmp_path / "phrases.jsonl"
    path.write_text('{"text": "5", "language": "en"}\n', encoding="utf-8")
    assert json.loads(run("read-numbers", "--format", "jsonl", str(path)).stdout)["best"] == 5


def test_a_missing_file_is_a_usage_error(tmp_path):
    assert run("read-numbers", str(tmp_path / "none.jsonl")).exit_code == 2


def test_an_unpaired_surrogate_is_written():
    (row, _), *_ = read_jsonl([b'{"text": "5 \\ud800", "language": "en"}'])
    assert json.loads(json_line(row).encode("utf-8"))["best"] == 5


def test_a_long_stream_takes_constant_memory():
    line = b'{"text": "about 2,000 soldiers", "language": "en"}'
    for _ in read_jsonl([line] * 100):
        pass
    tracemalloc.start()
    count = sum(1 for _ in read_jsonl(line for _ in range(5_000)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 5_000
    assert peak < 500_000
