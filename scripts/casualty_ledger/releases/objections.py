"""What forbids a release: ids that are gone or reused, values changed without a reason."""

from collections.abc import Iterator
from dataclasses import dataclass

from casualty_ledger.releases.differences import Change, Difference
from casualty_ledger.releases.nature import IDENTIFYING, IDS, STATED
from casualty_ledger.releases.numbering import Bump, allowed_versions, is_release, release_number
from casualty_ledger.releases.reasons import Place, place_of_cell, place_of_row, reasons_between
from casualty_ledger.releases.snapshot import Snapshot, TextRow, TextTable


@dataclass(frozen=True, order=True, slots=True)
class Objection:
    """One thing that forbids a release.

    Attributes:
        record: kind and id of the record to mend; empty for the dataset as a whole.
        message: what is wrong, and what was expected.
    """

    record: tuple[str, str]
    message: str

    def __str__(self) -> str:
        """Return the message with the record that it is about."""
        return f"{' '.join(self.record)}: {self.message}" if self.record[0] else self.message


def objections(old: Snapshot, new: Snapshot, found: list[Difference]) -> list[Objection]:
    """Return everything in the tables that forbids to release ``new`` after ``old``."""
    return [
        *vanished_ids(old, new),
        *reused_ids(old, new),
        *forgotten_reasons(old, new),
        *unreasoned_changes(old, new, found),
    ]


def form_objections(version: str) -> Iterator[str]:
    """Yield what is wrong with the form of a version number."""
    if not is_release(version):
        yield f"{version!r} is no version of a release; expected three numbers: 1.0.0"


def number_objections(version: str, last: str, least: Bump) -> Iterator[str]:
    """Yield what speaks against the number of a release.

    Args:
        version: the number asked for.
        last: the last release.
        least: the least bump that the difference to it allows.
    """
    if least is Bump.NONE:
        yield f"nothing changed since {last}; expected something to release"
    elif release_number(version) <= release_number(last):
        yield f"{version} does not come after {last}; {_expected(last, least)}"
    elif version not in allowed_versions(last, least):
        yield f"the differences to {last} are {least.name.lower()}; {_expected(last, least)}"


def _expected(last: str, least: Bump) -> str:
    return f"expected {' or '.join(allowed_versions(last, least))}"


def vanished_ids(old: Snapshot, new: Snapshot) -> Iterator[Objection]:
    """Yield each id of the earlier version that the later one has not."""
    for name, columns in IDS.items():
        for column in columns:
            before, after = (_column(version, name, column) for version in (old, new))
            for value in sorted(before - after):
                expected = "expected it to stay, with a status or a note where it was wrong"
                message = f"is in {old.version} and is gone; {expected}"
                yield Objection((column.removesuffix("_id"), value), message)


def _column(version: Snapshot, table: str, column: str) -> set[str]:
    found = version.tables.get(table)
    return found.column(column) if found else set()


def reused_ids(old: Snapshot, new: Snapshot) -> Iterator[Objection]:
    """Yield each id that now stands for something else, or stands elsewhere."""
    for name, columns in IDENTIFYING.items():
        for row, now in _common_rows(old.tables.get(name), new.tables.get(name)):
            known = [column for column in columns if column in row and column in now]
            if known and all(row[column] != now[column] for column in known):
                was, is_now = (", ".join(version[key] for key in known) for version in (row, now))
                key = IDS[name][0]
                message = f"was {was} in {old.version} and is {is_now}; expected a new id"
                yield Objection((key.removesuffix("_id"), row[key]), message)


def _common_rows(old: TextTable | None, new: TextTable | None) -> Iterator[tuple[TextRow, TextRow]]:
    if old is not None and new is not None:
        yield from ((row, new.rows[key]) for key, row in old.rows.items() if key in new.rows)


def forgotten_reasons(old: Snapshot, new: Snapshot) -> Iterator[Objection]:
    """Yield each revision of the earlier version that the later one has not."""
    for content, row in old.reasons.items():
        if content not in new.reasons:
            message = f"the revision of {row['field']} on {row['revised_on']} is gone or changed"
            yield Objection((row["record"], row["record_id"]), f"{message}; expected it to stay")


def unreasoned_changes(
    old: Snapshot, new: Snapshot, found: list[Difference]
) -> Iterator[Objection]:
    """Yield each stated value that changed, and each mention that is gone, without a reason."""
    objections: dict[Objection, None] = {}
    for difference in found:
        if difference.table in STATED and not difference.reason:
            place = _place(difference, old, new)
            objections |= {_without_reason(difference, place): None} if place else {}
    yield from objections
    yield from _wrong_reasons(old, new, found)


def _place(difference: Difference, old: Snapshot, new: Snapshot) -> Place | None:
    if difference.change is Change.WITHDRAWN and not difference.column:
        return place_of_row(difference.table, _row(old, difference))
    if difference.change in (Change.CORRECTED, Change.WITHDRAWN):
        return place_of_cell(difference.table, difference.column, _row(new, difference))
    return None


def _row(version: Snapshot, difference: Difference) -> TextRow:
    return version.tables[difference.table].rows[tuple(difference.key.split(" "))]


def _without_reason(difference: Difference, place: Place) -> Objection:
    *record, field = place
    if not difference.column:
        what, was = "a mention is gone", ""
    else:
        what = f"{difference.column} was {_quoted(difference.old)} and is {_quoted(difference.new)}"
        was = f" with what it was ({_quoted(difference.old)})"
    expected = f"expected a revision of {field} in the record,{was} and why"
    return Objection((record[0], record[1]), f"{what}, without a reason; {expected}")


def _quoted(value: str) -> str:
    return f"'{value}'" if value else "empty"


def _wrong_reasons(old: Snapshot, new: Snapshot, found: list[Difference]) -> Iterator[Objection]:
    """A revision must tell the value that stood in the last release, where one cell holds it."""
    reasons = reasons_between(old, new)
    for difference in found:
        if difference.column not in _ONE_CELL or not difference.reason:
            continue
        place = _place(difference, old, new)
        revisions = reasons.at(place)
        if place and revisions and difference.old not in {row["was"] for row in revisions}:
            expected = f"expected a revision that was {_quoted(difference.old)}"
            told = ", ".join(_quoted(row["was"]) for row in revisions)
            message = f"{place[2]} was {_quoted(difference.old)}, but its revision says {told}"
            yield Objection(place[:2], f"{message}; {expected}")


# Columns that hold a field of the record letter by letter.
_ONE_CELL = frozenset(
    {
        "population",
        "place",
        "measure",
        "value_low",
        "value_best",
        "value_high",
        "bound",
        "scope",
        "certainty",
        "derivation",
        "part_of",
        "supersedes",
        "claimant",
        "spokesperson",
        "basis",
        "as_written",
        "url",
        "publisher",
        "language",
    }
)
