"""Each rule finds what it is about, and lets sound rows alone."""

from collections.abc import Callable

import pandas as pd
import pytest
from radford_lines import line

from casualty_ledger.imports.radford.defects import RULES, flag_rows
from casualty_ledger.imports.radford.importing import Imported, import_radford
from casualty_ledger.imports.radford.synthetic import Synthetic, synthetic_file
from casualty_schemas.imported import DefectKind

Rows = Callable[..., pd.DataFrame]
KILLED, HURT, BOTH = "Military Deaths", "Military Injuries", "Military Casualties"
# A running total of twelve days, without fault.
SERIES = [line(day, 1000 + 50 * day) for day in range(1, 13)]


def flagged(rows: pd.DataFrame, kind: DefectKind) -> list[int]:
    """The numbers of the rows that have a flag of a kind."""
    return sorted(int(row["row_id"][-4:]) for row in flag_rows(rows) if row["kind"] == kind.value)  # type: ignore[index]


def listed(day: int, people: int, category: str = KILLED) -> list[str]:
    """A list of losses: people, and three sorts of equipment."""
    return [
        line(day, people, category=category),
        *(line(day, day, category=name) for name in ("Tanks", "Jets", "Ships")),
    ]


def test_a_sound_series_has_no_flag(rows_of: Rows) -> None:
    assert list(flag_rows(rows_of(*SERIES))) == []


EXAMPLES = [
    (DefectKind.REPEATED_ROW, [line(3, 5), line(3, 5), line(4, 5), line(3, 5)], [2, 4]),
    (DefectKind.REPEATED_ROW, [line(3, 5), line(3, 5, minimum=1)], []),
    (DefectKind.REPEATED_ROW, [line(3, 100000), line(3, "1e+05")], []),
    (DefectKind.CONFLICTING_KEY, [line(3, 5), line(3, 6), line(4, 7)], [1, 2]),
    (DefectKind.CONFLICTING_KEY, [line(3, 5, minimum=1), line(3, 9, maximum=1)], []),
    (DefectKind.CONFLICTING_KEY, [line(3, 5), line(3, 6, source="Other")], []),
    (DefectKind.SCIENTIFIC_NOTATION, [line(3, "1e+05"), line(4, 100000)], [1]),
    (DefectKind.INJURIES_TRIPLE_OF_DEATHS, [line(3, 70), line(3, 210, HURT)], [2]),
    (DefectKind.INJURIES_TRIPLE_OF_DEATHS, [line(4, 70), line(3, 210, HURT)], [2]),
    (DefectKind.INJURIES_TRIPLE_OF_DEATHS, [line(5, 70), line(3, 210, HURT)], []),
    (DefectKind.INJURIES_TRIPLE_OF_DEATHS, [line(3, 70), line(3, 211, HURT)], []),
    (
        DefectKind.INJURIES_TRIPLE_OF_DEATHS,
        [line(3, 70), line(3, 210, HURT, source="US Source")],
        [],
    ),
    (DefectKind.DIGITS_TRANSPOSED, [line(9, 3852), line(9, 3582), line(12, 3852)], [2]),
    (DefectKind.DIGITS_TRANSPOSED, [line(9, 3852), line(9, 3582)], [1, 2]),
    (DefectKind.DIGITS_TRANSPOSED, [line(8, 1367), line(9, 1367), line(9, 1376)], []),
    (DefectKind.DIGITS_TRANSPOSED, [line(9, 3852), line(9, 2853)], []),
    (
        DefectKind.RETRACTED_STILL_LIVE,
        [
            line(280, "1e+05", KILLED, "Other", "Ukraine"),
            line(280, "1e+05", KILLED, "US Source", "Ukraine"),
            line(279, "1e+05", KILLED, "Other", "Ukraine"),
            line(280, 20000, "Civilian Deaths", "Other", "Ukraine"),
        ],
        [1, 4],
    ),
    (DefectKind.GROSS_OUTLIER, [*SERIES[:6], line(7, 135), *SERIES[7:]], [7]),
    (DefectKind.GROSS_OUTLIER, [*SERIES[:6], line(7, 5400), *SERIES[7:]], [7]),
    (DefectKind.GROSS_OUTLIER, [*SERIES[:6], line(7, 5400)], []),
    (DefectKind.GROSS_OUTLIER, [line(day, 10 * 3**day) for day in range(1, 12)], []),
    (
        DefectKind.GROSS_OUTLIER,
        [*SERIES[:6], line(7, 135, source="Other"), *SERIES[7:]],
        [],
    ),
    (
        DefectKind.TARGET_SWAPPED,
        [*SERIES[:6], line(7, 135), *SERIES[7:], line(5, 135, country="Ukraine")],
        [7],
    ),
    (
        DefectKind.TARGET_SWAPPED,
        [*SERIES[:6], line(7, 135), *SERIES[7:], line(15, 135, country="Ukraine")],
        [],
    ),
    (
        DefectKind.DEATHS_EQUAL_TOTAL_LOSSES,
        [*listed(3, 310), *listed(5, 520, BOTH), *listed(7, 730), line(6, 640), line(6, 700)],
        [1, 9, 13, 14],
    ),
    (
        DefectKind.DEATHS_EQUAL_TOTAL_LOSSES,
        [*listed(3, 310), *listed(5, 520), *listed(7, 730)],
        [],
    ),
    (
        DefectKind.DEATHS_EQUAL_TOTAL_LOSSES,
        [*listed(3, 1310), *listed(5, 2520, BOTH), *listed(7, 3730), line(6, 2000)],
        [1, 9],
    ),
    (
        DefectKind.CASUALTIES_MULTIPLE_OF_DEATHS,
        [
            part
            for day in range(1, 6)
            for part in (line(day, 100 + 7 * day**2), line(day, 4 * (100 + 7 * day**2) + 60, BOTH))
        ],
        [2, 4, 6, 8, 10],
    ),
    (DefectKind.CASUALTIES_MULTIPLE_OF_DEATHS, [line(3, 70), line(3, 280, BOTH)], []),
]


@pytest.mark.parametrize(("kind", "lines", "expected"), EXAMPLES)
def test_a_rule_flags_these_rows_and_no_others(
    rows_of: Rows, kind: DefectKind, lines: list[str], expected: list[int]
) -> None:
    assert flagged(rows_of(*lines), kind) == expected


def test_every_kind_has_an_example_with_and_one_without() -> None:
    found = {(kind, bool(expected)) for kind, _, expected in EXAMPLES}
    for kind in set(DefectKind) - {DefectKind.SCIENTIFIC_NOTATION, DefectKind.RETRACTED_STILL_LIVE}:
        assert {(kind, True), (kind, False)} <= found, kind
    assert {kind for kind, _ in found} == set(DefectKind)


@pytest.mark.parametrize("kind", list(DefectKind))
def test_what_was_planted_is_found_and_nothing_else(
    invented: Synthetic, imported: Imported, kind: DefectKind
) -> None:
    own = imported.flags.loc[imported.flags["kind"] == kind.value, "row_id"]
    assert {int(row_id[-4:]) for row_id in own} == invented.planted[kind] != set()


def test_flags_name_rows_that_are_there(imported: Imported) -> None:
    known = set(imported.rows["row_id"])
    related = imported.flags["related"].dropna().str.split(";")
    assert set(imported.flags["row_id"]) | {name for names in related for name in names} <= known
    assert not any(
        row_id in names
        for row_id, names in zip(imported.flags["row_id"][related.index], related, strict=True)
    )


def test_order_of_the_rules_and_a_second_run_change_nothing(
    invented: Synthetic, imported: Imported
) -> None:
    assert len(RULES) == len(set(RULES))
    again = import_radford(invented.content)
    for name, frame in imported.frames.items():
        pd.testing.assert_frame_equal(frame, again.frames[name])


def test_the_invented_file_follows_from_its_seed() -> None:
    assert synthetic_file(4).content == synthetic_file(4).content != synthetic_file(5).content
