"""How much the ledger holds: bars and tables of counts."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import PowerNorm
from matplotlib.ticker import MaxNLocator

from casualty_ledger.plots.panels import clear_frame, legend_below
from casualty_ledger.plots.style import PALETTE, shortened

# Stacked parts are told apart by colour and by hatching.
_HATCHES = ("", "//", "..", "xx")


def plot_months(table: pd.DataFrame, ax: Axes, *, unit: str) -> Axes:
    """Draw counts by month as stacked bars, one part a column.

    Args:
        table: the result of ``counts_by_month``.
        ax: where to draw.
        unit: what is counted, for the axis.
    """
    bottom = np.zeros(len(table))
    for number, name in enumerate(table):
        heights = table[name].to_numpy(dtype=float)
        ax.bar(
            range(len(table)), heights, bottom=bottom, width=0.8, label=str(name),
            color=PALETTE[number], hatch=_HATCHES[number % len(_HATCHES)],
            edgecolor="white", linewidth=0.3,
        )  # fmt: skip
        bottom += heights
    ax.set_xticks(range(len(table)), [_month_label(str(month)) for month in table.index])
    ax.set_ylabel(unit, fontsize=9)
    ax.yaxis.set_major_locator(MaxNLocator(integer=True))
    clear_frame(ax, grid="y")
    legend_below(ax, len(table.columns))
    return ax


def _month_label(month: str) -> str:
    """The months of a year share its name, which stands under the quarters' first months."""
    name = pd.Period(month, freq="M")
    quarter = name.month in (1, 4, 7, 10)
    return f"{name:%b}\n{name:%Y}" if quarter else ""


def plot_bars(counts: "pd.Series[int]", ax: Axes, *, unit: str) -> Axes:
    """Draw counts as horizontal bars with their numbers, the first on top.

    Args:
        counts: by name.
        ax: where to draw.
        unit: what is counted, for the axis.
    """
    places = range(len(counts))
    bars = ax.barh(places, counts.to_numpy(dtype=float), color=PALETTE[0], height=0.7)
    ax.bar_label(bars, labels=[f"{count:,}" for count in counts], padding=3, fontsize=8)
    ax.set_yticks(places, [str(name) for name in counts.index])
    ax.set_ylim(len(counts) - 0.4, -0.6)
    ax.set_xlabel(unit, fontsize=9)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    ax.margins(x=0.08)
    clear_frame(ax, grid="x")
    return ax


def plot_table(
    table: pd.DataFrame,
    ax: Axes,
    *,
    rows: str,
    columns: str,
    names: Mapping[str, str] | None = None,
) -> Axes:
    """Draw a table of counts: darker cells hold more, empty cells hold none.

    Args:
        table: counts; one row and one column a name.
        ax: where to draw.
        rows: what a row is.
        columns: what a column is.
        names: how row names are written, where not as they are.
    """
    numbers = table.to_numpy(dtype=float)
    top = max(float(numbers.max()), 1.0)
    scale = PowerNorm(0.5, vmin=0, vmax=top)
    ax.imshow(np.where(numbers > 0, numbers, np.nan), cmap="Blues", norm=scale, aspect="auto")
    for (row, column), number in np.ndenumerate(numbers):
        if number > 0:
            ink = "white" if float(scale(number)) > 0.6 else "#222222"
            ax.text(column, row, f"{number:.0f}", ha="center", va="center", fontsize=7, color=ink)
    labels = [shortened((names or {}).get(str(name), str(name))) for name in table.index]
    ax.set_yticks(range(len(labels)), labels)
    ax.set_xticks(range(table.shape[1]), [str(name) for name in table], rotation=90)
    ax.set_xlabel(columns, fontsize=9)
    ax.set_ylabel(rows, fontsize=9)
    _separate_cells(ax, table.shape)
    return ax


def _separate_cells(ax: Axes, shape: tuple[int, int]) -> None:
    ax.set_xticks(np.arange(-0.5, shape[1]), minor=True)
    ax.set_yticks(np.arange(-0.5, shape[0]), minor=True)
    ax.grid(which="minor", color="#e4e4e4", linewidth=0.6)
    ax.tick_params(which="minor", length=0)
    ax.tick_params(which="major", length=0, labelsize=8)
    ax.spines[:].set_visible(False)
