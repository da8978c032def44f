"""Each claimant's figures over time, as steps with their bounds."""

from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from casualty_ledger.compare.standing import FALLEN, standing_figures
from casualty_ledger.plots.marks import draw_claim, people, set_number_axis
from casualty_ledger.plots.style import (
    Style,
    add_source_line,
    claimant_labels,
    mark_handles,
    styles_of,
)


def estimates_over_time(
    figures: pd.DataFrame,
    actors: pd.DataFrame,
    *,
    population: str,
    measures: Sequence[str],
    title: str,
) -> Figure:
    """Return one panel a measure, with the standing figures of every claimant in steps.

    Args:
        figures: the table ``figures``.
        actors: the table ``actors``, for the names in the legend.
        population: one population id.
        measures: one panel each, from the top.
        title: names the population, which the panels share.
    """
    series = {
        measure: standing_figures(figures, population=population, measure=measure)
        for measure in measures
    }
    styles = styles_of(figures, actors)
    labels, until = claimant_labels(actors), figures["first_published_on"].max()
    figure, panels = plt.subplots(
        len(measures), 1, figsize=(7.2, 3.0 * len(measures) + 2.4), sharex=True, squeeze=False
    )
    entries: dict[str, Any] = {}
    for ax, (measure, steps) in zip(panels[:, 0], series.items(), strict=True):
        plot_standing_figures(steps, ax, styles=styles, labels=labels, until=until)
        ax.set_title(f"Reported as {measure}", loc="left", fontsize=10)
        entries |= dict(zip(*reversed(ax.get_legend_handles_labels()), strict=True))
    bounds = [bound for steps in series.values() for bound in steps["bound"]]
    figure.suptitle(title, x=0.01, ha="left", fontsize=12)
    _add_legends(figure, entries, bounds)
    add_source_line(figure, f"{figures.attrs['citation']} Reported, not verified.")
    return figure


def _add_legends(figure: Figure, entries: Mapping[str, Any], bounds: Sequence[str]) -> None:
    """Put both legends under the panels, where they hide nothing."""
    height = figure.get_size_inches()[1]
    bottom = (0.75 + 0.19 * max(len(entries), 5)) / height
    figure.subplots_adjust(
        left=0.12, right=0.98, top=1 - 0.6 / height, bottom=bottom + 0.35 / height, hspace=0.18
    )
    look: dict[str, Any] = {
        "loc": "upper left",
        "fontsize": 8,
        "frameon": False,
        "alignment": "left",
    }
    names: dict[str, Any] = {
        "handles": list(entries.values()),
        "labels": list(entries),
        "title": "Claimant",
    }
    figure.legend(**names, bbox_to_anchor=(0.06, bottom - 0.1 / height), **look)
    marks: dict[str, Any] = {"handles": mark_handles(bounds), "title": "Bound, as stated"}
    figure.legend(**marks, bbox_to_anchor=(0.56, bottom - 0.1 / height), **look)


def plot_standing_figures(
    steps: pd.DataFrame,
    ax: Axes,
    *,
    styles: Mapping[str, Style],
    labels: Mapping[str, str],
    until: pd.Timestamp,
) -> Axes:
    """Draw the standing figures of each claimant.

    A line runs at the stated number from a claim to the claimant's next claim; after the last
    claim a thin line runs on to ``until``. Circles are plain numbers, triangles with an arrow
    are limits that are open upwards or downwards, bars are ranges. A hollow mark was superseded,
    corrected, retracted or disputed later. Numbers more than ten times apart stand on a
    logarithmic axis.

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
            day = float(mdates.date2num(row["claimed_on"]))
            draw_claim(ax, day, row, style.color, hollow=row["status"] != "active")
    log = set_number_axis(ax, pd.concat([steps[name] for name in ("number", "low", "high")]))
    ax.set_ylabel(people("people", log=log))
    ax.xaxis.set_major_locator(mdates.MonthLocator(bymonth=(1, 4, 7, 10)))
    ax.xaxis.set_major_formatter(mdates.DateFormatter("%b\n%Y"))
    ax.grid(axis="y", color="#dddddd", linewidth=0.6)
    ax.set_axisbelow(True)
    ax.spines[["top", "right"]].set_visible(False)
    return ax


def _draw_line(ax: Axes, own: pd.DataFrame, style: Style, label: str, until: pd.Timestamp) -> None:
    """A full line from claim to claim; a thin one from the last claim on, which none renewed."""
    standing = own[~own["status"].isin(FALLEN)]
    if standing.empty:
        return
    days = mdates.date2num(standing["claimed_on"])
    numbers = standing["number"].astype(float)
    look: dict[str, Any] = {"color": style.color, "linestyle": style.dashes}
    ax.step(days, numbers, where="post", linewidth=1.6, label=label, **look)
    tail = [float(days[-1]), float(mdates.date2num(until))]
    ax.plot(tail, [numbers.iloc[-1]] * 2, linewidth=1.0, alpha=0.75, **look)
