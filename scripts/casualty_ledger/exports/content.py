"""What an export is made from."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from casualty_ledger.citation.source import Source
from casualty_ledger.publish.citation import citation
from casualty_schemas.table import Table
from casualty_schemas.tables import TABLES


@dataclass(frozen=True)
class Content:
    """The tables, or the rows of one table, that an export holds.

    Attributes:
        frames: typed tables, by name; at least one.
        source: what they are from, and how that is cited.
    """

    frames: Mapping[str, pd.DataFrame]
    source: Source

    @property
    def tables(self) -> dict[str, type[Table]]:
        """The model of each table that is held."""
        return {name: TABLES[name] for name in self.frames}

    @property
    def is_whole(self) -> bool:
        """Whether all rows of all tables are held, so that every reference leads somewhere."""
        return self.source.subset is None and set(self.frames) == set(TABLES)

    @property
    def main(self) -> str:
        """The name of the first table, which formats of one table hold."""
        return next(iter(self.frames))

    def about(self) -> dict[str, str]:
        """Return what every export says of itself: title, version, citation, licence."""
        about = self.source.description
        return {
            "title": about.title,
            "version": about.version,
            "date": about.updated_on.text,
            "citation": citation(about),
            "sha256": self.source.sha256,
            "subset": self.source.subset.sentence() if self.source.subset else "",
            "licence": about.licence,
            "licence_url": about.licence_url,
            "description": about.description,
        }
