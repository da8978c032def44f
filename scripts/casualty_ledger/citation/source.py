"""What is cited: a version of the dataset, or a subset of one."""

import re
from dataclasses import dataclass

from casualty_ledger.records.models import Description

DEVELOPMENT = "-dev"

_SENTENCE = re.compile(
    r"Subset of version (?P<version>\S+) \(SHA-256 (?P<version_sha256>[0-9a-f]{64})\): "
    r"(?P<table>\w+) WHERE (?P<where>.+); (?P<rows>\d+) rows?, SHA-256 (?P<sha256>[0-9a-f]{64})"
)


@dataclass(frozen=True, slots=True)
class Subset:
    """The rows of one table of one version that a condition keeps.

    These are the parts that the Research Data Alliance's working group on data citation asks for
    (Rauber et al., *Data Citation of Evolving Data*, 2015, recommendations R4 to R8): the query
    in a normal form, the version on which it was run, and a checksum of what it gave.

    Attributes:
        version: of the dataset.
        version_sha256: the identity of that version.
        table: name of the table.
        where: the condition in normal form.
        rows: how many rows it kept.
        sha256: of these rows as canonical CSV; see ``casualty_ledger.archive.checksum``.
    """

    version: str
    version_sha256: str
    table: str
    where: str
    rows: int
    sha256: str

    def sentence(self) -> str:
        """Return the subset in one sentence, from which ``parse_sentence`` reads it again."""
        count = f"{self.rows} row{'s' * (self.rows != 1)}"
        return (
            f"Subset of version {self.version} (SHA-256 {self.version_sha256}): "
            f"{self.table} WHERE {self.where}; {count}, SHA-256 {self.sha256}."
        )


def parse_sentence(text: str) -> Subset | None:
    """Return the subset that a citation in words names, or None where there is none in it."""
    # A citation may have been wrapped; spaces within a quoted text are its own.
    found = _SENTENCE.search(re.sub(r"\s*\n\s*", " ", text))
    if found is None:
        return None
    texts = ("version", "version_sha256", "table", "where", "sha256")
    return Subset(rows=int(found["rows"]), **{name: found[name] for name in texts})


@dataclass(frozen=True, slots=True)
class Source:
    """A version with its checksum, and the subset of it, if only that is cited.

    Attributes:
        description: of the cited version: title, creator, date, DOI.
        sha256: the identity of the version.
    """

    description: Description
    sha256: str
    subset: Subset | None = None

    @property
    def key(self) -> str:
        """A name for the citation in a bibliography."""
        return f"{self.description.name}-{self.description.version}"

    @property
    def link(self) -> str | None:
        """The address of this version; that of the dataset as a whole where there is none."""
        doi = self.description.doi
        return f"https://doi.org/{doi}" if doi else self.description.homepage

    def notes(self) -> list[str]:
        """Return, in sentences, what no citation style prints reliably."""
        version = f"Version {self.description.version}, SHA-256 {self.sha256}."
        notes = [self.subset.sentence() if self.subset else version]
        if self.description.version.endswith(DEVELOPMENT):
            notes.append("Development version, not released.")
        return notes
