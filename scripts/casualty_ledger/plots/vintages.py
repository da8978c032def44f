"""What the record said of the past, vintage by vintage."""

from collections.abc import Mapping
from typing import Any

import matplotlib as mpl
import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_hex

from casualty_ledger.plots.limits import set_day_axis
from casualty_ledger.plots.marks import draw_claim, people, set_number_axis
from casualty_ledger.plots.panels import WIDTH, clear_frame, legend_below, panel_for, settle
from casualty_ledger.plots.style import Style, mark_handles

# Inches of the area that holds data.
_HEIGHT = 2.3
# The earliest vintage is drawn widest and at the back, so that lines which coincide all show.
_WIDEST, _THINNEST = 9.0, 1.6


def plot_vintage_curves(
    curves: pd.DataFrame,
    ax: Axes | None = None,
    *,
    title: str = "One line a vintage",
    width: float = WIDTH,
) -> Axes:
    """Draw a claimant's running totals as each vintage knew them: one line a vintage.

    A line runs over the days that the totals describe, and ends on the day of its vintage.

    Args:
        curves: the result of ``vintage_curves``, of one claimant.
        ax: where to draw; by default a new picture.
        title: of a new picture.
        width: of a new picture, in inches.

    Raises:
        ValueError: the curves are not of one claimant.
    """
    claimants = sorted(set(curves["claimant"]))
    if len(claimants) != 1:
        raise ValueError(f"curves of {len(claimants)} claimants; expected one")
    panel = panel_for(curves, ax, height=_HEIGHT, title=title, width=width)
    groups = list(curves.groupby("vintage", sort=True))
    for place, (vintage, own) in enumerate(groups):
        _draw_curve(panel, own, pd.Timestamp(str(vintage)), place, len(groups))
    last = groups[-1][1]
    for row in last.to_dict("records"):
        day = float(mdates.date2num(row["described_last"]))
        draw_claim(panel, day, _ranged(row), "#000000")
    log = set_number_axis(panel, curves["number"])
    panel.set_ylabel(people("people", log=log), fontsize=9)
    set_day_axis(panel)
    panel.set_xlabel("day that the figure describes", fontsize=9)
    clear_frame(panel, grid="y")
    marks = mark_handles(last["bound"])[:-1]
    lines = panel.get_legend_handles_labels()[0]
    legend_below(panel, 3, handles=[*lines, *marks], labels=0.65)
    return settle(panel, ax, _HEIGHT)


def _draw_curve(ax: Axes, own: pd.DataFrame, vintage: pd.Timestamp, place: int, many: int) -> None:
    share = place / max(many - 1, 1)
    color = to_hex(mpl.colormaps["cividis"](0.92 - 0.85 * share))
    days = [*mdates.date2num(own["described_last"]), float(mdates.date2num(vintage))]
    numbers = [*own["number"].astype(float), float(own["number"].iloc[-1])]
    ax.step(
        days, numbers, where="post", color=color, zorder=2,
        linewidth=_WIDEST - (_WIDEST - _THINNEST) * share,
        label=f"known on {vintage.day} {vintage:%b %Y}", solid_capstyle="butt",
    )  # fmt: skip


def _ranged(row: Mapping[Any, Any]) -> dict[Any, Any]:
    return {**row, "low": row["floor"], "high": row["ceiling"]}


def plot_through_vintages(
    table: pd.DataFrame,
    ax: Axes | None = None,
    *,
    styles: Mapping[str, Style],
    labels: Mapping[str, str],
    title: str = "One day through the vintages",
    width: float = WIDTH,
) -> Axes:
    """Draw each claimant's word on one fixed day, by the day on which the record is looked at.

    A mark stands where a word is new in the record.

    Args:
        table: the result of ``through_vintages``; not empty.
        ax: where to draw; by default a new picture.
        styles: colour and line of each claimant.
        labels: the name of each claimant.
        title: of a new picture.
        width: of a new picture, in inches.
    """
    panel = panel_for(table, ax, height=_HEIGHT, title=title, width=width)
    for claimant, own in table.groupby("claimant", sort=False):
        style, name = styles[str(claimant)], labels[str(claimant)]
        days, numbers = mdates.date2num(own["vintage"]), own["number"].astype(float)
        panel.step(
            days, numbers, where="post", color=style.color, linestyle=style.dashes, linewidth=1.6,
            label=name,
        )  # fmt: skip
        new = own[own["figure_id"] != own["figure_id"].shift()]
        for row in new.to_dict("records"):
            draw_claim(panel, float(mdates.date2num(row["vintage"])), _ranged(row), style.color)
    log = set_number_axis(panel, table["number"])
    panel.set_ylabel(people("people", log=log), fontsize=9)
    set_day_axis(panel)
    panel.set_xlabel("day on which the record is looked at", fontsize=9)
    clear_frame(panel, grid="y")
    marks = mark_handles(table["bound"])[:-1]
    lines = panel.get_legend_handles_labels()[0]
    legend_below(panel, 2, handles=[*lines, *marks], labels=0.65)
    return settle(panel, ax, _HEIGHT)
