"""How claimants and bounds look, in every picture the same."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from casualty_ledger.build.phrases import stated_value
from casualty_ledger.compare.standing import stated_number

# Ten colours that stay apart for colour-blind readers: the muted scheme of Tol (2021), in an
# order in which neighbours differ most, and black.
PALETTE = (
    "#332288",
    "#CC6677",
    "#117733",
    "#882255",
    "#88CCEE",
    "#999933",
    "#000000",
    "#AA4499",
    "#44AA99",
    "#DDCC77",
)
GREY = "#808080"

# Dashes of unlike length, so that lines which coincide can still be told apart.
Dashes = tuple[float, tuple[float, ...]]
DASHES: tuple[Dashes, ...] = (
    (0, ()),
    (0, (5, 2)),
    (0, (1, 1.2)),
    (0, (7, 2, 1.5, 2)),
    (0, (3, 3)),
    (0, (9, 3)),
    (0, (5, 2, 1, 2, 1, 2)),
)

# A lower limit points up, an upper limit down; a number by itself is a circle.
MARKERS = {
    "exact": "o",
    "about": "o",
    "nearly": "o",
    "at_least": "^",
    "more_than": "^",
    "up_to": "v",
    "at_most": "v",
    "between": "_",
}
MEANINGS = {
    "o": "a number, exact or about",
    "^": "at least or more than",
    "v": "up to or at most",
    "_": "a range",
}


@dataclass(frozen=True, slots=True)
class Style:
    """Colour and line of one claimant."""

    color: str
    dashes: Dashes


def claimant_styles(claimants: Iterable[str], unnamed: Collection[str] = ()) -> dict[str, Style]:
    """Return a style for each claimant; the styles of named ones repeat after 70.

    Give the claimants of the whole table in a fixed order, so that each looks the same in every
    picture. Claimants without a name are grey and differ in their dashes.
    """
    distinct, size = list(dict.fromkeys(claimants)), len(PALETTE)
    named = [name for name in distinct if name not in unnamed]
    rest = [name for name in distinct if name in unnamed]
    return {
        name: Style(PALETTE[number % size], DASHES[(number + number // size) % len(DASHES)])
        for number, name in enumerate(named)
    } | {name: Style(GREY, DASHES[n % len(DASHES)]) for n, name in enumerate(rest, start=1)}


def claimant_order(figures: pd.DataFrame) -> list[str]:
    """Return all claimants, those with most running totals of losses first; ties by id.

    Those who are drawn together most often so get the colours that are furthest apart. Totals
    count only where they can be drawn: with a number and a date.

    Args:
        figures: the whole table ``figures``.
    """
    drawn = figures["measure"].isin(["killed", "wounded", "casualties"])
    drawn &= (figures["scope"] == "cumulative") & figures["claimed_on"].notna()
    drawn &= stated_number(figures).notna()
    counts = drawn.astype(int).groupby(figures["claimant"]).agg(["sum", "size"]).reset_index()
    order = counts.sort_values(["sum", "size", "claimant"], ascending=[False, False, True])
    return list(order["claimant"])


def styles_of(figures: pd.DataFrame, actors: pd.DataFrame) -> dict[str, Style]:
    """Return the style of every claimant of the ledger, the same in every picture.

    Args:
        figures: the whole table ``figures``.
        actors: the table ``actors``, which tells who has a name.
    """
    unnamed = set(actors.loc[actors["kind"] == "unnamed", "actor_id"])
    return claimant_styles(claimant_order(figures), unnamed)


def claimant_labels(actors: pd.DataFrame) -> dict[str, str]:
    """Return the name of each actor as legends show it, with its country: NIS (KR).

    Args:
        actors: the table ``actors``.
    """
    names = actors["short_name"].fillna(actors["name"])
    countries = (" (" + actors["country"] + ")").fillna("")
    return dict(zip(actors["actor_id"], names + countries, strict=True))


def shortened(name: str, letters: int = 36) -> str:
    """Return a name that leaves room beside it: without its last words, but with its country.

    Args:
        name: as ``claimant_labels`` gives it.
        letters: how many it may have.
    """
    if len(name) <= letters:
        return name
    head, _, country = name.rpartition(" (") if name.endswith(")") else (name, "", "")
    tail = f"… ({country}" if country else "…"
    return shorten(head, letters - len(tail), placeholder=" ") + tail


def figure_labels(figures: pd.DataFrame) -> dict[str, str]:
    """Return how each dated figure is written in a picture: at least 100, 19 Dec 2024.

    Args:
        figures: the table ``figures``.
    """
    dated = figures[figures["claimed_on"].notna()].to_dict("records")
    return {
        row["figure_id"]: f"{stated_value(row)}, {row['claimed_on'].day} {row['claimed_on']:%b %Y}"
        for row in dated
    }


def add_source_line(figure: Figure, text: str) -> None:
    """Write where the figures come from under the picture, in small grey letters."""
    figure.text(0.01, 0.005, text, fontsize=7, color="#555555", ha="left", va="bottom")


def mark_handles(bounds: Iterable[str]) -> list[Artist]:
    """Return legend entries that explain the marks of ``bounds``, filled and hollow."""
    used = list(dict.fromkeys(MARKERS[bound] for bound in bounds))
    marks = [
        Line2D([], [], color="#333333", marker=marker, linestyle="", label=MEANINGS[marker])
        for marker in MEANINGS
        if marker in used
    ]
    hollow: dict[str, Any] = {"marker": "o", "markerfacecolor": "white", "linestyle": ""}
    label = "hollow: superseded or disputed"
    return [*marks, Line2D([], [], color="#333333", label=label, **hollow)]
