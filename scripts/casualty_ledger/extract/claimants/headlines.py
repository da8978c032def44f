"""Whether a name before the colon of a headline says what follows it, or what it is about."""

import re

from casualty_ledger.extract.claimants.source import BODIES, PERSON, Source
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage

_NAME = 48  # characters to look for a colon
_HYPHENS = "-\u2010\u2011\u2013"
_AT_COLON = re.compile(rf"(?:[{_HYPHENS}]\w+)?\s?:")
_UNIONS = ("UN", "NATO", "WEST")  # UN-Habitat is a body of one


def is_topic(passage: Passage, source: Source) -> bool:
    """Whether a headline may only be about a name that seems to speak by a colon.

    A name that no register knows may be a place: "Ulster Road: twelve soldiers killed"; a body
    from which other words part the colon does or suffers something: "Boko Haram'a operasyon: ".
    """
    if source.role not in (PERSON, BODIES):
        return False
    colon = passage.text.find(":", source.end, min(passage.end, source.end + _NAME))
    if colon < 0:
        return False
    told = any(passage.of(kind) for kind in (Kind.SAYS, Kind.SAID_BY, Kind.SAID_BY_AFTER))
    if told or passage.of(Kind.TITLE, passage.start, colon):
        return False
    return source.role == PERSON or bool(passage.text[source.end : colon].strip())


def is_of_two_sides(passage: Passage, source: Source, original: str) -> bool:
    """Whether a hyphen joins a state to whom it fights, and a colon opens what is said of them.

    "Hezbollah-Israël : plus de 4.000 morts", "Guerra Israele-Hamas: 40 uccisi". Neither speaks.
    Not asked where every noun has a capital letter: "US-Armee: 40 Tote".
    """
    if passage.pack.capital_nouns or not _AT_COLON.match(passage.text, source.end, passage.end):
        return False
    begin, end = source.start - 1, source.end
    return any(
        begin <= place <= end and _joins(original, place)
        for mark in passage.of(Kind.COUNTRY, source.start, source.end)
        if mark.code not in _UNIONS
        for place in (mark.start - 1, mark.end)
    )


def _joins(original: str, place: int) -> bool:
    """Whether a hyphen between a letter and a capital letter stands at a place."""
    if place < 1 or original[place] not in _HYPHENS:
        return False
    return original[place - 1].isalnum() and original[place + 1 : place + 2].isupper()
