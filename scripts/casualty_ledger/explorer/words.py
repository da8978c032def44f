"""The words of the page, in the languages that it speaks."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

FOLDER = Path(__file__).parent / "strings"
LANGUAGES = ("en", "uk", "ko", "ro")

# A text, or one text a plural category of the language.
Words: TypeAlias = Mapping[str, str | Mapping[str, str]]


def read_words(language: str = "en") -> Words:
    """Return the words of a language, by key."""
    words: Words = json.loads((FOLDER / f"{language}.json").read_text("utf-8"))
    return words
