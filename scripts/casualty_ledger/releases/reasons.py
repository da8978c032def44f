"""The reasons that records give for what was changed in them between two versions."""

from collections.abc import Mapping
from dataclasses import dataclass

from casualty_ledger.releases.nature import stated_in
from casualty_ledger.releases.snapshot import Snapshot, TextRow

# Record, its id, and the field that was revised.
Place = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Reasons:
    """The revisions that one version has and an earlier one had not.

    Attributes:
        revisions: under record, id and field; several where a field was revised more than once.
    """

    revisions: Mapping[Place, list[TextRow]]

    def at(self, place: Place | None) -> list[TextRow]:
        """Return the revisions of one field of one record."""
        return self.revisions.get(place, []) if place else []

    def for_cell(self, table: str, column: str, row: TextRow) -> str:
        """Return the reason for a changed cell; empty if there is none."""
        return _joined(self.at(place_of_cell(table, column, row)))

    def for_row(self, table: str, row: TextRow) -> str:
        """Return the reason for a row that is gone; empty if there is none."""
        return _joined(self.at(place_of_row(table, row)))


def reasons_between(old: Snapshot, new: Snapshot) -> Reasons:
    """Return the revisions that ``new`` has and ``old`` had not."""
    found: dict[Place, list[TextRow]] = {}
    for content, row in new.reasons.items():
        if content not in old.reasons:
            found.setdefault((row["record"], row["record_id"], row["field"]), []).append(row)
    return Reasons(found)


def place_of_cell(table: str, column: str, row: TextRow) -> Place | None:
    """Return where the reason for a change of a cell stands; None where none is needed.

    The revision of a mention stands in its report, under ``FIGURE_ID.FIELD``.
    """
    stated = stated_in(table, column)
    if stated is None:
        return None
    kind, field = stated
    named = f"{row['figure_id']}.{field}" if table == "mentions" else field
    return kind, row[f"{kind}_id"], named


def place_of_row(table: str, row: TextRow) -> Place | None:
    """Return where the reason stands why a mention is gone: in its report, under the figure."""
    return ("report", row["report_id"], row["figure_id"]) if table == "mentions" else None


def _joined(revisions: list[TextRow]) -> str:
    return "; ".join(dict.fromkeys(revision["reason"] for revision in revisions))
