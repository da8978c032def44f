"""People who are said to be somewhere, in a place that no register knows: "400 rebels in Goma"."""

import re

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counting.counts import CIVILIANS, Count
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_WITHIN = 40  # characters after a noun in which a preposition is looked for
_DESCRIBED = 3  # spaces between a noun and the preposition, a word or two between them
_ARTICLE = 3  # spaces between the preposition and a noun for a place
_NAME = re.compile(r" (?:[aA]l-)?([^\W\d_][\w'\u2019-]+)")
_DATES = (Kind.MONTH, Kind.WEEKDAY, Kind.COUNTRY, Kind.ACTOR, Kind.ORGAN)
_THERE = frozenset((Event.PRESENT.value, Event.STRENGTH.value))


def is_at_locality(passage: Passage, original: str, count: Count) -> bool:
    """Whether a sentence without any event only says where the counted are.

    "Estimates speak of 400 fighters in Mosul" after "12 soldiers died": the 400 are there.
    """
    head = count.head
    if head is None or head.code == CIVILIANS:
        return False
    if any(mark.code not in _THERE for mark in passage.of(Kind.EVENT)):
        return False
    last = max(head.end, count.last)
    marks = passage.of(Kind.PLACE_BEFORE, last, min(passage.end, last + _WITHIN))
    return any(
        passage.words(last, mark.start) <= _DESCRIBED
        and not passage.crossed(last, mark.start)
        and not passage.has_comma(last, mark.start)
        and _leads_to_place(passage, original, mark)
        for mark in marks[:2]
    )


def _leads_to_place(passage: Passage, original: str, before: Mark) -> bool:
    """Whether a noun for a place or a name with a capital letter follows a preposition."""
    end = min(passage.end, before.end + _WITHIN)
    for noun in passage.marks.of(Kind.LOCALITY, before.start, end)[:1]:
        if noun.start <= before.end or passage.words(before.end, noun.start) <= _ARTICLE:
            return True
    name = _NAME.match(original, before.end, passage.end)
    if name is None or passage.pack.capital_nouns or not name.group(1)[0].isupper():
        return False
    return not any(passage.marks.touching(kind, *name.span(1)) for kind in _DATES)
