"""What goes into drafting, and what comes out of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from casualty_ledger.extract.candidate import Candidate
from casualty_ledger.extract.document import Meta
from casualty_ledger.records.canonical import canonical_text
from casualty_ledger.records.models import Record


@dataclass(frozen=True, slots=True)
class Read:
    """A document with its candidates.

    Attributes:
        kept_as: under which name its text is kept, if it may be.
        day_is_concluded: no page prints the day of publication; it follows from the address.
    """

    text: str
    meta: Meta
    candidates: Sequence[Candidate]
    kept_as: str | None = None
    day_is_concluded: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A record to be finished: its path below the folder of records, and what it holds so far."""

    path: str
    record: Record

    @property
    def content(self) -> bytes:
        """The file."""
        return canonical_text(self.record).encode("utf-8")
