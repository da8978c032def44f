"""Pictures: everything stands inside the figure, and no writing on other writing."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from legible import assert_legible
from matplotlib.figure import Figure

from casualty_ledger import load
from casualty_ledger.compare import (
    bound_losses,
    carried_figures,
    counts_by_month,
    counts_by_name,
    counts_by_pair,
    printed_numbers,
    stale_relays,
    subjects,
    superseding_chain,
    with_other,
)
from casualty_ledger.plots import (
    claimant_labels,
    figure_labels,
    new_panel,
    plot_bars,
    plot_chain,
    plot_months,
    plot_rival_numbers,
    plot_table,
    rates_by_language_and_kind,
)

pytestmark = pytest.mark.usefixtures("unseen")

FIGURES, MENTIONS = load("figures"), load("mentions")
REPORTS, ACTORS = load("reports"), load("actors")
CARRIED = carried_figures(FIGURES, MENTIONS, REPORTS)
SOURCE = f"{FIGURES.attrs['citation']} Reported, not verified."


def months() -> Figure:
    table = counts_by_month(FIGURES["claimed_on"], subjects(FIGURES["measure"]))
    return drawn(plot_months(table, panel(2.4), unit="figures"))


def languages() -> Figure:
    return drawn(plot_bars(counts_by_name(REPORTS["language"]), panel(6.0), unit="reports"))


def measures() -> Figure:
    claimants = with_other(FIGURES["claimant"], least=4)
    table = counts_by_pair(claimants, FIGURES["measure"])
    height = 0.9 + 0.24 * len(table)
    names = claimant_labels(ACTORS)
    return drawn(plot_table(table, panel(height), rows="claimant", columns="measure", names=names))


def bounds() -> Figure:
    return rates_by_language_and_kind(
        bound_losses(CARRIED), event="lost", title="Bounds lost", what="share of relays",
        source=SOURCE, least=20,
    )  # fmt: skip


def rivals() -> Figure:
    printed = printed_numbers(MENTIONS, REPORTS, figure_id="kr-nis-2025-04-30-deployed")
    return drawn(plot_rival_numbers(printed, panel(0.3 + 0.24 * printed["language"].nunique())))


def chain() -> Figure:
    names = superseding_chain(FIGURES, figure_id="kr-nis-2025-09-02-killed")
    ax = panel(0.6 + 0.5 * len(names))
    labels = figure_labels(FIGURES)
    return drawn(plot_chain(stale_relays(CARRIED), ax, chain=names, labels=labels))


def panel(height: float) -> plt.Axes:
    return new_panel(height, title="A title as long as those of the notebooks", source=SOURCE)


def drawn(ax: plt.Axes) -> Figure:
    figure = ax.get_figure(root=True)
    assert figure is not None
    return figure


PICTURES = [months, languages, measures, bounds, rivals, chain]


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.__name__)
def test_nothing_is_cut_and_nothing_overlaps(picture) -> None:
    assert_legible(picture())


def test_a_figure_is_written_with_its_bound_and_its_day() -> None:
    rows = FIGURES[FIGURES["figure_id"] == "kr-nis-2025-09-02-killed"]
    assert figure_labels(rows) == {"kr-nis-2025-09-02-killed": "about 2,000, 2 Sep 2025"}


def test_a_long_name_is_shortened_but_for_its_country() -> None:
    name = "Permanent Mission of Northland to the United Nations (XA)"
    ax = plot_table(pd.DataFrame({"killed": [1]}, index=[name]), panel(1.0), rows="", columns="")
    shown = ax.get_yticklabels()[0].get_text()
    assert shown == "Permanent Mission of … (XA)"


def test_a_bar_is_as_long_as_its_count() -> None:
    ax = plot_bars(pd.Series({"a": 3, "b": 1}), panel(1.0), unit="reports")
    assert [bar.get_width() for bar in ax.patches] == [3, 1]
