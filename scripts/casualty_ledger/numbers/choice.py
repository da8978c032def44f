"""Which of a phrase's numbers counts people: "four brigades of 12,000 soldiers" says 12,000."""

from casualty_ledger.numbers.lexicon import Lexicon
from casualty_ledger.numbers.scanning import Amount
from casualty_ledger.numbers.tokens import Tokens

_YEARS = range(1900, 2100)
_NOUN_WITHIN = 2


def most_likely(tokens: Tokens, amounts: list[Amount], lex: Lexicon) -> Amount | None:
    """The number that most likely counts people; among equals the first."""
    strong = [amount for amount in amounts if not amount.weak]
    if len(strong) == 1:
        return strong[0]
    if strong:
        return max(strong, key=lambda amount: _weight(tokens, amount, lex))
    return _unit(tokens, lex) or _weak(amounts) or _implied(tokens, lex)


def _weak(amounts: list[Amount]) -> Amount | None:
    """Of words that may state a number, the last: "an estimated few soldiers"."""
    return amounts[-1] if amounts else None


def _weight(tokens: Tokens, amount: Amount, lex: Lexicon) -> int:
    if counts_other(tokens, amount, lex):
        return 1
    if amount.vague and amount.interval is not None:
        return 2
    if amount.bare and amount.high is None and amount.value in _YEARS:
        return 2
    return 3


def counts_other(tokens: Tokens, amount: Amount, lex: Lexicon) -> bool:
    """Whether a number is followed by a noun for units, times or lengths."""
    others = lex.others + lex.units
    end = min(len(tokens), amount.last + _NOUN_WITHIN)
    return any(
        word.startswith(others) and not word[0].isdigit()
        for word in tokens.words[amount.last : end]
    )


def _unit(tokens: Tokens, lex: Lexicon) -> Amount | None:
    """A military unit without a number is a vague size: "up to a battalion"."""
    for index, word in enumerate(tokens.words[:20]):
        if lex.units and word.startswith(lex.units):
            return Amount(0, index, index + 1, vague=True)
    return None


def _implied(tokens: Tokens, lex: Lexicon) -> Amount | None:
    """A noun whose form states one or two: جنديان."""
    for index, word in enumerate(tokens.words[:20]):
        if word in lex.nouns:
            return Amount(lex.nouns[word], index, index + 1)
    return None
