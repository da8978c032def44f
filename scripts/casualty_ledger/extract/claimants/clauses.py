"""Names that speak by the form of their clause: "wie X am Montag sagte", "X will ... haben"."""

from casualty_ledger.extract.claimants.capitals import WORD
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage

_WINDOW = 48  # characters before a name
_WITHIN = 5  # words between "as" and a name
_LONGEST = 96  # characters of the rest of a clause
_LAST = 8  # characters of an auxiliary that ends a clause
_NEAR = 2  # spaces around one word
_MODAL = 24  # characters after a name
_BEFORE = frozenset(",;:.(\"'\u201c\u201d\u00ab\u00bb\u2013\u2014")
_CLOSING = frozenset(',;:.!?)"\u201c\u201d\n')
_OTHERS = (
    Kind.ORGAN, Kind.ACTOR, Kind.SPEAKER, Kind.PUBLISHER, Kind.PLACE_BEFORE, Kind.OTHER_BEFORE,
    Kind.AGENT_BEFORE, Kind.SAYS, Kind.EVENT,
)  # fmt: skip


def speaks_in_clause(passage: Passage, start: int, end: int) -> bool:
    """Whether "as" opens the clause of a name, and a verb of saying ends it.

    "Wie Ali Musa am Montag vor Journalisten sagte", "wie die Brigade später mitgeteilt hat".
    """
    for opening in passage.of(Kind.AS, max(passage.start, start - _WINDOW), start)[-1:]:
        gap = (opening.end, start)
        if passage.words(*gap) > _WITHIN or passage.has_comma(*gap) or passage.crossed(*gap):
            return False
        if any(passage.of(kind, *gap) for kind in _OTHERS):
            return False
        return _opens(passage, opening.start) and _ends_in_verb(passage, end)
    return False


def _opens(passage: Passage, start: int) -> bool:
    """Whether a word opens a sentence or a clause: not "so viele wie die Armee"."""
    before = passage.text[passage.start : start].rstrip()
    return not before or before[-1] in _BEFORE


def _ends_in_verb(passage: Passage, end: int) -> bool:
    """Whether the clause that goes on after a place ends with a verb of saying."""
    limit = min(passage.end, end + _LONGEST)
    close = next((at for at in range(end, limit) if passage.text[at] in _CLOSING), limit)
    verbs = passage.of(Kind.SAYS, end, close)[-1:]
    return bool(verbs) and close - verbs[0].end <= _LAST


def opens_clause(passage: Passage, start: int, end: int, original: str) -> bool:
    """Whether a name is the first noun of a clause of saying: "wie Ali Musa am Montag sagte"."""
    if not speaks_in_clause(passage, start, end):
        return False
    opening = passage.of(Kind.AS, max(passage.start, start - _WINDOW), start)[-1]
    between = WORD.finditer(original, opening.end, start)
    return all(
        one.group().islower() or passage.marks.touching(Kind.TITLE, one.start(), one.end())
        for one in between
    )


def claims_deed(passage: Passage, end: int) -> bool:
    """Whether a name says what it did by its verb: "Die Rebellen wollen 20 Mann getötet haben".

    One word may stand between the name and the verb, and the infinitive ends a clause.
    """
    for modal in passage.of(Kind.CLAIMING, end, min(passage.end, end + _MODAL))[:1]:
        if passage.words(end, modal.start) > _NEAR or passage.has_comma(end, modal.start):
            return False
        return any(
            (done.end == passage.end or passage.text[done.end] in _CLOSING)
            and any(
                passage.words(deed.end, done.start) <= 1
                for deed in passage.of(Kind.EVENT, modal.end, done.start)[-1:]
            )
            for done in passage.of(Kind.HAVING, modal.end, passage.end)
        )
    return False
