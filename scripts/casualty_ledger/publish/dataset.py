"""All files of the built dataset, as bytes."""

from collections.abc import Mapping

import pandas as pd

from casualty_ledger.publish.citation import citation
from casualty_ledger.publish.codebook import codebook
from casualty_ledger.publish.datapackage import datapackage
from casualty_ledger.publish.tables import csv_bytes, parquet_bytes
from casualty_ledger.records.models import Description
from casualty_schemas.tables import TABLES

VERSION_KEY = "casualty_ledger.version"
CITATION_KEY = "casualty_ledger.citation"


def dataset_files(frames: Mapping[str, pd.DataFrame], description: Description) -> dict[str, bytes]:
    """Return the content of every file of the dataset, by file name.

    Args:
        frames: the validated tables.
        description: what the metadata say of the dataset as a whole.
    """
    metadata = {VERSION_KEY: description.version, CITATION_KEY: citation(description)}
    files: dict[str, bytes] = {}
    for name, model in TABLES.items():
        files[f"{name}.csv"] = csv_bytes(frames[name], model)
        files[f"{name}.parquet"] = parquet_bytes(frames[name], model, metadata)
    files["datapackage.json"] = datapackage(description, TABLES, files)
    files["codebook.md"] = codebook(description, TABLES)
    return files
