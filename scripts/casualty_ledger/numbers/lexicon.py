"""What a language file says about numbers, made ready for looking up.

A file is read when its language is first used, and kept. `docs` of every key are in
`languages/README.md`; `Lexicon` names what each becomes.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from fractions import Fraction
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from casualty_ledger.numbers.folding import fold
from casualty_ledger.numbers.reading import UnknownLanguage
from casualty_ledger.numbers.tokens import Tokens, glued_pattern, spaced_pattern, tokenise
from casualty_schemas.vocabularies import Bound

Value = int | Fraction
_SPACED = spaced_pattern()
_BOUNDS = {bound.value: bound for bound in Bound}


class Role(Enum):
    """What a word does inside a number phrase."""

    NUMBER = auto()  # adds its value, or multiplies when it is a scale
    PLURAL = auto()  # a scale after a number, vague when alone: thousands
    EITHER = auto()  # as PLURAL, but a plain number after a bound: около тысячи
    SOME = auto()  # makes a following scale vague: several hundred
    HALF = auto()  # adds a half to what it follows (and a half) or begins (साढ़े)
    JOIN = auto()  # stands between parts of one number: and
    OF = auto()  # stands before a scale that multiplies: tens of thousands, 20 de mii
    INTERVAL = auto()  # vague, with limits of its own: kilkanaście
    PART = auto()  # a share, vague: a third
    OVER = auto()  # makes a share of the numbers before and after it: 分之


@dataclass(frozen=True, slots=True)
class Atom:
    """One entry of a language file: its words, and what they do."""

    words: tuple[str, ...]
    role: Role
    value: Value = 0
    scale: bool = False
    weak: bool = False  # read only when a phrase has nothing else: the article in "un general"
    approximate: bool = False
    joined: bool = False  # written together with the word for "and"
    high: int = 0  # of an interval, whose low end is `value`


@dataclass(frozen=True, slots=True)
class Nouns:
    """Nouns by their beginnings and as whole words (of one word or two)."""

    beginnings: tuple[str, ...]
    words: frozenset[str]

    def at(self, words: list[str], index: int) -> bool:
        """Whether one of them stands at a place."""
        word = words[index]
        if word in self.words or (self.beginnings and word.startswith(self.beginnings)):
            return True
        return index + 1 < len(words) and f"{word} {words[index + 1]}" in self.words


Phrases = dict[str, tuple[tuple[tuple[str, ...], Bound | None], ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """One language's number words, ready for looking up."""

    language: str
    decimal: str
    pattern: re.Pattern[str]
    glued: bool
    reversed_tens: bool
    comma_joins: bool  # a comma may stand after "thousand"
    atoms: dict[str, tuple[Atom, ...]]  # by first word, longest first
    morphemes: dict[str, Atom]  # parts of fused words; empty where a language fuses none
    openings: frozenset[str]  # the first two letters of every morpheme
    suffixes: frozenset[str]  # case endings after a numeral: 6000-en
    endings: frozenset[str]  # case endings after a fused word
    before: Phrases  # bounds before a number, by their last word
    after: Phrases  # bounds after a number, by their first word
    ending_bounds: tuple[tuple[str, Bound], ...]  # endings of a number word that bound it
    fillers: frozenset[str]
    known: frozenset[str]  # words that may touch a number in a language without spaces
    counters: frozenset[str]  # words that count people: 명, 人, 名
    skipped: frozenset[str]  # these and particles may stand between a number and its bound
    infix: Phrases  # between the ends of a range
    open_range: Phrases  # before a range whose ends are joined by `join_range`
    join_range: Phrases
    close_range: Phrases
    units: Nouns  # military units
    others: Nouns  # other things that are not people
    nouns: dict[str, int]  # nouns whose form states a number
    some: frozenset[str]  # words that make a scale vague: several
    articles: frozenset[str]  # words that state one only beside what tells so: a, un, ein
    ordinal_before: frozenset[str]


def languages() -> list[str]:
    """The codes of all languages that have a file, sorted."""
    return list(_codes())


@cache
def _codes() -> tuple[str, ...]:
    names = (entry.name for entry in _folder().iterdir())
    return tuple(sorted(name[:-5] for name in names if name.endswith(".toml")))


@lru_cache(maxsize=256)
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; `xx-YY` falls back to `xx`.

    Raises UnknownLanguage where there is no such file.
    """
    code = language.lower().replace("_", "-")
    known = _codes()
    for candidate in (code, code.split("-")[0]):
        if candidate in known:
            return _of_file(candidate)
    raise UnknownLanguage(f"no language file for {language!r}; known: {', '.join(known)}")


@cache
def _of_file(code: str) -> Lexicon:
    return read_lexicon(code, _folder() / f"{code}.toml")


def read_lexicon(code: str, path: Traversable) -> Lexicon:
    """Read one language file."""
    data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return make_lexicon(code, data["numbers"])


def _folder() -> Traversable:
    return files("casualty_ledger") / "languages"


def make_lexicon(code: str, data: dict[str, Any]) -> Lexicon:
    """Make a lexicon from the `numbers` table of a language file."""
    glued = bool(data.get("glued"))
    plain = bool(data.get("plain_letters"))
    atoms = list(_atoms(data, plain))
    bounds = data.get("bounds", {})
    ranges = data.get("ranges", {})
    before = _bound_phrases(bounds.get("before", {}), plain, last=True)
    after = _bound_phrases(bounds.get("after", {}), plain)
    counters = _words(data.get("counters", []))
    skipped = counters | _words(data.get("particles", []))
    fillers = _words(data.get("fillers", []))
    range_parts = {
        name: _phrases(((phrase, None) for phrase in ranges.get(name, [])), plain, name == "open")
        for name in ("infix", "open", "join", "close")
    }
    ordinals = _words(data.get("ordinal_before", []))
    others = _noun_forms(data.get("others", []))
    units = _noun_forms(data.get("units", []))
    known = _first_words(atoms) | set(before) | set(after) | skipped | fillers | ordinals
    for phrases in range_parts.values():
        known |= set(phrases)
    morphemes = _morphemes(atoms) if data.get("fused") else {}
    return Lexicon(
        language=code,
        decimal=data.get("generated", {}).get("decimal", "."),
        pattern=(
            glued_pattern([*known, *others.words, *units.words])
            if glued
            else spaced_pattern(data.get("decimal_marks", ""))
        ),
        glued=glued,
        reversed_tens=bool(data.get("reversed_tens")),
        comma_joins=bool(data.get("comma_joins")),
        atoms=_by_first_word(atoms),
        morphemes=morphemes,
        openings=frozenset(morpheme[:2] for morpheme in morphemes),
        suffixes=frozenset(_folded(data.get("suffixes", []))),
        endings=frozenset(_folded(data.get("endings", data.get("suffixes", [])))),
        before=before,
        after=after,
        ending_bounds=_ending_bounds(bounds.get("ending", {})),
        fillers=fillers,
        known=frozenset(known),
        counters=counters,
        skipped=skipped,
        infix=range_parts["infix"],
        open_range=range_parts["open"],
        join_range=range_parts["join"],
        close_range=range_parts["close"],
        units=units,
        others=others,
        nouns=_nouns(data),
        some=frozenset(_some(data)),
        articles=_articles(data),
        ordinal_before=ordinals,
    )


def _articles(data: dict[str, Any]) -> frozenset[str]:
    """The weak forms of one, unless a language has no articles."""
    if data.get("no_articles"):
        return frozenset()
    return _words(data.get("weak", {}).get("1", "").split())


def phrase_words(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase of a language file."""
    return tuple(tokenise(fold(phrase).text, _SPACED).words)


def plain_letters(word: str) -> str:
    """A word without its accents, as many type it."""
    decomposed = unicodedata.normalize("NFD", word.replace("ł", "l").replace("đ", "d"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _folded(phrases: Iterable[str]) -> Iterator[str]:
    return (fold(phrase).text for phrase in phrases)


def _words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in phrase_words(phrase))


def _atoms(data: dict[str, Any], plain: bool) -> Iterator[Atom]:
    """Every atom of a file; where two have the same words, the first stands."""
    seen: set[tuple[str, ...]] = set()
    for atom in (*_stated_atoms(data), *_accented_away(_stated_atoms(data), plain)):
        if atom.words and atom.words not in seen:
            seen.add(atom.words)
            yield atom
    for atom in _prefixed(list(_stated_atoms(data)), data.get("prefixes", []), data):
        if atom.words not in seen:
            seen.add(atom.words)
            yield atom


def _accented_away(atoms: Iterator[Atom], plain: bool) -> Iterator[Atom]:
    for atom in atoms if plain else ():
        yield _with_words(atom, tuple(plain_letters(word) for word in atom.words))


def _with_words(atom: Atom, words: tuple[str, ...], joined: bool = False) -> Atom:
    return replace(atom, words=words, joined=atom.joined or joined)


def _prefixed(atoms: list[Atom], prefixes: list[str], data: dict[str, Any]) -> Iterator[Atom]:
    joiners = {word for phrase in data.get("joiners", []) for word in phrase_words(phrase)}
    for prefix in _folded(prefixes):
        joined = prefix[:1] in joiners
        for atom in atoms:
            if atom.role is not Role.JOIN:
                yield _with_words(atom, (prefix + atom.words[0], *atom.words[1:]), joined)


def _stated_atoms(data: dict[str, Any]) -> Iterator[Atom]:
    vague = data.get("vague", {})
    for phrase in data.get("joiners", []):
        yield Atom(phrase_words(phrase), Role.JOIN)
    for phrase in data.get("and_a_half", []):
        yield Atom(phrase_words(phrase), Role.HALF, Fraction(1, 2))
    for phrase in vague.get("some", []):
        yield Atom(phrase_words(phrase), Role.SOME)
    for phrase in data.get("linkers", []):
        yield Atom(phrase_words(phrase), Role.OF, 1)
    for phrase in vague.get("of", []):
        yield Atom(phrase_words(phrase), Role.OF)
    for limits, forms in vague.get("intervals", {}).items():
        low, high = (int(limit) for limit in limits.split("-"))
        for form in forms.split():
            yield Atom(phrase_words(form), Role.INTERVAL, low, high=high)
    for phrase in vague.get("over", []):
        yield Atom(phrase_words(phrase), Role.OVER)
    for phrase in vague.get("parts", []):
        yield Atom(phrase_words(phrase), Role.PART)
    yield from _valued(data.get("weak", {}), Role.NUMBER, weak=True)
    yield from _valued(data.get("either", {}), Role.EITHER, scale=True)
    yield from _valued(data.get("plurals", {}), Role.PLURAL, scale=True)
    yield from _valued(data.get("approximate", {}), Role.NUMBER, scale=True, approximate=True)
    yield from _valued(data.get("collectives", {}), Role.NUMBER, scale=True)
    yield from _valued(data.get("words", {}), Role.NUMBER)
    yield from _valued(data.get("generated", {}).get("words", {}), Role.NUMBER)


def _valued(
    table: dict[str, str], role: Role, scale: bool = False, **marks: bool
) -> Iterator[Atom]:
    for key, forms in table.items():
        value = _value(key)
        for form in forms.split():
            yield Atom(phrase_words(form), role, value, scale or is_scale(value), **marks)


def _value(key: str) -> Value:
    value = Fraction(key)
    return value.numerator if value.denominator == 1 else value


def is_scale(value: Value) -> bool:
    """Whether a number word multiplies what it follows: ten, hundred, thousand and so on."""
    return isinstance(value, int) and value >= 10 and str(value).strip("0") == "1"


def _noun_forms(entries: list[str]) -> Nouns:
    """The entries that end in an asterisk are beginnings of words."""
    forms = list(_folded(entries))
    beginnings = tuple(form[:-1] for form in forms if form.endswith("*"))
    return Nouns(beginnings, frozenset(form for form in forms if not form.endswith("*")))


def _nouns(data: dict[str, Any]) -> dict[str, int]:
    prefixes = ["", *_folded(data.get("prefixes", []))]
    return {
        prefix + word: int(value)
        for value, forms in data.get("nouns", {}).items()
        for word in phrase_words(forms)
        for prefix in prefixes
    }


def _some(data: dict[str, Any]) -> Iterator[str]:
    """The longest word of each phrase that makes a scale vague: "a handful of", several."""
    for phrase in data.get("vague", {}).get("some", []):
        yield max(phrase_words(phrase), key=len)


def _first_words(atoms: list[Atom]) -> set[str]:
    return {atom.words[0] for atom in atoms}


def _by_first_word(atoms: list[Atom]) -> dict[str, tuple[Atom, ...]]:
    found: dict[str, list[Atom]] = {}
    for atom in atoms:
        found.setdefault(atom.words[0], []).append(atom)
    return {
        word: tuple(sorted(same, key=lambda atom: -len(atom.words))) for word, same in found.items()
    }


def _morphemes(atoms: list[Atom]) -> dict[str, Atom]:
    fusing = (Role.NUMBER, Role.JOIN, Role.HALF)
    return {atom.words[0]: atom for atom in atoms if len(atom.words) == 1 and atom.role in fusing}


def _ending_bounds(table: dict[str, list[str]]) -> tuple[tuple[str, Bound], ...]:
    stated = [(form, _BOUNDS[code]) for code, forms in table.items() for form in _folded(forms)]
    return tuple(sorted(stated, key=lambda ending: (-len(ending[0]), ending[0])))


def _bound_phrases(table: dict[str, list[str]], plain: bool, last: bool = False) -> Phrases:
    stated = ((phrase, _BOUNDS[code]) for code, phrases in table.items() for phrase in phrases)
    return _phrases(stated, plain, last)


def _phrases(
    stated: Iterable[tuple[str, Bound | None]], plain: bool, last: bool = False
) -> Phrases:
    """Phrases by their first word (or their last), longest first."""
    found: dict[str, dict[tuple[str, ...], Bound | None]] = {}
    for phrase, bound in stated:
        words = phrase_words(phrase)
        for form in (words, tuple(map(plain_letters, words)) if plain else words):
            if form:
                found.setdefault(form[-1 if last else 0], {}).setdefault(form, bound)
    return {
        key: tuple(sorted(same.items(), key=lambda item: -len(item[0])))
        for key, same in found.items()
    }


def phrase_at(phrases: Phrases, tokens: Tokens, index: int) -> tuple[int, Bound | None] | None:
    """The end and the bound of the longest phrase that starts at a token."""
    for words, bound in phrases.get(tokens.words[index], ()):
        end = index + len(words)
        if len(words) == 1 or tuple(tokens.words[index:end]) == words:
            return end, bound
    return None


def phrase_before(phrases: Phrases, tokens: Tokens, end: int) -> tuple[int, Bound | None] | None:
    """The start and the bound of the longest phrase that ends before a token."""
    for words, bound in phrases.get(tokens.words[end - 1], ()) if end else ():
        start = end - len(words)
        if len(words) == 1 or (start >= 0 and tuple(tokens.words[start:end]) == words):
            return start, bound
    return None
