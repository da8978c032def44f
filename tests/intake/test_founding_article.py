"""The whole way: the founding article in, and the record that stands out."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from casualty_ledger.cli import app
from casualty_ledger.records.canonical import canonical_text
from casualty_ledger.records.check import check_folder
from casualty_ledger.records.folder import read_folder
from casualty_ledger.records.models import Mention, Report

ROOT = Path(__file__).parents[2]
STANDING = "reports/2025/09/2025-09-03-hotnews.yaml"
ARTICLE = "documents/2025-09-03-putin-kim-beijing.txt"
ADDRESS = (
    "https://hotnews.ro/vladimir-putin-i-a-multumit-lui-kim-jong-un-pentru-implicarea-in-razboiul-"
    "cu-ucraina-ce-i-a-promis-dictatorul-nord-coreean-2057777"
)
QUESTION = (
    "mentions[5].note: the text has prk-forces, the figure prk-engineers; say so here, or name "
    "population in differs"
)

# All that a person adds to the draft: remarks, one word more, and the claims without a number.
REMARK = "founding article; address found by its text in a search index"
REMARKS = {
    (1583, 1588): "headline over the section",
    (1913, 1925): "sent in the year before the article",
    (2255, 2260): "in the words of the lawmaker",
    (2273, 2290): "printed as soldiers of the plan, without their arm",
}
WIDER = {(2183, 2188): ("încă 6.000", (2178, 2188))}
WITHOUT_NUMBER = (
    (
        "unnamed-sources-undated-deployed", "desfășurarea trupelor", (2400, 2421),
        "no claimant is named",
    ),
    (
        "kp-kcna-2025-04-28-deployed", "a trimis soldați în Rusia", (2511, 2536),
        "credited to Pyongyang; only the month is printed",
    ),
    (
        "kp-kcna-2025-04-28-killed", "unii dintre soldații săi", (2565, 2589),
        "credited to Pyongyang; only the month is printed",
    ),
)  # fmt: skip


def finished(draft: Report) -> Report:
    mentions = [_finished(mention) for mention in draft.mentions]
    mentions += [
        Mention(figure=figure, as_written=words, span=list(span), note=note)
        for figure, words, span, note in WITHOUT_NUMBER
    ]
    return draft.model_copy(update={"note": REMARK, "mentions": mentions})


def _finished(mention: Mention) -> Mention:
    start, end = mention.span or (0, 0)
    words, span = WIDER.get((start, end), (mention.as_written, (start, end)))
    update = {"as_written": words, "span": list(span), "note": REMARKS.get((start, end))}
    return mention.model_copy(update=update)


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """The records of this project without the report of the founding article."""
    folder = tmp_path / "seeds"
    shutil.copytree(ROOT / "seeds", folder)
    (folder / STANDING).unlink()
    return folder


def test_text_in_and_the_record_that_stands_out(seeds: Path) -> None:
    arguments = [
        "extract", seeds / ARTICLE, "--published-on", "2025-09-03", "--url", ADDRESS,
        "--format", "records", "--seeds", seeds, "--write-to", seeds,
    ]  # fmt: skip
    result = CliRunner().invoke(app, list(map(str, arguments)))
    assert result.exit_code == 0
    assert result.stdout == f"{seeds / STANDING}\n"
    assert QUESTION in result.stderr
    assert "drafts: 1; fields left to decide: 1" in result.stderr

    # What is left to decide is refused; with it decided, the draft is a record.
    missing, left = map(str, check_folder(seeds).faults[::-1])
    assert "unnamed-sources-undated-deployed has no mention" in missing
    assert "left to decide: the text has prk-forces" in left
    draft = (seeds / STANDING).read_text("utf-8")
    decided = draft.replace(f"TODO {QUESTION.partition(': ')[2]}", REMARKS[2273, 2290])
    (seeds / STANDING).write_text(decided, "utf-8")
    report = read_folder(seeds)[0].reports["2025-09-03-hotnews"].record

    (seeds / STANDING).write_text(canonical_text(finished(report)), "utf-8")
    assert (seeds / STANDING).read_bytes() == (ROOT / "seeds" / STANDING).read_bytes()
    assert check_folder(seeds).faults == []
