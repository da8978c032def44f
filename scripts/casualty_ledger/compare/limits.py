"""What the claims on a running total allow together: floors and ceilings through time.

This is partial identification in the sense of Manski (2003): no claim is weighed or averaged,
each only rules numbers out. A running total never falls, so that a floor holds from the day that
it describes on, and a ceiling up to the day that it describes.
"""

from datetime import date

import numpy as np
import pandas as pd

from casualty_ledger.compare.described import described_days
from casualty_ledger.compare.intervals import DEFAULT, Tolerance, intervals
from casualty_ledger.compare.standing import FALLEN, parts_of_their_series
from casualty_ledger.compare.vintages import statuses_on

# What is read of a figure: the rest, mostly texts, takes most of the time that a day costs.
READ = [
    "figure_id", "claimant", "population", "place", "measure", "scope", "bound", "value_low",
    "value_best", "value_high", "as_of_start", "as_of_end", "claimed_on", "claimed_on_precision",
    "first_published_on", "part_of", "superseded_by", "status", "status_since", "status_reason",
]  # fmt: skip
COLUMNS = ["day", "until", "floor", "floor_by", "ceiling", "ceiling_by", "consistent"]


def limits(
    figures: pd.DataFrame,
    *,
    population: str,
    measure: str,
    on: date | None = None,
    tolerance: Tolerance = DEFAULT,
    vague: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return the floor and the ceiling of a running total, from each day to the next change.

    All cumulative claims count, superseded ones too: a later total does not unsay an earlier one
    of an earlier day. What was corrected, retracted or disputed does not count. Relays are no
    rows of ``figures`` and never count.

    Args:
        figures: the table ``figures``.
        population: one population id.
        measure: one measure, such as ``killed``.
        on: count only what had been published by this day, and had not fallen by then.
        tolerance: see ``intervals``.
        vague: see ``intervals``.

    Returns:
        See ``running_limits``.
    """
    known = figures[READ] if on is None else known_on(figures[READ], on)
    ours = (known["population"] == population) & (known["measure"] == measure)
    ours &= (known["scope"] == "cumulative") & ~parts_of_their_series(known)
    chosen = known[ours & ~known["status"].astype("str").isin(FALLEN)]
    read = intervals(chosen, tolerance=tolerance, vague=vague)
    claims = pd.concat([chosen["figure_id"], described_days(chosen), read], axis="columns")
    found = running_limits(claims)
    found.attrs = dict(figures.attrs)
    return found


def known_on(figures: pd.DataFrame, day: date) -> pd.DataFrame:
    """Return the figures that had been published by ``day``, with the statuses of that day.

    Args:
        figures: the table ``figures``.
        day: the last day on which a first report counts.
    """
    known = statuses_on(figures, day)
    shown = figures.copy()
    shown[list(known.columns)] = known
    return shown[figures["first_published_on"] <= pd.Timestamp(day)]


def running_limits(claims: pd.DataFrame) -> pd.DataFrame:
    """Return the running maximum of floors and the reverse running minimum of ceilings.

    Of a claim that may describe several days the floor holds from the last of them on and the
    ceiling up to the first: the rule never takes more from a claim than it says.

    Args:
        claims: one row a claim on one quantity that never falls, in any order: figure_id,
            described_first, described_last (missing where not known), floor and ceiling (missing
            where there is none).

    Returns:
        One row a span of days, in their order:
        day, its first day;
        until, the first day of the next row (missing for the last);
        floor (``Int64``, people) and floor_by, the figure that sets it, missing before the first;
        ceiling and ceiling_by, missing after the last;
        consistent, whether some number satisfies all claims: false where the floor lies above
        the ceiling. Of figures that set the same limit, the one that did so for longer is
        named, then the first by id.
    """
    floors = claims[claims["floor"].notna() & claims["described_last"].notna()]
    ceilings = claims[claims["ceiling"].notna() & claims["described_first"].notna()]
    days = _changes(floors, ceilings)
    table = pd.DataFrame({"day": days, "until": days.shift(-1)})
    rising = floors.sort_values(["described_last", "figure_id"])
    high = _running(rising, "floor", sign=1)
    place = np.searchsorted(rising["described_last"], days, side="right")
    table["floor"], table["floor_by"] = _at(high, rising, place, "floor")
    falling = ceilings.sort_values(["described_first", "figure_id"], ascending=[False, True])
    low = _running(falling, "ceiling", sign=-1)
    earlier = np.searchsorted(falling["described_first"].to_numpy()[::-1], days, side="left")
    table["ceiling"], table["ceiling_by"] = _at(low, falling, len(falling) - earlier, "ceiling")
    above = table["floor"] > table["ceiling"]
    table["consistent"] = ~above.fillna(False).astype(bool)
    return _without_repeats(table)[COLUMNS]


def _without_repeats(table: pd.DataFrame) -> pd.DataFrame:
    """Join rows that follow one another and say the same."""
    said = table.drop(columns=["day", "until"]).astype("str")
    changed = (said != said.shift()).any(axis="columns")
    kept = table[changed].reset_index(drop=True)
    return kept.assign(until=kept["day"].shift(-1))


def _changes(floors: pd.DataFrame, ceilings: pd.DataFrame) -> "pd.Series[pd.Timestamp]":
    """Days on which a limit may change: floors begin; ceilings end, and so the day after them.

    The first day that any claim describes is among them, so that a ceiling is seen before it ends.
    """
    starts, ends = floors["described_last"], ceilings["described_first"]
    days = pd.concat([starts, ends.nsmallest(1), ends + pd.Timedelta(days=1)])
    found: pd.Series[pd.Timestamp] = days.drop_duplicates().sort_values(ignore_index=True)
    return found.astype("datetime64[s]")


def _running(ordered: pd.DataFrame, column: str, *, sign: int) -> np.ndarray:
    """The place, in ``ordered``, of the claim that sets the limit after each row."""
    best, places = -1, []
    values = (sign * ordered[column]).to_numpy(dtype="int64")
    for place, value in enumerate(values):
        if best < 0 or value > values[best]:
            best = place
        places.append(best)
    return np.array(places, dtype=int)


def _at(
    holders: np.ndarray, ordered: pd.DataFrame, counts: np.ndarray, column: str
) -> tuple["pd.Series[int]", "pd.Series[str]"]:
    """The limit, and who sets it, once so many of the ordered claims have spoken; else missing."""
    places = [int(holders[count - 1]) if count else -1 for count in counts]
    values, names = ordered[column].tolist(), ordered["figure_id"].tolist()
    limit = [values[place] if place >= 0 else pd.NA for place in places]
    by = [names[place] if place >= 0 else None for place in places]
    return pd.Series(limit, dtype="Int64"), pd.Series(by, dtype="str")
