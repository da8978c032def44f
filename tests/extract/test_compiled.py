"""What `make fast` compiles gives what its sources give; without it there is nothing to compare."""

import os
import shutil
import subprocess
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

import casualty_ledger
from casualty_ledger.load import dataset_folder

SOURCES = Path(casualty_ledger.__file__).parent
HERE = Path(__file__).parent
COPY = os.environ.get("CASUALTY_LEDGER_COMPILED")  # a compiled copy of `scripts`, which must be one
PACKAGE = Path(COPY).resolve() / SOURCES.name if COPY else SOURCES
COMPILED = [
    path
    for folder in ("extract", "numbers")
    for path in sorted((PACKAGE / folder).rglob("*"))
    if path.name.endswith(tuple(EXTENSION_SUFFIXES))
]

SCRIPT = """
import json, sys
from datetime import date
from pathlib import Path
from casualty_ledger.extract import Meta, extract, reader
from casualty_ledger.extract.registers import read_names
from casualty_ledger.numbers import read_numbers
here, names = Path(sys.argv[1]), read_names(Path(sys.argv[2]))
print(Path(reader.__file__).suffix, file=sys.stderr)
lines = (here / "sentences.jsonl").read_text(encoding="utf-8").splitlines()
texts = [(line["language"], line["sentence"]) for line in map(json.loads, lines)]
for path in sorted((here / "corpus").glob("*.txt")):
    text = path.read_text(encoding="utf-8")
    texts += [(path.name[:2], text), (path.name[:2], text.upper()), (path.name[:2], text[::-1])]
for language, text in texts:
    for found in extract(text, Meta("text", language, date(2025, 9, 3), subject="KP"), names):
        print(found)
    print(read_numbers(text, language))
"""


def answer(*folders):
    """What the script prints with packages of some folders, and which kind of module it ran."""
    path = os.pathsep.join([*map(str, folders), *sys.path])
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, HERE, dataset_folder()],
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return run.stdout, run.stderr.strip()


def test_no_compiled_module_is_older_than_its_source():
    old = [
        path.name
        for path in COMPILED
        if path.stat().st_mtime < path.with_name(path.name.split(".")[0] + ".py").stat().st_mtime
    ]
    assert not old, "make fast compiles them anew, make plain takes them away"


@pytest.mark.skipif(not (COMPILED or COPY), reason="the reader is not compiled; make fast does it")
def test_the_compiled_reader_gives_what_the_sources_give(tmp_path):
    ignored = shutil.ignore_patterns(*(f"*{suffix}" for suffix in EXTENSION_SUFFIXES), "web")
    shutil.copytree(SOURCES, tmp_path / "casualty_ledger", ignore=ignored)
    plain, compiled = answer(tmp_path), answer(PACKAGE.parent)
    assert (plain[1], compiled[1]) == (".py", EXTENSION_SUFFIXES[0][-3:])
    assert plain[0].count("Candidate(") > 500
    assert compiled[0] == plain[0]
