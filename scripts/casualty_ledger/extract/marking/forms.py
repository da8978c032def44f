"""The forms of a language file, each with the mark it makes, choices in braces spelled out."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

from casualty_ledger.extract.marking.keys import LISTS, NESTED, TABLES
from casualty_ledger.extract.marking.marks import Kind

Form = tuple[str, Kind, str]  # the form as the file has it, and the mark it makes
CHOICE = re.compile(r"\{([^{}]*)\}")


def forms_of(claims: dict[str, Any]) -> Iterator[Form]:
    """Every form of a `claims` table."""
    for key, kind in LISTS.items():
        yield from ((form, kind, "") for form in spelled_out(claims.get(key, [])))
    for key, kind in TABLES.items():
        for code, forms in claims.get(key, {}).items():
            yield from ((form, kind, code) for form in spelled_out(forms))
    for key, kinds in NESTED.items():
        for name, kind in kinds.items():
            listed = claims.get(key, {}).get(name, [])
            yield from ((form, kind, "") for form in spelled_out(listed))
    yield from ((form, Kind.WAR, "") for form in _masked_wars(claims))


def _masked_wars(claims: dict[str, Any]) -> Iterator[str]:
    """The masked phrases that speak of a war all the same: "the war in Ukraine"."""
    glued = claims.get("matching") == "anywhere"
    edge = "" if glued else r"(?<!\w)"
    words = "|".join(
        re.escape(form.removesuffix("*")) + ("" if glued or form.endswith("*") else r"(?!\w)")
        for form in spelled_out(claims.get("war", []))
        if "*" not in form.removesuffix("*")
    )
    if not words:
        return
    war = re.compile(f"{edge}(?:{words})")
    yield from (form for form in spelled_out(claims.get("masks", [])) if war.search(form))


def spelled_out(forms: list[str]) -> Iterator[str]:
    """Every form for which one with choices stands: "{said,told} by {,the} {,press}"."""
    for form in forms:
        if "{" not in form:
            yield form
            continue
        parts = CHOICE.split(form)  # the choices are every second one
        choices = [part.split(",") if place % 2 else [part] for place, part in enumerate(parts)]
        yield from (" ".join("".join(chosen).split()) for chosen in product(*choices))
