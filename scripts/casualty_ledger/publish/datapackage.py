"""``datapackage.json``: Data Package v2 with a Table Schema for every table, from the models."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from casualty_ledger.publish.about import about
from casualty_ledger.publish.json_text import json_bytes
from casualty_ledger.records.models import Description
from casualty_schemas.columns import Column, describe
from casualty_schemas.table import Table, primary_key
from casualty_schemas.vocabularies import LIST_SEPARATOR

Json = dict[str, Any]
_PROFILES = "https://datapackage.org/profiles/2.0"


def datapackage(
    description: Description, tables: Mapping[str, type[Table]], files: Mapping[str, bytes]
) -> bytes:
    """Return the descriptor of the dataset.

    Args:
        description: title, version, licence and the like.
        tables: the model of each table, by name.
        files: the CSV file of each table, by file name; size and checksum are taken from it.
    """
    resources = [_resource(name, model, files[f"{name}.csv"]) for name, model in tables.items()]
    package = {
        "$schema": f"{_PROFILES}/datapackage.json",
        **about(description),
        "resources": resources,
    }
    return json_bytes(package)


def _resource(name: str, model: type[Table], content: bytes) -> Json:
    return {
        "name": name,
        "type": "table",
        "title": name.capitalize(),
        "description": model.Config.description,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": table_schema(model),
    }


def table_schema(model: type[Table]) -> Json:
    """Return the Table Schema of a table."""
    columns = describe(model)
    schema: Json = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(column) for column in columns],
        "missingValues": [""],
        "primaryKey": primary_key(model),
    }
    keys = [_foreign_key(column, model) for column in columns if column.references]
    if keys := [key for key in keys if key]:
        schema["foreignKeys"] = keys
    return schema


def _field(column: Column) -> Json:
    field: Json = {
        "name": column.name,
        "title": column.title,
        "type": column.kind,
        "description": column.description,
        "example": column.example,
    }
    if column.unit:
        field["unit"] = column.unit
    constraints: Json = {"required": True} if column.required else {}
    if column.unique:
        constraints["unique"] = True
    if column.kind == "integer":
        constraints["minimum"] = 0
    if column.vocabulary is not None and not column.is_list:
        constraints["enum"] = column.vocabulary.codes()
        field["categories"] = [
            {"value": code.value, "label": code.definition} for code in column.vocabulary
        ]
    if column.is_list:
        field["items"] = _items(column)
    if constraints:
        field["constraints"] = constraints
    return field


def _items(column: Column) -> Json:
    """Table Schema has no word for what may stand in a list within text; this is our own."""
    items: Json = {"separator": LIST_SEPARATOR}
    if column.vocabulary is not None:
        items["enum"] = column.vocabulary.codes()
    return items


def _foreign_key(column: Column, model: type[Table]) -> Json | None:
    """A cell that holds a list can not be a foreign key, nor a key of part of a table's key."""
    if column.references is None or column.is_list:
        return None
    table, key = column.references
    reference = {"fields": [key]}
    own = table == (model.Config.title or model.__name__.lower())
    return {
        "fields": [column.name],
        "reference": reference if own else {"resource": table, **reference},
    }
