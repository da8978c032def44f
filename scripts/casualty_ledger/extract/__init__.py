"""Read reported troop and casualty figures out of running text."""

from casualty_ledger.extract.candidate import Candidate, Confidence, Event, EventStatus, Found
from casualty_ledger.extract.document import Meta
from casualty_ledger.extract.names import Names
from casualty_ledger.extract.reader import extract

__all__ = [
    "Candidate",
    "Confidence",
    "Event",
    "EventStatus",
    "Found",
    "Meta",
    "Names",
    "extract",
]
