"""How far two codings of the same publications agree: pure functions from frames to frames."""

from casualty_ledger.compare.coding.agreement import agreement
from casualty_ledger.compare.coding.coded import ledger_coding, read_coding
from casualty_ledger.compare.coding.disagreements import disagreements
from casualty_ledger.compare.coding.matching import match_rows

__all__ = ["agreement", "disagreements", "ledger_coding", "match_rows", "read_coding"]
