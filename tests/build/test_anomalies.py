"""Each kind of weak point: records that show it, and the sentence that says so."""

from pathlib import Path

import pytest

from casualty_ledger.build.frames import build_frames
from casualty_ledger.build.history import History
from casualty_ledger.records.check import check_folder
from casualty_schemas.vocabularies import AnomalyKind

FIRST = "statements/2030/2030-01-10-xa-mod.yaml"
SECOND = "statements/2030/2030-01-20-xa-mod.yaml"
ONE = "reports/2030/01/2030-01-10-xa-press.yaml"
THREE = "reports/2030/01/2030-01-22-xa-press.yaml"
PRESS = "registers/publishers/xa-press.yaml"
KILLED, LATER = "xa-mod-2030-01-10-killed", "xa-mod-2030-01-20-killed"
CASUALTIES = "xa-mod-2030-01-20-casualties"
DISPUTED = """\
    status: disputed
    status_on: 2030-01-22
    status_reason: one page denies it
"""


def differing(code: str) -> list[tuple[str, str, str]]:
    return [(THREE, "    differs: [bound]", f"    differs: [bound, {code}]")]


CASES = [
    (AnomalyKind.SINGLE_REPORT, [], KILLED, "One report carries it, 2030-01-10-xa-press."),
    (
        AnomalyKind.AGGREGATORS_ONLY, [(PRESS, "kind: agency", "kind: aggregator")],
        LATER, "Each of the 2 reports that carry it is by an aggregator.",
    ),
    (
        AnomalyKind.PUBLICATION_DATES_INFERRED,
        [(ONE, "published_on: 2030-01-10", "published_on: 2030-01-10?")],
        KILLED, "The one report that carries it is dated by conclusion; no page prints its date.",
    ),
    (
        AnomalyKind.CLAIM_DATE_IMPRECISE,
        [(FIRST, "claimed_on: 2030-01-10", "claimed_on: 2030-01")],
        KILLED, "Of the day of the claim only the month is known, 2030-01.",
    ),
    (
        AnomalyKind.CLAIM_DATE_MISSING, [(FIRST, "claimed_on: 2030-01-10\n", "")],
        KILLED, "The day of the claim is not known.",
    ),
    (
        AnomalyKind.DATE_INFERRED,
        [(SECOND, "claimed_on: 2030-01-20", "claimed_on: 2030-01-20?"),
         (SECOND, "as_of: 2030-01-19", "as_of: 2030-01-19?")],
        LATER, "The day of the claim and the as-of dates were concluded and not printed.",
    ),
    (
        AnomalyKind.DISPUTED,
        [(SECOND, "    supersedes: xa-mod-2030-01-10-killed\n", DISPUTED)],
        LATER, "Disputed since 2030-01-22: one page denies it.",
    ),
    (
        AnomalyKind.AMBIGUOUS_WORD,
        [(SECOND, "    measure: casualties", "    measure: casualties\n    ambiguous: true")],
        CASUALTIES, "The claimant's word can mean several measures; it is recorded as casualties.",
    ),
    (
        AnomalyKind.RELAYER_ARITHMETIC,
        [(FIRST, "scope: cumulative", "scope: cumulative\n    derivation: summed_by_relayer")],
        KILLED, "A relayer added numbers that the claimant gave.",
    ),
    (
        AnomalyKind.UNIT_SIZE_INFERRED,
        [(FIRST, "scope: cumulative", "scope: cumulative\n    derivation: unit_size_inferred")],
        KILLED, "A unit was named and its size taken from elsewhere.",
    ),
    (
        AnomalyKind.PRINTED_WITH_OTHER_VALUE,
        [*differing("value"), (THREE, "more than 2,000", "more than 3,000")],
        LATER, "1 of 2 reports prints another value: more than 3,000 (1).",
    ),
    (
        AnomalyKind.PRINTED_AS_OTHER_MEASURE,
        [(THREE, "5,000 to 6,000",
          "5,000 to 6,000\n    differs: [measure]\n    printed_measure: killed")],
        CASUALTIES, "1 of 1 report prints another measure: killed (1).",
    ),
    (
        AnomalyKind.PRINTED_FOR_OTHER_POPULATION, differing("population"),
        LATER, "1 of 2 reports prints it for another population.",
    ),
    (
        AnomalyKind.PRINTED_UNDER_OTHER_CLAIMANT, differing("claimant"),
        LATER, "1 of 2 reports gives it to another claimant.",
    ),
    (
        AnomalyKind.PRINTED_WITH_OTHER_DATE, differing("date"),
        LATER, "1 of 2 reports gives it another date.",
    ),
    (
        AnomalyKind.PRINTED_WITH_OTHER_PLACE, differing("place"),
        LATER, "1 of 2 reports gives it another place.",
    ),
    (
        AnomalyKind.PRINTED_WITH_OTHER_STATUS, differing("status"),
        LATER, "1 of 2 reports prints it with another status.",
    ),
    (
        AnomalyKind.BOUND_LOST,
        [(ONE, "at least 100", "'100'\n    differs: [bound]")],
        KILLED, "1 of 1 report prints the number without its bound, at least.",
    ),
    (
        AnomalyKind.BELOW_EARLIER,
        [(FIRST, "low: 100", "low: 3000"), (ONE, "at least 100", "at least 3,000")],
        LATER,
        "The value, about 2,000, lies below the at least 3,000 of 2030-01-10 "
        "(xa-mod-2030-01-10-killed); the places differ, none named and xb-east.",
    ),
    (
        AnomalyKind.LATER_NOT_LINKED,
        [(FIRST, "    place: xb-east\n", ""),
         (SECOND, "    supersedes: xa-mod-2030-01-10-killed\n", "")],
        KILLED,
        "The claimant said about 2,000 on 2030-01-20 (xa-mod-2030-01-20-killed), and the records "
        "do not say that this replaces it.",
    ),
    (
        AnomalyKind.NOT_RENEWED,
        [(SECOND, "measure: killed", "measure: wounded"),
         (SECOND, "    supersedes: xa-mod-2030-01-10-killed\n", ""),
         (FIRST, "claimed_on: 2030-01-10", "claimed_on: 2029-01-10")],
        KILLED,
        "Its claimant gave no later figure of the kind in the 375 days until the last claim in "
        "the dataset, 2030-01-20.",
    ),
]  # fmt: skip


def explanations(seeds: Path) -> dict[tuple[str, str], str]:
    ledger = check_folder(seeds).ledger
    rows = build_frames(ledger, History("0.1.0", {}, {}))["anomalies"]
    return {(row.figure_id, str(row.kind)): row.explanation for row in rows.itertuples()}


@pytest.mark.parametrize(
    ("kind", "changes", "figure", "sentence"), CASES, ids=lambda v: str(v)[:28]
)
def test_a_weak_point_is_named(
    seeds: Path,
    kind: AnomalyKind,
    changes: list[tuple[str, str, str]],
    figure: str,
    sentence: str,
) -> None:
    for name, old, new in changes:
        path = seeds / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8", newline="\n")
    assert explanations(seeds)[figure, kind.value] == sentence


def test_every_kind_has_an_example() -> None:
    assert {kind for kind, *_ in CASES} == set(AnomalyKind)


def test_sound_records_have_few_weak_points(seeds: Path) -> None:
    """One report is one report; nothing else is wrong with records that agree."""
    assert {kind for _, kind in explanations(seeds)} == {"single_report"}


def test_a_bound_is_kept_where_one_mention_of_the_report_keeps_it(seeds: Path) -> None:
    report = seeds / ONE
    headline = "  - figure: xa-mod-2030-01-10-killed\n    as_written: '100'\n    differs: [bound]\n"
    report.write_text(report.read_text("utf-8") + headline, "utf-8", newline="\n")
    assert (KILLED, "bound_lost") not in explanations(seeds)
