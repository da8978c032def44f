"""From the text of a condition to its terms.

The grammar is all that a query can say: there is no function, no second table and no statement
in it, so there is nothing to forbid afterwards.
"""

import re
from functools import cache
from typing import Any

from lark import Lark, Token, Transformer, UnexpectedInput, v_args

from casualty_ledger.query.faults import QueryError
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

GRAMMAR = r"""
?start: any
?any: every ("OR"i every)*
?every: inversion ("AND"i inversion)*
?inversion: "NOT"i inversion -> negation
    | "(" any ")"
    | COLUMN OPERATOR literal -> comparison
    | literal OPERATOR COLUMN -> mirrored
    | COLUMN negated "BETWEEN"i literal "AND"i literal -> between
    | COLUMN negated "IN"i "(" literal ("," literal)* ")" -> membership
    | COLUMN negated "LIKE"i STRING -> like
    | COLUMN "IS"i negated "NULL"i -> absence
    | COLUMN -> truth
negated: NOT?
?literal: STRING -> text
    | "DATE"i STRING -> text
    | NUMBER -> number
    | "TRUE"i -> yes
    | "FALSE"i -> no
NOT: "NOT"i
COLUMN: /[a-z_][a-z0-9_]*/i
OPERATOR: "=" | "==" | "!=" | "<>" | "<=" | ">=" | "<" | ">"
STRING: /'(?:[^']|'')*'/
NUMBER: /[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?/i
%ignore /\s+/
"""
# As long as a command line can hold: rows that no column tells apart are named one by one.
MAX_CHARACTERS = 100_000
MAX_DEPTH = 50

_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_QUOTED = re.compile(r"'(?:[^']|'')*'")
_WHOLE_NUMBER = re.compile(r"[+-]?\d{1,15}")


def parse_query(text: str) -> Term:
    """Return the terms of a condition such as ``measure = 'killed' AND value_best > 100``.

    Raises:
        QueryError: the text is no such condition; the message says where it stops being one.
    """
    _check_size(text)
    try:
        # The transformer works while parsing, so the tree holds terms only.
        return _parser().parse(text)  # type: ignore[return-value]
    except UnexpectedInput as error:
        raise QueryError([_explain(text, error)]) from None


def _check_size(text: str) -> None:
    if len(text) > MAX_CHARACTERS:
        raise QueryError([f"{len(text)} characters; expected at most {MAX_CHARACTERS}"])
    depth = deepest = 0
    for character in _QUOTED.sub("", text):
        depth += {"(": 1, ")": -1}.get(character, 0)
        deepest = max(deepest, depth)
    if deepest > MAX_DEPTH:
        raise QueryError([f"{deepest} nested parentheses; expected at most {MAX_DEPTH}"])


@v_args(inline=True)
class _Terms(Transformer[Token, Any]):
    """Each method makes the term of the grammar's rule of that name."""

    def any(self, *terms: Term) -> Term:
        return Either(terms)

    def every(self, *terms: Term) -> Term:
        return Every(terms)

    def negation(self, term: Term) -> Term:
        return term.term if isinstance(term, Negation) else Negation(term)

    def negated(self, *words: Token) -> bool:
        return bool(words)

    def text(self, token: Token) -> str:
        return str(token)[1:-1].replace("''", "'")

    def number(self, token: Token) -> int:
        if not _WHOLE_NUMBER.fullmatch(token):
            raise QueryError([f"{token} is no whole number of at most 15 digits"])
        return int(token)

    def yes(self) -> bool:
        return True

    def no(self) -> bool:
        return False

    def comparison(self, column: Token, operator: Token, value: Value) -> Term:
        name = column.lower()
        if operator in ("=", "=="):
            return Membership(name, (value,))
        if operator in ("!=", "<>"):
            return Membership(name, (value,), negated=True)
        return Comparison(name, str(operator), value)

    def mirrored(self, value: Value, operator: Token, column: Token) -> Term:
        turned = operator.update(value=_MIRRORED.get(operator, str(operator)))
        return self.comparison(column, turned, value)

    def between(self, column: Token, negated: bool, low: Value, high: Value) -> Term:
        name = column.lower()
        inside = Every((Comparison(name, ">=", low), Comparison(name, "<=", high)))
        return Negation(inside) if negated else inside

    def membership(self, column: Token, negated: bool, *values: Value) -> Term:
        return Membership(column.lower(), values, negated)

    def like(self, column: Token, negated: bool, pattern: Token) -> Term:
        return Pattern(column.lower(), self.text(pattern), negated)

    def absence(self, column: Token, negated: bool) -> Term:
        return Absence(column.lower(), negated)

    def truth(self, column: Token) -> Term:
        return Membership(column.lower(), (True,))


@cache
def _parser() -> Lark:
    return Lark(GRAMMAR, parser="lalr", transformer=_Terms())


def _explain(text: str, error: UnexpectedInput) -> str:
    """Say what stands where something else was expected, and what was probably meant."""
    token = getattr(error, "token", None)
    position = error.pos_in_stream or 0
    ended = (token is not None and token.type == "$END") or position >= len(text)
    found = "the end" if ended else repr(str(token or text[position]))
    where = "" if ended else f" at character {position + 1}"
    expected = getattr(error, "accepts", None) or getattr(error, "expected", None) or set()
    return f"unexpected {found}{where}; expected {_expected(set(expected), str(token), found)}"


def _expected(names: set[str], token: str, found: str) -> str:
    if token.upper() == "NULL":
        return "a value; missing values are asked for with IS NULL"
    if found == repr('"'):
        return "text in single quotes: 'killed'"
    if found == repr("'"):
        return "a closing single quote; a quote within text is doubled: 'the North''s'"
    if names & {"STRING", "NUMBER"}:
        example = token if token.isidentifier() else "killed"
        return f"a value: text in single quotes ('{example}'), a whole number, TRUE or FALSE"
    if "OPERATOR" in names:
        return "a comparison: =, !=, <, <=, >, >=, IN, BETWEEN, LIKE or IS NULL"
    if "COLUMN" in names:
        return "a column, NOT or an opening parenthesis"
    return "AND, OR or the end"
