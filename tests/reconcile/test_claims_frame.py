"""Claims: which figures enter the model, what they become, and what is refused."""

import pandas as pd
import pytest

from casualty_ledger import load
from casualty_ledger.reconcile.claims import (
    COLUMNS,
    InvalidClaimsError,
    collapse_repeats,
    includes_text,
    rounding_unit,
    valid_claims,
)
from casualty_ledger.reconcile.evidence import LOSSES, claims_from_figures

FIGURES = load("figures")
EVIDENCE = claims_from_figures(FIGURES, population="prk-forces")


def claim(**changes):
    row = {
        "claim_id": "a", "force": "south", "measure": "killed", "includes": "killed",
        "claimant": "north", "relation": "opponent", "start": None, "day": "2030-01-10",
        "day_basis": "claimed", "kind": "point", "low": 300, "high": 300,
    }  # fmt: skip
    return row | changes


def frame(*rows):
    return pd.DataFrame(list(rows)).assign(start=lambda t: pd.to_datetime(t["start"]))


def test_every_figure_on_losses_is_taken_or_has_a_reason():
    own = FIGURES[FIGURES["measure"].isin(LOSSES) & (FIGURES["population"] == "prk-forces")]
    taken, left = set(EVIDENCE.claims["claim_id"]), set(EVIDENCE.left_out["figure_id"])
    assert taken | left == set(own["figure_id"])
    assert not taken & left


def test_no_figure_that_fell_or_gives_no_number_is_taken():
    taken = FIGURES[FIGURES["figure_id"].isin(EVIDENCE.claims["claim_id"])]
    assert not taken["status"].isin(["retracted", "corrected", "disputed"]).any()
    assert not taken["bound"].isin(["vague", "unspecified"]).any()
    assert set(taken["scope"].astype("str")) <= {"cumulative", "period"}


@pytest.mark.parametrize(
    ("figure", "column", "value"),
    [
        ("kr-nis-2024-12-19-killed", "kind", "at_least"),
        ("kr-nis-2025-09-02-killed", "kind", "point"),
        ("kr-nis-2025-09-02-killed", "unit", 1000),
        ("kr-officials-2024-11-05-killed", "kind", "up_to"),
        ("unnamed-sources-2025-07-02-casualties", "kind", "range"),
        ("kp-government-undated-killed", "day_basis", "published"),
        ("kp-government-undated-killed", "relation", "own_side"),
        ("gb-mod-2025-03-28-casualties", "relation", "opponent"),
        ("gb-mod-2025-03-28-casualties", "includes", "killed;wounded"),
        # An as-of month does not reach beyond the day on which the claim was made.
        ("gb-mod-2025-03-28-casualties", "day", pd.Timestamp("2025-03-28")),
        ("us-nsc-2024-12-27-casualties", "start", pd.Timestamp("2024-12-20")),
        # Of this claim only the month is known.
        ("us-officials-2025-01-casualties", "day", pd.Timestamp("2025-01-15")),
    ],
)
def test_a_figure_becomes_a_claim(figure, column, value):
    assert EVIDENCE.claims.set_index("claim_id").loc[figure, column] == value


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"kind": "at_least"}, "kind asks"),
        ({"kind": "up_to", "low": 300, "high": None}, "kind asks"),
        ({"kind": "range", "low": 400, "high": 300}, "kind asks"),
        ({"kind": "zero"}, "kind asks"),
        ({"low": 0, "high": 0}, "kind asks"),
        ({"start": "2030-01-11"}, "begins no later"),
        ({"includes": "killed;wounded"}, "names itself"),
        ({"kind": "maybe"}, "kind"),
        ({"day": None}, "day"),
        ({"unit": 0}, "at least 1"),
    ],
)
def test_what_is_no_claim_is_refused(changes, word):
    with pytest.raises(InvalidClaimsError, match=word):
        valid_claims(frame(claim(unit=100) | changes))


def test_all_faults_are_listed_with_their_claims():
    rows = [
        claim(claim_id="a", kind="zero"),
        claim(claim_id="b", includes="wounded"),
        claim(claim_id="c"),
    ]
    with pytest.raises(InvalidClaimsError) as caught:
        valid_claims(frame(*rows))
    lines = str(caught.value).splitlines()
    assert [line[:2] for line in lines] == ["a:", "b:"]


def test_a_missing_column_is_named():
    with pytest.raises(InvalidClaimsError, match="claimant"):
        valid_claims(frame(claim()).drop(columns="claimant"))


def test_claims_come_in_one_order_and_with_one_type_each():
    rows = [
        claim(claim_id=name, claimant=who) for name, who in [("b", "x"), ("a", "y"), ("c", "x")]
    ]
    found = valid_claims(frame(*rows))
    assert list(found["claim_id"]) == ["b", "c", "a"]
    assert tuple(found) == COLUMNS
    pd.testing.assert_frame_equal(found, valid_claims(frame(*reversed(rows))))


def test_repeats_of_one_claim_are_one_claim():
    rows = [claim(claim_id="b"), claim(claim_id="a"), claim(claim_id="c", low=301, high=301)]
    assert list(collapse_repeats(valid_claims(frame(*rows)))["claim_id"]) == ["a", "c"]


@pytest.mark.parametrize(("value", "unit"), [(408, 1), (3600, 100), (4000, 1000), (0, 1), (10, 10)])
def test_trailing_zeros_say_how_a_number_was_rounded(value, unit):
    assert rounding_unit(value) == unit


def test_measures_are_listed_in_the_order_of_the_vocabulary():
    assert includes_text({"wounded", "killed"}) == "killed;wounded"


def test_an_unknown_force_is_an_error():
    with pytest.raises(ValueError, match="nowhere"):
        claims_from_figures(FIGURES, population="nowhere")
