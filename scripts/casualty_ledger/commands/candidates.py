"""Reading the documents of a command line: candidates go on, all else to standard error."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from casualty_ledger.extract.candidate import Candidate
    from casualty_ledger.extract.document import Meta
    from casualty_ledger.extract.names import Names
    from casualty_ledger.intake.batch import Outcome
    from casualty_ledger.intake.documents import Document, Given
    from casualty_ledger.intake.publishers import Publishers
    from casualty_ledger.intake.sources import Source


@dataclass(slots=True)
class Reading:
    """Documents to be read, and how many of them could not be.

    `silent` says that standard output stays as it is until all are read.
    """

    sources: list["Source"]
    given: "Given"
    jobs: int = 1
    silent: bool = False
    faults: int = 0

    def documents(
        self, names: "Names", publishers: "Publishers"
    ) -> Iterator[tuple["Document", list["Candidate"]]]:
        """Yield each document that can be read, with its candidates; say what was inferred.

        A fault is printed as `path: what; expected ...` and counted; the next document follows.
        The last line says how many were read.
        """
        from casualty_ledger.intake.batch import Work, read_documents

        work = Work(partial(_read, names=names), self.given, publishers)
        read = figures = 0
        for outcome in self._shown(read_documents(self.sources, work, self.jobs)):
            if outcome.document is None:
                self.faults += 1
                typer.echo(f"{outcome.name}: {outcome.fault}", err=True)
                continue
            if outcome.document.inferred:
                typer.echo(f"{outcome.name}: {_inferred(outcome.document)}", err=True)
            read, figures = read + 1, figures + len(outcome.candidates)
            yield outcome.document, list(outcome.candidates)
        counts = f"documents: {read}; figures: {figures}; documents not read: {self.faults}"
        typer.echo(counts, err=True)

    def _shown(self, outcomes: Iterator["Outcome"]) -> Iterator["Outcome"]:
        """Show how far the reading is, on a terminal that shows nothing else meanwhile."""
        busy = sys.stdout.isatty() and not self.silent
        if len(self.sources) == 1 or busy or not sys.stderr.isatty():
            yield from outcomes
            return
        from rich.console import Console
        from rich.progress import Progress

        console = Console(stderr=True)
        with Progress(console=console, transient=True, redirect_stdout=False) as progress:
            yield from progress.track(outcomes, total=len(self.sources), description="reading")


def _read(text: str, meta: "Meta", names: "Names") -> list["Candidate"]:
    from casualty_ledger.extract import extract

    return extract(text, meta, names)


def _inferred(document: "Document") -> str:
    """Each value that nobody gave, and where it was found."""
    parts = (f"{key} {found.value!r} ({found.where})" for key, found in document.inferred.items())
    return f"inferred {', '.join(parts)}"
