"""What an HTML page holds and says of itself: main text, headline, date, publisher, address.

Resiliparse finds the main text and parses the page. What the page says of itself stands in
JSON-LD, in its meta elements and in its links; each value keeps the place where it was found.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from casualty_ledger.intake.linked_data import Article, read_articles

if TYPE_CHECKING:
    from resiliparse.parse.html import DocumentNode

JSON_LD = "JSON-LD"
ADDRESS = "concluded from the address"
_IN_ADDRESS = re.compile(r"/(20\d\d)[/-]([01]\d)[/-]([0-3]\d)(?=[/-]|$)")
_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "publishdate",
    "pubdate",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.issued",
    "parsely-pub-date",
    "sailthru.date",
)
_META_KEYS = ("property", "name", "itemprop", "http-equiv")


@dataclass(frozen=True, slots=True)
class Fact:
    """A value that a page gives, and where it stands there."""

    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Page:
    """The main text of a page, and what the page says of itself."""

    text: str
    title: Fact | None
    published_on: Fact | None
    publisher: Fact | None
    url: Fact | None
    language: Fact | None


def read_page(markup: str) -> Page:
    """Read a page; what it does not say is None, and nothing in it stops the reading."""
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(markup)
    document = tree.document
    if document is None:
        return Page("", None, None, None, None, None)
    said = _Said(document)
    # The headline is read before the text, whose extraction takes elements out of the tree.
    facts = (said.title(tree.title), said.day(), said.publisher(), said.url(), said.language())
    return Page(_with_headline(_main_text(markup), facts[0]), *facts)


def _main_text(markup: str) -> str:
    """The text of the article, or of the whole page where no article stands out in it."""
    from resiliparse.extract.html2text import extract_plain_text

    for main in (True, False):
        text = extract_plain_text(
            markup,
            preserve_formatting=True,
            main_content=main,
            list_bullets=False,
            alt_texts=False,
            comments=False,
            post_meta=False,
        )
        if text.strip():
            return text
    return ""


def _with_headline(text: str, title: Fact | None) -> str:
    """The text with its headline above it; an article's headline reports figures too."""
    if not text or title is None or title.value in text:
        return text
    return f"{title.value}\n\n{text}"


class _Said:
    """What one page says of itself; the first source that gives a value wins."""

    def __init__(self, document: "DocumentNode") -> None:
        self._document = document
        self._meta = dict(_metas(document))
        scripts = document.query_selector_all('script[type="application/ld+json"]')
        self._articles = read_articles(script.text or "" for script in scripts)

    def title(self, fallback: str | None) -> Fact | None:
        headings = [each.text or "" for each in self._document.query_selector_all("h1")]
        return _first(
            self._linked(lambda article: article.headline),
            self._of_meta("og:title"),
            # A page with several has its own name in the first, as a rule.
            *(Fact(_one_line(heading), "h1") for heading in headings if len(headings) == 1),
            Fact(_one_line(fallback or ""), "title"),
        )

    def day(self) -> Fact | None:
        stated = [
            self._linked(lambda article: article.published),
            *(self._of_meta(name) for name in _DATE_NAMES),
            self._of_times(),
        ]
        days = (_day(found) for found in stated if found is not None)
        return next((found for found in days if found is not None), None)

    def publisher(self) -> Fact | None:
        return _first(
            self._linked(lambda article: article.publisher),
            self._of_meta("og:site_name"),
            self._of_meta("application-name"),
        )

    def url(self) -> Fact | None:
        links = self._document.query_selector_all('link[rel="canonical"]')
        stated = [
            *(Fact(_one_line(link.getattr("href") or ""), "canonical link") for link in links),
            self._of_meta("og:url"),
            self._linked(lambda article: article.url),
        ]
        whole = (found for found in stated if found and found.value.startswith(("http:", "https:")))
        return next(whole, None)

    def language(self) -> Fact | None:
        root = self._document.query_selector("html")
        return _first(
            Fact((root.getattr("lang") or "").strip() if root else "", "lang of the page"),
            self._linked(lambda article: article.language),
            self._of_meta("og:locale"),
            self._of_meta("content-language"),
        )

    def _of_meta(self, name: str) -> Fact | None:
        value = _one_line(self._meta.get(name, ""))
        return Fact(value, name) if value else None

    def _linked(self, part: Callable[[Article], str | None]) -> Fact | None:
        values = (_one_line(part(article) or "") for article in self._articles)
        return next((Fact(value, JSON_LD) for value in values if value), None)

    def _of_times(self) -> Fact | None:
        """The day of the page's time elements, where all of them give one day."""
        times = self._document.query_selector_all("time[datetime]")
        days = {(time.getattr("datetime") or "")[:10] for time in times}
        return Fact(days.pop(), "time element") if len(days) == 1 else None


def _metas(document: "DocumentNode") -> Iterator[tuple[str, str]]:
    """Names and contents of the meta elements; of one name the first that says something."""
    seen: set[str] = set()
    for meta in document.query_selector_all("meta[content]"):
        name = next((value for key in _META_KEYS if (value := meta.getattr(key))), "").lower()
        content = meta.getattr("content") or ""
        if name not in seen and content.strip():
            seen.add(name)
            yield name, content


def _day(found: Fact) -> Fact | None:
    """The calendar day of a date, as its page prints it; none where it names no day."""
    for reader in (_iso_day, _mail_day):
        try:
            return Fact(reader(found.value).isoformat(), found.where)
        except (ValueError, TypeError, OverflowError):
            continue
    return None


def _iso_day(text: str) -> date:
    """Read 2025-09-03, also as 2025/09/03, with a time behind it or not."""
    return date.fromisoformat(text[:10].replace("/", "-"))


def _mail_day(text: str) -> date:
    """Read Wed, 03 Sep 2025 18:04:00 +0300."""
    return parsedate_to_datetime(text).date()


def day_in_address(url: str | None) -> Fact | None:
    """Return the day that stands in an address as /2025/09/03/, if it is one."""
    stated = _IN_ADDRESS.search(url or "")
    return _day(Fact("-".join(stated.groups()), ADDRESS)) if stated else None


def _first(*stated: Fact | None) -> Fact | None:
    return next((found for found in stated if found is not None and found.value), None)


def _one_line(text: str) -> str:
    return " ".join(text.split())
