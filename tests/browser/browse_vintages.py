"""The slider shows the vintage of a day: the same as `as_of`, figure by figure."""

import json
from datetime import date, timedelta

import pytest
from pages import settle, shown_ids, wait_until

from casualty_ledger import load
from casualty_ledger.compare import vintage

ROWS = """(rows) => rows.map((row) => [row.dataset.id,
    row.querySelector('td.status').innerText, row.querySelector('td.reports').innerText])"""
OPENED = "document.querySelector('tr.provenance')?.previousElementSibling.dataset.id === {}"
DAYS = [
    "2024-10-05",
    "2024-12-23",
    "2025-01-31",
    "2025-04-29",
    "2025-04-30",
    "2025-09-03",
    "2026-03-17",
]


def vintage_of(day: str):
    tables = (load(name) for name in ("figures", "mentions", "reports"))
    return vintage(*tables, date.fromisoformat(day)).set_index("figure_id")


@pytest.mark.parametrize("day", DAYS)
def test_figures_statuses_and_counts_are_those_of_the_day(visit, day: str) -> None:
    page = visit(f"known={day}&size=200")
    found = []
    while True:
        found += page.eval_on_selector_all("tr.figure", ROWS)
        if page.locator("[data-go=next]").get_attribute("aria-disabled"):
            break
        page.click("[data-go=next]")
        settle(page)
    known = vintage_of(day)
    assert sorted(found) == sorted(
        [name, str(row["status"]), str(row["report_count"])] for name, row in known.iterrows()
    )


@pytest.mark.parametrize("day", ["2025-01-31", "2025-04-30"])
def test_words_and_links_are_those_of_the_day(visit, day: str) -> None:
    known = vintage_of(day)
    chosen = known[known["claimant"].isin(["kr-nis", "ua-president"])]
    assert chosen["supersedes"].notna().any()
    page = visit()
    for name, row in chosen.head(25).iterrows():
        page.evaluate(
            "(view) => { location.hash = view }",
            f"known={day}&claimant={row['claimant']}&open={name}",
        )
        wait_until(page, OPENED.format(json.dumps(name)))
        shown = page.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll('tr.provenance dd')]
            .map((dd) => [dd.className, dd.querySelector('[data-other]')?.dataset.other ?? dd.innerText]))"""
        )
        assert shown.get("stated", "") == (
            "" if row.isna()["value_as_stated"] else row["value_as_stated"]
        )
        for key, column in (
            ("supersedes", "supersedes"),
            ("supersededBy", "superseded_by"),
            ("partOf", "part_of"),
        ):
            assert shown.get(key) == (None if row.isna()[column] else row[column]), (name, key)


def test_the_slider_moves_a_day_a_key(visit) -> None:
    first = load("figures")["first_published_on"].min()
    second = first + timedelta(days=1)
    page = visit("all")
    slider = page.locator("#known")
    assert slider.get_attribute("aria-valuetext") == "all reports of the ledger"
    slider.focus()
    page.keyboard.press("Home")
    settle(page)
    assert set(shown_ids(page)) == set(vintage_of(f"{first:%Y-%m-%d}").index)
    page.keyboard.press("ArrowRight")
    settle(page)
    assert slider.get_attribute("aria-valuetext") == f"{second.day} {second:%b %Y}"
    wait_until(page, f"location.hash.includes('known={second:%Y-%m-%d}')")
    page.keyboard.press("End")
    settle(page)
    assert slider.get_attribute("aria-valuetext") == "all reports of the ledger"


def test_mentions_of_later_days_are_not_shown(visit) -> None:
    figure = "kr-nis-2025-09-02-killed"
    told = load("mentions").merge(load("reports"), on="report_id")
    own = told[told["figure_id"] == figure]
    page = visit(f"known=2025-09-02&open={figure}&claimant=kr-nis")
    early = page.locator("table.mentions tbody tr").count()
    page = visit(f"open={figure}&claimant=kr-nis")
    assert page.locator("table.mentions tbody tr").count() == len(own)
    assert 0 < early < len(own)
