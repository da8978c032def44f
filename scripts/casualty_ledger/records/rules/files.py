"""Rules for file names, ids and the form of files."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

from casualty_ledger.records.canonical import canonical_text
from casualty_ledger.records.dates import PartialDate
from casualty_ledger.records.faults import Fault
from casualty_ledger.records.folder import SHELVES
from casualty_ledger.records.ledger import Entry, Ledger
from casualty_ledger.records.models import Record, Report, Revision, Statement

UNDATED = "undated"
NOT_CANONICAL = "not in canonical form"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def files_are_in_canonical_form(ledger: Ledger) -> Iterator[Fault]:
    """Each file is what the canonical writer would write."""
    for entry in entries(ledger):
        wanted = canonical_text(entry.record)
        if entry.text != wanted:
            line = _first_difference(entry.text, wanted)
            message = f"{NOT_CANONICAL}; `casualty-ledger check --fix` rewrites it"
            yield Fault(entry.path, line, "", message)


def _first_difference(found: str, wanted: str) -> int:
    ours, theirs = found.splitlines(), wanted.splitlines()
    pairs = enumerate(zip(ours, theirs, strict=False), start=1)
    shorter = min(len(ours), len(theirs))
    return next((number for number, (a, b) in pairs if a != b), max(shorter, 1))


def entries(ledger: Ledger) -> Iterator[Entry[Record]]:
    """All records of all kinds, in the order of their folders and files."""
    if ledger.description is not None:
        yield ledger.description
    for shelf in SHELVES:
        yield from getattr(ledger, shelf.attribute).values()


def file_names_are_ids(ledger: Ledger) -> Iterator[Fault]:
    """A file name is made of lower-case letters, digits and hyphens."""
    for entry in entries(ledger):
        if not _SLUG.fullmatch(entry.id):
            expected = "expected lower-case letters, digits and hyphens"
            yield Fault(entry.path, 1, "", f"file name {entry.id!r} is no id; {expected}")


def a_statement_lies_under_its_date_and_claimant(ledger: Ledger) -> Iterator[Fault]:
    """The file is named for ``claimed_on`` and ``claimant``, in the folder of the year."""
    for entry in ledger.statements.values():
        record = entry.record
        dates = _dates(record.claimed_on, "claimed_on", record.revisions)
        stems = [f"{date}-{claimant}" for date in dates for claimant in _claimants(record)]
        yield from _misplaced(entry, "statements", stems, _year_folder)


def a_report_lies_under_its_date_and_publisher(ledger: Ledger) -> Iterator[Fault]:
    """The file is named for ``published_on`` and ``publisher``, in the folder of the month."""
    for entry in ledger.reports.values():
        record = entry.record
        dates = _dates(record.published_on, "published_on", record.revisions)
        publishers = [record.publisher, *_former("publisher", record.revisions)]
        stems = [f"{date}-{publisher}" for date in dates for publisher in publishers]
        yield from _misplaced(entry, "reports", stems, _month_folder)


def _claimants(record: Statement) -> list[str]:
    return [record.claimant, *_former("claimant", record.revisions)]


def _dates(date: PartialDate | None, key: str, revisions: list[Revision]) -> list[str]:
    """The date of today, and those that stood before a correction: names do not change."""
    now = date.stem if date else UNDATED
    return [now, *(text.rstrip("?") for text in _former(key, revisions))]


def _former(key: str, revisions: list[Revision]) -> list[str]:
    return [revision.was or UNDATED for revision in revisions if revision.field == key]


def _year_folder(date: str) -> str:
    return date[:4] if date != UNDATED else UNDATED


def _month_folder(date: str) -> str:
    return date[:7].replace("-", "/") if date != UNDATED else UNDATED


def _misplaced(
    entry: Entry[Statement] | Entry[Report],
    shelf: str,
    stems: list[str],
    folder_of: Callable[[str], str],
) -> Iterator[Fault]:
    """Report a file whose name or folder does not follow from its content."""
    fitting = [s for s in stems if entry.id == s or entry.id.startswith(f"{s}-")]
    if not fitting:
        expected = f"expected {stems[0]}.yaml, with -SUFFIX for a further one"
        yield Fault(entry.path, 1, "", f"file name does not match its content; {expected}")
        return
    wanted = f"{shelf}/{folder_of(_date_of(fitting[0]))}"
    if str(PurePosixPath(entry.path).parent) != wanted:
        yield Fault(entry.path, 1, "", f"file lies in the wrong folder; expected {wanted}/")


def _date_of(stem: str) -> str:
    match = re.match(r"\d{4}(?:-\d{2}){0,2}(?=-)", stem)
    return match[0] if match else UNDATED


def figure_ids_begin_with_claimant_and_date(ledger: Ledger) -> Iterator[Fault]:
    """An id says who and when: CLAIMANT-DATE-MEASURE, as in the file name of its statement."""
    for located in ledger.figures():
        stem = located.statement.id
        date = _date_of(stem)
        claimants = _claimants(located.statement.record)
        starts = [f"{claimant}-{date}-" for claimant in claimants]
        if not located.figure.id.startswith(tuple(starts)):
            message = f"{located.figure.id!r} does not match its statement {stem}"
            yield located.fault("id", f"{message}; expected an id that begins with {starts[0]}")


def a_figure_id_is_used_once(ledger: Ledger) -> Iterator[Fault]:
    """Ids are never shared."""
    seen: dict[str, str] = {}
    for located in ledger.figures():
        place = f"{located.statement.path}:{located.statement.lines.get(_at(located.number), 1)}"
        first = seen.setdefault(located.figure.id, place)
        if first != place:
            message = f"{located.figure.id} is used twice, first in {first}; expected a new id"
            yield located.fault("id", message)


def _at(number: int) -> tuple[str, int, str]:
    return ("figures", number, "id")


def ids_stay_in_their_file(ledger: Ledger, minted: Mapping[str, str]) -> Iterator[Fault]:
    """A figure stays in the statement in which the built dataset has it.

    Args:
        ledger: the records.
        minted: the statement of each figure in the dataset as last built.
    """
    for located in ledger.figures():
        home = minted.get(located.figure.id, located.statement.id)
        if home != located.statement.id:
            message = f"{located.figure.id} stood in statement {home} and ids do not move"
            yield located.fault("id", f"{message}; expected it there, or a new id here")
