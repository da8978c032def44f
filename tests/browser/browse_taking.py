"""What is taken away: the same bytes and the same citation as the command line gives."""

import csv
import io
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from pages import settle, shown_ids, wait_until

from casualty_ledger.archive import canonical_csv, open_version
from casualty_ledger.cite import cite
from casualty_ledger.resolve import resolve

DATASET = Path(__file__).parents[2] / "dataset"
VIEWS = [
    "all",
    "measure=killed",
    "measure=killed&measure=wounded&claimant=kr-nis&population=prk-forces",
    "from=2025-01-01&to=2025-06-30",
    "status=active&status=superseded",
    "known=2025-04-30",
    "known=2025-01-31&status=active",
    "known=2025-01-31&status=superseded",
    "known=2025-04-30&status=disputed",
    "known=2025-02-28&status=active&status=disputed&measure=deployed",
    "language=ro",
    "language=ko&known=2025-01-31&measure=casualties",
    "search=lee%20seong-kweun",
    "measure=killed&claimant=kr-nis&search=2000",
]


def where_of(citation: str) -> str | None:
    found = re.search(r"figures WHERE (.*); \d+ rows?, SHA-256", citation)
    return found[1] if found else None


@pytest.mark.parametrize("view", VIEWS)
def test_the_citation_is_that_of_the_command(visit, view: str) -> None:
    page = visit(view)
    settle(page)
    citation = page.input_value("#citation")
    where = where_of(citation)
    assert (where is None) == (view == "all")
    assert citation + "\n" == cite(where=where, folder=DATASET)
    if where is not None:
        assert resolve(citation, folder=DATASET).differences == []


@pytest.mark.parametrize("view", VIEWS)
def test_the_rows_as_csv_are_lines_of_the_file(visit, view: str) -> None:
    page = visit(view)
    settle(page)
    with page.expect_download() as download:
        page.click("#save-csv")
    content = Path(download.value.path()).read_bytes()
    where = where_of(page.input_value("#citation"))
    selection = open_version(DATASET).select("figures", where)
    assert content == canonical_csv(selection.rows)
    rows = csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))
    assert sorted(row["figure_id"] for row in rows) == sorted(shown_ids(page))
    assert download.value.suggested_filename.endswith("-figures.csv")


def test_no_row_has_no_citation(visit) -> None:
    page = visit("search=nothing-has-this-word")
    settle(page)
    assert page.input_value("#citation").startswith("No row fits")
    assert "No figure with a number" in page.inner_text("#chart")


def test_the_chart_as_svg_has_title_legend_and_source(visit) -> None:
    page = visit("measure=killed&population=prk-forces&known=2025-06-01", color_scheme="dark")
    with page.expect_download() as download:
        page.click("#save-svg")
    root = ElementTree.fromstring(Path(download.value.path()).read_text("utf-8"))
    texts = "".join(root.itertext())
    assert "Killed · North Korean forces · as known on 1 Jun 2025" in texts
    assert "Reported, not verified." in texts
    assert "third party" in texts
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert not names & {"style", "script", "foreignObject"}
    assert root.find("{*}rect").get("fill") == "#ffffff"


def test_the_chart_as_png_is_a_picture_with_colours(visit) -> None:
    page = visit("measure=killed&population=prk-forces")
    with page.expect_download() as download:
        page.click("#save-png")
    content = Path(download.value.path()).read_bytes()
    assert content.startswith(b"\x89PNG")
    width = int.from_bytes(content[16:20], "big")
    assert width == 1920
    assert len(content) > 20_000


def test_the_citation_can_be_copied_or_is_selected(visit) -> None:
    page = visit("measure=killed")
    settle(page)
    page.click("#copy")
    wait_until(page, "document.querySelector('#copied').innerText !== ''")
    assert page.inner_text("#copied")
