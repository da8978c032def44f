"""Reading a folder of records; the only module here that touches the disk."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from casualty_ledger.records.faults import Fault, suggestion
from casualty_ledger.records.ledger import Document, Entry, Ledger, dotted
from casualty_ledger.records.models import (
    Actor,
    Conflict,
    Description,
    Place,
    Population,
    Publisher,
    Record,
    Report,
    Statement,
)
from casualty_ledger.records.strict_yaml import Document as YamlDocument
from casualty_ledger.records.strict_yaml import Location, read_document


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of one kind of record, and where the ledger keeps it."""

    folder: str
    attribute: str
    model: type[Record]


SHELVES = (
    Shelf("statements", "statements", Statement),
    Shelf("reports", "reports", Report),
    Shelf("registers/actors", "actors", Actor),
    Shelf("registers/publishers", "publishers", Publisher),
    Shelf("registers/populations", "populations", Population),
    Shelf("registers/places", "places", Place),
    Shelf("registers/conflicts", "conflicts", Conflict),
)
DOCUMENTS = "documents"
DATASET_FILE = "dataset.yaml"
_WORDS = re.compile(r"[\w.-]+")


def read_folder(root: Path) -> tuple[Ledger, list[Fault]]:
    """Read every record under ``root``.

    Args:
        root: the folder that holds ``statements``, ``reports``, ``registers``, ``documents``.

    Returns:
        What could be read, and all faults of single files, sorted by path and line.

    Raises:
        NotADirectoryError: ``root`` is no folder.
    """
    if not root.is_dir():
        raise NotADirectoryError(f"{root}: no such folder; expected the folder of records")
    ledger, faults = Ledger(), list(_strays(root))
    for shelf in SHELVES:
        for path in sorted((root / shelf.folder).rglob("*.yaml")):
            faults.extend(_shelve(path, root, shelf, ledger))
    for path in sorted((root / DOCUMENTS).glob("*.txt")):
        faults.extend(_keep_document(path, root, ledger))
    faults.extend(_describe(root / DATASET_FILE, ledger))
    return ledger, sorted(faults)


def _strays(root: Path) -> Iterator[Fault]:
    """A file that no reader takes would be lost without a word."""
    homes = ", ".join(shelf.folder for shelf in SHELVES)
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_dir() or path.name.startswith(".") or name == DATASET_FILE:
            continue
        in_shelf = any(name.startswith(f"{shelf.folder}/") for shelf in SHELVES)
        if path.suffix == ".yaml" and not in_shelf:
            yield Fault(name, 1, "", f"record outside the folders of records; expected in {homes}")
        elif in_shelf and path.suffix != ".yaml":
            yield Fault(name, 1, "", "is no .yaml file; expected records only in this folder")
        elif name.startswith(f"{DOCUMENTS}/") and path.suffix != ".txt":
            yield Fault(name, 1, "", "is no .txt file; expected kept texts only in this folder")


def _shelve(path: Path, root: Path, shelf: Shelf, ledger: Ledger) -> list[Fault]:
    name = path.relative_to(root).as_posix()
    raw = path.read_bytes()
    document = read_document(raw)
    record, faults = read_record(document, shelf.model, name)
    books: dict[str, Entry[Any]] = getattr(ledger, shelf.attribute)
    if path.stem in books:
        message = f"a second file of this name; the first is {books[path.stem].path}"
        return [*faults, Fault(name, 1, "", f"{message}; expected one file an id")]
    if record is None:
        ledger.broken.setdefault(shelf.attribute, set()).add(path.stem)
        ledger.broken_words.update(_WORDS.findall(raw.decode("utf-8", errors="replace")))
    else:
        books[path.stem] = Entry(path.stem, name, raw.decode("utf-8"), record, document.lines)
    return faults


def read_record(
    document: YamlDocument, model: type[Record], name: str
) -> tuple[Record | None, list[Fault]]:
    """Make a record from a document that was read.

    Returns:
        The record, or None where there is a fault; and all faults of the file.
    """
    faults = [
        Fault(name, problem.line, dotted(problem.location), problem.message)
        for problem in document.problems
    ]
    if not document.tree:
        return None, faults
    try:
        record = model.model_validate(document.tree)
    except ValidationError as error:
        faults.extend(_model_fault(detail, document, model, name) for detail in error.errors())
        return None, faults
    return (None if faults else record), faults


def _model_fault(
    detail: ErrorDetails, document: YamlDocument, model: type[Record], name: str
) -> Fault:
    location: Location = detail["loc"]
    message = _message(detail, model, location)
    return Fault(name, document.line(location), dotted(location), message)


def _message(detail: ErrorDetails, model: type[Record], location: Location) -> str:
    kind = detail["type"]
    if kind == "value_error":
        return str(detail.get("ctx", {}).get("error"))
    if kind == "missing":
        return "key is missing; expected a value"
    if kind == "extra_forbidden":
        keys = list(_model_at(model, location).model_fields)
        near = suggestion(str(location[-1]), keys)
        return f"unknown key{near}; expected one of {', '.join(keys)}"
    value = detail["input"]
    found = "a list" if isinstance(value, list) else "a single value"
    if isinstance(value, dict):
        found = "a group of keys"
    wanted = "a list" if kind == "list_type" else "a group of keys"
    return f"found {found}; expected {wanted}"


def _model_at(model: type[Record], location: Location) -> type[Record]:
    """Return the model of the group of keys that ``location`` points into."""
    for part in location[:-1]:
        if isinstance(part, str):
            (model,) = model.model_fields[part].annotation.__args__  # type: ignore[union-attr]
    return model


def _describe(path: Path, ledger: Ledger) -> list[Fault]:
    if not path.is_file():
        return [Fault(path.name, 1, "", "file is missing; expected the description of the dataset")]
    raw = path.read_bytes()
    document = read_document(raw)
    record, faults = read_record(document, Description, path.name)
    if isinstance(record, Description):
        text = raw.decode("utf-8")
        ledger.description = Entry(path.stem, path.name, text, record, document.lines)
    return faults


def _keep_document(path: Path, root: Path, ledger: Ledger) -> list[Fault]:
    name = path.relative_to(root).as_posix()
    try:
        ledger.documents[path.name] = Document.from_bytes(name, path.read_bytes())
    except UnicodeDecodeError as error:
        byte = error.object[error.start]
        return [Fault(name, 1, "", f"byte 0x{byte:02x} is not valid UTF-8; expected UTF-8 text")]
    return []
