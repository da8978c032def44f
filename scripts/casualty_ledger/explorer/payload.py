"""What the page holds of the dataset: all of the figures, and of other tables what it shows."""

from collections.abc import Mapping

from casualty_ledger.explorer.encoding import Json, TextTable, encode_table, read_table
from casualty_ledger.query.parse import MAX_CHARACTERS
from casualty_ledger.records.models import Description

# The columns that the page reads. All columns of figures are kept: its rows can be saved as CSV.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "mentions": ("figure_id", "report_id", "as_written", "differs", "printed_measure", "note"),
    "reports": (
        "report_id",
        "url",
        "archived_url",
        "publisher",
        "publisher_kind",
        "language",
        "published_on",
        "published_on_precision",
        "published_on_inferred",
        "relayed_by",
    ),
    "actors": ("actor_id", "name", "short_name", "native_name", "country"),
    "publishers": ("publisher_id", "name"),
    "populations": ("population_id", "name", "definition"),
    "places": ("place_id", "name"),
    "anomalies": ("figure_id", "explanation"),
}
_REFERENCES: Mapping[str, Mapping[str, str]] = {
    "figures": {"part_of": "figures", "supersedes": "figures", "superseded_by": "figures"},
    "mentions": {"figure_id": "figures", "report_id": "reports"},
    "anomalies": {"figure_id": "figures"},
}


def read_tables(files: Mapping[str, bytes]) -> dict[str, TextTable]:
    """Return the tables that the page shows.

    Args:
        files: the CSV file of each table, by file name.
    """
    return {name: read_table(files[f"{name}.csv"]) for name in ("figures", *COLUMNS)}


def payload(
    tables: Mapping[str, TextTable], description: Description, identity: str, citation: str
) -> Json:
    """Return everything that the page knows, as JSON.

    Args:
        tables: the tables of ``read_tables``.
        description: title, version and date.
        identity: SHA-256 of the version's CSV files, in hex.
        citation: how the version is cited, in one line.
    """
    ids = {
        name: {cell: row for row, cell in enumerate(tables[name].columns[key])}
        for name, key in (("figures", "figure_id"), ("reports", "report_id"))
    }
    encoded = {}
    for name, table in tables.items():
        keys = {
            column: (target, ids[target]) for column, target in _REFERENCES.get(name, {}).items()
        }
        encoded[name] = encode_table(table, COLUMNS.get(name) or tuple(table.columns), keys)
    return {
        "about": {
            "name": description.name,
            "title": description.title,
            "version": description.version,
            "updatedOn": description.updated_on.text,
            "licence": description.licence,
            "homepage": description.homepage,
            "identity": identity,
            "citation": citation,
            "longestCondition": MAX_CHARACTERS,
        },
        "tables": encoded,
    }
