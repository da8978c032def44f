"""Numbers that go on a list of the lost, or only say who some of the lost were.

"In Aleppo they lost 43 men, in Homs 20"; "94 died: 52 of them were soldiers, six were officers, to
whom 12 militants are added"; "four soldiers were wounded, and one civilian as well".
"""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counting.counts import Count, stands_free
from casualty_ledger.extract.counting.shares import divides, is_of_them
from casualty_ledger.extract.events.cues import Cue
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage

_FAR = 11.0  # beyond this cost an event belongs to something else
_NEXT_WORDS = 5  # between two numbers of a list
_ADDED_WORDS = 8  # between two parts: "to whom have to be added"
_NEAR = 16  # characters after a number in which a place or an army stands
_DESCRIBING = (Event.STRENGTH, Event.DESERTED)  # that there are such people; who they were


def goes_on_list(
    passage: Passage, before: Count, told: Cue | None, count: Count, cue: Cue | None
) -> bool:
    """Whether a number goes on with what befell those of the number before, in a list.

    `told` is the event of the number before, `cue` the one that seems to be that of the number.
    """
    gap = (_end_of(before, told, count), count.first)
    if not _are_parted(passage, *gap):
        return False
    if _is_one_more(passage, count) and _is_shared(told, cue):
        return _is_next(passage, *gap, _NEXT_WORDS)
    if not _is_apart(passage, cue):
        return False
    somewhere = _is_somewhere(passage, before, count)
    added = before.listed is not None or _are_added(passage, *gap)
    if added and _is_next(passage, *gap, _ADDED_WORDS):
        return count.head is not None or somewhere
    return (_is_one_more(passage, count) or somewhere) and _is_next(passage, *gap, _NEXT_WORDS)


def _are_added(passage: Passage, start: int, end: int) -> bool:
    """Whether people are added to those before: "to whom are added", and not just "3,000 more"."""
    return any(
        " " in passage.text[mark.start : mark.end] for mark in passage.of(Kind.ADDITION, start, end)
    )


def _end_of(before: Count, told: Cue | None, count: Count) -> int:
    """Where the number before ends with its noun and its event: "four soldiers were injured"."""
    follows = told is not None and before.last < told.end <= count.first
    return told.end if told is not None and follows else before.last


def _is_shared(told: Cue | None, cue: Cue | None) -> bool:
    """Whether two numbers have the same event: "eight soldiers and one officer were killed"."""
    return told is not None and cue is not None and told.start == cue.start


def tells_who(passage: Passage, count: Count, cue: Cue | None) -> bool:
    """Whether a number only says who some of those were who are counted before it.

    "52 of them", "six were officers".
    """
    if not _is_apart(passage, cue):
        return False
    return (
        is_of_them(passage, count) or _is_predicate(passage, count) or _is_included(passage, count)
    )


def _is_included(passage: Passage, count: Count) -> bool:
    """Whether the first number of a sentence is a part of those before: "the toll includes 61"."""
    parts = passage.of(Kind.BREAKDOWN, passage.start, count.start)
    if not parts or passage.crossed(passage.start, count.start):
        return False
    words = passage.words(parts[-1].end, count.start)
    if count.head is None:  # "of these, ten"
        opens = not passage.text[passage.start : parts[-1].start].strip()
        return opens and words <= 1 and stands_free(passage, count)
    return words <= _NEXT_WORDS


def _is_predicate(passage: Passage, count: Count) -> bool:
    """Whether only "were" stands between a number and its noun: "six were officers"."""
    head = count.head
    if head is None or head.start <= count.end:
        return False
    between = passage.text[count.end : head.start].strip()
    verbs = passage.of(Kind.AUXILIARY, count.end, head.start)[:1]
    return bool(verbs) and between == passage.text[verbs[0].start : verbs[0].end]


def _is_apart(passage: Passage, cue: Cue | None) -> bool:
    """Whether no event stands near a number, but that there are such people or who they were.

    Nor that they are added to those before: "to whom three militiamen have to be added".
    """
    if cue is None or cue.cost > _FAR or cue.event in _DESCRIBING:
        return True
    added = passage.of(Kind.ADDITION, passage.start, passage.end)
    return any(mark.start <= cue.start and cue.end <= mark.end for mark in added)


def _are_parted(passage: Passage, start: int, end: int) -> bool:
    """Whether a comma, a semicolon or "and" stands between two numbers."""
    return (
        passage.has_comma(start, end)
        or ";" in passage.text[start:end]
        or bool(passage.of(Kind.JOINER, start, end))
        or passage.text[max(start, end - 1) : end] in passage.pack.prefixes
    )


def _is_next(passage: Passage, start: int, end: int, most: int) -> bool:
    """Whether two numbers follow each other, and nothing is told between them."""
    added = passage.of(Kind.ADDITION, start, end)
    told = any(
        mark.code not in _DESCRIBING
        and not any(one.start <= mark.start and mark.end <= one.end for one in added)
        for mark in passage.of(Kind.EVENT, start, end)
    )
    return passage.words(start, end) <= most and not told and not passage.of(Kind.SAYS, start, end)


def _is_one_more(passage: Passage, count: Count) -> bool:
    """Whether a number with a noun is one person: "and one civilian"."""
    return count.head is not None and count.reading.best == 1 and not divides(passage, count)


def _is_somewhere(passage: Passage, before: Count, count: Count) -> bool:
    """Whether a number without a noun has a place or an army instead: "20 in Homs"."""
    if count.head is not None or count.reading.best == 1 or not stands_free(passage, count):
        return False  # nor "one of the two"
    if passage.of(Kind.NOT_PEOPLE, before.last, count.start):
        return False
    end = min(passage.end, count.end + _NEAR)
    for kind in (Kind.PLACE_BEFORE, Kind.PARTITIVE):
        after = passage.of(kind, count.end, end)[:1]
        if after and not passage.text[count.end : after[0].start].strip():
            return True
    return bool(passage.of(Kind.PLACE_BEFORE, before.last, count.start))
