"""``explorer.html``: program, style and data in one file that asks no network for anything."""

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from casualty_ledger.explorer.encoding import compact
from casualty_ledger.explorer.payload import payload, read_tables
from casualty_ledger.explorer.static import static_table
from casualty_ledger.explorer.words import Words, read_words
from casualty_ledger.records.models import Description

NAME = "explorer.html"
_BUILT = Path(__file__).parent / "built"
_PLACE = re.compile(r"\{\{(\w+)\}\}")
_KEYED = re.compile(r'(<(\w+)[^>]* data-words="([\w.]+)"[^>]*>)(</\2>)')


def explorer_page(
    files: Mapping[str, bytes], description: Description, identity: str, citation: str
) -> bytes:
    """Return the page of a version.

    Args:
        files: the CSV file of each table, by file name.
        description: title, version and date.
        identity: SHA-256 of the version's CSV files, in hex.
        citation: how the version is cited, in one line.
    """
    words, tables = read_words(), read_tables(files)
    program, style = _built("explorer.js"), _built("explorer.css")
    parts = {
        "policy": _policy(program, style),
        "title": escape(f"{description.title} {description.version}"),
        "style": style,
        "version": escape(f"{description.version} ({description.updated_on.text})"),
        "citation": escape(citation),
        "table": static_table(tables, words),
        "data": _data(compact(payload(tables, description, identity, citation))),
        "program": program,
    }
    page = _worded(_built("page.html"), words)
    return _PLACE.sub(lambda place: parts[place[1]], page).encode("utf-8")


@cache
def _built(name: str) -> str:
    return (_BUILT / name).read_text("utf-8")


def _worded(page: str, words: Words) -> str:
    """Put the English words in, which stand as they are where no program runs."""
    return _KEYED.sub(lambda tag: tag[1] + escape(str(words[tag[3]]), quote=False) + tag[4], page)


def _policy(program: str, style: str) -> str:
    """Nothing may be loaded from anywhere; only this program and this style count."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_hash(program)}'",
            f"style-src '{_hash(style)}'",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(content: str) -> str:
    return "sha256-" + b64encode(sha256(content.encode("utf-8")).digest()).decode("ascii")


def _data(text: str) -> str:
    """Escape what could end the element that holds the data, or start a comment in it."""
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
