"""What the claim reader is measured against: our articles, retold pages, the reading notes.

Our articles (`tests/extract/corpus`) and the pages told anew in our own words
(`tests/extract/retold`) are labelled in full. Of a text of the notes we know less:

- The notes list North Korean figures only. A candidate of another known population is therefore
  neither right nor wrong, and so is one that repeats the value of a listed figure, or that stands
  at a figure of the notes which the ledger has not entered.
- A figure of the notes takes its value, bound, measure and population from the ledger: the page is
  found by its address, the mention by its words (the first of two equal ones before the second).
  What a mention prints goes before what the figure holds. Where the mention differs from the
  figure in the population, that field is not judged.
- Its claimant is the organisation that the note names, as an id by `claim_reader_claimants.csv`;
  either id where there are two. Others (background, unattributed, "South Korea") are not judged.
- Its place in the text is the occurrence of its words, the second one for a second figure with
  the same words; words that the digest does not have are matched by value alone.
- Half of the notes, by the checksum of their address, are held out as well.

A folder of labelled pages holds one JSON object a file:

- `url`, `language`, `published_on` (ISO 8601 or null), `title` and `text`. Where the title is not a
  part of the text it is not read.
- `figures`: for each `number_text` (from the first to the last word of number or bound, as printed),
  `occurrence` (1 for the first place of exactly this string in the text), `low`, `best`, `high`
  (null where not stated), `bound`, `measure`, `population` (an id of the registers, else the name
  as printed; null where it is not judged), `claimant` (the same), `population_also` and
  `claimant_also`, lists of other ids or printed names that are as right.
- `unclear`: objects with `number_text` and `occurrence`, which are not judged.

Every figure of the text is in one of the two lists; a candidate that is in neither is an error.
"""

import csv
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CORPUS = ROOT / "tests" / "extract" / "corpus"
RETOLD = ROOT / "tests" / "extract" / "retold"
NOTES = ROOT.parent / "shared" / "reading-notes"
CLAIMANTS = HERE / "claim_reader_claimants.csv"

Numbers = tuple[int, ...]
Span = tuple[int, int]
Row = dict[str, str]


@dataclass(frozen=True)
class Label:
    """One figure as a person reads it; None and () mean that a field is not judged."""

    span: Span | None
    numbers: Numbers
    bound: str
    measure: str
    population: str | None
    claimants: tuple[str, ...]
    population_also: tuple[str, ...] = ()  # names that are as right as `population`


@dataclass(frozen=True)
class Document:
    """A text and its figures; `unjudged` are figures that are known but not labelled."""

    name: str
    group: str
    language: str
    published_on: date | None
    text: str
    labels: tuple[Label, ...]
    unjudged: tuple[Label, ...] = ()
    complete: bool = True


def corpus() -> Iterator[Document]:
    """Our articles, in the groups `articles, tuned` and `articles, held out`."""
    for path in sorted(CORPUS.glob("*.txt")):
        meta = json.loads(path.with_suffix(".meta.json").read_text(encoding="utf-8"))
        lines = path.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()
        yield Document(
            name=path.stem,
            group=f"articles, {'held out' if meta['held_out'] else 'tuned'}",
            language=meta["language"],
            published_on=date.fromisoformat(meta["published_on"]),
            text=path.read_text(encoding="utf-8"),
            labels=tuple(_corpus_label(json.loads(line)) for line in lines),
        )


def _corpus_label(line: dict) -> Label:
    return Label(
        span=tuple(line["number_span"]),
        numbers=_numbers(line),
        bound=line["bound"],
        measure=line["measure"],
        population=line["population"],
        claimants=(line["claimant"],) if line["claimant"] else (),
    )


def retold() -> Iterator[Document]:
    """The pages told anew, in the groups `retold, tuned` and `retold, held out`."""
    yield from pages(RETOLD / "read", "retold, tuned")
    yield from pages(RETOLD / "held-out", "retold, held out")


def pages(folder: Path, group: str | None = None) -> Iterator[Document]:
    """The labelled pages of a folder, in a group, by default that of its name.

    Raises ValueError where the text of a file does not hold the words of a label.
    """
    for path in sorted(folder.glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        spans = {key: _places(path, page, key) for key in ("figures", "unclear")}
        yield Document(
            name=path.stem,
            group=group or folder.name,
            language=page["language"],
            published_on=_day(page["published_on"]),
            text=page["text"],
            labels=tuple(map(_page_label, page["figures"], spans["figures"])),
            unjudged=tuple(Label(span, (), "", "", None, ()) for span in spans["unclear"]),
        )


def _places(path: Path, page: dict, key: str) -> list[Span]:
    """Where the words of each label stand."""
    places = []
    for label in page.get(key, []):
        words, start = label["number_text"], -1
        for _ in range(label["occurrence"]):
            start = page["text"].find(words, start + 1)
            if start < 0:
                raise ValueError(
                    f"{path.name}: {words!r} ({label['occurrence']}) is not in the text"
                )
        places.append((start, start + len(words)))
    return places


def _page_label(figure: dict, span: Span) -> Label:
    claimants = [figure["claimant"], *figure.get("claimant_also", [])]
    return Label(
        span=span,
        numbers=_numbers({f"value_{limit}": figure[limit] for limit in ("low", "best", "high")}),
        bound=figure["bound"],
        measure=figure["measure"],
        population=figure["population"],
        claimants=tuple(claimant for claimant in claimants if claimant),
        population_also=tuple(figure.get("population_also", [])),
    )


def notes() -> Iterator[Document]:
    """The digests of the reading notes; nothing where there are none."""
    ledger, claimants = Ledger.read(), _rows(CLAIMANTS)
    names = {row["organisation"]: tuple(row["claimants"].split()) for row in claimants}
    for path in sorted(NOTES.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            page = json.loads(line)
            yield _digest(f"{path.stem}:{number}", page, ledger.mentions_of(page["url"]), names)


def _digest(name: str, page: dict, mentions: dict[str, list[Row]], names: dict) -> Document:
    labels, unjudged = [], []
    spans = _spans(page["digest"], [claim["number_as_written"] for claim in page["claims"]])
    for claim, span in zip(page["claims"], spans, strict=True):
        entered = mentions.get(claim["number_as_written"])
        if entered:
            mention = entered.pop(0) if len(entered) > 1 else entered[0]
            labels.append(_note_label(mention, span, names.get(claim["claimant_org"], ())))
        else:
            unjudged.append(Label(span, _numbers(claim), "", "", None, ()))
    return Document(
        name=name,
        group=f"notes, {'held out' if _held_out(page['url']) else 'tuned'}",
        language=page["language"],
        published_on=_day(page["published_on"]),
        text=page["digest"],
        labels=tuple(labels),
        unjudged=tuple(unjudged),
        complete=False,
    )


def _held_out(url: str) -> bool:
    return int(hashlib.sha256(url.encode()).hexdigest(), 16) % 2 == 1


def _note_label(mention: Row, span: Span | None, claimants: tuple[str, ...]) -> Label:
    differs = mention["differs"].split(";")
    return Label(
        span=span,
        numbers=_numbers(mention),
        bound=mention["bound"],
        measure=mention["printed_measure"] or mention["measure"],
        population=None if "population" in differs else mention["population"],
        claimants=claimants,
    )


class Ledger:
    """The mentions of the ledger by the address of their page and by their words."""

    def __init__(self, pages: dict[str, dict[str, list[Row]]]):
        self._pages = pages

    @classmethod
    def read(cls) -> "Ledger":
        """Join mentions, figures and reports."""
        figures = {row["figure_id"]: row for row in _rows(ROOT / "dataset" / "figures.csv")}
        urls = {row["report_id"]: row["url"] for row in _rows(ROOT / "dataset" / "reports.csv")}
        pages: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
        for row in _rows(ROOT / "dataset" / "mentions.csv"):
            figure = figures[row["figure_id"]]
            joined = row | {key: figure[key] for key in ("measure", "population")}
            pages[urls[row["report_id"]]][row["as_written"]].append(joined)
        return cls(pages)

    def mentions_of(self, url: str) -> dict[str, list[Row]]:
        """The mentions of a page by their words; the lists are the caller's own."""
        return {words: list(rows) for words, rows in self._pages.get(url, {}).items()}


def _spans(text: str, phrases: list[str | None]) -> list[Span | None]:
    """Where each phrase stands, in turn; None for one that the text does not have."""
    found, used = [], Counter()
    for phrase in phrases:
        places = _occurrences(text, phrase) if phrase else []
        found.append(places[min(used[phrase], len(places) - 1)] if places else None)
        used[phrase] += 1
    return found


def _occurrences(text: str, phrase: str) -> list[Span]:
    pattern = rf"(?<![\d.,])(?<!\d ){re.escape(phrase)}(?!\d|[.,]\d)"
    return [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]


def _numbers(row: dict) -> Numbers:
    limits = (row[f"value_{limit}"] for limit in ("low", "best", "high"))
    return tuple(int(limit) for limit in limits if limit not in (None, ""))


def _day(words: str | None) -> date | None:
    return date.fromisoformat(words) if words and len(words) == len("2025-01-01") else None


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
