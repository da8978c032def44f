"""The state right before a number whose verb was said before: "Armenia lost 20 men, Baku 30"."""

from casualty_ledger.extract.answers import Force
from casualty_ledger.extract.candidate import Found
from casualty_ledger.extract.counting.counts import STOPS, Count, is_bare
from casualty_ledger.extract.forces.peoples import of_foreign, of_party
from casualty_ledger.extract.marking.articles import before_article
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.passage import COMMAS, STRONG, Passage
from casualty_ledger.extract.text import Text

_BASE = "forces"
_STATE = 2  # letters of the code of a state; the West is none
_WITHIN = 32  # characters between a state and its number
_JOIN = 12  # characters of a word that joins
_SHORT = 2  # letters of one that some languages join clauses by: a
_WORDS = 1  # between them: "Azerbaijan another 30", "den Deutschen rund 30"
_VERBS = (Kind.EVENT, Kind.SAYS, Kind.SAID_BY, Kind.PEOPLE, Kind.PLACE_BEFORE, Kind.ORGAN)


def of_gapped(document: Text, passage: Passage, count: Count) -> Force | None:
    """The people of a state that opens a clause of its own with no more than a number in it."""
    if passage.pack.head_before or not is_bare(passage, count):
        return None
    begin = max(passage.start, count.start - _WITHIN)
    for state in passage.of(Kind.COUNTRY, begin, count.start)[-1:]:
        if offices().has(state.code) and (state.code, _BASE) not in document.names.populations:
            continue  # it gives figures: "Kyiv speaks of 300 dead, Seoul of 400"
        led = len(state.code) == _STATE and _leads(passage, state, count)
        if led and _goes_on(passage, state) and _ends(passage, count):
            if (state.code, _BASE) in document.names.populations:
                return of_party(document, state.code, count, Found.PHRASE)
            return of_foreign(document, state, Found.PHRASE)
    return None


def _ends(passage: Passage, count: Count) -> bool:
    """Whether a clause ends with its number: no "Russia, a thousand more are to follow"."""
    after = passage.text[count.last : passage.end].lstrip(" ")
    if not after or after[0] in STOPS:
        return True
    begin = passage.end - len(after)
    return any(one.start == begin for one in passage.of(Kind.JOINER, begin, passage.end)[:1])


def _leads(passage: Passage, state: Mark, count: Count) -> bool:
    """Whether a comma and one word that is no verb stand at most between a state and a number."""
    gap = (state.end, count.start)
    held = passage.text[gap[0] : gap[1]].strip(", ")
    if any(passage.of(kind, *gap) for kind in _VERBS) or not STRONG.isdisjoint(held):
        return False
    return not held or held.count(" ") < _WORDS


def _goes_on(passage: Passage, state: Mark) -> bool:
    """Whether a clause begins right before a state, and the one before it has a number."""
    start = before_article(passage, state.start)
    before = passage.text[passage.start : start].rstrip()
    if not before or not passage.crossed(passage.start, start):
        return False
    words = before.rsplit(" ", 1)
    parted = words[0] if len(words[-1]) <= _SHORT else before  # ", a X", ", e o X"
    if before[-1] in COMMAS | STRONG or parted[-1] in COMMAS | STRONG:
        return True
    near = passage.start + len(before)
    begin = max(passage.start, near - _JOIN)
    joins = (*passage.of(Kind.JOINER, begin, start), *passage.of(Kind.BARRIER, begin, start))
    return any(one.start < near <= one.end for one in joins)
