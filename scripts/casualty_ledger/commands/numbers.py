"""`read-number` and `read-numbers`: what number do these words say?"""

import sys
from enum import StrEnum
from typing import Annotated

import typer


class PhraseFormat(StrEnum):
    """How one reading is printed."""

    TABLE = "table"
    JSON = "json"


class StreamFormat(StrEnum):
    """How many readings are printed."""

    JSONL = "jsonl"


def read_number_command(
    text: Annotated[str, typer.Argument(help="A number phrase, as printed.")],
    language: Annotated[str, typer.Option(help="Its language, such as ro or pt-BR.")],
    output: Annotated[PhraseFormat, typer.Option("--format")] = PhraseFormat.TABLE,
) -> None:
    """Read one number phrase: its value, its bound, and the characters that say it.

    Exit code 1: the phrase states no number. 2: the language has no file.

    Example: casualty-ledger read-number "aproximativ 2.000" --language ro
    """
    from casualty_ledger.numbers import UnknownLanguage, UnreadableNumber, read_number
    from casualty_ledger.numbers.streams import json_line, number_rows, reading_fields

    try:
        reading = read_number(text, language)
    except UnknownLanguage as error:
        raise typer.BadParameter(str(error), param_hint="--language") from error
    except UnreadableNumber as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    if output is PhraseFormat.JSON:
        typer.echo(json_line({"text": text, "language": language, **reading_fields(reading)}))
    else:
        _print_table(number_rows(reading, text))


def _print_table(rows: list[tuple[str, str]]) -> None:
    from rich import print as show
    from rich.table import Table
    from rich.text import Text

    table = Table(show_header=False)
    for name, value in rows:
        table.add_row(Text(name), Text(value))
    show(table)


def read_numbers_command(
    source: Annotated[
        typer.FileBinaryRead, typer.Argument(help="A file of JSON lines, or - for standard input.")
    ],
    output: Annotated[StreamFormat, typer.Option("--format")] = StreamFormat.JSONL,
) -> None:
    """Read a stream of phrases: one JSON object a line, with `text` and `language`.

    Writes the same objects in the same order with low, best, high, bound, span and interval
    added: nulls and an error where nothing can be read. No line stops the stream.

    Exit code 1: at least one line was no JSON object with a text and a known language. Phrases
    without a number do not change the exit code.

    Example: casualty-ledger read-numbers --format jsonl phrases.jsonl
    """
    from casualty_ledger.numbers.streams import json_line, read_jsonl

    del output  # there is one format so far, and it must be possible to name it
    malformed = False
    for row, well_formed in read_jsonl(source):
        sys.stdout.buffer.write(json_line(row).encode("utf-8") + b"\n")
        malformed |= not well_formed
    sys.stdout.buffer.flush()
    if malformed:
        raise typer.Exit(1)
