"""The figures as a plain table of HTML, for readers whose browser runs no program."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from casualty_ledger.explorer.encoding import TextTable
from casualty_ledger.explorer.words import Words

_HEADINGS = ("claimed_on", "claimant", "measure", "population", "number", "status")


def static_table(tables: Mapping[str, TextTable], words: Words) -> str:
    """Return every figure in six columns; closing tags that HTML does not need are left out."""
    figures = tables["figures"].columns
    claimants = _names(tables["actors"], "actor_id", "short_name", "name")
    populations = _names(tables["populations"], "population_id", "name")
    rows = zip(
        figures["claimed_on"],
        (claimants[cell] for cell in figures["claimant"]),
        (words[f"measure.{cell}"] for cell in figures["measure"]),
        (populations[cell] for cell in figures["population"]),
        _numbers(figures, words),
        (words[f"status.{cell}"] for cell in figures["status"]),
        strict=True,
    )
    head = "".join(f"<th scope=col>{_text(words[f'column.{name}'])}" for name in _HEADINGS)
    body = "".join("\n<tr>" + "".join(f"<td>{_text(cell)}" for cell in row) for row in rows)
    return f"<table><thead><tr>{head}</thead><tbody>{body}\n</tbody></table>"


def _names(table: TextTable, key: str, *preferred: str) -> dict[str, str]:
    columns = [table.columns[name] for name in preferred]
    names = (next(filter(None, row)) for row in zip(*columns, strict=True))
    return dict(zip(table.columns[key], names, strict=True))


def _numbers(figures: Mapping[str, Sequence[str]], words: Words) -> Iterator[str]:
    columns = (figures[f"value_{name}"] for name in ("low", "best", "high"))
    for bound, *values in zip(figures["bound"], *columns, strict=True):
        low, best, high = (f"{int(value):,}" if value else "" for value in values)
        phrase = str(words[f"bound.{bound}"])
        yield phrase.format(n=best or low or high, low=low, high=high)


def _text(value: object) -> str:
    return escape(str(value), quote=False)
