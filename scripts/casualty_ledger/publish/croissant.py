"""``croissant.json``: the dataset as machine-learning tools load it, MLCommons Croissant 1.0."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from casualty_ledger.publish.json_text import json_bytes
from casualty_ledger.publish.jsonld import about_dataset
from casualty_ledger.records.models import Description
from casualty_schemas.columns import Column, describe
from casualty_schemas.table import Table, primary_key

Json = dict[str, Any]

CONFORMS_TO = "http://mlcommons.org/croissant/1.0"
_TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "date": "sc:Date",
    "boolean": "sc:Boolean",
}
# The context that the specification prescribes, word for word.
_CONTEXT: Json = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def croissant(
    description: Description,
    tables: Mapping[str, type[Table]],
    files: Mapping[str, bytes],
    identity: str,
    citation: str,
) -> bytes:
    """Return the dataset in Croissant's vocabulary: a file and a record set for each table.

    Args:
        description: title, creator, date, DOIs.
        tables: the model of each table, by name.
        files: the CSV file of each table, by file name.
        identity: SHA-256 of the version's CSV files, in hex.
        citation: how the version is cited.
    """
    content: Json = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": CONFORMS_TO,
        **about_dataset(description, identity),
        "citeAs": citation,
        "distribution": [_file(f"{name}.csv", files[f"{name}.csv"]) for name in tables],
        "recordSet": [_record_set(name, model) for name, model in tables.items()],
    }
    return json_bytes(content)


def _file(name: str, content: bytes) -> Json:
    return {
        "@type": "cr:FileObject",
        "@id": name,
        "name": name,
        "contentUrl": name,
        "contentSize": f"{len(content)} B",
        "encodingFormat": "text/csv",
        "sha256": sha256(content).hexdigest(),
    }


def _record_set(name: str, model: type[Table]) -> Json:
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": model.Config.description,
        "key": [{"@id": f"{name}/{column}"} for column in primary_key(model)],
        "field": [_field(name, column) for column in describe(model)],
    }


def _field(table: str, column: Column) -> Json:
    field: Json = {
        "@type": "cr:Field",
        "@id": f"{table}/{column.name}",
        "name": column.name,
        "description": column.description,
        "dataType": _TYPES[column.kind],
        "source": {"fileObject": {"@id": f"{table}.csv"}, "extract": {"column": column.name}},
    }
    return field
