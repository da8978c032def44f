"""The marks of claims: a circle is a number, a triangle a limit, a bar a range."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter, StrMethodFormatter

from casualty_ledger.plots.style import MARKERS, MEANINGS

Direction = Literal["x", "y"]
# Length of the arrow of an open bound, in points: it has no length in people.
STEM = 15
# Where larger numbers lie to the right, limits point right and left instead of up and down.
_TURNED = {"^": ">", "v": "<", "_": "|", "o": "o"}
# Numbers further apart than this stand on a logarithmic axis.
_DECADE = 10


def draw_claim(
    ax: Axes,
    place: float,
    row: Mapping[Any, Any],
    color: str,
    *,
    numbers: Direction = "y",
    hollow: bool = False,
) -> None:
    """Draw one claim by its bound.

    A number by itself is a circle; *at least* is a triangle with a stem towards larger numbers,
    *up to* its mirror; a range is a bar from end to end.

    Args:
        ax: where to draw.
        place: on the other axis: a day, or a row.
        row: bound, number, and, of a range, low and high (people).
        color: of the claimant.
        numbers: along which axis numbers run.
        hollow: the claim no longer stands.
    """
    if row["bound"] == "between":
        line = ax.vlines if numbers == "y" else ax.hlines
        line(place, float(row["low"]), float(row["high"]), color=color, linewidth=3.5, zorder=3)
        return
    marker, number = MARKERS[row["bound"]], float(row["number"])
    shape = marker if numbers == "y" else _TURNED[marker]
    face = "white" if hollow else color
    spot = (place, number) if numbers == "y" else (number, place)
    ax.plot(*spot, shape, color=color, markerfacecolor=face, markersize=6.5, zorder=4)
    if marker != "o":
        draw_stem(ax, spot, 1 if marker == "^" else -1, color, numbers=numbers)


def draw_stem(
    ax: Axes, spot: tuple[float, float], direction: int, color: str, *, numbers: Direction
) -> None:
    """Draw the arrow of an open end: towards larger numbers if ``direction`` is 1, else -1."""
    reach = direction * STEM
    stem = ax.annotate(
        "",
        xy=spot,
        xytext=(0, reach) if numbers == "y" else (reach, 0),
        textcoords="offset points",
        arrowprops={"arrowstyle": "<-", "color": color, "linewidth": 1.2, "shrinkA": 0},
        zorder=3,
    )
    if stem.arrow_patch is not None:
        stem.arrow_patch.set_clip_box(ax.bbox)


def turned_handles(bounds: Iterable[str]) -> list[Artist]:
    """Return legend entries for the marks of ``bounds`` where numbers run to the right."""
    used = {MARKERS[bound] for bound in bounds if bound in MARKERS}
    look: dict[str, Any] = {"color": "#333333", "linestyle": ""}
    return [
        Line2D([], [], marker="_" if marker == "_" else _TURNED[marker], label=label, **look)
        for marker, label in MEANINGS.items()
        if marker in used
    ]


def set_number_axis(ax: Axes, values: "pd.Series[float]", *, numbers: Direction = "y") -> bool:
    """Set the axis of numbers to hold all values, with room for the arrows of open bounds.

    It is logarithmic where the largest value is more than ten times the smallest and none is
    zero, else it begins at zero.

    Returns:
        Whether it is logarithmic; say so in its label.
    """
    known = values.dropna().astype(float)
    low, high = float(known.min()), float(known.max())
    log = low > 0 and high > _DECADE * low
    axis, limits = (ax.yaxis, ax.set_ylim) if numbers == "y" else (ax.xaxis, ax.set_xlim)
    if log:
        (ax.set_yscale if numbers == "y" else ax.set_xscale)("log")
        room = max(1.3, (high / low) ** 0.13)
        limits(low / room, high * room)
        axis.set_major_locator(LogLocator(base=10, subs=_ticks(low, high, numbers)))
        axis.set_major_formatter(FuncFormatter(lambda number, _: f"{number:,.0f}"))
        axis.set_minor_formatter(NullFormatter())
    else:
        # Numbers far from zero that lie close together may be read off; a gap to zero says less.
        limits(0, 1.12 * high if high else 1)
        axis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
    return log


def _ticks(low: float, high: float, numbers: Direction) -> tuple[float, ...]:
    """Fewer ticks where they stand side by side and over many decades."""
    wide = high > 100 * low
    if numbers == "x":
        return (1.0,) if wide else (1.0, 3.0)
    return (1.0, 3.0) if wide else (1.0, 2.0, 5.0)


def people(what: str, *, log: bool) -> str:
    """Return the label of an axis of numbers: people, log scale."""
    return f"{what}, log scale" if log else what
