"""When claims were made, of which days they speak, and how late they come."""

from collections.abc import Mapping
from typing import Any

import matplotlib.dates as mdates
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import NullLocator, PercentFormatter

from casualty_ledger.plots.limits import set_day_axis
from casualty_ledger.plots.panels import (
    WIDTH,
    clear_frame,
    is_narrow,
    legend_below,
    panel_for,
    settle,
)
from casualty_ledger.plots.style import PALETTE, Style, shortened

# Letters of a claimant's name; inches a row, and of the picture of lags.
_LETTERS, _FEW_LETTERS = 44, 30
_ROW, _HEIGHT = 0.24, 2.0
# Days after which a first report is marked: sooner than that the marks would cover each other.
_LATE = 7


def plot_timeline(
    timeline: pd.DataFrame,
    ax: Axes | None = None,
    *,
    styles: Mapping[str, Style],
    labels: Mapping[str, str],
    title: str = "When claims were made, and of which days they speak",
    width: float = WIDTH,
) -> Axes:
    """Draw each claimant's claims in a row, each with a line back to the day that it describes.

    A claim of which only the month or the year is known is a bar over the days that it may be.

    Args:
        timeline: the result of ``claim_timeline``, or some of its rows.
        ax: where to draw; by default a new picture.
        styles: colour of each claimant.
        labels: the name of each claimant.
        title: of a new picture.
        width: of a new picture, in inches.
    """
    claimants = list(dict.fromkeys(timeline["claimant"]))
    panel = panel_for(timeline, ax, height=_ROW * len(claimants), title=title, width=width)
    for row in timeline.to_dict("records"):
        _draw_claim_days(panel, claimants.index(row["claimant"]), row, styles[row["claimant"]])
    letters = _FEW_LETTERS if is_narrow(panel) else _LETTERS
    names = [shortened(labels[claimant], letters) for claimant in claimants]
    panel.set_yticks(range(len(claimants)), names)
    panel.set_ylim(len(claimants) - 0.4, -0.6)
    set_day_axis(panel)
    clear_frame(panel, grid="x")
    legend_below(panel, 2, handles=_handles(timeline), from_left=True)
    return settle(panel, ax, _ROW * len(claimants))


def _draw_claim_days(ax: Axes, place: int, row: Mapping[Any, Any], style: Style) -> None:
    first, last = (float(mdates.date2num(row[f"claimed_{end}"])) for end in ("first", "last"))
    if row["as_of_stated"] and pd.notna(row["described_first"]):
        start = float(mdates.date2num(row["described_first"]))
        ax.hlines(place, start, last, color=style.color, linewidth=1, alpha=0.7, zorder=2)
    if first < last:
        ax.hlines(place, first, last, color=style.color, linewidth=4.5, alpha=0.5, zorder=3)
    else:
        ax.plot(first, place, "o", color=style.color, markersize=4.5, zorder=4)
    published = row["first_published_on"]
    if pd.notna(published) and (published - row["claimed_last"]).days > _LATE:
        day = float(mdates.date2num(published))
        ax.plot(day, place, "x", color=style.color, markersize=5, zorder=4)


def _handles(timeline: pd.DataFrame) -> list[Any]:
    dark: dict[str, Any] = {"color": "#333333"}
    late = (timeline["first_published_on"] - timeline["claimed_last"]).dt.days > _LATE
    imprecise = timeline["claimed_first"] < timeline["claimed_last"]
    back = Line2D([], [], linewidth=1, label="back to the day that it describes", **dark)
    span = Line2D([], [], linewidth=4.5, alpha=0.5, label="claim, day not known", **dark)
    cross = f"first report more than {_LATE} days later"
    entries = [
        (True, Line2D([], [], marker="o", linestyle="", label="claim", **dark)),
        (imprecise.any(), span),
        (timeline["as_of_stated"].any(), back),
        (late.any(), Line2D([], [], marker="x", linestyle="", label=cross, **dark)),
    ]
    return [handle for present, handle in entries if present]


def plot_lags(
    lags: pd.DataFrame,
    ax: Axes | None = None,
    *,
    lag: str = "publication_lag",
    title: str = "Reporting lag",
    width: float = WIDTH,
) -> Axes:
    """Draw the share of figures with at most so many days of lag, as dates allow.

    The upper line takes every imprecise date as early as it may be, the lower one as late; the
    true line runs in the shaded band between them.

    Args:
        lags: the result of ``reporting_lags``.
        ax: where to draw; by default a new picture.
        lag: ``claim_lag`` (as-of to claim) or ``publication_lag`` (claim to first report).
        title: of a new picture.
        width: of a new picture, in inches.

    Raises:
        ValueError: no figure has this lag.
    """
    known = lags.dropna(subset=[f"{lag}_low", f"{lag}_high"])
    if known.empty:
        raise ValueError(f"no figure has a {lag}; nothing to draw")
    panel = panel_for(lags, ax, height=_HEIGHT, title=title, width=width)
    low, high = (known[f"{lag}_{end}"].to_numpy(dtype=float) for end in ("low", "high"))
    days = np.unique(np.concatenate([low, high]))
    upper, lower = (np.array([(ends <= day).mean() for day in days]) for ends in (low, high))
    panel.fill_between(days, lower, upper, step="post", color=PALETTE[0], alpha=0.18, linewidth=0)
    early, late = "imprecise dates as early as may be", "imprecise dates as late as may be"
    panel.step(days, upper, where="post", color=PALETTE[0], linewidth=1.6, label=early)
    panel.step(
        days, lower, where="post", color=PALETTE[1], linewidth=1.6, linestyle=(0, (5, 2)),
        label=late,
    )  # fmt: skip
    _set_lag_axis(panel, days)
    panel.set_ylim(0, 1.03)
    panel.yaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    panel.set_ylabel(f"share of {len(known)} figures", fontsize=9)
    names = {"claim_lag": "as-of to claim", "publication_lag": "claim to first report"}
    panel.set_xlabel(f"days from {names[lag]}, or fewer", fontsize=9)
    clear_frame(panel, grid="y")
    legend_below(panel, 2)
    return settle(panel, ax, _HEIGHT)


def _set_lag_axis(ax: Axes, days: np.ndarray) -> None:
    """Days up to a week evenly, then by powers, because most lags are short and some are long."""
    ax.set_xscale("symlog", linthresh=7, linscale=1.5)
    most = float(days.max())
    ticks = [tick for tick in (0, 1, 3, 7, 30, 100, 365) if tick <= max(most, 7)]
    ax.set_xticks(ticks, [str(tick) for tick in ticks])
    ax.xaxis.set_minor_locator(NullLocator())
    ax.set_xlim(min(float(days.min()) - 0.3, -0.3), max(most, 7) * 1.2)
