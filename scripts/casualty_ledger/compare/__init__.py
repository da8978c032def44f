"""Comparing claims over time: pure functions from frames to frames."""

from casualty_ledger.compare.latest import latest
from casualty_ledger.compare.standing import standing_figures
from casualty_ledger.compare.vintages import vintage

__all__ = ["latest", "standing_figures", "vintage"]
