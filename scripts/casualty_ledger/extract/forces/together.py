"""States that a sentence names side by side, whose people may be counted together."""

from itertools import pairwise

from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.passage import STRONG, Passage
from casualty_ledger.extract.marking.sentences import Stretch

_BOTH_WITHIN = 80  # characters after a number in which "both sides" stands
_PEOPLE_WITHIN = 28  # characters before a state in which its noun stands
_COUNTED = (Kind.PEOPLE, Kind.EVENT)


def groups(passage: Passage, named: list[Mark]) -> list[list[Mark]]:
    """The states of a sentence, those together that are named side by side."""
    found: list[list[Mark]] = []
    for mark in named:
        gap = (found[-1][-1].end, mark.start) if found else (0, 0)
        if found and passage.joined(*gap, article=True) and passage.of(Kind.JOINER, *gap):
            found[-1].append(mark)
        else:
            found.append([mark])
    return found


def first_joined(passage: Passage, near: list[Mark]) -> list[Mark]:
    """The first states that are joined: "Russian and North Korean soldiers"."""
    found = [near[0]]
    for last, mark in pairwise(near):
        if not passage.joined(last.end, mark.start):
            break
        found.append(mark)
    return found


def beside(grouped: list[list[Mark]], start: int) -> list[Mark]:
    """The states that are named side by side with the one at a place, its own too."""
    return next(group for group in grouped if any(mark.start == start for mark in group))


def united(group: list[Mark], original: str) -> str | None:
    """Whom the states of a group have together: an id, else the names; None for one state."""
    codes = {mark.code for mark in group}
    if len(codes) < 2:
        return None
    joint = offices().joint(codes)
    if joint is not None:
        return joint
    apart = all(original[one.end : other.start].strip() for one, other in pairwise(group))
    return original[group[0].start : group[-1].end] if apart else None


def both_sides(passage: Passage, count: Count, grouped: list[list[Mark]]) -> Stretch | None:
    """Where two sides are named that are counted together, which no register has as one."""
    return _by_a_word(passage, count) or _by_their_names(passage, count, grouped)


def _by_a_word(passage: Passage, count: Count) -> Stretch | None:
    """Where a word such as "both sides" stands that goes with a number."""
    for mark in reversed(passage.of(Kind.BOTH, passage.start, count.end)):
        if mark.start < count.end and not _parted(passage, mark.end, count.start):
            return mark.start, mark.end
    for mark in passage.of(Kind.BOTH, count.end, min(passage.end, count.end + _BOTH_WITHIN)):
        lost = passage.pack.head_before and passage.of(Kind.EVENT, count.end, mark.start)
        if not _parted(passage, count.end, mark.start) and not lost:
            return mark.start, mark.end  # but not 정부군 18명이 숨진 뒤 양측의 교전이
    return None


def _by_their_names(passage: Passage, count: Count, grouped: list[list[Mark]]) -> Stretch | None:
    """Where states stand side by side before a number, with a noun for their people."""
    for group in grouped:
        first, last = group[0].start, group[-1].end
        codes = {mark.code for mark in group}
        if len(codes) < 2 or last > count.start or passage.crossed(last, count.start):
            continue
        if passage.of(Kind.COUNTRY, last, count.start) or offices().joint(codes) is not None:
            continue
        if passage.followed_by(_COUNTED, last) or _people_before(passage, first):
            return first, last
    return None


def _people_before(passage: Passage, place: int) -> bool:
    people = passage.of(Kind.PEOPLE, max(passage.start, place - _PEOPLE_WITHIN), place)
    return bool(people) and passage.words(people[-1].end, place) <= 1


def _parted(passage: Passage, start: int, end: int) -> bool:
    """Whether another number or a comma stands between two places, or a state."""
    return (
        bool(passage.crossed(start, end))
        or "," in passage.text[start:end]
        or not STRONG.isdisjoint(passage.text[start:end])
        or bool(passage.of(Kind.COUNTRY, start, end))
    )
