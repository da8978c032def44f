"""What claims imply together: bands, other assumptions, biases, and how well bands held."""

from collections.abc import Mapping, Sequence
from math import floor, log10
from string import ascii_lowercase
from typing import Any

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import FixedLocator, FuncFormatter, NullFormatter, NullLocator

from casualty_ledger.plots.panels import clear_frame, legend_below
from casualty_ledger.plots.style import Style, shortened
from casualty_ledger.reconcile.result import Fit

_DARK, _MIDDLE, _LIGHT = "#33475b", "#8fa3b8", "#d3dce6"
_MARKS = {"point": "o", "at_least": "^", "up_to": "v", "range": "_", "zero": "o"}
_STEM = 13
# From this ratio of the highest to the lowest number on, the axis is logarithmic.
_DECADE = 10.0


def two_digits(number: float) -> str:
    """Return a number with two significant digits: 1344.2 as 1,300.

    >>> two_digits(1344.2), two_digits(0.3871), two_digits(87)
    ('1,300', '0.39', '87')
    """
    if not number > 0:
        return "0"
    digits = 1 - floor(log10(number))
    rounded = round(number, digits)
    return f"{rounded:,.{max(1 - floor(log10(rounded)), 0)}f}"


def band_text(median: float, low: float, high: float) -> str:
    """Return a median with its band, in two significant digits: 1,300 [550-3,300]."""
    return f"{two_digits(median)} [{two_digits(low)}-{two_digits(high)}]"


def plot_implied(
    fit: Fit,
    ax: Axes,
    *,
    force: str,
    measure: str,
    styles: Mapping[str, Style],
    labels: Mapping[str, str],
    assumption: str,
) -> Axes:
    """Draw the 50 and 90 % bands of a running total, with the claims on it drawn over them.

    Args:
        fit: a sound fit.
        ax: where to draw.
        force: whose losses.
        measure: which losses; claims of this measure over the whole time are drawn.
        styles: colour of each claimant.
        labels: name of each claimant.
        assumption: under which the claims imply this, for the title of the panel.

    Raises:
        UnsoundFitError: the fit failed; nothing is drawn.
    """
    bands = fit.bands
    own = bands[(bands["force"] == force) & (bands["measure"] == measure)]
    claims = fit.claims[
        (fit.claims["force"] == force)
        & (fit.claims["measure"] == measure)
        & fit.claims["start"].isna()
        & (fit.claims["weight"] > 0)
    ]
    days = mdates.date2num(own["day"])
    for low, high, colour in (("low_90", "high_90", _LIGHT), ("low_50", "high_50", _MIDDLE)):
        ax.fill_between(days, own[low].astype(float), own[high].astype(float), color=colour, lw=0)
    ax.plot(days, own["median"], color=_DARK, linewidth=1.6)
    letters = _letters(claims)
    for row in claims.to_dict("records"):
        _draw_claim(ax, row, styles[row["claimant"]].color, letters[row["claimant"]])
    stated = claims["low"].fillna(claims["high"]).astype(float)
    _scale_people(ax, top=max(float(own["high_90"].max()), float(stated.max())), low=stated.min())
    ax.set_title(f"If {assumption}", loc="left", fontsize=9, color="#444444")
    ax.set_ylabel(f"{measure}, running total\n(people)", fontsize=9)
    ax.xaxis.set_major_locator(mdates.MonthLocator(bymonth=(1, 4, 7, 10)))
    ax.xaxis.set_major_formatter(mdates.DateFormatter("%b\n%Y"))
    clear_frame(ax, grid="y")
    _band_legend(ax, claims, styles, labels)
    return ax


def _letters(claims: pd.DataFrame) -> dict[str, str]:
    # Colours come again after ten claimants, and not everyone sees them.
    return dict(zip(dict.fromkeys(claims["claimant"]), ascii_lowercase, strict=False))


def _draw_claim(ax: Axes, row: Mapping[Any, Any], colour: str, letter: str) -> None:
    day = float(mdates.date2num(row["day"]))
    height = float(row["high"] if pd.isna(row["low"]) else row["low"])
    beside = {"xytext": (5, -2), "textcoords": "offset points", "fontsize": 7.5}
    ax.annotate(letter, (day, height), color="#222222", zorder=6, **beside)  # type: ignore[arg-type]
    if row["kind"] == "range":
        ax.vlines(day, float(row["low"]), float(row["high"]), color=colour, linewidth=3, zorder=4)
        return
    number = float(row["high"] if row["kind"] == "up_to" else row["low"])
    mark = _MARKS[row["kind"]]
    ax.plot(day, number, mark, color=colour, markersize=6, markeredgecolor="white", zorder=5)
    if mark in "^v":
        way = {"xytext": (0, _STEM if mark == "^" else -_STEM), "textcoords": "offset points"}
        arrow = {"arrowstyle": "-", "color": colour, "linewidth": 1.2, "shrinkA": 0, "shrinkB": 0}
        ax.annotate("", (day, number), arrowprops=arrow, zorder=4, **way)  # type: ignore[arg-type]


def _scale_people(ax: Axes, *, top: float, low: float) -> None:
    if top / max(low, 1.0) < _DECADE:
        ax.set_ylim(0, 1.1 * top)
    else:
        ax.set_yscale("log")
        ax.set_ylim(max(low / 2.5, 1.0), 1.35 * top)
        ax.yaxis.set_minor_formatter(NullFormatter())
    ax.yaxis.set_major_formatter(FuncFormatter(lambda number, _: f"{number:,.0f}"))


def _band_legend(
    ax: Axes, claims: pd.DataFrame, styles: Mapping[str, Style], labels: Mapping[str, str]
) -> None:
    handles: list[Any] = [
        Line2D([], [], color=_DARK, linewidth=1.6, label="median"),
        Patch(color=_MIDDLE, label="50 % band"),
        Patch(color=_LIGHT, label="90 % band"),
    ]
    meanings = {"point": "a number", "at_least": "at least", "up_to": "up to", "range": "a range"}
    kinds = set(claims["kind"].astype("str"))
    for kind, meaning in meanings.items():
        if kind in kinds:
            marker = "|" if kind == "range" else _MARKS[kind]
            look = {"marker": marker, "linestyle": ""}
            handles.append(Line2D([], [], color="#333333", label=meaning, **look))  # type: ignore[arg-type]
    for claimant, letter in _letters(claims).items():
        name = f"{letter}   {labels.get(claimant, claimant)}"
        handles.append(Line2D([], [], color=styles[claimant].color, lw=3, label=name))
    legend_below(ax, 3, handles=handles)


def plot_forest(table: pd.DataFrame, ax: Axes, *, unit: str) -> Axes:
    """Draw medians with 50 and 90 % bands, one row a variant, on a logarithmic axis.

    Args:
        table: label, median, low_50, high_50, low_90, high_90 and failures; a row with failures
            is named and has no band.
        ax: where to draw.
        unit: what the axis counts.
    """
    for place, row in enumerate(table.to_dict("records")):
        if row["failures"]:
            text, colour = "fit failed, nothing to show", "#aa3333"
        else:
            _draw_interval(ax, place, row)
            text, colour = band_text(row["median"], row["low_90"], row["high_90"]), "#222222"
        ax.text(
            1.02, place, text, transform=ax.get_yaxis_transform(), fontsize=8, va="center",
            color=colour,
        )  # fmt: skip
    _forest_axis(ax, [shortened(label, 44) for label in table["label"]], unit)
    return ax


def _draw_interval(ax: Axes, place: float, row: Mapping[Any, Any], colour: str = _DARK) -> None:
    ax.plot([row["low_90"], row["high_90"]], [place, place], color=colour, linewidth=1.2)
    if "low_50" in row:
        ax.plot([row["low_50"], row["high_50"]], [place, place], color=colour, linewidth=4)
    ax.plot(row["median"], place, "o", color="white", markeredgecolor=colour, markersize=5.5)


def _forest_axis(ax: Axes, labels: Sequence[str], unit: str) -> None:
    ax.set_xscale("log")
    low, high = ax.get_xlim()
    # The wider the axis, the fewer ticks of a decade can be read beside each other.
    bases = (1, 2, 5) if high / low < 8 else (1, 3) if high / low < 60 else (1,)
    steps = [base * 10.0**power for power in range(-4, 8) for base in bases]
    shown = [step for step in steps if low <= step <= high]
    ax.xaxis.set_major_locator(FixedLocator(shown))
    ax.xaxis.set_minor_locator(NullLocator())
    ax.xaxis.set_major_formatter(
        FuncFormatter(lambda number, _: f"{number:,.0f}" if number >= 1 else f"{number:g}")
    )
    ax.set_xlim(low, high)
    ax.set_yticks(range(len(labels)), labels)
    ax.set_ylim(len(labels) - 0.4, -0.6)
    ax.set_xlabel(unit, fontsize=9, loc="right")
    clear_frame(ax, grid="x")


def plot_biases(table: pd.DataFrame, ax: Axes, *, labels: Mapping[str, str]) -> Axes:
    """Draw how many times what is implied each claimant says, with 90 % bands.

    Args:
        table: ``Fit.biases``.
        ax: where to draw.
        labels: name of each claimant.
    """
    rows = table.sort_values("median", ascending=False, ignore_index=True)
    for place, row in enumerate(rows.to_dict("records")):
        _draw_interval(ax, place, row)
    ax.axvline(1.0, color="#aa3333", linewidth=1.0, linestyle=(0, (4, 2)))
    names = [
        f"{_name(row, labels)}, {row['measure']} ({row['claims']})"
        for row in rows.to_dict("records")
    ]
    _forest_axis(ax, names, "claimed over implied (1: what all claims imply)")
    return ax


def _name(row: Mapping[Any, Any], labels: Mapping[str, str]) -> str:
    return shortened(labels.get(row["claimant"], row["claimant"]))


def plot_expected(table: pd.DataFrame, ax: Axes, *, labels: Mapping[str, str]) -> Axes:
    """Draw what each claimant was expected to say by a fit that had not heard it.

    Args:
        table: the result of ``left_out_predictions``.
        ax: where to draw.
        labels: name of each claimant.
    """
    for place, row in enumerate(table.to_dict("records")):
        _draw_interval(ax, place, row, _MIDDLE)
        mark = _MARKS[row["kind"]]
        ax.plot(row["stated"], place, "D" if mark == "_" else mark, color="#882255", markersize=5)
    names = [
        f"{_name(row, labels)}, {row['measure']}, {row['day'].day} {row['day']:%b %Y}"
        for row in table.to_dict("records")
    ]
    _forest_axis(ax, names, "people: expected from the others (bands), stated (marks)")
    return ax


def plot_calibration(table: pd.DataFrame, ax: Axes, *, level: int = 90) -> Axes:
    """Draw how often a band held the known truth of simulated wars, by scenario and dials.

    Args:
        table: scenario, dials, wars and coverage_LEVEL as shares.
        ax: where to draw.
        level: of the band, in per cent.
    """
    looks = {"robust": ("o", _DARK), "standard": ("s", "#CC6677")}
    scenarios = list(dict.fromkeys(table["scenario"]))
    for dials, (mark, colour) in looks.items():
        own = table[table["dials"] == dials].set_index("scenario").reindex(scenarios)
        share = own[f"coverage_{level}"].to_numpy(dtype=float)
        error = 1.64 * (share * (1 - share) / own["wars"].to_numpy(dtype=float)) ** 0.5
        places = [place + (0.12 if dials == "robust" else -0.12) for place in range(len(scenarios))]
        ax.errorbar(share, places, xerr=error, fmt=mark, color=colour, ms=5, lw=1, label=dials)
    ax.axvline(level / 100, color="#222222", linewidth=1, linestyle=(0, (4, 2)))
    ax.set_yticks(range(len(scenarios)), scenarios)
    ax.set_ylim(len(scenarios) - 0.4, -0.6)
    ax.set_xlabel(f"share of wars whose truth the {level} % band holds", fontsize=9)
    clear_frame(ax, grid="x")
    legend_below(ax, 2)
    return ax
