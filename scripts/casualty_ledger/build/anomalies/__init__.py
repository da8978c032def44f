"""Known weak points of the figures, worked out from the tables: pure functions."""

from collections.abc import Iterator, Mapping

import pandas as pd

from casualty_ledger.build.anomalies.claims import claim_anomalies
from casualty_ledger.build.anomalies.reception import reception_anomalies
from casualty_ledger.build.anomalies.series import series_anomalies
from casualty_ledger.build.cells import Row

__all__ = ["anomaly_rows"]


def anomaly_rows(frames: Mapping[str, pd.DataFrame]) -> Iterator[Row]:
    """Yield the rows of the table of anomalies, unsorted: at most one a figure and kind.

    Args:
        frames: the tables ``figures``, ``mentions`` and ``reports``.
    """
    figures = frames["figures"]
    yield from claim_anomalies(figures)
    yield from reception_anomalies(figures, frames["mentions"], frames["reports"])
    yield from series_anomalies(figures)
