"""Numbers of something else than people: tanks, kilometres, drones."""

from itertools import islice

from casualty_ledger.extract.counting.counts import Count, stands_free
from casualty_ledger.extract.counting.nouns import WORD
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import STRONG, Passage
from casualty_ledger.numbers.lexicon import Lexicon

_WITHIN = 2  # words
_WHOLE_WITHIN = 3
_ADJECTIVES = 3  # words before a noun of things
_LIST_WORDS = 7  # between two numbers of a list of things
_PREPOSITION = 12  # characters after a number
_RATES = ("%", "\u2030")
_LOST = frozenset(("killed", "wounded"))  # codes of events that befall no thing
_LONGEST = 3  # characters of a noun where words stand without spaces
_BETWEEN_PHRASES = (
    Kind.AUXILIARY, Kind.PLACE_BEFORE, Kind.PLACE, Kind.JOINER, Kind.BARRIER, Kind.PARTITIVE,
    Kind.SAYS, Kind.SCOPE, Kind.AGENT_BEFORE, Kind.PEOPLE, Kind.COUNTRY,
    Kind.SINCE, Kind.UNTIL, Kind.STATUS, Kind.BREAKDOWN, Kind.ADDITION, Kind.EVENT,
)  # fmt: skip


def thing_after(passage: Passage, end: int, window: int, lex: Lexicon) -> int | None:
    """Where a noun for something else than people stands right after a number, in its phrase."""
    if _is_somewhere(passage, end, window):
        return None
    thing = _thing(passage, end, window, lex)
    return None if thing is None or _has_article(passage, end, thing, lex) else thing


def _has_article(passage: Passage, end: int, thing: int, lex: Lexicon) -> bool:
    """Whether an article gives a noun a number of its own: "321 un an plus tôt"."""
    words = WORD.findall(passage.text, end, thing)
    return bool(words) and words[-1] in lex.articles


def _thing(passage: Passage, end: int, window: int, lex: Lexicon) -> int | None:
    """Where a noun for something else than people stands a few words after a number."""
    begin = _past_rate(passage, end, window)
    things = passage.of(Kind.NOT_PEOPLE, begin, window)
    if things and _is_counted(passage, end, things[0].start):
        return things[0].start
    if passage.text[end : end + 1] in _RATES:
        return end
    if passage.pack.matching == "anywhere":
        return end if _is_glued_to_thing(passage, end, lex) else None
    return _word_for_thing(passage, begin, window, lex)


def _is_somewhere(passage: Passage, end: int, window: int) -> bool:
    """Whether a place or a cause follows a number at once: "wounding 171 in airstrikes"."""
    if passage.text[end : end + 1] != " ":
        return False
    near = (end + 1, min(window, end + _PREPOSITION))
    return any(
        mark.start == end + 1 and not passage.marks.touching(Kind.PARTITIVE, end + 1, end + 2)
        for kind in (Kind.PLACE_BEFORE, Kind.AGENT_BEFORE)
        for mark in passage.of(kind, *near)
    )


def _past_rate(passage: Passage, end: int, window: int) -> int:
    """Where a rate right after a number ends: 1,300 per day counts no days."""
    for rate in passage.of(Kind.SCOPE, end, window)[:1]:
        beside = not passage.text[end : rate.start].strip()
        if beside and " " in passage.text[rate.start : rate.end]:
            return rate.end
    return end


def _is_counted(passage: Passage, end: int, thing: int) -> bool:
    """Whether a noun is what a number counts: few words off, or only adjectives before it.

    Not what killed the counted: خمسة قتلوا بغارة.
    """
    losses = passage.of(Kind.EVENT, end, thing)
    if passage.pack.verb_first and any(mark.code in _LOST for mark in losses):
        return False
    words = passage.words(end, thing)
    if words <= _WITHIN:
        return not passage.of(Kind.BARRIER, end, thing)
    return words <= _ADJECTIVES and not any(
        passage.of(kind, end, thing) for kind in _BETWEEN_PHRASES
    )


def _word_for_thing(passage: Passage, begin: int, window: int, lex: Lexicon) -> int | None:
    """Where the first of the next words stands that the lexicon knows as one for things."""
    places = list(islice(WORD.finditer(passage.text, begin, window), _WITHIN))
    words = [match.group() for match in places]
    for index, match in enumerate(places):
        if index and len(words[index]) == 1:
            continue  # an ending of an ordinal only right after its number: 94-й
        if lex.others.at(words, index):
            return match.start()
        if lex.units.at(words, index) and not _is_of(passage, begin, match.start()):
            return match.start()
    return None


def _is_of(passage: Passage, begin: int, unit: int) -> bool:
    """Whether a number counts people of an army or a unit, and not such: 31 of the Navy."""
    of = passage.of(Kind.PARTITIVE, begin, unit)[:1]
    return bool(of) and not passage.text[begin : of[0].start].strip()


def _is_glued_to_thing(passage: Passage, end: int, lex: Lexicon) -> bool:
    """Whether a noun for things follows a number at once: 3個師団."""
    nouns = (passage.text[end : end + length] for length in range(_LONGEST, 0, -1))
    return any(noun and (lex.others.at([noun], 0) or lex.units.at([noun], 0)) for noun in nouns)


def is_part_of_things(passage: Passage, part: Count, whole: int) -> bool:
    """Whether a number is only a part of one of things: "800 of the 1,376 kilometres"."""
    if part.head is not None or part.end > whole:
        return False
    gap = (part.end, whole)
    return bool(passage.of(Kind.PARTITIVE, *gap)) and passage.words(*gap) <= _WHOLE_WITHIN


def goes_on_with_things(passage: Passage, count: Count, things: int) -> bool:
    """Whether a number without a noun that is known goes on with a list of things.

    `things` is where the number of things before it ends.
    """
    if count.head is not None or not _is_listed(passage, things, count.start):
        return False
    of = passage.marks.touching(Kind.PARTITIVE, count.end, count.end + 2)
    return of or not stands_free(passage, count)


def _is_listed(passage: Passage, things: int, start: int) -> bool:
    """Whether a number goes on with a list of things: "11 tanks, 1,472 of the launchers"."""
    between = passage.text[things:start]
    listed = passage.has_comma(things, start) or bool(passage.of(Kind.JOINER, things, start))
    return (
        (listed or passage.text[start - 1 : start] in passage.pack.prefixes)
        and STRONG.isdisjoint(between)
        and not any(passage.of(kind, things, start) for kind in (Kind.EVENT, Kind.PEOPLE))
        and passage.words(things, start) <= _LIST_WORDS
    )
