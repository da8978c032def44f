"""What a language file says under `[claims]`, read strictly; the keys are in its README."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from casualty_ledger.extract.marking.faults import faults_of
from casualty_ledger.extract.marking.forms import Form, forms_of
from casualty_ledger.numbers.folding import fold
from casualty_ledger.numbers.lexicon import lexicon, plain_letters

_TELLING = 100  # characters, among which accents are to be expected


class FaultyLanguageFileError(ValueError):
    """The `[claims]` table of a language file holds what its README does not allow."""


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """One language's words for claims."""

    language: str
    stated: bool  # whether the language file has a `[claims]` table
    matching: str
    prefixes: frozenset[str]
    head_before: bool
    dotted_ordinals: bool
    capital_nouns: bool  # every noun has a capital letter, so that it marks no name
    verb_first: bool  # a verb of saying mostly precedes who says so
    adjectives_after: bool  # what describes a noun mostly follows it
    bare_genitives: bool  # what it belongs to follows it without "of"
    objects_after: bool  # a verb right before a number may be its verb though verbs end sentences
    event_side: str
    home: str  # the state whose ministry a text of the language means by "the ministry"
    abbreviations: frozenset[str]
    accents: frozenset[str]  # letters that no ordinary text lacks
    whole_endings: tuple[str, ...]  # endings of a noun of which the number after it is a part
    oblique: tuple[str, ...]  # endings of a name that is not the subject of its sentence
    future: tuple[str, ...]  # endings of verbs that say what is to come
    instrumental: tuple[str, ...]  # endings of who does what is done
    articles: tuple[str, ...]  # longest first
    genitives: tuple[str, ...]  # "of", with an article or without, longest first
    name_edges: tuple[str, ...]  # what ends before a name, where no capital letter begins it
    name_words: tuple[str, ...]  # words in names that hold what ends before one: 自由
    name_tails: tuple[str, ...]  # what may stand between a name and its particle: 側, など
    same: tuple[str, ...]  # words before a noun for who was named before: 同, 该, 이
    forms: tuple[Form, ...]


@cache
def pack(language: str, *, unaccented: bool = False) -> Pack:
    """The pack of a language; an empty one where its file has no `[claims]`.

    `unaccented` also knows its forms as they are typed without accents.
    Raises UnknownLanguage where there is no file, FaultyLanguageFileError where it has faults.
    """
    code = lexicon(language).language
    path = files("casualty_ledger") / "languages" / f"{code}.toml"
    data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    if "claims" in data:
        words = make_pack(code, data["claims"])
        return _without_accents(words) if unaccented else words
    matching = "anywhere" if lexicon(language).glued else "words"
    return replace(make_pack(code, {"matching": matching}), stated=False)


def pack_for(language: str, folded: str) -> Pack:
    """The pack of a language, without accents where a folded text of some length is typed so.

    Romanian news is, in part: "Doi soldati au fost raniti".
    """
    words = pack(language)
    if not words.accents or len(folded) < _TELLING:
        return words
    accented = any(letter in folded for letter in words.accents)
    return words if accented else pack(language, unaccented=True)


def make_pack(code: str, claims: dict[str, Any]) -> Pack:
    """Make a pack from the `claims` table of a language file."""
    faults = [*faults_of(claims)]
    if faults:
        listed = "\n".join(f"{code}.toml: claims.{fault}" for fault in faults)
        raise FaultyLanguageFileError(listed)
    return Pack(
        language=code,
        stated=True,
        matching=claims.get("matching", "words"),
        prefixes=frozenset(fold(prefix).text for prefix in claims.get("prefixes", [])),
        head_before=bool(claims.get("head_before")),
        dotted_ordinals=bool(claims.get("dotted_ordinals")),
        capital_nouns=bool(claims.get("capital_nouns")),
        verb_first=bool(claims.get("verb_first")),
        adjectives_after=bool(claims.get("adjectives_after")),
        bare_genitives=bool(claims.get("bare_genitives")),
        objects_after=bool(claims.get("objects_after")),
        event_side=claims.get("event_side", ""),
        home=claims.get("home", ""),
        abbreviations=frozenset(fold(word).text for word in claims.get("abbreviations", [])),
        accents=frozenset(fold(claims.get("accents", "")).text),
        whole_endings=_longest_first(claims.get("whole_endings", [])),
        oblique=tuple(fold(ending).text for ending in claims.get("oblique", [])),
        future=tuple(fold(ending).text for ending in claims.get("future", [])),
        instrumental=tuple(fold(ending).text for ending in claims.get("instrumental", [])),
        articles=_longest_first(claims.get("articles", [])),
        genitives=_longest_first(claims.get("genitives", [])),
        name_edges=_longest_first(claims.get("name_edges", [])),
        name_words=_longest_first(claims.get("name_words", [])),
        name_tails=_longest_first(claims.get("name_tails", [])),
        same=_longest_first(claims.get("same", [])),
        forms=tuple(dict.fromkeys(forms_of(claims))),
    )


def _without_accents(words: Pack) -> Pack:
    """A pack with each form and each ending a second time, without accents."""
    forms = ((plain_letters(form), kind, code) for form, kind, code in words.forms)
    return replace(
        words,
        forms=tuple(dict.fromkeys([*words.forms, *forms])),
        oblique=_both(words.oblique),
        future=_both(words.future),
        instrumental=_both(words.instrumental),
        articles=_by_length(_both(words.articles)),
        genitives=_by_length(_both(words.genitives)),
        same=_by_length(_both(words.same)),
        whole_endings=_both(words.whole_endings),
    )


def _both(stated: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*stated, *map(plain_letters, stated)]))


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return _by_length(fold(word).text for word in words)


def _by_length(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda one: (-len(one), one)))
