"""``CITATION.cff``: how to cite the dataset, in the Citation File Format 1.2.0."""

from typing import Any

import yaml

from casualty_ledger.records.models import Description

MESSAGE = "If you use this dataset, cite the version that you used."


def citation_file(description: Description, identity: str) -> bytes:
    """Return the citation file of a version.

    Args:
        description: title, creator, date, DOIs.
        identity: SHA-256 of the version's CSV files, in hex.
    """
    content: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": MESSAGE,
        "type": "dataset",
        "title": description.title,
        "abstract": description.description,
        "authors": [{"name": description.creator}],
        "version": description.version,
        "date-released": description.updated_on.text,
        "license": description.licence,
        "keywords": description.keywords,
        "identifiers": _identifiers(description, identity),
    }
    if description.doi:
        content["doi"] = description.doi
    if description.homepage:
        content["url"] = description.homepage
    text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=100)
    return text.encode("utf-8")


def _identifiers(description: Description, identity: str) -> list[dict[str, str]]:
    known = [
        ("doi", description.doi, f"version {description.version}"),
        ("doi", description.concept_doi, "all versions; leads to the newest"),
        ("other", f"sha256:{identity}", f"the CSV files of version {description.version}"),
    ]
    return [
        {"type": kind, "value": value, "description": what} for kind, value, what in known if value
    ]
