"""Comparing claims, and what reports make of them: pure functions from frames to frames."""

from casualty_ledger.compare.coverage import (
    counts_by_month,
    counts_by_name,
    counts_by_pair,
    doubling_bins,
    relays_per_statement,
    silences,
    subjects,
    with_other,
)
from casualty_ledger.compare.latest import latest
from casualty_ledger.compare.rates import rates
from casualty_ledger.compare.relays import (
    bound_losses,
    bound_pairs,
    carried_figures,
    casualties_as_deaths,
    printed_numbers,
    rival_values,
    stale_relays,
    superseding_chain,
)
from casualty_ledger.compare.standing import standing_figures
from casualty_ledger.compare.vintages import vintage

__all__ = [
    "bound_losses",
    "bound_pairs",
    "carried_figures",
    "casualties_as_deaths",
    "counts_by_month",
    "counts_by_name",
    "counts_by_pair",
    "doubling_bins",
    "latest",
    "printed_numbers",
    "rates",
    "relays_per_statement",
    "rival_values",
    "silences",
    "stale_relays",
    "standing_figures",
    "subjects",
    "superseding_chain",
    "vintage",
    "with_other",
]
