"""``datacite.json``: the metadata with which a DOI is registered, DataCite schema 4.5."""

from typing import Any

from casualty_ledger.publish.json_text import json_bytes
from casualty_ledger.records.models import Description

FORMATS = ["text/csv", "application/vnd.apache.parquet"]


def datacite(description: Description, identity: str) -> bytes:
    """Return the DataCite metadata of a version.

    Without an archive the creator is the publisher, as the schema asks for one.

    Args:
        description: title, creator, date, DOIs.
        identity: SHA-256 of the version's CSV files, in hex.
    """
    content: dict[str, Any] = {
        "creators": [{"name": description.creator, "nameType": "Organizational"}],
        "titles": [{"title": description.title}],
        "publisher": {"name": description.publisher or description.creator},
        "publicationYear": str(description.updated_on.first.year),
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Data set"},
        "subjects": [{"subject": keyword} for keyword in description.keywords],
        "dates": [{"date": description.updated_on.text, "dateType": "Updated"}],
        "language": "en",
        "alternateIdentifiers": [
            {"alternateIdentifier": identity, "alternateIdentifierType": "SHA-256"}
        ],
        "formats": FORMATS,
        "version": description.version,
        "rightsList": [_rights(description)],
        "descriptions": [
            {"description": description.description, "descriptionType": "Abstract", "lang": "en"}
        ],
        "schemaVersion": "http://datacite.org/schema/kernel-4",
    }
    return json_bytes(content | _dois(description))


def _rights(description: Description) -> dict[str, str]:
    return {
        "rights": description.licence,
        "rightsUri": description.licence_url,
        "rightsIdentifier": description.licence,
        "rightsIdentifierScheme": "SPDX",
    }


def _dois(description: Description) -> dict[str, Any]:
    """The version is identified; that it is a version of the whole is a relation."""
    dois: dict[str, Any] = {}
    if description.homepage:
        dois["url"] = description.homepage
    if description.doi:
        prefix, suffix = description.doi.split("/", 1)
        dois |= {"doi": description.doi, "prefix": prefix, "suffix": suffix}
    if description.concept_doi:
        dois["relatedIdentifiers"] = [
            {
                "relatedIdentifier": description.concept_doi,
                "relatedIdentifierType": "DOI",
                "relationType": "IsVersionOf",
            }
        ]
    return dois
