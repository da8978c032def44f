"""Read number phrases in the languages of the sources: value, bound and place in the text."""

from casualty_ledger.numbers.lexicon import languages
from casualty_ledger.numbers.reader import read_number, read_numbers
from casualty_ledger.numbers.reading import Reading, UnknownLanguage, UnreadableNumber

__all__ = [
    "Reading",
    "UnknownLanguage",
    "UnreadableNumber",
    "languages",
    "read_number",
    "read_numbers",
]
