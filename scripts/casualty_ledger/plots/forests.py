"""Claims side by side, one row each: intervals on a day, rates, changes."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import PercentFormatter

from casualty_ledger.build.phrases import stated_value
from casualty_ledger.plots.marks import (
    draw_claim,
    draw_stem,
    people,
    set_number_axis,
    turned_handles,
)
from casualty_ledger.plots.panels import (
    WIDTH,
    clear_frame,
    is_narrow,
    label_numbers,
    legend_below,
    panel_for,
    settle,
)
from casualty_ledger.plots.style import Style, shortened
from casualty_schemas.vocabularies import Bound

# Letters of a row's name, over both columns of a page and over one; inches a line and a row.
_LETTERS, _FEW_LETTERS = 44, 30
_LINE, _ROW = 0.13, 0.14


def plot_live_claims(
    claims: pd.DataFrame,
    ax: Axes | None = None,
    *,
    styles: Mapping[str, Style],
    labels: Mapping[str, str],
    title: str = "Live claims",
    width: float = WIDTH,
) -> Axes:
    """Draw the live claims on one quantity, one row each, with what each allows.

    The mark is the number as stated; the pale bar is what the claim allows as it is read, with an
    arrow where it is open. The lines are the highest floor and the lowest ceiling: some number
    satisfies all claims exactly if the floor does not lie above the ceiling.

    Args:
        claims: the result of ``live_claims``, of one population, measure and scope.
        ax: where to draw; by default a new picture.
        styles: colour of each claimant.
        labels: the name of each claimant.
        title: of a new picture.
        width: of a new picture, in inches.

    Raises:
        ValueError: the claims are not on one quantity, or there are none.
    """
    quantities = claims[["population", "measure", "scope"]].astype("str").drop_duplicates()
    if len(quantities) != 1:
        raise ValueError(f"claims on {len(quantities)} quantities; expected one")
    table = _from_small_to_large(claims)
    rows = table.to_dict("records")
    told = [(labels[row["claimant"]], f"{_value(row)}{_since(row)}") for row in rows]
    panel = panel_for(table, ax, height=_height(len(rows)), title=title, width=width)
    for place, row in enumerate(rows):
        _draw_allowed(panel, place, row, styles[row["claimant"]].color)
    ends = table[["number", "floor", "ceiling"]].astype("Float64")
    log = set_number_axis(panel, pd.concat([ends[name] for name in ends]), numbers="x")
    lines = _draw_limits(panel, table)
    _name_rows(panel, told)
    measure = str(table["measure"].iloc[0])
    room = label_numbers(panel, people(f"people, {measure}", log=log))
    bounds = [str(row["bound"]) for row in rows if pd.notna(row["number"])]
    handles = [*lines, *turned_handles(bounds), _allowed_handle()]
    legend_below(panel, 2, handles=handles, labels=room, from_left=True)
    return settle(panel, ax, _height(len(rows)))


def _from_small_to_large(claims: pd.DataFrame) -> pd.DataFrame:
    key = claims["number"].fillna(claims["floor"]).fillna(claims["ceiling"])
    return claims.assign(key=key).sort_values(["key", "figure_id"], ignore_index=True)


def _value(row: Mapping[Any, Any]) -> str:
    return "vague words" if row["bound"] == Bound.VAGUE else stated_value(row)


def _since(row: Mapping[Any, Any]) -> str:
    if pd.isna(row["claimed_on"]):
        return ", undated"
    day = row["claimed_on"]
    known = {"day": f"{day.day} {day:%b %Y}", "month": f"{day:%b %Y}", "year": f"{day:%Y}"}
    return f", {known[row['claimed_on_precision']]}"


def _height(rows: int) -> float:
    """Each row has two lines: who, and what."""
    return max(0.8, rows * (_ROW + 2 * _LINE))


def _draw_allowed(ax: Axes, place: int, row: Mapping[Any, Any], color: str) -> None:
    floor, ceiling = row["floor"], row["ceiling"]
    if pd.notna(floor) and pd.notna(ceiling):
        ax.hlines(place, floor, ceiling, color=color, alpha=0.35, linewidth=7, zorder=2)
    if pd.notna(row["number"]):
        ends = {"low": row["value_low"], "high": row["value_high"]}
        draw_claim(ax, place, {**row, **ends}, color, numbers="x")


def _draw_limits(ax: Axes, table: pd.DataFrame) -> list[Artist]:
    drawn: list[Artist] = []
    looks = (("floor", "max", "highest floor", "-"), ("ceiling", "min", "lowest ceiling", "--"))
    for end, choose, label, dashes in looks:
        value = table[end].agg(choose)
        if pd.notna(value):
            text = f"{label}: {int(value):,}"
            drawn.append(
                ax.axvline(float(value), color="black", linestyle=dashes, linewidth=1, label=text)
            )
    return drawn


def _allowed_handle() -> Artist:
    label = "what the claim allows, as read"
    return Line2D([], [], color="#333333", alpha=0.35, linewidth=7, label=label)


def _name_rows(ax: Axes, told: Sequence[tuple[str, str]]) -> None:
    letters = _FEW_LETTERS if is_narrow(ax) else _LETTERS
    names = [f"{shortened(who, letters)}\n{shortened(what, letters + 6)}" for who, what in told]
    ax.set_yticks(range(len(names)), names)
    ax.set_ylim(len(names) - 0.4, -0.6)
    clear_frame(ax, grid="x")


def plot_implied_rates(
    rates: pd.DataFrame,
    ax: Axes | None = None,
    *,
    styles: Mapping[str, Style],
    labels: Mapping[str, str],
    share: bool = True,
    title: str = "Implied rates",
    width: float = WIDTH,
) -> Axes:
    """Draw the rates that claimants' own pairs of figures imply, one row each.

    A bar runs from the least to the largest rate that both figures allow; the circle is the
    stated number over the stated number, where both are single numbers. An arrow is an open end.

    Args:
        rates: the result of ``implied_rates``, of one pair of measures; not empty.
        ax: where to draw; by default a new picture.
        styles: colour of each claimant.
        labels: the name of each claimant.
        share: show the rate as per cent of the denominator, else as a ratio.
        title: of a new picture.
        width: of a new picture, in inches.

    Raises:
        ValueError: there is no rate with an end.
    """
    shown = rates[rates[["low", "high"]].notna().any(axis="columns")]
    if shown.empty:
        raise ValueError("no rate with an end; nothing to draw")
    rows = shown.to_dict("records")
    told = [(labels[row["claimant"]], _day(row["described_last"])) for row in rows]
    panel = panel_for(rates, ax, height=_height(len(rows)), title=title, width=width)
    for place, row in enumerate(rows):
        _draw_rate(panel, place, row, styles[row["claimant"]].color)
    ends = shown[["low", "stated", "high"]].astype("Float64")
    panel.set_xlim(0, 1.25 * float(ends.max().max()))
    if share:
        panel.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    _name_rows(panel, told)
    above, below = rows[0]["numerator"], rows[0]["denominator"]
    what = f"{above}, as a share of {below}" if share else f"{above} for each {below}"
    room = label_numbers(panel, f"{what} (same claimant)")
    legend_below(panel, 2, handles=_rate_handles(shown), labels=room, from_left=True)
    return settle(panel, ax, _height(len(rows)))


def _day(day: pd.Timestamp) -> str:
    return f"{day.day} {day:%b %Y}"


def _draw_rate(ax: Axes, place: int, row: Mapping[Any, Any], color: str) -> None:
    low, high = row["low"], row["high"]
    if pd.notna(low) and pd.notna(high):
        ax.hlines(place, low, high, color=color, linewidth=3, alpha=0.5, zorder=2)
    elif pd.notna(low):
        ax.plot(low, place, ">", color=color, markersize=6.5, zorder=4)
        draw_stem(ax, (float(low), place), 1, color, numbers="x")
    else:
        ax.plot(high, place, "<", color=color, markersize=6.5, zorder=4)
        draw_stem(ax, (float(high), place), -1, color, numbers="x")
    if pd.notna(row["stated"]):
        ax.plot(row["stated"], place, "o", color=color, markersize=6, zorder=4)


def _rate_handles(rates: pd.DataFrame) -> list[Artist]:
    look: dict[str, Any] = {"color": "#333333", "linestyle": ""}
    entries = [
        (rates["stated"].notna(), "o", "stated number over stated number"),
        (rates["high"].isna(), ">", "at least this: open upwards"),
        (rates["low"].isna(), "<", "at most this: open downwards"),
    ]
    handles: list[Artist] = [
        Line2D([], [], marker=marker, label=label, **look)
        for present, marker, label in entries
        if present.any()
    ]
    closed = rates[["low", "high"]].notna().all(axis="columns")
    if closed.any():
        label = "what both figures allow"
        handles.append(Line2D([], [], color="#333333", alpha=0.5, linewidth=3, label=label))
    return handles


def plot_claim_revisions(
    revisions: pd.DataFrame,
    ax: Axes | None = None,
    *,
    styles: Mapping[str, Style],
    labels: Mapping[str, str],
    title: str = "What claimants put in place of their own figures",
    width: float = WIDTH,
) -> Axes:
    """Draw each replacement as a line from the earlier number (hollow) to the later one.

    Args:
        revisions: the result of ``claim_revisions``; rows without two numbers are left out.
        ax: where to draw; by default a new picture.
        styles: colour of each claimant.
        labels: the name of each claimant.
        title: of a new picture.
        width: of a new picture, in inches.

    Raises:
        ValueError: no row has two numbers.
    """
    shown = revisions[revisions[["old", "new"]].notna().all(axis="columns")]
    if shown.empty:
        raise ValueError("no replacement of a number by a number; nothing to draw")
    rows = shown.to_dict("records")
    told = [(labels[row["claimant"]], f"{row['measure']}, {_replaced(row)}") for row in rows]
    panel = panel_for(revisions, ax, height=_height(len(rows)), title=title, width=width)
    for place, row in enumerate(rows):
        _draw_replacement(panel, place, row, styles[row["claimant"]].color)
    numbers = pd.concat([shown["old"], shown["new"]]).astype("Float64")
    log = set_number_axis(panel, numbers, numbers="x")
    _name_rows(panel, told)
    room = label_numbers(panel, people("people", log=log))
    bounds = [*shown["old_bound"], *shown["new_bound"]]
    look: dict[str, Any] = {"color": "#333333", "linestyle": "", "marker": "o"}
    earlier = Line2D([], [], markerfacecolor="white", label="hollow: the earlier figure", **look)
    handles = [*turned_handles(bounds), earlier]
    legend_below(panel, 2, handles=handles, labels=room, from_left=True)
    return settle(panel, ax, _height(len(rows)))


def _replaced(row: Mapping[Any, Any]) -> str:
    told = f"{row['ratio']:.3g} times" if pd.notna(row["ratio"]) else str(row["kind"])
    day = _day(row["new_on"]) if pd.notna(row["new_on"]) else "undated"
    return f"{day}, {told if row['kind'] in ('raised', 'lowered') else row['kind']}"


def _draw_replacement(ax: Axes, place: int, row: Mapping[Any, Any], color: str) -> None:
    ax.hlines(place, float(row["old"]), float(row["new"]), color=color, linewidth=1.4, zorder=2)
    for end, hollow in (("old", True), ("new", False)):
        bound = "about" if row[f"{end}_bound"] == "between" else row[f"{end}_bound"]
        claim = {"bound": bound, "number": row[end]}
        draw_claim(ax, place, claim, color, numbers="x", hollow=hollow)
