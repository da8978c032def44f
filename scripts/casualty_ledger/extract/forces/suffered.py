"""The force right before the noun of its loss, where nouns lead: 政府军负伤17人."""

import re

from casualty_ledger.extract.claimants.source import BODIES
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import LOSSES
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.names import Names

_BASE = "forces"
_OTHER = (Kind.EVENT, Kind.ENEMY, Kind.OWN)  # the fallen; whose side is told by who speaks
_WITHIN = 24  # characters before a number
_SIDE = "\u5074\u4fa7\u65b9"  # 側, 侧, 方
_ARMY = ("\uad70", "\u8ecd", "\u519b", "\u5074")  # 군, 軍, 军, 側
# particles between a loss and its number, and a side between a force and its loss
_LINK = re.compile(
    "[ \u306f\u304c\u3082\u306e\u7684\ub3c4\ub294\uc740\uc774\uac00\uc758"
    "\u5074\u4fa7\u65b9\u9762\ucabd\uce21]*"
)


def sufferer(passage: Passage, count: Count, original: str, names: Names) -> str | None:
    """The force, as printed, that stands right before a loss and its number: 反乱軍側の死者は12人.

    A plain noun for soldiers does not say whose they are.
    """
    if not passage.pack.head_before:
        return None
    begin = max(passage.start, count.start - _WITHIN)
    place = count.start
    for loss in reversed(passage.of(Kind.EVENT, begin, count.start)):
        if not _is_loss(passage, loss) or not _linked(passage, loss.end, place):
            break
        place = loss.start
    if place == count.start:
        return None
    owner = _army(passage, begin, place) or _owner(passage, begin, place)
    if owner is None or _is_of_register(passage, owner, names):
        return None
    return original[owner.start : owner.end].rstrip(_SIDE)


def _is_loss(passage: Passage, mark: Mark) -> bool:
    """Whether a word tells what befell the force before it, and not what that did to others."""
    return mark.code in LOSSES and not passage.of(Kind.INFLICTING, mark.start, mark.end)


def _is_of_register(passage: Passage, owner: Mark, names: Names) -> bool:
    """Whether a force is that of a state of the registers, which other rules name."""
    states = passage.of(Kind.COUNTRY, max(passage.start, owner.start - 1), owner.end)
    return any((mark.code, _BASE) in names.populations for mark in states)


def _army(passage: Passage, begin: int, end: int) -> Mark | None:
    """The army of a state that ends right before a place: アゼルバイジャン軍の|戦死者."""
    for state in passage.of(Kind.COUNTRY, begin, end)[-1:]:
        army = passage.text[state.end : state.end + 1] in _ARMY
        if army and _linked(passage, state.end + 1, end):
            return Mark(state.start, state.end + 1, Kind.PEOPLE, _BASE)
    return None


def _owner(passage: Passage, begin: int, end: int) -> Mark | None:
    """The army or armed body that ends right before a place."""
    marks = [*passage.of(Kind.PEOPLE, begin, end), *passage.of(Kind.ORGAN, begin, end)]
    for mark in sorted(marks, key=lambda one: (-one.end, one.start)):
        if mark.end <= end and _linked(passage, mark.end, end):
            return mark if _is_force(passage, mark) else None
    return None


def _is_force(passage: Passage, mark: Mark) -> bool:
    """Whether a noun is the name of a force: 政府军, 반군, ハマス, but not 士兵, 警察 or 死者."""
    if mark.kind is Kind.ORGAN:
        side = passage.text[mark.end - 1] in _SIDE and passage.of(Kind.WAR, mark.start, mark.end)
        return mark.code == BODIES or bool(side)
    if mark.code != _BASE or any(passage.of(kind, mark.start, mark.end) for kind in _OTHER):
        return False
    army = passage.text[mark.start : mark.end].endswith(_ARMY)
    return army or bool(passage.of(Kind.WAR, mark.start, mark.end))


def _linked(passage: Passage, start: int, end: int) -> bool:
    return _LINK.fullmatch(passage.text, start, end) is not None
