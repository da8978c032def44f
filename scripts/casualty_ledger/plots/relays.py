"""How figures change on the way: rates with intervals, rival numbers, figures past their time."""

from collections.abc import Mapping, Sequence

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, PercentFormatter

from casualty_ledger.compare.rates import rates
from casualty_ledger.plots.panels import clear_frame, legend_below, new_panels
from casualty_ledger.plots.style import PALETTE

# Inches a row; and how many rows do not yet tell how long the axis should be.
_ROW, _HANDFUL = 0.23, 10
# Square points of the mark that stands for most reports.
_LARGEST = 420


def rates_by_language_and_kind(
    carried: pd.DataFrame, *, event: str, title: str, what: str, source: str, least: int
) -> Figure:
    """Return two panels: the rate of an event by language, and by kind of publisher.

    Args:
        carried: one row a figure and report, with the columns language and publisher_kind.
        event: the column that says whether it happened.
        title: stands above both panels.
        what: the share that is shown, for the axis.
        source: the line under the picture.
        least: languages with fewer rows are put together as ``other``.
    """
    tables = [
        rates(carried, by="language", event=event, least=least),
        rates(carried, by="publisher_kind", event=event),
    ]
    figure, panels = new_panels([_ROW * len(t) for t in tables], title=title, source=source)
    for ax, table, name in zip(panels, tables, ("language", "publisher"), strict=True):
        plot_rates(table, ax)
        ax.set_ylabel(name, fontsize=9)
        ax.set_xlim(0, _right_end(tables))
    panels[-1].set_xlabel(f"{what}, with 95 % interval", fontsize=9)
    figure.align_ylabels(panels)
    return figure


def _right_end(tables: Sequence[pd.DataFrame]) -> float:
    """Where the axis ends: the interval of a handful of rows may run on beyond it."""
    ends = pd.concat(tables).query("n >= @_HANDFUL")["high"]
    return min(1.05 * float(ends.max()), 1.0) if len(ends) else 1.0


def plot_rates(table: pd.DataFrame, ax: Axes) -> Axes:
    """Draw rates as points on their intervals, with the counts at the right.

    Args:
        table: the result of ``rates``.
        ax: where to draw.
    """
    for place, row in enumerate(table.to_dict("records")):
        whole = row["group"] in ("all", "other")
        color = "#555555" if whole else PALETTE[0]
        ax.hlines(place, row["low"], row["high"], color=color, linewidth=2, zorder=3)
        marker = "D" if whole else "o"
        ax.plot(row["rate"], place, marker, color=color, markersize=5, zorder=4, clip_on=False)
        text = f"{row['events']:,} of {row['n']:,}"
        ax.annotate(
            text, (1, place), xytext=(6, 0), xycoords=("axes fraction", "data"),
            textcoords="offset points", va="center", fontsize=8,
        )  # fmt: skip
    ax.set_yticks(range(len(table)), list(table["group"]))
    ax.set_ylim(len(table) - 0.4, -0.6)
    ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    clear_frame(ax, grid="x")
    return ax


def plot_rival_numbers(printed: pd.DataFrame, ax: Axes) -> Axes:
    """Draw how many reports of each language print which number for one figure.

    Args:
        printed: the result of ``printed_numbers``.
        ax: where to draw.
    """
    table = pd.crosstab(printed["language"], printed["number"])
    table = table.loc[table.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    left = pd.Series(0, index=table.index)
    for order, number in enumerate(table):
        hatch = ("", "//", "..", "xx")[order % 4]
        ax.barh(
            range(len(table)), table[number], left=left, height=0.7, label=f"{number:,}",
            color=PALETTE[order], hatch=hatch, edgecolor="white", linewidth=0.3,
        )  # fmt: skip
        left = left + table[number]
    ax.set_yticks(range(len(table)), list(table.index))
    ax.set_ylim(len(table) - 0.4, -0.6)
    ax.set_xlabel("reports", fontsize=9)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    ax.set_ylabel("language", fontsize=9)
    clear_frame(ax, grid="x")
    legend_below(ax, len(table.columns))
    return ax


def plot_chain(
    stale: pd.DataFrame, ax: Axes, *, chain: Sequence[str], labels: Mapping[str, str]
) -> Axes:
    """Draw when reports carried each figure that was replaced, and when it was replaced.

    The area of a mark is in proportion to the number of reports of the day.

    Args:
        stale: the result of ``stale_relays``.
        ax: where to draw.
        chain: the figures, one row each, from the top.
        labels: how each figure is written.
    """
    rows = [figure_id for figure_id in chain if figure_id in set(stale["figure_id"])]
    own = stale[stale["figure_id"].isin(rows)]
    kinds = own["late"].astype(int) + own["stale"].astype(int)
    days = own.groupby(["figure_id", "published_on", kinds.rename("kind")]).size().rename("reports")
    _draw_days(days.reset_index(), ax, rows)
    replaced = own.groupby("figure_id")["status_since"].first()[rows]
    _draw_replacements(ax, [float(day) for day in mdates.date2num(replaced)])
    ax.set_yticks(range(len(rows)), [labels[figure_id] for figure_id in rows])
    ax.set_ylim(len(rows) - 0.4, -0.6)
    ax.xaxis.set_major_locator(mdates.AutoDateLocator(maxticks=7))
    ax.xaxis.set_major_formatter(mdates.DateFormatter("%b\n%Y"))
    clear_frame(ax, grid="x")
    legend_below(ax, 2)
    return ax


def _draw_days(days: pd.DataFrame, ax: Axes, rows: Sequence[str]) -> None:
    looks = (
        ("published up to that day", "o", PALETTE[0]),
        ("published later, beside a newer figure", "s", PALETTE[2]),
        ("published later, alone", "D", PALETTE[1]),
    )
    scale = _LARGEST / max(int(days["reports"].max()), 10)
    for kind, (label, marker, color) in enumerate(looks):
        own = days[days["kind"] == kind]
        places = [rows.index(str(figure_id)) for figure_id in own["figure_id"]]
        sizes = own["reports"].to_numpy(dtype=float) * scale
        when = mdates.date2num(own["published_on"])
        ax.scatter(
            when,
            places,
            s=sizes,
            marker=marker,
            color=color,
            alpha=0.85,
            edgecolor="white",
            linewidth=0.5,
        )
        ax.plot([], [], marker, color=color, markersize=5, label=label)


def _draw_replacements(ax: Axes, days: Sequence[float]) -> None:
    for place, day in enumerate(days):
        label = None if place else "first report of the figure that replaced it"
        ends = [place - 0.4, place + 0.4]
        ax.plot([day, day], ends, color="black", linewidth=1.3, zorder=1, label=label)
