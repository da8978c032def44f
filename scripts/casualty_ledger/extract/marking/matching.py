"""Find every form of a language file and of the registers in one pass over a folded text.

One automaton a language holds the beginning of each form, up to its first asterisk; what follows
an asterisk is checked in place by a pattern whose repetitions are bounded.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from casualty_ledger.extract.marking.endings import future_verbs, to_come
from casualty_ledger.extract.marking.forms import Form
from casualty_ledger.extract.marking.marks import Kind, Mark, Marks, Place, arrange
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.pack import Pack
from casualty_ledger.extract.names import Names
from casualty_ledger.numbers.folding import fold

_REST_OF_WORD = r"[^\W_]{0,24}"
_BETWEEN_WORDS = r"[ \-]{1,3}"
_LONGEST_PREFIX = 4
_ELIDED = "'"  # ends an article before a vowel, and with it a form: all', à l'
_LINE_END = re.compile(r"\n")
_NAMES = (Kind.ACTOR, Kind.PUBLISHER)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A form: the mark it makes, and what must follow its beginning."""

    kind: Kind
    code: str
    open: bool  # the word may go on after the beginning
    rest: re.Pattern[str] | None  # the other words, where an asterisk stands before them
    capital: bool  # the name begins with a capital letter, so the text must
    lead: int = 0  # characters that stand before what is marked


class Finder:
    """Finds forms of one language."""

    __slots__ = ("_automaton", "_entries", "_future", "_glued", "_prefixes")

    def __init__(self, pack: Pack, forms: Iterable[tuple[Form, bool]]) -> None:
        """Take the forms, each with whether it is a name of the registers."""
        entries: dict[str, list[_Entry]] = {}
        for form, named in forms:
            head, entry = _entry(form, named, pack.matching != "words")
            if head:
                entries.setdefault(head, []).append(entry)
        heads = sorted(entries)
        self._automaton = AhoCorasick(heads)
        self._entries = [_closed(tuple(dict.fromkeys(entries[head]))) for head in heads]
        self._glued = pack.matching == "anywhere"
        self._prefixes = pack.prefixes
        self._future = future_verbs(pack.future)

    def marks(self, folded: str, original: str) -> Marks:
        """The marks of a folded text; `original` has its capitals at the same offsets."""
        ends = [match.end() for match in _LINE_END.finditer(original)]

        def scan(start: int, end: int) -> list[Mark]:
            found = set(self._found(folded[start:end], original, start))
            if self._future is not None:
                found.update(to_come(self._future, folded[start:end], start, found))
            return arrange(found)

        return Marks([*ends, len(folded)], scan)

    def finds(self, folded: str, original: str) -> bool:
        """Whether a text holds any of the forms."""
        return next(self._found(folded, original), None) is not None

    def _found(self, folded: str, original: str, shift: int = 0) -> Iterator[Place]:
        """Every form in a stretch of a text, which begins at `shift` of the original."""
        glued, prefixes = self._glued, self._prefixes
        loose = glued or bool(prefixes)
        length, heads = len(folded), self._entries
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            inside = start and folded[start - 1].isalnum()
            if inside and not (loose and _begins(folded, start, glued, prefixes)):
                continue
            ends_here = end == length or not folded[end].isalnum() or folded[end - 1] == _ELIDED
            closed, entries = heads[index]
            if closed and not ends_here and _spaced(folded[end]):
                continue  # the beginning of another word
            for entry in entries:
                if entry.capital and not original[start + shift].isupper():
                    continue
                plain = ends_here and entry.rest is None
                stop = end if plain else _end(folded, end, entry)
                if stop:
                    yield (
                        start + entry.lead + shift,
                        -stop - shift,
                        entry.kind,
                        start - end,
                        entry.code,
                    )


def _closed(entries: tuple[_Entry, ...]) -> tuple[bool, tuple[_Entry, ...]]:
    """Forms of one beginning, with whether all are whole words.

    A letter of a script with spaces rules all of those out at once.
    """
    return not any(entry.open or entry.rest is not None for entry in entries), entries


def _begins(text: str, start: int, glued: bool, prefixes: frozenset[str]) -> bool:
    """Whether a form may begin after a letter: in scripts without spaces, or after a prefix."""
    if glued:
        last = text[start]  # the last digit of a number begins a form as well: 2死
        return last.isdigit() or not (last.isascii() and text[start - 1].isascii())
    if not prefixes:
        return False
    place = start
    while place and start - place < _LONGEST_PREFIX and text[place - 1].isalnum():
        place -= 1
    whole = not place or not text[place - 1].isalnum()
    return whole and text[place:start] in prefixes


def everything(pack: Pack, names: Names) -> Finder:
    """The finder of all forms of a language and of the registers."""
    named = [form for form in names.forms if form[2] not in offices().counted]
    return Finder(
        pack, [*((form, False) for form in pack.forms), *((form, True) for form in named)]
    )


def _end(text: str, end: int, entry: _Entry) -> int:
    """Where a form ends, or 0 where the text only begins like it."""
    if entry.rest is not None:
        match = entry.rest.match(text, end)
        return match.end() if match else 0
    if end < len(text) and text[end].isalnum():
        if not entry.open:
            return 0 if _spaced(text[end]) else end  # NATOによると
        if not _spaced(text[end - 1]) or not _spaced(text[end]):
            return end
        while end < len(text) and text[end].isalnum():
            end += 1
    return end


def _spaced(character: str) -> bool:
    """Whether a script writes spaces between words (Korean too, but particles follow there)."""
    return character < "\u0e00"


def _entry(form: Form, named: bool, loose: bool) -> tuple[str, _Entry]:
    words, kind, code = form
    before, _, words = words.rpartition("|")
    lead = fold(before).text
    folded = lead + " ".join(fold(words.strip()).text.split())
    head, star, rest = folded.partition("*")
    tail = _tail(rest, loose) if star and rest.strip() else None
    open_ended = bool(star) or (loose and not head[-1:].isascii())
    capital = named and kind in _NAMES and words[:1].isupper()
    return head, _Entry(kind, code, open_ended, tail, capital, len(lead))


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
