"""Candidates as lines of JSON: the fields in their order, spans as [start, end]."""

import json
from dataclasses import fields

from casualty_ledger.extract.candidate import Candidate

FIELDS = tuple(field.name for field in fields(Candidate))


def json_line(candidate: Candidate) -> str:
    """Return one candidate as a line of JSON, without the line feed; missing is null."""
    row = {name: getattr(candidate, name) for name in FIELDS}
    line = json.dumps(row, ensure_ascii=False)
    # A name that the file system can not spell in UTF-8 is escaped.
    return line if _is_utf8(line) else json.dumps(row)


def _is_utf8(line: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in line)
