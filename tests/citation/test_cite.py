"""Citations of a version and of rows: what they hold, and that the rows come back."""

import json
import shutil
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from pybtex.database import parse_string
from typer.testing import CliRunner

from casualty_ledger import cite, resolve
from casualty_ledger.archive import (
    UnknownVersionError,
    VersionFolder,
    canonical_csv,
    checksum,
    open_version,
)
from casualty_ledger.citation.csl import csl_item
from casualty_ledger.citation.formats import CitationError, formatted, parse_citation
from casualty_ledger.citation.source import Source
from casualty_ledger.citation.styles import SHORT_NAMES, styled
from casualty_ledger.cli import app
from casualty_ledger.freezing import make_release
from casualty_ledger.pipeline import build_dataset
from casualty_ledger.publish.citation import citation
from casualty_ledger.publish.identity import identity
from casualty_ledger.query.faults import QueryError
from casualty_ledger.records.models import Description

WHERE = "claimant = 'xa-mod' AND measure = 'killed'"
DOI, CONCEPT = "10.1234/ledger.v2", "10.1234/ledger"
ABOUT = {
    "name": "example-ledger",
    "title": "Example & Ledger_100%",
    "version": "2.0.1",
    "updated_on": "2030-02-03",
    "description": "Records of a conflict that never was",
    "creator": "Example maintainers",
    "licence": "CC-BY-4.0",
    "licence_url": "https://creativecommons.org/licenses/by/4.0/",
    "keywords": ["example"],
}
ARCHIVED = {"doi": DOI, "concept_doi": CONCEPT, "publisher": "Archive"}


def source(**more: str) -> Source:
    return Source(Description.model_validate({**ABOUT, **more}), "a" * 64)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8", newline="\n")


def run(*arguments: str, stdin: str | None = None) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(arguments), input=stdin)
    return result.exit_code, result.output


# Whole versions


def test_a_citation_names_version_date_and_checksum(dataset: Path) -> None:
    expected = identity({path.name: path.read_bytes() for path in dataset.glob("*.csv")})
    assert cite(folder=dataset) == (
        "Example maintainers. (2030). Example Ledger (Version 0.1.0-dev) [Data set]. "
        f"Version 0.1.0-dev, SHA-256 {expected}. Development version, not released.\n"
    )


def test_a_release_is_not_called_a_development_version() -> None:
    assert "Development" not in formatted(source(), "text")


def test_the_identity_is_what_two_programs_of_any_system_give(dataset: Path) -> None:
    names = sorted(path.name for path in dataset.glob("*.csv"))
    lines = [f"{sha256((dataset / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    assert VersionFolder(dataset).identity == sha256("".join(lines).encode()).hexdigest()


def test_the_identity_follows_the_tables_and_nothing_else(dataset: Path) -> None:
    before = VersionFolder(dataset).identity
    (dataset / "figures.parquet").write_bytes(b"other")
    assert VersionFolder(dataset).identity == before
    edit(dataset / "figures.csv", "2000", "2001")
    assert VersionFolder(dataset).identity != before


@pytest.mark.parametrize("form", ["text", "bibtex", "biblatex", "ris", "csl-json", "json"])
def test_every_format_names_the_version_and_its_own_doi(form: str) -> None:
    content = formatted(source(**ARCHIVED), form)
    assert "2.0.1" in content
    assert DOI in content
    assert f"{CONCEPT}\n" not in content
    assert f'"{CONCEPT}"' not in content
    assert "a" * 64 in content


def test_without_a_doi_none_is_made_up() -> None:
    for form in ("text", "bibtex", "biblatex", "ris", "csl-json"):
        assert "doi" not in formatted(source(), form).lower()


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"version": "2.0.1-dev", "doi": DOI}, "expected none with -dev"),
        ({"doi": DOI, "concept_doi": DOI}, "is the doi of this version too"),
        ({"updated_on": "2030-02"}, "2030-02 is no exact day"),
    ],
)
def test_a_description_that_would_be_cited_wrongly_is_refused(
    more: dict[str, str], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        source(**more)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "apa",
            "Example maintainers. (2030). Example & Ledger_100% (Version 2.0.1) [Data set]. "
            f"Archive. https://doi.org/{DOI}",
        ),
        (
            "chicago",
            "Example maintainers. 2030. “Example & Ledger_100%”. Data set. Version 2.0.1. "
            f"Archive, February 3. https://doi.org/{DOI}.",
        ),
        (
            "mla",
            "Example maintainers. “Example & Ledger_100%”. Data set. Version 2.0.1, Archive, "
            f"3 Feb. 2030, https://doi.org/{DOI}.",
        ),
        (
            "nature",
            f"Example maintainers. Example & Ledger_100%. Archive https://doi.org/{DOI} (2030).",
        ),
    ],
)
def test_text_follows_its_style(style: str, expected: str) -> None:
    assert styled(csl_item(source(**ARCHIVED)), style) == expected


@pytest.mark.parametrize("style", SHORT_NAMES)
def test_every_short_name_is_a_style(style: str) -> None:
    assert "Example maintainers" in styled(csl_item(source()), style)


@pytest.mark.parametrize("more", [{}, ARCHIVED, {"homepage": "https://example.org/l"}])
def test_the_citation_in_the_files_is_that_of_the_style(more: dict[str, str]) -> None:
    described = source(**more)
    assert citation(described.description) == styled(csl_item(described), "apa")


def test_an_unknown_style_or_format_is_named() -> None:
    with pytest.raises(ValueError, match="no citation style 'chicagoo'; did you mean chicago"):
        formatted(source(), "text", "chicagoo")
    with pytest.raises(ValueError, match=r"no citation style '\.\./apa'"):
        formatted(source(), "text", "../apa")
    with pytest.raises(ValueError, match="no format 'bibtec'; did you mean bibtex"):
        formatted(source(), "bibtec")


@pytest.mark.parametrize(("form", "kind"), [("bibtex", "misc"), ("biblatex", "dataset")])
def test_bibtex_reads_back(form: str, kind: str) -> None:
    entries = parse_string(formatted(source(**ARCHIVED), form), "bibtex").entries
    entry = entries["example-ledger-2.0.1"]
    assert entry.type == kind
    assert str(entry.persons["author"][0]) == "{Example maintainers}"
    assert entry.fields["title"] == r"{Example \& Ledger\_100\%}"
    assert entry.fields["version"] == "2.0.1"
    assert entry.fields["doi"] == DOI
    dates = {"bibtex": ("year", "2030"), "biblatex": ("date", "2030-02-03")}
    name, value = dates[form]
    assert entry.fields[name] == value


def test_ris_is_lines_of_tags() -> None:
    lines = formatted(source(**ARCHIVED), "ris").splitlines()
    tags = dict(line.split("  - ") for line in lines)
    assert (lines[0], lines[-1]) == ("TY  - DATA", "ER  - ")
    assert tags["AU"] == "Example maintainers"
    assert (tags["PY"], tags["DA"], tags["ET"]) == ("2030", "2030/02/03", "2.0.1")
    assert tags["DO"] == DOI


# Rows


def test_a_citation_of_rows_holds_all_that_is_needed(dataset: Path) -> None:
    parts = json.loads(
        cite(where=" measure='killed' and CLAIMANT = 'xa-mod'", form="json", folder=dataset)
    )
    lines = (dataset / "figures.csv").read_bytes().splitlines(keepends=True)
    kept = [line for line in lines[1:] if b"-killed," in line[:40]]
    assert parts["where"] == WHERE
    assert parts["rows"] == len(kept) == 2
    assert parts["sha256"] == sha256(lines[0] + b"".join(kept)).hexdigest()
    assert (parts["version"], parts["table"]) == ("0.1.0-dev", "figures")
    assert parts["version_sha256"] == VersionFolder(dataset).identity


def test_all_rows_have_the_checksum_of_the_file(dataset: Path) -> None:
    for path in dataset.glob("*.csv"):
        rows = VersionFolder(dataset).rows(path.stem)
        assert canonical_csv(rows) == path.read_bytes()
        assert checksum(rows) == sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_citation_resolves_to_its_rows(dataset: Path, form: str) -> None:
    resolved = resolve(cite(where=WHERE, form=form, folder=dataset), folder=dataset)
    assert resolved.same_rows
    assert resolved.differences == []
    assert resolved.rows["figure_id"].tolist() == [
        "xa-mod-2030-01-10-killed", "xa-mod-2030-01-20-killed",
    ]  # fmt: skip


@pytest.mark.parametrize("style", ["apa", "chicago", "mla", "nature", "ieee"])
def test_a_citation_resolves_in_any_style_and_wrapped(dataset: Path, style: str) -> None:
    text = cite(where=WHERE, style=style, folder=dataset)
    wrapped = "See " + text.replace(" AND ", "\n    AND ").replace("; 2", ";\n2")
    assert resolve(wrapped, folder=dataset).same_rows


def test_quoted_text_keeps_its_spaces(dataset: Path) -> None:
    text = cite(where="note = 'two  spaces'", folder=dataset)
    assert parse_citation(text).where == "note = 'two  spaces'"


def test_changed_rows_are_reported(seeds: Path, dataset: Path) -> None:
    text = cite(where=WHERE, folder=dataset)
    edit(seeds / "statements/2030/2030-01-10-xa-mod.yaml", "low: 100", "low: 110")
    edit(seeds / "reports/2030/01/2030-01-10-xa-press.yaml", "at least 100", "at least 110")
    build_dataset(seeds, dataset)
    resolved = resolve(text, folder=dataset)
    assert not resolved.same_rows
    told = [difference.split(":")[0] for difference in resolved.differences]
    assert told == ["SHA-256 of the rows", "SHA-256 of the version"]
    code, output = run("resolve", text, "--dataset", str(dataset))
    assert code == 1
    assert "not the same 2 rows" in output
    assert "SHA-256 of the rows: cited" in output


def test_other_rows_may_change_without_harm(seeds: Path, dataset: Path) -> None:
    text = cite(where=WHERE, folder=dataset)
    edit(seeds / "statements/2030/2030-01-20-xa-mod.yaml", "high: 6000", "high: 6500")
    edit(seeds / "reports/2030/01/2030-01-22-xa-press.yaml", "to 6,000", "to 6,500")
    build_dataset(seeds, dataset)
    resolved = resolve(text, folder=dataset)
    assert resolved.same_rows
    assert [told.split(":")[0] for told in resolved.differences] == ["SHA-256 of the version"]


def test_a_citation_with_another_count_does_not_hold(dataset: Path) -> None:
    text = cite(where=WHERE, folder=dataset).replace("2 rows", "3 rows")
    resolved = resolve(text, folder=dataset)
    assert not resolved.same_rows
    assert resolved.differences == ["number of rows: cited 3, found 2"]


def test_a_citation_with_another_checksum_does_not_hold(dataset: Path) -> None:
    text = cite(where=WHERE, folder=dataset)
    resolved = resolve(text.replace(parse_citation(text).sha256, "0" * 64), folder=dataset)
    assert not resolved.same_rows
    assert resolved.differences[0].startswith(f"SHA-256 of the rows: cited {'0' * 64}, found")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("some text", "no citation of a subset"),
        ("{", "no JSON"),
        ("{}", "version: expected a str, found None"),
        ('{"version": "1.0.0", "version_sha256": "a", "table": "figures", "where": "x = 1", '
         '"rows": true, "sha256": "b"}', "rows: expected a int, found True"),
    ],
)  # fmt: skip
def test_what_is_no_citation_is_refused(content: str, message: str) -> None:
    with pytest.raises(CitationError, match=message):
        parse_citation(content)


# Versions


def release(dataset: Path, version: str) -> Path:
    """Freeze the dataset under another version, as far as citing it goes."""
    folder = dataset / "releases" / version
    shutil.copytree(dataset, folder, ignore=shutil.ignore_patterns("releases"))
    edit(folder / "datapackage.json", "0.1.0-dev", version)
    return folder


def test_a_released_version_is_cited_from_its_own_folder(seeds: Path, dataset: Path) -> None:
    make_release(seeds, dataset, "0.1.0", date(2029, 12, 24))
    text = cite("0.1.0", where=WHERE, folder=dataset)
    assert "(2029). Example Ledger (Version 0.1.0)" in text
    edit(seeds / "dataset.yaml", "version: 0.1.0", "version: 0.2.0-dev")
    edit(seeds / "statements/2030/2030-01-10-xa-mod.yaml", "low: 100", "low: 110")
    edit(seeds / "reports/2030/01/2030-01-10-xa-press.yaml", "at least 100", "at least 110")
    build_dataset(seeds, dataset)
    assert resolve(text, folder=dataset).same_rows


def test_a_version_of_another_form_still_resolves(dataset: Path) -> None:
    """Columns and codes are those of the version, not those of today's models."""
    old = release(dataset, "0.0.1")
    for name in ("figures.csv", "datapackage.json"):
        edit(old / name, "claimant_country", "country_of_claimant")
        edit(old / name, "killed", "slain")
    where = "country_of_claimant = 'XA' AND measure = 'slain'"
    text = cite("0.0.1", where=where, folder=dataset)
    assert resolve(text, folder=dataset).found.rows == 2
    with pytest.raises(QueryError, match="unknown column"):
        cite(where=where, folder=dataset)


def test_versions_that_are_not_there_are_named(dataset: Path) -> None:
    for version in ("0.10.0", "0.9.0"):
        release(dataset, version)
    with pytest.raises(
        UnknownVersionError, match=r"expected one of 0\.9\.0, 0\.10\.0, 0\.1\.0-dev"
    ):
        open_version(dataset, "9.9.9")
    with pytest.raises(UnknownVersionError):
        open_version(dataset, "../releases/0.9.0")


# The command


def test_the_command_cites_and_resolves(dataset: Path, tmp_path: Path) -> None:
    code, text = run("cite", "--where", WHERE, "--dataset", str(dataset))
    assert code == 0
    saved = tmp_path / "citation.txt"
    saved.write_text(text, "utf-8")
    for argument, stdin in ((text, None), (str(saved), None), ("-", text)):
        code, output = run("resolve", argument, "--dataset", str(dataset), stdin=stdin)
        assert (code, output) == (0, "the same 2 rows of figures in version 0.1.0-dev\n")


def test_resolve_writes_the_rows(dataset: Path, tmp_path: Path) -> None:
    _, text = run("cite", "--where", WHERE, "--dataset", str(dataset))
    target = tmp_path / "rows.csv"
    command = ("resolve", text, "--output", str(target), "--dataset", str(dataset))
    assert run(*command)[0] == 0
    assert sha256(target.read_bytes()).hexdigest() == parse_citation(text).sha256
    code, output = run(*command)
    assert code == 1
    assert "exists" in output
    assert run(*command, "--force")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["cite", "--where", "measure = 'kiled'"], "did you mean killed?"),
        (["cite", "--where", "x = 1", "--table", "figurs"], "no table 'figurs'; did you mean"),
        (["cite", "--version", "7.0.0"], "no version '7.0.0'; expected one of 0.1.0-dev"),
        (["cite", "--style", "apaa"], "no citation style"),
        (["cite", "--format", "word"], "no format 'word'"),
        (["resolve", "nothing"], "no citation of a subset"),
    ],
)  # fmt: skip
def test_a_fault_ends_the_command_with_one_clear_line(
    dataset: Path, arguments: list[str], message: str
) -> None:
    code, output = run(*arguments, "--dataset", str(dataset))
    assert code == 1
    assert message in output
    assert "Traceback" not in output


def test_no_row_is_a_result_and_is_said(dataset: Path) -> None:
    code, output = run("cite", "--where", "measure = 'graves'", "--dataset", str(dataset))
    assert code == 0
    assert "; 0 rows, SHA-256" in output
    assert "no row fits" in output
    assert resolve(output, folder=dataset).same_rows
