"""What a number phrase says: a value, its bound, and the characters that say it."""

from dataclasses import dataclass

from casualty_schemas.vocabularies import Bound

Interval = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """One number phrase, as stated.

    `low`, `best` and `high` count people (or whatever the phrase counts). A lower bound fills
    only `low`, an upper bound only `high`, a range both, everything else only `best`. A vague
    phrase fills none of them; `interval` then holds what `languages/README.md` documents for its
    words, or None where nothing is documented. `text[span[0]:span[1]]` is what was read.
    """

    low: int | None
    best: int | None
    high: int | None
    bound: Bound
    span: tuple[int, int]
    interval: Interval | None = None


class UnreadableNumber(ValueError):  # noqa: N818 - it names what was found, as the issue does
    """The phrase states no number that the language file knows how to read."""


class UnknownLanguage(ValueError):  # noqa: N818
    """There is no language file for this code; the message lists those there are."""


def describe(low: int | None, best: int | None, high: int | None, bound: Bound) -> str:
    """A value and its bound on one line: "best 2000 (about)"."""
    limits = (("low", low), ("best", best), ("high", high))
    stated = ", ".join(f"{name} {value}" for name, value in limits if value is not None)
    return f"{stated or 'no value'} ({bound})"
