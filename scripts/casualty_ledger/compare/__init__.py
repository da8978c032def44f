"""Comparing claims, and what reports make of them: pure functions from frames to frames."""

from casualty_ledger.compare.claim_revisions import claim_revisions
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
from casualty_ledger.compare.described import claim_days, described_days
from casualty_ledger.compare.disagreement import (
    disagreement,
    disagreement_over_time,
    live_claims,
)
from casualty_ledger.compare.implied_rates import implied_rates
from casualty_ledger.compare.intervals import Tolerance, intervals, vague_intervals
from casualty_ledger.compare.lags import claim_timeline, lag_summary, reporting_lags
from casualty_ledger.compare.latest import latest
from casualty_ledger.compare.limits import known_on, limits, running_limits
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
from casualty_ledger.compare.scores import score_range, weighted_interval_score
from casualty_ledger.compare.standing import standing_figures
from casualty_ledger.compare.vintage_curves import (
    limits_through_vintages,
    through_vintages,
    vintage_curves,
)
from casualty_ledger.compare.vintages import vintage

__all__ = [
    "Tolerance",
    "bound_losses",
    "bound_pairs",
    "carried_figures",
    "casualties_as_deaths",
    "claim_days",
    "claim_revisions",
    "claim_timeline",
    "counts_by_month",
    "counts_by_name",
    "counts_by_pair",
    "described_days",
    "disagreement",
    "disagreement_over_time",
    "doubling_bins",
    "implied_rates",
    "intervals",
    "known_on",
    "lag_summary",
    "latest",
    "limits",
    "limits_through_vintages",
    "live_claims",
    "printed_numbers",
    "rates",
    "relays_per_statement",
    "reporting_lags",
    "rival_values",
    "running_limits",
    "score_range",
    "silences",
    "stale_relays",
    "standing_figures",
    "subjects",
    "superseding_chain",
    "through_vintages",
    "vague_intervals",
    "vintage",
    "vintage_curves",
    "weighted_interval_score",
    "with_other",
]
