"""A document with the parts of its figures marked, as HTML for a notebook or a page.

Each part has a line of its own kind below it and a label, so that nothing hangs on colour alone;
the colours are those of Okabe and Ito, which people with colour-blind eyes can tell apart. The
number in a label is that of the figure, counted from 1.
"""

import html
from collections.abc import Iterator, Sequence

from casualty_ledger.extract.candidate import Candidate
from casualty_ledger.listings.highlights import Field, Highlight, Spellings, highlights

_STYLES = {
    Field.NUMBER: ("number", "background:#f7e27a;color:#000;border-bottom:3px solid #000"),
    Field.CUE: ("cue", "border-bottom:3px double #d55e00"),
    Field.SPOKESPERSON: ("spokesperson", "border-bottom:3px dotted #0072b2"),
    Field.CLAIMANT: ("claimant", "border-bottom:3px solid #0072b2"),
    Field.POPULATION: ("population", "border-bottom:3px dashed #009e73"),
    Field.PLACE: ("place", "border-bottom:3px dotted #cc79a7"),
}
_LABEL = "font:600 .68em sans-serif;opacity:.8;margin-inline-start:.25em;white-space:nowrap"
# Lines of some scripts hang deep; the marks stay clear of the next line.
_TEXT = "line-height:2;max-width:46em;text-align:start"

# A part of the text and the figures that it belongs to, counted from 1.
_Part = tuple[Highlight, list[int]]


def legend_html() -> str:
    """Return one line that shows how each field is marked."""
    marks = (_mark(label, field, "1") for field, (label, _) in _STYLES.items())
    return f'<p style="line-height:2">{" &nbsp; ".join(marks)}</p>'


def article_html(
    text: str, language: str, candidates: Sequence[Candidate], names: Spellings
) -> str:
    """Return a text with the parts of its figures marked, a paragraph for each of its own.

    Args:
        text: the document.
        language: its code, so that browsers choose the right letters and direction.
        candidates: what was read in it.
        names: the spellings of each id of the registers, to mark them too.
    """
    parts = _parts(text, candidates, names)
    paragraphs = (_paragraph(text, start, end, parts) for start, end in _paragraphs(text))
    inside = "\n".join(f'<p dir="auto" style="{_TEXT}">{each}</p>' for each in paragraphs)
    return f'<div lang="{html.escape(language)}">\n{inside}\n</div>'


def _parts(text: str, candidates: Sequence[Candidate], names: Spellings) -> list[_Part]:
    """All parts in order and apart; of two that overlap, the one of the first field stays."""
    found: dict[Highlight, list[int]] = {}
    for number, candidate in enumerate(candidates, start=1):
        for part in highlights(text, candidate, names):
            found.setdefault(part, []).append(number)
    fields = list(Field)
    kept: list[Highlight] = []
    for part in sorted(found, key=lambda part: (fields.index(part.field), part.start)):
        if all(part.end <= other.start or other.end <= part.start for other in kept):
            kept.append(part)
    return [(part, found[part]) for part in sorted(kept, key=lambda part: part.start)]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield start, start + len(line.rstrip())
        start += len(line)


def _paragraph(text: str, start: int, end: int, parts: list[_Part]) -> str:
    pieces, at = [], start
    for part, numbers in parts:
        if start <= part.start and part.end <= end:
            label = ", ".join(map(str, numbers))
            pieces.append(html.escape(text[at : part.start]))
            pieces.append(_mark(text[part.start : part.end], part.field, label))
            at = part.end
    return "".join([*pieces, html.escape(text[at:end])])


def _mark(words: str, field: Field, numbers: str) -> str:
    """A number is a mark, all else is underlined: also where a page drops every style."""
    name, style = _STYLES[field]
    tag = "mark" if field is Field.NUMBER else "u"
    # The label reads from left to right, but stands on the far side of its word in either script.
    label = f'<sub lang="en" style="{_LABEL}"><bdi dir="ltr">{name} {numbers}</bdi></sub>'
    plain = ";text-decoration:none" if tag == "u" else ""
    return f'<{tag} style="{style}{plain}">{html.escape(words)}</{tag}>{label}'
