"""Closed vocabularies: every code a column may hold, with its definition.

The definitions are printed in the codebook. An unknown code stops the build.
"""

from enum import StrEnum
from typing import Self


class Vocabulary(StrEnum):
    """A closed list of codes, each with a one-line definition."""

    definition: str

    def __new__(cls, code: str, definition: str) -> Self:
        """Make a member from its code and its definition."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.definition = definition
        return member

    @classmethod
    def codes(cls) -> list[str]:
        """All codes, in the order in which they are defined."""
        return [member.value for member in cls]


class Bound(Vocabulary):
    """How the stated number limits the quantity; the claimant's words, not our judgement."""

    EXACT = "exact", "the number as it stands, without a qualifier"
    ABOUT = "about", "an approximate number: about, some, around, roughly"
    NEARLY = "nearly", "a number that the quantity comes close to from below: nearly, almost"
    AT_LEAST = "at_least", "a lower limit that includes its number: at least, N or more"
    MORE_THAN = "more_than", "a lower limit that excludes its number: more than, over"
    UP_TO = "up_to", "an upper limit in the manner of reporting: up to, as many as"
    AT_MOST = "at_most", "a strict upper limit: at most, no more than"
    BETWEEN = "between", "a lower and an upper number"
    VAGUE = "vague", "words without a number: several hundred, dozens, a third"
    UNSPECIFIED = "unspecified", "the claim gives no number at all"
