"""Since when each figure has been in the dataset, and when what it states last changed."""

from casualty_ledger.build.history import History
from casualty_ledger.releases.differences import Change, differences
from casualty_ledger.releases.numbering import without_development
from casualty_ledger.releases.snapshot import Snapshot


def history(version: str, last: Snapshot | None, now: Snapshot | None) -> History:
    """Return what the columns ``added_in`` and ``revised_in`` must say.

    An id never vanishes, so the last release knows of every figure since when it has been there.
    A figure that no release holds gets the number that the version under development leads to,
    without ``-dev``: the release then differs from the last build in its number alone.

    Args:
        version: the version that is being built.
        last: the last release before it; None if there is none.
        now: the tables that are being built, with any history; None if there was no release.
    """
    number = without_development(version)
    if last is None or now is None:
        return History(number, added_in={}, revised_in={})
    rows = last.tables["figures"].rows.values()
    revised = {row["figure_id"]: row["revised_in"] for row in rows if row["revised_in"]}
    return History(
        number,
        added_in={row["figure_id"]: row["added_in"] for row in rows},
        revised_in=revised | dict.fromkeys(_revised_figures(last, now), number),
    )


def _revised_figures(last: Snapshot, now: Snapshot) -> list[str]:
    """What follows from other records is no revision of the figure."""
    revisions = (Change.CORRECTED, Change.WITHDRAWN)
    return [
        difference.key
        for difference in differences(last, now)
        if difference.table == "figures" and difference.change in revisions and difference.column
    ]
