"""For everyone: axe-core, keyboard only, narrow screens, dark, paper, no JavaScript, languages."""

from math import ceil
from pathlib import Path

import pytest
from pages import ROOT, settle, shown_ids, wait_until

from casualty_ledger import load

AXE = ROOT / "scripts/casualty_ledger/explorer/web/node_modules/axe-core/axe.min.js"
FIGURE = "kr-nis-2025-09-02-killed"
LANGUAGES = ["en", "uk", "ko", "ro"]


def violations(page) -> list[str]:
    """Whatever axe-core finds; it is put in past the page's own policy."""
    page.evaluate(AXE.read_text("utf-8") + "; undefined")
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {node['html'][:150]}" for one in found["violations"] for node in one["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 360])
def test_axe_finds_nothing(visit, scheme: str, width: int) -> None:
    options = {"color_scheme": scheme, "viewport": {"width": width, "height": 800}}
    page = visit(f"measure=killed&open={FIGURE}", **options)
    settle(page)
    for choice in page.locator("details.choice summary").all():
        choice.click()
    assert violations(page) == []


def test_axe_would_find_something(visit) -> None:
    page = visit()
    page.evaluate(
        "document.querySelector('#search').parentElement.replaceWith(document.querySelector('#search'))"
    )
    assert any(line.startswith("label") for line in violations(page))


@pytest.mark.parametrize("view", ["", f"open={FIGURE}&measure=killed", "all"])
def test_nothing_overflows_a_narrow_screen(visit, view: str) -> None:
    page = visit(view, viewport={"width": 360, "height": 740})
    settle(page)
    for choice in page.locator("details.choice summary").all():
        choice.click()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    wide = page.eval_on_selector_all(
        "#chart svg, #citation, #controls, #words p",
        "(all) => all.filter((e) => e.getBoundingClientRect().right > 360).length",
    )
    assert wide == 0


def press_until(page, condition: str, key: str = "Tab", most: int = 200) -> None:
    for _ in range(most):
        if page.evaluate(condition):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} does not lead to {condition}")


def test_everything_can_be_done_by_keyboard(visit) -> None:
    page = visit("all")
    press_until(page, "document.activeElement.closest('[data-choice=measure]')")
    page.keyboard.press("Enter")
    press_until(page, "document.activeElement.value === 'killed'")
    page.keyboard.press("Space")
    settle(page)
    assert page.inner_text("[data-choice=measure] .chosen") == "killed"
    press_until(page, "document.activeElement.id === 'known'")
    page.keyboard.press("ArrowLeft")
    settle(page)
    press_until(page, "document.activeElement.id === 'search'")
    page.keyboard.type("kr-nis")
    settle(page)
    press_until(page, "document.activeElement.dataset.sort === 'number'")
    page.keyboard.press("Enter")
    settle(page)
    assert page.evaluate("document.activeElement.dataset.sort") == "number"
    press_until(page, f"document.activeElement.dataset.open === '{FIGURE}'")
    page.keyboard.press("Enter")
    settle(page)
    assert page.evaluate("document.activeElement.dataset.open") == FIGURE
    assert page.locator("tr.provenance").is_visible()
    press_until(page, "document.activeElement.id === 'save-csv'")
    with page.expect_download():
        page.keyboard.press("Enter")


def test_the_focus_can_be_seen(visit) -> None:
    page = visit()
    press_until(page, "document.activeElement.tagName === 'BUTTON'")
    style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert style == "solid"


def test_pages_turn_by_keyboard_and_keep_the_focus(visit) -> None:
    page = visit("all")
    pages = ceil(len(load("figures")) / 25)
    page.locator("[data-go=next]").focus()
    for _ in range(pages + 1):
        page.keyboard.press("Enter")
        settle(page)
    assert page.evaluate("document.activeElement.dataset.go") == "next"
    assert f"Page {pages} of {pages}" in page.inner_text("#pages")


def test_the_dark_scheme_is_dark(visit) -> None:
    page = visit(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 24, 28)"
    assert page.locator("#chart svg > rect").first.get_attribute("fill") == "#15181c"
    page.emulate_media(color_scheme="light")
    settle(page)
    assert page.locator("#chart svg > rect").first.get_attribute("fill") == "#ffffff"


def test_paper_holds_chart_all_rows_and_words_but_no_controls(visit, tmp_path: Path) -> None:
    page = visit("measure=deployed", color_scheme="dark")
    rows = len(shown_ids(page))
    page.emulate_media(media="print", color_scheme="dark")
    settle(page)
    assert page.locator("tr.figure").count() == rows > 25
    assert page.locator("#chart svg > rect").first.get_attribute("fill") == "#ffffff"
    for hidden in ("#filters", "#pages", "#save-csv", "#languages"):
        assert not page.locator(hidden).is_visible()
    assert page.locator("#words").is_visible()
    assert page.pdf().startswith(b"%PDF")


def test_without_javascript_the_page_says_so_and_shows_the_table(visit) -> None:
    page = visit(java_script_enabled=False)
    assert "JavaScript is off" in page.inner_text("body")
    assert page.locator("noscript tbody tr").count() > 300
    assert not page.locator("#main").is_visible()
    assert "What may not be read from it" in page.inner_text("#words")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_speaks_everywhere(visit, language: str) -> None:
    page = visit(f"words={language}&measure=killed&open={FIGURE}")
    settle(page)
    assert page.evaluate("document.documentElement.lang") == language
    assert page.locator("#languages [aria-pressed=true]").get_attribute("lang") == language
    assert page.locator("[data-words]:empty").count() == 0
    seen = {
        page.inner_text("#filters-title"),
        page.inner_text("#words-title"),
        page.inner_text("dd.basis"),
    }
    english = {"Choose figures", "What this is", "intelligence estimate"}
    assert (seen == english) == (language == "en")
    assert seen & english in (set(), english)
    assert "{" not in page.inner_text("#main")


def test_the_language_can_be_changed_and_stays_in_the_address(visit) -> None:
    page = visit()
    page.click("#languages [lang=ro]")
    settle(page)
    assert page.inner_text("#filters-title") == "Alegerea cifrelor"
    assert page.evaluate("document.activeElement.lang") == "ro"
    wait_until(page, "location.hash.includes('words=ro')")


@pytest.mark.parametrize(
    ("language", "count", "text"),
    [
        ("uk", "1", "1 показник із 385"),
        ("ro", "1", "1 cifră din 385"),
        ("ko", "1", "전체 385건 중 1건"),
    ],
)
def test_counts_take_the_plural_form_of_their_language(visit, language, count, text) -> None:
    page = visit(f"words={language}&search={FIGURE}")
    total = page.evaluate(
        "JSON.parse(document.getElementById('data').textContent).tables.figures.length"
    )
    assert page.inner_text("#count") == text.replace("385", str(total))


@pytest.mark.parametrize(
    ("locale", "language"), [("uk-UA", "uk"), ("ko-KR", "ko"), ("fr-FR", "en")]
)
def test_the_language_of_the_browser_comes_first(visit, locale: str, language: str) -> None:
    page = visit(locale=locale)
    assert page.evaluate("document.documentElement.lang") == language
