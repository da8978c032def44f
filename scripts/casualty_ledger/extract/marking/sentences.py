"""Cut a folded text into sentences; linear in its length."""

import re
from collections.abc import Iterator

from casualty_ledger.extract.marking.pack import Pack

Stretch = tuple[int, int]

# One character first, so that the search skips what is none of them.
_END = re.compile(
    r"[\n.!?\u2026\u3002\uff01\uff1f\u0964\u06d4\u061f]"
    r"(?:(?<=\n)"
    r"|(?<=[.!?\u2026])[.!?\u2026]{0,2}[\"'\u201d\u00bb\u201c)\]]{0,3}(?=\s|$)"
    r"|(?<=\.)(?=[^\W\d_])"
    r"|(?<=[\u3002\uff01\uff1f!?\u0964\u06d4\u061f])[\u300d\u300f\u201d)]?)"
)
_LAST_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+){0,3}$")
_LONGEST_WORD = 24
_SHORTEST = 3  # letters of a word before a full stop that lost its space
LONGEST_SENTENCE = 1200  # characters; longer ones are tables and lists
_OPENING = "\"'\u201c\u201e\u00ab([\u2014- "


def sentences(folded: str, original: str, pack: Pack) -> list[Stretch]:
    """The sentences of a text, in order, without the space around them.

    `original` is the text before folding where both have the same offsets (its capitals tell a
    new sentence from an abbreviation), else the folded text again.
    """
    found: list[Stretch] = []
    for start, end in _cut(folded, original, pack):
        if end - start > LONGEST_SENTENCE:
            found.extend(_parts(folded, start, end))
        elif start < end:
            found.append((start, end))
    return found


def _parts(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Pieces of a sentence without an end, so that no text takes more than linear time."""
    while end - start > LONGEST_SENTENCE:
        limit = start + LONGEST_SENTENCE
        space = text.rfind(" ", start + 1, limit)
        cut = space if space > start else limit
        yield _trimmed(text, start, cut)
        start, _ = _trimmed(text, cut, end)
    if start < end:
        yield start, end


def _cut(folded: str, original: str, pack: Pack) -> Iterator[Stretch]:
    start = 0
    for match in _END.finditer(original):
        end = match.end()
        if original[match.start()] == "." and not _ends(folded, original, match, pack):
            continue
        yield _trimmed(folded, start, end)
        start = end
    yield _trimmed(folded, start, len(folded))


def _trimmed(text: str, start: int, end: int) -> Stretch:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _ends(folded: str, original: str, match: re.Match[str], pack: Pack) -> bool:
    """Whether a full stop ends a sentence, and no abbreviation, initial or ordinal."""
    following = _following(original, match.end())
    if following.islower():
        return False
    if not original[match.end() : match.end() + 1].isspace() and _is_inner(original, match):
        return False
    last = _last_word(folded, match.start())
    if not last:
        return True
    if last in pack.abbreviations:
        return False
    if len(last) == 1 and last.isalpha() and original[match.start() - 1].isupper():
        return False
    ordinal = last.isdigit() and len(last) <= 2
    return not (ordinal and (pack.dotted_ordinals or not following.isupper()))


def _last_word(folded: str, end: int) -> str:
    """The word that ends at a place, with the full stops inside; empty where none does."""
    last = folded[max(0, end - _LONGEST_WORD) : end].rpartition(" ")[2]
    if last.isalnum():
        return last
    word = _LAST_WORD.search(last)
    return word.group() if word is not None else ""


def _is_inner(original: str, match: re.Match[str]) -> bool:
    """Whether a full stop without a space after it stands inside a name; else a space is missing.

    Pages that are cut into text often lose it: "were lost.The army said".
    """
    start, end = match.span()
    if end >= len(original) or not original[end].isalpha():
        return False  # the end of the text
    before, after = original[max(0, start - _SHORTEST) : start], original[end : end + 2]
    lower = len(before) == _SHORTEST and before.isalpha() and before.islower()
    return not (lower and after.istitle() and len(after) > 1)


def _following(text: str, place: int) -> str:
    limit = min(len(text), place + 8)
    while place < limit and (text[place].isspace() or text[place] in _OPENING):
        place += 1
    return text[place] if place < limit else ""
