"""The dataset, or some rows of it, in another format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from casualty_ledger.load import dataset_folder, load

if TYPE_CHECKING:
    from casualty_ledger.archive import VersionFolder
    from casualty_ledger.exports.content import Content


def export(
    form: str,
    *,
    table: str | None = None,
    where: str | None = None,
    version: str | None = None,
    folder: Path | None = None,
) -> bytes:
    """Return the dataset in another format, as bytes.

    SQLite and Excel hold all tables unless ``table`` or ``where`` is given; the other formats
    hold one table.

    Args:
        form: csv, parquet, json, hxl, dta, xlsx or sqlite.
        table: one table; by default figures, or all tables where the format can hold them.
        where: a condition on the columns of the table, as for ``cite``.
        version: by default that of the dataset that comes with this code.
        folder: a folder of built tables; by default the dataset that comes with this code.

    Raises:
        ValueError: there is no such format, table or version, or the condition has faults.
        FileNotFoundError: there is no built dataset.

    Example:
        >>> Path("killed.dta").write_bytes(export("dta", where="measure = 'killed'"))
    """
    from casualty_ledger.archive import open_version
    from casualty_ledger.exports.formats import FORMATS
    from casualty_ledger.records.faults import suggestion

    if form not in FORMATS:
        near = suggestion(form, FORMATS)
        raise ValueError(f"no format {form!r}{near}; expected one of {', '.join(FORMATS)}")
    wanted, opened = FORMATS[form], open_version(folder or dataset_folder(), version)
    if wanted.holds_all and table is None and where is None:
        return wanted.write(_all_tables(opened))
    return wanted.write(_one_table(opened, table or "figures", where))


def _all_tables(opened: VersionFolder) -> Content:
    from casualty_ledger.citation.source import Source
    from casualty_ledger.exports.content import Content

    frames = {name: load(name, folder=opened.path) for name in opened.schemas}
    return Content(frames, Source(opened.description, opened.identity))


def _one_table(opened: VersionFolder, table: str, where: str | None) -> Content:
    from casualty_ledger.citation.source import Source
    from casualty_ledger.cite import cited_subset
    from casualty_ledger.exports.content import Content

    found = opened.select(table, where)
    subset = None if where is None else cited_subset(opened, found)
    rows = load(table, folder=opened.path)[found.mask.to_numpy()].reset_index(drop=True)
    return Content({table: rows}, Source(opened.description, opened.identity, subset))
