"""Join two numbers into a range: "10,000 to 12,000", "від 2 до 3 тисяч", "25-30 thousand"."""

import re

from casualty_ledger.numbers.lexicon import Lexicon, Phrases, phrase_at, phrase_before
from casualty_ledger.numbers.scanning import Amount
from casualty_ledger.numbers.tokens import Tokens
from casualty_schemas.vocabularies import Bound

_DASH = re.compile(r" ?[-~\u2014\u2015] ?|\.\.\.?|\u2026")
_HIGH_ENDS = frozenset((Bound.UP_TO, Bound.AT_MOST, Bound.NEARLY, Bound.ABOUT))
_ABBREVIATION = 4  # letters of one for a thousand or a million
_HANGING = frozenset(("", " ", "- ", ", ", "'"))


def join_ranges(tokens: Tokens, amounts: list[Amount], lex: Lexicon) -> list[Amount]:
    """Replace each pair of numbers that are the ends of one range by the range."""
    joined: list[Amount] = []
    for amount in amounts:
        joint = _join(tokens, joined[-1], amount, lex) if joined else None
        if joint is None:
            joined.append(amount)
        else:
            joined[-1] = joint
    return joined


def _join(tokens: Tokens, low: Amount, high: Amount, lex: Lexicon) -> Amount | None:
    if low.high is not None or high.high is not None or low.vague != high.vague:
        return None
    frame = _frame(tokens, low, high, lex)
    if frame is None:
        return None
    first, last = frame
    if low.vague:
        return _join_vague(low, high, first, last)
    bottom = _bottom(low, high)
    if not bottom < high.value:
        return None
    return Amount(bottom, first, last, high.scale, high=high.value)


def _join_vague(low: Amount, high: Amount, first: int, last: int) -> Amount | None:
    if low.interval is None or high.interval is None or not low.value < high.value:
        return None
    interval = (low.interval[0], high.interval[1])
    return Amount(low.value, first, last, vague=True, interval=interval)


def _frame(tokens: Tokens, low: Amount, high: Amount, lex: Lexicon) -> tuple[int, int] | None:
    """The tokens that a range takes up, where the words around the two numbers make one."""
    for place in range(low.last, high.first):
        dotted = place == low.last and _is_dotted(tokens, low)
        if tokens.gap(place) not in _HANGING and not dotted:
            return None
        if _spans(lex.infix, tokens, place, high.first, lex):
            return low.first, high.last
        if _spans(lex.join_range, tokens, place, high.first, lex):
            return _framed(tokens, low, high, lex)
        if tokens.words[place] not in lex.skipped:
            return None
    return (low.first, high.last) if _DASH.fullmatch(tokens.gap(high.first)) else None


def _is_dotted(tokens: Tokens, low: Amount) -> bool:
    """Whether a number ends with the full stop of an abbreviation: "od 100 tys. do 140 tys."."""
    return (
        low.scale > 1
        and tokens.gap(low.last) == ". "
        and len(tokens.words[low.last - 1]) <= _ABBREVIATION
    )


def _framed(tokens: Tokens, low: Amount, high: Amount, lex: Lexicon) -> tuple[int, int] | None:
    opening = phrase_before(lex.open_range, tokens, low.first)
    if opening is not None:
        return opening[0], high.last
    place = _skip_counters(tokens, high.last, tokens.count, lex)
    closing = phrase_at(lex.close_range, tokens, place) if place < tokens.count else None
    return (low.first, closing[0]) if closing is not None else None


def _skip_counters(tokens: Tokens, start: int, end: int, lex: Lexicon) -> int:
    while start < end and tokens.words[start] in lex.skipped:
        start += 1
    return start


def _spans(phrases: Phrases, tokens: Tokens, start: int, end: int, lex: Lexicon) -> bool:
    """Whether one such phrase, perhaps with filling words, is all between two tokens.

    What only says that the high end is one may stand there too: "10,000 to as many as 12,000".
    """
    found = phrase_at(phrases, tokens, start)
    if found is None:
        return False
    place = found[0]
    limit = phrase_before(lex.before, tokens, end) if place < end else None
    if limit is not None and limit[0] >= place and limit[1] in _HIGH_ENDS:
        end = limit[0]
    while place < end and tokens.words[place] in lex.fillers:
        place += 1
    return place == end


def _bottom(low: Amount, high: Amount) -> int:
    """The low end, with the scale that it shares: "30-40 thousand", "11 to 12,000"."""
    if low.scale > 1:
        return low.value
    if high.scale > 1:
        shared = low.value * high.scale
        return shared if low.value < high.scale and shared < high.value else low.value
    shared = low.value * 1000
    thousands = low.value < 1000 and high.value % 1000 == 0 and high.value >= 2000
    return shared if thousands and low.bare and shared < high.value else low.value
