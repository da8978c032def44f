"""``datapackage.json``: Data Package v2 with a Table Schema for every table, from the models."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from casualty_ledger.records.models import Description
from casualty_schemas.columns import Column, describe
from casualty_schemas.table import Table, primary_key
from casualty_schemas.vocabularies import LIST_SEPARATOR

Json = dict[str, Any]
_PROFILES = "https://datapackage.org/profiles/2.0"
_DOI = "https://doi.org/"


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
        **_about(description),
        "resources": resources,
    }
    return (json.dumps(package, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def _about(description: Description) -> Json:
    about: Json = {
        "name": description.name,
        "title": description.title,
        "version": description.version,
        "description": description.description,
        "keywords": description.keywords,
        "licenses": [{"name": description.licence, "path": description.licence_url}],
        "created": f"{description.updated_on.text}T00:00:00Z",
        "contributors": [{"title": description.creator, "roles": ["creator"]}],
    }
    if description.publisher:
        about["contributors"].append({"title": description.publisher, "roles": ["publisher"]})
    if description.homepage:
        about["homepage"] = description.homepage
    if description.doi:
        about["id"] = f"{_DOI}{description.doi}"
    if description.concept_doi:
        about["conceptId"] = f"{_DOI}{description.concept_doi}"
    return about


def read_description(package: Json) -> Description:
    """Return the description that a descriptor was made from.

    So a version tells by itself, years later and without the records, how it is to be cited.
    """
    roles = {role: who["title"] for who in package["contributors"] for role in who["roles"]}
    (licence,) = package["licenses"]
    return Description.model_validate(
        {
            **{key: package[key] for key in ("name", "title", "version", "description")},
            "keywords": package["keywords"],
            "updated_on": package["created"][:10],
            "creator": roles["creator"],
            "publisher": roles.get("publisher"),
            "licence": licence["name"],
            "licence_url": licence["path"],
            "homepage": package.get("homepage"),
            "doi": _bare_doi(package.get("id")),
            "concept_doi": _bare_doi(package.get("conceptId")),
        }
    )


def _bare_doi(link: str | None) -> str | None:
    return link.removeprefix(_DOI) if link else None


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
