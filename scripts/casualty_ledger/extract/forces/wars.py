"""Which states of the registers are at war in a text: Russia is in Ukraine, not in Chechnya.

The registers count the forces of one war. A text that names one side of it and nobody else of it
is about another war, or that side only speaks or mediates there.
"""

from dataclasses import replace
from functools import lru_cache

from casualty_ledger.extract.marking.marks import Kind, Marks
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.names import Names

_ELSEWHERE = frozenset(("RU", "KP"))  # whom texts on other wars name too
_ABROAD = frozenset(("RU",))  # who fights in other wars
_SHORT, _LONG = 300, 800  # characters; a short text need not name both sides
_STATE = 2  # letters of the id of a place that is a state
_NAMING = (Kind.ACTOR, Kind.SPEAKER)


def names_at_war(marks: Marks, length: int, names: Names) -> Names:
    """The names without the forces of a state whose war a text is not about.

    "Russia lost 500 men in Grozny", in a long text without a word of Ukraine; "the Malian army
    lost 12 men; Russia sent its condolences".
    """
    parties = {party for party, _ in names.populations}
    stated = {mark.code for mark in marks.of(Kind.COUNTRY, 0, length)}
    sides = stated & parties
    if len(sides) != 1 or not sides <= _ELSEWHERE:
        return names
    others = length >= _SHORT and any(_is_foreign(code) for code in stated - parties)
    long = length >= _LONG and sides <= _ABROAD
    if not (others or long) or _tells_of_war(marks, length, names, parties - sides):
        return names
    return _without(names, next(iter(sides)))


def _is_foreign(code: str) -> bool:
    """Whether a code is of a state whose offices give no figures of the registers' war."""
    return len(code) == _STATE and not offices().has(code)


def _tells_of_war(marks: Marks, length: int, names: Names, parties: set[str]) -> bool:
    """Whether a text has another word of the war: who speaks for a side, a region, "this war"."""
    named = (mark.code for kind in _NAMING for mark in marks.of(kind, 0, length))
    if any(names.countries.get(code) in parties for code in named):
        return True
    regions = any(len(mark.code) > _STATE for mark in marks.of(Kind.PLACE, 0, length))
    return regions or marks.touching(Kind.MASK, 0, length)


@lru_cache(maxsize=128)
def _without(names: Names, party: str) -> Names:
    """The names without the populations of a state."""
    kept = {key: name for key, name in names.populations.items() if key[0] != party}
    return replace(names, populations=kept, aside=party)
