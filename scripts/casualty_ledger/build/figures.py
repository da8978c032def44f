"""The rows of the table of figures."""

from collections.abc import Iterator
from datetime import date

from casualty_ledger.build.cells import Row, as_of, dated, joined
from casualty_ledger.build.history import History
from casualty_ledger.build.stance import stance_of
from casualty_ledger.records.ledger import Entry, Ledger, LocatedFigure, LocatedMention
from casualty_ledger.records.models import Report
from casualty_ledger.records.rules.words import READABLE
from casualty_schemas.vocabularies import PublisherKind, Status


def figure_rows(ledger: Ledger, history: History) -> Iterator[Row]:
    """Yield the rows of the table of figures, with what other records say of each figure."""
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
        "includes": joined([component.value for component in figure.includes]),
        "scope": figure.scope.value,
        **as_of(figure.as_of),
        **dated("claimed_on", statement.claimed_on),
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
    kind = list(PublisherKind).index(publisher_kind(mention.report, ledger))
    published = mention.report.record.published_on
    day = published.last if published else date.max
    return bool(departs), kind, day, mention.report.id, mention.number


def _first_published(mentions: list[LocatedMention]) -> date | None:
    dates = [mention.report.record.published_on for mention in mentions]
    return min((published.last for published in dates if published), default=None)


def publisher_kind(report: Entry[Report], ledger: Ledger) -> PublisherKind:
    """Return the kind of the publisher of a report."""
    return ledger.publishers[report.record.publisher].record.kind
