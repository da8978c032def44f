"""Which numbers of a sentence count people, and which noun says so."""

import re
from itertools import islice
from typing import NamedTuple

from casualty_ledger.extract.marks import Kind, Mark
from casualty_ledger.extract.passage import COMMAS, STRONG, Passage
from casualty_ledger.numbers.lexicon import Lexicon
from casualty_ledger.numbers.reading import Reading
from casualty_schemas.vocabularies import Bound

_YEARS = range(1900, 2100)
_HANGUL = range(0xAC00, 0xD7A4)
_DAYS = range(1, 32)
_HEAD_WITHIN = 5  # words
_OTHER_WITHIN = 2
_ADJECTIVES = 3  # words before a noun of things
_BEFORE_WITHIN = 3
_STOPS = COMMAS | STRONG | frozenset('.!?\n"\u201d\u00bb')
_CLOSING = frozenset(('"', "\u201d", "\u00bb"))  # a number in quotation marks: "hundreds" of shells
_MONEY = frozenset("$\u20ac\u00a3\u20bd\u00a5\u20a9#\u2116")
_BOTH = {"engineers", "military-builders"}
_BARE = re.compile(r"\d{4}(?=$|['\u2019])")  # 2025, and with the ending of a case: 2025'te
_DECADE = re.compile(r"['\u2019]\d0")
_BARE_YEARS = re.compile(r"(?:19|20)\d\d[-/\u2013](?:(?:19|20)?\d\d)")
_FEW = 50
_MOST = 100_000_000  # more people than any force has
_AMOUNT_WITHIN = 60  # characters
_YEAR_MARKED = 20  # characters
_WORD = re.compile(r"[^\W_]+")
_DATE_GAP = 6
_LABELLED = frozenset("-\u2014:")
_CLAUSE_MARKS = frozenset(",;.()\n")
_LONGEST_LABEL = 60  # characters
_REFERENCE = 8
_MASKED = 40
_LIST_WORDS = 7  # between two numbers of a list of things
_UNIT_WITHIN = 8  # characters of a noun for people before that of a unit
_LABELS = (
    Kind.PEOPLE, Kind.EVENT, Kind.SPEAKER, Kind.ACTOR, Kind.COUNTRY, Kind.ORGAN, Kind.PUBLISHER,
    Kind.SCOPE, Kind.BREAKDOWN, Kind.STATUS, Kind.PLACE, Kind.ADDITION, Kind.SAYS,
)  # fmt: skip
_BETWEEN_PHRASES = (
    Kind.AUXILIARY, Kind.PLACE_BEFORE, Kind.PLACE, Kind.JOINER, Kind.BARRIER, Kind.PARTITIVE,
    Kind.SAYS, Kind.SCOPE, Kind.AGENT_BEFORE, Kind.PEOPLE, Kind.COUNTRY,
    Kind.SINCE, Kind.UNTIL, Kind.STATUS, Kind.BREAKDOWN, Kind.ADDITION,
)  # fmt: skip
_BASE = "forces"
_LINKS = frozenset(("", "\uc758", "\u306e", "\u7684"))  # of, in Korean, Japanese and Chinese


class Count(NamedTuple):
    """A number that may count people: its place in the folded text, and its noun if it has one."""

    start: int
    end: int
    reading: Reading
    head: Mark | None
    share: bool  # a part of a whole: half, a third


def counts(passage: Passage, readings: list[Reading], lex: Lexicon) -> list[Count]:
    """The numbers of a sentence that are no date, money, unit or thing."""
    kept = [reading for reading in readings if not _is_date(passage, reading)]
    starts = [reading.span[0] for reading in kept]
    found: list[Count] = []
    things = -1  # where the last number ends that counts things
    for place, reading in enumerate(kept):
        limit = starts[place + 1] if place + 1 < len(kept) else passage.end
        limit = max(limit, reading.span[1])
        count = _count(passage, reading, limit, lex)
        if count is None:
            end = _end_of_things(passage, reading, limit, lex, things)
            if end != things and found and _is_part_of(passage, found[-1], reading.span[0]):
                found.pop()
            things = end
        elif things >= 0 and _is_of_things(passage, count, things):
            things = count.end
        else:
            found.append(count)
    return found


def _end_of_things(
    passage: Passage, reading: Reading, limit: int, lex: Lexicon, before: int
) -> int:
    """Where a number that is no count of people ends, if things are what it counts."""
    start, end = reading.span
    if reading.bound is Bound.VAGUE:
        return before
    other = _other(passage, start, end, _window(passage, end, limit), lex)
    return end if other is not None else before


def _is_part_of(passage: Passage, part: Count, whole: int) -> bool:
    """Whether a number is only a part of one of things: "800 of the 1,376 kilometres"."""
    if part.head is not None or part.end > whole:
        return False
    gap = (part.end, whole)
    return bool(passage.of(Kind.PARTITIVE, *gap)) and passage.words(*gap) <= _OTHER_WITHIN + 1


def _is_of_things(passage: Passage, count: Count, things: int) -> bool:
    """Whether a number without a noun that is known goes on with a list of things."""
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


def _count(passage: Passage, reading: Reading, limit: int, lex: Lexicon) -> Count | None:
    start, end = reading.span
    share = reading.bound is Bound.VAGUE and reading.interval is None
    if not _is_sensible(reading) or _is_one_of(passage, reading):
        return None
    if _is_no_count(passage, start, end, share, lex):
        return None
    window = _window(passage, end, limit)
    other = _other(passage, start, end, window, lex)
    head = _head(passage, start, end, window)
    if other is not None and (head is None or other <= head.start):
        unit = head is not None and _is_unit(passage, other, head.start, lex)
        if not unit or _is_few(reading):
            return None
    if head is None or (head.code == _BASE and head.start >= end):
        head = _better(head, _head_before(passage, start))
    if _is_year(passage, reading, head):
        return None
    if head is None:
        label = label_of(passage, start)
        if label is not None and not _speaks_of_people(passage, *label):
            return None
        head = _oflabel_of(passage, label)
    if head is None and (_is_change(passage, start) or _is_reference(passage, start)):
        return None
    return Count(start, end, reading, head, share)


_FOLLOWING = (
    Kind.AUXILIARY,
    Kind.PLACE_BEFORE, Kind.PLACE, Kind.JOINER, Kind.BARRIER, Kind.PARTITIVE, Kind.STATUS,
    Kind.SAYS, Kind.EVENT, Kind.SINCE, Kind.UNTIL, Kind.SCOPE, Kind.OTHER_BEFORE,
    Kind.AGENT_BEFORE, Kind.WEEKDAY, Kind.DAY, Kind.YEAR, Kind.PEOPLE, Kind.BREAKDOWN,
    Kind.PLACE_AFTER, Kind.OTHER_AFTER, Kind.SAID_BY, Kind.COUNTRY, Kind.MONTH_AGO, Kind.AMOUNT,
    Kind.ADDITION,
)  # fmt: skip


def stands_free(passage: Passage, count: Count) -> bool:
    """Whether no noun that is not known follows a number: it may count people named before."""
    place = count.end
    while place < passage.end and passage.text[place] in " '-":
        place += 1
    if place >= passage.end or passage.text[place] in _STOPS:
        return True
    return any(passage.marks.touching(kind, place, place + 1) for kind in _FOLLOWING)


def _abbreviated(passage: Passage, end: int) -> int:
    """1 where the full stop after a number belongs to its last word: 6 tys. żołnierzy."""
    if passage.text[end : end + 1] != ".":
        return 0
    begin = end
    while begin > passage.start and passage.text[begin - 1].isalpha():
        begin -= 1
    return int(passage.text[begin:end] in passage.pack.abbreviations)


def label_of(passage: Passage, start: int) -> tuple[int, int] | None:
    """What stands before a dash or a colon right before a number: "tanks - 9,113"."""
    place = start
    while place > passage.start and passage.text[place - 1] == " ":
        place -= 1
    if place <= passage.start or passage.text[place - 1] not in _LABELLED:
        return None
    if passage.text[place - 1] == "-" and (place == start or passage.text[place - 2] != " "):
        return None
    end = place - 1
    begin = max(passage.start, end - _LONGEST_LABEL)
    while end > begin and passage.text[end - 1] not in _CLAUSE_MARKS:
        end -= 1
    return end, place - 1


def _speaks_of_people(passage: Passage, start: int, end: int) -> bool:
    """Whether a label names people, what happened to them, or who says so."""
    things, people = passage.of(Kind.NOT_PEOPLE, start, end), passage.of(Kind.PEOPLE, start, end)
    if things and (not people or things[-1].start > people[-1].start):
        return bool(passage.of(Kind.SCOPE, start, end))
    return any(passage.of(kind, start, end) for kind in _LABELS) or start == end


def _oflabel_of(passage: Passage, label: tuple[int, int] | None) -> Mark | None:
    people = passage.of(Kind.PEOPLE, *label) if label is not None else []
    return people[-1] if people else None


def _is_change(passage: Passage, start: int) -> bool:
    """Whether a number is only what was added to another: (+39)."""
    return passage.text[max(passage.start, start - 1) : start] in ("+", "\u00b1")


def _is_reference(passage: Passage, start: int) -> bool:
    """Whether a number stands after other words in brackets: (see 101)."""
    opened = passage.text.rfind("(", max(passage.start, start - _REFERENCE), start)
    return opened >= 0 and bool(passage.text[opened + 1 : start].strip())


def _window(passage: Passage, end: int, limit: int) -> int:
    """Where the noun phrase of a number ends at the latest."""
    place, words = end + _abbreviated(passage, end), 0
    place += passage.text[place : place + 1] in _CLOSING
    glued = passage.pack.matching == "anywhere"
    while place < limit and passage.text[place] not in _STOPS:
        if glued or passage.text[place] == " ":
            words += 1
            if words > _HEAD_WITHIN * (2 if glued else 1):
                break
        place += 1
    return min(place, limit)


def _head(passage: Passage, start: int, end: int, window: int) -> Mark | None:
    """The noun for people within or after a number."""
    people = passage.of(Kind.PEOPLE, start, window)
    if not people:
        return None
    head = people[0]
    between = (end, max(end, head.start))
    if any(passage.of(kind, *between) for kind in (Kind.PLACE_BEFORE, Kind.SAYS, Kind.BARRIER)):
        return None
    compound = [mark for mark in people[1:] if _compound(passage, head, mark)]
    special = [mark for mark in (head, *compound) if mark.code != _BASE]
    if {mark.code for mark in special} >= _BOTH:
        return Mark(special[0].start, special[-1].end, Kind.PEOPLE, "engineers-and-builders")
    return special[0] if special else head


def _compound(passage: Passage, head: Mark, mark: Mark) -> bool:
    """Whether another noun belongs to the same people: combat engineers, 명의 공병."""
    if passage.pack.head_before:
        return passage.text[head.end : mark.start].strip() in _LINKS
    words = passage.words(head.end, mark.start)
    return words <= 1 or (words <= 3 and bool(passage.of(Kind.JOINER, head.end, mark.start)))


def _better(after: Mark | None, before: Mark | None) -> Mark | None:
    """A special noun before a number goes before a counter after it: 공병 1000명."""
    if after is None or before is None:
        return after or before
    return before if before.code != _BASE else after


def _head_before(passage: Passage, start: int) -> Mark | None:
    """The noun before a number, in languages that put it there: 북한군 1만1천 명."""
    if not passage.pack.head_before:
        return None
    begin = max(passage.start, start - 16)
    people = [
        mark
        for mark in passage.of(Kind.PEOPLE, begin, start)
        if passage.words(mark.end, start) <= _BEFORE_WITHIN
        and not passage.has_comma(mark.end, start)
        and not any(character.isdigit() for character in passage.text[mark.end : start])
    ]
    return people[-1] if people else None


def _other(passage: Passage, start: int, end: int, window: int, lex: Lexicon) -> int | None:
    """Where a noun for something else than people stands right after a number."""
    others = passage.of(Kind.NOT_PEOPLE, _past_rate(passage, end, window), window)
    if others and _is_counted(passage, end, others[0].start):
        return others[0].start
    if passage.text[end : end + 1] in ("%", "\u2030"):
        return end
    begin = _past_rate(passage, end, window)
    places = list(islice(_WORD.finditer(passage.text, begin, window), _OTHER_WITHIN))
    words = [match.group() for match in places]
    for index, match in enumerate(places):
        if passage.pack.matching == "anywhere":
            break
        if index and len(words[index]) == 1:
            continue  # an ending of an ordinal only right after its number: 94-й
        if lex.others.at(words, index) or lex.units.at(words, index):
            return match.start()
    if passage.pack.matching == "anywhere":
        for length in (3, 2, 1):
            word = passage.text[end : end + length]
            if word and (lex.others.at([word], 0) or lex.units.at([word], 0)):
                return end
    return None


def _past_rate(passage: Passage, end: int, window: int) -> int:
    """Where a rate right after a number ends: 1,300 per day counts no days."""
    for rate in passage.of(Kind.SCOPE, end, window)[:1]:
        beside = not passage.text[end : rate.start].strip()
        if beside and " " in passage.text[rate.start : rate.end]:
            return rate.end
    return end


def _is_counted(passage: Passage, end: int, other: int) -> bool:
    """Whether a noun is what a number counts: few words off, or only adjectives before it."""
    words = passage.words(end, other)
    if words <= _OTHER_WITHIN:
        return True
    return words <= _ADJECTIVES and not any(
        passage.of(kind, end, other) for kind in _BETWEEN_PHRASES
    )


def _is_no_count(passage: Passage, start: int, end: int, share: bool, lex: Lexicon) -> bool:
    """Whether a number is money, a rate (40 %), part of a name, or hidden by the language file."""
    if start > passage.start and passage.text[start - 1] in _MONEY:
        return True
    if share and any(character.isdigit() for character in passage.text[start:end]):
        return True
    if passage.pack.matching == "anywhere" and passage.of(Kind.NOT_PEOPLE, start, end):
        return True  # the counter stands within the number: 150万個以上
    if _is_syllable(passage, start, end):
        return True
    begin, stop = max(passage.start, start - _MASKED), min(passage.end, end + _MASKED)
    if any(mark.start <= start and end <= mark.end for mark in passage.of(Kind.MASK, begin, stop)):
        return True
    if any(mark.start < end <= mark.end for mark in passage.of(Kind.BOTH, begin, stop)):
        return True  # the two of "both sides"
    return _is_dotted_unit(passage, end, lex) or _is_glued_unit(passage, end, lex)


def _is_syllable(passage: Passage, start: int, end: int) -> bool:
    """Whether a numeral is only the last syllable of a longer Korean word: 또한."""
    if end - start != 1 or start <= passage.start:
        return False
    return all(one in _HANGUL for one in map(ord, passage.text[start - 1 : end]))


def _is_glued_unit(passage: Passage, end: int, lex: Lexicon) -> bool:
    """Whether a number is the name of a unit of such people: 528工兵团."""
    if passage.pack.matching != "anywhere":
        return False
    for head in passage.of(Kind.PEOPLE, end, min(passage.end, end + _UNIT_WITHIN))[:1]:
        if head.start > end or passage.text[head.start : head.end] in lex.counters:
            return False
        named = (
            (head.end - within, head.end + after)
            for within, after in ((1, 0), (2, 0), (0, 1), (0, 2))
        )
        return any(lex.units.at([passage.text[first:last]], 0) for first, last in named)
    return False


def _is_dotted_unit(passage: Passage, end: int, lex: Lexicon) -> bool:
    """Whether a full stop and the noun of a unit make a number its name: 528. Pułk."""
    if passage.text[end : end + 2] != ". " or _abbreviated(passage, end):
        return False  # 25 tys. żołnierzy armii
    words = [found.group() for found in islice(_WORD.finditer(passage.text, end + 2), 2)]
    return any(lex.units.at(words, place) for place in range(len(words)))


def _is_unit(passage: Passage, start: int, end: int, lex: Lexicon) -> bool:
    """Whether the noun of a unit only describes the people after it: army servicemen."""
    words = _WORD.findall(passage.text, start, end)
    return len(words) == 1 and lex.units.at(words, 0)


def _is_date(passage: Passage, reading: Reading) -> bool:
    start, end = reading.span
    value = reading.best if reading.best is not None else reading.high
    if value is None or (value not in _DAYS and value not in _YEARS):
        return False
    before = passage.of(Kind.MONTH, max(passage.start, start - 16), start)
    if before and _near(passage, before[-1].end, start):
        return True
    after = passage.of(Kind.MONTH, end, min(passage.end, end + 24))
    if value in _DAYS and after and _near(passage, end, after[0].start):
        return True
    unit = Kind.DAY_UNIT if value in _DAYS else Kind.YEAR_UNIT
    units = passage.of(unit, end, min(passage.end, end + 12))
    return bool(units) and not passage.text[end : units[0].start].strip(" .-")


def _near(passage: Passage, start: int, end: int) -> bool:
    """Whether what stands between a number and a month lets them be one date.

    Without spaces six characters are several words: 9月、死者が2000人.
    """
    gap = passage.text[start:end]
    longest = 1 if passage.pack.matching == "anywhere" else _DATE_GAP
    return len(gap) <= longest and not any(character.isdigit() for character in gap)


def _is_one_of(passage: Passage, reading: Reading) -> bool:
    """Whether a number only picks somebody out: one of the soldiers."""
    end = reading.span[1]
    one = reading.best == 1 and reading.bound is Bound.EXACT
    return one and passage.marks.touching(Kind.PARTITIVE, end, end + 2)


def amount_before(passage: Passage, count: Count) -> Mark | None:
    """The noun for the number itself that leads up to it: "their number reached 11,000"."""
    begin = max(passage.start, count.start - _AMOUNT_WITHIN)
    for mark in reversed(passage.of(Kind.AMOUNT, begin, count.start)):
        gap = (mark.end, count.start)
        if not passage.crossed(*gap) and not passage.has_comma(*gap):
            return mark
    return None


def _is_few(reading: Reading) -> bool:
    """Whether so few are rather units than people: two brigades of builders."""
    value = reading.best or reading.low or reading.high
    return value is not None and value < _FEW


def _is_sensible(reading: Reading) -> bool:
    """Whether a number may be one of people: neither none nor more than a state has."""
    values = [one for one in (reading.low, reading.best, reading.high) if one is not None]
    return not values or 0 < max(values) <= _MOST


def _is_year(passage: Passage, reading: Reading, head: Mark | None) -> bool:
    """Whether a bare number, or two joined by a dash, is a year: "in 2024 soldiers died"."""
    start, end = reading.span
    words = passage.text[start:end]
    if _BARE_YEARS.fullmatch(words) is not None:
        return True
    if _DECADE.fullmatch(passage.text, max(passage.start, start - 1), end) is not None:
        return True  # the wars of the '80s
    if reading.best not in _YEARS or _BARE.match(words) is None:
        return False
    if _is_year_marked(passage, start):
        return head is None or head.start > end
    if head is not None:
        return False
    after = passage.of(Kind.EVENT, end, min(passage.end, end + 24))
    round_number = reading.best is not None and reading.best % 10 == 0
    return not (round_number and after and passage.words(end, after[0].start) <= 2)


def _is_year_marked(passage: Passage, start: int) -> bool:
    """Whether "in", "since" or "until" stands right before a number."""
    begin = max(passage.start, start - _YEAR_MARKED)
    return any(
        not passage.text[mark.end : start].strip()
        for kind in (Kind.PLACE_BEFORE, Kind.SINCE, Kind.UNTIL)
        for mark in passage.of(kind, begin, start)[-1:]
    )
