"""The side whose people a number counts, by a word for it after a name: 反乱軍側では12人が死亡."""

import re

from casualty_ledger.extract.claimants.source import BODIES
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.marking.sentences import Stretch
from casualty_ledger.extract.names import Names

_BASE = "forces"
_KINDS = (Kind.COUNTRY, Kind.ORGAN, Kind.PEOPLE, Kind.FIGHTER)
_SHORTEST = 2  # signs of a name: not those of the police, 警方
_ARMED = ("\uad70", "\u8ecd", "\u52e2\u529b", "\u52bf\u529b")  # army, force
_OF = frozenset("\u306e\u7684\uc758")  # of: の, 的, 의
_COLONS = frozenset(":\uff1a")
# a side after a name: 측, 쪽, 側, 侧, 方面, 一方, with army or of before it
_SIDE = re.compile(
    "[\uad70\u8ecd\u519b]?[ \u306e]?(?:\uce21|\ucabd|\u5074|\u4fa7|\u4e00?\u65b9\u9762?)"
)
_SIDED = re.compile(" ?(?:\uce21|\ucabd|\u5074|\u4fa7|\u65b9\u9762?)$")


def of_a_side(passage: Passage, count: Count, names: Names, original: str) -> str | None:
    """The name before a word for a side, whose people a number counts: パキスタン側では23人が死亡.

    One that has the mark of the topic speaks where a verb of saying ends the sentence.
    """
    if not passage.pack.head_before:
        return None
    named = [one for kind in _KINDS for one in passage.of(kind, passage.start, count.start)]
    for mark in sorted(named, key=lambda one: -one.end):
        side = _side_of(passage, mark, count.start)
        if side is None:
            if mark.kind is Kind.COUNTRY:
                return None  # another state stands nearer
            continue
        name = (mark.start, side[0])
        foreign = mark.kind is Kind.COUNTRY and (mark.code, _BASE) not in names.populations
        if name[1] - name[0] < _SHORTEST:
            continue
        told = foreign or _is_armed(passage, mark, side[0])
        suffers = not _speaks(passage, side[1], count) and not _kills(passage, side[1], count)
        crossed = passage.crossed(mark.end, count.start)
        return original[slice(*name)] if told and suffers and not crossed else None
    return None


def side_in(passage: Passage, start: int, end: int) -> bool:
    """Whether the side of an armed body is named between two places: 塔利班方面则有7人死亡."""
    return passage.pack.head_before and any(
        _is_armed(passage, mark, mark.end) and _SIDE.match(passage.text, mark.end, end)
        for kind in (Kind.ORGAN, Kind.PEOPLE)
        for mark in passage.of(kind, start, end)
    )


def _side_of(passage: Passage, mark: Mark, end: int) -> Stretch | None:
    """Where a name ends and the word for its side, if one follows it: 反乱軍の側, 반군 측."""
    after = _SIDE.match(passage.text, mark.end, end)
    if after is not None:
        return mark.end, after.end()
    own = _SIDED.search(passage.text, mark.start, mark.end) if mark.kind is Kind.ORGAN else None
    return (own.start(), own.end()) if own is not None else None


def _is_armed(passage: Passage, mark: Mark, end: int) -> bool:
    """Whether a mark up to a place names a body or an armed group: 武装集団."""
    armed = passage.text[mark.start : end].endswith(_ARMED)
    if mark.kind is Kind.ORGAN and (mark.code == BODIES or armed):
        return True
    lost = mark.kind is Kind.COUNTRY or passage.of(Kind.EVENT, mark.start, mark.end)
    return not lost and bool(passage.of(Kind.WAR, mark.start, mark.end))


def _speaks(passage: Passage, place: int, count: Count) -> bool:
    """Whether the side that ends at a place only says how many, or people of it do."""
    if passage.text[place : place + 1] in _COLONS or passage.of(Kind.SAYS, place, count.start):
        return True
    owned = passage.text[place : place + 1] in _OF
    if owned and not passage.marks.touching(Kind.EVENT, place + 1, place + 2):
        return count.start > place + 1  # 抵抗勢力側の関係者, and not 反乱軍側の死者
    topic = passage.marks.touching(Kind.TOPIC, place, place + 1)
    return bool(topic) and bool(passage.of(Kind.SAYS, count.end, passage.end))


def _kills(passage: Passage, place: int, count: Count) -> bool:
    """Whether the side that ends at a place inflicts the loss: 警方将其击退，打死20人."""
    return bool(passage.of(Kind.INFLICTING, place, count.start))
