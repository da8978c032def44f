"""Which of low, best and high a stated bound gives; records and tables share the rule.

"At least 100" states a low value and nothing else, "about 2,000" a best value, "10,000 to
12,000" a low and a high value. To read these as intervals is analysis and happens elsewhere.
"""

from casualty_schemas.vocabularies import Bound

VALUE_NAMES = ("low", "best", "high")

REQUIRED: dict[Bound, frozenset[str]] = {
    Bound.EXACT: frozenset({"best"}),
    Bound.ABOUT: frozenset({"best"}),
    Bound.NEARLY: frozenset({"best"}),
    Bound.AT_LEAST: frozenset({"low"}),
    Bound.MORE_THAN: frozenset({"low"}),
    Bound.UP_TO: frozenset({"high"}),
    Bound.AT_MOST: frozenset({"high"}),
    Bound.BETWEEN: frozenset({"low", "high"}),
    Bound.VAGUE: frozenset(),
    Bound.UNSPECIFIED: frozenset(),
}
OPTIONAL: dict[Bound, frozenset[str]] = {Bound.BETWEEN: frozenset({"best"})}


def fits(bound: Bound, given: frozenset[str]) -> bool:
    """Tell whether exactly the values named in ``given`` may stand with ``bound``."""
    required = REQUIRED[bound]
    return required <= given <= required | OPTIONAL.get(bound, frozenset())


def expected_values(bound: Bound) -> str:
    """Return which values ``bound`` expects, in words."""
    required = [name for name in VALUE_NAMES if name in REQUIRED[bound]]
    return f"expected {' and '.join(required) or 'no value'} with bound {bound.value}"
