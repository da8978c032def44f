"""The published file is read strictly: every fault with its line, and nothing guessed."""

from datetime import date

import pytest
from radford_lines import HEADER, content, line

from casualty_ledger.imports.radford import FaultyFileError, import_radford
from casualty_ledger.imports.radford.codes import DAY_ONE
from casualty_ledger.imports.radford.knowledge import DATED, first_day
from casualty_ledger.imports.radford.reading import read_rows

GOOD = line(7, 498)


@pytest.mark.parametrize("statement", DATED, ids=lambda statement: str(statement.value))
def test_day_one_follows_from_statements_of_known_days(statement: object) -> None:
    assert first_day(statement) == DAY_ONE  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("spoiled", "fault"),
    [
        (line(0, 498), "file:3: days: '0'; expected a whole number from 1 on"),
        (line("7.5", 498), "file:3: days: '7.5'"),
        (line(7, "-3"), "file:3: loss_count: '-3'"),
        (line(7, "1.5"), "file:3: loss_count: '1.5'"),
        (line(7, "1e-05"), "file:3: loss_count: '1e-05'"),
        (line(7, ""), "file:3: loss_count: ''"),
        (line(7, "1e+99"), "file:3: loss_count: '1e+99'"),
        (line(7, 3, category="Millitary Deaths"), "did you mean Military Deaths"),
        (line(7, 3, source="UK Source"), "file:3: claim_source: unknown code 'UK Source'"),
        (line(7, 3, country="Poland"), "file:3: loss_country: unknown code 'Poland'"),
        (line(7, 3, frame="Week"), "file:3: time_frame: unknown code 'Week'"),
        (line(7, 3, minimum=2), "file:3: minimum: unknown code '2'"),
        (line(7, 3, minimum=1, maximum=1), "both a minimum and a maximum"),
        (GOOD.replace('"Military Deaths-Russia"', '"Tanks-Russia"'), "file:3: loss_type:"),
        (GOOD.replace('"UA Source-Russia"', '"RU Source-Russia"'), "file:3: source_target:"),
        (GOOD.replace("Equipment damage or loss", "Loss"), "file:3: result: unknown code 'Loss'"),
        (GOOD + ",1", "file:3: 12 cells; expected 11"),
    ],
)
def test_a_faulty_row_is_named_with_its_line(spoiled: str, fault: str) -> None:
    with pytest.raises(FaultyFileError) as caught:
        read_rows(content(GOOD, spoiled))
    assert fault in str(caught.value)


@pytest.mark.parametrize(
    ("header", "fault"),
    [
        (HEADER.replace('"days"', '"day"'), "file:1: day: unknown column; did you mean days?"),
        (HEADER.replace('"days",', ""), "file:1: days: column is missing"),
        (HEADER + ',"note"', "file:1: note: unknown column"),
        (HEADER.replace('"days","loss_count"', '"loss_count","days"'), "another order"),
        (HEADER + ',"days"', "file:1: days: column stands more than once"),
    ],
)
def test_a_faulty_header_is_named(header: str, fault: str) -> None:
    with pytest.raises(FaultyFileError) as caught:
        read_rows(f"{header}\n{GOOD}\n".encode())
    assert fault in str(caught.value)


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b"", "empty"),
        (content(), "no row after the header line"),
        (content(GOOD) + b"\xff\n", "file:3: not UTF-8"),
        (content(GOOD, '7,3,"open'), "no CSV"),
    ],
)
def test_a_file_that_is_none_is_refused(raw: bytes, fault: str) -> None:
    with pytest.raises(FaultyFileError, match=fault):
        read_rows(raw)


def test_all_faults_of_all_rows_are_listed() -> None:
    with pytest.raises(FaultyFileError) as caught:
        read_rows(content(line(0, "x"), GOOD, line(7, 3, frame="Week")))
    assert [(fault.line, fault.field) for fault in caught.value.faults] == [
        (2, "days"), (2, "loss_count"), (4, "time_frame"),
    ]  # fmt: skip


def test_a_row_keeps_what_is_printed_beside_what_is_read() -> None:
    row = read_rows(content(line(280, "1e+05", minimum=1)))[0]
    assert (row["row_id"], row["line"]) == ("radford-2023-0001", 2)
    assert (row["value_as_stated"], row["value"]) == ("1e+05", 100_000)
    assert row["date"] == date(2022, 11, 30)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_ends_of_lines_and_a_byte_order_mark_change_nothing(end: str) -> None:
    plain = content(GOOD, line(8, 500))
    other = b"\xef\xbb\xbf" + plain.replace(b"\n", end.encode())
    assert read_rows(other) == read_rows(plain)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (line(7, 40), ("exact", None, 40, None, "cumulative", None)),
        (line(7, 40, minimum=1), ("at_least", 40, None, None, "cumulative", None)),
        (line(7, 40, maximum=1), ("up_to", None, None, 40, "cumulative", None)),
        (line(7, 40, frame="Day"), ("exact", None, 40, None, "period", "2022-03-02")),
    ],
)
def test_limits_and_time_frames_become_bounds_and_scopes(printed: str, expected: tuple) -> None:
    claim = import_radford(content(printed)).claims.iloc[0]
    low, best, high = (claim[f"value_{name}"] for name in ("low", "best", "high"))
    start = claim["as_of_start"]
    found = (claim["bound"], low, best, high, claim["scope"], start)
    assert [str(cell).removesuffix(" 00:00:00") for cell in found] == [
        {None: "<NA>"}.get(cell, str(cell)) if place < 5 else str(cell or "NaT")
        for place, cell in enumerate(expected)
    ]
    assert f"{claim['as_of_end']:%Y-%m-%d}" == f"{claim['claimed_on']:%Y-%m-%d}" == "2022-03-02"


@pytest.mark.parametrize(
    ("source", "country", "claimant", "stance"),
    [
        ("UA Source", "Russia", "ua-sources", "opponent"),
        ("UA Source", "Ukraine", "ua-sources", "own_side"),
        ("RU Source", "Russia", "ru-sources", "own_side"),
        ("US Source", "Russia", "us-sources", "opponents_ally"),
        ("US Source", "Ukraine", "us-sources", "own_side"),
        ("United Nations", "Ukraine", "un-sources", "third_party"),
        ("Other", "Russia", "other-sources", "undetermined"),
    ],
)
def test_blocs_become_claimants_with_a_stance(
    source: str, country: str, claimant: str, stance: str
) -> None:
    claim = import_radford(content(line(7, 40, source=source, country=country))).claims.iloc[0]
    assert (claim["claimant"], claim["stance"]) == (claimant, stance)


def test_equipment_is_skipped_by_name_and_counted() -> None:
    imported = import_radford(
        content(GOOD, line(7, 2, category="Tanks"), line(8, 3, category="Tanks"))
    )
    assert list(imported.claims["figure_id"]) == ["radford-2023-0001"]
    assert imported.skipped().to_dict() == {"Tanks": 2}
    assert len(imported.rows) == 3
