"""Where a figure comes from, as an object and as a page."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from casualty_ledger import provenance
from casualty_ledger.cli import app
from casualty_ledger.compare.origins import UnknownFigureError
from casualty_ledger.pipeline import build_dataset

KILLED = "xa-mod-2030-01-20-killed"

PAGE = """\
xa-mod-2030-01-20-killed: about 2,000 killed (south-army)
  said by xa-mod, the minister on 2030-01-20, official_statement
  active
given together with
  2030-01-20  xa-mod-2030-01-20-casualties: between 5,000 and 6,000 casualties
chain of claims
  2030-01-10  xa-mod-2030-01-10-killed: at least 100 killed
  2030-01-20  xa-mod-2030-01-20-killed: about 2,000 killed
mentions: 2
  2030-01-21  xa-press, en: about 2,000
              https://press.example/second
  2030-01-22  xa-press, en: more than 2,000 [differs: bound]
              https://press.example/third
"""


@pytest.fixture
def dataset(seeds: Path) -> Path:
    path = seeds / "reports/2030/01/2030-01-10-xa-press.yaml"
    revision = (
        "revisions:\n  - on: 2030-02-01\n    field: url\n    reason: the address was missing\n"
    )
    path.write_text(path.read_text("utf-8") + revision, "utf-8")
    build_dataset(seeds, seeds.parent / "dataset")
    return seeds.parent / "dataset"


def test_provenance_has_statement_chain_and_mentions(dataset: Path) -> None:
    found = provenance(KILLED, folder=dataset)
    assert found.figure["value_best"] == 2000
    assert len(found.statement) == 2
    assert found.chain["figure_id"].tolist() == ["xa-mod-2030-01-10-killed", KILLED]
    assert found.mentions["as_written"].tolist() == ["about 2,000", "more than 2,000"]
    assert found.revisions.empty


def test_the_chain_is_whole_from_any_of_its_figures(dataset: Path) -> None:
    first = provenance("xa-mod-2030-01-10-killed", folder=dataset)
    assert first.chain["figure_id"].tolist() == ["xa-mod-2030-01-10-killed", KILLED]
    assert "superseded since 2030-01-21" in str(first)
    assert "revised 2030-02-01: 2030-01-10-xa-press, url was empty: the address" in str(first)


def test_the_page_reads_as_it_should(dataset: Path) -> None:
    done = CliRunner().invoke(app, ["provenance", KILLED, "--dataset", str(dataset)])
    assert (done.exit_code, done.output) == (0, PAGE)


def test_an_unknown_figure_is_named(dataset: Path) -> None:
    with pytest.raises(UnknownFigureError, match="no figure 'nothing'"):
        provenance("nothing", folder=dataset)
    done = CliRunner().invoke(app, ["provenance", "nothing", "--dataset", str(dataset)])
    assert done.exit_code == 2


def test_importing_the_package_does_not_import_pandas() -> None:
    code = "import sys, casualty_ledger; assert 'pandas' not in sys.modules; casualty_ledger.latest"
    environment = {"PYTHONPATH": ":".join(filter(None, sys.path))}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
