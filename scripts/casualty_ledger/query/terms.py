"""The parts of a condition, as parsed and as normalised."""

from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = str | int | bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """``column operator value``, with one of ``<  <=  >  >=``."""

    column: str
    operator: str
    value: Value


@dataclass(frozen=True, slots=True)
class Membership:
    """``column IN (values)``, or NOT IN; ``=`` and ``!=`` are a membership of one value."""

    column: str
    values: tuple[Value, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """``column LIKE pattern``, or NOT LIKE: ``%`` for any text, ``_`` for one character."""

    column: str
    pattern: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Absence:
    """``column IS NULL``, or IS NOT NULL."""

    column: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Negation:
    """``NOT term``."""

    term: "Term"


@dataclass(frozen=True, slots=True)
class Every:
    """Terms joined by AND."""

    terms: tuple["Term", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Terms joined by OR."""

    terms: tuple["Term", ...]


Atom: TypeAlias = Comparison | Membership | Pattern | Absence
Term: TypeAlias = Atom | Negation | Every | Either


def atoms(term: Term) -> list[Atom]:
    """Return the conditions on single columns, from left to right."""
    if isinstance(term, Negation):
        return atoms(term.term)
    if isinstance(term, Every | Either):
        return [atom for part in term.terms for atom in atoms(part)]
    return [term]
