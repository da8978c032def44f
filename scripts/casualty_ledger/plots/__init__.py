"""Pictures of claims: each function takes a frame and returns an Axes."""

from casualty_ledger.plots.coverage import plot_bars, plot_months, plot_table
from casualty_ledger.plots.estimates import estimates_over_time, plot_standing_figures
from casualty_ledger.plots.panels import new_panel, new_panels
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
)

__all__ = [
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
    "plot_expected",
    "plot_forest",
    "plot_implied",
    "plot_months",
    "plot_rates",
    "plot_rival_numbers",
    "plot_standing_figures",
    "plot_table",
    "rates_by_language_and_kind",
    "two_digits",
]
