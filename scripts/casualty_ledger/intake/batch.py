"""Many documents, in one process or several: the same results in the same order.

A document that can not be read, and one whose reading fails in a way that nobody foresaw, is one
fault; all others are read. Even a document that ends its process takes no other with it.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing import get_context
from typing import Self

from casualty_ledger.extract.candidate import Candidate
from casualty_ledger.extract.document import Meta
from casualty_ledger.intake.documents import NOBODY, Document, Given, prepare
from casualty_ledger.intake.faults import UnusableDocument
from casualty_ledger.intake.publishers import Publishers
from casualty_ledger.intake.sources import STANDARD_INPUT, Source
from casualty_ledger.intake.wrapping import unwrapped

Reader = Callable[[str, Meta], list[Candidate]]
# Documents that each process is given at once; their results are then handed on in order.
_ROUND = 32


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: its text and candidates, or the reason why there are none."""

    name: str
    document: Document | None = None
    candidates: tuple[Candidate, ...] = ()
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """What is done to each document; it can be sent to another process."""

    reader: Reader
    given: Given
    publishers: Publishers = NOBODY

    def on(self, name: str, raw: bytes) -> Outcome:
        """Read one document; whatever happens becomes its outcome."""
        try:
            document = prepare(name, raw, self.given, self.publishers)
            found = self.reader(unwrapped(document.text), document.meta)
            return Outcome(name, document, tuple(_as_printed(found, document.text)))
        except UnusableDocument as fault:
            return Outcome(name, fault=str(fault))
        except Exception as error:
            what = f"reading it failed ({type(error).__name__}: {error})"
            return Outcome(name, fault=f"{what}; expected a text that can be read to its end")


def _as_printed(candidates: list[Candidate], text: str) -> Iterator[Candidate]:
    """The candidates with their numbers as the text itself has them, line ends and all."""
    for candidate in candidates:
        start, end = candidate.number_span
        yield replace(candidate, number_text=text[start:end])


def read_documents(sources: list[Source], work: Work, jobs: int = 1) -> Iterator[Outcome]:
    """Yield the outcome of each document, in the order of `sources`, whatever `jobs` is."""
    if jobs == 1:
        yield from (_outcome(source, work) for source in sources)
        return
    waiting = iter(sources)
    with _Processes(work, jobs) as processes:
        while batch := list(islice(waiting, _ROUND * jobs)):
            yield from processes.outcomes(batch)


def _outcome(source: Source, work: Work) -> Outcome:
    try:
        raw = source.read()
    except UnusableDocument as fault:
        return Outcome(source.name, fault=str(fault))
    return work.on(source.name, raw)


class _Processes:
    """Processes that read documents; if one of them ends, they are replaced by new ones."""

    def __init__(self, work: Work, jobs: int) -> None:
        self._work = work
        self._jobs = jobs
        self._pool = self._new_pool(jobs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def outcomes(self, batch: list[Source]) -> Iterator[Outcome]:
        """Read some documents at once, then one by one what a process left undone by ending."""
        # Standard input belongs to this process.
        sent = [source for source in batch if source.name != STANDARD_INPUT]
        done = dict(zip(sent, self._together(sent), strict=True))
        for source in batch:
            if source not in done:
                yield _outcome(source, self._work)
            else:
                yield done[source] or self._alone(source)

    def _together(self, batch: list[Source]) -> list[Outcome | None]:
        try:
            futures = [self._pool.submit(_outcome_here, source) for source in batch]
        except BrokenProcessPool:
            futures = []
        found = [_result(future) for future in futures]
        if None in found or len(found) < len(batch):
            self._pool.shutdown(cancel_futures=True)
            self._pool = self._new_pool(self._jobs)
        return found + [None] * (len(batch) - len(found))

    def _alone(self, source: Source) -> Outcome:
        with self._new_pool(1) as pool:
            outcome = _result(pool.submit(_outcome_here, source))
        fault = "reading it ended the process; expected a text that can be read to its end"
        return outcome or Outcome(source.name, fault=fault)

    def _new_pool(self, jobs: int) -> ProcessPoolExecutor:
        # Forked processes would share what libraries hold open; new ones start clean everywhere.
        context = get_context("spawn")
        return ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(self._work,))


def _result(future: Future[Outcome]) -> Outcome | None:
    """What came of one document; None where its process ended, or another's took it along."""
    try:
        return future.result()
    except BrokenProcessPool:
        return None


_work_here: Work | None = None


def _begin(work: Work) -> None:
    """Keep the work in a new process, so that it is sent there once."""
    global _work_here
    _work_here = work


def _outcome_here(source: Source) -> Outcome:
    assert _work_here is not None
    return _outcome(source, _work_here)
