"""The imported tables as files, and what is said of them."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pandas as pd

from casualty_ledger.imports.radford.codes import CITATION, DAY_ONE, NAME
from casualty_ledger.imports.radford.importing import Imported
from casualty_ledger.publish.tables import csv_bytes, parquet_bytes
from casualty_schemas.imported import IMPORTED_TABLES, DefectKind
from casualty_schemas.table import Table

_METADATA = {"casualty_ledger.import": NAME, "casualty_ledger.source": CITATION}


def _parquet(frame: pd.DataFrame, model: type[Table]) -> bytes:
    return parquet_bytes(frame, model, _METADATA)


FORMATS: Mapping[str, Callable[[pd.DataFrame, type[Table]], bytes]] = {
    "csv": csv_bytes,
    "parquet": _parquet,
}


def imported_files(imported: Imported, content: bytes, form: str) -> dict[str, bytes]:
    """Return the files of an import, by name: three tables, and ``about.json``.

    Args:
        imported: the tables.
        content: the file that they were read from, for its checksum.
        form: csv or parquet.
    """
    files = {
        f"{name}.{form}": FORMATS[form](frame, IMPORTED_TABLES[name])
        for name, frame in imported.frames.items()
    }
    about = json.dumps(_about(imported, content), indent=1, ensure_ascii=False) + "\n"
    return {**files, "about.json": about.encode("utf-8")}


def _about(imported: Imported, content: bytes) -> dict[str, Any]:
    return {
        "name": NAME,
        "source": CITATION,
        "sha256_of_the_file": hashlib.sha256(content).hexdigest(),
        "day_1": DAY_ONE.isoformat(),
        "rows": len(imported.rows),
        "claims": len(imported.claims),
        "skipped": {str(name): int(count) for name, count in imported.skipped().items()},
        "flags": {str(kind): int(count) for kind, count in imported.flag_counts().items()},
        "kinds": {kind.value: kind.definition for kind in DefectKind},
    }


def summary(imported: Imported) -> Iterator[str]:
    """Yield what was read, as lines: rows, claims by population, what was skipped, the flags."""
    yield f"{len(imported.rows):>6,} rows, day 1 is {DAY_ONE}"
    yield f"{len(imported.claims):>6,} claims about people"
    for population, count in imported.claims["population"].value_counts().items():
        yield f"{count:>10,} {population}"
    skipped = imported.skipped()
    yield f"{skipped.sum():>6,} rows about equipment are no claims"
    for name, count in skipped.items():
        yield f"{count:>10,} {name}"
    flagged = imported.flags["row_id"].nunique()
    yield f"{len(imported.flags):>6,} flags on {flagged:,} rows"
    for kind, count in imported.flag_counts().items():
        yield f"{count:>10,} {kind}"
