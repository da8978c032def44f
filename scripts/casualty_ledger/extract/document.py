"""What is known of a text before it is read."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Meta:
    """A text's name, its language (ISO 639-1) and what its page says of itself.

    `title` is the headline where it does not stand in the text.
    """

    document: str
    language: str
    published_on: date | None = None
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
