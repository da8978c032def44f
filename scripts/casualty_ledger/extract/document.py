"""What is known of a text before it is read."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Meta:
    """A text's name, its language (ISO 639-1) and what its page says of itself.

    `title` is the headline where it does not stand in the text. `subject` is the party whose forces
    a collection is about ("KP"), for texts that name none; without it their population stays open.
    """

    document: str
    language: str
    published_on: date | None = None
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    subject: str | None = None
