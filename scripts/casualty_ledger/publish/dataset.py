"""All files of the built dataset, as bytes."""

from collections.abc import Mapping

import pandas as pd

from casualty_ledger.citation.bibliography import bibtex, ris
from casualty_ledger.citation.source import Source
from casualty_ledger.explorer.page import NAME as EXPLORER
from casualty_ledger.explorer.page import explorer_page
from casualty_ledger.publish.cff import citation_file
from casualty_ledger.publish.citation import citation
from casualty_ledger.publish.codebook import codebook
from casualty_ledger.publish.croissant import croissant
from casualty_ledger.publish.datacite import datacite
from casualty_ledger.publish.datapackage import datapackage
from casualty_ledger.publish.identity import identity
from casualty_ledger.publish.jsonld import dataset_jsonld
from casualty_ledger.publish.tables import csv_bytes, parquet_bytes
from casualty_ledger.publish.zenodo import zenodo
from casualty_ledger.records.models import Description
from casualty_schemas.tables import TABLES

VERSION_KEY = "casualty_ledger.version"
CITATION_KEY = "casualty_ledger.citation"

# What forges and archives look for at the root of a repository, beside the dataset too.
ROOT_FILES = ("CITATION.cff", ".zenodo.json")


def dataset_files(frames: Mapping[str, pd.DataFrame], description: Description) -> dict[str, bytes]:
    """Return the content of every file of the dataset, by file name.

    Args:
        frames: the validated tables.
        description: what the metadata say of the dataset as a whole.
    """
    tables = {f"{name}.csv": csv_bytes(frames[name], model) for name, model in TABLES.items()}
    metadata = {VERSION_KEY: description.version, CITATION_KEY: citation(description)}
    parquet = {
        f"{name}.parquet": parquet_bytes(frames[name], model, metadata)
        for name, model in TABLES.items()
    }
    coverage = claim_days(frames["figures"])
    return tables | parquet | _metadata_files(tables, description, coverage)


def _metadata_files(
    tables: Mapping[str, bytes], description: Description, coverage: str
) -> dict[str, bytes]:
    sha256 = identity(tables)
    source = Source(description, sha256)
    return {
        EXPLORER: explorer_page(tables, description, sha256, citation(description)),
        "datapackage.json": datapackage(description, TABLES, tables),
        "croissant.json": croissant(description, TABLES, tables, sha256, citation(description)),
        "dataset.jsonld": dataset_jsonld(description, TABLES, tables, sha256, coverage),
        "datacite.json": datacite(description, sha256),
        "codebook.md": codebook(description, TABLES),
        "citation.bib": bibtex(source).encode("utf-8"),
        "citation.ris": ris(source).encode("utf-8"),
        "CITATION.cff": citation_file(description, sha256),
        ".zenodo.json": zenodo(description),
    }


def claim_days(figures: pd.DataFrame) -> str:
    """Return the first and the last day of a claim as an ISO 8601 interval."""
    days = figures["claimed_on"]
    return f"{days.min():%Y-%m-%d}/{days.max():%Y-%m-%d}"
