"""How claimants and bounds look, in every picture the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from matplotlib.figure import Figure

# Eight colours that stay apart for colour-blind readers (Okabe and Ito, 2008), darkest first;
# yellow, which is too light for lines on white, is left out.
PALETTE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000", "#E69F00", "#56B4E9")
LINES = ("-", "--", "-.", ":")

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
MEANINGS = {"o": "a number, exact or about", "^": "at least, more than", "v": "up to, at most"}


@dataclass(frozen=True, slots=True)
class Style:
    """Colour and line of one claimant."""

    color: str
    line: str


def claimant_styles(claimants: Iterable[str]) -> dict[str, Style]:
    """Return a style for each claimant; pairs of colour and line repeat only after 28.

    Give the claimants of the whole table in a fixed order, so that each looks the same in every
    picture.
    """
    distinct = list(dict.fromkeys(claimants))
    return {
        name: Style(PALETTE[number % len(PALETTE)], LINES[(number // len(PALETTE)) % len(LINES)])
        for number, name in enumerate(distinct)
    }


def add_source_line(figure: Figure, text: str) -> None:
    """Write where the figures come from under the picture, in small grey letters."""
    figure.text(0.01, 0.005, text, fontsize=7, color="#555555", ha="left", va="bottom")
