"""All metadata follow from one description and the models, agree, and pass their schemas."""

import json
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml
from datacite import schema45
from pybtex.database import parse_string
from typer.testing import CliRunner

from casualty_ledger.archive import VersionFolder
from casualty_ledger.cli import app
from casualty_ledger.freezing import make_release
from casualty_ledger.publish.about import about, read_description
from casualty_ledger.publish.datacite import datacite
from casualty_ledger.publish.dataset import ROOT_FILES
from casualty_ledger.records.models import Description
from casualty_schemas.tables import TABLES

DOI, CONCEPT = "10.1234/ledger.v2", "10.1234/ledger"
ARCHIVED = f"homepage: https://ledger.example/\npublisher: Archive\nconcept_doi: {CONCEPT}\n"


@pytest.fixture
def archived(seeds: Path) -> Path:
    """A released version with a DOI of its own."""
    described = seeds / "dataset.yaml"
    described.write_text(described.read_text("utf-8") + ARCHIVED, "utf-8", newline="\n")
    folder = seeds.parent / "dataset"
    make_release(seeds, folder, "0.1.0", date(2030, 1, 31), doi=DOI)
    return folder


def read(folder: Path, name: str) -> Any:
    content = (folder / name).read_text("utf-8")
    return yaml.safe_load(content) if name.endswith(".cff") else json.loads(content)


def stated(folder: Path) -> dict[str, dict[str, object]]:
    """What each file says of the same things."""
    cff, cite = read(folder, "CITATION.cff"), read(folder, "datacite.json")
    package, zenodo = read(folder, "datapackage.json"), read(folder, ".zenodo.json")
    croissant, jsonld = read(folder, "croissant.json"), read(folder, "dataset.jsonld")
    bibliography = parse_string((folder / "citation.bib").read_text("utf-8"), "bibtex")
    (entry,) = bibliography.entries.values()
    linked = {"croissant": croissant, "jsonld": jsonld}
    return {
        "title": {
            "cff": cff["title"],
            "datacite": cite["titles"][0]["title"],
            "package": package["title"],
            "zenodo": zenodo["title"],
            "bibtex": entry.fields["title"].strip("{}"),
            **{name: file["name"] for name, file in linked.items()},
        },
        "version": {
            "cff": cff["version"],
            "datacite": cite["version"],
            "package": package["version"],
            "zenodo": zenodo["version"],
            "bibtex": entry.fields["version"],
            **{name: file["version"] for name, file in linked.items()},
        },
        "creator": {
            "cff": cff["authors"][0]["name"],
            "datacite": cite["creators"][0]["name"],
            "package": package["contributors"][0]["title"],
            "zenodo": zenodo["creators"][0]["name"],
            "bibtex": str(entry.persons["author"][0]).strip("{}"),
            **{name: file["creator"]["name"] for name, file in linked.items()},
        },
        "date": {
            "cff": cff["date-released"],
            "datacite": cite["dates"][0]["date"],
            "package": package["created"][:10],
            "zenodo": zenodo["publication_date"],
            **{name: file["datePublished"] for name, file in linked.items()},
        },
        "keywords": {
            "cff": cff["keywords"],
            "datacite": [subject["subject"] for subject in cite["subjects"]],
            "package": package["keywords"],
            "zenodo": zenodo["keywords"],
            **{name: file["keywords"] for name, file in linked.items()},
        },
        "licence": {
            "cff": cff["license"],
            "datacite": cite["rightsList"][0]["rightsIdentifier"],
            "package": package["licenses"][0]["name"],
            "zenodo": zenodo["license"].upper(),
        },
        "identity": {
            "cff": cff["identifiers"][-1]["value"].removeprefix("sha256:"),
            "datacite": cite["alternateIdentifiers"][0]["alternateIdentifier"],
            **{name: file["identifier"][-1]["value"] for name, file in linked.items()},
        },
    }


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("title", "Example Ledger"),
        ("version", "0.1.0-dev"),
        ("creator", "Example maintainers"),
        ("date", "2030-01-31"),
        ("keywords", ["example"]),
        ("licence", "CC-BY-4.0"),
    ],
)
def test_all_files_say_the_same(dataset: Path, what: str, expected: object) -> None:
    assert stated(dataset)[what] == dict.fromkeys(stated(dataset)[what], expected)


def test_all_files_name_the_same_bytes(dataset: Path) -> None:
    assert set(stated(dataset)["identity"].values()) == {VersionFolder(dataset).identity}


def test_the_doi_of_the_version_is_never_that_of_all_versions(archived: Path) -> None:
    cff, cite = read(archived, "CITATION.cff"), read(archived, "datacite.json")
    assert cff["doi"] == cite["doi"] == DOI
    assert read(archived, "datapackage.json")["id"] == f"https://doi.org/{DOI}"
    for name in ("croissant.json", "dataset.jsonld"):
        assert read(archived, name)["url"] == f"https://doi.org/{DOI}"
        assert read(archived, name)["identifier"][0]["value"] == DOI
        assert CONCEPT not in json.dumps(read(archived, name)).replace(DOI, "")
    (related,) = cite["relatedIdentifiers"]
    assert (related["relatedIdentifier"], related["relationType"]) == (CONCEPT, "IsVersionOf")
    described = {entry["value"]: entry["description"] for entry in cff["identifiers"]}
    assert described[DOI] == "version 0.1.0"
    assert described[CONCEPT] == "all versions; leads to the newest"


@pytest.mark.parametrize("fixture", ["dataset", "archived"])
def test_datacite_fits_its_schema(request: pytest.FixtureRequest, fixture: str) -> None:
    # `validate` only returns whether it fits; the validator says what does not.
    schema45.validator.validate(read(request.getfixturevalue(fixture), "datacite.json"))


def test_datacite_becomes_the_xml_that_registrars_take(archived: Path) -> None:
    xml = schema45.tostring(read(archived, "datacite.json"))
    assert f'<identifier identifierType="DOI">{DOI}</identifier>' in xml
    assert '<creatorName nameType="Organizational">Example maintainers</creatorName>' in xml


def test_the_schema_of_datacite_is_looked_at(dataset: Path) -> None:
    spoiled = read(dataset, "datacite.json") | {"publicationYear": 2030}
    assert not schema45.validator.is_valid(spoiled)


@pytest.mark.parametrize("fixture", ["dataset", "archived"])
def test_a_descriptor_reads_back_into_its_description(
    request: pytest.FixtureRequest, fixture: str, seeds: Path
) -> None:
    folder = request.getfixturevalue(fixture)
    typed = yaml.load((seeds / "dataset.yaml").read_text("utf-8"), yaml.BaseLoader)
    description = Description.model_validate(typed)
    assert read_description(read(folder, "datapackage.json")) == description
    assert read_description(about(description)) == description


@pytest.mark.parametrize("name", ["datapackage.json", "croissant.json", "dataset.jsonld"])
def test_files_are_listed_with_their_checksums(dataset: Path, name: str) -> None:
    content = read(dataset, name)
    if name == "datapackage.json":
        listed = {r["path"]: r["hash"].removeprefix("sha256:") for r in content["resources"]}
    else:
        listed = {file["contentUrl"]: file["sha256"] for file in content["distribution"]}
    files = {path.name: path.read_bytes() for path in dataset.glob("*.csv")}
    assert listed == {path: sha256(content).hexdigest() for path, content in files.items()}
    assert set(listed) == {f"{table}.csv" for table in TABLES}


def test_croissant_names_the_columns_of_the_files(dataset: Path) -> None:
    for record_set in read(dataset, "croissant.json")["recordSet"]:
        header = pd.read_csv(dataset / f"{record_set['name']}.csv", nrows=0).columns.tolist()
        assert [field["source"]["extract"]["column"] for field in record_set["field"]] == header
        keys = {key["@id"] for key in record_set["key"]}
        assert keys <= {field["@id"] for field in record_set["field"]}


def test_search_engines_are_told_the_variables_and_days(dataset: Path) -> None:
    jsonld = read(dataset, "dataset.jsonld")
    header = pd.read_csv(dataset / "figures.csv", nrows=0).columns.tolist()
    assert [variable["name"] for variable in jsonld["variableMeasured"]] == header
    assert jsonld["temporalCoverage"] == "2030-01-10/2030-01-20"


def test_zenodo_gets_text_and_not_markup() -> None:
    from casualty_ledger.publish.zenodo import zenodo

    description = Description.model_validate(
        {
            "name": "x", "title": "X", "version": "1.0.0", "updated_on": "2030-01-31",
            "description": "killed < wounded & missing", "creator": "Example maintainers",
            "licence": "CC-BY-4.0", "licence_url": "https://cc.example/", "keywords": ["x"],
        }
    )  # fmt: skip
    assert json.loads(zenodo(description))["description"] == (
        "<p>killed &lt; wounded &amp; missing</p>"
    )
    assert json.loads(datacite(description, "a"))["descriptions"][0]["description"] == (
        "killed < wounded & missing"
    )


def test_the_repository_holds_copies_at_its_root(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(seeds.parent)
    assert CliRunner().invoke(app, ["build"]).exit_code == 0
    for name in ROOT_FILES:
        copy, original = seeds.parent / name, seeds.parent / "dataset" / name
        assert copy.read_bytes() == original.read_bytes()
    (seeds.parent / "CITATION.cff").write_text("stale", "utf-8")
    result = CliRunner().invoke(app, ["build"])
    assert "written to" in result.output
    assert read(seeds.parent, "CITATION.cff")["title"] == "Example Ledger"
    assert "unchanged in" in CliRunner().invoke(app, ["build"]).output


def test_a_build_elsewhere_leaves_the_repository_alone(seeds: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "tables"
    arguments = ["build", "--seeds", str(seeds), "--dataset", str(target)]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    assert not any((folder / "CITATION.cff").exists() for folder in (seeds.parent, target.parent))
