"""A real browser, and the page of the committed tables.

Nothing here is collected by `make test`; `make test-browser` runs it in an environment of its own.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pages import ROOT

NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium() -> Iterator:
    """The system's Chromium; CHROMIUM names another."""
    from playwright.sync_api import sync_playwright

    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert path, "no Chromium found; install it or set CHROMIUM"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def write_page(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Return a function that writes the page of some tables and returns where it is."""
    from casualty_ledger.archive import VersionFolder
    from casualty_ledger.explorer.page import explorer_page
    from casualty_ledger.publish.citation import citation

    def write(files: dict[str, bytes] | None = None) -> Path:
        version = VersionFolder(ROOT / "dataset")
        tables = {path.name: path.read_bytes() for path in version.path.glob("*.csv")}
        about = version.description
        content = explorer_page(files or tables, about, version.identity, citation(about))
        path = tmp_path_factory.mktemp("page") / "explorer.html"
        path.write_bytes(content)
        return path

    return write


@pytest.fixture(scope="session")
def page_file(write_page: Callable[..., Path]) -> Path:
    return write_page()


@pytest.fixture
def visit(chromium, page_file: Path) -> Iterator[Callable]:
    """Return a function that opens the page; whatever the page complains of fails the test."""
    contexts, complaints, requests = [], [], []

    def open_page(view: str = "", *, file: Path | None = None, **options):
        options = {"locale": "en-GB", "viewport": {"width": 1200, "height": 900}} | options
        context = chromium.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto((file or page_file).as_uri() + (f"#{view}" if view else ""))
        if options.get("java_script_enabled", True):
            page.wait_for_selector("#table tbody", state="attached")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
    foreign = [url for url in requests if not url.startswith(("file:", "data:", "blob:"))]
    assert foreign == []
