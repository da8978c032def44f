"""The page: what it holds, that nothing in it can run that should not, and its words."""

import csv
import io
import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter

import pytest
from babel import Locale

from casualty_ledger.archive import VersionFolder
from casualty_ledger.explorer.encoding import encode_column, read_table
from casualty_ledger.explorer.page import explorer_page
from casualty_ledger.explorer.payload import payload, read_tables
from casualty_ledger.explorer.words import LANGUAGES, read_words
from casualty_ledger.pipeline import build_dataset
from casualty_schemas import vocabularies

ROOT = Path(__file__).parents[2]
WEB = ROOT / "scripts/casualty_ledger/explorer/web"
HOSTILE = """</script><img src=x onerror="alert(1)"><!-- \u2028 & "quoted", it's"""

# Which vocabulary a key of the words belongs to.
CODED = {
    "measure": vocabularies.Measure,
    "bound": vocabularies.Bound,
    "status": vocabularies.Status,
    "stance": vocabularies.Stance,
    "scope": vocabularies.Scope,
    "basis": vocabularies.Basis,
    "certainty": vocabularies.Certainty,
    "derivation": vocabularies.Derivation,
    "publisher_kind": vocabularies.PublisherKind,
    "differs": vocabularies.Difference,
}


class Elements(HTMLParser):
    """The start tags of a page with their attributes, and the text in each kind of element."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags:
            self.texts.setdefault(self.tags[-1][0], []).append(data)


def csv_files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.csv")}


def page_of(folder: Path, files: dict[str, bytes] | None = None) -> bytes:
    version = VersionFolder(folder)
    return explorer_page(files or csv_files(folder), version.description, "0" * 64, "Example.")


def spoilt(content: bytes, text: str) -> bytes:
    """Put ``text`` into every cell of the columns that people write freely."""
    free = {"name", "short_name", "spokesperson", "setting", "note", "as_written", "url"}
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0] if rows else ["none"], lineterminator="\n")
    writer.writeheader()
    writer.writerows({k: text if k in free else v for k, v in row.items()} for row in rows)
    return out.getvalue().encode("utf-8") if rows else content


def decoded(column: dict, length: int, keys: dict[str, list[str]]) -> list[str]:
    """What the program makes of a column."""
    if "all" in column:
        return [column["all"]] * length
    if "each" in column:
        return column["each"]
    values = keys[column["key"]] if "key" in column else column["values"]
    return ["" if row < 0 else values[row] for row in column["rows"]]


@pytest.fixture
def built(seeds: Path) -> Path:
    folder = seeds.parent / "dataset"
    build_dataset(seeds, folder)
    return folder


@pytest.mark.parametrize(
    ("cells", "form"),
    [
        (["a", "a", "a"], {"all": "a"}),
        (["", "", ""], {"all": ""}),
        (["a", "b", "c"], {"each": ["a", "b", "c"]}),
        (["abcde", "fghij"] * 3, {"values": ["abcde", "fghij"], "rows": [0, 1] * 3}),
        ([], {"each": []}),
    ],
)
def test_a_column_takes_its_shortest_form(cells: list[str], form: dict) -> None:
    assert encode_column(cells) == form


@pytest.mark.parametrize("folder", [ROOT / "dataset", None], ids=["dataset", "example"])
def test_every_cell_comes_back(folder: Path | None, built: Path) -> None:
    files = csv_files(folder or built)
    tables = read_tables(files)
    version = VersionFolder(folder or built)
    encoded = payload(tables, version.description, "0" * 64, "Example.")["tables"]
    keys = {
        "figures": list(tables["figures"].columns["figure_id"]),
        "reports": list(tables["reports"].columns["report_id"]),
    }
    for name, table in encoded.items():
        for column, form in table["columns"].items():
            cells = list(tables[name].columns[column])
            assert decoded(form, table["length"], keys) == cells, (name, column)
    header = files["figures.csv"].split(b"\n", 1)[0].decode()
    assert list(encoded["figures"]["columns"]) == header.split(",")


def test_the_policy_names_this_program_and_this_style_and_nothing_else(built: Path) -> None:
    page = page_of(built).decode("utf-8")
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    (program,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    known = {
        name: f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
        for name, text in (("script-src", program), ("style-src", style))
    }
    directives = dict(part.split(" ", 1) for part in policy.split("; "))
    assert directives == {
        "default-src": "'none'",
        "img-src": "data: blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
        **known,
    }


def test_nothing_is_loaded_and_nothing_runs_from_an_attribute(built: Path) -> None:
    for tag, attributes in Elements(page_of(built)).tags:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert "src" not in attributes
        assert tag not in ("iframe", "object", "embed", "base", "form")
        if tag == "link":
            assert attributes["href"] == "data:,"


def test_hostile_text_adds_no_element(built: Path) -> None:
    clean = csv_files(built)
    hostile = {name: spoilt(content, HOSTILE) for name, content in clean.items()}
    plain, spoiled = (Elements(page_of(built, files)) for files in (clean, hostile))
    assert hostile != clean
    assert [tag for tag, _ in spoiled.tags] == [tag for tag, _ in plain.tags]
    data = next(text for text in spoiled.texts["script"] if text.startswith('{"about"'))
    assert HOSTILE in json.loads(data)["tables"]["mentions"]["columns"]["as_written"]["all"]


def test_the_table_without_a_program_holds_every_figure(built: Path) -> None:
    page = page_of(built).decode("utf-8")
    static = page.split("<noscript>")[2].split("</noscript>")[0]
    assert static.count("\n<tr>") == read_table((built / "figures.csv").read_bytes()).length
    name = "Ministry of Defence of Northland"
    assert f"<td>2030-01-10<td>{name}<td>killed<td>Southern army<td>at least 100" in static
    assert "<td>5,000 to 6,000<td>active" in static
    assert "JavaScript is off" in page.split("<noscript>")[1]


def test_the_same_tables_give_the_same_page(built: Path) -> None:
    assert (
        page_of(built)
        == page_of(built)
        == (built / "explorer.html")
        .read_bytes()
        .replace(VersionFolder(built).identity.encode(), b"0" * 64)
        .replace(_citation(built), b"Example.")
    )


def _citation(folder: Path) -> bytes:
    from casualty_ledger.publish.citation import citation

    return citation(VersionFolder(folder).description).encode()


def test_the_page_of_the_dataset_stays_under_a_megabyte() -> None:
    assert len(page_of(ROOT / "dataset")) < 1_000_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_words(language: str) -> None:
    english, words = read_words("en"), read_words(language)
    assert list(words) == list(english)
    forms = {*Locale(language).plural_form.tags, "other"}
    for key, text in words.items():
        if isinstance(english[key], str):
            assert isinstance(text, str)
            assert places(text) == places(english[key]), key
        else:
            assert set(text) == forms, key
            for form in text.values():
                assert places(form) == places(english[key]["other"]), key


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("name", CODED)
def test_every_code_has_words(name: str) -> None:
    found = {key.partition(".")[2] for key in read_words() if key.startswith(f"{name}.")}
    assert found == set(CODED[name].codes())


def test_every_word_is_used() -> None:
    """By its whole key, or by its last part where the program puts the key together."""
    text = "".join(
        path.read_text("utf-8") for path in [*WEB.glob("source/*.js"), WEB / "page.html"]
    )
    for key in read_words():
        area, _, name = key.partition(".")
        composed = area in CODED or (re.search(rf"`{area}\.\$\{{", text) and name in text)
        assert f'"{key}"' in text or composed, key


def test_the_lock_of_the_packages_holds_no_address() -> None:
    lock = (WEB / "package-lock.json").read_text("utf-8")
    assert "://" not in re.sub(r'"(url|funding)": "[^"]*"', "", lock)
    packages = json.loads(lock)["packages"]
    assert all("integrity" in package for name, package in packages.items() if name)
