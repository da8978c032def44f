"""A coding: one row a figure as one publication prints it, in the fields that a coder fills in."""

import pandas as pd

from casualty_ledger.build.relays import departs
from casualty_schemas.vocabularies import (
    Bound,
    Certainty,
    Difference,
    Measure,
    Precision,
    Scope,
    Vocabulary,
)

NUMBERS = ("low", "best", "high")
FIELDS = (
    "claimant", "population", "measure", "bound", *NUMBERS, "scope", "claimed_on", "spokesperson",
    "certainty",
)  # fmt: skip
COLUMNS = ("url", "position", "as_written", *FIELDS)

# Where a mention departs from its figure, the ledger keeps that it does, but not as what: in
# these fields the page itself can not be held against the ledger.
NOT_KEPT = {
    Difference.CLAIMANT: ("claimant", "spokesperson"),
    Difference.POPULATION: ("population",),
    Difference.DATE: ("claimed_on",),
    Difference.STATUS: ("scope", "certainty"),
}

_CODES: dict[str, type[Vocabulary]] = {
    "measure": Measure,
    "bound": Bound,
    "scope": Scope,
    "certainty": Certainty,
}
_SHOWN = {Precision.MONTH.value: "%Y-%m", Precision.YEAR.value: "%Y"}


def read_coding(table: pd.DataFrame) -> pd.DataFrame:
    """Return a coding as typed columns, from a table of texts.

    An address with no other cell filled in says that the page was read and holds no figure.

    Args:
        table: the columns of ``COLUMNS`` as text, empty or missing where nothing is said.

    Raises:
        ValueError: a column is missing, a code is unknown, or a number is none; says which.
    """
    if missing := [name for name in COLUMNS if name not in table]:
        raise ValueError(f"columns are missing: {', '.join(missing)}")
    texts = table[list(COLUMNS)].fillna("").map(lambda cell: str(cell).strip())
    for name, vocabulary in _CODES.items():
        unknown = sorted(set(texts[name]) - {"", *vocabulary.codes()})
        if unknown:
            raise ValueError(f"{name}: unknown code {unknown[0]!r}")
    coding = texts.mask(texts == "").astype("str")
    for name in ("position", *NUMBERS):
        coding[name] = pd.to_numeric(coding[name]).astype("Int64")
    coding["claimed_on"] = coding["claimed_on"].str.removesuffix("?")
    return coding.assign(not_kept="")


def ledger_coding(
    figures: pd.DataFrame, mentions: pd.DataFrame, reports: pd.DataFrame
) -> pd.DataFrame:
    """Return the mentions of the ledger as a coding: what each report prints.

    Bound, values and measure are those that the report itself prints; the other fields are those
    of the figure. ``not_kept`` names, separated by blanks, the fields in which the report departs
    from the figure in a way that the ledger does not keep.

    Args:
        figures: the table ``figures``.
        mentions: the table ``mentions``.
        reports: the table ``reports``.
    """
    about = figures[
        ["figure_id", "claimant", "population", "measure", "scope", "spokesperson", "certainty"]
    ].assign(claimed_on=_written_dates(figures))
    rows = mentions.merge(about, on="figure_id", validate="many_to_one")
    rows = rows.merge(reports[["report_id", "url"]], on="report_id", validate="many_to_one")
    printed = rows["printed_measure"].astype("object")
    rows["measure"] = printed.fillna(rows["measure"].astype("object")).astype("str")
    rows["not_kept"] = _fields_not_kept(rows)
    for name in ("bound", "scope", "certainty"):
        rows[name] = rows[name].astype("str")
    named = rows.rename(columns={f"value_{name}": name for name in NUMBERS})
    return named[[*COLUMNS, "not_kept"]]


def _written_dates(figures: pd.DataFrame) -> "pd.Series[str]":
    """The day of the claim as a coder writes it: 2025-01-13, 2025-01 or 2025."""
    days = figures["claimed_on"]
    written = days.dt.strftime("%Y-%m-%d")
    for precision, shape in _SHOWN.items():
        written = written.mask(
            figures["claimed_on_precision"] == precision, days.dt.strftime(shape)
        )
    return pd.Series(written.astype("str"))


def _fields_not_kept(mentions: pd.DataFrame) -> "pd.Series[str]":
    fields = pd.Series("", index=mentions.index, dtype="str")
    for difference, names in NOT_KEPT.items():
        fields = fields.mask(departs(mentions, difference), fields + f" {' '.join(names)}")
    return pd.Series(fields.str.strip())
