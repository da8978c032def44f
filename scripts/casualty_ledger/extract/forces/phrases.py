"""The states named in the noun phrase of a number: 300 North Korean soldiers."""

from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.forces.parties import of_parties, parties
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import COMMAS, STRONG, Passage
from casualty_ledger.extract.marking.sentences import Stretch
from casualty_ledger.extract.names import Names

_BEFORE_WITHIN = 2  # words
_AFTER_WITHIN = 3
_PREPOSITION = 7  # letters
_NOUN_WITHIN = 8  # characters from a state
_BREAKING = (Kind.SAYS, Kind.EVENT, Kind.BARRIER)


def states_of(passage: Passage, count: Count, names: Names) -> list[Mark]:
    """The states with forces that are named in the noun phrase of a number, in order."""
    first, last = _extent(count)
    counted = parties(passage, names)
    found: list[Mark] = []
    for mark in of_parties(passage, names):
        near = first <= mark.start < last and (mark in counted or not _follows_noun(count, mark))
        if not near and mark in counted:
            before = mark.start < first and _is_before(passage, mark, first)
            after = mark.start >= last and _is_after(passage, mark, last, found)
            near = before or (after and _has_noun(passage, mark))
        if near:
            found.append(mark)
    # "900 nach Russland entsandte nordkoreanische Soldaten": where they are sent is not whose
    return [mark for mark in found if mark in counted] or found


def allotted(passage: Passage, count: Count, names: Names) -> Mark | None:
    """The state for which a loss is told right after its number: "325,000 for Russia"."""
    _, last = _extent(count)
    after = [mark for mark in of_parties(passage, names) if mark.start > last][:1]
    for mark in after:
        words = passage.text[last : mark.start].strip()
        prepositions = passage.of(Kind.OTHER_BEFORE, last, mark.start)[:1]
        if len(words) <= _PREPOSITION and any(
            words == passage.text[one.start : one.end] for one in prepositions
        ):
            return mark
    return None


def _follows_noun(count: Count, mark: Mark) -> bool:
    """Whether a state stands between a noun and its number: 俄军在乌克兰的死亡人数为25万."""
    head = count.head
    return head is not None and head.end <= mark.start < count.start


def _extent(count: Count) -> Stretch:
    """Where a number and its noun begin and end."""
    head = count.head
    if head is None:
        return count.start, count.end
    return min(count.start, head.start), max(count.end, head.end)


def _is_before(passage: Passage, mark: Mark, first: int) -> bool:
    """Whether a state stands in a phrase before what begins at a place."""
    if passage.pack.adjectives_after and passage.of(Kind.JOINER, mark.end, first):
        return False  # "84 mercenaires russes et 47 soldats": that of the noun before
    near = passage.words(mark.end, first) <= _BEFORE_WITHIN
    return near and _unbroken(passage, mark.end, first)


def _is_after(passage: Passage, mark: Mark, last: int, found: list[Mark]) -> bool:
    """Whether a state stands in a phrase after what ends at a place."""
    near = passage.words(last, mark.start) <= _AFTER_WITHIN
    if not near or _is_next(passage, last, mark, found):
        return False
    return _unbroken(passage, last, mark.start)


def _has_noun(passage: Passage, mark: Mark) -> bool:
    """Whether a state after a number and a counter has its own noun: not 명이 러시아 병원에서."""
    end = min(passage.end, mark.end + _NOUN_WITHIN)
    return not passage.pack.head_before or bool(passage.of(Kind.PEOPLE, mark.start, end))


def _is_next(passage: Passage, last: int, mark: Mark, found: list[Mark]) -> bool:
    """Whether a state after "and" has a number of its own: "Russia 1.2 million and Ukraine 600"."""
    joined = passage.of(Kind.JOINER, last, mark.start)
    return bool(joined) and not any(one.end >= last for one in found)


def _unbroken(passage: Passage, start: int, end: int) -> bool:
    between = passage.text[start:end]
    return (
        (COMMAS | STRONG).isdisjoint(between)
        and " - " not in between
        and not passage.crossed(start, end)
        and not any(
            not _are_people(passage, mark)
            for kind in _BREAKING
            for mark in passage.of(kind, start, end)
        )
    )


def _are_people(passage: Passage, mark: Mark) -> bool:
    """Whether a loss is a noun for those who are counted: 우크라이나 포로 30명."""
    return passage.pack.head_before and bool(passage.of(Kind.PEOPLE, mark.start, mark.end))


def chosen(passage: Passage, count: Count, near: list[Mark]) -> Mark:
    """Of several states in one phrase, that after the number, else the last one before it.

    Where the counted noun stands before its number, a state after it must have a noun of its own:
    not in 북한군 300명 러시아 파병.
    """
    before = [mark for mark in near if mark.end <= count.start]
    after = [
        mark
        for mark in near
        if mark.start >= count.start
        and (
            not passage.pack.head_before
            or not before
            or passage.marks.touching(Kind.PEOPLE, mark.start, mark.end + 2)
        )
    ]
    return after[0] if after else before[-1]
