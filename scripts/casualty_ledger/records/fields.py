"""Types of record fields: each reads the text of one scalar and says what it expected.

Readers raise ``ValueError`` with the whole message, which the record model hands on.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator

from casualty_ledger.records.dates import PartialDate, Period, parse_date, parse_period
from casualty_ledger.records.faults import suggestion
from casualty_schemas.vocabularies import LIST_SEPARATOR, Vocabulary

MAX_PEOPLE = 100_000_000
FORMULA_STARTS = ("=", "+", "-", "@")
# A draft says so where a person must still decide; what follows is the question.
UNDECIDED = "TODO "

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_URL = re.compile(r"https?://[a-z0-9.-]+(?::\d+)?(?:[/?#][^\s<>\"]*)?", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")
_COUNTRY = re.compile(r"[A-Z]{2}")
_PARTY = re.compile(rf"{_COUNTRY.pattern}|{_SLUG.pattern}")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_SEMVER = re.compile(r"(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-dev)?")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_DIGITS = re.compile(r"0|[1-9]\d*")

T = TypeVar("T")


def _scalar(value: object, expected: str) -> str:
    if isinstance(value, str):
        if value.startswith(UNDECIDED):
            question = value.removeprefix(UNDECIDED)
            raise ValueError(f"left to decide: {question}; expected {expected}")
        return value
    kind = "a list" if isinstance(value, list) else "a group of keys"
    raise ValueError(f"found {kind}; expected {expected}")


def _read(reader: Callable[[str], T], expected: str, value: object) -> T:
    """Read a scalar; what is already of the wanted type comes from a default and is kept."""
    return reader(_scalar(value, expected)) if isinstance(value, str | list | dict) else value  # type: ignore[return-value]


def _reads(reader: Callable[[str], Any], expected: str) -> BeforeValidator:
    return BeforeValidator(partial(_read, reader, expected))


def _matching(pattern: re.Pattern[str], expected: str) -> BeforeValidator:
    def reader(text: str) -> str:
        if not pattern.fullmatch(text):
            raise ValueError(f"{text!r} does not fit; expected {expected}")
        return text

    return _reads(reader, expected)


def _free_text(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty; expected text, or leave the key out")
    if text != text.strip() or "\n" in text:
        raise ValueError("has space around it or a line break; expected text on one line")
    if text.startswith(FORMULA_STARTS):
        message = f"begins with {text[0]!r}, which spreadsheets run as a formula"
        raise ValueError(f"{message}; expected text that begins with a letter or digit")
    return text


def _list_item(text: str) -> str:
    if LIST_SEPARATOR in text:
        message = f"holds {LIST_SEPARATOR!r}, which separates names in the tables"
        raise ValueError(f"{message}; expected a name without it")
    return _free_text(text)


def _count(text: str) -> int:
    if not _DIGITS.fullmatch(text) or not text.isascii():
        raise ValueError(f"{text!r} is not a whole number of people; expected digits only: 2000")
    if len(text) > 9 or int(text) > MAX_PEOPLE:
        raise ValueError(f"{text} people is out of range; expected at most {MAX_PEOPLE}")
    return int(text)


def _flag(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(f"{text!r} is no truth value; expected true or false")
    return text == "true"


def code(vocabulary: type[Vocabulary]) -> BeforeValidator:
    """Return the reader of one code of ``vocabulary``."""

    def reader(text: str) -> Vocabulary:
        codes = vocabulary.codes()
        if text not in codes:
            near = suggestion(text, codes)
            expected = f"expected one of {', '.join(codes)}"
            raise ValueError(f"unknown code {text!r}{near}; {expected}")
        return next(member for member in vocabulary if member.value == text)

    return _reads(reader, f"one of {', '.join(vocabulary.codes())}")


Slug = Annotated[str, _matching(_SLUG, "an id: lower-case letters, digits and single hyphens")]
Text = Annotated[str, _reads(_free_text, "text on one line")]
Url = Annotated[str, _matching(_URL, "an address that begins with http:// or https://")]
Host = Annotated[str, _matching(_HOST, "a host name in lower case: example.org")]
Language = Annotated[str, _matching(_LANGUAGE, "a language code in lower case: ro, ko, no")]
Country = Annotated[str, _matching(_COUNTRY, "an ISO 3166-1 code: KR")]
Party = Annotated[str, _matching(_PARTY, "an ISO 3166-1 code or the id of an actor")]
Wikidata = Annotated[str, _matching(_WIKIDATA, "a Wikidata id: Q42")]
Version = Annotated[str, _matching(_SEMVER, "a version: 1.0.0, or 1.0.0-dev")]
Doi = Annotated[str, _matching(_DOI, "a DOI without its resolver: 10.1234/abc")]
FileName = Annotated[str, _matching(re.compile(r"[\w.-]+\.txt"), "the name of a .txt file")]
Alias = Annotated[str, _reads(_list_item, "a name on one line")]
Words = Annotated[str, _reads(_free_text, "the words as printed, on one line")]
Count = Annotated[int, _reads(_count, "a whole number of people")]
Offset = Annotated[int, _reads(_count, "a whole number of characters")]
Flag = Annotated[bool, _reads(_flag, "true or false")]
Day = Annotated[PartialDate, _reads(parse_date, "a date")]
Span = Annotated[Period, _reads(parse_period, "a date or a period")]
