"""``codebook.md``: what every table, column and code means, from the models."""

from collections.abc import Iterator, Mapping

from casualty_ledger.records.models import Description
from casualty_schemas.columns import Column, describe
from casualty_schemas.table import Table, primary_key
from casualty_schemas.vocabularies import LIST_SEPARATOR, Vocabulary


def codebook(description: Description, tables: Mapping[str, type[Table]]) -> bytes:
    """Return the codebook as Markdown."""
    lines = [
        f"# Codebook of {description.title} {description.version}",
        "",
        description.description,
        "",
        "An empty cell is a missing value: missing is not zero. Dates are ISO 8601. A cell that "
        f"holds several values separates them with `{LIST_SEPARATOR}`.",
        "",
    ]
    for name, model in tables.items():
        lines += _table(name, model)
    lines += _vocabularies(tables)
    return "\n".join(lines).encode("utf-8")


def _table(name: str, model: type[Table]) -> Iterator[str]:
    yield f"## Table `{name}`"
    yield ""
    yield str(model.Config.description)
    yield f"Rows are told apart by {_names(primary_key(model))}."
    yield ""
    yield "| column | title | type | unit | may be empty | what it says | example |"
    yield "|---|---|---|---|---|---|---|"
    for column in describe(model):
        yield _column(column)
    yield ""
    rules = [check.error for check in model.to_schema().checks or ()]
    if rules:
        yield "In every row:"
        yield ""
        yield from (f"- {rule};" for rule in rules[:-1])
        yield f"- {rules[-1]}."
        yield ""


def _column(column: Column) -> str:
    cells = (
        f"`{column.name}`",
        column.title,
        column.kind,
        column.unit or "",
        "no" if column.required else "yes",
        column.description + _where(column),
        f"`{column.example}`",
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _where(column: Column) -> str:
    several = "Several " if column.is_list else "One "
    if column.vocabulary is not None:
        name = column.vocabulary.__name__
        return f" {several}of the codes [{name}](#{name.lower()})."
    if column.references is not None:
        table, key = column.references
        return f" {several}`{key}` of `{table}`."
    return ""


def _names(columns: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in columns)


def _vocabularies(tables: Mapping[str, type[Table]]) -> Iterator[str]:
    yield "## Codes"
    yield ""
    for vocabulary in used_vocabularies(tables):
        yield f"### {vocabulary.__name__}"
        yield ""
        yield (vocabulary.__doc__ or "").strip()
        yield ""
        yield "| code | definition |"
        yield "|---|---|"
        yield from (f"| `{code.value}` | {code.definition} |" for code in vocabulary)
        yield ""


def used_vocabularies(tables: Mapping[str, type[Table]]) -> list[type[Vocabulary]]:
    """Return every vocabulary that a column uses, in the order of first use."""
    columns = (column for model in tables.values() for column in describe(model))
    found = (column.vocabulary for column in columns)
    return list(dict.fromkeys(vocabulary for vocabulary in found if vocabulary is not None))
