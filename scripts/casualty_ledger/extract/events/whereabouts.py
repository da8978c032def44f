"""Places right beside a number, which say that those who are counted are there."""

from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.marking.clauses import in_one_clause
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_WITHIN = 60  # characters in which a place is looked for
_PREPOSITION = 30  # characters before a place
_MARKED = 12  # characters after it
_STATE = 2  # letters of the id of a place that is a state
_BESIDE = 6.0
_BEING_WITHIN = 6  # words
_ENDING = 4  # characters between a place and its preposition


def near_place(passage: Passage, count: Count) -> Mark | None:
    """A place right beside a number, which says that those who are counted are there."""
    begin, end = max(passage.start, count.start - _WITHIN), min(passage.end, count.end + _WITHIN)
    for place in passage.of(Kind.PLACE, count.end, end):
        if _beside(passage, count.end, place.start) and not _is_elsewhere(passage, count, place):
            return place
    for place in reversed(passage.of(Kind.PLACE, begin, count.start)):
        if _leads(passage, count, place):
            return place
    return None


def may_be_there(passage: Passage, count: Count) -> bool:
    """Whether a number may be that of people at a place: "there may be 4,000 troops in Congo"."""
    if any(_is_near(passage, count, being) for being in passage.of(Kind.BEING)):
        return True
    places = passage.of(Kind.PLACE, passage.start, count.start)[-1:]
    return any(
        not passage.crossed(place.end, count.start)
        and not passage.has_comma(place.end, count.start)
        and passage.of(Kind.PLACE_AFTER, place.end, min(passage.end, place.end + _ENDING))
        for place in places
    )


def _is_near(passage: Passage, count: Count, being: Mark) -> bool:
    """Whether a verb of being stands a few words from a number, on either side of it."""
    before = being.end <= count.start
    gap = (being.end, count.start) if before else (count.end, being.start)
    return passage.words(*gap) <= _BEING_WITHIN and in_one_clause(passage, *gap)


def _beside(passage: Passage, start: int, end: int) -> bool:
    return passage.cost(start, end) <= _BESIDE and not passage.crossed(start, end)


def _leads(passage: Passage, count: Count, place: Mark) -> bool:
    """Whether a place with a preposition stands beside a number after it, nothing told between."""
    begin = max(passage.start, place.start - _PREPOSITION)
    return (
        bool(passage.of(Kind.PLACE_BEFORE, begin, place.start))
        and _beside(passage, place.end, count.start)
        and not passage.of(Kind.EVENT, place.end, count.start)
        and not passage.of(Kind.BREAKDOWN, place.end, count.start)
        and not _ends_clause(passage, place, count.start)
    )


def _ends_clause(passage: Passage, place: Mark, start: int) -> bool:
    """Whether a place is that of the number before it: "sent 400 to Kursk, 100 more follow"."""
    if not passage.has_comma(place.end, start):
        return False
    return any(
        last <= place.start and not passage.has_comma(last, place.start)
        for _, last in passage.numbers
    )


def _is_elsewhere(passage: Passage, count: Count, place: Mark) -> bool:
    """Whether a place after a number belongs to what is joined to it, or only says whose it is."""
    if _is_joined(passage, count.last, place):
        return True
    adjective = passage.followed_by((Kind.PEOPLE,), place.end) or (
        passage.pack.matching == "words" and place.start < count.last
    )
    if not adjective and not _only_says_whose(passage, place):
        return False
    return not passage.of(Kind.PLACE_BEFORE, count.end, place.start)


def _is_joined(passage: Passage, end: int, place: Mark) -> bool:
    """Whether "and" stands between the counted and a place: 공병 1000명과 우크라이나의."""
    for joiner in passage.of(Kind.JOINER, end, place.start)[:1]:
        counters = passage.of(Kind.PEOPLE, end, joiner.start)[:1]
        begin = counters[0].end if counters and counters[0].start == end else end
        return not passage.text[begin : joiner.start].strip()
    return False


def _only_says_whose(passage: Passage, place: Mark) -> bool:
    """Whether a state stands there without a preposition, where places have one: ruských sil."""
    if passage.pack.matching != "words" or passage.pack.event_side or len(place.code) > _STATE:
        return False
    return not passage.of(Kind.PLACE_AFTER, place.end, min(passage.end, place.end + _MARKED))
