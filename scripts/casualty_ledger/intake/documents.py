"""From the bytes of one document to its text and what is known of it."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from casualty_ledger.extract.document import Meta
from casualty_ledger.intake.decoding import decode_page, decode_text, is_markup
from casualty_ledger.intake.faults import UnusableDocument
from casualty_ledger.intake.languages import base_code, choose_language
from casualty_ledger.intake.pages import ADDRESS, Fact, Page, day_in_address, read_page
from casualty_ledger.intake.publishers import Publishers
from casualty_ledger.intake.sources import PAGE_ENDINGS
from casualty_ledger.numbers import languages

NOBODY = Publishers({}, {})


@dataclass(frozen=True, slots=True)
class Given:
    """What a person says of the documents; it goes before what they say of themselves."""

    language: str | None = None
    published_on: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text, what is known of it, and which of that was inferred and from where."""

    text: str
    meta: Meta
    inferred: dict[str, Fact] = field(default_factory=dict)

    @property
    def day_is_concluded(self) -> bool:
        """Whether nothing but the address gives the day of publication."""
        day = self.inferred.get("published_on")
        return day is not None and day.where == ADDRESS


def prepare(name: str, raw: bytes, given: Given, publishers: Publishers = NOBODY) -> Document:
    """Read one document.

    Args:
        name: the path under which it was found, or `-`; its ending tells pages from texts, and
            so does its first line.
        raw: its bytes.
        given: what is known of it beforehand.
        publishers: the register, which gives the id of a publisher by host or name.

    Raises:
        UnusableDocument: it is empty, in no readable encoding, or in no known language.
    """
    page = _page(name, raw)
    if not page.text.strip():
        raise UnusableDocument("the page holds no text", "a page with an article")
    inferred = {
        key: found
        for key in ("published_on", "url", "publisher", "title")
        if getattr(given, key, None) is None and (found := getattr(page, key)) is not None
    }
    _add_from_address(inferred, given, publishers)
    if given.language is None:
        inferred["language"] = choose_language(page.text, page.language, languages())
    values = {key: found.value for key, found in inferred.items()}
    meta = Meta(
        document=name,
        language=values.get("language") or base_code(given.language or ""),
        published_on=given.published_on or _day(values.get("published_on")),
        url=given.url or values.get("url"),
        publisher=publishers.by_name(values.get("publisher")) or values.get("publisher"),
        title=_outside(page.text, values.get("title")),
    )
    return Document(page.text, meta, inferred)


def _add_from_address(inferred: dict[str, Fact], given: Given, publishers: Publishers) -> None:
    """Add what the address tells: who published the page, and the day if nothing else does."""
    own = inferred.get("url")
    url = given.url or (own.value if own else None)
    # The host says it more surely than the name that the page gives itself.
    if publisher := publishers.by_host(url):
        inferred["publisher"] = Fact(publisher, "register, by the host of the address")
    day = day_in_address(url)
    if day is not None and given.published_on is None:
        inferred.setdefault("published_on", day)


def _page(name: str, raw: bytes) -> Page:
    """The page that the bytes hold; a plain text is a page that says nothing of itself."""
    if PurePath(name).suffix.lower() in PAGE_ENDINGS:
        return read_page(decode_page(raw))
    try:
        text = decode_text(raw)
    except UnusableDocument:
        if not is_markup(raw[:4096].decode("latin-1")):
            raise
        text = decode_page(raw)
    return read_page(text) if is_markup(text) else Page(text, None, None, None, None, None)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _outside(text: str, title: str | None) -> str | None:
    """A headline that stands in the text is read there."""
    return None if title is None or title in text else title
