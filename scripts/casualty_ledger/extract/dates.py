"""When it was claimed, and which time the number describes."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import Cue
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_DAY_BEFORE = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|-?[^\W\d_]{1,2})?[.\s]{0,2}(?:[^\W\d_]{1,3}[ .]{1,2})?$"
)
_DAY_AFTER = re.compile(r"[\s.]{0,2}(\d{1,2})(?:st|nd|rd|th)?(?![\d.,:]*\d)")
_YEAR_AFTER = re.compile(
    r"[\s.,]{0,2}(?:\d{1,2}(?:st|nd|rd|th)?[\s,]{1,2})?"
    r"(?:[^\W\d_]{1,3}[ ]{1,2})?((?:19|20)\d\d)(?!\d)"
)
_YEAR = re.compile(r"(?<![\d.,])((?:19|20)\d\d)(?![\d,]|\.\d)")
_HALF_YEAR = 120  # days: what lies farther ahead lies behind
_WHOLE_YEAR = 330
_WITHIN = 8  # characters between a day and its month
_MARKED_WITHIN = 16


@dataclass(frozen=True, slots=True)
class When:
    """A date in a sentence: where it stands and what it says, in EDTF."""

    start: int
    end: int
    stated: str
    since: bool
    until: bool
    ahead: bool = False  # a day after the publication


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of one figure."""

    claimed_on: str | None
    as_of_start: str | None
    as_of_end: str | None


def whens(passage: Passage, published: date | None) -> list[When]:
    """All dates of a sentence, in order; those that need the day of publication only with it."""
    found = [
        *_of_months(passage, published),
        *_of_weekdays(passage, published),
        *_relative(passage, published),
    ]
    found += [when for when in _of_years(passage) if not _covered(when, found)]
    today = published.isoformat() if published is not None else "9999"
    told = [replace(when, ahead=len(when.stated) == 10 and when.stated > today) for when in found]
    return sorted(told, key=lambda when: (when.start, when.end))


def dates_of(
    passage: Passage, count: Count, cue: Cue | None, found: list[When], spoken: int | None
) -> Dates:
    """The dates of one number; `spoken` is where the words of saying stand, if anywhere."""
    claimed, start, end = None, None, None
    for when in found:
        if when.since:
            start = start or when.stated
        elif when.until:
            end = end or when.stated
        elif (
            spoken is not None
            and len(when.stated) == 10
            and not when.ahead
            and claimed is None
            and _nearer(passage, when, spoken, count, cue)
        ):
            claimed = when.stated
        elif start is None and end is None and _close(passage, when, count, cue):
            start = end = when.stated
    return Dates(claimed, start, end)


def _nearer(passage: Passage, when: When, spoken: int, count: Count, cue: Cue | None) -> bool:
    """Whether a day belongs to the saying rather than to the event."""
    return _apart(passage, when, spoken, spoken) <= _to_figure(passage, when, count, cue) + 2


def _close(passage: Passage, when: When, count: Count, cue: Cue | None) -> bool:
    return _to_figure(passage, when, count, cue) <= 14 and not passage.crossed(
        min(when.end, count.end), max(when.start, count.start)
    )


def _to_figure(passage: Passage, when: When, count: Count, cue: Cue | None) -> float:
    costs = [_apart(passage, when, count.start, count.end)]
    if cue is not None and cue.event is not Event.STRENGTH:
        costs.append(_apart(passage, when, cue.start, cue.end))
    return min(costs)


def _apart(passage: Passage, when: When, start: int, end: int) -> float:
    if when.end <= start:
        return passage.cost(when.end, start)
    return passage.cost(end, when.start)


def _covered(when: When, found: list[When]) -> bool:
    return any(other.start <= when.start < other.end for other in found)


def _of_months(passage: Passage, published: date | None) -> list[When]:
    found = []
    for mark in passage.of(Kind.MONTH):
        when = _of_month(passage, mark, published)
        if when is not None:
            found.append(when)
    return found


def _of_month(passage: Passage, mark: Mark, published: date | None) -> When | None:
    start, end, month = mark.start, mark.end, int(mark.code)
    day = _DAY_BEFORE.search(passage.text, max(passage.start, start - _WITHIN), start)
    following = None
    if day is not None:
        start = day.start(1)
    else:
        following = _DAY_AFTER.match(passage.text, end, passage.end)
        end = following.end() if following else end
    year = _YEAR_AFTER.match(passage.text, mark.end, passage.end)
    end = max(end, year.end()) if year else end
    number = day or following
    if number is None and year is None and not _introduced(passage, mark):
        return None
    stated = _stated(
        int(year.group(1)) if year else None, month, int(number.group(1)) if number else None,
        published,
    )  # fmt: skip
    return None if stated is None else _marked(passage, start, end, stated)


def _introduced(passage: Passage, mark: Mark) -> bool:
    """Whether a month that stands alone is one, and no other word: "in May", Romanian "mai"."""
    begin = max(passage.start, mark.start - _MARKED_WITHIN)
    return any(
        before and passage.words(before[-1].end, mark.start) <= 1
        for before in (
            passage.of(kind, begin, mark.start)
            for kind in (Kind.PLACE_BEFORE, Kind.SINCE, Kind.UNTIL)
        )
    )


def _stated(year: int | None, month: int, day: int | None, published: date | None) -> str | None:
    """EDTF; a missing year is the one nearest to the publication."""
    if year is None and published is None:
        return None
    known = year if year is not None else _nearest_year(month, day, published or date.min)
    if day is None:
        return f"{known:04d}-{month:02d}"
    try:
        return date(known, month, day).isoformat()
    except ValueError:
        return None


def _nearest_year(month: int, day: int | None, published: date) -> int:
    """The year that puts a month or a day nearest to the publication."""
    stated = month * 31 + (day or 15)
    there = published.month * 31 + published.day
    if stated - there > _HALF_YEAR:
        return published.year - 1
    return published.year + 1 if there - stated > _WHOLE_YEAR else published.year


def _of_weekdays(passage: Passage, published: date | None) -> list[When]:
    if published is None:
        return []
    found = []
    for mark in passage.of(Kind.WEEKDAY):
        back = (published.isoweekday() - int(mark.code)) % 7
        stated = (published - timedelta(days=back)).isoformat()
        found.append(_marked(passage, mark.start, mark.end, stated))
    return found


def _relative(passage: Passage, published: date | None) -> list[When]:
    if published is None:
        return []
    found = []
    for mark in passage.of(Kind.DAY):
        stated = (published + timedelta(days=int(mark.code))).isoformat()
        found.append(_marked(passage, mark.start, mark.end, stated))
    for mark in passage.of(Kind.YEAR):
        year = f"{published.year + int(mark.code):04d}"
        found.append(_marked(passage, mark.start, mark.end, year))
    for mark in passage.of(Kind.MONTH_AGO):
        months = published.year * 12 + published.month - 1 + int(mark.code)
        stated = f"{months // 12:04d}-{months % 12 + 1:02d}"
        found.append(_marked(passage, mark.start, mark.end, stated))
    return found


def _of_years(passage: Passage) -> list[When]:
    counted = set(passage.numbers)
    return [
        _marked(passage, match.start(), match.end(), match.group(1))
        for match in _YEAR.finditer(passage.text, passage.start, passage.end)
        if not any(first <= match.start() < last for first, last in counted)
    ]


def _marked(passage: Passage, start: int, end: int, stated: str) -> When:
    begin = max(passage.start, start - _MARKED_WITHIN)
    return When(
        start, end, stated,
        _stands_before(passage, Kind.SINCE, begin, start),
        _stands_before(passage, Kind.UNTIL, begin, start),
    )  # fmt: skip


def _stands_before(passage: Passage, kind: Kind, begin: int, start: int) -> bool:
    marks = passage.of(kind, begin, start)
    return bool(marks) and passage.words(marks[-1].end, start) <= 2
