"""The documentation holds: what exists is described, and what is described works."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from casualty_ledger.cli import app
from casualty_ledger.records import models
from casualty_ledger.records.models import Record
from casualty_schemas.columns import describe
from casualty_schemas.tables import TABLES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
CODEBOOK = (ROOT / "dataset/codebook.md").read_text("utf-8")
RECORDS = [
    record
    for record in vars(models).values()
    if isinstance(record, type) and issubclass(record, Record) and record is not Record
]


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


OURS = [block for block in blocks(README, "console") if "casualty-ledger" in block]


def test_there_are_commands_to_try() -> None:
    assert len(OURS) >= 3


@pytest.mark.parametrize("block", OURS, ids=lambda block: block.split()[1])
def test_every_command_of_the_readme_runs(block: str, tmp_path: Path) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    script = block.replace(".venv/bin/casualty-ledger", f"{sys.executable} -m casualty_ledger")
    roots = os.pathsep.join([str(ROOT / "scripts"), str(ROOT / "schemas")])
    subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": roots}, check=True,
    )  # fmt: skip


@pytest.mark.parametrize(
    "target", sorted(set(re.findall(r"(?:`|\n)make ([a-z-]+)", README + CONTRIBUTING)))
)
def test_every_make_target_of_the_docs_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("block", blocks(README, "python"))
def test_python_of_the_readme_runs(block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    exec(block, {})  # the documentation is the code under test


def test_every_command_is_documented_and_has_an_example() -> None:
    group = typer.main.get_command(app)
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        assert f"casualty-ledger {name}" in README + CONTRIBUTING, name
        example = (command.help or "").partition("Example: ")[2]
        assert f"casualty-ledger {name}" in example, name


@pytest.mark.parametrize("name", TABLES)
def test_every_table_column_and_code_is_in_the_codebook(name: str) -> None:
    assert f"`{name}`" in README
    for column in describe(TABLES[name]):
        assert f"| `{column.name}` |" in CODEBOOK
        for code in column.vocabulary or ():
            assert f"| `{code.value}` | {code.definition} |" in CODEBOOK


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_key_of_a_record_is_explained(record: type[Record]) -> None:
    for key in record.model_fields:
        assert re.search(rf"(^|[ -`]){key}:|`{key}`", CONTRIBUTING, re.MULTILINE), key


def test_links_lead_to_files() -> None:
    for text in (README, CONTRIBUTING):
        for target in re.findall(r"\]\(([^)#]+)\)", text):
            if not target.startswith("http"):
                assert (ROOT / target).exists(), target


def test_numbers_in_the_readme_are_those_of_the_dataset() -> None:
    from casualty_ledger import load

    figures, reports = load("figures").set_index("figure_id"), load("reports")
    row = figures.loc["kr-nis-2025-09-02-killed"]
    assert f"| kr-nis-2025-04-30-killed | {row['report_count']} |" in README
    share = round(100 * reports["published_on_inferred"].mean())
    assert f"About {share} % of the reports have such a date" in README
    assert load("figures").attrs["citation"] in README
