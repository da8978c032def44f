"""What a release holds, and what it refuses."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from casualty_ledger import changes, load, versions
from casualty_ledger.cli import app
from casualty_ledger.freezing import RefusedReleaseError
from casualty_ledger.pipeline import FaultyRecordsError, build_dataset
from casualty_ledger.releases import worktree

FIRST = "statements/2030/2030-01-10-xa-mod.yaml"
SECOND = "statements/2030/2030-01-20-xa-mod.yaml"
REPORT = "reports/2030/01/2030-01-10-xa-press.yaml"
KEPT = "reports/2030/01/2030-01-21-xa-press.yaml"
THIRD = "reports/2030/01/2030-01-22-xa-press.yaml"
KILLED = "xa-mod-2030-01-10-killed"
CASUALTIES = "xa-mod-2030-01-20-casualties"

REASON = """\
    scope: cumulative
    revisions:
      - on: 2030-02-20
        field: low
        was: '100'
        reason: a digit was misread
"""
REPORT_REASON = f"""\
    as_written: at least 120
revisions:
  - on: 2030-02-20
    field: {KILLED}.as_written
    was: at least 100
    reason: a digit was misread on the page
"""

Correct = Callable[..., None]
Release = Callable[..., object]


@pytest.fixture
def correct_with_reasons(correct: Correct) -> Callable[[], None]:
    def change() -> None:
        correct(FIRST, "low: 100", "low: 120")
        correct(FIRST, "    scope: cumulative\n", REASON)
        correct(REPORT, "    as_written: at least 100\n", REPORT_REASON)

    return change


def reasons_to_refuse(release: Release, version: str, day: str = "2030-03-01") -> list[str]:
    with pytest.raises(RefusedReleaseError) as caught:
        release(version, day)
    return [*caught.value.problems, *map(str, caught.value.faults)]


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


# What a release holds


def test_a_release_holds_the_tables_and_how_to_prove_them(dataset: Path) -> None:
    names = set(everything(dataset / "releases/1.0.0"))
    own = {"CHANGES.md", "SHA256SUMS", "release.json", "rows.sha256"}
    assert own <= names
    assert names - own == set(everything(dataset)) - {f"releases/1.0.0/{name}" for name in names}


def test_records_and_tables_have_the_version_and_date_of_the_release(
    seeds: Path, dataset: Path
) -> None:
    assert "version: 1.0.0\nupdated_on: 2030-02-01\n" in (seeds / "dataset.yaml").read_text("utf-8")
    assert load(folder=dataset).attrs["version"] == "1.0.0"
    assert not build_dataset(seeds, dataset).changed


def test_the_first_release_counts_what_it_holds(dataset: Path) -> None:
    text = (dataset / "releases/1.0.0/CHANGES.md").read_text("utf-8")
    assert text.startswith("# Changes in Example Ledger 1.0.0\n\nThe first release. It holds:")
    assert "| figures | 3 |" in text


def test_standard_tools_check_the_sums_and_compute_the_identity(dataset: Path) -> None:
    if shutil.which("sha256sum") is None:
        pytest.skip("this system has no sha256sum")
    folder = dataset / "releases/1.0.0"
    command = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    subprocess.run(command, cwd=folder, check=True)
    package = json.loads((folder / "datapackage.json").read_bytes())
    tables = sorted(resource["path"] for resource in package["resources"])
    sums = subprocess.run(["sha256sum", *tables], cwd=folder, check=True, capture_output=True)
    whole = subprocess.run(["sha256sum"], input=sums.stdout, check=True, capture_output=True)
    identity = json.loads((folder / "release.json").read_bytes())["identity"]
    assert whole.stdout.decode().split()[0] == identity


def test_the_same_records_and_date_give_the_same_release(
    seeds: Path, dataset: Path, release: Release, add_report: Callable[[], None]
) -> None:
    add_report()
    other = seeds.parent / "other"
    shutil.copytree(dataset, other)
    release("1.1.0")
    from datetime import date

    from casualty_ledger.freezing import make_release

    (seeds / "dataset.yaml").write_text(
        (seeds / "dataset.yaml").read_text("utf-8").replace("1.1.0", "1.1.0-dev"), "utf-8"
    )
    make_release(seeds, other, "1.1.0", date(2030, 3, 1))
    assert everything(other) == everything(dataset)


# Differences, and the numbers that they allow


def test_a_report_more_is_a_minor_version(
    dataset: Path, release: Release, add_report: Callable[[], None]
) -> None:
    add_report()
    refused = reasons_to_refuse(release, "1.0.1")
    assert refused == ["the differences to 1.0.0 are minor; expected 1.1.0 or 2.0.0"]
    release("1.1.0")
    assert versions(folder=dataset) == ["1.0.0", "1.1.0"]
    found = changes("1.0.0", "1.1.0", folder=dataset)
    rows = found[["table", "key", "change", "column", "old", "new"]].to_numpy().tolist()
    assert rows == [
        ["figures", "xa-mod-2030-01-20-killed", "followed", "report_count", "2", "3"],
        ["mentions", "xa-mod-2030-01-20-killed 2030-01-25-xa-press", "added", "", "", ""],
        ["reports", "2030-01-25-xa-press", "added", "", "", ""],
    ]


def test_a_value_corrected_with_a_reason_is_a_patch(
    dataset: Path, release: Release, correct_with_reasons: Callable[[], None]
) -> None:
    correct_with_reasons()
    release("1.0.1")
    found = changes("1.0.0", "1.0.1", folder=dataset).set_index(["table", "column"])
    figure = found.loc["figures", "value_low"]
    assert [figure["old"], figure["new"], figure["reason"]] == ["100", "120", "a digit was misread"]
    mention = found.loc["mentions", "as_written"]
    assert mention["reason"] == "a digit was misread on the page"
    assert found.loc["mentions", "value_low"]["change"] == "followed"
    text = (dataset / "releases/1.0.1/CHANGES.md").read_text("utf-8")
    assert f"| `{KILLED}` | value_low | 100 | 120 | a digit was misread |" in text


def test_history_tells_since_when_a_figure_is_there_and_when_it_was_revised(
    dataset: Path,
    release: Release,
    correct: Correct,
    add_report: Callable[[], None],
    correct_with_reasons: Callable[[], None],
) -> None:
    correct_with_reasons()
    release("1.0.1")
    add_report()
    correct(SECOND, "scope: cumulative\n    as_of", "scope: cumulative\n    as_of")
    release("1.1.0", "2030-04-01")
    figures = load(version="1.1.0", folder=dataset).set_index("figure_id")
    assert set(figures["added_in"]) == {"1.0.0"}
    assert figures["revised_in"].dropna().to_dict() == {KILLED: "1.0.1"}
    # The plain way: look into every release in turn.
    for name in figures.index:
        holding = [
            version
            for version in versions(folder=dataset)
            if name in set(load(version=version, folder=dataset)["figure_id"])
        ]
        assert figures.loc[name, "added_in"] == holding[0]


def test_a_new_figure_has_the_number_of_its_release(
    dataset: Path, release: Release, correct: Correct
) -> None:
    wounded = "xa-mod-2030-01-20-wounded"
    correct(
        SECOND, f"  - id: {CASUALTIES}\n",
        f"  - id: {wounded}\n    population: south-army\n    measure: wounded\n    bound: about\n"
        f"    best: 3500\n    scope: cumulative\n  - id: {CASUALTIES}\n",
    )  # fmt: skip
    correct(
        THIRD, "mentions:\n", f"mentions:\n  - figure: {wounded}\n    as_written: about 3,500\n"
    )
    release("1.1.0")
    figures = load(version="1.1.0", folder=dataset).set_index("figure_id")
    assert figures.loc[wounded, "added_in"] == "1.1.0"
    found = changes("1.0.0", "1.1.0", folder=dataset)
    added = found[found["change"] == "added"]
    assert added["key"].tolist() == [wounded, f"{wounded} 2030-01-22-xa-press"]
    # The mentions below the new one moved down in their report, and are the same mentions.
    assert set(found.loc[found["change"] == "followed", "column"]) == {"position", "mention_count"}


def test_a_figure_that_its_claimant_withdrew_is_withdrawn(
    dataset: Path, release: Release, correct: Correct
) -> None:
    correct(
        SECOND, "high: 6000\n    scope: cumulative\n",
        "high: 6000\n    scope: cumulative\n    status: retracted\n    status_on: 2030-02-10\n"
        "    status_reason: the ministry withdrew it\n",
    )  # fmt: skip
    release("1.0.1")
    found = changes("1.0.0", "1.0.1", folder=dataset)
    withdrawn = found[found["change"] == "withdrawn"].iloc[0]
    assert (withdrawn["key"], withdrawn["new"]) == (CASUALTIES, "retracted")
    assert withdrawn["reason"] == "the ministry withdrew it"
    assert "### Withdrawn in figures" in (dataset / "releases/1.0.1/CHANGES.md").read_text("utf-8")


def test_changes_can_be_asked_of_what_is_not_yet_released(
    seeds: Path, dataset: Path, correct: Correct, add_report: Callable[[], None]
) -> None:
    add_report()
    correct("dataset.yaml", "version: 1.0.0", "version: 1.1.0-dev")
    build_dataset(seeds, dataset)
    assert "added" in set(changes("1.0.0", folder=dataset)["change"])


# What is refused


def test_nothing_changed_is_nothing_to_release(release: Release) -> None:
    refused = reasons_to_refuse(release, "1.0.1")
    assert refused == ["nothing changed since 1.0.0; expected something to release"]


@pytest.mark.parametrize("version", ["1.1", "1.1.0-dev", "v1.1.0", "01.1.0", "١.٠.٠", "../1.1.0"])
def test_a_version_has_three_numbers(release: Release, version: str) -> None:
    (refused,) = reasons_to_refuse(release, version)
    assert refused.endswith("is no version of a release; expected three numbers: 1.0.0")


@pytest.mark.parametrize("version", ["0.9.0", "1.0.1", "1.0.0", "1.2.0", "1.1.1", "3.0.0"])
def test_a_number_that_does_not_follow_is_refused(
    release: Release, add_report: Callable[[], None], version: str
) -> None:
    add_report()
    assert reasons_to_refuse(release, version)


def test_a_later_release_can_not_have_an_earlier_date(
    release: Release, add_report: Callable[[], None]
) -> None:
    add_report()
    (refused,) = reasons_to_refuse(release, "1.1.0", "2030-01-31")
    assert refused == (
        "2030-01-31 is too early: 1.0.0 was released on 2030-02-01; expected that day or later"
    )


def test_a_value_changed_without_a_reason_is_refused(release: Release, correct: Correct) -> None:
    correct(FIRST, "low: 100", "low: 120")
    correct(REPORT, "at least 100", "at least 120")
    statement, report = sorted(reasons_to_refuse(release, "1.0.1"), reverse=True)
    assert statement == (
        f"{FIRST}:5: figures[0].id: {KILLED}: value_low was '100' and is '120', without a reason; "
        "expected a revision of low in the record, with what it was ('100') and why"
    )
    assert report.startswith(f"{REPORT}:1: as_written was 'at least 100' and is 'at least 120'")
    assert f"expected a revision of {KILLED}.as_written in the record" in report


def test_a_reason_for_another_value_is_none(
    release: Release, correct: Correct, correct_with_reasons: Callable[[], None]
) -> None:
    correct_with_reasons()
    correct(FIRST, "was: '100'", "was: '90'")
    (refused,) = reasons_to_refuse(release, "1.0.1")
    assert (
        "low was '100', but its revision says '90'; expected a revision that was '100'" in refused
    )


def test_an_id_that_vanished_is_refused(seeds: Path, release: Release, correct: Correct) -> None:
    text = (seeds / SECOND).read_text("utf-8")
    (seeds / SECOND).write_text(text[: text.index(f"  - id: {CASUALTIES}")], "utf-8")
    correct(THIRD, f"  - figure: {CASUALTIES}\n    as_written: 5,000 to 6,000\n", "")
    refused = reasons_to_refuse(release, "2.0.0")
    assert refused[0].startswith(
        f"dataset.yaml:1: figure {CASUALTIES}: is in 1.0.0 and is gone; expected it to stay"
    )
    assert f"{THIRD}:1: a mention is gone, without a reason" in refused[1]


def test_an_id_of_a_register_that_vanished_is_refused(seeds: Path, release: Release) -> None:
    (seeds / "registers/publishers/xa-mod-page.yaml").unlink()
    (refused,) = reasons_to_refuse(release, "2.0.0")
    assert refused.startswith("dataset.yaml:1: publisher xa-mod-page: is in 1.0.0 and is gone")


def test_an_id_given_to_something_else_is_refused(
    seeds: Path, release: Release, correct: Correct
) -> None:
    correct("registers/places/xb-east.yaml", "East Province", "East Town")
    correct("registers/places/xb-east.yaml", "kind: region", "kind: settlement")
    (refused,) = reasons_to_refuse(release, "1.0.1")
    assert refused.endswith(
        "place xb-east: was East Province, region in 1.0.0 and is East Town, settlement; "
        "expected a new id"
    )


def test_an_id_that_moved_is_refused_by_the_check(
    seeds: Path, release: Release, correct: Correct
) -> None:
    (seeds / FIRST).rename(seeds / "statements/2030/2030-01-11-xa-mod.yaml")
    correct("statements/2030/2030-01-11-xa-mod.yaml", "claimed_on: 2030-01-10",
            "claimed_on: 2030-01-11")  # fmt: skip
    with pytest.raises(FaultyRecordsError):
        release("1.0.1")


def test_a_reason_once_given_stays(
    release: Release, correct: Correct, correct_with_reasons: Callable[[], None]
) -> None:
    correct_with_reasons()
    release("1.0.1")
    correct(FIRST, "a digit was misread", "it was so")
    (refused,) = reasons_to_refuse(release, "1.0.2", "2030-04-01")
    assert "the revision of low on 2030-02-20 is gone or changed; expected it to stay" in refused


def test_all_reasons_to_refuse_are_listed_at_once(release: Release, correct: Correct) -> None:
    correct(FIRST, "low: 100", "low: 120")
    correct(REPORT, "at least 100", "at least 120")
    correct(SECOND, "as_of: 2030-01-19", "as_of: 2030-01-18")
    assert len(reasons_to_refuse(release, "1.1.9", "2030-01-01")) >= 5


# Git


def test_a_dirty_tree_is_refused(
    seeds: Path, release: Release, add_report: Callable[[], None], git: Callable[..., None]
) -> None:
    git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "first")
    add_report()
    refused = reasons_to_refuse(release, "1.1.0")
    assert refused == ["not committed: ?? seeds/reports/2030/01/2030-01-25-xa-press.yaml"]
    git("add", "-A")
    git("commit", "-q", "-m", "second")
    assert release("1.1.0").committed  # type: ignore[attr-defined]


def test_a_checkout_without_history_can_release(
    seeds: Path, dataset: Path, add_report: Callable[[], None], git: Callable[..., None]
) -> None:
    """A shallow clone has one commit, and an unpacked archive has none and says so."""
    add_report()
    git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "first")
    git("commit", "-q", "--allow-empty", "-m", "second")
    shallow = seeds.parent.with_name("shallow")
    command = ["git", "clone", "-q", "--depth", "1", f"file://{seeds.parent}", str(shallow)]
    subprocess.run(command, check=True, capture_output=True)
    options = ["--seeds", str(shallow / "seeds"), "--date", "2030-03-01"]
    done = CliRunner().invoke(app, ["release", "1.1.0", *options])
    assert done.exit_code == 0, done.output
    assert "no git here" not in done.output


def test_without_git_the_release_says_what_was_not_checked(
    seeds: Path, add_report: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object, **__: object) -> None:
        raise FileNotFoundError("git")

    monkeypatch.setattr(worktree.subprocess, "run", gone)
    add_report()
    options = ["--seeds", str(seeds), "--date", "2030-03-01"]
    done = CliRunner().invoke(app, ["release", "1.1.0", *options])
    assert done.exit_code == 0, done.output
    assert "no git here: whether the records are committed could not be checked" in done.output


# Building between releases


@pytest.mark.parametrize(
    ("version", "message"),
    [
        ("1.0.0", "1.0.0 is released and the tables now differ; expected a later one"),
        ("1.0.0-dev", "1.0.0-dev does not come after 1.0.0; expected a later one"),
        ("0.9.0-dev", "0.9.0-dev does not come after 1.0.0; expected a later one"),
        ("1.1.0", "1.1.0 was not released; expected 1.1.0-dev until it is"),
    ],
)
def test_other_tables_are_not_built_under_the_number_of_a_release(
    seeds: Path, dataset: Path, correct: Correct, add_report: Callable[[], None],
    version: str, message: str,
) -> None:  # fmt: skip
    add_report()
    if version != "1.0.0":
        correct("dataset.yaml", "version: 1.0.0", f"version: {version}")
    before = everything(dataset)
    with pytest.raises(FaultyRecordsError) as caught:
        build_dataset(seeds, dataset)
    assert str(caught.value.faults[0]).startswith(f"dataset.yaml:3: version: {message}")
    assert everything(dataset) == before


def test_a_build_keeps_the_releases(
    seeds: Path, dataset: Path, correct: Correct, add_report: Callable[[], None]
) -> None:
    before = everything(dataset / "releases")
    add_report()
    correct("dataset.yaml", "version: 1.0.0", "version: 1.1.0-dev")
    assert build_dataset(seeds, dataset).changed
    assert everything(dataset / "releases") == before


# Commands


def test_dry_run_writes_nothing(seeds: Path, add_report: Callable[[], None]) -> None:
    add_report()
    before = everything(seeds.parent)
    options = ["--seeds", str(seeds), "--date", "2030-03-01", "--dry-run"]
    done = CliRunner().invoke(app, ["release", "1.1.0", *options])
    assert done.exit_code == 0, done.output
    assert "since 1.0.0: minor" in done.output
    assert everything(seeds.parent) == before


def test_commands_list_versions_and_changes(
    dataset: Path, release: Release, correct_with_reasons: Callable[[], None]
) -> None:
    correct_with_reasons()
    release("1.0.1")
    runner, where = CliRunner(), ["--dataset", str(dataset)]
    listed = runner.invoke(app, ["versions", *where]).output.splitlines()
    assert [line.split()[0] for line in listed] == ["1.0.0", "1.0.1"]
    asked = ["changes", "1.0.0", "1.0.1", *where, "--format"]
    assert (
        "a digit was misread"
        in runner.invoke(app, [*asked, "table"], env={"COLUMNS": "200"}).output
    )
    assert runner.invoke(app, [*asked, "csv"]).output.startswith("table,key,change,column,old,new,")
    rows = json.loads(runner.invoke(app, [*asked, "json"]).output)
    assert rows == changes("1.0.0", "1.0.1", folder=dataset).to_dict("records")
    markdown = runner.invoke(app, [*asked, "markdown"]).output
    file = (dataset / "releases/1.0.1/CHANGES.md").read_text("utf-8")
    assert file.endswith(markdown)


def test_an_unknown_version_is_a_usage_error(dataset: Path) -> None:
    done = CliRunner().invoke(app, ["changes", "1.0.0", "7.0.0", "--dataset", str(dataset)])
    assert done.exit_code == 2
    with pytest.raises(ValueError, match=r"no release '7.0.0'; expected one of 1.0.0"):
        load(version="7.0.0", folder=dataset)
