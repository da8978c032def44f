"""Take the picture of the page that the README shows.

Run by hand after a release: `.venv-browser/bin/python tests/browser/take_picture.py`. It shows
the page of the dataset as it is built.
"""

import os
import shutil

from pages import ROOT, settle
from playwright.sync_api import sync_playwright

PICTURE = ROOT / "scripts/casualty_ledger/explorer/web/screenshot.png"
VIEW = "measure=casualties&population=prk-forces&words=en"


def main() -> None:
    """Write the picture."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1100, "height": 1080}, locale="en-GB")
        page.goto(f"{(ROOT / 'dataset/explorer.html').as_uri()}#{VIEW}")
        settle(page)
        page.screenshot(path=PICTURE)
        browser.close()
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
