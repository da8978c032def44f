"""Whom a noun means that speaks: the body that opens its own sentence, where nobody spoke yet."""

from dataclasses import replace

from casualty_ledger.extract.claimants.source import BODIES, Source
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage

_OPENING = 3  # words
_HE = 5  # letters of a pronoun; longer ones are nouns: the organisation
_FIRST = 32  # characters


def opening_body(passage: Passage, original: str, source: Source) -> Source:
    """A noun with the body that opens its sentence: "The Red Cross took in 9 men, the agency said".

    Not a noun for a person, nor a body that fights: of what the Taliban did another body tells.
    """
    capitals = passage.pack.matching == "words" and not passage.pack.verb_first
    if not capitals or source.end - source.start <= _HE or not _is_body(passage, source):
        return source
    limit = min(source.start, passage.start + _FIRST)
    for mark in passage.of(Kind.ORGAN, passage.start, limit)[:1]:
        opens = passage.words(passage.start, mark.start) < _OPENING
        fights = passage.marks.touching(Kind.WAR, mark.start, mark.end)
        if opens and mark.code == BODIES and mark.end <= source.start and not fights:
            return replace(source, claimant=original[mark.start : mark.end])
    return source


def _is_body(passage: Passage, source: Source) -> bool:
    """Whether a noun is one for a body or a medium: the organisation, the institution."""
    kinds = (Kind.OUTLET, Kind.GROUP)
    return any(passage.of(kind, source.start, source.end) for kind in kinds)
