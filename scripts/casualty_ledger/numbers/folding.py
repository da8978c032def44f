"""Fold a text to the form in which it is matched, without losing where each character was.

Case, width, digit script, and the many spaces, apostrophes and hyphens become one form each.
All of that replaces one character by one character. What cannot (combining marks that compose,
marks that are dropped) goes through an offset table, built only for texts that need it.
"""

import re
import unicodedata
from dataclasses import dataclass

_SPACES = (
    "\t\n\r\x0b\x0c\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_APOSTROPHES = "\u2018\u2019\u02bc\u2032\u00b4\u0060\u02b9\uff07\u02bb\u201b"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
_TILDES = "\u301c\uff5e\u223c"
_LETTERS = {
    "ς": "σ", "ё": "е", "ı": "i", "İ": "i", "Ё": "е", "ş": "ș", "Ş": "ș", "ţ": "ț", "Ţ": "ț",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ے": "ي",
    "\u066b": ".", "\u066c": ",", "\u060c": ",", "\uff0c": ",", "\uff0e": ".", "\uff05": "%",
    "\u066a": "%",
}  # fmt: skip
# Dropped: soft hyphen, Arabic short vowels and tatweel, nukta, joiners, direction marks, BOM.
_DROPPED = (
    "\u00ad\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u093c\u09bc\u0abc"
    "\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
)
_IRREGULAR = re.compile(f"[{_DROPPED}\u200c]")
_ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3]")


class _Table(dict[int, str]):
    """Maps one character to one character; remembers what it has worked out."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    if character in _LETTERS:
        return _LETTERS[character]
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    for kind, form in ((_SPACES, " "), (_APOSTROPHES, "'"), (_HYPHENS, "-"), (_TILDES, "~")):
        if character in kind:
            return form
    wide = unicodedata.normalize("NFKC", character) if "\uff01" <= character <= "\uff5e" else ""
    lowered = (wide or character).lower()
    return lowered if len(lowered) == 1 else character


_TABLE = _Table()
_DIGITS = "".join(filter(str.isdecimal, map(chr, range(0x80, 0x10000))))
# What lower case alone does not fold; all characters of the other planes, to be looked up.
_SPECIAL = re.compile(
    f"[{re.escape(_SPACES + _APOSTROPHES + _HYPHENS + _TILDES + ''.join(_LETTERS))}"
    f"\uff01-\uff5e{_DIGITS}\U00010000-\U0010ffff]"
)


@dataclass(slots=True)
class Folded:
    """A folded text and, where characters were dropped or composed, the way back."""

    text: str
    starts: list[int] | None = None
    ends: list[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original text of a span in the folded one."""
        if self.starts is None or self.ends is None or start == end:
            return start, end
        return self.starts[start], self.ends[end - 1]

    def is_settled(self) -> bool:
        """Whether folding the folded text again changes nothing."""
        # Only a wide grave accent takes two steps; what was dropped may leave letters to compose.
        return "`" not in self.text and unicodedata.is_normalized("NFC", self.text)


def fold(text: str) -> Folded:
    """Fold a text; linear in its length."""
    if text.isascii():
        plain = text.isprintable() and "`" not in text
        return Folded(text.lower() if plain else text.translate(_TABLE))
    if unicodedata.is_normalized("NFC", text) and not _IRREGULAR.search(text):
        return Folded(_fold_characters(text))
    return _fold_with_offsets(text)


def _fold_characters(text: str) -> str:
    """Fold each character: lower case at once, then the few others, one replacement for each."""
    if "İ" in text:
        return text.translate(_TABLE)  # its lower case is two characters
    lowered = text.lower()
    for character in sorted(set(_SPECIAL.findall(lowered))):
        lowered = lowered.replace(character, _TABLE[ord(character)])
    return lowered


def _fold_with_offsets(text: str) -> Folded:
    kept, starts, ends = _drop_marks(*_compose(text))
    return Folded(_fold_characters("".join(kept)), starts, ends)


def _compose(text: str) -> tuple[str, list[int], list[int]]:
    """NFC, and for each of its characters the original's start and end."""
    origins: list[int] = []
    for index, character in enumerate(text):
        origins.extend([index] * len(unicodedata.normalize("NFD", character)))
    composed = unicodedata.normalize("NFC", text)
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for character in composed:
        length = len(unicodedata.normalize("NFD", character))
        covered = origins[position : position + length]
        starts.append(min(covered))
        ends.append(max(covered) + 1)
        position += length
    return composed, starts, ends


def _drop_marks(
    text: str, starts: list[int], ends: list[int]
) -> tuple[list[str], list[int], list[int]]:
    """Leave out what carries no number; a non-joiner between Arabic letters is a space."""
    kept: list[str] = []
    kept_starts: list[int] = []
    kept_ends: list[int] = []
    for character, start, end in zip(text, starts, ends, strict=True):
        if character == "\u200c" and kept and _ARABIC_LETTER.match(kept[-1]):
            character = " "
        elif _IRREGULAR.match(character):
            if kept_ends:
                kept_ends[-1] = end
            continue
        kept.append(character)
        kept_starts.append(start)
        kept_ends.append(end)
    return kept, kept_starts, kept_ends
