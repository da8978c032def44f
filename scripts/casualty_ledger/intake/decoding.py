"""Bytes to text: UTF-8, and for pages the encoding that they declare themselves."""

import re

from casualty_ledger.intake.faults import UnusableDocument

_EXPECTED = "UTF-8 text"
_WIDE_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_MARKUP = ("<!doctype html", "<html")
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
# The standard asks that a page declares its encoding in its first kilobyte; some come later.
_HEAD = 4096
# What browsers read where a page declares the smaller encoding.
_SUPERSETS = {"euc_kr": "cp949", "shift_jis": "cp932", "gbk": "gb18030"}


def decode_text(raw: bytes) -> str:
    """Decode a text; a byte order mark is left out.

    Raises:
        UnusableDocument: it is empty, not UTF-8, or no text.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if mark := _WIDE_MARKS.get(raw[:2]):
            raise UnusableDocument(f"is {mark}", _EXPECTED) from None
        line = raw.count(b"\n", 0, error.start) + 1
        where = f"byte 0x{raw[error.start]:02x} in line {line}"
        raise UnusableDocument(f"{where} is not valid UTF-8", _EXPECTED) from None
    return _some_text(text)


def decode_page(raw: bytes) -> str:
    """Decode a page: UTF-8, or else the encoding that it declares.

    Raises:
        UnusableDocument: it is empty, or neither.
    """
    try:
        return decode_text(raw)
    except UnusableDocument:
        declared = _DECLARED.search(raw[:_HEAD])
        if declared is None:
            raise
        return _some_text(_decode_as(raw, declared[1].decode("ascii")))


def _decode_as(raw: bytes, declared: str) -> str:
    from resiliparse.parse.encoding import map_encoding_to_html5

    name = map_encoding_to_html5(declared, fallback_utf8=False)
    expected = "a page in UTF-8 or in the encoding that it declares"
    if name is None:
        raise UnusableDocument(f"declares the unknown encoding {declared}", expected)
    try:
        return raw.decode(_SUPERSETS.get(name, name))
    except (UnicodeDecodeError, LookupError):
        raise UnusableDocument(f"is neither UTF-8 nor {declared}", expected) from None


def _some_text(text: str) -> str:
    if "\0" in text:
        raise UnusableDocument("holds null characters, so it is no text", _EXPECTED)
    if not text.strip():
        raise UnusableDocument("is empty", "a text")
    return text


def is_markup(text: str) -> bool:
    """Tell whether a text opens as an HTML page does, whatever its file is called."""
    head = text[:_HEAD].lower()
    return any(mark in head for mark in _MARKUP)
