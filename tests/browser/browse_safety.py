"""Whatever stands in the records is shown as text; the page asks no network for anything."""

import csv
import io
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from pages import settle

DATASET = Path(__file__).parents[2] / "dataset"
HOSTILE = '<img src=x onerror="document.title=1"></script><script>document.title=1</script>'
FREE = {
    "figures": [
        "value_as_stated",
        "spokesperson",
        "setting",
        "status_reason",
        "statement_note",
        "note",
    ],
    "mentions": ["as_written", "note"],
    "reports": ["url", "archived_url"],
    "actors": ["name", "short_name", "native_name", "note"],
    "publishers": ["name"],
    "populations": ["name", "definition"],
    "places": ["name"],
    "anomalies": ["explanation"],
}


def poisoned() -> dict[str, bytes]:
    files = {path.name: path.read_bytes() for path in DATASET.glob("*.csv")}
    for table, columns in FREE.items():
        rows = list(csv.DictReader(io.StringIO(files[f"{table}.csv"].decode("utf-8"), newline="")))
        text = io.StringIO()
        writer = csv.DictWriter(text, rows[0], lineterminator="\n")
        writer.writeheader()
        hostile = {"url": f"javascript:document.title=1//{HOSTILE}"}
        writer.writerows(
            {
                name: hostile.get(name, HOSTILE) if name in columns else cell
                for name, cell in row.items()
            }
            for row in rows
        )
        files[f"{table}.csv"] = text.getvalue().encode("utf-8")
    return files


@pytest.fixture(scope="module")
def poisoned_file(write_page) -> Path:
    return write_page(poisoned())


def test_hostile_records_change_nothing(visit, poisoned_file: Path) -> None:
    page = visit("all", file=poisoned_file)
    title = page.title()
    openers = page.locator(".opener").count()
    for number in range(3):
        page.locator(".opener").nth(number).click()
        settle(page)
        assert HOSTILE in page.inner_text("tr.provenance")
    for name in ("claimant", "population"):
        page.locator(f"[data-choice={name}] summary").click()
    with page.expect_download():
        page.click("#save-png")
    assert page.locator("img, table.mentions a[href^='javascript']").count() == 0
    assert page.locator("script").count() == 2
    assert page.title() == title
    assert openers == 25


def test_hostile_records_change_nothing_without_a_program(visit, poisoned_file: Path) -> None:
    page = visit(file=poisoned_file, java_script_enabled=False)
    assert page.locator("img").count() == 0
    assert HOSTILE in page.inner_text("noscript table")


def test_a_hostile_address_changes_nothing(visit) -> None:
    page = visit(
        "search=%3Cimg%20src%3Dx%20onerror%3D%22document.title%3D1%22%3E&open=%22%5D%3Cimg%3E"
    )
    settle(page)
    assert page.locator("img").count() == 0
    assert "onerror" in page.inner_text("#chart-subject")


def test_the_policy_stops_what_is_put_in_later(chromium, page_file: Path) -> None:
    page = chromium.new_page()
    page.goto(page_file.as_uri())
    page.evaluate(
        """() => new Promise((done) => {
        addEventListener('securitypolicyviolation', (event) => {
            window.stopped = event.effectiveDirective;
            done();
        });
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.body.append(script);
        })"""
    )
    assert page.evaluate("[window.ran, window.stopped]") == [None, "script-src-elem"]
    page.close()


def test_it_works_from_a_static_host(chromium, page_file: Path) -> None:
    handler = partial(SimpleHTTPRequestHandler, directory=str(page_file.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = chromium.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"http://127.0.0.1:{server.server_port}/explorer.html#measure=killed")
        page.wait_for_selector("tr.figure")
        settle(page)
        assert "Subset of version" in page.input_value("#citation")
        assert [url for url in asked if url.startswith("http")] == [page.url.split("#")[0]]
        page.close()
        server.shutdown()
