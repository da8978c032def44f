"""Bodies whose name begins with a capital letter and goes on in small ones: Каренский союз (KNU).

Asked only where nouns have neither articles nor "of" before them, as in Slavic languages.
"""

import re

from casualty_ledger.extract.claimants.framed import with_bracket
from casualty_ledger.extract.claimants.institutions import before_verb
from casualty_ledger.extract.claimants.source import OUTLET, Source
from casualty_ledger.extract.claimants.speaking import is_attributed
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_WORD = re.compile(r"(?<![^\W_])[^\W\d_][\w'\u2019\-]+ $")
_WINDOW = 48  # characters
_BEFORE = 3  # words before the noun
_KNOWN = (Kind.ACTOR, Kind.SPEAKER, Kind.PUBLISHER)
_NO_NAME = (
    Kind.SAYS, Kind.SAID_BY, Kind.EVENT, Kind.BARRIER, Kind.THAT, Kind.JOINER, Kind.TITLE,
    Kind.PLACE_BEFORE, Kind.OTHER_BEFORE, Kind.REPORT,
)  # fmt: skip


def speaking_bodies(passage: Passage, original: str, found: list[Source]) -> list[Source]:
    """Whoever speaks under a name with a noun for a body in it, and no register knows.

    "Каренский национальный союз (KNU) заявил", "Front Wyzwolenia Maciny podał". `found` are the
    sources known so far: an office of a register goes before.
    """
    if not passage.pack.bare_genitives or passage.pack.matching != "words":
        return []
    bodies: list[Source] = []
    for noun in passage.of(Kind.GROUP):
        start = _start(passage, noun, original)
        if start is None or (bodies and start < bodies[-1].end):
            continue
        end = before_verb(passage, noun.end)
        whole = with_bracket(passage, end)
        if _is_known(passage, start, end, found):
            continue
        if any(is_attributed(passage, start, one, near=True) for one in {end, whole}):
            bodies.append(Source(start, whole, original[start:end], 3, True, role=OUTLET))
    return bodies


def _start(passage: Passage, noun: Mark, original: str) -> int | None:
    """Where the capital letter stands that begins a name: at its noun, or a few words before."""
    capital = noun.start if original[noun.start].isupper() else None
    place = noun.start
    for _ in range(_BEFORE):
        word = _WORD.search(original, max(passage.start, place - _WINDOW), place)
        if word is None or any(
            passage.marks.touching(one, word.start(), word.start() + 1) for one in _NO_NAME
        ):
            break
        place = word.start()
        if original[place].isupper():
            capital = place
    return capital


def _is_known(passage: Passage, start: int, end: int, found: list[Source]) -> bool:
    """Whether a register knows a part of a name, or the office of a state that it is."""
    if any(passage.of(kind, start, end) for kind in _KNOWN):
        return True
    held = [one for one in found if one.start < end and start < one.end]
    stated = bool(passage.of(Kind.COUNTRY, start, end))
    return any(one.claimant and stated and one.role and one.role != OUTLET for one in held)
