"""Tell at a glance that a folded text holds no number: no digit, and no word that begins one.

The glance loses nothing: it may see a number where the reader then finds none, never the reverse.
"""

import re
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from casualty_ledger.numbers.fused import split_fused
from casualty_ledger.numbers.lexicon import Atom, Lexicon, Role
from casualty_ledger.numbers.tokens import PERCENT, WORD

_DIGIT = re.compile("[0-9]")  # folded digits are of one script
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
        fused = {part for part, atom in lex.morphemes.items() if atom.role is Role.NUMBER}
        self._automaton = AhoCorasick(sorted(_telling(lex) | fused))

    def __call__(self, folded: str) -> bool:
        """Whether a folded text may hold a number; linear in its length."""
        if _DIGIT.search(folded) is not None:
            return True
        if self._lex.glued:  # where no spaces part the words, a number word may stand anywhere
            return bool(self._automaton.find_matches_as_indexes(folded))
        words = set(_WORDS.findall(folded))
        for first in self._firsts & words:
            if any(phrase <= words for phrase in self._phrases[first]):
                return True
        openings = self._openings
        return bool(openings) and any(
            word[:2] in openings and split_fused(word, self._lex) for word in words - self._whole
        )

    def places(self, folded: str) -> list[int]:
        """Places of a folded text, in order; each number that it may hold is at one of them."""
        found = [match.start() for match in _DIGIT.finditer(folded)]
        glued, open_ended = self._lex.glued, bool(self._openings)
        length = len(folded)
        for _, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            inside = start and folded[start - 1].isalpha()
            goes_on = not open_ended and end < length and folded[end].isalpha()
            if glued or not (inside or goes_on):
                found.append(start)
        found.sort()
        return found


def _telling(lex: Lexicon) -> set[str]:
    """Of each entry that begins a number the longest word: of "a dozen" the second."""
    return {
        max(atom.words, key=len)
        for atoms in lex.atoms.values()
        for atom in atoms
        if _begins_number(atom)
    }


def _begins_number(atom: Atom) -> bool:
    """Whether a word may begin a number that `read_numbers` gives.

    Articles and "several" alone are left out there: with a number after them, that one is seen.
    """
    return not atom.weak and atom.role not in _NEVER_FIRST and atom.role is not Role.SOME


@lru_cache(maxsize=256)
def presence(lex: Lexicon) -> Presence:
    """The glance for a language, made once."""
    return Presence(lex)
