"""States whose estimates a sentence cites: podle amerických odhadů, selon des données russes."""

from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_WINDOW = 48  # characters
_FIGURES = (Kind.AMOUNT, Kind.SAID_BY, Kind.SAID_BY_AFTER)
_SHORT = 3  # letters of a preposition: по, за, z


def is_of_cited_figures(passage: Passage, state: Mark) -> bool:
    """Whether a state only describes figures that are cited, which are those of its government.

    "Podle jihokorejských odhadů padlo 400 vojáků", "За американськими даними, загинуло 400".
    """
    if passage.pack.matching != "words":
        return False
    if _is_inside(passage, state):
        return True  # "nach russischen Angaben" is one form of its own
    if passage.pack.adjectives_after:
        noun = _beside(passage, state, before=True)
        return noun is not None and _is_cited(passage, noun.start)
    noun = _beside(passage, state, before=False)
    if noun is None:
        return False
    told = noun.kind is Kind.SAID_BY and _follows_preposition(passage, state.start)
    return told or _is_cited(passage, state.start)


def _is_inside(passage: Passage, state: Mark) -> bool:
    """Whether a state is a part of words such as "according to"."""
    begin = max(passage.start, state.start - _WINDOW)
    limit = min(passage.end, state.end + _WINDOW)
    said = passage.of(Kind.SAID_BY, begin, limit)
    return any(one.start < state.start and state.end < one.end for one in said)


def _beside(passage: Passage, state: Mark, *, before: bool) -> Mark | None:
    """The noun for figures right before or right after a state."""
    begin = max(passage.start, state.start - _WINDOW) if before else state.end
    end = state.start if before else min(passage.end, state.end + _WINDOW)
    for kind in _FIGURES:
        for one in passage.of(kind, begin, end):
            gap = (one.end, state.start) if before else (state.end, one.start)
            if passage.text[slice(*gap)] == " ":
                return one
    return None


def _is_cited(passage: Passage, start: int) -> bool:
    """Whether "according to" ends right before a place, or reaches it: "selon les estimations"."""
    begin = max(passage.start, start - _WINDOW)
    return any(
        one.end > start
        or (passage.words(one.end, start) <= 1 and not passage.has_comma(one.end, start))
        for one in passage.of(Kind.SAID_BY, begin, start + 1)
    )


def _follows_preposition(passage: Passage, start: int) -> bool:
    """Whether a word of a few letters stands before a place: за, по, z."""
    if start <= passage.start:
        return False
    word = passage.text[max(passage.start, start - _SHORT - 2) : start - 1].rpartition(" ")[2]
    return 0 < len(word) <= _SHORT and word.isalpha() and passage.text[start - 1] == " "
