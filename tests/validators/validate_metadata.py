"""What outside validators say of the metadata of the dataset and of every release.

Their packages clash with ours, so this runs in an environment of its own: `make validate`.
Beside each validator stands proof that it notices a fault.
"""

import json
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import dplib
import frictionless
import jsonschema
import mlcroissant
import pandas as pd
import pytest
from cffconvert.cli.create_citation import create_citation

DATASET = Path(__file__).parents[2] / "dataset"
FOLDERS = [DATASET, *sorted(path.parent for path in DATASET.glob("releases/*/datapackage.json"))]
PROFILE = Path(dplib.__file__).parent / "profiles/2.0/datapackage.json"


def check_citation(path: Path) -> None:
    """Hold a citation file against the schema of the Citation File Format."""
    create_citation(str(path), None).validate()


def check_package(folder: Path) -> None:
    """Hold the descriptor against its profile, and all tables against the descriptor."""
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    jsonschema.validate(package, json.loads(PROFILE.read_text("utf-8")))
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])


def check_croissant(folder: Path) -> None:
    """Load every record set and compare it with its CSV file, cell by cell."""
    dataset = mlcroissant.Dataset(str(folder / "croissant.json"))
    assert not dataset.metadata.issues.errors
    assert not dataset.metadata.issues.warnings
    names = [record_set.name for record_set in dataset.metadata.record_sets]
    assert sorted(names) == sorted(path.stem for path in folder.glob("*.csv"))
    for name in names:
        # mlcroissant reads with the missing words of pandas, so Namibia's code is lost on it.
        plain = pd.read_csv(
            folder / f"{name}.csv", dtype=str, keep_default_na=False, na_values=["NA"]
        ).fillna("")
        loaded = [_cells(record, name) for record in dataset.records(name)]
        assert loaded == plain.to_dict("records")


def _cells(record: dict[str, Any], name: str) -> dict[str, str]:
    return {key.removeprefix(f"{name}/"): _text(value) for key, value in record.items()}


def _text(value: Any) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8")
    if isinstance(value, bool):
        return str(value).lower()
    if value is None or pd.isna(value):
        return ""
    return f"{value:%Y-%m-%d}" if isinstance(value, pd.Timestamp) else str(value)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("check", [check_package, check_croissant])
def test_a_version_is_valid(folder: Path, check: Callable[[Path], None]) -> None:
    check(folder)


@pytest.mark.parametrize("folder", [DATASET.parent, *FOLDERS], ids=lambda folder: folder.name)
def test_a_citation_file_is_valid(folder: Path) -> None:
    check_citation(folder / "CITATION.cff")


def spoil(path: Path, change: Callable[[str], str]) -> None:
    text = path.read_text("utf-8")
    assert change(text) != text
    path.write_text(change(text), "utf-8", newline="\n")


def replacing(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


def other_hash(text: str, key: str) -> str:
    start = text.index(f'"{key}": "') + len(key) + 5
    return text[: start + 10] + ("0000" if text[start + 10] != "0" else "1111") + text[start + 14 :]


def rehashed(folder: Path) -> None:
    """Let the descriptor agree with the spoiled file, so that only its content is wrong."""
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        del resource["hash"], resource["bytes"]
    (folder / "datapackage.json").write_text(json.dumps(package), "utf-8")


FAULTS = [
    (check_package, "datapackage.json", partial(other_hash, key="hash"), "hash-count"),
    (check_package, "datapackage.json", replacing('"name": "figures"', '"name": 5'), "not of type"),
    (check_package, "figures.csv", replacing(",killed,", ",slain,"), '"slain" in row'),
    (check_package, "figures.csv", replacing(",kr-nis,", ",nobody,"), "foreign-key"),
    (check_package, "figures.csv", replacing("figure_id,", "id,"), "incorrect-label"),
    (check_croissant, "croissant.json", partial(other_hash, key="sha256"), "Download"),
    (check_croissant, "croissant.json", replacing('n": "measure"', 'n": "what"'), "Read"),
    (check_croissant, "croissant.json", replacing('n": "place"', 'n": "measure"'), "index 0 diff"),
]


@pytest.mark.parametrize(("check", "name", "change", "message"), FAULTS)
def test_a_validator_notices(
    tmp_path: Path,
    check: Callable[[Path], None],
    name: str,
    change: Callable[[str], str],
    message: str,
) -> None:
    folder = tmp_path / "dataset"
    shutil.copytree(DATASET, folder, ignore=shutil.ignore_patterns("releases"))
    spoil(folder / name, change)
    if name.endswith(".csv"):
        rehashed(folder)
    # Each library has errors of its own.
    with pytest.raises(Exception, match=message):
        check(folder)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (replacing("type: dataset", "type: data"), "'data' is not one of"),
        (replacing("date-released: '2", "date-released: 'x2"), "is not a 'date'"),
    ],
)
def test_a_faulty_citation_file_is_noticed(
    tmp_path: Path, change: Callable[[str], str], message: str
) -> None:
    path = tmp_path / "CITATION.cff"
    shutil.copy(DATASET / "CITATION.cff", path)
    spoil(path, change)
    with pytest.raises(jsonschema.ValidationError, match=message):
        check_citation(path)
