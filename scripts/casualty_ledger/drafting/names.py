"""The names of the registers, as the claim reader asks for them."""

from collections.abc import Iterator, Mapping

from casualty_ledger.extract.names import Names
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


def _rows(entries: Mapping[str, Entry[Record]], key: str) -> Iterator[dict[str, str]]:
    for entry in entries.values():
        fields = type(entry.record).model_fields
        yield {key: entry.id, **{name: _cell(getattr(entry.record, name)) for name in fields}}


def _cell(value: object) -> str:
    if isinstance(value, list):
        return LIST_SEPARATOR.join(str(item) for item in value)
    return "" if value is None else str(value)
