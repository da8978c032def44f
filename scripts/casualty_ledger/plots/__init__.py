"""Pictures of claims: each function takes a frame and returns an Axes."""

from casualty_ledger.plots.estimates import plot_standing_figures
from casualty_ledger.plots.style import add_source_line, claimant_styles

__all__ = ["add_source_line", "claimant_styles", "plot_standing_figures"]
