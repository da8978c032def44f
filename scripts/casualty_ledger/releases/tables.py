"""The tables of a version, with the history that the releases before it give them."""

from collections.abc import Mapping

import pandas as pd

from casualty_ledger.build.frames import build_frames, make_frames, validate_frames
from casualty_ledger.publish.datapackage import datapackage
from casualty_ledger.publish.tables import csv_bytes
from casualty_ledger.records.ledger import Ledger
from casualty_ledger.records.models import Description
from casualty_ledger.releases.history import history
from casualty_ledger.releases.snapshot import Snapshot, read_snapshot
from casualty_schemas.tables import TABLES


def versioned_frames(
    ledger: Ledger, description: Description, last: Snapshot | None
) -> dict[str, pd.DataFrame]:
    """Return all tables of the version that ``description`` names.

    Args:
        ledger: records without a fault.
        description: of the dataset, with the version that is built.
        last: the tables of the release before it; None if there is none.

    Raises:
        InvalidTableError: a row breaks a rule of its table.
    """
    now = make_frames(ledger, history(description.version, None, None))
    if last is None:
        return validate_frames(now)
    known = history(description.version, last, _snapshot_of(now, description))
    return build_frames(ledger, known)


def _snapshot_of(frames: Mapping[str, pd.DataFrame], description: Description) -> Snapshot:
    files = {f"{name}.csv": csv_bytes(frames[name], model) for name, model in TABLES.items()}
    files["datapackage.json"] = datapackage(description, TABLES, files)
    return read_snapshot(files)
