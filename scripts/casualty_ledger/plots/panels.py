"""One picture with a title above, a legend and a source line below, and nothing on top of data."""

from collections.abc import Sequence
from typing import Literal

import matplotlib.pyplot as plt
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import ScaledTranslation

from casualty_ledger.plots.style import add_source_line

WIDTH = 7.2
# Inches for the source line, for the title, and for the labels under each panel.
_SOURCE_LINE, _TITLE, _LABELS = 0.22, 0.35, 0.45


def new_panels(heights: Sequence[float], *, title: str, source: str) -> tuple[Figure, list[Axes]]:
    """Return a figure with one panel above another.

    Args:
        heights: of the areas that hold data, in inches.
        title: stands above all panels.
        source: the line under the picture: which data, and that they are not verified.
    """
    whole = sum(heights) + _LABELS * len(heights) + _TITLE + _SOURCE_LINE
    figure, grid = plt.subplots(
        len(heights), 1, figsize=(WIDTH, whole), squeeze=False, layout="constrained",
        gridspec_kw={"height_ratios": list(heights)},
    )  # fmt: skip
    engine = figure.get_layout_engine()
    if engine is not None:
        bottom = _SOURCE_LINE / whole
        engine.set(rect=(0, bottom, 1, 1 - bottom))  # type: ignore[call-arg]
    figure.suptitle(title, x=0.01, ha="left", fontsize=12)
    add_source_line(figure, source)
    return figure, list(grid[:, 0])


def new_panel(height: float, *, title: str, source: str) -> Axes:
    """Return the one panel of a new figure; see ``new_panels``."""
    return new_panels([height], title=title, source=source)[1][0]


def clear_frame(ax: Axes, *, grid: Literal["x", "y"]) -> None:
    """Leave the lower and left line of the frame, and grid lines behind the data along ``grid``."""
    ax.grid(axis=grid, color="#dddddd", linewidth=0.6)
    ax.set_axisbelow(True)
    ax.spines[["top", "right"]].set_visible(False)
    ax.tick_params(labelsize=8)


def legend_below(ax: Axes, columns: int, handles: Sequence[Artist] | None = None) -> None:
    """Put the legend under the labels of the panel, where it hides nothing.

    Args:
        ax: the panel.
        columns: of the legend.
        handles: what it explains; by default all that has a label.
    """
    figure = ax.get_figure(root=True)
    if figure is None:
        raise ValueError("the panel stands in no figure")
    down = ScaledTranslation(0, -_LABELS, figure.dpi_scale_trans)
    ax.legend(
        handles=list(handles or ax.get_legend_handles_labels()[0]), loc="upper left", bbox_to_anchor=(0, 0), bbox_transform=ax.transAxes + down,
        borderaxespad=0, borderpad=0, ncols=columns, fontsize=8, frameon=False,
    )  # fmt: skip
