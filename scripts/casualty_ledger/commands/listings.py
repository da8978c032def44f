"""Candidates on standard output or in a file."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from casualty_ledger.commands.candidates import Reading
from casualty_ledger.commands.outputs import may_write, write_output

if TYPE_CHECKING:
    from rich.console import Console

    from casualty_ledger.extract.names import Names
    from casualty_ledger.intake.publishers import Publishers


def write_lines(
    reading: Reading, names: "Names", publishers: "Publishers", output: Path | None, *, force: bool
) -> None:
    """Write one JSON object a candidate, into a file at once or a document at a time."""
    from casualty_ledger.listings.lines import json_line

    if output is not None:
        may_write(output, force=force)
    written: list[bytes] = []
    for _, candidates in reading.documents(names, publishers):
        lines = "".join(f"{json_line(candidate)}\n" for candidate in candidates).encode("utf-8")
        if output is None:
            sys.stdout.buffer.write(lines)
            sys.stdout.buffer.flush()
        else:
            written.append(lines)
    if output is not None:
        write_output(output, b"".join(written), force=force)


def show_tables(reading: Reading, names: "Names", publishers: "Publishers") -> None:
    """Print each document's figures in their sentences, styled on a terminal, else in brackets."""
    from rich.console import Console

    from casualty_ledger.listings.highlights import spellings
    from casualty_ledger.listings.terminal import print_document, print_legend

    console = Console(highlight=False, markup=False, emoji=False)
    spelled = spellings(names)
    for number, (document, candidates) in enumerate(reading.documents(names, publishers)):
        with console.capture() as printed:
            if number == 0:
                print_legend(console)
            print_document(console, document.text, document.meta, candidates, spelled)
        _give_out(console, printed.get())


def _give_out(console: "Console", text: str) -> None:
    """Write what was printed; in a pipe without the spaces that fill a terminal's lines."""
    if not console.is_terminal:
        text = "".join(f"{line.rstrip()}\n" for line in text.splitlines())
    sys.stdout.buffer.write(text.encode("utf-8", errors="backslashreplace"))
    sys.stdout.buffer.flush()
