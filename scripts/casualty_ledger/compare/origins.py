"""Where a figure comes from: who said it, what it replaced, and every report that prints it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

Row = Mapping[Any, Any]


class UnknownFigureError(ValueError):
    """No figure has this id."""


@dataclass(frozen=True)
class Provenance:
    """The origin of one figure; as text it is a page to read.

    Attributes:
        figure: its row of ``figures``, by column.
        statement: the rows of all figures that were given together with it.
        chain: the rows of the figures that it replaced and that replaced it, the first claim
            first; at least the figure itself.
        mentions: its rows of ``mentions``, each with the url, publisher, language, published_on
            and relayed_by of its report; the earliest report first.
        revisions: the rows of ``revisions`` of the figure, its statement and these reports.
    """

    figure: Row
    statement: pd.DataFrame
    chain: pd.DataFrame
    mentions: pd.DataFrame
    revisions: pd.DataFrame

    def __str__(self) -> str:
        """Return all of it as plain text."""
        return "\n".join(_page(self))


def origin(
    figure_id: str,
    figures: pd.DataFrame,
    mentions: pd.DataFrame,
    reports: pd.DataFrame,
    revisions: pd.DataFrame,
) -> Provenance:
    """Return where a figure comes from.

    Args:
        figure_id: the figure.
        figures: the table ``figures``.
        mentions: the table ``mentions``.
        reports: the table ``reports``.
        revisions: the table ``revisions``.

    Raises:
        UnknownFigureError: there is no such figure.
    """
    by_id = figures.set_index("figure_id", drop=False)
    if figure_id not in by_id.index:
        raise UnknownFigureError(f"no figure {figure_id!r}; expected an id of the table figures")
    (figure,) = by_id.loc[[figure_id]].to_dict("records")
    printed = _printed(figure_id, mentions, reports)
    records = {figure_id, figure["statement_id"], *printed["report_id"]}
    return Provenance(
        figure=figure,
        statement=_rows(figures["statement_id"] == figure["statement_id"], figures),
        chain=by_id.loc[list(_chain(figure_id, by_id))].reset_index(drop=True),
        mentions=printed,
        revisions=_rows(revisions["record_id"].isin(records), revisions),
    )


def _rows(chosen: "pd.Series[bool]", frame: pd.DataFrame) -> pd.DataFrame:
    return frame[chosen].reset_index(drop=True)


def _chain(figure_id: str, by_id: pd.DataFrame) -> list[str]:
    """Go back to the first claim, then forward; records that lead in a circle are refused."""
    return [
        *reversed(list(_steps(figure_id, by_id["supersedes"]))),
        figure_id,
        *_steps(figure_id, by_id["superseded_by"]),
    ]


def _steps(start: str, links: "pd.Series[str]") -> Iterator[str]:
    step = links.get(start)
    while isinstance(step, str):
        yield step
        step = links.get(step)


def _printed(figure_id: str, mentions: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    columns = ["report_id", "url", "publisher", "language", "published_on", "relayed_by"]
    own = mentions[mentions["figure_id"] == figure_id].merge(reports[columns], on="report_id")
    return own.sort_values(["published_on", "report_id", "position"], ignore_index=True)


def _page(origin: Provenance) -> Iterator[str]:
    figure = origin.figure
    yield f"{figure['figure_id']}: {_value(figure)} {figure['measure']} ({figure['population']})"
    who = f"{figure['claimant']}, {_told(figure['spokesperson'])}".rstrip(", ")
    yield f"  said by {who} on {_day(figure['claimed_on'])}, {figure['basis']}"
    yield from (f"  {text}" for text in (figure["setting"], figure["note"]) if _told(text))
    day = _day(figure["status_since"], missing="")
    since = f" since {day}" if day else ""
    reason = f": {figure['status_reason']}" if _told(figure["status_reason"]) else ""
    yield f"  {figure['status']}{since}{reason}"
    yield "given together with"
    yield from _lines(origin.statement[origin.statement["figure_id"] != figure["figure_id"]])
    yield "chain of claims"
    yield from _lines(origin.chain)
    yield f"mentions: {len(origin.mentions)}"
    yield from map(_mention, origin.mentions.to_dict("records"))
    yield from map(_revision, origin.revisions.to_dict("records"))


def _lines(figures: pd.DataFrame) -> Iterator[str]:
    for row in figures.to_dict("records"):
        yield f"  {_day(row['claimed_on'])}  {row['figure_id']}: {_value(row)} {row['measure']}"


def _mention(row: Row) -> str:
    differs = f" [differs: {row['differs']}]" if _told(row["differs"]) else ""
    words = _told(row["as_written"]) or "(no words)"
    where = f"{row['publisher']}, {row['language']}: {words}{differs}"
    return f"  {_day(row['published_on'])}  {where}\n              {_told(row['url'])}".rstrip()


def _revision(row: Row) -> str:
    was = _told(row["was"]) or "empty"
    return (
        f"revised {_day(row['revised_on'])}: {row['record_id']}, {row['field']} was {was}: "
        + str(row["reason"])
    )


def _value(row: Row) -> str:
    names = ("value_low", "value_best", "value_high")
    numbers = [f"{row[name]:,}" for name in names if not pd.isna(row[name])]
    separator = " and " if row["bound"] == "between" else " to "
    return f"{str(row['bound']).replace('_', ' ')} {separator.join(numbers)}".strip()


def _day(value: Any, *, missing: str = "(no date)") -> str:
    return missing if pd.isna(value) else f"{value:%Y-%m-%d}"


def _told(value: object) -> str:
    return value if isinstance(value, str) else ""
