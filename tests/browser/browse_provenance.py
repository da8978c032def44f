"""Each row opens its provenance, with every mention in its own words."""

from pages import settle

from casualty_ledger import load

FIGURE = "kr-nis-2025-09-02-killed"


def test_a_row_opens_and_closes(visit) -> None:
    page = visit("measure=killed&claimant=kr-nis")
    opener = page.locator(f"[data-open={FIGURE}]")
    assert opener.get_attribute("aria-expanded") == "false"
    opener.click()
    settle(page)
    assert opener.get_attribute("aria-expanded") == "true"
    assert page.locator("tr.provenance").count() == 1
    opener.click()
    settle(page)
    assert page.locator("tr.provenance").count() == 0


def test_provenance_names_who_said_it_and_who_passed_it_on(visit) -> None:
    page = visit(f"measure=killed&open={FIGURE}")
    text = page.inner_text("tr.provenance")
    for part in (
        "National Intelligence Service",
        "Lee Seong-kweun",
        "Reuters",
        "aproximativ 2.000",
    ):
        assert part in text
    figure = load("figures").set_index("figure_id").loc[FIGURE]
    for part in (figure["setting"], "intelligence estimate", "running total"):
        assert part in text
    for sentence in load("anomalies").query("figure_id == @FIGURE")["explanation"]:
        assert sentence in text


def test_every_mention_is_there_with_words_language_date_and_link(visit) -> None:
    page = visit(f"measure=killed&open={FIGURE}")
    told = load("mentions").merge(load("reports"), on="report_id", suffixes=("", "_report"))
    own = told[told["figure_id"] == FIGURE]
    words = page.locator("table.mentions q").all_inner_texts()
    assert sorted(words) == sorted(own["as_written"].fillna(""))
    links = page.eval_on_selector_all(
        "table.mentions td:nth-child(2) a:first-of-type",
        "(all) => all.map((a) => a.getAttribute('href'))",
    )
    assert sorted(links) == sorted(own["url"].dropna())
    languages = page.eval_on_selector_all("table.mentions q", "(all) => all.map((q) => q.lang)")
    assert sorted(languages) == sorted(own["language"])
    differing = own["differs"].notna().sum()
    cells = page.locator("table.mentions td:nth-child(5)").all_inner_texts()
    assert sum(map(bool, cells)) == differing > 0


def test_what_a_figure_supersedes_can_be_opened(visit) -> None:
    page = visit(f"measure=killed&claimant=kr-nis&open={FIGURE}")
    page.click("dd.supersedes button")
    settle(page)
    assert page.locator("dd.id").inner_text() == "kr-nis-2025-04-30-killed"
    assert page.evaluate("document.activeElement.dataset.open") == "kr-nis-2025-04-30-killed"


def test_a_linked_figure_is_found_on_its_page(visit) -> None:
    page = visit(f"words=en&open={FIGURE}")
    assert page.locator("dd.id").inner_text() == FIGURE
    assert page.locator("tr.provenance").is_visible()


def test_a_mark_in_the_chart_names_its_figure_and_opens_it(visit) -> None:
    page = visit("measure=killed&claimant=kr-nis&population=prk-forces")
    page.locator("#chart").scroll_into_view_if_needed()
    place = page.evaluate(
        """() => { const box = [...document.querySelectorAll('#chart path.symbol')].at(-1).getBoundingClientRect();
        return [box.right - 5, box.top + 5]; }"""
    )
    page.mouse.move(*place)
    assert page.locator(".tip").is_visible()
    assert "National Intelligence Service" in page.inner_text(".tip")
    page.mouse.click(*place)
    settle(page)
    assert page.locator("dd.id").inner_text().startswith("kr-nis-")
