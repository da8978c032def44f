"""Find every form of a language file and of the registers in one pass over a folded text.

One automaton a language holds the beginning of each form, up to its first asterisk; what follows
an asterisk is checked in place by a pattern whose repetitions are bounded.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from casualty_ledger.extract.marks import Kind, Mark, Marks, arrange
from casualty_ledger.extract.names import Names
from casualty_ledger.extract.pack import Form, Pack
from casualty_ledger.numbers.folding import fold

_REST_OF_WORD = r"[^\W_]{0,24}"
_BETWEEN_WORDS = r"[ \-]{1,3}"
_LONGEST_PREFIX = 4
_NAMES = (Kind.ACTOR, Kind.PUBLISHER)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A form: the mark it makes, and what must follow its beginning."""

    kind: Kind
    code: str
    open: bool  # the word may go on after the beginning
    rest: re.Pattern[str] | None  # the other words, where an asterisk stands before them
    capital: bool  # the name begins with a capital letter, so the text must


class Matcher:
    """Finds the marks of one language."""

    __slots__ = ("_automaton", "_entries", "_glued", "_prefixes")

    def __init__(self, pack: Pack, names: Names) -> None:
        entries: dict[str, list[_Entry]] = {}
        loose = pack.matching != "words"
        for form, named in [
            *((form, False) for form in pack.forms),
            *((form, True) for form in names.forms),
        ]:
            head, entry = _entry(form, named, loose)
            if head:
                entries.setdefault(head, []).append(entry)
        heads = sorted(entries)
        self._automaton = AhoCorasick(heads)
        self._entries = [tuple(dict.fromkeys(entries[head])) for head in heads]
        self._glued = pack.matching == "anywhere"
        self._prefixes = pack.prefixes

    def marks(self, folded: str, original: str | None = None) -> Marks:
        """All marks of a folded text; `original` where it has the same offsets."""
        found: list[Mark] = []
        entries, cased = self._entries, original is not None
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if not self._begins(folded, start):
                continue
            for entry in entries[index]:
                if entry.capital and cased and not original[start].isupper():  # type: ignore[index]
                    continue
                stop = _end(folded, end, entry)
                if stop:
                    found.append(Mark(start, stop, entry.kind, entry.code))
        return arrange(found)

    def _begins(self, text: str, start: int) -> bool:
        """Whether a form may begin here: at the front of a word, perhaps after a prefix."""
        if not start or not text[start - 1].isalnum():
            return True
        if self._glued:
            return not (text[start].isascii() and text[start - 1].isascii())
        if not self._prefixes:
            return False
        place = start
        while place and start - place < _LONGEST_PREFIX and text[place - 1].isalnum():
            place -= 1
        whole = not place or not text[place - 1].isalnum()
        return whole and text[place:start] in self._prefixes


@lru_cache(maxsize=64)
def matcher(pack: Pack, names: Names) -> Matcher:
    """The matcher of a language, made once."""
    return Matcher(pack, names)


def _end(text: str, end: int, entry: _Entry) -> int:
    """Where a form ends, or 0 where the text only begins like it."""
    if entry.rest is not None:
        match = entry.rest.match(text, end)
        return match.end() if match else 0
    if end < len(text) and text[end].isalnum():
        if not entry.open:
            return 0
        if not (text[end].isascii() or _spaced(text[end])):
            return end
        while end < len(text) and text[end].isalnum():
            end += 1
    return end


def _spaced(character: str) -> bool:
    """Whether a script writes spaces between words (Korean too, but particles follow there)."""
    return character < "\u0e00"


def _entry(form: Form, named: bool, loose: bool) -> tuple[str, _Entry]:
    words, kind, code = form
    folded = " ".join(fold(words.strip()).text.split())
    head, star, rest = folded.partition("*")
    tail = _tail(rest, loose) if star and rest.strip() else None
    open_ended = bool(star) or (loose and not head[-1:].isascii())
    capital = named and kind in _NAMES and words[:1].isupper()
    return head, _Entry(kind, code, open_ended, tail, capital)


def _tail(rest: str, loose: bool) -> re.Pattern[str]:
    """What follows the first asterisk of a form of several words."""
    pattern = _REST_OF_WORD
    for piece in re.split(r"([ *])", rest):
        if piece == "*":
            pattern += _REST_OF_WORD
        elif piece == " ":
            pattern += _BETWEEN_WORDS
        else:
            pattern += re.escape(piece)
    return re.compile(pattern if rest.endswith("*") or loose else pattern + r"(?![^\W_])")
