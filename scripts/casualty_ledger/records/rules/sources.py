"""Rules for reports, their pages and their documents."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from casualty_ledger.records.faults import Fault
from casualty_ledger.records.ledger import Ledger
from casualty_schemas.vocabularies import PublisherKind


def a_report_has_a_page_or_a_document(ledger: Ledger) -> Iterator[Fault]:
    """What was read can be read again."""
    for report in ledger.reports.values():
        if report.record.url is None and report.record.document is None:
            message = "key is missing; expected the address of the page, or a document"
            yield report.fault(("url",), message)


def a_page_is_entered_once(ledger: Ledger) -> Iterator[Fault]:
    """Two reports of one address would count its mentions twice."""
    seen: dict[str, str] = {}
    for report in ledger.reports.values():
        url = report.record.url
        first = seen.setdefault(url, report.id) if url else report.id
        if first != report.id:
            yield report.fault(("url",), f"stands in {first} too; expected one report a page")


def a_page_belongs_to_its_publisher(ledger: Ledger) -> Iterator[Fault]:
    """The host of the address is one of the publisher's, or below one."""
    for report in ledger.reports.values():
        publisher = ledger.publishers.get(report.record.publisher)
        if report.record.url is None or publisher is None:
            continue
        host = (urlsplit(report.record.url).hostname or "").removeprefix("www.")
        hosts = publisher.record.hosts
        if not any(host == known or host.endswith(f".{known}") for known in hosts):
            expected = f"expected one of {', '.join(hosts) or 'its hosts, of which none is given'}"
            message = f"host {host} is not one of publisher {publisher.id}; {expected}"
            yield report.fault(("url",), message)


def documents_and_reports_belong_together(ledger: Ledger) -> Iterator[Fault]:
    """A named document is kept, and a kept document is named by one report."""
    used: dict[str, str] = {}
    for report in ledger.reports.values():
        name = report.record.document
        if name is None:
            continue
        if name not in ledger.documents:
            expected = f"expected a file of {', '.join(ledger.documents) or 'seeds/documents'}"
            yield report.fault(("document",), f"no document {name!r}; {expected}")
        if used.setdefault(name, report.id) != report.id:
            yield report.fault(("document",), f"stands in {used[name]} too; expected it once")
    for name, document in ledger.documents.items():
        if name not in used and name not in ledger.broken_words:
            yield Fault(document.path, 1, "", "no report names this document; expected one")


def a_primary_publisher_is_an_actors_own(ledger: Ledger) -> Iterator[Fault]:
    """A primary page is some claimant's page."""
    for publisher in ledger.publishers.values():
        primary = publisher.record.kind is PublisherKind.PRIMARY
        if primary and publisher.record.actor is None:
            message = "key is missing; expected the actor whose page this is"
            yield publisher.fault(("actor",), message)
        if not primary and publisher.record.actor is not None:
            message = f"stands with kind {publisher.record.kind.value}; expected primary"
            yield publisher.fault(("actor",), message)
