"""Quotations that run over several sentences: who said them stands where they end."""

_STRAIGHT = '"'
_LOW = "\u201e"
_HIGH = "\u201c"  # opens in English, closes after a low one
_OPENING = ("\u00ab", _LOW, "\u300c", "\u300e")
_CLOSING = ("\u00bb", "\u201d", "\u300d", "\u300f")


def is_open(text: str, start: int, end: int) -> bool:
    """Whether a quotation that begins within a stretch of one paragraph goes on after it."""
    if text.count(_STRAIGHT, start, end) % 2:
        return True
    if not any(text.find(mark, start, end) >= 0 for mark in (*_OPENING, *_CLOSING)):
        return text.count(_HIGH, start, end) % 2 == 1  # the one mark opens and closes
    high_closes = text.find(_LOW, start, end) >= 0
    opening = (*_OPENING, *(() if high_closes else (_HIGH,)))
    closing = (*_CLOSING, *((_HIGH,) if high_closes else ()))
    opened = max(text.rfind(mark, start, end) for mark in opening)
    return opened > max(text.rfind(mark, start, end) for mark in closing)


def paragraph(text: str, start: int, longest: int = 2_000) -> int:
    """Where the paragraph of a place begins, or as far back as is looked."""
    begin = max(0, start - longest)
    return max(begin, text.rfind("\n", begin, start) + 1)
