"""The tables of the dataset as typed frames."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_PACKAGE = Path(__file__).parent


def dataset_folder() -> Path:
    """Return the folder of the dataset that belongs to this code.

    In an installed package that is its own ``data`` folder, in a checkout ``dataset``.

    Raises:
        FileNotFoundError: neither is there.
    """
    candidates = (_PACKAGE / "data", _PACKAGE.parents[1] / "dataset")
    for folder in candidates:
        if (folder / "datapackage.json").is_file():
            return folder
    raise FileNotFoundError("no built dataset; run `make dataset` in a checkout")


def load(table: str = "figures", *, folder: Path | None = None) -> pd.DataFrame:
    """Return one table of the dataset, typed and validated.

    Integers are nullable (``Int64``), dates are ``datetime64[s]``, codes are categories that hold
    the whole vocabulary, texts are ``str``; missing is missing. ``attrs`` holds ``version`` and
    ``citation``.

    Args:
        table: figures, mentions, reports, actors, publishers, populations, places or conflicts.
        folder: a folder of built tables; by default the dataset that comes with this code.

    Raises:
        ValueError: there is no such table.
        FileNotFoundError: there is no built dataset.
        InvalidTableError: the files hold what the models do not allow.

    Example:
        >>> figures = load("figures")
        >>> killed = figures[figures["measure"] == "killed"]
    """
    import pyarrow.parquet as pq

    from casualty_ledger.build.frames import InvalidTableError, pandas_dtype, table_problems
    from casualty_ledger.publish.dataset import CITATION_KEY, VERSION_KEY
    from casualty_schemas.columns import describe
    from casualty_schemas.tables import TABLES

    if table not in TABLES:
        raise ValueError(f"no table {table!r}; expected one of {', '.join(TABLES)}")
    stored = pq.read_table((folder or dataset_folder()) / f"{table}.parquet")
    columns = describe(TABLES[table])
    frame: pd.DataFrame = stored.to_pandas(date_as_object=False, integer_object_nulls=True)
    frame = frame.astype({column.name: pandas_dtype(column) for column in columns})
    if problems := table_problems(frame, table, TABLES[table]):
        raise InvalidTableError("\n".join(problems))
    metadata = stored.schema.metadata or {}
    frame.attrs["version"] = metadata[VERSION_KEY.encode()].decode("utf-8")
    frame.attrs["citation"] = metadata[CITATION_KEY.encode()].decode("utf-8")
    return frame
