"""The tables of the dataset as typed frames."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

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


def load(
    table: str = "figures", *, version: str | None = None, folder: Path | None = None
) -> pd.DataFrame:
    """Return one table of the dataset, typed and validated.

    Integers are nullable (``Int64``), dates are ``datetime64[s]``, codes are categories that hold
    the whole vocabulary, texts are ``str``; missing is missing. ``attrs`` holds ``version`` and
    ``citation``.

    A released version is read as it was released, with the columns and types that it names
    itself, after its bytes were held against their checksum.

    Args:
        table: figures, mentions, reports, actors, publishers, populations, places, conflicts or
            revisions or anomalies.
        version: a release, such as ``1.0.0``; by default what stands now.
        folder: a folder of built tables; by default the dataset that comes with this code.

    Raises:
        ValueError: there is no such table, or no such version.
        FileNotFoundError: there is no built dataset.
        InvalidTableError: the files hold what the models do not allow.
        DamagedReleaseError: a file of the release is not as it was released.

    Example:
        >>> figures = load("figures")
        >>> killed = figures[figures["measure"] == "killed"]
    """
    root = folder or dataset_folder()
    return _current(table, root) if version is None else _released(table, version, root)


def _current(table: str, folder: Path) -> pd.DataFrame:
    import pyarrow.parquet as pq

    from casualty_ledger.build.frames import InvalidTableError, pandas_dtype, table_problems
    from casualty_schemas.columns import describe
    from casualty_schemas.tables import TABLES

    if table not in TABLES:
        raise ValueError(f"no table {table!r}; expected one of {', '.join(TABLES)}")
    stored = pq.read_table(folder / f"{table}.parquet")
    columns = describe(TABLES[table])
    frame = _typed(stored, {column.name: pandas_dtype(column) for column in columns})
    if problems := table_problems(frame, table, TABLES[table]):
        raise InvalidTableError("\n".join(problems))
    return frame


def _released(table: str, version: str, folder: Path) -> pd.DataFrame:
    import io

    import pyarrow.parquet as pq

    from casualty_ledger.releases.shelf import read_release_file, release_folder
    from casualty_ledger.releases.types import pandas_types

    release = release_folder(folder, version)
    types = pandas_types(read_release_file(release, "datapackage.json"), table)
    content = read_release_file(release, f"{table}.parquet")
    return _typed(pq.read_table(io.BytesIO(content)), types)


def _typed(stored: pa.Table, types: dict[str, str | pd.CategoricalDtype]) -> pd.DataFrame:
    from casualty_ledger.publish.dataset import CITATION_KEY, VERSION_KEY

    frame: pd.DataFrame = stored.to_pandas(date_as_object=False, integer_object_nulls=True)
    frame = frame.astype(types)
    metadata = stored.schema.metadata or {}
    frame.attrs["version"] = metadata[VERSION_KEY.encode()].decode("utf-8")
    frame.attrs["citation"] = metadata[CITATION_KEY.encode()].decode("utf-8")
    return frame
