"""Numbers that count nobody, by their own form or what is glued to them: money, rates, names."""

import re

from casualty_ledger.extract.counting.units import follows_unit, names_unit
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.numbers.lexicon import Lexicon
from casualty_ledger.numbers.reading import Reading

_HANGUL = range(0xAC00, 0xD7A4)
_MONEY = frozenset("$\u20ac\u00a3\u20bd\u00a5\u20a9#\u2116")
_MOST = 100_000_000  # more people than any force has
_ADDED = ("+", "\u00b1")
_RATE_AFTER = re.compile(r" ?(?:[-~]|[^\W\d]{1,3}) ?\d+(?:[.,]\d+)? ?[%\u2030]")  # 45 to 65 %
_CLOCK = (":", "/")
_CLOCK_AFTER = re.compile(r"[:/]\d\d")
_ORDINAL_AFTER = re.compile(r"\.?[\u00aa\u00ba\u00b0]")  # 414.\u00aa brigada
_NUMBERED = re.compile(r"(?<!\w)(?:nr?|no|n[u\u00fa]m)[.\u00ba\u00b0] ?$")  # decree no. 224
_NUMERAL = re.compile(r"\d+")
_TENTHS = 10  # the smallest parts of which a fraction counts
_CLOSES = frozenset(",.;")
_AGE = 2  # digits
_ORDINAL_DIGITS = 3
_REFERENCE = 8  # characters
_MASKED = 40
_ASIDE = 80  # characters
_HEADS = ("k\u00f6pfig", "mann")  # 600-k\u00f6pfig: of so many people


def counts_nobody(passage: Passage, reading: Reading, share: bool, lex: Lexicon) -> bool:
    """Whether a number is money, a rate (40 %), part of a name, or hidden by the language file.

    `share` says that it is a part of a whole.
    """
    start, end = reading.span
    return (
        not _is_sensible(reading)
        or not _MONEY.isdisjoint(passage.text[max(passage.start, start - 1) : end])
        or (share and _is_rate(passage.text[start:end]))
        or _is_of_clock(passage, start, end)
        or _ORDINAL_AFTER.match(passage.text, end, passage.end) is not None
        or _RATE_AFTER.match(passage.text, end, passage.end) is not None
        or (not share and _holds_thing(passage, start, end))
        or _is_syllable(passage, start, end)
        or _is_hidden(passage, start, end)
        or _is_compounded(passage, end)
        or _is_age(passage, start, end)
        or _NUMBERED.search(passage.text, max(passage.start, start - _REFERENCE), start) is not None
        or names_unit(passage, end, lex)
    )


def is_ordinal(original: str, start: int, end: int) -> bool:
    """Whether a full stop and a small letter make a short numeral an ordinal: the 80. yıl dönümü.

    `original` is the text with its capitals, at the offsets of the folded one.
    """
    numeral = original[start:end]
    if not numeral.isdigit() or len(numeral) > _ORDINAL_DIGITS:
        return False
    return original[end : end + 2] == ". " and original[end + 2 : end + 3].islower()


def _is_sensible(reading: Reading) -> bool:
    """Whether a number may be one of people: neither none nor more than a state has."""
    values = [one for one in (reading.low, reading.best, reading.high) if one is not None]
    return not values or 0 < max(values) <= _MOST


def _is_of_clock(passage: Passage, start: int, end: int) -> bool:
    """Whether a numeral is part of a time or of a date in numerals: 11:15, 14/11/2025."""
    before = passage.text[max(passage.start, start - 2) : start]
    return _CLOCK_AFTER.match(passage.text, end, passage.end) is not None or (
        before[1:] in _CLOCK and before[:1].isdigit()
    )


def _is_rate(words: str) -> bool:
    """Whether digits make a share a rate (40 %), and no fraction: 1/3."""
    numerals = _NUMERAL.findall(words)
    return bool(numerals) and not (
        len(numerals) == 2 and all(int(one) <= _TENTHS for one in numerals)
    )


def _holds_thing(passage: Passage, start: int, end: int) -> bool:
    """Whether the counter of things stands within a number: 150万個以上."""
    glued = passage.pack.matching == "anywhere"
    return glued and bool(passage.of(Kind.NOT_PEOPLE, start, end))


def _is_syllable(passage: Passage, start: int, end: int) -> bool:
    """Whether a numeral is only the last syllable of a longer Korean word: 또한."""
    if end - start != 1 or start <= passage.start:
        return False
    return all(one in _HANGUL for one in map(ord, passage.text[start - 1 : end]))


def _is_compounded(passage: Passage, end: int) -> bool:
    """Whether a number begins a German noun that is not one for people: Vier-Sterne-General."""
    if not passage.pack.capital_nouns or passage.text[end : end + 1] != "-":
        return False
    first = end + 1
    return passage.text[first : first + 1].isalpha() and not (
        passage.text.startswith(_HEADS, first)
        or passage.marks.touching(Kind.PEOPLE, first, first + 1)
    )


def _is_age(passage: Passage, start: int, end: int) -> bool:
    """Whether two digits in brackets are glued to a name, in the Far East: 김민수(22) 병장.

    Not where the word before says who is counted: 戦死者(22).
    """
    if not passage.pack.head_before or end - start != _AGE:
        return False
    before, after = passage.text[start - 1 : start], passage.text[end : end + 1]
    if (before, after) != ("(", ")") or not passage.text[start - 2 : start - 1].isalpha():
        return False
    counted = (Kind.EVENT, Kind.PEOPLE, Kind.AMOUNT)
    return not any(passage.marks.touching(kind, start - 2, start - 1) for kind in counted)


def _is_hidden(passage: Passage, start: int, end: int) -> bool:
    """Whether a number is part of a name or a phrase, or the two of "both sides"."""
    begin, stop = max(passage.start, start - _MASKED), min(passage.end, end + _MASKED)
    bodies = passage.of(
        Kind.ORGAN, begin, stop
    )  # \u062d\u0631\u0643\u0629 23 \u0645\u0627\u0631\u0633
    if any(one.start < start and end <= one.end for one in bodies):
        return True
    if any(mark.start <= start and end <= mark.end for mark in passage.of(Kind.MASK, begin, stop)):
        return True
    return any(mark.start < end <= mark.end for mark in passage.of(Kind.BOTH, begin, stop))


def is_aside(passage: Passage, reading: Reading, lex: Lexicon) -> bool:
    """Whether a number without a noun is a change, an age, a day or the name of something."""
    start, end = reading.span
    return (
        follows_unit(passage, reading, lex)
        or _follows_thing(passage, start, end)
        or _is_change(passage, start)
        or _is_reference(passage, start)
        or _stands_alone(passage, start, end)
    )


def _follows_thing(passage: Passage, start: int, end: int) -> bool:
    """Whether a number only tells one thing from others: on day 600 of the war, in article 5."""
    before = passage.of(Kind.NOT_PEOPLE, max(passage.start, start - _MASKED), start)[-1:]
    beside = bool(before) and passage.text[before[0].end : start] in ("", " ")
    beside = beside and passage.text[start:end].isdigit()
    of = passage.marks.touching(Kind.PARTITIVE, end, end + 2)
    return beside and (of or passage.text[end : end + 1] in _CLOSES)


def _stands_alone(passage: Passage, start: int, end: int) -> bool:
    """Whether a short numeral is all between two commas or brackets: Thursday (27), aged."""
    if end - start > _AGE or not passage.text[start:end].isdigit():
        return False
    before = passage.text[max(passage.start, start - 2) : start].strip()
    after = passage.text[end : end + 1]
    if before == "," and after == ",":
        return not _follows_aside(passage, start)
    opened = start - 1
    counted = (Kind.EVENT, Kind.PEOPLE, Kind.AMOUNT)
    return (before, after) == ("(", ")") and not any(
        mark.end in (opened, opened - 1)
        for kind in counted
        for mark in passage.of(kind, max(passage.start, opened - _MASKED), opened)
    )


def _follows_aside(passage: Passage, start: int) -> bool:
    """Whether what stands before the comma before a number only says who says so.

    "The dead are, according to the ministry, 59, and": a number there is no age.
    """
    closed = passage.text.rfind(",", passage.start, start)
    opened = passage.text.rfind(",", max(passage.start, closed - _ASIDE), closed)
    if opened < 0 or not passage.of(Kind.EVENT, passage.start, opened):
        return False
    return bool(passage.of(Kind.SAID_BY, opened, closed) or passage.of(Kind.SAYS, opened, closed))


def _is_change(passage: Passage, start: int) -> bool:
    """Whether a number is only what was added to another: (+39)."""
    return passage.text[max(passage.start, start - 1) : start] in _ADDED


def _is_reference(passage: Passage, start: int) -> bool:
    """Whether a number stands after other words in brackets: (see 101)."""
    opened = passage.text.rfind("(", max(passage.start, start - _REFERENCE), start)
    return opened >= 0 and bool(passage.text[opened + 1 : start].strip())
