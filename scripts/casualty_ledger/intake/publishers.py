"""Who published a page, by the register of publishers."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from casualty_schemas.vocabularies import LIST_SEPARATOR


@dataclass(frozen=True, slots=True)
class Publishers:
    """A look-up of publishers by the hosts of their pages and by their names."""

    hosts: Mapping[str, str]
    names: Mapping[str, str]

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, str]]) -> Self:
        """Make a look-up of rows of the table of publishers."""
        hosts: dict[str, str] = {}
        names: dict[str, str] = {}
        for row in rows:
            own = row["publisher_id"]
            for host in row.get("hosts", "").split(LIST_SEPARATOR):
                hosts.setdefault(host, own)
            for name in (own, row["name"], *row.get("aliases", "").split(LIST_SEPARATOR)):
                names.setdefault(name.casefold(), own)
        return cls(hosts, names)

    def by_host(self, url: str | None) -> str | None:
        """Return the id of the publisher of a page, from the narrowest host that is known."""
        host = _host(url)
        while "." in host:
            if found := self.hosts.get(host):
                return found
            host = host.partition(".")[2]
        return None

    def by_name(self, name: str | None) -> str | None:
        """Return the id of the publisher that has a name, an alias or an id."""
        return self.names.get(name.strip().casefold()) if name and name.strip() else None

    def find(self, url: str | None, name: str | None) -> str | None:
        """Return the id of a publisher by the host of its page, or else by its name."""
        return self.by_host(url) or self.by_name(name)


def _host(url: str | None) -> str:
    """The host of an address; nothing where there is none, or the address is malformed."""
    try:
        return (urlsplit(url).hostname or "") if url else ""
    except ValueError:
        return ""


def read_publishers(folder: Path) -> Publishers:
    """Read the look-up from a folder of built tables.

    Raises:
        FileNotFoundError: there is no table of publishers.
    """
    with (folder / "publishers.csv").open(encoding="utf-8", newline="") as file:
        return Publishers.from_rows(csv.DictReader(file))
