"""Drafts of records: one report a document, and stubs of the statements that are new.

A candidate becomes a mention of the figure that it states (`linking`); candidates that state one
figure become mentions of one. What no figure of the ledger fits becomes a stub. The drafts of one
run know each other: two documents with the same new claim share its stub.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, count

from casualty_ledger.drafting.linking import Known, Match, known_figures, link
from casualty_ledger.drafting.names import ledger_publishers
from casualty_ledger.drafting.questions import undecided
from casualty_ledger.drafting.statements import (
    UNKNOWN_CLAIMANT,
    claimant_id,
    date_in_name,
    day_of,
    stub_figure,
    stub_statement,
)
from casualty_ledger.extract.candidate import Candidate, Span
from casualty_ledger.extract.document import Meta
from casualty_ledger.numbers import UnreadableNumber, read_number
from casualty_ledger.records.canonical import canonical_text
from casualty_ledger.records.dates import parse_date
from casualty_ledger.records.fields import UNDECIDED
from casualty_ledger.records.ledger import Ledger
from casualty_ledger.records.models import Figure, Mention, Record, Report, Statement
from casualty_ledger.records.rules.files import UNDATED
from casualty_ledger.records.rules.words import differences
from casualty_schemas.vocabularies import Difference

UNKNOWN_PUBLISHER = "todo"


@dataclass(frozen=True, slots=True)
class Read:
    """A document with its candidates, and under which name its text may be kept, if it may."""

    text: str
    meta: Meta
    candidates: Sequence[Candidate]
    kept_as: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A record to be finished: its path below the folder of records, and what it holds so far."""

    path: str
    record: Record

    @property
    def content(self) -> bytes:
        """The file."""
        return canonical_text(self.record).encode("utf-8")


@dataclass(slots=True)
class _Stub:
    """A new statement: the candidate that called for it first, and its figures."""

    claimant: str
    day: str
    first: Candidate
    figures: list[Figure]


@dataclass(slots=True)
class _Stubs:
    """The figures that a candidate may state, and the new ones of this run among them."""

    known: list[Known]
    statements: dict[tuple[str, str], _Stub] = field(default_factory=dict)


def make_drafts(documents: Sequence[Read], ledger: Ledger) -> list[Draft]:
    """Return the reports of the documents that state a figure, then the stubs of statements.

    Args:
        documents: what was read, in order.
        ledger: the records as they stand; they are not changed.
    """
    stubs = _Stubs(known=known_figures(ledger))
    reports: dict[str, Report] = {}
    for document in documents:
        if document.candidates:
            report = _report(document, ledger, stubs)
            reports[_report_path(report, ledger, reports)] = report
    drafts = [Draft(path, report) for path, report in reports.items()]
    return [*drafts, *_statements(stubs, ledger)]


def _report(document: Read, ledger: Ledger, stubs: _Stubs) -> Report:
    meta, publishers = document.meta, ledger_publishers(ledger)
    page = "the address of the page, or leave the key out and keep the text"
    day = undecided("when did it appear? A day, with ? after it if inferred")
    relayers = dict.fromkeys(name for each in document.candidates for name in each.relayed_by)
    return Report.model_construct(
        url=meta.url or (None if document.kept_as else undecided(page)),
        publisher=publishers.find(meta.url, meta.publisher) or _unknown_publisher(meta),
        language=meta.language,
        published_on=parse_date(meta.published_on.isoformat()) if meta.published_on else day,
        relayed_by=[publishers.by_name(name) or _unknown_relayer(name) for name in relayers],
        document=document.kept_as,
        mentions=list(_mentions(document, ledger, stubs)),
    )


def _unknown_publisher(meta: Meta) -> str:
    name = meta.publisher or meta.url or meta.document
    return undecided(f"who published {name}? Add it to seeds/registers/publishers, or give its id")


def _unknown_relayer(name: str) -> str:
    return undecided(f"who is {name!r}? Add a publisher, or give its id")


def _mentions(document: Read, ledger: Ledger, stubs: _Stubs) -> Iterator[Mention]:
    """One mention a candidate, in the order of the text; without spans, each wording once."""
    matches = _matches(document, ledger, stubs)
    seen: set[tuple[str, str]] = set()
    for candidate in document.candidates:
        mention = _mention(candidate, matches[candidate.number_span], document)
        key = (mention.figure, candidate.number_text)
        if document.kept_as or key not in seen:
            yield mention
        seen.add(key)


def _mention(candidate: Candidate, match: Match, document: Read) -> Mention:
    figure = match.figure
    options = " or ".join(each.id for each in match.figures)
    return Mention.model_construct(
        figure=figure.id if figure else undecided(f"which of {options}?"),
        as_written=" ".join(candidate.number_text.split()),
        span=list(candidate.number_span) if document.kept_as else None,
        differs=_differs(candidate, match.figures[0]),
        note=_other_population(candidate, match.figures[0]),
    )


def _other_population(candidate: Candidate, figure: Figure) -> str | None:
    """Ask what to say where the text counts a part of the figure's people, or a larger whole."""
    undecided_yet = figure.population.startswith(UNDECIDED)
    if undecided_yet or candidate.population in (None, figure.population):
        return None
    kinds = f"the text has {candidate.population}, the figure {figure.population}"
    return undecided(f"{kinds}; say so here, or name population in differs")


def _differs(candidate: Candidate, figure: Figure) -> list[Difference]:
    """In what the printed words depart from the figure, read as `check` reads them."""
    try:
        reading = read_number(candidate.number_text, candidate.language)
    except UnreadableNumber:
        return []
    return differences(reading, figure)


def _matches(document: Read, ledger: Ledger, stubs: _Stubs) -> dict[Span, Match]:
    """The figure of each candidate; candidates that state the same figure share it."""
    part_of = {
        name: entry.record.part_of
        for name, entry in ledger.populations.items()
        if entry.record.part_of is not None
    }
    found: dict[Span, Match] = {}
    for group in _groups(document.candidates):
        linked = [
            match
            for each in group
            if (
                match := link(
                    each, stubs.known, published_on=document.meta.published_on, part_of=part_of
                )
            )
        ]
        match = min(linked, key=lambda match: len(match.figures), default=None)
        match = match or Match((_new_figure(group, ledger, stubs),))
        found.update({each.number_span: match for each in group})
    return found


def _groups(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Candidates by the figure that they state, best read first in each group."""
    groups: dict[Span, list[Candidate]] = {}
    heads: dict[Span, Span] = {}
    for candidate in candidates:
        head = heads.get(candidate.same_as or candidate.number_span, candidate.number_span)
        heads[candidate.number_span] = head
        groups.setdefault(head, []).append(candidate)
    return [sorted(group, key=_doubt) for group in groups.values()]


def _doubt(candidate: Candidate) -> tuple[bool, int]:
    order = ("high", "medium", "low")
    return candidate.claimant is None, order.index(candidate.confidence.value)


def _new_figure(group: list[Candidate], ledger: Ledger, stubs: _Stubs) -> Figure:
    """Add the stub of a figure; the best read candidate of its group says what it holds."""
    candidate = group[0]
    claimant = claimant_id(candidate, ledger) or UNKNOWN_CLAIMANT
    day = date_in_name(candidate)
    figure_id = _figure_id(candidate, f"{claimant}-{day}", {k.figure.id for k in stubs.known})
    figure = stub_figure(candidate, ledger, figure_id)
    # Numbers without a claimant may be those of several, so each gets a statement of its own.
    key = (candidate.claimant or figure_id, day)
    stub = stubs.statements.setdefault(key, _Stub(claimant, day, candidate, []))
    stub.figures.append(figure)
    stubs.known.append(Known(figure, candidate.claimant or "", day_of(candidate.claimed_on)))
    return figure


def _figure_id(candidate: Candidate, stem: str, taken: set[str]) -> str:
    """CLAIMANT-DATE-MEASURE, with the value or a number behind it where that is taken."""
    plain = f"{stem}-{candidate.measure.value.replace('_', '-')}"
    values = (candidate.value_low, candidate.value_best, candidate.value_high)
    with_value = "-".join([plain, *(str(value) for value in values if value is not None)])
    return _free([plain, with_value], taken)


def _free(wanted: list[str], taken: set[str]) -> str:
    """The first name that is not taken, or the last one with the first free number behind it."""
    numbered = (f"{wanted[-1]}-{number}" for number in count(2))
    return next(name for name in chain(wanted, numbered) if name not in taken)


def _report_path(report: Report, ledger: Ledger, drafted: dict[str, Report]) -> str:
    """Where the report lies: where one of its page lies already, else under a name of its own."""
    for entry in ledger.reports.values():
        of_page = report.url is not None and entry.record.url == report.url
        if of_page or (report.document and entry.record.document == report.document):
            return entry.path
    day = getattr(report.published_on, "stem", UNDATED)
    publisher = report.publisher if report.publisher in ledger.publishers else UNKNOWN_PUBLISHER
    taken = {*ledger.reports, *(path.rpartition("/")[2].removesuffix(".yaml") for path in drafted)}
    folder = day[:7].replace("-", "/") if day != UNDATED else UNDATED
    return f"reports/{folder}/{_free([f'{day}-{publisher}'], taken)}.yaml"


def _statements(stubs: _Stubs, ledger: Ledger) -> Iterator[Draft]:
    taken = set(ledger.statements)
    for stub in stubs.statements.values():
        statement = stub_statement(stub.first, ledger, stub.figures)
        name = f"{stub.day}-{stub.claimant}"
        longer = f"{name}-{stub.figures[0].id.removeprefix(f'{stub.claimant}-{stub.day}-')}"
        free = _free([longer] if stub.day == UNDATED else [name, longer], taken)
        taken.add(free)
        folder = stub.day[:4] if stub.day != UNDATED else UNDATED
        yield Draft(f"statements/{folder}/{free}.yaml", _beside(statement, name, free))


def _beside(statement: Statement, name: str, free: str) -> Statement:
    """Ask whether a second statement of a claimant and day was one act with the first."""
    if free == name or name.startswith(UNDATED):
        return statement
    question = undecided(f"said on the occasion of {name}? Then move the figures there")
    return statement.model_copy(update={"setting": question})
