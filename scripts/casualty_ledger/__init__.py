"""Reported casualty and troop figures: records, build, load and comparison."""

from casualty_ledger.load import load

__all__ = ["load"]
