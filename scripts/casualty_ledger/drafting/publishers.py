"""Who published a page."""

from urllib.parse import urlsplit

from casualty_ledger.records.ledger import Ledger


def find_publisher(ledger: Ledger, url: str | None, name: str | None) -> str | None:
    """Return the id of a publisher by the host of a page, or else by its name or an alias."""
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    for entry in ledger.publishers.values():
        if host and any(host == own or host.endswith(f".{own}") for own in entry.record.hosts):
            return entry.id
    wanted = (name or "").casefold()
    for entry in ledger.publishers.values():
        if wanted in {each.casefold() for each in (entry.record.name, *entry.record.aliases)}:
            return entry.id
    return None
