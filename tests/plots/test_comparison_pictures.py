"""Pictures of the comparison of claims: over both columns of a page, and over one."""

from datetime import date, timedelta

import pandas as pd
import pytest
from legible import assert_legible
from matplotlib.axes import Axes

from casualty_ledger import load
from casualty_ledger.compare import (
    claim_revisions,
    claim_timeline,
    disagreement_over_time,
    implied_rates,
    limits,
    limits_through_vintages,
    live_claims,
    reporting_lags,
    through_vintages,
    vague_intervals,
    vintage_curves,
)
from casualty_ledger.plots import (
    COLUMN,
    WIDTH,
    claimant_labels,
    new_panel,
    plot_claim_revisions,
    plot_disagreement,
    plot_implied_rates,
    plot_lags,
    plot_limits,
    plot_live_claims,
    plot_through_vintages,
    plot_timeline,
    plot_vintage_curves,
    styles_of,
)

pytestmark = pytest.mark.usefixtures("unseen")

FIGURES, MENTIONS = load("figures"), load("mentions")
REPORTS, ACTORS = load("reports"), load("actors")
VAGUE = vague_intervals(FIGURES, MENTIONS, REPORTS)
NAMES = {"styles": styles_of(FIGURES, ACTORS), "labels": claimant_labels(ACTORS)}
ASKED = {"population": "prk-forces", "measure": "killed"}
LOSSES = FIGURES[
    (FIGURES["population"] == "prk-forces")
    & (FIGURES["measure"] == "casualties")
    & (FIGURES["scope"] == "cumulative")
]
VINTAGES = [date(2025, 1, 1), date(2025, 2, 1), date(2025, 6, 1), date(2025, 10, 1)]
LIVE = {"stale_after": timedelta(days=60), "vague": VAGUE}
TITLE = "A title as long as those of the notebooks, and a few words longer"


def live(width: float) -> Axes:
    claims = live_claims(LOSSES, on=date(2025, 3, 6), **LIVE)
    return plot_live_claims(claims, title=TITLE, width=width, **NAMES)


def floors(width: float) -> Axes:
    steps = limits(FIGURES, vague=VAGUE, **ASKED)
    return plot_limits(steps, until=pd.Timestamp("2026-03-16"), title=TITLE, width=width)


def floors_of_a_day(width: float) -> Axes:
    steps = limits_through_vintages(FIGURES, day=date(2025, 1, 31), vintages=VINTAGES, **ASKED)
    return plot_limits(steps, until=pd.Timestamp("2026-03-16"), title=TITLE, width=width)


def ratios(width: float) -> Axes:
    days = pd.date_range("2024-12-20", "2026-03-01", freq="28D")
    table = disagreement_over_time(LOSSES, days=days, **LIVE)
    return plot_disagreement(table, title=TITLE, width=width)


def revisions(width: float) -> Axes:
    changes = claim_revisions(FIGURES)
    changes = changes[changes["measure"].isin(["killed", "wounded", "casualties"])]
    return plot_claim_revisions(changes, title=TITLE, width=width, **NAMES)


def curves(width: float) -> Axes:
    table = vintage_curves(FIGURES, vintages=VINTAGES, **ASKED)
    own = table[table["claimant"] == "kr-nis"]
    return plot_vintage_curves(own, title=TITLE, width=width)


def one_day(width: float) -> Axes:
    table = through_vintages(FIGURES, day=date(2025, 3, 1), vintages=VINTAGES, **ASKED)
    return plot_through_vintages(table, title=TITLE, width=width, **NAMES)


def rates(width: float) -> Axes:
    table = implied_rates(FIGURES, numerator="casualties", denominator="deployed")
    return plot_implied_rates(table, title=TITLE, width=width, **NAMES)


def few_rates(width: float) -> Axes:
    table = implied_rates(FIGURES, numerator="wounded", denominator="killed")
    return plot_implied_rates(table, title=TITLE, width=width, share=False, **NAMES)


def timeline(width: float) -> Axes:
    table = claim_timeline(FIGURES)
    often = table[table["claimant"].map(table["claimant"].value_counts()) >= 5]
    return plot_timeline(often, title=TITLE, width=width, **NAMES)


def lags(width: float) -> Axes:
    return plot_lags(reporting_lags(FIGURES, MENTIONS, REPORTS), title=TITLE, width=width)


PICTURES = [
    live, floors, floors_of_a_day, ratios, revisions, curves, one_day, rates, few_rates, timeline,
    lags,
]  # fmt: skip


@pytest.mark.parametrize("width", [WIDTH, COLUMN])
@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.__name__)
def test_nothing_is_cut_and_nothing_overlaps(picture, width) -> None:
    assert_legible(picture(width).get_figure(root=True), panels=True)


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.__name__)
def test_every_picture_names_its_source_and_has_a_legend(picture) -> None:
    ax = picture(WIDTH)
    texts = [text.get_text() for text in ax.get_figure(root=True).texts]
    assert f"{FIGURES.attrs['citation']} Reported, not verified." in texts
    assert ax.get_legend().get_texts()


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.__name__)
def test_a_mark_on_the_data_has_a_name_in_the_legend(picture) -> None:
    ax = picture(WIDTH)
    named = {
        handle.get_marker()
        for handle in ax.get_legend().legend_handles
        if hasattr(handle, "get_marker")
    }
    drawn = {line.get_marker() for line in ax.lines}
    assert drawn - named <= {"None", "none", None, ""}


def test_a_given_panel_is_drawn_on() -> None:
    ax = new_panel(2.0, title="t", source="s")
    steps = limits(FIGURES, **ASKED)
    assert plot_limits(steps, ax, until=pd.Timestamp("2026-03-16")) is ax


def test_a_table_without_a_source_needs_a_panel() -> None:
    steps = limits(FIGURES, **ASKED)
    steps.attrs = {}
    with pytest.raises(ValueError, match="citation"):
        plot_limits(steps, until=pd.Timestamp("2026-03-16"))


def floors_at(*values: int) -> pd.DataFrame:
    """Floors that begin a month apart, without a ceiling."""
    days = pd.date_range("2030-01-10", periods=len(values), freq="30D").as_unit("s")
    return pd.DataFrame(
        {
            "day": days,
            "floor": pd.array(values, "Int64"),
            "ceiling": pd.array([None] * len(values), "Int64"),
            "consistent": True,
        }
    )


def test_the_floor_is_drawn_where_the_table_says() -> None:
    ax = new_panel(2.0, title="t", source="s")
    plot_limits(floors_at(100, 300), ax, until=pd.Timestamp("2030-03-01"))
    assert list(ax.lines[0].get_ydata()) == [100, 300, 300]


@pytest.mark.parametrize(("largest", "scale"), [(1000, "linear"), (1001, "log")])
def test_numbers_over_more_than_a_decade_stand_on_a_log_axis(largest, scale) -> None:
    ax = new_panel(2.0, title="t", source="s")
    plot_limits(floors_at(100, largest), ax, until=pd.Timestamp("2030-03-01"))
    assert ax.get_yscale() == scale
    assert ("log scale" in ax.get_ylabel()) == (scale == "log")


def test_claims_on_two_quantities_are_not_drawn_together() -> None:
    both = live_claims(FIGURES, on=date(2025, 3, 6))
    with pytest.raises(ValueError, match="expected one"):
        plot_live_claims(both, **NAMES)


@pytest.mark.parametrize(
    ("figure_id", "marker", "stem"),
    [
        ("gb-mod-2025-06-15-casualties", ">", 1),
        ("kr-officials-2024-11-05-killed", "<", -1),
        ("kr-nis-2025-09-02-killed", "o", 0),
    ],
)
def test_a_limit_points_where_the_quantity_may_lie(figure_id, marker, stem) -> None:
    own = FIGURES[FIGURES["figure_id"] == figure_id]
    live = live_claims(own, on=date(2026, 3, 1))
    ax = plot_live_claims(live, new_panel(1.0, title="t", source="s"), **NAMES)
    assert marker in {line.get_marker() for line in ax.lines}
    assert [text.xyann[0] for text in ax.texts] == ([] if stem == 0 else [stem * 15])
