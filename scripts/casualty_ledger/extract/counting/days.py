"""Which numbers are days or years of the calendar."""

import re

from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.numbers.reading import Reading
from casualty_schemas.vocabularies import Bound

_ROUGH = (Bound.ABOUT, Bound.NEARLY, Bound.AT_LEAST, Bound.MORE_THAN)
_YEARS = range(1900, 2100)
_OLD_YEARS = range(1700, 1900)  # are years only after "in", "since" or "until"
_OUR_YEARS = range(1990, 2036)
_DAYS = range(1, 32)
_BARE = re.compile(
    r"(?<![\d.,])\d{4}(?=$|['\u2019])"
)  # 2025, and with the ending of a case: 2025'te
_DAY_BEFORE = re.compile(r"(?<!\d)\d{1,2}(?:\.|\u00ba|-\w{1,2})?(?: de)? $")
_FIRST_DAY = re.compile(r" \d{1,2} ")  # December 14 and 15
_DECADE = re.compile(r"['\u2019]\d0")
_BARE_YEARS = re.compile(  # 1948-49, 1948-1949'da; the 1980-х, 1980'lerde
    r"(?:19|20)\d\d[-/\u2013](?:(?:19|20)?\d\d)(?:['\u2019]\w{1,4})?"
    r"|(?:19|20)\d0(?:-?\u0445|er|['\u2019](?:s|l[ae]r\w{0,4}))"
)
_YEAR_MARKED = 20  # characters
_MONTH_BEFORE = 16  # characters
_MONTH_AFTER = 24
_UNIT_AFTER = 12
_ROUND = 100
_DATE_GAP = 6
_EVE_GAP = 7  # characters between two days: al, para
_WEEKDAY_BEFORE = 16
_DAY_OPENS = ("", ",", "(")
_DAY_ENDS = (")", ",", ".", "")
_DOTTED = re.compile(r"(?<!\d)\d{1,2}\.\d{1,2}\.$")  # before the year: 24.02.22
_DOTTED_WITHIN = 7  # characters
_EVENT_AFTER = 24  # characters
_EVENT_WORDS = 2
_NOUN_WORDS = 2  # from a number of so many people to their noun


def is_date(passage: Passage, reading: Reading) -> bool:
    """Whether a number is the day or the year of a date: 12 May, May 2025, 5日, 2025年."""
    value = reading.best if reading.best is not None else reading.high
    if value is None or (value not in _DAYS and not _may_be_year(passage, reading, value)):
        return False
    start, end = reading.span
    if _DOTTED.search(passage.text[max(passage.start, start - _DOTTED_WITHIN) : start]):
        return True
    if _is_beside_month(passage, reading, value) or _has_unit(passage, end, value):
        return True
    if _follows_unit(passage, start, value):
        return True
    return value in _DAYS and _is_day_of_week(passage, start, end)


def _is_day_of_week(passage: Passage, start: int, end: int) -> bool:
    """Whether a number in brackets or between commas follows a weekday: "on Tuesday (30)"."""
    days = passage.of(Kind.WEEKDAY, max(passage.start, start - _WEEKDAY_BEFORE), start)
    if not days or passage.text[end : end + 1] not in _DAY_ENDS:
        return False
    return passage.text[days[-1].end : start].strip() in _DAY_OPENS


def _may_be_year(passage: Passage, reading: Reading, value: int) -> bool:
    """Whether a number is one of a year, and written as one: 2025, not 2,025."""
    return value in _YEARS and _BARE.search(passage.text[slice(*reading.span)]) is not None


def days_before(passage: Passage, readings: list[Reading]) -> list[Reading]:
    """The numbers that are no dates, nor days joined to a date after them: on 14 and 15 May.

    `readings` are the numbers of a sentence, in order.
    """
    kept: list[Reading] = []
    dated: Reading | None = None  # the date right after the number that is looked at
    for reading in reversed(readings):
        joined = dated is not None and (
            passage.joined(reading.span[1], dated.span[0]) or _is_eve(passage, reading, dated)
        )
        if is_date(passage, reading) or (joined and _is_plain_day(reading)):
            dated = reading
        else:
            kept.append(reading)
            dated = None
    return kept[::-1]


def _is_eve(passage: Passage, reading: Reading, dated: Reading) -> bool:
    """Whether a number is the day before that of a date: the night of 11 to 12 May."""
    between = (reading.span[1], dated.span[0])
    gap = passage.text[between[0] : between[1]]
    if any(passage.of(kind, *between) for kind in (Kind.PEOPLE, Kind.EVENT)):
        return False  # "lost 3 men 4 May"
    return (
        reading.best is not None
        and dated.best == reading.best + 1
        and len(gap) <= _EVE_GAP
        and gap.startswith(" ")
        and len(gap.split()) == 1
    )


def _is_plain_day(reading: Reading) -> bool:
    return reading.best in _DAYS and reading.bound is Bound.EXACT


def _is_beside_month(passage: Passage, reading: Reading, value: int) -> bool:
    start, end = reading.span
    before = passage.of(Kind.MONTH, max(passage.start, start - _MONTH_BEFORE), start)
    near = bool(before) and _near(passage, before[-1].end, start)
    if near and (value in _YEARS or not _has_day(passage, before[-1])):
        return True
    if value not in _DAYS:
        return False
    if before and _is_second_day(passage, before[-1].end, start):
        return True
    after = passage.of(Kind.MONTH, end, min(passage.end, end + _MONTH_AFTER))
    return bool(after) and _near(passage, end, after[0].start)


def _is_second_day(passage: Passage, month: int, start: int) -> bool:
    """Whether only a first day and "and" stand between a month and a number."""
    first = _FIRST_DAY.match(passage.text, month, start)
    if first is None:
        return False
    joiners = passage.of(Kind.JOINER, first.end(), start)
    return bool(joiners) and not passage.text[joiners[0].end : start].strip()


def _has_day(passage: Passage, month: Mark) -> bool:
    """Whether a month has its day before it, so that a number after it is none."""
    return _DAY_BEFORE.search(passage.text, passage.start, month.start) is not None


def _near(passage: Passage, start: int, end: int) -> bool:
    """Whether what stands between a number and a month lets them be one date.

    Without spaces six characters are several words: 9月、死者が2000人.
    """
    gap = passage.text[start:end]
    longest = 1 if passage.pack.matching == "anywhere" else _DATE_GAP
    return len(gap) <= longest and not any(character.isdigit() for character in gap)


def _has_unit(passage: Passage, end: int, value: int) -> bool:
    """Whether the word for a day or a year stands right after a number."""
    unit = Kind.DAY_UNIT if value in _DAYS else Kind.YEAR_UNIT
    units = passage.of(unit, end, min(passage.end, end + _UNIT_AFTER))
    return bool(units) and not passage.text[end : units[0].start].strip(" .-")


def _follows_unit(passage: Passage, start: int, value: int) -> bool:
    """Whether the word for a year stands right before one: "roku 2011", "العام 2024".

    A round number may be one of people: "в течение года 2000 солдат".
    """
    if value not in _YEARS or value % _ROUND == 0:
        return False
    units = passage.of(Kind.YEAR_UNIT, max(passage.start, start - _UNIT_AFTER), start)[-1:]
    return bool(units) and passage.text[units[0].end : start] == " "


def is_year(passage: Passage, reading: Reading, head: Mark | None) -> bool:
    """Whether a bare number, or two joined by a dash, is a year: "in 2024 soldiers died".

    `head` is the noun for people that the number seems to have.
    """
    start, end = reading.span
    words = passage.text[start:end]
    if _BARE_YEARS.fullmatch(words) is not None:
        return True
    if _DECADE.fullmatch(passage.text, max(passage.start, start - 1), end) is not None:
        return True  # the wars of the '80s
    value = reading.best if reading.best is not None else reading.high
    if value is None or _BARE.search(words) is None:
        return False
    if value in _OLD_YEARS:
        return head is None and _is_year_marked(passage, start)
    if value not in _YEARS:
        return False
    if _is_year_marked(passage, start):
        return head is None or head.start > end
    if _is_of_our_time(passage, reading, value, head):
        return True
    return head is None and not (_is_rough(reading) or _is_round_with_event(passage, reading))


def _is_of_our_time(passage: Passage, reading: Reading, value: int, head: Mark | None) -> bool:
    """Whether a number is a recent year that a noun only seems to follow.

    "Recruits of autumn 2022 have swelled the troops", "through the rest of 2024 casualties".
    """
    if head is None or value not in _OUR_YEARS or value % 10 == 0:
        return False
    if reading.bound is not Bound.EXACT:
        return False
    start, end = reading.span
    if passage.words(end, max(end, head.start)) > _NOUN_WORDS:
        return True
    before = passage.of(Kind.PARTITIVE, max(passage.start, start - _YEAR_MARKED), start)[-1:]
    return bool(before) and not passage.text[before[0].end : start].strip()


def _is_rough(reading: Reading) -> bool:
    """Whether a number is round and only bounded: about 2000, more than 2000."""
    return reading.bound in _ROUGH and max(reading.best or 0, reading.low or 0) % 100 == 0


def _is_round_with_event(passage: Passage, reading: Reading) -> bool:
    """Whether a number is round and says right after it what happened: "2000 killed"."""
    if reading.best is None or reading.best % 10:
        return False
    end = reading.span[1]
    after = passage.of(Kind.EVENT, end, min(passage.end, end + _EVENT_AFTER))
    return bool(after) and passage.words(end, after[0].start) <= _EVENT_WORDS


def _is_year_marked(passage: Passage, start: int) -> bool:
    """Whether "in", "since" or "until" stands right before a number."""
    begin = max(passage.start, start - _YEAR_MARKED)
    return any(
        not passage.text[mark.end : start].strip()
        for kind in (Kind.PLACE_BEFORE, Kind.SINCE, Kind.UNTIL)
        for mark in passage.of(kind, begin, start)[-1:]
    )
