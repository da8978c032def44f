"""Pictures of claims: each function takes a frame and returns an Axes."""

from casualty_ledger.plots.coverage import plot_bars, plot_months, plot_table
from casualty_ledger.plots.estimates import estimates_over_time, plot_standing_figures
from casualty_ledger.plots.forests import (
    plot_claim_revisions,
    plot_implied_rates,
    plot_live_claims,
)
from casualty_ledger.plots.limits import plot_disagreement, plot_limits
from casualty_ledger.plots.panels import COLUMN, WIDTH, new_panel, new_panels, source_line
from casualty_ledger.plots.reconciled import (
    band_text,
    plot_biases,
    plot_calibration,
    plot_expected,
    plot_forest,
    plot_implied,
    two_digits,
)
from casualty_ledger.plots.relays import (
    plot_chain,
    plot_rates,
    plot_rival_numbers,
    rates_by_language_and_kind,
)
from casualty_ledger.plots.style import (
    add_source_line,
    claimant_labels,
    claimant_order,
    claimant_styles,
    figure_labels,
    mark_handles,
    styles_of,
)
from casualty_ledger.plots.timelines import plot_lags, plot_timeline
from casualty_ledger.plots.vintages import plot_through_vintages, plot_vintage_curves

__all__ = [
    "COLUMN",
    "WIDTH",
    "add_source_line",
    "band_text",
    "claimant_labels",
    "claimant_order",
    "claimant_styles",
    "estimates_over_time",
    "figure_labels",
    "mark_handles",
    "new_panel",
    "new_panels",
    "plot_bars",
    "plot_biases",
    "plot_calibration",
    "plot_chain",
    "plot_claim_revisions",
    "plot_disagreement",
    "plot_expected",
    "plot_forest",
    "plot_implied",
    "plot_implied_rates",
    "plot_lags",
    "plot_limits",
    "plot_live_claims",
    "plot_months",
    "plot_rates",
    "plot_rival_numbers",
    "plot_standing_figures",
    "plot_table",
    "plot_through_vintages",
    "plot_timeline",
    "plot_vintage_curves",
    "rates_by_language_and_kind",
    "source_line",
    "styles_of",
    "two_digits",
]
