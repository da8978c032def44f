"""What the words around a number say of it: at least, about, or more, 以上."""

from collections.abc import Iterable
from dataclasses import dataclass

from casualty_ledger.numbers.lexicon import Lexicon, phrase_at, phrase_before
from casualty_ledger.numbers.scanning import Amount
from casualty_ledger.numbers.tokens import Tokens
from casualty_schemas.vocabularies import Bound

_FILLERS_BEFORE = 4
_WORDS_AFTER = 2
_OPENS_WITHIN = 3
_RANK = {
    Bound.AT_LEAST: 4,
    Bound.MORE_THAN: 4,
    Bound.UP_TO: 4,
    Bound.AT_MOST: 4,
    Bound.NEARLY: 3,
    Bound.ABOUT: 2,
    Bound.EXACT: 1,
}
_STOPS = frozenset(",;:.!?()[]\u2014\u3001\u3002\u060c\u0964")


@dataclass(slots=True)
class Qualified:
    """The bound of a number and the tokens that number and bound take up."""

    bound: Bound
    first: int
    last: int


def qualify(tokens: Tokens, amount: Amount, taken: frozenset[int], lex: Lexicon) -> Qualified:
    """The bound of a number; `taken` holds the tokens at which other numbers begin or end."""
    found: list[Bound] = [Bound.ABOUT] if amount.approximate else []
    found += _of_ending(tokens.words[amount.last - 1], lex)
    first = _before(tokens, amount.first, lex, found)
    last = _after(tokens, amount.last, taken, lex, found)
    return Qualified(_strongest(found), first, last)


def _of_ending(word: str, lex: Lexicon) -> list[Bound]:
    """The bound that the ending of a number word states: ആയിരത്തിലധികം."""
    return [bound for ending, bound in lex.ending_bounds if word.endswith(ending)][:1]


def _strongest(found: Iterable[Bound]) -> Bound:
    """A limit outranks "nearly", which outranks "about"; among equals the first one found."""
    return max(found, key=_RANK.__getitem__, default=Bound.EXACT)


def _before(tokens: Tokens, first: int, lex: Lexicon, found: list[Bound]) -> int:
    """Collect the bounds before a number, nearest first, and return where they start."""
    place, fillers = first, 0
    while place > 0 and fillers <= _FILLERS_BEFORE and not _stops(tokens, place):
        phrase = phrase_before(lex.before, tokens, place)
        if phrase is not None and phrase[1] is not None:
            place = first = phrase[0]
            found.append(phrase[1])
        elif tokens.words[place - 1] in lex.fillers:
            place, fillers = place - 1, fillers + 1
        else:
            break
    return first


def _after(
    tokens: Tokens, last: int, taken: frozenset[int], lex: Lexicon, found: list[Bound]
) -> int:
    """Collect the bounds after a number, and return where they end."""
    overlap = phrase_at(lex.after, tokens, last - 1)
    if overlap is not None and overlap[0] > last and overlap[1] is not None:
        found.append(overlap[1])  # it looks back on the number's last word: 15 bine kadar
        last = overlap[0]
    place, skipped = last, 0
    while place < tokens.count and place not in taken and not _stops(tokens, place):
        phrase = phrase_at(lex.after, tokens, place)
        if phrase is not None and phrase[1] is not None:
            if _belongs_to_next(tokens, phrase[0], taken, lex) or _opens_next(
                tokens, place, phrase[0], taken, lex
            ):
                break
            place = last = phrase[0]
            found.append(phrase[1])
            continue
        free = tokens.words[place] in lex.skipped
        skipped += 0 if free else 1
        if skipped > (_WORDS_AFTER if not lex.glued else 0):
            break
        place += 1
    return last


def _belongs_to_next(tokens: Tokens, end: int, taken: frozenset[int], lex: Lexicon) -> bool:
    """Whether a bound that could follow a number precedes another: "600 dead, at least 300"."""
    return end in taken and end < tokens.count and not _stops(tokens, end) and not lex.glued


def _opens_next(tokens: Tokens, place: int, end: int, taken: frozenset[int], lex: Lexicon) -> bool:
    """Whether a bound that precedes the next number begins inside: "and more than 4,500"."""
    for following in range(end + 1, min(end + _OPENS_WITHIN, tokens.count) + 1):
        if following in taken:
            before = phrase_before(lex.before, tokens, following)
            return before is not None and before[1] is not None and place < before[0] < end
    return False


def _stops(tokens: Tokens, place: int) -> bool:
    gap = tokens.gap(place)
    return not _STOPS.isdisjoint(gap) and gap not in (". ", ".")
