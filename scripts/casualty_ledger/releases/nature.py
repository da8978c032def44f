"""What each column of a released table is: stated by a record, following from others, a remark.

A stated value changes only with a reason, which its record gives as a revision of the field
named here. What follows from other records moves with them, and remarks are free; both are
listed as differences all the same. Columns of the registers are remarks in this sense: a
register keeps no revisions.
"""

from collections.abc import Mapping

# Columns that keep the books of the versions themselves; they say what a difference says.
BOOKKEEPING = frozenset({"added_in", "revised_in"})

_FIGURE = {
    "population": "population",
    "place": "place",
    "measure": "measure",
    "ambiguous": "ambiguous",
    "includes": "includes",
    "value_low": "low",
    "value_best": "best",
    "value_high": "high",
    "bound": "bound",
    "scope": "scope",
    "as_of_start": "as_of",
    "as_of_end": "as_of",
    "as_of_inferred": "as_of",
    "certainty": "certainty",
    "derivation": "derivation",
    "part_of": "part_of",
    "supersedes": "supersedes",
    "status": "status",
    "status_since": "status_on",
    "status_reason": "status_reason",
}
_STATEMENT = {
    "claimed_on": "claimed_on",
    "claimed_on_precision": "claimed_on",
    "claimed_on_inferred": "claimed_on",
    "claimant": "claimant",
    "spokesperson": "spokesperson",
    "setting": "setting",
    "basis": "basis",
}
_REPORT = {
    "url": "url",
    "publisher": "publisher",
    "language": "language",
    "published_on": "published_on",
    "published_on_precision": "published_on",
    "published_on_inferred": "published_on",
    "relayed_by": "relayed_by",
}
_MENTION = {
    "as_written": "as_written",
    "differs": "differs",
    "printed_measure": "printed_measure",
}

# Table, then the kind of record in which a column is stated, then column and field.
STATED: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "figures": {"figure": _FIGURE, "statement": _STATEMENT},
    "reports": {"report": _REPORT},
    "mentions": {"report": _MENTION},
}

FOLLOWING: Mapping[str, frozenset[str]] = {
    "figures": frozenset(
        {
            "conflict",
            "claimant_country",
            "stance",
            "value_as_stated",
            "superseded_by",
            "first_published_on",
            "report_count",
            "language_count",
        }
    ),
    "mentions": frozenset({"position", "value_low", "value_best", "value_high", "bound"}),
    "reports": frozenset({"publisher_kind", "document_sha256", "mention_count"}),
    "revisions": frozenset({"position"}),
}

# The ids that are minted once, by table; they never vanish.
IDS: Mapping[str, tuple[str, ...]] = {
    "figures": ("figure_id", "statement_id"),
    "reports": ("report_id",),
    "actors": ("actor_id",),
    "publishers": ("publisher_id",),
    "populations": ("population_id",),
    "places": ("place_id",),
    "conflicts": ("conflict_id",),
}

# Where all of these change at once, an id has been given to something else.
IDENTIFYING: Mapping[str, tuple[str, ...]] = {
    "figures": ("statement_id",),
    "reports": ("url", "published_on", "publisher"),
    "actors": ("name", "kind"),
    "publishers": ("name", "kind"),
    "populations": ("name", "party"),
    "places": ("name", "kind"),
}


def stated_in(table: str, column: str) -> tuple[str, str] | None:
    """Return the kind of record and the field that state a column; None for all others."""
    for kind, columns in STATED.get(table, {}).items():
        if column in columns:
            return kind, columns[column]
    return None


def follows(table: str, column: str) -> bool:
    """Tell whether a column follows from other records and moves with them."""
    return column in FOLLOWING.get(table, ())
