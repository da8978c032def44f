"""Candidates in a terminal: the sentence that states a figure, and what was read in it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from casualty_ledger.extract.candidate import Candidate, Found
from casualty_ledger.extract.document import Meta
from casualty_ledger.listings.highlights import Field, Spellings, highlights

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

_STYLES = {
    Field.NUMBER: "bold reverse",
    Field.CUE: "bold underline",
    Field.SPOKESPERSON: "cyan underline",
    Field.CLAIMANT: "cyan underline",
    Field.POPULATION: "magenta italic",
    Field.PLACE: "magenta italic",
}
# Where there is no style, brackets say the same.
_BRACKETS = {
    Field.NUMBER: "[{}]",
    Field.CUE: "{{{}}}",
    Field.SPOKESPERSON: "<{}>",
    Field.CLAIMANT: "<{}>",
    Field.POPULATION: "({})",
    Field.PLACE: "({})",
}
_LEGEND = (
    (Field.NUMBER, "number"),
    (Field.CUE, "cue"),
    (Field.CLAIMANT, "claimant, spokesperson"),
    (Field.POPULATION, "population, place"),
)
_INDENT = 4
# A label and a value side by side need this many columns.
_PAIR_WIDTH = 36
_MISSING = "-"


def print_legend(console: "Console") -> None:
    """Print how the parts of a sentence are marked."""
    from rich.text import Text

    line = Text("marked: ")
    for number, (field, label) in enumerate(_LEGEND):
        line.append("  " if number else "")
        line.append_text(_marked(label, field, plain=not console.is_terminal))
    console.print(line)
    console.print()


def print_document(
    console: "Console", text: str, meta: Meta, candidates: list[Candidate], names: Spellings
) -> None:
    """Print the candidates of one document.

    Args:
        console: where to; without a terminal behind it, brackets stand for styles.
        text: the document.
        meta: what is known of it.
        candidates: all that were read in it, in order.
        names: the spellings of each id of the registers, to mark them in the sentences.
    """
    from rich.padding import Padding
    from rich.text import Text

    console.print(Text(_heading(meta, len(candidates)), style="bold"))
    console.print()
    numbers = {candidate.number_span: at for at, candidate in enumerate(candidates, start=1)}
    for candidate in candidates:
        console.print(_title(candidate, numbers[candidate.number_span], console.width))
        sentence = _sentence(text, candidate, names, plain=not console.is_terminal)
        console.print(Padding(sentence, (0, 0, 0, _INDENT)))
        console.print(Padding(_grid(_pairs(candidate, numbers), console.width), (0, 0, 1, _INDENT)))


def _heading(meta: Meta, count: int) -> str:
    known = (meta.language, meta.published_on, meta.publisher)
    about = ", ".join(str(value) for value in known if value is not None)
    return f"{meta.document} ({about}): {count} {'figure' if count == 1 else 'figures'}"


def _title(candidate: Candidate, number: int, width: int) -> "Text":
    from rich.text import Text

    left = f"{number:>2}  {candidate.measure.value}: {value_words(candidate)}"
    right = f"{candidate.confidence.value} confidence"
    title = Text(left, style="bold")
    title.append(" " * max(2, width - title.cell_len - len(right)))
    return title.append(right, style="not bold")


def value_words(candidate: Candidate) -> str:
    """Return a value and its bound: `2,000 (about)`, `10,000 to 12,000 (between)`."""
    low, best, high = candidate.value_low, candidate.value_best, candidate.value_high
    ends = " to ".join(f"{value:,}" for value in (low, high) if value is not None)
    number = f"{best:,}" if best is not None else ends
    if best is not None and ends:
        number += f", {ends}"
    return f"{number or candidate.number_text} ({candidate.bound.value})"


def _sentence(text: str, candidate: Candidate, names: Spellings, *, plain: bool) -> "Text":
    from rich.text import Text

    start, end = candidate.evidence_span
    sentence, at = Text(), start
    for mark in highlights(text, candidate, names):
        sentence.append(_one_line(text[at : mark.start]))
        sentence.append_text(_marked(text[mark.start : mark.end], mark.field, plain=plain))
        at = mark.end
    return sentence.append(_one_line(text[at:end]))


def _marked(words: str, field: Field, *, plain: bool) -> "Text":
    from rich.text import Text

    if plain:
        return Text(_BRACKETS[field].format(_one_line(words)))
    return Text(_one_line(words), style=_STYLES[field])


def _one_line(words: str) -> str:
    return words.replace("\r", " ").replace("\n", " ").replace("\t", " ")


def _pairs(
    candidate: Candidate, numbers: Mapping[tuple[int, int], int]
) -> Iterator[tuple[str, str]]:
    """Labels and values, always in the same places, so that the eye finds them again."""
    start, end = candidate.number_span
    yield "population", _based(candidate.population, candidate.population_basis)
    yield "claimant", _based(candidate.claimant, candidate.claimant_basis)
    yield "claimed on", candidate.claimed_on or _MISSING
    yield "event", f"{candidate.event.value}, {candidate.status.value}"
    yield "spokesperson", candidate.spokesperson or _MISSING
    yield "as of", _period(candidate.as_of_start, candidate.as_of_end) or _MISSING
    yield "place", candidate.place or _MISSING
    yield "relayed by", ", ".join(candidate.relayed_by) or _MISSING
    yield "scope", candidate.scope.value
    yield "characters", f"{start}-{end}"
    if candidate.same_as is not None:
        twin = numbers.get(candidate.same_as)
        yield "same as", f"figure {twin}" if twin else "{}-{}".format(*candidate.same_as)


def _based(name: str | None, basis: Found) -> str:
    return _MISSING if name is None else f"{name} ({basis.value.replace('_', ' ')})"


def _period(start: str | None, end: str | None) -> str | None:
    if start == end:
        return start
    return f"{start or '..'}/{end or '..'}"


def _grid(pairs: Iterable[tuple[str, str]], width: int) -> "RenderableType":
    """Pairs in as many columns as fit, three at most, read from left to right."""
    from rich.table import Table
    from rich.text import Text

    columns = max(1, min(3, (width - _INDENT) // _PAIR_WIDTH))
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for _ in range(columns):
        grid.add_column(width=12, no_wrap=True)
        grid.add_column(ratio=1, overflow="fold")
    cells = [
        Text(part, style=style)
        for pair in pairs
        for part, style in zip(pair, ("dim", ""), strict=True)
    ]
    for at in range(0, len(cells), 2 * columns):
        grid.add_row(*cells[at : at + 2 * columns])
    return grid
