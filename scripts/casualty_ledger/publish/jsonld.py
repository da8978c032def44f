"""``dataset.jsonld``: the dataset in schema.org's terms, as search engines read it from a page."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from casualty_ledger.publish.about import DOI_LINK
from casualty_ledger.publish.json_text import json_bytes
from casualty_ledger.records.models import Description
from casualty_schemas.columns import Column, describe
from casualty_schemas.table import Table

Json = dict[str, Any]
MAIN_TABLE = "figures"


def dataset_jsonld(
    description: Description,
    tables: Mapping[str, type[Table]],
    files: Mapping[str, bytes],
    identity: str,
    coverage: str,
) -> bytes:
    """Return the dataset as a schema.org ``Dataset``.

    Args:
        description: title, creator, date, DOIs.
        tables: the model of each table, by name.
        files: the CSV file of each table, by file name.
        identity: SHA-256 of the version's CSV files, in hex.
        coverage: the days that claims were made on, as an ISO 8601 interval.
    """
    content: Json = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        **about_dataset(description, identity),
        "temporalCoverage": coverage,
        "measurementTechnique": "reported claims, each tied to its claimant and its reports",
        "variableMeasured": [_variable(column) for column in describe(tables[MAIN_TABLE])],
        "distribution": [_download(name, files[f"{name}.csv"]) for name in tables],
    }
    return json_bytes(content)


def about_dataset(description: Description, identity: str) -> Json:
    """Return what schema.org and Croissant say of the dataset in the same words."""
    about: Json = {
        "name": description.title,
        "alternateName": description.name,
        "description": description.description,
        "version": description.version,
        "datePublished": description.updated_on.text,
        "creator": {"@type": "Organization", "name": description.creator},
        "license": description.licence_url,
        "keywords": description.keywords,
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "identifier": _identifiers(description, identity),
    }
    if description.publisher:
        about["publisher"] = {"@type": "Organization", "name": description.publisher}
    if link := (f"{DOI_LINK}{description.doi}" if description.doi else description.homepage):
        about["url"] = link
    return about


def _identifiers(description: Description, identity: str) -> list[Json]:
    known = [("DOI", description.doi), ("SHA-256", identity)]
    return [
        {"@type": "PropertyValue", "propertyID": name, "value": value}
        for name, value in known
        if value
    ]


def _variable(column: Column) -> Json:
    variable = {
        "@type": "PropertyValue",
        "name": column.name,
        "alternateName": column.title,
        "description": column.description,
    }
    return variable | ({"unitText": column.unit} if column.unit else {})


def _download(name: str, content: bytes) -> Json:
    return {
        "@type": "DataDownload",
        "name": f"{name}.csv",
        "contentUrl": f"{name}.csv",
        "encodingFormat": "text/csv",
        "contentSize": f"{len(content)} B",
        "sha256": sha256(content).hexdigest(),
    }
