"""From records to rows: one function a table, each row a mapping from column to value."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from casualty_ledger.build.printed import printed_values
from casualty_ledger.build.stance import stance_of
from casualty_ledger.records.dates import PartialDate, Period
from casualty_ledger.records.ledger import Entry, Ledger, LocatedFigure, LocatedMention
from casualty_ledger.records.models import Report
from casualty_ledger.records.rules.words import READABLE
from casualty_schemas.vocabularies import LIST_SEPARATOR, PartyRole, PublisherKind, Status

Cell = str | int | bool | date | None
Row = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class History:
    """What the versions of the dataset so far say of its rows.

    Attributes:
        version: the version that is being built.
        added_in: the version that first held a figure; a figure that is not here is new.
        revised_in: the version that last changed a figure, for those that were changed.
    """

    version: str
    added_in: Mapping[str, str]
    revised_in: Mapping[str, str]


def all_rows(ledger: Ledger, history: History) -> dict[str, list[Row]]:
    """Return the rows of every table, unsorted.

    Args:
        ledger: records without a fault.
        history: the versions before this one.
    """
    makers: dict[str, Callable[[Ledger], Iterator[Row]]] = {
        "figures": lambda ledger: _figures(ledger, history),
        "mentions": _mentions,
        "reports": _reports,
        "actors": _actors,
        "publishers": _publishers,
        "populations": _populations,
        "places": _places,
        "conflicts": _conflicts,
    }
    return {name: list(make(ledger)) for name, make in makers.items()}


def _figures(ledger: Ledger, history: History) -> Iterator[Row]:
    mentions = ledger.mentions_by_figure()
    successors = {
        located.figure.supersedes: located.figure.id
        for located in ledger.figures()
        if located.figure.supersedes
    }
    for located in ledger.figures():
        name = located.figure.id
        successor = successors.get(name)
        replaced_on = _first_published(mentions.get(successor or "", []))
        yield {
            **_claim(located, ledger),
            **_values(located),
            **_status(located, successor, replaced_on),
            **_reception(mentions[name], ledger),
            "added_in": history.added_in.get(name, history.version),
            "revised_in": history.revised_in.get(name),
        }


def _claim(located: LocatedFigure, ledger: Ledger) -> Row:
    figure, statement = located.figure, located.statement.record
    return {
        "figure_id": figure.id,
        "statement_id": located.statement.id,
        "conflict": ledger.populations[figure.population].record.conflict,
        "population": figure.population,
        "place": figure.place,
        "measure": figure.measure.value,
        "ambiguous": figure.ambiguous,
        "includes": _joined([component.value for component in figure.includes]),
        "scope": figure.scope.value,
        **_as_of(figure.as_of),
        **_dated("claimed_on", statement.claimed_on),
        "claimant": statement.claimant,
        "claimant_country": ledger.actors[statement.claimant].record.country,
        "stance": stance_of(statement.claimant, figure.population, ledger).value,
        "spokesperson": statement.spokesperson,
        "setting": statement.setting,
        "basis": statement.basis.value,
        "certainty": figure.certainty.value,
        "derivation": figure.derivation.value,
        "part_of": figure.part_of,
        "statement_note": statement.note,
        "note": figure.note,
    }


def _values(located: LocatedFigure) -> Row:
    figure = located.figure
    return {
        "value_low": figure.low,
        "value_best": figure.best,
        "value_high": figure.high,
        "bound": figure.bound.value,
    }


def _status(located: LocatedFigure, successor: str | None, replaced_on: date | None) -> Row:
    """Corrected, retracted and disputed are recorded; superseded follows from a later figure."""
    figure = located.figure
    since = figure.status_on.first if figure.status_on else None
    status = figure.status
    if status is Status.ACTIVE and successor:
        status, since = Status.SUPERSEDED, replaced_on
    return {
        "status": status.value,
        "status_since": since,
        "status_reason": figure.status_reason,
        "supersedes": figure.supersedes,
        "superseded_by": successor,
    }


def _reception(mentions: list[LocatedMention], ledger: Ledger) -> Row:
    """What follows from the reports that carry a figure."""
    reports = {mention.report.id: mention.report for mention in mentions}
    return {
        "value_as_stated": _best_words(mentions, ledger),
        "first_published_on": _first_published(mentions),
        "report_count": len(reports),
        "language_count": len({report.record.language for report in reports.values()}),
    }


def _best_words(mentions: list[LocatedMention], ledger: Ledger) -> str | None:
    """The words of the best report: primary before agency before outlet, then the earliest."""
    worded = [mention for mention in mentions if mention.mention.as_written]
    best = min(worded, key=lambda mention: _rank(mention, ledger), default=None)
    return best.mention.as_written if best else None


def _rank(mention: LocatedMention, ledger: Ledger) -> tuple[bool, int, date, str, int]:
    """Words that depart from the figure come last, whoever printed them."""
    departs = set(READABLE) & set(mention.mention.differs)
    kind = list(PublisherKind).index(_publisher_kind(mention.report, ledger))
    published = mention.report.record.published_on
    day = published.last if published else date.max
    return bool(departs), kind, day, mention.report.id, mention.number


def _first_published(mentions: list[LocatedMention]) -> date | None:
    dates = [mention.report.record.published_on for mention in mentions]
    return min((published.last for published in dates if published), default=None)


def _publisher_kind(report: Entry[Report], ledger: Ledger) -> PublisherKind:
    return ledger.publishers[report.record.publisher].record.kind


def _mentions(ledger: Ledger) -> Iterator[Row]:
    figures = ledger.figures_by_id()
    for located in ledger.mentions():
        mention = located.mention
        figure = figures[mention.figure].figure
        printed = printed_values(mention, figure, located.report.record.language)
        start, end = mention.span or (None, None)
        yield {
            "figure_id": mention.figure,
            "report_id": located.report.id,
            "position": located.number + 1,
            "as_written": mention.as_written,
            "value_low": printed.low,
            "value_best": printed.best,
            "value_high": printed.high,
            "bound": printed.bound.value,
            "differs": _joined([code.value for code in mention.differs]),
            "printed_measure": mention.printed_measure.value if mention.printed_measure else None,
            "span_start": start,
            "span_end": end,
            "note": mention.note,
        }


def _reports(ledger: Ledger) -> Iterator[Row]:
    for entry in ledger.reports.values():
        report = entry.record
        document = ledger.documents[report.document] if report.document else None
        yield {
            "report_id": entry.id,
            "url": report.url,
            "archived_url": report.archived_url,
            "publisher": report.publisher,
            "publisher_kind": _publisher_kind(entry, ledger).value,
            "language": report.language,
            **_dated("published_on", report.published_on),
            "relayed_by": _joined(report.relayed_by),
            "document": report.document,
            "document_sha256": document.checksum if document else None,
            "retrieved_on": report.retrieved_on.first if report.retrieved_on else None,
            "mention_count": len(report.mentions),
            "note": report.note,
        }


def _actors(ledger: Ledger) -> Iterator[Row]:
    for entry in ledger.actors.values():
        actor = entry.record
        yield {
            "actor_id": entry.id,
            "name": actor.name,
            "short_name": actor.short_name,
            "native_name": actor.native_name,
            "kind": actor.kind.value,
            "country": actor.country,
            "part_of": actor.part_of,
            "wikidata": actor.wikidata,
            "aliases": _joined(actor.aliases),
            "note": actor.note,
        }


def _publishers(ledger: Ledger) -> Iterator[Row]:
    for entry in ledger.publishers.values():
        publisher = entry.record
        yield {
            "publisher_id": entry.id,
            "name": publisher.name,
            "kind": publisher.kind.value,
            "country": publisher.country,
            "actor": publisher.actor,
            "hosts": _joined(publisher.hosts),
            "aliases": _joined(publisher.aliases),
            "note": publisher.note,
        }


def _populations(ledger: Ledger) -> Iterator[Row]:
    for entry in ledger.populations.values():
        population = entry.record
        yield {
            "population_id": entry.id,
            "name": population.name,
            "conflict": population.conflict,
            "party": population.party,
            "personnel": population.personnel.value,
            "part_of": population.part_of,
            "definition": population.definition,
            "aliases": _joined(population.aliases),
        }


def _places(ledger: Ledger) -> Iterator[Row]:
    for entry in ledger.places.values():
        place = entry.record
        yield {
            "place_id": entry.id,
            "name": place.name,
            "native_name": place.native_name,
            "kind": place.kind.value,
            "country": place.country,
            "part_of": place.part_of,
            "aliases": _joined(place.aliases),
        }


def _conflicts(ledger: Ledger) -> Iterator[Row]:
    for entry in ledger.conflicts.values():
        about: Row = {
            "conflict_id": entry.id,
            "name": entry.record.name,
            "definition": entry.record.definition,
        }
        for side in entry.record.sides:
            for role, parties in (
                (PartyRole.PARTY, side.parties),
                (PartyRole.SUPPORTER, side.supporters),
            ):
                for party in parties:
                    yield {**about, "side": side.id, "role": role.value, "party": party}


def _joined(values: list[str]) -> str | None:
    return LIST_SEPARATOR.join(values) or None


def _dated(key: str, day: PartialDate | None) -> Row:
    """A date of unknown day as a date and how much of it is known."""
    return {
        key: day.first if day else None,
        f"{key}_precision": day.precision.value if day else None,
        f"{key}_inferred": bool(day and day.inferred),
    }


def _as_of(period: Period | None) -> Row:
    start, end = (period.start, period.end) if period else (None, None)
    return {
        "as_of_start": start.first if start else None,
        "as_of_end": end.last if end else None,
        "as_of_inferred": any(day.inferred for day in (start, end) if day),
    }
