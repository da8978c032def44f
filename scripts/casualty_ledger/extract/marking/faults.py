"""What a language file says under `[claims]` that its README does not allow."""

import re
from collections.abc import Iterator
from typing import Any

from casualty_ledger.extract.marking.forms import CHOICE, spelled_out
from casualty_ledger.extract.marking.keys import (
    CODES,
    FLAGS,
    LISTS,
    MATCHING,
    NESTED,
    OPTIONS,
    SIDES,
    TABLES,
    WORDS,
)

_NUMBER = re.compile(r"-?\d{1,3}")


def faults_of(claims: dict[str, Any]) -> Iterator[str]:
    """Every fault of a `claims` table, in words, by its key."""
    for key, value in claims.items():
        if key in LISTS or key in WORDS:
            yield from _list_faults(key, value)
        elif key in TABLES or key in NESTED:
            yield from _table_faults(key, value)
        elif key not in OPTIONS:
            known = ", ".join(sorted({*LISTS, *TABLES, *NESTED, *OPTIONS}))
            yield f"{key}: unknown key; known: {known}"
    yield from _option_faults(claims)


def _option_faults(claims: dict[str, Any]) -> Iterator[str]:
    if claims.get("matching", "words") not in MATCHING:
        yield f"matching: {claims['matching']!r}, expected one of {', '.join(MATCHING)}"
    if claims.get("event_side", "") not in SIDES:
        yield f"event_side: {claims['event_side']!r}, expected after or before"
    for key, meant in (("home", "the code of a state"), ("accents", "letters")):
        if not isinstance(claims.get(key, ""), str):
            yield f"{key}: {claims[key]!r}, expected {meant}"
    for flag in FLAGS:
        if not isinstance(claims.get(flag, False), bool):
            yield f"{flag}: {claims[flag]!r}, expected true or false"


def _table_faults(key: str, value: Any) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{key}: {value!r}, expected a table"
        return
    codes = set(NESTED[key]) if key in NESTED else CODES.get(key)
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
        if not isinstance(form, str) or not all(map(_tells, spelled_out([form]))):
            yield f"{key}: {form!r}, expected a word or words"
        elif not {"{", "}"}.isdisjoint(CHOICE.sub("", form)):
            yield f"{key}: {form!r}, expected choices as in {{a,b}}"


def _tells(form: str) -> bool:
    """Whether a form has a word, and one behind the bar that hides what stands before it."""
    return bool(form.rpartition("|")[2].strip(" *"))
