"""The assumptions of the model that claims can not settle: each a number that one may turn.

With some ten claimants, how far claimants are biased can not be learnt from what they say: made a
parameter, the spread collapses to none. So these are dials, and results stand beside those under
other settings.
"""

from dataclasses import asdict, dataclass, replace


@dataclass(frozen=True, slots=True)
class Dials:
    """Assumptions on truth, bias and error. Spreads are standard deviations of natural logs.

    Attributes:
        rate: killed a day, as a prior guess; with ``rate_sd`` wide enough not to matter.
        rate_sd: spread of the rate on the first day.
        ratio_sd: spread of the ratio of wounded, missing or captured to killed.
        walk_sd: of the change of the log daily rate from one knot to the next.
        walk_shared: share of the variance of that change that all measures of a force share.
        loose_knots: so many first changes are loosened ...
        loose_factor: ... by this factor: nobody knows how a force's fighting began.
        bias_sd: of the bias of a claimant about a force.
        bias_measure_sd: of what a claimant's bias on one measure departs from that.
        bias_common_sd: of a bias that all claimants share; 0 says that there is none.
        own_side: centre of the log bias of claims about one's own side.
        opponent: centre of the log bias of claims about the other side.
        error_sd: of the error that a claimant carries from one report to the next.
        error_days: after so many days that error has faded to 1/e; 0 makes errors independent.
        nugget: guess of the error of a single report.
        shortfall: guess of how far "at least" lies below, or "up to" above, the claimant's mind.
        scale_sd: spread of those two guesses, which are learnt.
        outliers: share of reports whose error is ``outlier_factor`` times as wide.
        outlier_factor: see ``outliers``.
    """

    rate: float = 10.0
    rate_sd: float = 2.0
    ratio_sd: float = 1.0
    walk_sd: float = 0.35
    walk_shared: float = 0.7
    loose_knots: float = 3.0
    loose_factor: float = 3.0
    bias_sd: float = 0.7
    bias_measure_sd: float = 0.35
    bias_common_sd: float = 0.0
    own_side: float = 0.0
    opponent: float = 0.0
    error_sd: float = 0.25
    error_days: float = 60.0
    nugget: float = 0.1
    shortfall: float = 0.2
    scale_sd: float = 0.5
    outliers: float = 0.05
    outlier_factor: float = 4.0

    def __post_init__(self) -> None:
        """Refuse a negative spread, and shares that are none."""
        numbers = self.numbers()
        signed = {"own_side", "opponent"}
        faults = [name for name, number in numbers.items() if number < 0 and name not in signed]
        faults += [name for name in ("walk_shared", "outliers") if numbers[name] >= 1]
        faults += [name for name in ("rate", "nugget", "shortfall", "walk_sd") if not numbers[name]]
        if faults:
            raise ValueError(f"dials out of range: {', '.join(dict.fromkeys(faults))}")

    def numbers(self) -> dict[str, float]:
        """Return all dials by name, as plain numbers."""
        return {name: float(value) for name, value in asdict(self).items()}

    def turned(self, **changes: float) -> "Dials":
        """Return these dials with some of them turned."""
        return replace(self, **changes)


STANDARD = Dials()
# Wider where reality departs from the model: stronger and drifting bias, rougher fighting.
ROBUST = Dials(
    walk_sd=0.5, bias_sd=1.0, bias_measure_sd=0.5, error_sd=0.35, error_days=120.0, nugget=0.15
)
MODES = {"robust": ROBUST, "standard": STANDARD}
# Prior guesses of how many of each there are for one killed.
RATIOS = {"killed": 1.0, "wounded": 2.5, "missing": 0.3, "captured": 0.3}
# Days from one knot of the log daily rate to the next.
KNOT_DAYS = 28
