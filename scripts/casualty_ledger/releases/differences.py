"""What changed between two versions: every row added, corrected or withdrawn, with the reason.

``csv-diff`` was tried for the comparison of the rows: it stops at a table without rows, lists new
columns in an order that varies from run to run, and knows neither keys of several columns nor
reasons; the comparison itself is the few lines of ``_rows``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from casualty_ledger.releases.nature import BOOKKEEPING, follows, stated_in
from casualty_ledger.releases.numbering import Bump
from casualty_ledger.releases.reasons import Reasons, reasons_between
from casualty_ledger.releases.shape import reshapings
from casualty_ledger.releases.snapshot import Snapshot, TextRow, TextTable
from casualty_schemas.vocabularies import Status, Vocabulary

# The revisions are the reasons; they stand beside the values that they explain.
# The reasons stand beside the differences, and anomalies follow from the other tables.
_LEFT_OUT = ("revisions", "anomalies")
_STATUS_COLUMNS = ("status", "status_since", "status_reason")
_ENDED = (Status.CORRECTED.value, Status.RETRACTED.value, Status.DISPUTED.value)


class Change(Vocabulary):
    """What happened to a row, a value or a column between two versions."""

    ADDED = "added", "a row that the earlier version did not hold"
    CORRECTED = "corrected", "a value that the editors changed"
    WITHDRAWN = "withdrawn", "a figure that its claimant withdrew, or a row that is gone"
    FOLLOWED = "followed", "a value that moved because other records were added or changed"
    RESHAPED = "reshaped", "a table or column that was added, removed or described otherwise"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between two versions.

    Attributes:
        key: of the row, its parts separated by spaces; empty for a change of shape.
        column: empty where the row as a whole was added or is gone.
        old: the cell in the earlier version; empty is missing.
        new: the cell in the later version.
        reason: as the record gives it; empty where none is needed or none is given.
        bump: what this does to the version number.
    """

    table: str
    key: str
    change: Change
    column: str
    old: str
    new: str
    reason: str
    bump: Bump


def differences(old: Snapshot, new: Snapshot) -> list[Difference]:
    """Return all differences, by table and row in the order of the later version.

    The columns ``added_in`` and ``revised_in`` are left out, and so are the tables of revisions
    and anomalies: they say the same things again.
    """
    reasons = reasons_between(old, new)
    found = [
        Difference(item.table, "", Change.RESHAPED, item.column, item.old, item.new, "", item.bump)
        for item in reshapings(old, new)
    ]
    for name, table in new.tables.items():
        if name in old.tables and name not in _LEFT_OUT:
            found.extend(_rows(old.tables[name], table, reasons))
    return found


def least_bump(old: Snapshot, new: Snapshot, found: list[Difference]) -> Bump:
    """Return the least bump that the differences allow.

    Rows added are a minor version; values changed, rows withdrawn or reasons given are a patch,
    as is another description of the dataset as a whole or of a column.
    """
    same = old.about == new.about and old.reasons.keys() == new.reasons.keys()
    least = Bump.NONE if same else Bump.PATCH
    return max([least, *(difference.bump for difference in found)])


def _rows(old: TextTable, new: TextTable, reasons: Reasons) -> Iterator[Difference]:
    for key, row in new.rows.items():
        name = " ".join(key)
        if key not in old.rows:
            yield Difference(new.name, name, Change.ADDED, "", "", "", "", Bump.MINOR)
        else:
            yield from _cells(new.name, name, old.rows[key], row, reasons)
    for key, row in old.rows.items():
        if key not in new.rows:
            why = reasons.for_row(old.name, row)
            name = " ".join(key)
            yield Difference(old.name, name, Change.WITHDRAWN, "", "", "", why, Bump.PATCH)


def _cells(
    table: str, key: str, old: TextRow, new: TextRow, reasons: Reasons
) -> Iterator[Difference]:
    for column, value in new.items():
        before = old.get(column, value)
        if before == value or column in BOOKKEEPING:
            continue
        change = _change(table, column, old, new)
        why = _reason(table, column, old, new, reasons)
        yield Difference(table, key, change, column, before, value, why, Bump.PATCH)


def _change(table: str, column: str, old: TextRow, new: TextRow) -> Change:
    if table == "figures" and column in _STATUS_COLUMNS:
        if not {old["status"], new["status"]} & set(_ENDED):
            return Change.FOLLOWED
        withdrawn = column == "status" and new["status"] == Status.RETRACTED.value
        return Change.WITHDRAWN if withdrawn else Change.CORRECTED
    return Change.FOLLOWED if follows(table, column) else Change.CORRECTED


def _reason(
    table: str, column: str, old: Mapping[str, str], new: Mapping[str, str], reasons: Reasons
) -> str:
    """A new status says why itself; all else has its reason among the revisions."""
    ends = new.get("status") in _ENDED and new["status"] != old.get("status")
    if table == "figures" and column in _STATUS_COLUMNS and ends:
        return new["status_reason"]
    return reasons.for_cell(table, column, new) if stated_in(table, column) else ""
