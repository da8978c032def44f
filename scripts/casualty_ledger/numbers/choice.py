"""Which of a phrase's numbers counts people: "four brigades of 12,000 soldiers" says 12,000."""

from casualty_ledger.numbers.lexicon import Lexicon, phrase_before
from casualty_ledger.numbers.scanning import Amount
from casualty_ledger.numbers.tokens import Tokens

_YEARS = range(1900, 2100)
_NOUN_WITHIN = 2
_PHRASE = 20  # words in which a number may be implied


def most_likely(tokens: Tokens, amounts: list[Amount], lex: Lexicon) -> Amount | None:
    """The number that most likely counts people; among equals the first."""
    strong = [amount for amount in amounts if not amount.weak]
    if len(strong) == 1:
        return _one_unit(tokens, strong[0], lex) or strong[0]
    if strong:
        return max(strong, key=lambda amount: _weight(tokens, amount, lex))
    return _unit(tokens, amounts, lex) or _weak(amounts) or _implied(tokens, lex)


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
    end = min(tokens.count, amount.last + _NOUN_WITHIN)
    return any(
        lex.others.at(tokens.words, index) or lex.units.at(tokens.words, index)
        for index in range(amount.last, end)
    )


def _unit(tokens: Tokens, amounts: list[Amount], lex: Lexicon) -> Amount | None:
    """A military unit without a number is a vague size: "up to a battalion"."""
    articles = {amount.last for amount in amounts}
    for index in range(min(tokens.count, _PHRASE)):
        introduced = index == 0 or index in articles or phrase_before(lex.before, tokens, index)
        if introduced and lex.units.at(tokens.words, index):
            first = index - 1 if index in articles else index
            return Amount(0, first, index + 1, vague=True)
    return None


def _one_unit(tokens: Tokens, amount: Amount, lex: Lexicon) -> Amount | None:
    """One battalion is the size of a battalion, not one person."""
    end = min(len(tokens.words), amount.last + _NOUN_WITHIN)
    for index in range(amount.last, end):
        if amount.value == 1 and amount.high is None and lex.units.at(tokens.words, index):
            return Amount(0, amount.first, index + 1, vague=True)
    return None


def _implied(tokens: Tokens, lex: Lexicon) -> Amount | None:
    """A noun whose form states one or two: جنديان."""
    for index, word in enumerate(tokens.words[:_PHRASE]):
        if word in lex.nouns:
            return Amount(lex.nouns[word], index, index + 1)
    return None
