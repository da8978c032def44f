"""Where the fields of a candidate stand in its evidence sentence."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from casualty_ledger.extract.candidate import Candidate, Span
from casualty_ledger.extract.names import Names

# The spellings of each id of the registers.
Spellings = Mapping[str, Iterable[str]]


class Field(StrEnum):
    """What a marked part of a sentence says; of two that overlap, the one listed first stays."""

    NUMBER = "number"
    CUE = "cue"
    SPOKESPERSON = "spokesperson"
    CLAIMANT = "claimant"
    POPULATION = "population"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Highlight:
    """A part of a text that says one field, as [start, end)."""

    start: int
    end: int
    field: Field


def highlights(text: str, candidate: Candidate, names: Spellings | None = None) -> list[Highlight]:
    """Return what can be marked in the evidence sentence of a candidate, in order, apart.

    Number and cue have spans of their own. Spokesperson, claimant, population and place are
    marked where the sentence holds their name in a spelling that `names` gives for their id; a
    name in another grammatical case is not found, and then nothing is marked.

    Args:
        text: the document.
        candidate: one of its candidates.
        names: the spellings of each id of the registers.
    """
    found: list[Highlight] = []
    for mark in _stated(text, candidate, names or {}):
        if all(mark.end <= other.start or other.end <= mark.start for other in found):
            found.append(mark)
    return sorted(found, key=lambda mark: mark.start)


def _stated(text: str, candidate: Candidate, names: Spellings) -> Iterator[Highlight]:
    yield Highlight(*candidate.number_span, Field.NUMBER)
    if candidate.cue_span is not None:
        yield Highlight(*candidate.cue_span, Field.CUE)
    for field in (Field.SPOKESPERSON, Field.CLAIMANT, Field.POPULATION, Field.PLACE):
        name = getattr(candidate, field.value)
        if name is not None:
            spellings = sorted({name, *names.get(name, ())}, key=lambda each: (-len(each), each))
            places = (_place(text, candidate.evidence_span, each) for each in spellings)
            place = next((each for each in places if each is not None), None)
            if place is not None:
                yield Highlight(*place, field)


def _place(text: str, sentence: Span, name: str) -> Span | None:
    """The first place of a name in a sentence, as a word of its own where letters part words."""
    start = text.find(name, *sentence)
    while start >= 0:
        end = start + len(name)
        if not (_joins(text, start - 1, start) or _joins(text, end - 1, end)):
            return start, end
        start = text.find(name, start + 1, sentence[1])
    return None


def _joins(text: str, left: int, right: int) -> bool:
    """Tell whether two neighbouring letters belong to one word: Latin, Cyrillic or the like."""
    if left < 0 or right >= len(text):
        return False
    # Scripts without case write words together, or their endings to the name.
    return all(text[at].isalnum() and text[at].lower() != text[at].upper() for at in (left, right))


def spellings(names: Names) -> dict[str, list[str]]:
    """Return the spellings of each id that the claim reader knows."""
    found: dict[str, list[str]] = {}
    for spelling, _, name in names.forms:
        found.setdefault(name, []).append(spelling)
    return found
