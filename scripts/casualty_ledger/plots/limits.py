"""Floors and ceilings through time, and how far apart live claims are."""

from typing import Any

import matplotlib.dates as mdates
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from casualty_ledger.plots.marks import people, set_number_axis
from casualty_ledger.plots.panels import (
    WIDTH,
    clear_frame,
    is_narrow,
    legend_below,
    panel_for,
    settle,
)
from casualty_ledger.plots.style import GREY, PALETTE

# Inches of the area that holds data.
_HEIGHT = 2.3
_FLOOR, _CEILING, _CONFLICT = PALETTE[0], PALETTE[1], PALETTE[3]


def plot_limits(
    limits: pd.DataFrame,
    ax: Axes | None = None,
    *,
    until: pd.Timestamp,
    what: str = "people",
    title: str = "What the claims allow together",
    width: float = WIDTH,
) -> Axes:
    """Draw the highest floor and the lowest ceiling as steps, and where no number fits between.

    Args:
        limits: the result of ``limits``, or of ``limits_through_vintages`` (then the axis is the
            day on which the record is looked at).
        ax: where to draw; by default a new picture.
        until: the last day that is drawn.
        what: the label of the axis of numbers.
        title: of a new picture.
        width: of a new picture, in inches.
    """
    panel = panel_for(limits, ax, height=_HEIGHT, title=title, width=width)
    steps = _spans(limits, until)
    days = mdates.date2num([*steps["day"], steps["until"].iloc[-1]])
    ends = {name: _steps(steps[name]) for name in ("floor", "ceiling")}
    _shade(panel, days, ends, ~steps["consistent"].to_numpy(dtype=bool))
    panel.step(days, ends["floor"], where="post", color=_FLOOR, linewidth=1.8)
    panel.step(
        days, ends["ceiling"], where="post", color=_CEILING, linewidth=1.8, linestyle=(0, (5, 2))
    )
    log = set_number_axis(panel, pd.concat([steps["floor"], steps["ceiling"]]))
    panel.set_ylabel(people(what, log=log), fontsize=9)
    set_day_axis(panel)
    clear_frame(panel, grid="y")
    legend_below(panel, 2, handles=_handles(steps))
    return settle(panel, ax, _HEIGHT)


def _spans(limits: pd.DataFrame, until: pd.Timestamp) -> pd.DataFrame:
    """Rows with both ends of the time for which they hold, by day or by vintage."""
    table = limits.rename(columns={"vintage": "day"})
    ends = table["day"].shift(-1).fillna(pd.Timestamp(until))
    table = table.assign(until=ends)
    return table[table["day"] <= pd.Timestamp(until)]


def _steps(values: "pd.Series[int]") -> np.ndarray:
    """One value a day, and the last once more, so that the last span is drawn."""
    numbers = values.to_numpy(dtype=float, na_value=np.nan)
    return np.append(numbers, numbers[-1])


def _shade(ax: Axes, days: np.ndarray, ends: dict[str, np.ndarray], apart: np.ndarray) -> None:
    agreed = np.append(~apart, not apart[-1])
    look: dict[str, Any] = {"step": "post", "linewidth": 0}
    ax.fill_between(
        days, ends["floor"], ends["ceiling"], where=agreed, color=GREY, alpha=0.18, **look
    )
    # Over the whole height: a short or a narrow conflict is one too.
    for start, end in zip(days[:-1][apart], days[1:][apart], strict=True):
        ax.axvspan(
            start, end, facecolor=_CONFLICT, alpha=0.25, hatch="///", edgecolor=_CONFLICT,
            linewidth=0, zorder=0.5,
        )  # fmt: skip


def _handles(steps: pd.DataFrame) -> list[Any]:
    """Entries for what is drawn, and for nothing else."""
    both = steps[["floor", "ceiling"]].notna().all(axis="columns")
    dashed: dict[str, Any] = {"linestyle": (0, (5, 2)), "linewidth": 1.8}
    crossed: dict[str, Any] = {"hatch": "///", "edgecolor": _CONFLICT, "alpha": 0.3}
    floor, ceiling = "floor: highest lower limit so far", "ceiling: lowest upper limit from here on"
    between, above = "between: what all claims allow", "floor above ceiling: no number fits all"
    entries = [
        (steps["floor"].notna(), Line2D([], [], color=_FLOOR, linewidth=1.8, label=floor)),
        (steps["ceiling"].notna(), Line2D([], [], color=_CEILING, label=ceiling, **dashed)),
        (both & steps["consistent"], Patch(facecolor=GREY, alpha=0.25, label=between)),
        (~steps["consistent"], Patch(facecolor=_CONFLICT, label=above, **crossed)),
    ]
    return [handle for present, handle in entries if present.any()]


def set_day_axis(ax: Axes) -> None:
    """Label the axis of days, as drawn so far, by month and year."""
    start, end = (mdates.num2date(day) for day in ax.get_xlim())
    months = 12 * (end.year - start.year) + end.month - start.month
    most = 4 if is_narrow(ax) else 8
    step = next((step for step in (1, 2, 3, 6) if months <= most * step), 12)
    ax.xaxis.set_major_locator(mdates.MonthLocator(bymonth=range(1, 13, step)))
    ax.xaxis.set_major_formatter(mdates.DateFormatter("%b\n%Y"))


_LOOKS = (
    ("naive_ratio", "largest over smallest number, bounds ignored", GREY, "x", (0, (1, 1.2))),
    ("ratio", "highest floor over lowest ceiling", _FLOOR, "o", (0, ())),
    ("ratio_in_time", "the same, ceiling of the same day or later", _CEILING, "s", (0, (5, 2))),
)


def plot_disagreement(
    table: pd.DataFrame,
    ax: Axes | None = None,
    *,
    title: str = "How far apart live claims are",
    width: float = WIDTH,
) -> Axes:
    """Draw the ratios of ``disagreement_over_time``, and the line above which no number fits.

    Args:
        table: of one population, measure and scope.
        ax: where to draw; by default a new picture.
        title: of a new picture.
        width: of a new picture, in inches.

    Raises:
        ValueError: the rows are not on one quantity, or there are none.
    """
    quantities = table[["population", "measure", "scope"]].astype("str").drop_duplicates()
    if len(quantities) != 1:
        raise ValueError(f"rows on {len(quantities)} quantities; expected one")
    panel = panel_for(table, ax, height=_HEIGHT, title=title, width=width)
    shown = _with_gaps(table)
    days = mdates.date2num(shown["on"])
    for column, label, color, marker, dashes in _LOOKS:
        ratios = shown[column].to_numpy(dtype=float, na_value=np.nan)
        panel.plot(
            days, ratios, marker, color=color, linestyle=dashes, markersize=4.5, linewidth=1.2,
            drawstyle="steps-post", label=label,
        )  # fmt: skip
    panel.axhline(1, color="black", linewidth=1, label="above this line no number fits all claims")
    _set_ratio_axis(panel, table[[column for column, *_ in _LOOKS]])
    set_day_axis(panel)
    clear_frame(panel, grid="y")
    legend_below(panel, 2)
    return settle(panel, ax, _HEIGHT)


def _with_gaps(table: pd.DataFrame) -> pd.DataFrame:
    """An empty row where days were left out, so that no line runs over them."""
    ordered = table.sort_values("on")
    steps = ordered["on"].diff()
    before = ordered["on"].shift()[steps > 1.5 * steps.min()]
    empty = pd.DataFrame({"on": before + steps.min()})
    return pd.concat([ordered, empty.astype(ordered.dtypes[["on"]])]).sort_values("on")


def _set_ratio_axis(ax: Axes, ratios: pd.DataFrame) -> None:
    known = pd.concat([ratios[name] for name in ratios]).dropna().astype(float)
    known = known[np.isfinite(known) & (known > 0)]
    log = set_number_axis(ax, pd.concat([known, pd.Series([1.0])]))
    ax.yaxis.set_major_formatter(lambda number, _: f"{number:g}")
    ax.set_ylabel("ratio, log scale" if log else "ratio", fontsize=9)
