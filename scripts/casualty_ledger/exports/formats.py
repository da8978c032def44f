"""The formats of exports, by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from casualty_ledger.exports.content import Content
from casualty_ledger.exports.hxl import hxl
from casualty_ledger.exports.plain import csv, json_object, parquet
from casualty_ledger.exports.sqlite import sqlite
from casualty_ledger.exports.stata import stata
from casualty_ledger.exports.workbook import workbook


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Attributes:
        write: makes the file's bytes.
        holds_all: whether a file holds several tables.
    """

    write: Callable[[Content], bytes]
    holds_all: bool = False


FORMATS: Mapping[str, Format] = {
    "csv": Format(csv),
    "parquet": Format(parquet),
    "json": Format(json_object),
    "hxl": Format(hxl),
    "dta": Format(stata),
    "xlsx": Format(workbook, holds_all=True),
    "sqlite": Format(sqlite, holds_all=True),
}
