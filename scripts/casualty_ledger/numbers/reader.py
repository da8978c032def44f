"""Read number phrases: the public entry of the package."""

from casualty_ledger.numbers.bounds import Qualified, qualify
from casualty_ledger.numbers.choice import most_likely
from casualty_ledger.numbers.folding import Folded, fold
from casualty_ledger.numbers.lexicon import Lexicon, lexicon
from casualty_ledger.numbers.ranges import join_ranges
from casualty_ledger.numbers.reading import Reading, UnreadableNumber
from casualty_ledger.numbers.scanning import Amount, find_amounts
from casualty_ledger.numbers.tokens import Tokens, tokenise
from casualty_schemas.vocabularies import Bound

_LOWER = (Bound.AT_LEAST, Bound.MORE_THAN)
_UPPER = (Bound.UP_TO, Bound.AT_MOST)


def read_number(text: str, language: str | Lexicon) -> Reading:
    """The number of people that a phrase states.

    `language` is a code (`xx-YY` falls back to `xx`) or a lexicon. Where a phrase holds several
    numbers, the one that counts people is read. Raises UnreadableNumber where there is none,
    UnknownLanguage where the language has no file.
    """
    lex = _lexicon(language)
    folded, tokens, amounts = _scan(text, lex)
    amount = most_likely(tokens, amounts, lex)
    if amount is None:
        raise UnreadableNumber(f"no number in {text[:80]!r} ({lex.language})")
    return _reading(folded, tokens, amount, _taken(amounts), lex)


def read_numbers(text: str, language: str | Lexicon) -> list[Reading]:
    """Every number phrase of a text, in order; empty where there is none.

    Articles, and nouns that only imply a number, are left out here.
    """
    return read_folded(fold(text), _lexicon(language))


def read_folded(folded: Folded, lex: Lexicon, shift: int = 0) -> list[Reading]:
    """As `read_numbers`, for a text that is folded already.

    `shift` is where that text begins in a longer one, to which the spans then belong.
    """
    tokens, amounts = _amounts(folded, lex)
    taken = _taken(amounts)
    return [
        _reading(folded, tokens, amount, taken, lex, shift) for amount in amounts if not amount.weak
    ]


def _lexicon(language: str | Lexicon) -> Lexicon:
    return lexicon(language) if isinstance(language, str) else language


def _scan(text: str, lex: Lexicon) -> tuple[Folded, Tokens, list[Amount]]:
    folded = fold(text)
    return folded, *_amounts(folded, lex)


def _amounts(folded: Folded, lex: Lexicon) -> tuple[Tokens, list[Amount]]:
    tokens = tokenise(folded.text, lex.pattern)
    return tokens, join_ranges(tokens, find_amounts(tokens, lex), lex)


def _taken(amounts: list[Amount]) -> frozenset[int]:
    return frozenset(amount.first for amount in amounts)


def _reading(
    folded: Folded,
    tokens: Tokens,
    amount: Amount,
    taken: frozenset[int],
    lex: Lexicon,
    shift: int = 0,
) -> Reading:
    qualified = qualify(tokens, amount, taken, lex)
    start, end = folded.span(tokens.starts[qualified.first], tokens.ends[qualified.last - 1])
    span = start + shift, end + shift
    if amount.vague and not (amount.either and qualified.bound is not Bound.EXACT):
        return Reading(None, None, None, Bound.VAGUE, span, amount.interval)
    return _stated(amount, qualified, span)


def _stated(amount: Amount, qualified: Qualified, span: tuple[int, int]) -> Reading:
    value = amount.value
    if amount.high is not None:
        return Reading(value, None, amount.high, Bound.BETWEEN, span)
    if qualified.bound in _LOWER:
        return Reading(value, None, None, qualified.bound, span)
    if qualified.bound in _UPPER:
        return Reading(None, None, value, qualified.bound, span)
    return Reading(None, value, None, qualified.bound, span)
