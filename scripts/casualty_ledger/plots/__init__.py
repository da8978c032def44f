"""Pictures of claims: each function takes a frame and returns an Axes."""

from casualty_ledger.plots.estimates import estimates_over_time, plot_standing_figures
from casualty_ledger.plots.style import (
    add_source_line,
    claimant_labels,
    claimant_order,
    claimant_styles,
    mark_handles,
)

__all__ = [
    "add_source_line",
    "claimant_labels",
    "claimant_order",
    "claimant_styles",
    "estimates_over_time",
    "mark_handles",
    "plot_standing_figures",
]
