"""Comparing claims over time: pure functions from frames to frames."""

from casualty_ledger.compare.standing import standing_figures

__all__ = ["standing_figures"]
