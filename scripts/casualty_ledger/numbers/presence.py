"""Tell at a glance that a folded text holds no number: no digit, and no word that begins one.

The glance loses nothing: it may see a number where the reader then finds none, never the reverse.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from casualty_ledger.numbers.fused import split_fused
from casualty_ledger.numbers.lexicon import Atom, Lexicon, Role
from casualty_ledger.numbers.tokens import PERCENT, WORD

_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d+")
_WORDS = re.compile(f"{WORD}+|{PERCENT}")
_NEVER_FIRST = (Role.JOIN, Role.OF)


class Presence:
    """The glance for one language."""

    __slots__ = ("_automaton", "_firsts", "_lex", "_openings", "_phrases", "_whole")

    def __init__(self, lex: Lexicon) -> None:
        self._lex = lex
        self._phrases = {
            word: [frozenset(atom.words) for atom in atoms if _begins_number(atom)]
            for word, atoms in lex.atoms.items()
            if any(map(_begins_number, atoms))
        }
        self._firsts = frozenset(self._phrases)
        # What is in the file as a word is not taken apart: ein is no fused number.
        self._whole = frozenset(
            word for word, atoms in lex.atoms.items() if any(len(atom.words) == 1 for atom in atoms)
        )
        self._openings = lex.openings
        # Where no spaces part the words, a number word may stand anywhere.
        self._automaton = AhoCorasick(sorted(self._firsts)) if lex.glued else None

    def __call__(self, folded: str) -> bool:
        """Whether a folded text may hold a number; linear in its length."""
        if _DIGIT.search(folded) is not None:
            return True
        if self._automaton is not None:
            return bool(self._automaton.find_matches_as_indexes(folded))
        return bool(self._beginning(folded))

    def places(self, folded: str) -> list[int]:
        """Where numbers may begin in a folded text, in order; inside words too."""
        found = [match.start() for match in _DIGITS.finditer(folded)]
        if self._automaton is not None:
            found += [start for _, start, _ in self._automaton.find_matches_as_indexes(folded)]
        else:
            for word in self._beginning(folded):
                found += _places_of(word, folded)
        return sorted(found)

    def _beginning(self, folded: str) -> set[str]:
        """The words of a folded text with which numbers may begin."""
        words = set(_WORDS.findall(folded))
        found = {
            first
            for first in self._firsts & words
            if any(phrase <= words for phrase in self._phrases[first])
        }
        openings = self._openings
        if openings:
            found.update(
                word
                for word in words - self._whole
                if word[:2] in openings and split_fused(word, self._lex)
            )
        return found


def _places_of(word: str, text: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + len(word))


def _begins_number(atom: Atom) -> bool:
    """Whether a word may begin a number that `read_numbers` gives.

    Articles and "several" alone are left out there: with a number after them, that one is seen.
    """
    return not atom.weak and atom.role not in _NEVER_FIRST and atom.role is not Role.SOME


@lru_cache(maxsize=256)
def presence(lex: Lexicon) -> Presence:
    """The glance for a language, made once."""
    return Presence(lex)
