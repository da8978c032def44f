"""The one form in which a record is written: key order, quoting, no default written out.

PyYAML's fast writer can not indent lists inside mappings, its slow one takes milliseconds a
file; records need neither line folding nor anchors, so the form is written here, and only the
question whether a word would be read as another type is PyYAML's to answer.
"""

from collections.abc import Iterator
from difflib import unified_diff
from enum import Enum
from functools import lru_cache

import yaml

from casualty_ledger.records.dates import PartialDate, Period
from casualty_ledger.records.models import Record
from casualty_schemas.vocabularies import Vocabulary

_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@` ")
_STRING_TAG = "tag:yaml.org,2002:str"
_TIMESTAMP_TAG = "tag:yaml.org,2002:timestamp"
_RESOLVER = yaml.resolver.Resolver()


def canonical_text(record: Record) -> str:
    """Return the record as its file should hold it, with a line feed at the end."""
    return "".join(f"{line}\n" for line in _mapping(record))


def difference(found: str, wanted: str, path: str) -> str:
    """Return the unified difference between a file and its canonical form."""
    lines = unified_diff(
        found.splitlines(keepends=True), wanted.splitlines(keepends=True), path, f"{path} (--fix)"
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _mapping(record: Record) -> Iterator[str]:
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if value == field.get_default():
            continue
        if isinstance(value, list) and value and isinstance(value[0], Record):
            yield f"{name}:"
            for item in value:
                yield from _item(item)
        elif isinstance(value, list):
            yield f"{name}: [{', '.join(_scalar(entry, flow=True) for entry in _sorted(value))}]"
        else:
            yield f"{name}: {_scalar(value)}"


def _item(record: Record) -> Iterator[str]:
    for number, line in enumerate(_mapping(record)):
        yield f"    {line}" if number else f"  - {line}"


def _sorted(values: list[object]) -> list[object]:
    """Codes stand in the order of their vocabulary; all else in the order as typed."""
    if not all(isinstance(value, Vocabulary) for value in values):
        return values
    return sorted(values, key=lambda code: list(type(code)).index(code))  # type: ignore[call-overload]


def _scalar(value: object, *, flow: bool = False) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, PartialDate | Period):
        return value.text
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, int):
        return str(value)
    text = str(value)
    return text if _is_plain(text, flow) else "'" + text.replace("'", "''") + "'"


@lru_cache(maxsize=65536)
def _is_plain(text: str, flow: bool) -> bool:
    if not text or text[0] in _INDICATORS or text[-1] in ": ":
        return False
    if ": " in text or " #" in text or (flow and any(mark in text for mark in ",[]{}:?")):
        return False
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    return tag in (_STRING_TAG, _TIMESTAMP_TAG)
