"""Each fault that `casualty-ledger check` finds, with its message."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from casualty_ledger.cli import app
from casualty_ledger.records.check import check_folder

FIRST = "statements/2030/2030-01-10-xa-mod.yaml"
SECOND = "statements/2030/2030-01-20-xa-mod.yaml"
REPORT = "reports/2030/01/2030-01-10-xa-press.yaml"
KEPT = "reports/2030/01/2030-01-21-xa-press.yaml"
THIRD = "reports/2030/01/2030-01-22-xa-press.yaml"
ACTOR = "registers/actors/xa-mod.yaml"
POPULATION = "registers/populations/south-army.yaml"


@dataclass(frozen=True)
class Spoil:
    """A change to one sound file, and the fault that must follow."""

    name: str
    path: str
    old: str
    new: str
    fault: str


CASES = [
    # The file and its YAML
    Spoil("unknown key", FIRST, "basis:", "bases:",
          ":3: bases: unknown key; did you mean basis?; expected one of claimant, spokesperson"),
    Spoil("missing key", FIRST, "basis: official_statement\n", "",
          ":1: basis: key is missing; expected a value"),
    Spoil("duplicate key", FIRST, "basis:", "claimant: rebels\nbasis:",
          ":3: claimant: key stands twice (first in line 1); expected it once"),
    Spoil("anchor", FIRST, "claimant: xa-mod", "claimant: &a xa-mod",
          ":1: anchor &a; expected plain keys and values"),
    Spoil("alias", FIRST, "basis: official_statement", "spokesperson: *a\nbasis: &a x",
          ":3: alias *a; expected the value itself"),
    Spoil("tag", FIRST, "low: 100", "low: !!int 100",
          ":10: tag tag:yaml.org,2002:int; expected plain keys and values"),
    Spoil("comment", FIRST, "basis:", "# why\nbasis:",
          ":3: comment; records keep none: use the key `note`, or delete it"),
    Spoil("control character", FIRST, "basis:", "note: a\x07b\nbasis:",
          ":3: control character U+0007; expected printable text and plain line feeds"),
    Spoil("carriage return", FIRST, "xa-mod\n", "xa-mod\r\n",
          ":1: control character U+000D; expected printable text and plain line feeds"),
    Spoil("no YAML", FIRST, "figures:\n", "figures: [\n", ": not valid YAML:"),
    Spoil("no mapping", FIRST, "claimant: xa-mod\n", "- a\n", ": not valid YAML:"),
    Spoil("deep nesting", FIRST, "low: 100", f"low: {'[' * 9}1{']' * 9}",
          ":10: nested deeper than 6 levels; expected a record"),
    # Types
    Spoil("list for a value", FIRST, "low: 100", "low: [100]",
          ":10: figures[0].low: found a list; expected a whole number of people"),
    Spoil("value for a list", FIRST, "measure: killed\n", "measure: killed\n    includes: killed\n",
          ":9: figures[0].includes: found a single value; expected a list"),
    Spoil("NO as a value", REPORT, "language: en", "language: NO",
          ":3: language: 'NO' does not fit; expected a language code in lower case"),
    Spoil("010 as a number", FIRST, "low: 100", "low: 010",
          ":10: figures[0].low: '010' is not a whole number of people; expected digits only: 2000"),
    Spoil("1_000 as a number", FIRST, "low: 100", "low: 1_000",
          ":10: figures[0].low: '1_000' is not a whole number of people"),
    Spoil("negative people", FIRST, "low: 100", "low: -100",
          ":10: figures[0].low: '-100' is not a whole number of people"),
    Spoil("fractional people", FIRST, "low: 100", "low: 100.5",
          ":10: figures[0].low: '100.5' is not a whole number of people"),
    Spoil("too many people", FIRST, "low: 100", "low: 9000000000",
          ":10: figures[0].low: 9000000000 people is out of range; expected at most 100000000"),
    Spoil("truth value", FIRST, "bound:", "ambiguous: yes\n    bound:",
          ":9: figures[0].ambiguous: 'yes' is no truth value; expected true or false"),
    Spoil("undecided text", FIRST, "basis:", "note: TODO right?\nbasis:",
          ":3: note: left to decide: right?; expected text on one line"),
    Spoil("undecided code", FIRST, "measure: killed", "measure: TODO dead or lost?",
          ":8: figures[0].measure: left to decide: dead or lost?; expected one of killed, died_of"),
    Spoil("undecided item", KEPT, "relayed_by: [xa-press]", "relayed_by: [xa-press, TODO who]",
          ":5: relayed_by[1]: left to decide: who; expected an id: lower-case letters"),
    Spoil("formula", FIRST, "basis:", "note: =1+1\nbasis:",
          ":3: note: begins with '=', which spreadsheets run as a formula"),
    Spoil("empty text", FIRST, "basis:", "note: ''\nbasis:",
          ":3: note: is empty; expected text, or leave the key out"),
    Spoil("unknown code", FIRST, "measure: killed", "measure: kiled",
          ":8: figures[0].measure: unknown code 'kiled'; did you mean killed?; expected one of"),
    Spoil("no http address", REPORT, "https://", "ftp://",
          ":1: url: 'ftp://www.press.example/first' does not fit; expected an address that begins"),
    # Dates
    Spoil("impossible date", FIRST, "claimed_on: 2030-01-10", "claimed_on: 2030-02-30",
          ":2: claimed_on: '2030-02-30' is not a day of the calendar"),
    Spoil("malformed date", FIRST, "claimed_on: 2030-01-10", "claimed_on: 10 January 2030",
          ":2: claimed_on: '10 January 2030' is not a date; expected 2025-09-02, 2025-09 or 2025"),
    Spoil("malformed EDTF", SECOND, "as_of: 2030-01-19", "as_of: 2030-01/2029-xx",
          ":12: figures[0].as_of: '2029-xx' is not a date"),
    Spoil("period backwards", SECOND, "as_of: 2030-01-19", "as_of: 2030-01-19/2030-01-02",
          ":12: figures[0].as_of: '2030-01-19/2030-01-02' ends before it starts"),
    Spoil("as_of after claimed_on", SECOND, "as_of: 2030-01-19", "as_of: 2030-01-21",
          ":12: figures[0].as_of: 2030-01-21 is after claimed_on 2030-01-20"),
    Spoil("claimed after publication", REPORT, "published_on: 2030-01-10",
          "published_on: 2030-01-09",
          f"{FIRST}:2: claimed_on: 2030-01-10 is after 2030-01-10-xa-press was published"),
    Spoil("retrieved before publication", REPORT, "mentions:", "retrieved_on: 2030-01-09\nmentions:",
          ":5: retrieved_on: 2030-01-09 is before published_on 2030-01-10"),
    # Ids
    Spoil("unknown actor", FIRST, "claimant: xa-mod", "claimant: xa-mood",
          ":1: claimant: unknown actor 'xa-mood'; did you mean xa-mod?; expected an id of actors"),
    Spoil("unknown publisher", REPORT, "publisher: xa-press", "publisher: xa-pres",
          ":2: publisher: unknown publisher 'xa-pres'; did you mean xa-press"),
    Spoil("unknown relayer", KEPT, "[xa-press]", "[ya-press]",
          ":5: relayed_by[0]: unknown publisher 'ya-press'; did you mean xa-press"),
    Spoil("unknown population", FIRST, "south-army", "south-armi",
          ":6: figures[0].population: unknown population 'south-armi'; did you mean south-army?"),
    Spoil("unknown place", FIRST, "xb-east", "xb-west",
          ":7: figures[0].place: unknown place 'xb-west'; did you mean xb-east?"),
    Spoil("unknown conflict", POPULATION, "north-south", "north-soth",
          ":2: conflict: unknown conflict 'north-soth'; did you mean north-south?"),
    Spoil("unknown party", "registers/conflicts/north-south.yaml", "rebels", "rebel",
          ":7: sides[1].parties[1]: unknown actor 'rebel'; did you mean rebels?"),
    Spoil("unknown figure", REPORT, "figure: xa-mod-2030-01-10-killed",
          "figure: xa-mod-2030-01-10-kiled",
          ":6: mentions[0].figure: unknown figure 'xa-mod-2030-01-10-kiled'; did you mean"),
    Spoil("unknown document", KEPT, "2030-01-21-second.txt", "2030-01-21-secnd.txt",
          ":6: document: no document '2030-01-21-secnd.txt'; expected a file of 2030-01-21-second"),
    Spoil("unknown language", REPORT, "language: en", "language: xx",
          ":3: language: no language file for 'xx'"),
    Spoil("id used twice", SECOND, "id: xa-mod-2030-01-20-casualties", "id: xa-mod-2030-01-20-killed",
          ":14: figures[1].id: xa-mod-2030-01-20-killed is used twice, first in"),
    Spoil("id of another statement", SECOND, "id: xa-mod-2030-01-20-casualties",
          "id: xa-mod-2030-01-10-casualties",
          ":14: figures[1].id: 'xa-mod-2030-01-10-casualties' does not match its statement"),
    Spoil("id that is no id", FIRST, "id: xa-mod-2030-01-10-killed", "id: XA Killed",
          ":5: figures[0].id: 'XA Killed' does not fit; expected an id"),
    Spoil("alias of two", "registers/actors/rebels.yaml", "kind:", "aliases: [northern mod]\nkind:",
          "actors/xa-mod.yaml:4: aliases[0]: 'Northern MoD' already names rebels; expected it once"),
    # Values
    Spoil("low above high", SECOND, "low: 5000", "low: 7000",
          ":19: figures[1].low: low 7000 is above high 6000; expected low <= best <= high"),
    Spoil("bound that does not fit", FIRST, "bound: at_least", "bound: exact",
          ":9: figures[0].bound: found low; expected best with bound exact"),
    Spoil("value with bound vague", FIRST, "bound: at_least", "bound: vague",
          ":9: figures[0].bound: found low; expected no value with bound vague"),
    Spoil("includes of killed", FIRST, "bound:", "includes: [wounded]\n    bound:",
          ":9: figures[0].includes: stands with measure killed; expected only with casualties"),
    Spoil("component twice", SECOND, "[killed, wounded]", "[killed, killed]",
          ":17: figures[1].includes: names a component twice; expected each once"),
    Spoil("plan as a fact", FIRST, "measure: killed", "measure: planned",
          ":11: figures[0].scope: scope cumulative with measure planned; expected plan"),
    Spoil("superseded by hand", FIRST, "scope: cumulative", "scope: cumulative\n    status: superseded",
          ":12: figures[0].status: superseded is worked out; expected `supersedes`"),
    Spoil("status without a reason", FIRST, "scope: cumulative",
          "scope: cumulative\n    status: retracted",
          "figures[0].status_reason: is missing; expected with status retracted"),
    # Chains
    Spoil("supersedes a later figure", FIRST, "scope: cumulative",
          "scope: cumulative\n    supersedes: xa-mod-2030-01-20-killed",
          ":12: figures[0].supersedes: xa-mod-2030-01-20-killed was claimed on 2030-01-20, after"),
    Spoil("circle", FIRST, "scope: cumulative",
          "scope: cumulative\n    supersedes: xa-mod-2030-01-20-killed",
          ":12: figures[0].supersedes: leads back to this figure in a circle"),
    Spoil("supersedes itself", SECOND, "supersedes: xa-mod-2030-01-10-killed",
          "supersedes: xa-mod-2030-01-20-killed",
          ":13: figures[0].supersedes: leads back to this figure in a circle"),
    Spoil("supersedes another kind", SECOND, "scope: cumulative\n    as_of",
          "scope: cumulative\n    part_of: xa-mod-2030-01-20-killed\n    as_of",
          "figures[0].part_of: leads back to this figure in a circle"),
    Spoil("supersedes another measure", SECOND, "high: 6000\n    scope: cumulative",
          "high: 6000\n    scope: cumulative\n    supersedes: xa-mod-2030-01-10-killed",
          "figures[1].supersedes: xa-mod-2030-01-10-killed has measure killed; expected casualties"),
    Spoil("superseded twice", SECOND, "high: 6000\n    scope: cumulative",
          "high: 6000\n    scope: cumulative\n    supersedes: xa-mod-2030-01-10-killed",
          "is already superseded by xa-mod-2030-01-20-killed"),
    # Mentions and sources
    Spoil("figure without mention", THIRD, "figure: xa-mod-2030-01-20-casualties",
          "figure: xa-mod-2030-01-10-killed",
          f"{SECOND}:14: figures[1].id: xa-mod-2030-01-20-casualties has no mention"),
    Spoil("mention without words", REPORT, "    as_written: at least 100\n", "",
          "mentions[0].as_written: key is missing; expected the number phrase"),
    Spoil("mention twice", THIRD, "- figure: xa-mod-2030-01-20-casualties\n"
          "    as_written: 5,000 to 6,000", "- figure: xa-mod-2030-01-20-killed\n"
          "    as_written: more than 2,000\n    differs: [bound]",
          ":9: mentions[1].figure: xa-mod-2030-01-20-killed stands twice with the same words"),
    Spoil("span outside the document", KEPT, "[29, 40]", "[29, 400]",
          ":10: mentions[0].span: [29, 400] lies outside the document; expected [start, end]"),
    Spoil("span of other words", KEPT, "[29, 40]", "[28, 40]",
          ":9: mentions[0].as_written: is 'about 2,000', but the document has ' about 2,000' at"),
    Spoil("span without a document", KEPT, "document: 2030-01-21-second.txt\n", "",
          ":9: mentions[0].span: stands without a document"),
    Spoil("document without a span", KEPT, "    span: [29, 40]\n", "",
          "mentions[0].span: key is missing; expected [start, end] with a document"),
    Spoil("document that nobody names", KEPT, "document: 2030-01-21-second.txt\n", "",
          "documents/2030-01-21-second.txt:1: no report names this document"),
    Spoil("measure differs unsaid", THIRD, "differs: [bound]", "differs: [bound, measure]",
          "mentions[1].printed_measure: key is missing; expected with differs: [measure]"),
    Spoil("page entered twice", THIRD, "https://press.example/third", "https://press.example/second",
          ":1: url: stands in 2030-01-21-xa-press too; expected one report a page"),
    Spoil("page of another host", REPORT, "www.press.example", "www.pres.example",
          ":1: url: host pres.example is not one of publisher xa-press; expected one of press.ex"),
    Spoil("report without a page", REPORT, "url: https://www.press.example/first\n", "",
          "url: key is missing; expected the address of the page, or a document"),
    Spoil("primary without an actor", "registers/publishers/xa-mod-page.yaml", "actor: xa-mod\n", "",
          "actor: key is missing; expected the actor whose page this is"),
    # The words must say the number
    Spoil("other number", REPORT, "as_written: at least 100", "as_written: at least 200",
          ":7: mentions[0].as_written: 'at least 200' (en) says low 200 (at_least), "
          "xa-mod-2030-01-10-killed has low 100 (at_least); expected differs: [value]"),
    Spoil("other bound", REPORT, "as_written: at least 100", "as_written: about 100",
          "says best 100 (about), xa-mod-2030-01-10-killed has low 100 (at_least); "
          "expected differs: [bound]"),
    Spoil("no difference", THIRD, "as_written: more than 2,000", "as_written: about 2,000",
          "expected neither value nor bound in differs"),
    Spoil("no number", REPORT, "as_written: at least 100", "as_written: heavy casualties",
          "'heavy casualties' (en) holds no number that can be read"),
    # Form and place
    Spoil("not canonical", FIRST, "measure: killed\n    bound: at_least",
          "bound: at_least\n    measure: killed",
          ":8: not in canonical form; `casualty-ledger check --fix` rewrites it"),
]  # fmt: skip


def faults_of(seeds: Path) -> list[str]:
    return [str(fault) for fault in check_folder(seeds).faults]


def test_the_example_is_sound(seeds: Path) -> None:
    assert faults_of(seeds) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_fault_is_named_with_its_place(case: Spoil, seeds: Path) -> None:
    path = seeds / case.path
    text = path.read_text(encoding="utf-8")
    assert case.old in text
    path.write_text(text.replace(case.old, case.new, 1), encoding="utf-8", newline="")
    found = faults_of(seeds)
    wanted = case.path + case.fault if re.match(r":\d", case.fault) else case.fault
    assert any(wanted in fault for fault in found), found


def test_invalid_utf8_is_a_fault(seeds: Path) -> None:
    (seeds / FIRST).write_bytes(b"claimant: xa-mod\nnote: \xff\n")
    assert f"{FIRST}:2: byte 0xff is not valid UTF-8; expected UTF-8 text" in faults_of(seeds)


def test_a_file_over_64_kb_is_a_fault(seeds: Path) -> None:
    (seeds / FIRST).write_text("note: " + "a" * 66_000, encoding="utf-8")
    assert f"{FIRST}:1: file has 66006 bytes; expected at most 65536" in faults_of(seeds)


def test_a_file_name_must_match_its_content(seeds: Path) -> None:
    (seeds / FIRST).rename(seeds / "statements/2030/2030-01-11-xa-mod.yaml")
    assert (
        "statements/2030/2030-01-11-xa-mod.yaml:1: file name does not match its content; "
        "expected 2030-01-10-xa-mod.yaml, with -SUFFIX for a further one"
    ) in faults_of(seeds)


def test_a_file_must_lie_in_the_folder_of_its_date(seeds: Path) -> None:
    (seeds / "reports/2030/02").mkdir()
    (seeds / REPORT).rename(seeds / REPORT.replace("/01/", "/02/"))
    name = REPORT.replace("/01/", "/02/")
    expected = "expected reports/2030/01/"
    assert f"{name}:1: file lies in the wrong folder; {expected}" in faults_of(seeds)


def test_a_corrected_date_keeps_the_name_of_the_file(seeds: Path) -> None:
    path = seeds / FIRST
    text = path.read_text(encoding="utf-8").replace(
        "claimed_on: 2030-01-10", "claimed_on: 2030-01-09"
    )
    revision = (
        "revisions:\n  - on: 2030-03-01\n    field: claimed_on\n    was: 2030-01-10\n"
        "    reason: the transcript is dated a day earlier\n"
    )
    path.write_text(text + revision, encoding="utf-8")
    assert faults_of(seeds) == []


def test_an_id_does_not_move_to_another_file(seeds: Path) -> None:
    minted = {"xa-mod-2030-01-10-killed": "2029-12-31-xa-mod"}
    found = [str(fault) for fault in check_folder(seeds, minted).faults]
    assert found == [
        f"{FIRST}:5: figures[0].id: xa-mod-2030-01-10-killed stood in statement 2029-12-31-xa-mod "
        "and ids do not move; expected it there, or a new id here"
    ]


def test_files_that_no_reader_takes_are_faults(seeds: Path) -> None:
    (seeds / "statements/2030/note.txt").write_text("x", encoding="utf-8")
    (seeds / "stray.yaml").write_text("a: b\n", encoding="utf-8")
    found = "\n".join(faults_of(seeds))
    assert "statements/2030/note.txt:1: is no .yaml file" in found
    assert "stray.yaml:1: record outside the folders of records" in found


def test_a_broken_file_makes_no_further_faults(seeds: Path) -> None:
    (seeds / SECOND).write_text("claimant: [\n" + (seeds / SECOND).read_text("utf-8"), "utf-8")
    (seeds / ACTOR).write_text("nmae: x\n", encoding="utf-8")
    assert {fault.split(":")[0] for fault in faults_of(seeds)} == {SECOND, ACTOR}


def test_all_faults_of_all_files_are_listed_in_one_run(seeds: Path) -> None:
    for path, old, new in (
        (FIRST, "measure: killed", "measure: kiled"),
        (SECOND, "low: 5000", "low: 7000"),
        (REPORT, "https://", "ftp://"),
    ):
        file = seeds / path
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    result = CliRunner().invoke(app, ["check", "--seeds", str(seeds)])
    assert result.exit_code == 1
    for path in (FIRST, SECOND, REPORT, THIRD):
        assert re.search(rf"^{re.escape(str(seeds / path))}:\d+: \S+: .+; ", result.stdout, re.M)
    assert "4 faults in 4 files" in result.stderr


def test_a_clean_folder_prints_counts(seeds: Path) -> None:
    result = CliRunner().invoke(app, ["check", "--seeds", str(seeds)])
    assert result.exit_code == 0
    assert result.stdout == (
        "no faults: 2 statements, 3 figures, 3 reports, 4 mentions, 2 actors, 2 publishers, "
        "1 populations, 1 places, 1 documents\n"
    )


def test_fix_rewrites_the_file_and_shows_the_difference(seeds: Path) -> None:
    path = seeds / FIRST
    sound = path.read_text("utf-8")
    path.write_text(sound.replace("claimant: xa-mod\n", "claimant: 'xa-mod'\n\n"), "utf-8")
    result = CliRunner().invoke(app, ["check", "--fix", "--seeds", str(seeds)])
    assert result.exit_code == 0
    assert "-claimant: 'xa-mod'\n-\n+claimant: xa-mod\n" in result.stdout
    assert path.read_text("utf-8") == sound


def test_fix_leaves_a_file_with_a_fault_as_it_is(seeds: Path) -> None:
    path = seeds / FIRST
    text = "# a remark\n" + path.read_text("utf-8").replace("low: 100", "low: '1e2'")
    path.write_text(text, "utf-8")
    result = CliRunner().invoke(app, ["check", "--fix", "--seeds", str(seeds)])
    assert result.exit_code == 1
    assert path.read_text("utf-8") == text


def test_a_missing_folder_is_a_usage_error(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["check", "--seeds", str(tmp_path / "none")])
    assert result.exit_code == 2
    assert "no folder of records" in result.stderr
