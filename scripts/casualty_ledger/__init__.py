"""Reported casualty and troop figures: records, build, load, citation and comparison."""

from casualty_ledger.cite import cite
from casualty_ledger.export import export
from casualty_ledger.load import load
from casualty_ledger.resolve import resolve

__all__ = ["cite", "export", "load", "resolve"]
