"""How claimants change their own figures."""

import pandas as pd
import pytest

from casualty_ledger import load
from casualty_ledger.compare import claim_revisions


def chain(figures, *said: dict) -> pd.DataFrame:
    rows = [
        {"claimant": "xa-mod", "supersedes": f"figure-{number - 1}" if number else None} | about
        for number, about in enumerate(said)
    ]
    return claim_revisions(figures(*rows))


@pytest.mark.parametrize(
    ("old", "new", "kind", "ratio", "compatible"),
    [
        (("at_least", 100), ("about", 300), "raised", 3, True),
        (("about", 300), ("about", 600), "raised", 2, False),
        (("about", 8000), ("exact", 6000), "lowered", 0.75, False),
        (("about", 4000), ("about", 4000), "repeated", 1, True),
        (("about", 4000), ("exact", 4000), "reworded", 1, True),
        (("at_most", 100), ("at_least", 101), "raised", 1.01, False),
        (("at_most", 100), ("at_least", 100), "reworded", 1, True),
        (("exact", 0), ("exact", 77), "raised", None, False),
        (("unspecified", None), ("exact", 77), "no number", None, None),
    ],
)
def test_a_change_has_a_kind(figures, old, new, kind, ratio, compatible) -> None:
    said = [
        {"bound": bound, "value": value, "on": day}
        for (bound, value), day in ((old, "2030-01-10"), (new, "2030-02-10"))
    ]
    (row,) = chain(figures, *said).to_dict("records")
    assert row["kind"] == kind
    assert (pd.isna(row["ratio"]) and ratio is None) or row["ratio"] == pytest.approx(ratio)
    assert (pd.isna(row["compatible"]) and compatible is None) or row["compatible"] == compatible
    assert row["days"] == 31


def test_a_chain_is_counted_from_its_first_figure(figures) -> None:
    found = chain(figures, *[{"value": n, "on": f"2030-01-{n}"} for n in (10, 11, 13)])
    assert found["chain"].tolist() == ["figure-0"] * 2
    assert found["step"].tolist() == [1, 2]
    assert found["days"].tolist() == [1, 2]
    assert found[["old", "new"]].to_numpy().tolist() == [[10, 11], [11, 13]]


def test_days_between_are_missing_unless_both_are_known(figures) -> None:
    month = {"value": 77, "on": "2030-02-01", "claimed_on_precision": "month"}
    found = chain(figures, {"value": 50, "on": "2030-01-10"}, month)
    assert found["days"].isna().all()
    assert found["ratio"].tolist() == [1.54]


def test_a_circle_of_replacements_is_refused(figures) -> None:
    rows = [{"value": 1, "supersedes": "figure-1"}, {"value": 2, "supersedes": "figure-0"}]
    with pytest.raises(ValueError, match="leads in a circle"):
        claim_revisions(figures(*rows))


def test_claims_that_replace_nothing_are_no_revisions(figures) -> None:
    row = {"claimant": "xa-mod", "value": 100, "on": "2030-01-10"}
    assert claim_revisions(figures(row, row | {"value": 200, "on": "2030-02-10"})).empty


def test_every_replacement_of_the_ledger_is_a_row() -> None:
    figures = load("figures")
    found = claim_revisions(figures)
    assert len(found) == figures["supersedes"].notna().sum()
    assert found["new_figure"].is_unique
