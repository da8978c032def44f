"""Differences as CSV, JSON and Markdown; the Markdown is the ``CHANGES.md`` of a release."""

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from casualty_ledger.releases.differences import Change, Difference
from casualty_ledger.releases.snapshot import Snapshot

COLUMNS = ("table", "key", "change", "column", "old", "new", "reason")
_NONE = "No differences."


def as_rows(found: list[Difference]) -> list[dict[str, str]]:
    """Return the differences as rows of text with the columns ``COLUMNS``."""
    return [{name: str(getattr(item, name)) for name in COLUMNS} for item in found]


def as_csv(found: list[Difference]) -> str:
    """Return the differences as CSV, one line a difference."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(row.values() for row in as_rows(found))
    return text.getvalue()


def as_json(found: list[Difference]) -> str:
    """Return the differences as a JSON array of objects."""
    return json.dumps(as_rows(found), indent=2, ensure_ascii=False) + "\n"


def as_markdown(found: list[Difference]) -> str:
    """Return the differences as Markdown: each row added, corrected or withdrawn, by table.

    Values that followed from other records are only counted: they would bury the rest.
    """
    if not found:
        return f"{_NONE}\n"
    lines = list(_counts(found))
    for table in dict.fromkeys(item.table for item in found):
        lines += _table(table, [item for item in found if item.table == table])
    return "\n".join(lines)


def changes_file(title: str, last: Snapshot | None, new: Snapshot, found: list[Difference]) -> str:
    """Return ``CHANGES.md``: the differences to the last release, or what the first one holds."""
    heading = f"# Changes in {title} {new.version}\n\n"
    if last is not None:
        return f"{heading}Since {last.version}:\n\n{as_markdown(found)}"
    rows = [f"| {name} | {len(table.rows)} |" for name, table in new.tables.items()]
    held = "\n".join(["| table | rows |", "|---|---|", *rows])
    return f"{heading}The first release. It holds:\n\n{held}\n"


def _counts(found: list[Difference]) -> Iterator[str]:
    counts = Counter((item.table, item.change) for item in found)
    yield f"| table | {' | '.join(Change.codes())} |"
    yield f"|---|{'---|' * len(Change)}"
    for table in dict.fromkeys(item.table for item in found):
        cells = (str(counts[table, change]) for change in Change)
        yield f"| {table} | {' | '.join(cells)} |"
    yield ""
    yield "A value that is corrected or withdrawn stands below with its reason; one that followed "
    yield "moved because other records were added or changed."
    yield ""


def _table(table: str, found: list[Difference]) -> Iterator[str]:
    yield f"## {table}"
    yield ""
    for change, write in _WRITERS.items():
        those = [item for item in found if item.change is change]
        if those:
            yield f"### {change.value.capitalize()} in {table}"
            yield ""
            yield from write(those)
            yield ""


def _added(found: list[Difference]) -> Iterator[str]:
    yield from (f"- `{item.key}`" for item in found)


def _changed(found: list[Difference]) -> Iterator[str]:
    yield "| row | column | was | is | reason |"
    yield "|---|---|---|---|---|"
    for item in found:
        row = f"`{item.key}`" if item.key else ""
        cells = (row, item.column, item.old, item.new, item.reason)
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _followed(found: list[Difference]) -> Iterator[str]:
    for column, count in Counter(item.column for item in found).items():
        yield f"- `{column}` of {count} {'row' if count == 1 else 'rows'}"


_WRITERS: Mapping[Change, Callable[[list[Difference]], Iterator[str]]] = {
    Change.RESHAPED: _changed,
    Change.ADDED: _added,
    Change.CORRECTED: _changed,
    Change.WITHDRAWN: _changed,
    Change.FOLLOWED: _followed,
}
