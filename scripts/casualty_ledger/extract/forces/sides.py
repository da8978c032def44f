"""Whose side the counted are on by a word of who speaks or acts: our, its own, the enemy."""

from casualty_ledger.extract.answers import Claim, Statement
from casualty_ledger.extract.claimants.claims import state_of
from casualty_ledger.extract.claimants.speaking import is_attributed
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.forces.parties import of_parties, stands_aside
from casualty_ledger.extract.forces.prepositions import is_marked_by
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.names import Names
from casualty_ledger.extract.text import Text, party

_BASE = "forces"
_WITHIN = 80  # characters
_BEHIND = 24  # characters: soldații noștri, las bajas del enemigo
_SIDE_WITHIN = 5  # words after a number in which "on the Russian side" stands
_PREPOSITIONS = (Kind.PLACE_BEFORE, Kind.OTHER_BEFORE, Kind.AGENT_BEFORE)
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


def lost_on_side(passage: Passage, count: Count, cue: Cue | None, names: Names) -> Mark | None:
    """The state on whose side a loss befell: "on the Russian side 300 died", "côté ukrainien".

    Who takes part on a side is only helping it, and a side that says something is not counted.
    """
    if cue is None or cue.event not in LOSSES:
        return None
    for side in reversed([*_sides(passage), *_spoken_of(passage, names)]):
        if is_attributed(passage, side.start, side.end) or _fights_there(passage, side.start):
            continue
        if side.end <= count.start and _is_open(passage, side.end, count.start):
            return side
        gap = (count.last, side.start)
        after = gap[0] <= gap[1] and passage.words(*gap) <= _SIDE_WITHIN
        if after and not passage.has_comma(*gap) and not passage.crossed(*gap):
            return side
    return None


def _spoken_of(passage: Passage, names: Names) -> list[Mark]:
    """States whose side is otherwise the name of who speaks: por la parte ucraniana murieron 20."""
    return [
        Mark(one.start, one.end, Kind.COUNTRY, names.countries[one.code])
        for one in passage.of(Kind.ACTOR)
        if one.code in names.countries
        and "officials" in offices().roles(one.code)
        and is_marked_by(passage, one, _PREPOSITIONS, ())
    ]


def _fights_there(passage: Passage, side: int) -> bool:
    """Whether a verb that is no loss stands before a side: others "fight on the Russian side"."""
    for event in passage.of(Kind.EVENT, max(passage.start, side - _BEHIND), side)[-1:]:
        other = event.code not in LOSSES
        return other and not passage.has_comma(event.end, side)
    return False


def _is_open(passage: Passage, start: int, end: int) -> bool:
    """Whether neither a number nor another clause or who speaks stands between two places."""
    kinds = (Kind.SAYS, Kind.BARRIER, Kind.COUNTRY)
    return not passage.crossed(start, end) and not any(passage.of(one, start, end) for one in kinds)


def _sides(passage: Passage) -> list[Mark]:
    """The states with a noun for a side right beside them: russischer Seite, côté russe."""
    found = []
    for side in passage.of(Kind.SIDE):
        near = (max(passage.start, side.start - _BEHIND), min(passage.end, side.end + _BEHIND))
        for state in passage.of(Kind.COUNTRY, *near):
            first, inner, outer, last = sorted((side.start, side.end, state.start, state.end))
            if passage.text[inner:outer] == " ":
                found.append(Mark(first, last, Kind.COUNTRY, state.code))
    return found


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
