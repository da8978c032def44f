"""The articles that a page describes in JSON-LD, in the words of schema.org."""

import html
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

# NewsArticle, ReportageNewsArticle, BlogPosting, LiveBlogPosting and their kin.
_ENDINGS = ("Article", "Posting")
_MAX_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Article:
    """What one article object says; a missing or malformed value is None."""

    headline: str | None
    published: str | None
    publisher: str | None
    url: str | None
    language: str | None


def read_articles(scripts: Iterable[str]) -> list[Article]:
    """Return the articles of all scripts that hold JSON; others are passed over."""
    return [_article(node) for script in scripts for node in _nodes(_parsed(script), 0)]


def _parsed(script: str) -> Any:
    try:
        return json.loads(script.strip(), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Every article object in lists, graphs and the object that a page is about."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        if any(kind.endswith(_ENDINGS) for kind in _texts(value.get("@type"))):
            yield value
        yield from _nodes(value.get("@graph"), depth + 1)
        yield from _nodes(value.get("mainEntity"), depth + 1)


def _article(node: dict[str, Any]) -> Article:
    return Article(
        headline=_name(node.get("headline")),
        published=_name(node.get("datePublished")),
        publisher=_name(node.get("publisher")),
        url=_name(node.get("url")) or _name(node.get("mainEntityOfPage")),
        language=_name(node.get("inLanguage")),
    )


def _name(value: Any) -> str | None:
    """The text of a value that may be a text, an object with a name or id, or a list of them."""
    if isinstance(value, list):
        return next((name for item in value if (name := _name(item))), None)
    if isinstance(value, dict):
        keys = ("name", "alternateName", "@id", "url")
        return next((name for key in keys if (name := _name(value.get(key)))), None)
    # Some pages write HTML's references inside their JSON.
    return html.unescape(value) if isinstance(value, str) and value.strip() else None


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [item for item in values if isinstance(item, str)]
