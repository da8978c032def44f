"""Readers that misbehave; they stand in a module of their own so that processes can import it."""

import os

from casualty_ledger.extract.candidate import Candidate
from casualty_ledger.extract.document import Meta


def poisoned(text: str, meta: Meta) -> list[Candidate]:
    """Find nothing in most texts, fail in one, never return from another, end with a third."""
    del meta
    if "poison" in text:
        raise RecursionError("too deep")
    if "deadly" in text:
        os._exit(3)
    return []
