"""What is chosen is shown: in the chart, in the table and in the address."""

from math import ceil

import pandas as pd
import pytest
from pages import settle, shown_ids, wait_until

from casualty_ledger import load
from casualty_ledger.compare import standing_figures


@pytest.fixture(scope="module")
def figures() -> pd.DataFrame:
    return load("figures")


def choose(page, name: str, *values: str) -> None:
    choice = page.locator(f"[data-choice={name}]")
    if choice.get_attribute("open") is None:
        choice.locator("summary").click()
    for value in values:
        choice.locator(f"input[value='{value}']").check()
    settle(page)


def carried_in(language: str) -> set[str]:
    told = load("mentions").merge(load("reports"), on="report_id")
    return set(told.loc[told["language"] == language, "figure_id"])


def expected(figures: pd.DataFrame, name: str) -> set[str]:
    kept = {
        "measure": figures["measure"] == "wounded",
        "population": figures["population"] == "prk-engineers",
        "claimant": figures["claimant"].isin(["kr-nis", "ua-hur"]),
        "status": figures["status"] == "disputed",
        "language": figures["figure_id"].isin(carried_in("ko")),
    }[name]
    return set(figures.loc[kept, "figure_id"])


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("measure", ["wounded"]),
        ("population", ["prk-engineers"]),
        ("claimant", ["kr-nis", "ua-hur"]),
        ("status", ["disputed"]),
        ("language", ["ko"]),
    ],
)
def test_a_choice_keeps_its_figures(visit, figures, name: str, values: list[str]) -> None:
    page = visit("size=200")
    choose(page, name, *values)
    assert set(shown_ids(page)) == expected(figures, name)
    page.locator(f"[data-choice={name}] fieldset > button").click()
    settle(page)
    assert len(shown_ids(page)) == len(figures)


def test_a_period_keeps_claims_of_its_days(visit, figures) -> None:
    page = visit("all")
    page.fill("#from", "2025-01-01")
    page.fill("#to", "2025-01-31")
    page.keyboard.press("Tab")
    settle(page)
    days = figures["claimed_on"].between("2025-01-01", "2025-01-31")
    assert set(shown_ids(page)) == set(figures.loc[days, "figure_id"])


def test_search_finds_every_word_in_any_field(visit) -> None:
    page = visit("all")
    page.fill("#search", "seong-kweun 2000")
    settle(page)
    found = shown_ids(page)
    assert "kr-nis-2025-09-02-killed" in found
    assert len(found) < 10


def test_the_first_view_is_one_measure_of_one_population(visit, figures) -> None:
    page = visit()
    shown = figures.set_index("figure_id").loc[shown_ids(page)]
    assert shown["measure"].nunique() == shown["population"].nunique() == 1


def test_the_chart_draws_what_has_a_number_and_a_date(visit, figures) -> None:
    page = visit("measure=casualties&population=prk-forces")
    chosen = figures[(figures["measure"] == "casualties") & (figures["population"] == "prk-forces")]
    numbers = chosen[["value_low", "value_best", "value_high"]].notna().any(axis=1)
    drawn = int((numbers & chosen["claimed_on"].notna()).sum())
    svg = page.locator("#chart svg[data-marks]")
    assert svg.get_attribute("data-marks") == str(drawn)
    assert f"{len(chosen) - drawn} figures without" in page.inner_text("#chart-notes")
    steps = standing_figures(figures, population="prk-forces", measure="casualties")
    stood = steps[~steps["status"].isin(["corrected", "retracted", "disputed"])]
    assert svg.get_attribute("data-steps") == str(len(stood))


def test_several_measures_come_with_a_warning(visit) -> None:
    page = visit("measure=killed&measure=wounded&population=prk-forces")
    assert "must not be added" in page.inner_text("#chart-notes")
    assert "Killed, wounded" in page.inner_text("#chart-subject")


def test_stances_differ_in_shape(visit) -> None:
    """The outline of each, without where it stands, is its own."""
    page = visit("all")
    outlines = page.eval_on_selector_all(
        "path.symbol",
        "(paths) => paths.map((path) => [path.dataset.stance,"
        " path.getAttribute('d').split('z')[0].replace(/^M[^a-z]*/, '')])",
    )
    shapes = dict(outlines)
    assert len(shapes) == 5
    assert len(set(shapes.values())) == 5


def test_plans_are_hollow_and_superseded_figures_faint(visit) -> None:
    page = visit("measure=planned")
    fills = page.eval_on_selector_all(
        "#chart svg[data-marks] > svg path.symbol",
        "(paths) => paths.map((p) => p.getAttribute('fill'))",
    )
    assert set(fills) == {"#ffffff"}
    page = visit("status=superseded")
    faint = page.eval_on_selector_all(
        "#chart svg[data-marks] > svg path.symbol",
        "(paths) => paths.map((p) => Number(p.getAttribute('opacity') ?? 1))",
    )
    assert faint
    assert max(faint) < 0.5


@pytest.mark.parametrize("column", ["claimed_on", "claimant", "number", "reports", "status"])
def test_a_column_sorts_both_ways(visit, figures, column: str) -> None:
    page = visit("measure=killed&size=200")
    head = page.locator(f"th.{column}")
    page.locator(f"[data-sort={column}]").click()
    settle(page)
    if column == "claimed_on":  # sorted by it from the start, so that a click turns it
        assert head.get_attribute("aria-sort") == "descending"
        page.locator(f"[data-sort={column}]").click()
        settle(page)
    assert head.get_attribute("aria-sort") == "ascending"
    first = shown_ids(page)
    page.locator(f"[data-sort={column}]").click()
    settle(page)
    assert head.get_attribute("aria-sort") == "descending"
    assert set(shown_ids(page)) == set(first)
    if column in ("number", "reports"):
        table = figures.set_index("figure_id").loc[first]
        best = table["value_best"].fillna(table["value_low"]).fillna(table["value_high"])
        values = (best if column == "number" else table["report_count"]).dropna().tolist()
        assert values == sorted(values)


def test_pages_hold_all_rows_once(visit, figures) -> None:
    page = visit("all")
    assert page.locator("tr.figure").count() == 25
    assert sorted(shown_ids(page)) == sorted(figures["figure_id"])
    pages = ceil(len(figures) / 25)
    assert f"Page {pages} of {pages}" in page.inner_text("#pages")
    page.select_option("#size", "200")
    settle(page)
    assert page.locator("tr.figure").count() == 200


def test_the_address_holds_the_view(visit) -> None:
    page = visit("all")
    choose(page, "measure", "killed")
    page.fill("#search", "kr-nis")
    page.locator("[data-sort=number]").click()
    page.check("#logarithmic")
    page.locator("[data-open=kr-nis-2025-09-02-killed]").click()
    settle(page)
    wait_until(page, "location.hash.includes('open=')")
    again = visit(page.evaluate("location.hash").removeprefix("#"))
    settle(again)
    for part in ("#table", "#count", "#chart-subject"):
        assert again.inner_text(part) == page.inner_text(part)
    assert again.is_checked("#logarithmic")
    assert again.input_value("#search") == "kr-nis"


def test_an_address_with_nonsense_is_read_as_far_as_it_goes(visit) -> None:
    nonsense = (
        "measure=killed&measure=<b>&known=2099-01-01&sort=evil&page=-3&size=7&from=2025-13-99"
    )
    page = visit(nonsense)
    settle(page)
    assert "Killed" in page.inner_text("#chart-subject")
    assert page.locator("tr.figure").count() == 25


def test_a_new_address_changes_the_view(visit) -> None:
    page = visit("measure=killed")
    before = page.inner_text("#count")
    page.evaluate("location.hash = 'measure=wounded'")
    wait_until(page, f"document.querySelector('#count').innerText !== '{before}'")
    assert "Wounded" in page.inner_text("#chart-subject")


def test_clearing_shows_everything(visit, figures) -> None:
    page = visit("measure=killed&known=2025-01-01&search=nis")
    page.click("#clear")
    settle(page)
    assert page.inner_text("#count") == f"{len(figures)} of {len(figures)} figures"
