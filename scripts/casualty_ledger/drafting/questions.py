"""What a draft leaves to a person: fields with a question, which `check` prints and refuses."""

from collections.abc import Iterator

from casualty_ledger.records.fields import UNDECIDED
from casualty_ledger.records.models import Record


def undecided(question: str) -> str:
    """Return the value of a field that a person must decide."""
    return f"{UNDECIDED}{question}"


def questions(record: Record, location: str = "") -> Iterator[tuple[str, str]]:
    """Yield the place of each undecided field of a draft (`figures[0].note`) and its question."""
    for name in type(record).model_fields:
        inside = f"{location}.{name}" if location else name
        value = getattr(record, name)
        for number, item in enumerate(value if isinstance(value, list) else [value]):
            place = f"{inside}[{number}]" if isinstance(value, list) else inside
            if isinstance(item, Record):
                yield from questions(item, place)
            elif isinstance(item, str) and item.startswith(UNDECIDED):
                yield place, item.removeprefix(UNDECIDED)
