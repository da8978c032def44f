"""What every picture must keep: all writing inside the figure, and none on other writing."""

from itertools import combinations

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox


def assert_legible(figure: Figure, *, panels: bool = False) -> None:
    """Hold the boxes of all writing against the figure and against each other.

    With `panels`, nothing outside a panel may lie on it either; writing inside one is then left
    out.
    """
    figure.draw_without_rendering()
    whole = figure.bbox.padded(1)
    boxes = _boxes(figure, panels=panels)
    for box in boxes:
        assert whole.x0 <= box.x0
        assert box.x1 <= whole.x1
        assert whole.y0 <= box.y0
        assert box.y1 <= whole.y1
    for one, other in combinations(boxes, 2):
        assert not one.padded(-0.5).overlaps(other.padded(-0.5))


def _boxes(figure: Figure, *, panels: bool) -> list[Bbox]:
    renderer = figure.canvas.get_renderer()
    parts: list = [*figure.texts]
    for ax in figure.axes:
        inside = [] if panels else [text for text in ax.texts if _shows(text)]
        parts += [*_labels(ax), *inside]
        parts += [legend] if (legend := ax.get_legend()) else []
        parts += [ax] if panels else []
    return [part.get_window_extent(renderer) for part in parts]


def _labels(ax: Axes) -> list[Text]:
    """The labels of an axes that show: of the axes, its title, and ticks inside their limits."""
    ticks = [
        tick.label1
        for axis, limits in ((ax.xaxis, ax.get_xlim()), (ax.yaxis, ax.get_ylim()))
        for tick in axis.get_major_ticks()
        if min(limits) <= tick.get_loc() <= max(limits)
    ]
    titles = [ax.title, ax._left_title, ax._right_title]
    return [text for text in [*ticks, *titles, ax.xaxis.label, ax.yaxis.label] if _shows(text)]


def _shows(text: Text) -> bool:
    return bool(text.get_text()) and text.get_visible()
