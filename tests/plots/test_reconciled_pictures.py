"""Pictures of bands and forests: they draw what they are given, inside the figure."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from legible import assert_legible

from casualty_ledger import load
from casualty_ledger.plots import (
    band_text,
    claimant_labels,
    claimant_styles,
    new_panel,
    plot_biases,
    plot_calibration,
    plot_expected,
    plot_forest,
    plot_implied,
    two_digits,
)
from casualty_ledger.reconcile.dials import ROBUST
from casualty_ledger.reconcile.evidence import claims_from_figures
from casualty_ledger.reconcile.result import Diagnostics, Fit

pytestmark = pytest.mark.usefixtures("unseen")

CLAIMS = claims_from_figures(load("figures"), population="prk-forces").claims
LABELS = claimant_labels(load("actors"))
NUMBERS = ["median", "low_50", "high_50", "low_90", "high_90"]


def fit_of(rhat: float = 1.0) -> Fit:
    """A made-up result around the real claims, so that drawing needs no sampling."""
    days = pd.date_range("2024-10-10", "2026-02-12", freq="7D")
    curve = np.linspace(5, 1300, len(days))
    factors = dict(zip(NUMBERS, [1.0, 0.7, 1.5, 0.4, 2.6], strict=True))
    bands = pd.DataFrame(
        {"force": "prk-forces", "measure": "killed", "day": days}
        | {name: curve * factor for name, factor in factors.items()}
    )
    return Fit(
        claims=CLAIMS.assign(weight=1.0),
        dials=ROBUST,
        seed=1,
        first_day=date(2024, 10, 3),
        diagnostics=Diagnostics(rhat, 900.0, 900.0, 0, 0.8, 7.0, 4, 500, (1.0,), 0.9),
        totals={},
        days=days,
        _frames={"bands": bands},
    )


def table(count: int) -> pd.DataFrame:
    rows = CLAIMS.drop_duplicates(["claimant", "measure"]).head(count)
    found = rows[["claimant", "measure", "kind", "day"]].assign(
        median=1.0, low_50=0.7, high_50=1.5, low_90=0.4, high_90=2.6, claims=3, stated=1.2
    )
    return found.assign(label=found["claimant"], failures="").reset_index(drop=True)


def calibration() -> pd.DataFrame:
    rows = [
        {"scenario": f"scenario {n}", "dials": dials, "wars": 100, "coverage_90": 0.9 - n / 20}
        for n in range(5)
        for dials in ("robust", "standard")
    ]
    return pd.DataFrame(rows)


def implied(ax):
    styles = claimant_styles(sorted(set(CLAIMS["claimant"])))
    return plot_implied(
        fit_of(), ax, force="prk-forces", measure="killed", styles=styles, labels=LABELS,
        assumption="biases are centred on none",
    )  # fmt: skip


PICTURES = {
    "implied": implied,
    "forest": lambda ax: plot_forest(table(12), ax, unit="people"),
    "biases": lambda ax: plot_biases(table(12), ax, labels=LABELS),
    "expected": lambda ax: plot_expected(table(12), ax, labels=LABELS),
    "calibration": lambda ax: plot_calibration(calibration(), ax),
}


@pytest.mark.parametrize("name", PICTURES)
def test_nothing_is_cut_and_nothing_overlaps(name):
    ax = PICTURES[name](new_panel(2.9, title="A title of usual length", source="Source."))
    assert_legible(ax.get_figure(root=True))


def test_the_assumption_stands_above_the_band():
    ax = implied(new_panel(2.9, title="Title", source="Source."))
    assert ax.get_title(loc="left") == "If biases are centred on none"


def test_claims_are_drawn_over_the_band():
    ax = implied(new_panel(2.9, title="Title", source="Source."))
    own = CLAIMS[(CLAIMS["measure"] == "killed") & (CLAIMS["kind"] != "range")]
    marks = [line for line in ax.lines if len(line.get_xdata()) == 1]
    assert len(marks) == len(own)


def test_a_failed_variant_is_named_and_has_no_band():
    rows = table(2)
    rows.loc[1, NUMBERS] = np.nan
    rows.loc[1, "failures"] = "several modes"
    ax = plot_forest(rows, new_panel(1.5, title="Title", source="Source."), unit="people")
    assert [text.get_text() for text in ax.texts] == [
        "1.0 [0.40-2.6]",
        "fit failed, nothing to show",
    ]
    assert len(ax.lines) == 3


@pytest.mark.parametrize(
    ("number", "text"),
    [(1344.2, "1,300"), (996.0, "1,000"), (87.4, "87"), (0.3871, "0.39"), (9.96, "10"), (0.0, "0")],
)
def test_numbers_have_two_digits(number, text):
    assert two_digits(number) == text


def test_a_median_never_stands_without_its_band():
    assert band_text(1344.0, 551.0, 3322.0) == "1,300 [550-3,300]"
