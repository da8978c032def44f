"""Cut a folded text into numerals and words.

A numeral is a run of digits with its group and decimal marks. A word is whatever stands between
spaces and punctuation; in languages that write no spaces it is a known lexeme or one character.
"""

import re
from dataclasses import dataclass

# Every repetition is over fixed lengths and bounded, so no text makes the pattern backtrack far.
NUMERAL = (
    r"\d{1,3}(?:([ .,'])\d{3}(?:\1\d{3}){0,6})(?!\d)(?:[.,]\d{1,2}(?!\d))?"
    r"|\d{1,3}[,.] 000(?!\d)"
    r"|\d{1,2}(?:,\d\d){1,5},\d{3}(?!\d)"
    r"|\d+(?:[.,MARKS]\d+)?"
)
_BREAKS = (
    "\\s\\d!-/:-@\\[-`{-~\u00a1-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf"
    "\u060c\u061b\u061f\u06d4\u0964\u0965\u2010-\u2027\u2030-\u205e\u2190-\u2bff"
    "\u3000-\u3004\u3008-\u3020\u3030\u30fb\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
WORD = f"[^{_BREAKS}]"
PERCENT = "[%\u2030]"


@dataclass(slots=True)
class Tokens:
    """The tokens of a folded text, as parallel lists."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    count: int

    def gap(self, index: int) -> str:
        """The text between a token and the one before it; a space before the first."""
        return self.text[self.ends[index - 1] : self.starts[index]] if index else " "


def spaced_pattern(decimal_marks: str = "") -> re.Pattern[str]:
    """The tokens of a language that writes spaces between words.

    `decimal_marks` are decimal marks of that language other than the full stop and the comma.
    """
    return re.compile(f"{_numeral(decimal_marks)}|{WORD}+|{PERCENT}")


def _numeral(decimal_marks: str) -> str:
    return NUMERAL.replace("MARKS", re.escape(decimal_marks))


def glued_pattern(lexemes: list[str]) -> re.Pattern[str]:
    """The tokens of a language that writes no spaces: the longest lexeme, or one character."""
    return re.compile(f"{_numeral('')}|[a-z]+|{_longest(lexemes)}|{WORD}|{PERCENT}")


def _longest(lexemes: list[str]) -> str:
    """The longest of some lexemes, told apart by their first character to be found quickly."""
    rests: dict[str, list[str]] = {}
    for lexeme in sorted(set(filter(None, lexemes)), key=lambda one: (-len(one), one)):
        rests.setdefault(lexeme[0], []).append(re.escape(lexeme[1:]))
    firsts = "".join(re.escape(first) for first in rests)
    known = "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items())
    return f"(?=[{firsts}])(?:{known})" if rests else WORD


def tokenise(text: str, pattern: re.Pattern[str]) -> Tokens:
    """Cut a folded text; linear in its length."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in pattern.finditer(text):
        words.append(match[0])
        start, end = match.span()
        starts.append(start)
        ends.append(end)
    return Tokens(text, words, starts, ends, len(words))
