"""How the tables describe their columns, and the kinds of columns that there are.

Each kind returns a pandera field. What Table Schema and the codebook need beyond pandera (unit,
example, vocabulary, referenced table) travels in the field's metadata, so that a column is
described once, in its model.
"""

from dataclasses import dataclass
from typing import Any, Literal

import pandera.pandas as pa

from casualty_schemas.vocabularies import Vocabulary

Type = Literal["string", "integer", "date", "boolean"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column as documentation shows it.

    Attributes:
        kind: the Table Schema type.
        unit: of the values; None for words and codes.
        vocabulary: the codes that may stand here, one a cell or, in a list, several.
        references: table and column whose values may stand here.
        is_list: whether a cell may hold several values, separated by ``;``.
    """

    name: str
    title: str
    description: str
    kind: Type
    required: bool
    unique: bool
    example: str
    unit: str | None
    vocabulary: type[Vocabulary] | None
    references: tuple[str, str] | None
    is_list: bool


def _field(kind: Type, title: str, description: str, example: str, **extra: Any) -> Any:
    known = ("unit", "vocabulary", "references", "is_list")
    metadata = {key: extra.pop(key, None) for key in known}
    metadata |= {"type": kind, "example": example}
    return pa.Field(title=title, description=description, metadata=metadata, **extra)


def words(title: str, description: str, example: str, **extra: Any) -> Any:
    """Return a field of text."""
    return _field("string", title, description, example, **extra)


def code(title: str, description: str, vocabulary: type[Vocabulary], **extra: Any) -> Any:
    """Return a field that holds one code of a closed vocabulary."""
    kwargs = {"categories": vocabulary.codes(), "ordered": False}
    example = extra.pop("example", vocabulary.codes()[0])
    return _field(
        "string", title, description, example, vocabulary=vocabulary, dtype_kwargs=kwargs, **extra
    )


def count(title: str, description: str, example: str, unit: str, **extra: Any) -> Any:
    """Return a field of whole numbers from 0 on."""
    return _field("integer", title, description, example, unit=unit, ge=0, **extra)


def day(title: str, description: str, example: str, **extra: Any) -> Any:
    """Return a field of calendar days."""
    return _field("date", title, description, example, **extra)


def flag(title: str, description: str) -> Any:
    """Return a field that is true or false."""
    return _field("boolean", title, description, "false")


def describe(model: type[pa.DataFrameModel]) -> list[Column]:
    """Return the columns of a table, in their order."""
    columns = model.to_schema().columns
    return [_describe_one(str(name), column) for name, column in columns.items()]


def _describe_one(name: str, column: Any) -> Column:
    about = column.metadata
    return Column(
        name=name,
        title=column.title,
        description=column.description,
        kind=about["type"],
        required=not column.nullable,
        unique=column.unique,
        example=about["example"],
        unit=about["unit"],
        vocabulary=about["vocabulary"],
        references=about["references"],
        is_list=bool(about["is_list"]),
    )
