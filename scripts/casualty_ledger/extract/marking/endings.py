"""Verbs that say what is to come by their ending alone: enviar\u00e1, fournira, katılacak."""

import re
from collections.abc import Iterable, Iterator

from casualty_ledger.extract.candidate import EventStatus
from casualty_ledger.extract.marking.marks import Kind, Place

_BEFORE = r"(?<![^\W_])[^\W\d_]{3,24}(?:"
_AFTER = r")(?![^\W_])"
_OTHERS = frozenset(  # what a word is that ends like such a verb, and is none
    (Kind.COUNTRY, Kind.PLACE, Kind.PEOPLE, Kind.NOT_PEOPLE, Kind.ACTOR, Kind.ORGAN, Kind.STATUS)
)


def future_verbs(endings: Iterable[str]) -> re.Pattern[str] | None:
    """The pattern of the words with one of some endings; None where there are no endings."""
    listed = "|".join(sorted(map(re.escape, endings), key=len, reverse=True))
    return re.compile(_BEFORE + listed + _AFTER) if listed else None


def to_come(
    verbs: re.Pattern[str], folded: str, shift: int, found: Iterable[Place]
) -> Iterator[Place]:
    """The verbs of a stretch that begins at `shift`, as plans, but for words known otherwise."""
    known = {start for start, _, kind, _, _ in found if kind in _OTHERS}
    for match in verbs.finditer(folded):
        start, end = match.start() + shift, match.end() + shift
        if start not in known:
            yield start, -end, Kind.STATUS, start - end, EventStatus.PLANNED.value
