"""What a language file says under `[claims]`, read strictly; the keys are in its README."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

from casualty_ledger.extract.candidate import Event, EventStatus
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.numbers.folding import fold
from casualty_ledger.numbers.lexicon import lexicon

Form = tuple[str, Kind, str]  # the form as the file has it, and the mark it makes
_LISTS = {
    "fighters": Kind.FIGHTER,
    "amounts": Kind.AMOUNT,
    "remains": Kind.REMAINS,
    "another": Kind.ANOTHER,
    "not_people": Kind.NOT_PEOPLE,
    "displaced": Kind.DISPLACED,
    "war": Kind.WAR,
    "exceeding": Kind.EXCEEDING,
    "dying": Kind.DYING,
    "inflicting": Kind.INFLICTING,
    "raising": Kind.RAISING,
    "striking": Kind.STRIKING,
    "strikes": Kind.STRIKES,
    "place_before": Kind.PLACE_BEFORE,
    "place_after": Kind.PLACE_AFTER,
    "other_before": Kind.OTHER_BEFORE,
    "other_after": Kind.OTHER_AFTER,
    "agents_before": Kind.AGENT_BEFORE,
    "titles": Kind.TITLE,
    "joiners": Kind.JOINER,
    "barriers": Kind.BARRIER,
    "relatives": Kind.RELATIVE,
    "partitives": Kind.PARTITIVE,
    "wholes": Kind.WHOLE,
    "breakdowns": Kind.BREAKDOWN,
    "masks": Kind.MASK,
    "own": Kind.OWN,
    "possessives": Kind.POSSESSIVE,
    "enemies": Kind.ENEMY,
    "both_sides": Kind.BOTH,
    "sides": Kind.SIDE,
    "themes": Kind.THEME,
    "additions": Kind.ADDITION,
    "being": Kind.BEING,
    "victims": Kind.VICTIM,
    "ranks": Kind.RANKS,
    "having": Kind.HAVING,
    "losing": Kind.LOSING,
    "localities": Kind.LOCALITY,
    "several": Kind.SEVERAL,
    "handing": Kind.HANDING,
    "auxiliaries": Kind.AUXILIARY,
    "day_units": Kind.DAY_UNIT,
    "year_units": Kind.YEAR_UNIT,
}
_TABLES = {
    "people": Kind.PEOPLE,
    "events": Kind.EVENT,
    "statuses": Kind.STATUS,
    "countries": Kind.COUNTRY,
    "places": Kind.PLACE,
    "actors": Kind.ACTOR,
    "speakers": Kind.SPEAKER,
    "publishers": Kind.PUBLISHER,
    "organs": Kind.ORGAN,
    "months": Kind.MONTH,
    "weekdays": Kind.WEEKDAY,
    "days": Kind.DAY,
    "years": Kind.YEAR,
    "months_ago": Kind.MONTH_AGO,
    "scope": Kind.SCOPE,
}
_NESTED = {
    "attribution": {
        "verbs": Kind.SAYS,
        "before": Kind.SAID_BY,
        "after": Kind.SAID_BY_AFTER,
        "backward": Kind.BACKWARD,
        "topic": Kind.TOPIC,
        "negations": Kind.NEGATION,
        "seconding": Kind.SECONDING,
        "giving": Kind.GIVING,
        "differing": Kind.DIFFERING,
        "outlets": Kind.OUTLET,
        "groups": Kind.GROUP,
        "heads": Kind.HEAD,
        "views": Kind.VIEW,
        "listeners": Kind.LISTENER,
        "about": Kind.ABOUT,
        "told": Kind.TOLD,
        "controlled": Kind.CONTROLLED,
        "objects": Kind.OBJECT,
        "pronouns": Kind.PRONOUN,
        "reports": Kind.REPORT,
        "counting": Kind.COUNTING,
        "that": Kind.THAT,
    },
    "relays": {"before": Kind.RELAY_BEFORE, "after": Kind.RELAY_AFTER},
    "as_of": {"since": Kind.SINCE, "until": Kind.UNTIL},
}
_FLAGS = (
    "head_before", "dotted_ordinals", "capital_nouns", "verb_first", "adjectives_after",
    "bare_genitives", "objects_after",
)  # fmt: skip
_WORDS = (
    "prefixes", "abbreviations", "oblique", "future", "instrumental", "articles", "genitives",
    "name_edges", "name_tails", "same",
)  # fmt: skip
_OPTIONS = {"home", "matching", "event_side", *_WORDS, *_FLAGS}
_CODES = {
    "events": {event.value for event in Event},
    "statuses": {status.value for status in EventStatus},
    "months": {str(number) for number in range(1, 13)},
    "weekdays": {str(number) for number in range(1, 8)},
    "scope": {"period", "cumulative", "event"},
}
_MATCHING = ("words", "beginnings", "anywhere")
_SIDES = ("", "after", "before")
_NUMBER = re.compile(r"-?\d{1,3}")
_CHOICE = re.compile(r"\{([^{}]*)\}")


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
    oblique: tuple[str, ...]  # endings of a name that is not the subject of its sentence
    future: tuple[str, ...]  # endings of verbs that say what is to come
    instrumental: tuple[str, ...]  # endings of who does what is done
    articles: tuple[str, ...]  # longest first
    genitives: tuple[str, ...]  # "of", with an article or without, longest first
    name_edges: tuple[str, ...]  # what ends before a name, where no capital letter begins it
    name_tails: tuple[str, ...]  # what may stand between a name and its particle: 側, など
    same: tuple[str, ...]  # words before a noun for who was named before: 同, 该, 이
    forms: tuple[Form, ...]


@cache
def pack(language: str) -> Pack:
    """The pack of a language; an empty one where its file has no `[claims]`.

    Raises UnknownLanguage where there is no file, FaultyLanguageFileError where it has faults.
    """
    code = lexicon(language).language
    path = files("casualty_ledger") / "languages" / f"{code}.toml"
    data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    if "claims" in data:
        return make_pack(code, data["claims"])
    matching = "anywhere" if lexicon(language).glued else "words"
    return replace(make_pack(code, {"matching": matching}), stated=False)


def make_pack(code: str, claims: dict[str, Any]) -> Pack:
    """Make a pack from the `claims` table of a language file."""
    faults = [*_faults(claims)]
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
        oblique=tuple(fold(ending).text for ending in claims.get("oblique", [])),
        future=tuple(fold(ending).text for ending in claims.get("future", [])),
        instrumental=tuple(fold(ending).text for ending in claims.get("instrumental", [])),
        articles=_longest_first(claims.get("articles", [])),
        genitives=_longest_first(claims.get("genitives", [])),
        name_edges=_longest_first(claims.get("name_edges", [])),
        name_tails=_longest_first(claims.get("name_tails", [])),
        same=_longest_first(claims.get("same", [])),
        forms=tuple(dict.fromkeys(_forms(claims))),
    )


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted((fold(word).text for word in words), key=lambda one: (-len(one), one)))


def _forms(claims: dict[str, Any]) -> Iterator[Form]:
    for key, kind in _LISTS.items():
        yield from ((form, kind, "") for form in _spelled_out(claims.get(key, [])))
    for key, kind in _TABLES.items():
        for code, forms in claims.get(key, {}).items():
            yield from ((form, kind, code) for form in _spelled_out(forms))
    for key, kinds in _NESTED.items():
        for name, kind in kinds.items():
            listed = claims.get(key, {}).get(name, [])
            yield from ((form, kind, "") for form in _spelled_out(listed))
    yield from ((form, Kind.WAR, "") for form in _masked_wars(claims))


def _masked_wars(claims: dict[str, Any]) -> Iterator[str]:
    """The masked phrases that speak of a war all the same: "the war in Ukraine"."""
    glued = claims.get("matching") == "anywhere"
    edge = "" if glued else r"(?<!\w)"
    words = "|".join(
        re.escape(form.removesuffix("*")) + ("" if glued or form.endswith("*") else r"(?!\w)")
        for form in _spelled_out(claims.get("war", []))
        if "*" not in form.removesuffix("*")
    )
    if not words:
        return
    war = re.compile(f"{edge}(?:{words})")
    yield from (form for form in _spelled_out(claims.get("masks", [])) if war.search(form))


def _spelled_out(forms: list[str]) -> Iterator[str]:
    """Every form for which one with choices stands: "{said,told} by {,the} {,press}"."""
    for form in forms:
        if "{" not in form:
            yield form
            continue
        parts = _CHOICE.split(form)  # the choices are every second one
        choices = [part.split(",") if place % 2 else [part] for place, part in enumerate(parts)]
        yield from (" ".join("".join(chosen).split()) for chosen in product(*choices))


def _faults(claims: dict[str, Any]) -> Iterator[str]:
    for key, value in claims.items():
        if key in _LISTS or key in _WORDS:
            yield from _list_faults(key, value)
        elif key in _TABLES or key in _NESTED:
            yield from _table_faults(key, value)
        elif key not in _OPTIONS:
            known = ", ".join(sorted({*_LISTS, *_TABLES, *_NESTED, *_OPTIONS}))
            yield f"{key}: unknown key; known: {known}"
    if claims.get("matching", "words") not in _MATCHING:
        yield f"matching: {claims['matching']!r}, expected one of {', '.join(_MATCHING)}"
    if claims.get("event_side", "") not in _SIDES:
        yield f"event_side: {claims['event_side']!r}, expected after or before"
    if not isinstance(claims.get("home", ""), str):
        yield f"home: {claims['home']!r}, expected the code of a state"
    for flag in _FLAGS:
        if not isinstance(claims.get(flag, False), bool):
            yield f"{flag}: {claims[flag]!r}, expected true or false"


def _table_faults(key: str, value: Any) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{key}: {value!r}, expected a table"
        return
    codes = set(_NESTED[key]) if key in _NESTED else _CODES.get(key)
    for code, forms in value.items():
        if codes is not None and code not in codes:
            yield f"{key}.{code}: unknown; known: {', '.join(sorted(codes))}"
        if key in ("days", "years", "months_ago") and not _NUMBER.fullmatch(code):
            yield f"{key}.{code}: expected a whole number"
        yield from _list_faults(f"{key}.{code}", forms)


def _list_faults(key: str, value: Any) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{key}: {value!r}, expected a list"
        return
    for form in value:
        if not isinstance(form, str) or not all(one.strip(" *") for one in _spelled_out([form])):
            yield f"{key}: {form!r}, expected a word or words"
        elif not {"{", "}"}.isdisjoint(_CHOICE.sub("", form)):
            yield f"{key}: {form!r}, expected choices as in {{a,b}}"
