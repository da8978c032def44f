"""The people of a party or of a state that no register counts, by the noun of their number."""

from casualty_ledger.extract.answers import Force
from casualty_ledger.extract.candidate import Found
from casualty_ledger.extract.counting.counts import CATEGORIES, Count
from casualty_ledger.extract.marking.marks import Mark
from casualty_ledger.extract.text import Text

_BASE = "forces"
_PART_WITHIN = 24  # characters from a noun to its number
PRINTED = (CATEGORIES, "officers", "generals")  # kept as printed where no register counts them


def of_party(document: Text, side: str, count: Count, basis: Found) -> Force:
    """The people of a party whom a number counts, by its noun.

    Officers, volunteers or convicts of a party of which the registers count none apart keep their
    noun: "57,000 volunteers".
    """
    populations = document.names.populations
    kind = count.head.code if count.head is not None else _BASE
    found = populations.get((side, kind)) or _part(document, side, count)
    return Force(found or populations.get((side, _BASE)), basis, party=side)


def _part(document: Text, side: str, count: Count) -> str | None:
    """The noun for a part of an army of which the registers have no parts, as printed."""
    head = count.head
    parts = sum(party == side for party, _ in document.names.populations)
    if head is None or head.code not in PRINTED or parts > 1:
        return None
    if count.start - head.end > _PART_WITHIN:
        return None  # a general who speaks
    return document.original[head.start : head.end]


def of_foreign(document: Text, state: Mark, basis: Found) -> Force:
    """The people of a state that no register counts, by its name as printed."""
    name = document.original[state.start : state.end]
    return Force(name, basis, printed=name, united=True)
