"""Vintages against the plain way: build the dataset from what had been published by the day."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from casualty_ledger import as_of, latest, load
from casualty_ledger.build.frames import make_frames
from casualty_ledger.build.history import History
from casualty_ledger.compare import vintage
from casualty_ledger.pipeline import build_dataset
from casualty_ledger.records.check import check_folder
from casualty_ledger.records.ledger import Entry, Ledger
from casualty_ledger.records.models import Report, Statement
from casualty_schemas.vocabularies import Status

START = date(2030, 1, 1)
NAMES = ("first", "second", "third", "other")
DAYS = st.integers(0, 40).map(lambda number: START + timedelta(number))
DATES = st.one_of(
    DAYS.map(date.isoformat), st.sampled_from(["2030-01", "2030-02", "2030"]), st.none()
)
MENTION = st.fixed_dictionaries(
    {"figure": st.sampled_from(NAMES)},
    optional={"differs": st.just(["bound"])},
)
REPORT = st.fixed_dictionaries(
    {
        "publisher": st.sampled_from(["xa-press", "xa-mod-page"]),
        "language": st.sampled_from(["en", "de", "ro"]),
        "published_on": DATES,
        "mentions": st.lists(MENTION, min_size=1, max_size=4),
    }
)
FIGURE = st.fixed_dictionaries(
    {
        "claimed_on": DATES,
        "as_of": st.none() | DAYS.map(date.isoformat),
        "best": st.none() | st.integers(1, 3),
        "ended": st.none() | st.tuples(st.sampled_from([*Status][2:]), DAYS),
    }
)
LEDGER = st.tuples(st.tuples(*[FIGURE] * 4), st.lists(REPORT, min_size=2, max_size=6))
# An example takes some builds, so that to make a failing one smaller would take minutes.
SLOW = settings(
    max_examples=50,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def registers(seeds: Path) -> Ledger:
    return check_folder(seeds).ledger


def make_ledger(registers: Ledger, drawn: tuple[Any, Any]) -> Ledger:
    """Return a ledger of four figures, three of them in a chain, and of the reports drawn."""
    figures, reports = drawn
    return replace(
        registers,
        statements={
            name: statement(*pair) for name, pair in zip(NAMES, enumerate(figures), strict=True)
        },
        reports={
            f"report-{number}": entry(f"report-{number}", report(number, about))
            for number, about in enumerate(reports)
        },
    )


def entry(name: str, record: Any) -> Entry[Any]:
    return Entry(name, name, "", record, {})


def statement(number: int, about: dict[str, Any]) -> Entry[Statement]:
    best, ended = about["best"], about["ended"]
    figure = {
        "id": NAMES[number],
        "population": "south-army",
        "measure": "killed",
        "scope": "cumulative",
        "bound": "unspecified" if best is None else "about",
        "best": None if best is None else str(best),
        "as_of": about["as_of"],
        "supersedes": NAMES[number - 1] if number in (1, 2) else None,
        "part_of": "first" if NAMES[number] == "other" else None,
    }
    if ended:
        status, day = ended
        figure |= {"status": status.value, "status_on": day.isoformat(), "status_reason": "so"}
    record = Statement.model_validate(
        {
            "claimant": "xa-mod",
            "claimed_on": about["claimed_on"],
            "basis": "official_statement",
            "figures": [{key: value for key, value in figure.items() if value is not None}],
        }
    )
    return entry(f"statement-{number}", record)


def report(number: int, about: dict[str, Any]) -> Report:
    words = [
        mention
        | {"as_written": f"more than {number + 1}" if "differs" in mention else f"about {n}"}
        for n, mention in enumerate(about["mentions"], start=number)
    ]
    return Report.model_validate({**about, "url": "https://press.example/a", "mentions": words})


def known_by(ledger: Ledger, day: date | None) -> Ledger:
    """The plain filter, on records: what was published by the day; None keeps everything."""
    reports = {
        name: report
        for name, report in ledger.reports.items()
        if day is None or ((on := report.record.published_on) is not None and on.last <= day)
    }
    seen = {mention.figure for report in reports.values() for mention in report.record.mentions}
    statements = {}
    for name, one in ledger.statements.items():
        if name in seen:
            (figure,) = one.record.figures
            kept: dict[str, Any] = {
                link: target if (target := getattr(figure, link)) in seen else None
                for link in ("supersedes", "part_of")
            }
            if day is not None and figure.status_on and figure.status_on.first > day:
                kept |= {"status": Status.ACTIVE, "status_on": None, "status_reason": None}
            record = one.record.model_copy(update={"figures": [figure.model_copy(update=kept)]})
            statements[name] = replace(one, record=record)
    return replace(ledger, statements=statements, reports=reports)


def tables(ledger: Ledger, day: date | None = None) -> dict[str, pd.DataFrame]:
    return make_frames(known_by(ledger, day), History("1.0.0", {}, {}))


@SLOW
@given(drawn=LEDGER, day=DAYS)
def test_a_vintage_is_the_dataset_built_from_what_had_been_published(
    registers: Ledger, drawn: tuple[Any, Any], day: date
) -> None:
    ledger = make_ledger(registers, drawn)
    now = tables(ledger)
    found = vintage(now["figures"], now["mentions"], now["reports"], day)
    pd.testing.assert_frame_equal(found, tables(ledger, day)["figures"])


@settings(SLOW, max_examples=20)
@given(drawn=LEDGER, day=DAYS, days=st.none() | st.integers(0, 20))
def test_latest_is_the_last_row_of_a_plain_sort(
    registers: Ledger, drawn: tuple[Any, Any], day: date, days: int | None
) -> None:
    ledger = make_ledger(registers, drawn)
    limit = None if days is None else timedelta(days)
    found = latest(tables(ledger)["figures"], on=day, stale_after=limit)
    assert found["figure_id"].tolist() == plain_latest(ledger, day, days)


def plain_latest(ledger: Ledger, day: date, days: int | None) -> list[str]:
    """All figures drawn are of one series, so there is one standing figure or none."""
    standing = []
    # A figure that no report ever mentions is in no table, and then nothing is a part of it.
    linked = known_by(ledger, None).figures()
    parts = {located.figure.id for located in linked if located.figure.part_of}
    for row in tables(ledger, day)["figures"].to_dict("records"):
        if row["status"] not in ("active", "disputed") or row["figure_id"] in parts:
            continue
        if pd.isna(row["value_best"]):
            continue
        said = row["claimed_on"] if pd.notna(row["claimed_on"]) else pd.Timestamp.min
        described = row["as_of_end"] if pd.notna(row["as_of_end"]) else said
        spoken = said if pd.notna(row["claimed_on"]) else row["first_published_on"]
        standing.append((described, said, row["figure_id"], spoken))
    *_, name, spoken = max(standing, default=(None, None))
    stale = days is not None and name and spoken < pd.Timestamp(day) - timedelta(days)
    return [name] if name and not stale else []


def test_the_vintage_of_each_day_of_the_example(seeds: Path) -> None:
    folder = seeds.parent / "dataset"
    build_dataset(seeds, folder)
    assert as_of("2030-01-09", folder=folder).empty
    first = as_of("2030-01-20", folder=folder)
    assert first[["figure_id", "status"]].to_numpy().tolist() == [
        ["xa-mod-2030-01-10-killed", "active"]
    ]
    second = as_of(date(2030, 1, 21), folder=folder).set_index("figure_id")
    assert second["status"].tolist() == ["superseded", "active"]
    assert second["report_count"].tolist() == [1, 1]
    pd.testing.assert_frame_equal(as_of("2030-01-22", folder=folder), load(folder=folder))


def test_a_vintage_has_the_columns_and_types_of_the_table(seeds: Path) -> None:
    folder = seeds.parent / "dataset"
    build_dataset(seeds, folder)
    now, then = load(folder=folder), as_of("2030-01-21", folder=folder)
    assert (now.dtypes == then.dtypes).all()
    assert then.attrs == now.attrs
    with pytest.raises(ValueError, match=r"2030-02-30|day is out of range"):
        as_of("2030-02-30", folder=folder)


def test_ties_are_broken_by_as_of_then_claimed_on_then_id(seeds: Path) -> None:
    folder = seeds.parent / "dataset"
    build_dataset(seeds, folder)
    figures = load(folder=folder)
    same = figures.iloc[[0, 0, 0]].assign(
        figure_id=["b", "a", "c"], superseded_by=None, status="active",
        first_published_on=pd.Timestamp("2030-01-10"),
    ).astype(figures.dtypes)  # fmt: skip
    assert latest(same, on=date(2030, 1, 10))["figure_id"].tolist() == ["c"]
    same["claimed_on"] = pd.to_datetime(["2030-01-11", "2030-01-12", "2030-01-10"]).as_unit("s")
    same["as_of_end"] = pd.Timestamp("2030-01-09")
    assert latest(same, on=date(2030, 1, 10))["figure_id"].tolist() == ["a"]
    same["as_of_end"] = pd.to_datetime(["2030-01-09", "2030-01-08", "2030-01-07"]).as_unit("s")
    assert latest(same, on=date(2030, 1, 10))["figure_id"].tolist() == ["b"]
    assert latest(same, on=date(2030, 1, 9)).empty


def test_the_killed_among_casualties_stand_and_a_part_of_the_killed_does_not(seeds: Path) -> None:
    folder = seeds.parent / "dataset"
    build_dataset(seeds, folder)
    figures = load(folder=folder)
    killed = figures["measure"] == "killed"
    whole = "xa-mod-2030-01-20-casualties"
    figures["part_of"] = figures["part_of"].mask(killed, whole)
    named = "xa-mod-2030-01-20-killed"
    assert latest(figures, on=date(2030, 1, 22))["figure_id"].tolist() == [whole, named]
    figures["part_of"] = figures["part_of"].mask(killed, "xa-mod-2030-01-10-killed")
    assert latest(figures, on=date(2030, 1, 22))["figure_id"].tolist() == [whole]


def test_of_an_empty_table_nothing_stands(seeds: Path) -> None:
    folder = seeds.parent / "dataset"
    build_dataset(seeds, folder)
    assert latest(load(folder=folder).iloc[:0], on=date(2030, 1, 22)).empty
