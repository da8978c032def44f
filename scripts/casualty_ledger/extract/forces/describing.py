"""States that only describe a thing or a place: a Russian missile, the Kursk region of Russia."""

import re

from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_STATE = 2  # letters of the id of a place that is a state
_REGION_WITHIN = 2  # words
_NO_REGION = (
    Kind.EVENT, Kind.SAYS, Kind.JOINER, Kind.BARRIER, Kind.OTHER_BEFORE, Kind.AGENT_BEFORE
)  # fmt: skip
_ACTING = (Kind.EVENT, Kind.PEOPLE, Kind.ORGAN)
_MARK_WITHIN = 28  # characters in which a preposition stands before a country
_ATTACK = 24  # characters around a state
_OF = 3  # characters between a state and its attack
_SUFFIX = re.compile(r"['\u2019][^\W\d_]{1,4} (?:[^\W\d_]+ )?")
_LINKING = " 's\u2019\u306e\uc758\u7684\u519b\u8ecd\uad70"  # 's, of, army


def is_of_thing(passage: Passage, mark: Mark) -> bool:
    """Whether a state only says whose a thing is: a Russian missile, un misil ruso."""
    if passage.pack.head_before:
        return False
    if passage.text[mark.end : mark.end + 1] == "-" and passage.text[mark.end + 1].isalpha():
        return True  # a Russian-brokered deal
    if passage.followed_by((Kind.NOT_PEOPLE,), mark.end):
        return not passage.followed_by((Kind.PEOPLE,), mark.end)
    before = passage.of(Kind.NOT_PEOPLE, max(passage.start, mark.start - _MARK_WITHIN), mark.start)
    return (
        passage.pack.adjectives_after
        and bool(before)
        and passage.text[before[-1].end : mark.start] == " "
    )


def is_of_place(passage: Passage, mark: Mark) -> bool:
    """Whether a state only says where a region is: regiunea Kursk a Rusiei, Russia's Kursk."""
    if passage.pack.head_before or passage.followed_by(_ACTING, mark.end):
        return False
    near = (max(passage.start, mark.start - _MARK_WITHIN), min(passage.end, mark.end + 4))
    regions = [one for one in passage.of(Kind.PLACE, *near) if len(one.code) > _STATE]
    return any(
        one.end <= mark.start
        and passage.words(one.end, mark.start) <= _REGION_WITHIN
        and not passage.has_comma(one.end, mark.start)
        and not any(passage.of(kind, one.end, mark.start) for kind in _NO_REGION)
        for one in regions
    )


def attacks(passage: Passage, state: Mark) -> bool:
    """Whether a state only says whose an attack is: Israeli airstrikes, イスラエルの空爆で."""
    near = (max(passage.start, state.start - _ATTACK), min(passage.end, state.end + _ATTACK))
    for war in passage.of(Kind.WAR, *near):
        if any(passage.of(kind, war.start, war.end) for kind in (Kind.ORGAN, Kind.PEOPLE)):
            continue  # an armed group, fighters
        gap = sorted((state.start, state.end, war.start, war.end))[1:3]
        after = war.start >= state.end
        if (after or passage.pack.adjectives_after) and _is_short(passage, gap[0], gap[1]):
            return True
    return False


def _is_short(passage: Passage, start: int, end: int) -> bool:
    """Whether nothing but a space, "of" or a noun for an army stands between two places."""
    between = passage.text[start:end]
    if _SUFFIX.fullmatch(between) is not None:
        return True  # İsrail'in saldırıları
    return end - start <= _OF and not between.strip(_LINKING)
