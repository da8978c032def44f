"""Each claimant's figures over time, as steps with their bounds."""

from collections.abc import Mapping
from typing import Any

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import StrMethodFormatter

from casualty_ledger.compare.standing import FALLEN
from casualty_ledger.plots.style import MARKERS, Style

# Length of the arrow of an open bound, in points: it has no length in people.
_STEM = 15


def plot_standing_figures(
    steps: pd.DataFrame,
    ax: Axes,
    *,
    styles: Mapping[str, Style],
    labels: Mapping[str, str],
    until: pd.Timestamp,
) -> Axes:
    """Draw the standing figures of each claimant.

    A line runs at the stated number from the day of the claim to the claimant's next claim, or
    to ``until``. Circles are plain numbers, triangles with an arrow are limits that are open
    upwards or downwards, bars are ranges. A hollow mark was superseded, corrected, retracted or
    disputed later.

    Args:
        steps: the result of ``standing_figures``.
        ax: where to draw.
        styles: colour and line of each claimant.
        labels: the name of each claimant in the legend.
        until: the last day that is drawn.
    """
    for claimant, own in steps.groupby("claimant", sort=False):
        style = styles[str(claimant)]
        _draw_line(ax, own, style, labels[str(claimant)], until)
        for row in own.to_dict("records"):
            _draw_mark(ax, row, style)
    ax.set_ylim(bottom=0)
    ax.yaxis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
    ax.xaxis.set_major_locator(mdates.MonthLocator(bymonth=(1, 4, 7, 10)))
    ax.xaxis.set_major_formatter(mdates.DateFormatter("%b\n%Y"))
    ax.grid(axis="y", color="#dddddd", linewidth=0.6)
    ax.set_axisbelow(True)
    ax.spines[["top", "right"]].set_visible(False)
    return ax


def _draw_line(
    ax: Axes, own: pd.DataFrame, style: Style, label: str, until: pd.Timestamp
) -> None:
    standing = own[~own["status"].isin(FALLEN)]
    if standing.empty:
        return
    days = [*standing["claimed_on"], until]
    numbers = [float(number) for number in standing["number"]]
    ax.step(
        days,
        [*numbers, numbers[-1]],
        where="post",
        color=style.color,
        linestyle=style.line,
        linewidth=1.3,
        alpha=0.75,
        label=label,
    )


def _draw_mark(ax: Axes, row: Mapping[str, Any], style: Style) -> None:
    day, number, bound = row["claimed_on"], float(row["number"]), row["bound"]
    if bound == "between":
        low, high = float(row["low"]), float(row["high"])
        ax.vlines(day, low, high, color=style.color, linewidth=3.5, zorder=3)
        return
    face = style.color if row["status"] == "active" else "white"
    marker = MARKERS[bound]
    ax.plot(
        day, number, marker, color=style.color, markerfacecolor=face, markersize=6.5, zorder=4
    )
    if marker != "o":
        _draw_stem(ax, day, number, 1 if marker == "^" else -1, style.color)


def _draw_stem(ax: Axes, day: pd.Timestamp, number: float, direction: int, color: str) -> None:
    ax.annotate(
        "",
        xy=(float(mdates.date2num(day)), number),
        xytext=(0, direction * _STEM),
        textcoords="offset points",
        arrowprops={"arrowstyle": "<-", "color": color, "linewidth": 1.2, "shrinkA": 0},
        zorder=3,
    )
