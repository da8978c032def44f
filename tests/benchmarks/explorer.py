"""How fast the page is with 20,000 figures: from load to use, and from a filter to its answer.

Run by hand in the environment of the browser tests: `make test-browser` sets it up, then
`.venv-browser/bin/python tests/benchmarks/explorer.py [FIGURES]`. It is not collected by pytest.

The figures are those of the dataset, repeated under new ids and moved in time, each with the
mentions of up to two of its reports. Each number is the median of several runs in Chromium. Usable
means that the program has run and the first frame is drawn; an answer is counted from the event to
the frame in which chart, table and count are drawn anew. Beside the time of the clock stands the
time that the processor spent on the page's main thread meanwhile: on a machine that does other
work the two come apart, and the limit is then held against the second.
"""

import csv
import io
import os
import shutil
import sys
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import CDPSession, Page, sync_playwright

from casualty_ledger.archive import VersionFolder
from casualty_ledger.explorer.page import explorer_page
from casualty_ledger.publish.citation import citation

DATASET = Path(__file__).parents[2] / "dataset"
FIGURES = 20_000
RUNS = 5
LOAD_LIMIT = 1500.0
ANSWER_LIMIT = 100.0

# An action in the page, and in words.
ACTIONS = {
    "a measure": "choose('measure', 'killed')",
    "a claimant": "choose('claimant', 'kr-nis')",
    "a language": "choose('language', 'ko')",
    "a status": "choose('status', 'superseded')",
    "all figures": "document.querySelector('#clear').click()",
    "a day of the slider": "slide()",
    "a search": "search('seong-kweun')",
    "an order": "document.querySelector('[data-sort=number]').click()",
}
# What is shown before an action; all figures, where nothing else is named.
BEFORE = {"all figures": "measure=killed"}
MEASURE = """(action) => new Promise((done) => {
    const choose = (name, value) =>
        document.querySelector(`[data-choice=${name}] input[value='${value}']`).click();
    const slide = () => {
        const slider = document.querySelector('#known');
        slider.value = String(Number(slider.min) + 200);
        slider.dispatchEvent(new Event('input'));
    };
    const search = (text) => {
        const field = document.querySelector('#search');
        field.value = text;
        field.dispatchEvent(new Event('input'));
    };
    const actions = {ACTIONS};
    // From within a frame, so that waiting for one is not counted twice.
    requestAnimationFrame(() => {
        const start = performance.now();
        actions[action]();
        requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => done(performance.now() - start);
            channel.port2.postMessage(null);
        });
    });
})"""

Rows = list[dict[str, str]]
# By the clock, and of the processor; in milliseconds.
Times = tuple[float, float]


def read(table: str) -> Rows:
    """The rows of a table."""
    with (DATASET / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def written(rows: Rows) -> bytes:
    """Rows as a CSV file."""
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def synthetic(length: int) -> dict[str, bytes]:
    """The tables of the dataset with ``length`` figures."""
    files = {path.name: path.read_bytes() for path in DATASET.glob("*.csv")}
    figures, mentions = read("figures"), read("mentions")
    carried: dict[str, Rows] = {}
    for mention in mentions:
        carried.setdefault(mention["figure_id"], []).append(mention)
    rounds = -(-length // len(figures))
    copies = [copied(figure, turn) for turn in range(rounds) for figure in figures][:length]
    copies.sort(key=lambda row: row["figure_id"])
    kept = {row["figure_id"] for row in copies}
    for row in copies:
        for link in ("part_of", "supersedes", "superseded_by"):
            row[link] = row[link] if row[link] in kept else ""
    files["figures.csv"] = written(copies)
    files["mentions.csv"] = written(
        [
            mention | {"figure_id": row["figure_id"]}
            for row in copies
            for mention in carried[row["figure_id"].rpartition("-")[0]][:2]
        ]
    )
    files["anomalies.csv"] = files["anomalies.csv"].split(b"\n", 1)[0] + b"\n"
    return files


def copied(figure: dict[str, str], turn: int) -> dict[str, str]:
    """A figure under another id and some days later."""
    ids = ("figure_id", "part_of", "supersedes", "superseded_by")
    days = ("claimed_on", "first_published_on", "status_since")
    row = figure | {name: f"{figure[name]}-{turn}" for name in ids if figure[name]}
    return row | {name: moved(figure[name], turn) for name in days if figure[name]}


def moved(day: str, by: int) -> str:
    """A day some days later."""
    return (date.fromisoformat(day) + timedelta(days=by)).isoformat()


def load_time(page: Page, meter: CDPSession, address: str) -> Times:
    """Return how long it takes until the page can be used."""
    page.goto("about:blank")
    before = busy(meter)
    page.goto(address, wait_until="commit")
    page.wait_for_load_state("load")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    times = float(page.evaluate("performance.now()")), busy(meter) - before
    assert page.locator("tr.figure").count() > 0
    return times


def answer_time(page: Page, meter: CDPSession, address: str, action: str) -> Times:
    """Return how long it takes from an action to the frame that answers it."""
    page.goto("about:blank")
    page.goto(f"{address}#{BEFORE.get(action, 'all')}")
    while page.locator("#citation[aria-busy]").count():
        page.wait_for_timeout(50)
    page.wait_for_timeout(500)
    table = ", ".join(f"{name!r}: () => {code}" for name, code in ACTIONS.items())
    before = busy(meter)
    clock = float(page.evaluate(MEASURE.replace("{ACTIONS}", "{" + table + "}"), action))
    return clock, busy(meter) - before


def busy(meter: CDPSession) -> float:
    """Milliseconds that the processor has spent on the tasks of the page's main thread."""
    metrics = meter.send("Performance.getMetrics")["metrics"]
    return 1000 * next(one["value"] for one in metrics if one["name"] == "TaskDuration")


def report(name: str, times: list[Times], limit: float) -> None:
    """Print the medians beside the limit."""
    clock, processor = (median(column) for column in zip(*times, strict=True))
    state = "within" if clock <= limit else "processor within" if processor <= limit else "OVER"
    print(f"{name:<30}{clock:>6.0f} ms{processor:>9.0f} ms{limit:>7.0f} ms  {state}", flush=True)


def main() -> None:
    """Print what was measured beside the limits."""
    length = int(sys.argv[1]) if len(sys.argv) > 1 else FIGURES
    version = VersionFolder(DATASET)
    about = version.description
    content = explorer_page(synthetic(length), about, version.identity, citation(about))
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "explorer.html"
        path.write_bytes(content)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        print(f"{length} figures, {len(content) / 1e6:.1f} MB, load {os.getloadavg()[0]:.1f}")
        meter = page.context.new_cdp_session(page)
        meter.send("Performance.enable", {"timeDomain": "threadTicks"})
        print(f"{'median of ' + str(RUNS):<30}{'clock':>9}{'processor':>12}{'limit':>10}")
        for name, view in (("usable, first view", ""), ("usable, all figures", "#all")):
            times = [load_time(page, meter, path.as_uri() + view) for _ in range(RUNS)]
            report(name, times, LOAD_LIMIT)
        for action in ACTIONS:
            times = [answer_time(page, meter, path.as_uri(), action) for _ in range(RUNS)]
            report(f"answer to {action}", times, ANSWER_LIMIT)
        browser.close()


if __name__ == "__main__":
    main()
