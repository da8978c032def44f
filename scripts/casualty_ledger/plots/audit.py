"""Series of an imported dataset with their flagged rows, and ratios that give rules away."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import LogLocator, NullFormatter, StrMethodFormatter

from casualty_ledger.plots.panels import clear_frame, legend_below
from casualty_ledger.plots.style import GREY, PALETTE
from casualty_schemas.imported import DefectKind

Span = tuple[pd.Timestamp, pd.Timestamp]


class Mark(NamedTuple):
    """How a kind of flag looks: told apart by shape and by colour."""

    marker: str
    color: str
    size: float


# Rows of a kind that most of a series has are small; the rare ones stand out.
MARKS = {
    DefectKind.DEATHS_EQUAL_TOTAL_LOSSES: Mark(".", PALETTE[4], 4),
    DefectKind.CONFLICTING_KEY: Mark("|", PALETTE[0], 8),
    DefectKind.REPEATED_ROW: Mark("_", PALETTE[5], 8),
    DefectKind.SCIENTIFIC_NOTATION: Mark("P", PALETTE[8], 7),
    DefectKind.INJURIES_TRIPLE_OF_DEATHS: Mark("^", PALETTE[2], 6),
    DefectKind.CASUALTIES_MULTIPLE_OF_DEATHS: Mark("v", PALETTE[7], 6),
    DefectKind.GROSS_OUTLIER: Mark("X", PALETTE[3], 8),
    DefectKind.TARGET_SWAPPED: Mark("s", PALETTE[6], 11),
    DefectKind.RETRACTED_STILL_LIVE: Mark("*", PALETTE[1], 11),
    DefectKind.DIGITS_TRANSPOSED: Mark("D", PALETTE[9], 7),
}
_HIGHEST_RATIO = 8
_WORKED_OUT = (DefectKind.INJURIES_TRIPLE_OF_DEATHS, DefectKind.CASUALTIES_MULTIPLE_OF_DEATHS)
# Marks that go around another one.
_HOLLOW = (DefectKind.TARGET_SWAPPED, DefectKind.RETRACTED_STILL_LIVE)


def plot_flagged_series(
    rows: pd.DataFrame,
    flags: pd.DataFrame,
    ax: Axes,
    *,
    kinds: Sequence[DefectKind],
    span: Span,
) -> Axes:
    """Draw the counts of one or more series by day, and mark those with a flag.

    Args:
        rows: the rows of the series, from the table ``rows``; no count is 0.
        flags: the table ``flags``.
        ax: where to draw; its axis of counts becomes logarithmic.
        kinds: the kinds of flags to mark, later ones on top.
        span: the first and the last day of the axis.
    """
    marked = flags[flags["kind"].isin([kind.value for kind in kinds])]
    plain = rows[~rows["row_id"].isin(marked["row_id"])]
    _draw(ax, plain, Mark(".", GREY, 4), "none of these", zorder=2)
    for order, kind in enumerate(kinds, start=3):
        own = rows[rows["row_id"].isin(marked.loc[marked["kind"] == kind.value, "row_id"])]
        face = {"markerfacecolor": "none"} if kind in _HOLLOW else {}
        _draw(ax, own, MARKS[kind], kind.value.replace("_", " "), zorder=order, **face)
    ax.set_yscale("log")
    # Room for the marks, and in a short series for a tick with a label.
    low, high = float(rows["value"].min()), float(rows["value"].max())
    room = max(1.4, (high / low) ** 0.08)
    ax.set_ylim(low / room, high * room)
    steps = (1.0, 2.0, 5.0) if high / low < 300 else (1.0,)
    ax.yaxis.set_major_locator(LogLocator(subs=steps))
    ax.yaxis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
    ax.yaxis.set_minor_formatter(NullFormatter())
    ax.set_ylabel("people (log scale)", fontsize=9)
    _finish(ax, span)
    return ax


def plot_ratios(pairs: pd.DataFrame, flags: pd.DataFrame, ax: Axes, *, span: Span) -> Axes:
    """Draw injuries and casualties over deaths of one source and day.

    Filled marks are rows of which a rule says that they were worked out from the deaths. Pairs of
    more than eight times the deaths are counted in the legend and not drawn.

    Args:
        pairs: the result of ``ratios_to_deaths``, for one population.
        flags: the table ``flags``.
        ax: where to draw.
        span: the first and the last day of the axis.
    """
    worked_out = flags.loc[flags["kind"].isin([kind.value for kind in _WORKED_OUT]), "row_id"]
    marks = {"wounded": ("o", PALETTE[2]), "casualties": ("v", PALETTE[7])}
    shown = pairs[pairs["ratio"] <= _HIGHEST_RATIO]
    for measure, (marker, color) in marks.items():
        own = shown[shown["measure"] == measure]
        by_rule = own["figure_id"].isin(worked_out)
        for drawn, face, what in (
            (own[by_rule], color, "flagged"),
            (own[~by_rule], "none", "not flagged"),
        ):
            if drawn.empty:
                continue
            ax.plot(
                mdates.date2num(drawn["day"]), drawn["ratio"], marker=marker, linestyle="",
                color=color, markerfacecolor=face, markersize=5,
                label=f"{measure}, {what} ({len(drawn)})",
            )  # fmt: skip
    if len(shown) < len(pairs):
        ax.plot([], [], linestyle="", label=f"not drawn, more than 8 ({len(pairs) - len(shown)})")
    ax.set_ylim(0, _HIGHEST_RATIO)
    ax.set_ylabel("times the deaths", fontsize=9)
    _finish(ax, span)
    return ax


def _draw(ax: Axes, rows: pd.DataFrame, mark: Mark, name: str, **look: Any) -> None:
    if not rows.empty:
        ax.plot(
            mdates.date2num(rows["date"]), rows["value"].astype(float), linestyle="",
            marker=mark.marker, color=mark.color, markersize=mark.size,
            label=f"{name} ({len(rows)})", **look,
        )  # fmt: skip


def _finish(ax: Axes, span: Span) -> None:
    first, last = (float(mdates.date2num(day)) for day in span)
    ax.set_xlim(first - 5, last + 5)
    ax.xaxis.set_major_locator(mdates.MonthLocator(bymonth=(1, 4, 7, 10)))
    ax.xaxis.set_major_formatter(mdates.DateFormatter("%b\n%Y"))
    clear_frame(ax, grid="y")
    legend_below(ax, 2)
