"""All records of a folder, each with the place where it was read."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Generic, TypeVar

from casualty_ledger.records.faults import Fault
from casualty_ledger.records.models import (
    Actor,
    Conflict,
    Description,
    Figure,
    Mention,
    Place,
    Population,
    Publisher,
    Record,
    Report,
    Statement,
)
from casualty_ledger.records.strict_yaml import Location

R_co = TypeVar("R_co", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class Entry(Generic[R_co]):
    """One record file that could be read.

    Attributes:
        id: the file name without its ending.
        path: relative to the folder of records, with forward slashes.
        text: the file as it stands.
    """

    id: str
    path: str
    text: str
    record: R_co
    lines: dict[Location, int]

    def fault(self, location: Location, message: str) -> Fault:
        """Return a fault at ``location`` of this file, or at the nearest key around it."""
        near = location
        while near and near not in self.lines:
            near = near[:-1]
        return Fault(self.path, self.lines.get(near, 1), dotted(location), message)


def dotted(location: Location) -> str:
    """Return ``figures[0].best`` for ``("figures", 0, "best")``."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return "".join(parts).lstrip(".")


@dataclass(frozen=True, slots=True)
class Document:
    """A full text that is kept; spans count its code points."""

    path: str
    text: str
    checksum: str

    @classmethod
    def from_bytes(cls, path: str, raw: bytes) -> "Document":
        """Decode a kept text.

        Raises:
            UnicodeDecodeError: the bytes are not UTF-8.
        """
        return cls(path, raw.decode("utf-8"), sha256(raw).hexdigest())


@dataclass(frozen=True, slots=True)
class LocatedFigure:
    """A figure with the statement that carries it and its position there."""

    figure: Figure
    statement: Entry[Statement]
    number: int

    def fault(self, key: str, message: str) -> Fault:
        """Return a fault at one key of this figure."""
        return self.statement.fault(("figures", self.number, key), message)


@dataclass(frozen=True, slots=True)
class LocatedMention:
    """A mention with the report that prints it and its position there."""

    mention: Mention
    report: Entry[Report]
    number: int

    def fault(self, key: str, message: str) -> Fault:
        """Return a fault at one key of this mention."""
        return self.report.fault(("mentions", self.number, key), message)


@dataclass(slots=True)
class Ledger:
    """Everything that was read, by id.

    A file that holds a fault gives no record, but what it names is remembered, so that one
    fault does not show as many.

    Attributes:
        broken: ids of such files, by register.
        broken_words: every id-like word inside such files.
    """

    statements: dict[str, Entry[Statement]] = field(default_factory=dict)
    reports: dict[str, Entry[Report]] = field(default_factory=dict)
    actors: dict[str, Entry[Actor]] = field(default_factory=dict)
    publishers: dict[str, Entry[Publisher]] = field(default_factory=dict)
    populations: dict[str, Entry[Population]] = field(default_factory=dict)
    places: dict[str, Entry[Place]] = field(default_factory=dict)
    conflicts: dict[str, Entry[Conflict]] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    description: Entry[Description] | None = None
    broken: dict[str, set[str]] = field(default_factory=dict)
    broken_words: set[str] = field(default_factory=set)

    def figures(self) -> Iterator[LocatedFigure]:
        """All figures, in the order of their files."""
        for statement in self.statements.values():
            for number, figure in enumerate(statement.record.figures):
                yield LocatedFigure(figure, statement, number)

    def mentions(self) -> Iterator[LocatedMention]:
        """All mentions, in the order of their files."""
        for report in self.reports.values():
            for number, mention in enumerate(report.record.mentions):
                yield LocatedMention(mention, report, number)

    def figures_by_id(self) -> dict[str, LocatedFigure]:
        """Each figure under its id; of figures that share an id, the first."""
        found: dict[str, LocatedFigure] = {}
        for located in self.figures():
            found.setdefault(located.figure.id, located)
        return found

    def mentions_by_figure(self) -> dict[str, list[LocatedMention]]:
        """The mentions of each figure, in the order of their files."""
        found: dict[str, list[LocatedMention]] = {}
        for located in self.mentions():
            found.setdefault(located.mention.figure, []).append(located)
        return found
