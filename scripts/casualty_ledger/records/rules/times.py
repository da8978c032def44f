"""Rules for the order of dates."""

from collections.abc import Iterator

from casualty_ledger.records.faults import Fault
from casualty_ledger.records.ledger import Ledger, LocatedMention
from casualty_schemas.vocabularies import Difference, Scope


def as_of_is_not_after_claimed_on(ledger: Ledger) -> Iterator[Fault]:
    """Only a plan may speak of days after it was spoken."""
    for located in ledger.figures():
        as_of, claimed_on = located.figure.as_of, located.statement.record.claimed_on
        if as_of is None or claimed_on is None or located.figure.scope is Scope.PLAN:
            continue
        latest = as_of.end or as_of.start
        if latest is not None and latest.first > claimed_on.last:
            message = f"{as_of.text} is after claimed_on {claimed_on.text}"
            yield located.fault("as_of", f"{message}; expected the same day or before")


def claimed_on_is_not_after_the_first_publication(ledger: Ledger) -> Iterator[Fault]:
    """A report can not print what was not yet said, unless it declares that the date differs."""
    by_figure = ledger.mentions_by_figure()
    for statement in ledger.statements.values():
        claimed_on = statement.record.claimed_on
        mentions = [
            mention
            for figure in statement.record.figures
            for mention in by_figure.get(figure.id, [])
            if Difference.DATE not in mention.mention.differs
        ]
        first = min(mentions, key=_last_day, default=None)
        if claimed_on is None or first is None or claimed_on.first.isoformat() <= _last_day(first):
            continue
        published = first.report.record.published_on
        message = f"{claimed_on.text} is after {first.report.id} was published"
        expected = f"expected {published.text if published else ''} or before"
        yield statement.fault(("claimed_on",), f"{message}; {expected}")


def _last_day(mention: LocatedMention) -> str:
    published = mention.report.record.published_on
    return published.last.isoformat() if published else "9999"


def retrieved_on_is_not_before_published_on(ledger: Ledger) -> Iterator[Fault]:
    """A page can not be read before it appears."""
    for report in ledger.reports.values():
        published, retrieved = report.record.published_on, report.record.retrieved_on
        if published and retrieved and retrieved.last < published.first:
            message = f"{retrieved.text} is before published_on {published.text}"
            yield report.fault(("retrieved_on",), f"{message}; expected that day or later")
