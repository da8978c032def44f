"""From records to rows: one function a table, each row a mapping from column to value."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from casualty_ledger.build.cells import Cell, Row, dated, joined
from casualty_ledger.build.figures import figure_rows, publisher_kind
from casualty_ledger.build.history import History
from casualty_ledger.build.printed import printed_values
from casualty_ledger.records.ledger import Entry, Ledger
from casualty_ledger.records.models import Revision
from casualty_schemas.vocabularies import PartyRole, RecordKind, Vocabulary


def all_rows(ledger: Ledger, history: History) -> dict[str, list[Row]]:
    """Return the rows of every table that is taken from the records themselves, unsorted.

    Args:
        ledger: records without a fault.
        history: the versions before this one.
    """
    makers: dict[str, Callable[[Ledger], Iterator[Row]]] = {
        "figures": lambda ledger: figure_rows(ledger, history),
        "mentions": _mentions,
        "reports": _reports,
        "actors": lambda ledger: _register(ledger.actors, "actor_id"),
        "publishers": lambda ledger: _register(ledger.publishers, "publisher_id"),
        "populations": lambda ledger: _register(ledger.populations, "population_id"),
        "places": lambda ledger: _register(ledger.places, "place_id"),
        "conflicts": _conflicts,
        "revisions": _revisions,
    }
    return {name: list(make(ledger)) for name, make in makers.items()}


def _mentions(ledger: Ledger) -> Iterator[Row]:
    figures = ledger.figures_by_id()
    for located in ledger.mentions():
        mention = located.mention
        figure = figures[mention.figure].figure
        printed = printed_values(mention, figure, located.report.record.language)
        start, end = mention.span or (None, None)
        yield {
            "figure_id": mention.figure,
            "report_id": located.report.id,
            "position": located.number + 1,
            "as_written": mention.as_written,
            "value_low": printed.low,
            "value_best": printed.best,
            "value_high": printed.high,
            "bound": printed.bound.value,
            "differs": joined([code.value for code in mention.differs]),
            "printed_measure": mention.printed_measure.value if mention.printed_measure else None,
            "span_start": start,
            "span_end": end,
            "note": mention.note,
        }


def _reports(ledger: Ledger) -> Iterator[Row]:
    for entry in ledger.reports.values():
        report = entry.record
        document = ledger.documents[report.document] if report.document else None
        yield {
            "report_id": entry.id,
            "url": report.url,
            "archived_url": report.archived_url,
            "publisher": report.publisher,
            "publisher_kind": publisher_kind(entry, ledger).value,
            "language": report.language,
            **dated("published_on", report.published_on),
            "relayed_by": joined(report.relayed_by),
            "document": report.document,
            "document_sha256": document.checksum if document else None,
            "retrieved_on": report.retrieved_on.first if report.retrieved_on else None,
            "mention_count": len(report.mentions),
            "note": report.note,
        }


def _register(entries: Mapping[str, Entry[Any]], key: str) -> Iterator[Row]:
    """The tables of these registers have the keys of their records as columns."""
    for entry in entries.values():
        fields = type(entry.record).model_fields
        yield {key: entry.id, **{name: _cell(getattr(entry.record, name)) for name in fields}}


def _cell(value: Any) -> Cell:
    if isinstance(value, list):
        return joined(value)
    return value.value if isinstance(value, Vocabulary) else value


def _conflicts(ledger: Ledger) -> Iterator[Row]:
    for entry in ledger.conflicts.values():
        about: Row = {
            "conflict_id": entry.id,
            "name": entry.record.name,
            "definition": entry.record.definition,
        }
        for side in entry.record.sides:
            for role, parties in (
                (PartyRole.PARTY, side.parties),
                (PartyRole.SUPPORTER, side.supporters),
            ):
                for party in parties:
                    yield {**about, "side": side.id, "role": role.value, "party": party}


def _revisions(ledger: Ledger) -> Iterator[Row]:
    for kind, name, revisions in _revised_records(ledger):
        for number, revision in enumerate(revisions):
            yield {
                "record": kind.value,
                "record_id": name,
                "position": number + 1,
                "revised_on": revision.on.first,
                "field": revision.field,
                "was": revision.was,
                "reason": revision.reason,
            }


def _revised_records(ledger: Ledger) -> Iterator[tuple[RecordKind, str, list[Revision]]]:
    for located in ledger.figures():
        yield RecordKind.FIGURE, located.figure.id, located.figure.revisions
    for statement in ledger.statements.values():
        yield RecordKind.STATEMENT, statement.id, statement.record.revisions
    for report in ledger.reports.values():
        yield RecordKind.REPORT, report.id, report.record.revisions
