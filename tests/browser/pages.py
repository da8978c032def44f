"""What the browser tests do with a page again and again."""

import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


def settle(page) -> None:
    """Wait until a change is drawn and the citation is made."""
    page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )
    wait_until(page, "!document.querySelector('#citation[aria-busy]')")


def wait_until(page, condition: str, seconds: float = 10) -> None:
    """Ask again and again; Playwright's own way needs the eval that the page's policy forbids."""
    end = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < end, f"never came true: {condition}"
        page.wait_for_timeout(20)


def shown_ids(page) -> list[str]:
    """The ids of all figures that fit, from every page of the table."""
    found: list[str] = []
    while True:
        found += page.eval_on_selector_all(
            "tr.figure", "(rows) => rows.map((row) => row.dataset.id)"
        )
        following = page.locator("[data-go=next]")
        if following.get_attribute("aria-disabled"):
            return found
        following.click()
        settle(page)
