"""The registers of the records, as the claim reader and the intake ask for them."""

from collections.abc import Mapping

from casualty_ledger.extract.names import Names
from casualty_ledger.intake.publishers import Publishers
from casualty_ledger.records.ledger import Entry, Ledger
from casualty_ledger.records.models import Record
from casualty_schemas.vocabularies import LIST_SEPARATOR


def ledger_names(ledger: Ledger) -> Names:
    """Return the names that the records themselves hold, also where no table is built yet."""
    return Names.from_rows(
        actors=_rows(ledger.actors, "actor_id"),
        populations=_rows(ledger.populations, "population_id"),
        places=_rows(ledger.places, "place_id"),
        publishers=_rows(ledger.publishers, "publisher_id"),
    )


def ledger_publishers(ledger: Ledger) -> Publishers:
    """Return the look-up of the publishers that the records themselves hold."""
    return Publishers.from_rows(_rows(ledger.publishers, "publisher_id"))


def _rows(entries: Mapping[str, Entry[Record]], key: str) -> list[dict[str, str]]:
    return [{key: entry.id, **_cells(entry.record)} for entry in entries.values()]


def _cells(record: Record) -> dict[str, str]:
    return {name: _cell(getattr(record, name)) for name in type(record).model_fields}


def _cell(value: object) -> str:
    if isinstance(value, list):
        return LIST_SEPARATOR.join(str(item) for item in value)
    return "" if value is None else str(value)
