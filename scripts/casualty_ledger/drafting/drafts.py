"""Drafts of records: one report a document, and stubs of the statements that are new.

A candidate becomes a mention of the figure that it states (`linking`); candidates that state one
figure become mentions of one. What no figure of the ledger fits becomes a stub. The drafts of one
run know each other: two documents with the same new claim share its stub.
"""

from collections.abc import Collection, Sequence

from casualty_ledger.drafting.draft import Draft, Read
from casualty_ledger.drafting.free_names import free_name
from casualty_ledger.drafting.linking import known_figures
from casualty_ledger.drafting.mentions import draft_mentions
from casualty_ledger.drafting.names import ledger_publishers
from casualty_ledger.drafting.new_figures import NewFigures
from casualty_ledger.drafting.questions import undecided
from casualty_ledger.extract.document import Meta
from casualty_ledger.intake.publishers import Publishers
from casualty_ledger.records.dates import PartialDate, parse_date
from casualty_ledger.records.ledger import Ledger
from casualty_ledger.records.models import Report
from casualty_ledger.records.rules.files import UNDATED

# Stands in the name of a report until it is known who published it.
UNKNOWN_PUBLISHER = "todo"


def make_drafts(documents: Sequence[Read], ledger: Ledger) -> list[Draft]:
    """Return the reports of the documents that state a figure, then the stubs of statements.

    Args:
        documents: what was read, in order.
        ledger: the records as they stand; they are not changed.
    """
    figures, publishers = NewFigures(ledger, known_figures(ledger)), ledger_publishers(ledger)
    reports: list[Draft] = []
    for document in documents:
        if document.candidates:
            report = _report(document, figures, publishers)
            path = _report_path(report, ledger, {draft.path for draft in reports})
            reports.append(Draft(path, report))
    return [*reports, *figures.drafts()]


def _report(document: Read, figures: NewFigures, publishers: Publishers) -> Report:
    meta = document.meta
    page = "the address of the page, or leave the key out and keep the text"
    relayers = dict.fromkeys(name for each in document.candidates for name in each.relayed_by)
    return Report.model_construct(
        url=meta.url or (None if document.kept_as else undecided(page)),
        publisher=publishers.find(meta.url, meta.publisher) or _unknown_publisher(meta),
        language=meta.language,
        published_on=_day(document),
        relayed_by=[publishers.by_name(name) or _unknown_relayer(name) for name in relayers],
        document=document.kept_as,
        mentions=list(draft_mentions(document, figures)),
    )


def _day(document: Read) -> PartialDate | str:
    day = document.meta.published_on
    if day is None:
        return undecided("when did it appear? A day, with ? after it if inferred")
    return parse_date(f"{day.isoformat()}{'?' if document.day_is_concluded else ''}")


def _unknown_publisher(meta: Meta) -> str:
    name = meta.publisher or meta.url or meta.document
    return undecided(
        f"who published {name!r}? Add it to seeds/registers/publishers, or give its id"
    )


def _unknown_relayer(name: str) -> str:
    return undecided(f"who is {name!r}? Add a publisher, or give its id")


def _report_path(report: Report, ledger: Ledger, drafted: Collection[str]) -> str:
    """Where the report lies: where one of its page lies already, else under a name of its own."""
    for entry in ledger.reports.values():
        of_page = report.url is not None and entry.record.url == report.url
        of_text = report.document is not None and entry.record.document == report.document
        if (of_page or of_text) and entry.path not in drafted:
            return entry.path
    day = getattr(report.published_on, "stem", UNDATED)
    publisher = report.publisher if report.publisher in ledger.publishers else UNKNOWN_PUBLISHER
    taken = {*ledger.reports, *(path.rpartition("/")[2].removesuffix(".yaml") for path in drafted)}
    folder = day[:7].replace("-", "/") if day != UNDATED else UNDATED
    return f"reports/{folder}/{free_name([f'{day}-{publisher}'], taken)}.yaml"
