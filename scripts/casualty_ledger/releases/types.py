"""The pandas types of a released table, by the description that was released with it."""

import json
from typing import Any

import pandas as pd

from casualty_ledger.build.frames import PANDAS_TYPES


def pandas_types(package: bytes, table: str) -> dict[str, str | pd.CategoricalDtype]:
    """Return the type of each column of a table.

    Args:
        package: the ``datapackage.json`` of the version.
        table: its name.

    Raises:
        ValueError: the version has no such table.
    """
    resources = {item["name"]: item for item in json.loads(package)["resources"]}
    if table not in resources:
        raise ValueError(f"no table {table!r}; expected one of {', '.join(resources)}")
    return {field["name"]: _type(field) for field in resources[table]["schema"]["fields"]}


def _type(field: dict[str, Any]) -> str | pd.CategoricalDtype:
    codes = field.get("constraints", {}).get("enum")
    return pd.CategoricalDtype(codes, ordered=False) if codes else PANDAS_TYPES[field["type"]]
