"""Whose side the counted are on by a word of who speaks or acts: our, its own, the enemy."""

from casualty_ledger.extract.answers import Claim, Statement
from casualty_ledger.extract.claimants.claims import state_of
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.forces.parties import of_parties, stands_aside
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.names import Names
from casualty_ledger.extract.text import Text, party

_BASE = "forces"
_WITHIN = 80  # characters
_BEHIND = 24  # characters: soldații noștri, las bajas del enemigo
_SPOKEN_IN = {"uk": "UA"}  # as whom a text of a language speaks of "the enemy"
_ENEMIES = {"UA": ("RU", "KP"), "RU": ("UA",), "KP": ("UA",)}  # whom the offices of a state mean


def side_of(document: Text, statement: Statement, count: Count, claim: Claim) -> str | None:
    """The party of a number with "our soldiers", "its own men", "the enemy" near it."""
    passage, names = statement.passage, document.names
    speaker = state_of(document, claim) or ""
    enemies = _near(passage, count, Kind.ENEMY)
    for mark in _near(passage, count, Kind.OWN):
        if any(one.end <= mark.start for one in enemies):
            break  # the enemy lost N of his own soldiers
        owner = _subject(passage, mark, names) or speaker
        others = [one for one in statement.named if mark.end <= one.start < count.start]
        if (owner, _BASE) in names.populations and not others:
            return owner
    if enemies:
        return _enemy(document, speaker or _SPOKEN_IN.get(document.pack.language, ""))
    return None


def _near(passage: Passage, count: Count, kind: Kind) -> list[Mark]:
    """The words of a kind near a number, no other number between."""
    begin = max(passage.start, count.start - _WITHIN)
    marks = passage.of(kind, begin, min(passage.end, count.last + _BEHIND))
    return [mark for mark in marks if _is_one(passage, mark, count)]


def _is_one(passage: Passage, mark: Mark, count: Count) -> bool:
    """Whether no other number stands between a word and a number, nor a comma after the latter."""
    if mark.start < count.last:
        return not passage.crossed(mark.end, count.start)
    gap = (count.last, mark.start)
    return not passage.crossed(*gap) and not passage.has_comma(*gap)


def _subject(passage: Passage, own: Mark, names: Names) -> str | None:
    """The state before "its own" in one clause: "Russia lost N of its own soldiers"."""
    before = [mark for mark in of_parties(passage, names) if mark.end <= own.start]
    clause = [mark for mark in before if not passage.has_comma(mark.end, own.start)]
    acting = [mark for mark in clause if not stands_aside(passage, mark)]
    return acting[-1].code if acting else None


def _enemy(document: Text, own: str) -> str | None:
    """Whom the offices of a state call the enemy: of two, the one that the text is about."""
    enemies = _ENEMIES.get(own, ())
    topic = document.forces.last if len(enemies) > 1 else None
    if topic in enemies and topic == party(document):
        return topic
    known = [one for one in enemies if (one, _BASE) in document.names.populations]
    return known[0] if known else None
