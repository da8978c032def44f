"""One picture with a title above, a legend and a source line below, and nothing on top of data."""

from collections.abc import Sequence
from textwrap import fill
from typing import Any, Literal

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import ScaledTranslation, blended_transform_factory

from casualty_ledger.plots.style import add_source_line

# Inches: of a picture over both columns of a page, and over one.
WIDTH, COLUMN = 7.2, 3.5
# Inches for the source line, for the title, and for the labels under each panel.
_SOURCE_LINE, _TITLE, _LABELS = 0.22, 0.35, 0.45
# Inches that each further line takes, and letters that fit an inch.
_MORE_SOURCE, _MORE_TITLE = 0.12, 0.2
_SOURCE_LETTERS, _TITLE_LETTERS = 20, 11.5
# Narrower pictures stand in one column: one legend entry a line, shorter names and labels.
_NARROW = 5.0
_LABEL_LETTERS, _LABEL_LINE = 22, 0.15


def new_panels(
    heights: Sequence[float], *, title: str, source: str, width: float = WIDTH
) -> tuple[Figure, list[Axes]]:
    """Return a figure with one panel above another.

    Args:
        heights: of the areas that hold data, in inches.
        title: stands above all panels.
        source: the line under the picture: which data, and that they are not verified.
        width: of the figure, in inches; title and source are broken to fit it.
    """
    headline = fill(title, int(_TITLE_LETTERS * width))
    sources = fill(source, int(_SOURCE_LETTERS * width))
    foot = _SOURCE_LINE + _MORE_SOURCE * sources.count("\n")
    head = _TITLE + _MORE_TITLE * headline.count("\n")
    whole = sum(heights) + _LABELS * len(heights) + head + foot
    figure, grid = plt.subplots(
        len(heights), 1, figsize=(width, whole), squeeze=False, layout="constrained",
        gridspec_kw={"height_ratios": list(heights)},
    )  # fmt: skip
    engine = figure.get_layout_engine()
    if engine is not None:
        bottom = foot / whole
        engine.set(rect=(0, bottom, 1, 1 - bottom))  # type: ignore[call-arg]
    figure.suptitle(headline, x=0.01, ha="left", fontsize=12 if width > _NARROW else 10)
    add_source_line(figure, sources)
    return figure, list(grid[:, 0])


def new_panel(height: float, *, title: str, source: str, width: float = WIDTH) -> Axes:
    """Return the one panel of a new figure; see ``new_panels``."""
    return new_panels([height], title=title, source=source, width=width)[1][0]


def panel_for(
    table: pd.DataFrame, ax: Axes | None, *, height: float, title: str, width: float
) -> Axes:
    """Return ``ax``, or, where there is none, the panel of a new figure with its source line.

    Args:
        table: what is drawn; ``attrs["citation"]`` says where it comes from.
        ax: where to draw, if that is settled.
        height: see ``new_panels``.
        title: see ``new_panels``.
        width: see ``new_panels``.

    Raises:
        ValueError: there is no ``ax`` and the table does not say where it comes from.
    """
    if ax is not None:
        return ax
    return new_panel(height, title=title, source=source_line(table), width=width)


def settle(panel: Axes, ax: Axes | None, height: float) -> Axes:
    """Return the panel; if its figure is its own, make that so high that the data have their room.

    Labels and legend take their room from the data until the figure grows by as much.

    Args:
        panel: what ``panel_for`` returned, with all that stands on it.
        ax: what ``panel_for`` was given.
        height: of the area that holds data, in inches.
    """
    figure = panel.get_figure(root=True)
    if ax is not None or figure is None:
        return panel
    figure.draw_without_rendering()
    width, whole = figure.get_size_inches()
    grown = whole + height - panel.get_window_extent().height / figure.dpi
    figure.set_size_inches(width, grown)
    engine = figure.get_layout_engine()
    if engine is not None:
        bottom = engine.get()["rect"][1] * whole / grown
        engine.set(rect=(0, bottom, 1, 1 - bottom))  # type: ignore[call-arg]
    return panel


def source_line(table: pd.DataFrame) -> str:
    """Return the line under a picture: which data, and that they are not verified.

    Raises:
        ValueError: the table does not say where it comes from.
    """
    if "citation" not in table.attrs:
        raise ValueError('the table has no attrs["citation"]; set it, or give an ax')
    return f"{table.attrs['citation']} Reported, not verified."


def clear_frame(ax: Axes, *, grid: Literal["x", "y"]) -> None:
    """Leave the lower and left line of the frame, and grid lines behind the data along ``grid``."""
    ax.grid(axis=grid, color="#dddddd", linewidth=0.6)
    ax.set_axisbelow(True)
    ax.spines[["top", "right"]].set_visible(False)
    ax.tick_params(labelsize=7 if is_narrow(ax) else 8)


def legend_below(
    ax: Axes,
    columns: int,
    *,
    handles: Sequence[Artist] | None = None,
    labels: float = _LABELS,
    from_left: bool = False,
) -> None:
    """Put the legend under the labels of the panel, where it hides nothing.

    Args:
        ax: the panel.
        columns: how many entries stand side by side; in a narrow picture only one.
        handles: the entries; by default all artists with a label.
        labels: inches between the panel and the legend.
        from_left: begin at the left end of the picture and not of the panel.
    """
    figure = ax.get_figure(root=True)
    if figure is None:
        raise ValueError("the panel stands in no figure")
    down = ax.transAxes + ScaledTranslation(0, -labels, figure.dpi_scale_trans)
    narrow = is_narrow(ax)
    from_left |= narrow
    across = blended_transform_factory(figure.transFigure, down) if from_left else down
    chosen: dict[str, Any] = {} if handles is None else {"handles": list(handles)}
    ax.legend(
        loc="upper left", bbox_to_anchor=(0.02 if from_left else 0, 0), bbox_transform=across,
        borderaxespad=0, borderpad=0, ncols=1 if narrow else columns, fontsize=8, frameon=False,
        **chosen,
    )  # fmt: skip


def is_narrow(ax: Axes) -> bool:
    """Tell whether a panel stands in a picture for one column of a page."""
    return panel_width(ax) <= _NARROW


def panel_width(ax: Axes) -> float:
    """Return the width of the figure of a panel, in inches."""
    figure = ax.get_figure(root=True)
    return WIDTH if figure is None else float(figure.get_size_inches()[0])


def label_numbers(ax: Axes, text: str, *, ticks: float = _LABELS) -> float:
    """Label the lower axis, on two lines in a narrow picture, and return the room that it takes.

    Args:
        ax: the panel.
        text: the label.
        ticks: inches that the tick labels and one line of the label take.

    Returns:
        Inches between the panel and what may stand below the label.
    """
    shown = fill(text, _LABEL_LETTERS) if is_narrow(ax) else text
    ax.set_xlabel(shown, fontsize=9)
    return ticks + _LABEL_LINE * shown.count("\n")
