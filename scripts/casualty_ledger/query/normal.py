"""The one normal form of a condition, and its text.

Two conditions that differ in spacing, in the case of keywords and column names, in the order of
what AND, OR and IN join, in superfluous parentheses, in which side a value stands on, or in
where NOT stands, have the same normal form. It is again a condition, and it is valid SQL.

- NOT is moved to the single conditions (De Morgan; this holds with missing values too);
- BETWEEN becomes two comparisons; ``=`` becomes ``IN`` and, of one value, ``=`` again;
- ``x = 'a' OR x = 'b'`` becomes ``x IN ('a', 'b')``, likewise with AND and NOT IN;
- nested AND and OR are joined, equal terms dropped, terms and values sorted by code point,
  numbers by size.
"""

from casualty_ledger.query.terms import (
    Absence,
    Comparison,
    Either,
    Every,
    Membership,
    Negation,
    Pattern,
    Term,
    Value,
)

_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def normalise(term: Term) -> Term:
    """Return the normal form: no Negation in it, everything in its one order."""
    return _ordered(_positive(term, negate=False))


def _positive(term: Term, *, negate: bool) -> Term:
    """Return ``term``, or its negation, with NOT in single conditions only."""
    if isinstance(term, Negation):
        return _positive(term.term, negate=not negate)
    if isinstance(term, Every | Either):
        joined = Every if isinstance(term, Every) is not negate else Either
        return joined(tuple(_positive(part, negate=negate) for part in term.terms))
    if isinstance(term, Comparison):
        operator = _OPPOSITE[term.operator] if negate else term.operator
        return Comparison(term.column, operator, term.value)
    if isinstance(term, Membership):
        return _membership(term.column, set(term.values), term.negated is not negate)
    if isinstance(term, Pattern):
        return Pattern(term.column, term.pattern, term.negated is not negate)
    return Absence(term.column, term.negated is not negate)


def _membership(column: str, values: set[Value], negated: bool) -> Membership:
    if negated and len(values) == 1 and isinstance(flag := next(iter(values)), bool):
        # Flags are never missing, so what is not true is false.
        return Membership(column, (not flag,))
    # The values of a column are of one type.
    return Membership(column, tuple(sorted(values, key=lambda value: (0, value))), negated)


def _ordered(term: Term) -> Term:
    if not isinstance(term, Every | Either):
        return term
    kind = type(term)
    parts: list[Term] = []
    for part in map(_ordered, term.terms):
        parts.extend(part.terms if isinstance(part, kind) else [part])
    merged = _merged(parts, negated=kind is Every)
    terms = tuple(sorted(set(merged), key=render))
    return terms[0] if len(terms) == 1 else kind(terms)


def _merged(parts: list[Term], *, negated: bool) -> list[Term]:
    """Join the memberships of one column that AND (NOT IN) or OR (IN) joins."""
    values: dict[str, set[Value]] = {}
    others: list[Term] = []
    for part in parts:
        if isinstance(part, Membership) and part.negated is negated:
            values.setdefault(part.column, set()).update(part.values)
        else:
            others.append(part)
    return others + [_membership(name, held, negated) for name, held in values.items()]


def render(term: Term) -> str:
    """Return the text of a normal form."""
    if isinstance(term, Every):
        return " AND ".join(
            f"({render(part)})" if isinstance(part, Either) else render(part) for part in term.terms
        )
    if isinstance(term, Either):
        return " OR ".join(render(part) for part in term.terms)
    if isinstance(term, Comparison):
        return f"{term.column} {term.operator} {_literal(term.value)}"
    if isinstance(term, Membership):
        return _render_membership(term)
    if isinstance(term, Pattern):
        return f"{term.column} {'NOT ' * term.negated}LIKE {_literal(term.pattern)}"
    if isinstance(term, Absence):
        return f"{term.column} IS {'NOT ' * term.negated}NULL"
    raise TypeError(f"not in normal form: {term!r}")


def _render_membership(term: Membership) -> str:
    if len(term.values) == 1:
        return f"{term.column} {'!=' if term.negated else '='} {_literal(term.values[0])}"
    values = ", ".join(map(_literal, term.values))
    return f"{term.column} {'NOT ' * term.negated}IN ({values})"


def _literal(value: Value) -> str:
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return str(value).upper()
