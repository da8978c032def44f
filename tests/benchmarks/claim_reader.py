"""Accuracy and speed of the claim reader, beside other libraries on the same texts.

Run by hand: `python tests/benchmarks/claim_reader.py`. It is not collected by pytest. The texts are
our labelled articles, the pages told anew in our own words, and the digests of the reading notes in
`../shared/reading-notes`, which are left out where they are not there; `claim_labels.py` says how
the labels are read. Options:
`--errors LANGUAGE` lists each error in the tuned texts of a language instead; those of held-out
texts are not listed. `--duckling en,de` adds Duckling for these languages, and minutes. `--texts
FOLDER` scores a folder of labelled pages alone, whose form `claim_labels.py` gives; with `--errors`
its errors are listed, of one language or, where none is named, of all. `--no-peers` and
`--no-speed` leave out those tables.

The peers are the `bench` group of packages, in an environment of its own:

    python -m venv .venv-bench
    .venv/bin/uv pip install --python .venv-bench -e . --group bench
    .venv-bench/bin/python tests/benchmarks/claim_reader.py

How it counts:

- Candidates and labels are matched where their number spans overlap, the largest overlap first; a
  label without a place matches the first free candidate with its numbers.
- A match is right in `value` where the stated numbers agree, whatever they bound; in `value+bound`
  where the bound agrees too, and so on. Precision is the right ones of all candidates that can be
  judged, recall the right ones of all labels, both of figures with a number. Figures in vague
  words (several hundred) have a line of their own.
- `population` is the id of the register (engineers are not all forces), `force` only whose they are.
- `force|value`, `population|value` and `claimant|value` are shares of the matches with the right
  value whose label has that field.
- Where the label or the reading is a name as printed, of a force without an id, `population` and
  `force` are right where one of the two names holds the other, in any script; only two ids are
  compared by whose force they are. A claimant is right where the ids are the same, or where of two
  printed names one holds the other.
- The table of tiers has all candidates that can be judged, also those in vague words: the share of
  them that each `confidence` has, and how many of these are right in every field (value, bound,
  measure, force and claimant, as far as the label has them), and in value and measure.
- Intervals are 95 % bootstrap intervals over documents.
- Peers read numbers without places. Beside them each text counts as a bag of numbers, for us too;
  a number of the notes' texts that repeats a listed one is not counted, any other counts as wrong.

The kinds of text on which the speed is measured, each in five languages:

- `dense`: our articles and all digests, one after the other. A digest is little but figures, so
  this is as dense as text gets.
- `pages`: our articles as pages of news are: after each paragraph with figures come paragraphs of
  the two kinds below, until 1.5 labelled figures a kilobyte remain.
- `general news`: news that names nobody who is watched and holds no figure.
- `names in it`: news that names states and people who are watched, with dates and sums of money,
  but no figure of troops.
"""

import csv
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import cycle
from pathlib import Path

import numpy as np
from claim_labels import ROOT, Document, Label, corpus, notes, pages, retold
from claim_peers import Peer, peers

from casualty_ledger.extract.candidate import Candidate
from casualty_ledger.numbers.folding import fold

FIELDS = (
    "value",
    "value+bound",
    "value+measure",
    "value+bound+measure+force",
    "value+bound+measure+population",
    "vague",
)
GIVEN = ("force|value", "population|value", "claimant|value")
NORTH_KOREAN = "prk"
SUBJECT = "KP"  # the digests leave out what all pages of their collection are about
TIERS = ("high", "medium", "low")
WHOLE = frozenset(("value", "bound", "measure", "force", "claimant"))
ROUNDS = 1000

Reader = Callable[[Document], list[Candidate]]


def ledger_reader() -> Reader:
    """The claim reader with the names of the registers."""
    from casualty_ledger.extract.document import Meta
    from casualty_ledger.extract.reader import extract
    from casualty_ledger.extract.registers import read_names

    names = read_names(ROOT / "dataset")

    def read(document: Document) -> list[Candidate]:
        meta = Meta(
            document.name,
            document.language,
            document.published_on,
            subject=None if document.complete else SUBJECT,
        )
        return extract(document.text, meta, names)

    return read


def numbers_of(candidate: Candidate) -> tuple[int, ...]:
    """The stated numbers, whatever they bound."""
    limits = (candidate.value_low, candidate.value_best, candidate.value_high)
    return tuple(limit for limit in limits if limit is not None)


# Matching -------------------------------------------------------------------------------------


def match(labels: Iterable[Label], candidates: list[Candidate]) -> dict[int, Label]:
    """The label of each candidate (by its place in the list) that has one."""
    placed = [label for label in labels if label.span]
    overlaps = [
        (_overlap(label.span, candidate.number_span), index, number)
        for number, label in enumerate(placed)
        for index, candidate in enumerate(candidates)
    ]
    found: dict[int, Label] = {}
    taken: set[int] = set()
    for size, index, number in sorted(overlaps, key=lambda item: (-item[0], item[1:])):
        if size > 0 and index not in found and number not in taken:
            found[index] = placed[number]
            taken.add(number)
    for label in labels:
        if not label.span:
            free = (
                index
                for index, candidate in enumerate(candidates)
                if index not in found and numbers_of(candidate) == label.numbers
            )
            index = next(free, None)
            if index is not None:
                found[index] = label
    return found


def _overlap(first: tuple[int, int], second: tuple[int, int]) -> int:
    return min(first[1], second[1]) - max(first[0], second[0])


def judged(document: Document, candidate: Candidate) -> bool:
    """Whether a candidate without a label is an error; see `claim_labels`."""
    if candidate.bound == "unspecified":
        return False
    places = [label.span for label in document.unjudged if label.span]
    if any(_overlap(place, candidate.number_span) > 0 for place in places):
        return False
    if document.complete:
        return True
    population = candidate.population
    if population and not population.startswith(NORTH_KOREAN):
        return False
    known = document.labels + document.unjudged
    return all(numbers_of(candidate) != label.numbers for label in known)


# Counting -------------------------------------------------------------------------------------


@dataclass
class Score:
    """Counts of one document, and its errors in words."""

    document: Document
    counts: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)


def score(document: Document, candidates: list[Candidate]) -> Score:
    """What is right, read and asked in one document."""
    result = Score(document)
    found = match(document.labels, candidates)
    read = [
        (candidate, found.get(index))
        for index, candidate in enumerate(candidates)
        if index in found or judged(document, candidate)
    ]
    for label in document.labels:
        for name in FIELDS:
            result.counts[f"asked {name}"] += (name == "vague") == (not label.numbers)
    for candidate, label in read:
        _count(result, candidate, label)
    matched = [id(label) for label in found.values()]
    for label in document.labels:
        if id(label) not in matched:
            result.errors.append(f"missed   {_words(document, label)}")
    return result


def _count(result: Score, candidate: Candidate, label: Label | None) -> None:
    _count_tier(result, candidate, label)
    numbers = numbers_of(candidate)
    for name in FIELDS:
        result.counts[f"read {name}"] += (name == "vague") == (not numbers)
    if label is None:
        result.errors.append(f"no claim {candidate.number_text!r} {_reading(candidate)}")
        return
    if not numbers or not label.numbers:
        right = not numbers and not label.numbers
        result.counts["right vague"] += right
        if not right:
            _note(result, candidate, label, ["vague"])
        return
    wrong = _wrong_fields(candidate, label)
    result.counts["right value"] += "value" not in wrong
    result.counts["right value+bound"] += not wrong & {"value", "bound"}
    result.counts["right value+measure"] += not wrong & {"value", "measure"}
    for name in ("force", "population"):
        whole = not wrong & {"value", "bound", "measure", name}
        result.counts[f"right value+bound+measure+{name}"] += whole
    if "value" not in wrong:
        asked_for = {"force": label.population, "population": label.population}
        asked_for["claimant"] = label.claimants
        for name, asked in asked_for.items():
            if asked:
                result.counts[f"asked {name}|value"] += 1
                result.counts[f"right {name}|value"] += name not in wrong
    if wrong - {"force"}:
        _note(result, candidate, label, sorted(wrong - {"force"}))


def _count_tier(result: Score, candidate: Candidate, label: Label | None) -> None:
    """What is right at the confidence of a candidate."""
    wrong = WHOLE if label is None else _wrong_fields(candidate, label)
    tier = candidate.confidence.value
    result.counts[f"read {tier}"] += 1
    result.counts[f"right {tier}"] += not wrong & WHOLE
    result.counts[f"right {tier} value+measure"] += not wrong & {"value", "measure"}


def _wrong_fields(candidate: Candidate, label: Label) -> set[str]:
    populations = () if label.population is None else (label.population, *label.population_also)
    checks = {
        "value": numbers_of(candidate) == label.numbers,
        "bound": candidate.bound == label.bound,
        "measure": candidate.measure == label.measure,
        "force": not populations
        or any(_is_force(candidate.population, one) for one in populations),
        "population": not populations
        or any(_is_population(candidate.population, one) for one in populations),
        "claimant": not label.claimants or _is_claimant(candidate.claimant, label.claimants),
    }
    return {name for name, right in checks.items() if not right}


def _is_population(read: str | None, labelled: str) -> bool:
    return read == labelled or _is_printed(read, labelled)


def _is_force(read: str | None, labelled: str) -> bool:
    """Whether the same people are meant: North Korean engineers are North Korean forces."""
    if read in _registered() and labelled in _registered():
        return str(read).split("-")[0] == labelled.split("-")[0]
    return _is_printed(read, labelled)


def _is_printed(read: str | None, labelled: str) -> bool:
    """Whether two names agree of which at least one is printed and no id."""
    if not read or (read in _registered() and labelled in _registered()):
        return read == labelled
    return _holds(read, labelled)


def _holds(read: str, labelled: str) -> bool:
    """Whether one of two names holds the other."""
    one, other = _folded(read), _folded(labelled)
    return one in other or other in one


def _folded(name: str) -> str:
    """A name without case and without the form of its apostrophes and letters."""
    return fold(name).text.casefold()


@cache
def _registered() -> frozenset[str]:
    """The ids of the register of populations."""
    return _ids("populations", "population_id")


@cache
def _claimants() -> frozenset[str]:
    """The ids of the registers that a claimant may be from."""
    return _ids("actors", "actor_id") | _ids("publishers", "publisher_id")


def _ids(table: str, key: str) -> frozenset[str]:
    """The ids of a table of the dataset."""
    with (ROOT / "dataset" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row[key] for row in csv.DictReader(file))


def _is_claimant(read: str | None, labelled: tuple[str, ...]) -> bool:
    """Whether an id is among those of a label, or a printed name agrees with one of its names."""
    if not read or read in _claimants():
        return read in labelled
    return any(_holds(read, name) for name in labelled if name not in _claimants())


def _note(result: Score, candidate: Candidate, label: Label, wrong: list[str]) -> None:
    words = f"{_words(result.document, label)}; read {candidate.number_text!r}"
    result.errors.append(f"{'+'.join(wrong):<9}{words} {_reading(candidate)}")


def _words(document: Document, label: Label) -> str:
    text = document.text[slice(*label.span)] if label.span else "(not in the text)"
    told = (*label.numbers, label.bound, label.measure, label.population, *label.claimants)
    return f"{text!r} {' '.join(map(str, told))}"


def _reading(candidate: Candidate) -> str:
    told = (candidate.bound, candidate.measure, candidate.population, candidate.claimant)
    return " ".join(map(str, (*numbers_of(candidate), *told)))


# Tables ---------------------------------------------------------------------------------------


def matrix(scores: list[Score], names: list[str]) -> np.ndarray:
    """One row a document, one column a count."""
    return np.array([[one.counts[name] for name in names] for one in scores], dtype=float)


def ratios(counts: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Precision, recall and F1 of columns right, read, asked."""
    right, read, asked = counts[..., 0], counts[..., 1], counts[..., 2]
    with np.errstate(invalid="ignore", divide="ignore"):
        return right / read, right / asked, 2 * right / (read + asked)


def bootstrap(counts: np.ndarray) -> np.ndarray:
    """Sums of the columns over documents drawn with replacement."""
    draws = np.random.default_rng(20250902).integers(0, len(counts), (ROUNDS, len(counts)))
    return counts[draws].sum(axis=1)


def print_group(title: str, scores: list[Score]) -> None:
    """Precision, recall and F1 with intervals, then the shares given the value."""
    labels = sum(len(one.document.labels) for one in scores)
    print(f"\n{title}: {len(scores)} texts, {labels} figures")
    print(f"  {'':<32}{'P':>7}{'R':>7}{'F1':>7}   {'95 % of F1':<15}{'figures':>7}")
    for name in FIELDS:
        counts = matrix(scores, [f"right {name}", f"read {name}", f"asked {name}"])
        if not counts.any():
            continue
        precision, recall, f1 = ratios(counts.sum(axis=0))
        low, high = np.nanpercentile(ratios(bootstrap(counts))[2], [2.5, 97.5])
        asked = int(counts[:, 2].sum())
        line = f"  {name:<32}{precision:>7.3f}{recall:>7.3f}{f1:>7.3f}"
        print(f"{line}   {low:.3f}-{high:.3f}    {asked:>7}")
    for name in GIVEN:
        counts = matrix(scores, [f"right {name}", f"asked {name}"])
        right, asked = counts.sum(axis=0)
        if not asked:
            continue
        drawn = bootstrap(counts)
        with np.errstate(invalid="ignore", divide="ignore"):
            low, high = np.nanpercentile(drawn[:, 0] / drawn[:, 1], [2.5, 97.5])
        share = right / asked
        print(f"  {name:<32}{'':>14}{share:>7.3f}   {low:.3f}-{high:.3f}    {int(asked):>7}")


def print_tiers(title: str, scores: list[Score]) -> None:
    """How many candidates have each confidence, and how many of these are right."""
    total = sum((one.counts for one in scores), Counter[str]())
    read = sum(total[f"read {tier}"] for tier in TIERS)
    print(f"\n{title}, by confidence: {read} candidates\n  {'':<8}{'share':>7}", end="")
    print(f"{'all right':>11}{'value+measure':>15}{'candidates':>12}")
    for tier in TIERS:
        size = total[f"read {tier}"]
        row = [
            total[f"right {tier}{name}"] / size if size else 0 for name in ("", " value+measure")
        ]
        share = size / read if read else 0
        print(f"  {tier:<8}{share:>7.3f}{row[0]:>11.3f}{row[1]:>15.3f}{size:>12}")


def print_languages(title: str, scores: list[Score]) -> None:
    """F1 by field, one row a language."""
    short = ("value", "+bound", "+measure", "+b+m+for", "+b+m+pop", "vague")
    short += ("force|v", "pop|v", "claim|v")
    print(f"\n{title}, F1 by language\n  {'':<5}{'texts':>6}{'figures':>8}", end="")
    print("".join(f"{name:>10}" for name in short))
    sizes = Counter(one.document.language for one in scores)
    for language, size in sizes.most_common():
        mine = [one for one in scores if one.document.language == language]
        cells = []
        for name in FIELDS:
            counts = matrix(mine, [f"right {name}", f"read {name}", f"asked {name}"])
            cells.append(float(ratios(counts.sum(axis=0))[2]))
        for name in GIVEN:
            right, asked = matrix(mine, [f"right {name}", f"asked {name}"]).sum(axis=0)
            cells.append(right / asked if asked else float("nan"))
        labels = sum(len(one.document.labels) for one in mine)
        row = "".join(f"{'-' if cell != cell else f'{cell:.3f}':>10}" for cell in cells)
        print(f"  {language:<5}{size:>6}{labels:>8}{row}")


# Peers ----------------------------------------------------------------------------------------


def bag_score(document: Document, readings: list[tuple[float, str | None]]) -> Score:
    """Numbers, and numbers with their measure, as bags."""
    result = Score(document)
    asked = [(float(n), label.measure) for label in document.labels for n in label.numbers]
    known = {number for number, _ in asked}
    known |= {float(n) for label in document.unjudged for n in label.numbers}
    for name, keep in (("value", lambda pair: pair[0]), ("value+measure", lambda pair: pair)):
        wanted, read = Counter(map(keep, asked)), Counter(map(keep, readings))
        right = wanted & read
        extra = read - wanted
        if not document.complete:
            extra = Counter(
                {
                    item: count
                    for item, count in extra.items()
                    if (item if name == "value" else item[0]) not in known
                }
            )
        result.counts[f"right {name}"] = right.total()
        # a listed number with another measure is read, and wrong
        result.counts[f"read {name}"] = result.counts["read value"] or right.total() + extra.total()
        result.counts[f"asked {name}"] = wanted.total()
    return result


def print_peers(groups: dict[str, list[Document]], reader: Reader | None) -> None:
    """F1 of the numbers, and of numbers with their measure where a reader gives one."""
    print("\nbeside other readers, each text as a bag of numbers, 95 % intervals")
    readers: dict[str, Peer] = peers()
    for title, documents in groups.items():
        english = [document for document in documents if document.language == "en"]
        for kind, chosen in ((title, documents), (f"{title}, English", english)):
            if not chosen:
                continue
            print(f"  {kind:<32}{'P':>7}{'R':>7}{'F1':>7}")
            if reader:
                ours = [bag_score(one, _bag(reader(one))) for one in chosen]
                _print_bags("casualty-ledger", ours, with_measure=True)
            for name, peer in readers.items():
                theirs = [bag_score(one, _safely(peer, one)) for one in chosen]
                _print_bags(name, theirs, with_measure=name.startswith("spaCy"))


def _bag(candidates: list[Candidate]) -> list[tuple[float, str | None]]:
    return [
        (float(number), str(candidate.measure))
        for candidate in candidates
        for number in numbers_of(candidate)
    ]


def _safely(peer: Peer, document: Document) -> list[tuple[float, str | None]]:
    try:
        return peer(document.text, document.language)
    except Exception:  # a peer that fails on a text has read nothing in it
        return []


def _print_bags(name: str, scores: list[Score], *, with_measure: bool) -> None:
    for kind in ("value", "value+measure")[: 1 + with_measure]:
        counts = matrix(scores, [f"right {kind}", f"read {kind}", f"asked {kind}"])
        precision, recall, f1 = ratios(counts.sum(axis=0))
        low, high = np.nanpercentile(ratios(bootstrap(counts))[2], [2.5, 97.5])
        label = f"{name}, {kind}"
        line = f"    {label:<30}{precision:>7.3f}{recall:>7.3f}{f1:>7.3f}"
        print(f"{line}   {low:.3f}-{high:.3f}")


# Speed ----------------------------------------------------------------------------------------

# News without a figure, in our own words.
NEUTRAL = {
    "en": "The two ministers met in the old town hall and spoke about fisheries, rail links and "
    "the teaching of languages. Neither gave a date for the next round of talks. A choir from the "
    "harbour district sang at the reception, and the mayor thanked everyone who had helped.\n\n",
    "de": "Der Gemeinderat hat den Umbau der Bibliothek beschlossen. Im Erdgeschoss soll ein Café "
    "entstehen, darüber ein Lesesaal mit Blick auf den Fluss. Gegner des Vorhabens bemängeln, dass "
    "die alten Linden am Ufer gefällt werden müssten. Die Arbeiten beginnen im Frühjahr.\n\n",
    "ru": "В городском саду открылась выставка молодых художников. Посетители могут увидеть "
    "пейзажи, портреты и рисунки, которые раньше хранились в мастерских. Вход свободный, а по "
    "вечерам на площадке играет камерный оркестр. Погода, обещают синоптики, останется тёплой.\n\n",
    "ko": "시립 도서관이 새 단장을 마치고 다시 문을 열었다. 어린이 열람실이 넓어졌고 옥상에는 작은 "
    "정원이 생겼다. 주민들은 저녁에도 이용할 수 있게 되어 반갑다고 말했다. 시는 다른 동네에도 "
    "비슷한 공간을 만들 계획이다.\n\n",
    "zh": "市中心的老剧院经过修缮后重新开放。观众可以在大厅里看到旧海报和演员的照片。"
    "剧院负责人表示，今后会有更多地方戏和儿童剧上演。周边的商店也希望因此迎来更多客人。\n\n",
}
# News that names states and people who are watched, with dates and sums, without a figure of troops.
NAMED = {
    "en": "The delegation left Moscow on Tuesday after talks with officials from Ukraine. Vladimir "
    "Putin did not attend, and the Kremlin declined to say whether a second meeting would follow. "
    "The ministers spoke about grain, rail links and the exchange of students, while protesters "
    "stood outside with flags. In 2023 the trade was worth 4.5 billion dollars, a bank said.\n\n",
    "de": "Die Delegation verließ Moskau am Dienstag nach Gesprächen mit Vertretern der Ukraine. "
    "Putin nahm nicht teil, und der Kreml wollte nicht sagen, ob ein zweites Treffen folgt. Die "
    "Minister sprachen über Getreide und Bahnlinien, während draußen Menschen mit Fahnen standen. "
    "Im Jahr 2023 betrug der Handel 4,5 Milliarden Dollar.\n\n",
    "ru": "Делегация покинула Москву во вторник после переговоров с представителями Украины. Путин "
    "не участвовал, и Кремль отказался сказать, последует ли вторая встреча. Министры говорили о "
    "зерне, железных дорогах и обмене студентами, а на улице стояли люди с флагами. В 2023 году "
    "торговля составила 4,5 миллиарда долларов.\n\n",
    "ko": "대표단은 화요일 우크라이나 대표들과 회담한 뒤 모스크바를 떠났다. 푸틴 대통령은 참석하지 "
    "않았고 크렘린은 다음 회담이 이어질지 밝히지 않았다. 장관들은 곡물과 철도, 학생 교류에 대해 "
    "이야기했다. 2023년 교역액은 45억 달러였다.\n\n",
    "zh": "代表团星期二在与乌克兰代表会谈后离开莫斯科。普京没有出席，克里姆林宫拒绝说明是否会举行"
    "下次会谈。部长们讨论了粮食、铁路和学生交流。2023年的贸易额为45亿美元。\n\n",
}
SIZE = 80_000  # characters of each text on which the speed is measured
PIECE = 8_000
PER_KB = 1.5  # figures of a kilobyte of a page


@dataclass
class Pace:
    """How fast one kind of text was read, in seconds of the process, best of three."""

    megabytes: float
    candidates: int
    seconds: float
    scan: float  # seconds of a plain scan for digits

    def __str__(self) -> str:
        each = (
            f"{1e6 * self.seconds / self.candidates:8.0f} us" if self.candidates else f"{'-':>8}   "
        )
        return (
            f"{self.megabytes / self.seconds:>8.2f} MB/s; "
            f"{self.candidates / (1000 * self.megabytes):>5.1f} candidates a kB, {each} each; "
            f"scan for digits {self.megabytes / self.scan:>6.0f} MB/s"
        )


def pace(texts: dict[str, str], reader: Reader) -> Pace:
    """Read texts by language, cut into pieces of 8,000 characters, and scan them for digits."""
    pieces = [
        Document(f"speed-{language}", "speed", language, None, text[start : start + PIECE], ())
        for language, text in texts.items()
        for start in range(0, len(text), PIECE)
    ]
    candidates = sum(len(reader(piece)) for piece in pieces)  # reads the language files, too
    digits = re.compile(r"\d+")
    return Pace(
        sum(len(piece.text.encode()) for piece in pieces) / 1e6,
        candidates,
        _seconds(reader, pieces),
        _seconds(lambda piece: [found.span() for found in digits.finditer(piece.text)], pieces),
    )


def _seconds(work: Callable[[Document], object], pieces: list[Document]) -> float:
    timings = []
    for _ in range(3):
        start = time.process_time()
        for piece in pieces:
            work(piece)
        timings.append(time.process_time() - start)
    return min(timings)


def dense_texts(documents: list[Document]) -> dict[str, str]:
    """All articles and digests of a language, one after the other."""
    found: dict[str, str] = {}
    for document in documents:
        found[document.language] = found.get(document.language, "") + document.text + "\n\n"
    return {language: found[language] for language in NEUTRAL if language in found}


def page_texts(documents: list[Document]) -> dict[str, str]:
    """Our articles, thinned: after a paragraph with figures neutral and naming ones, in turn."""
    found: dict[str, str] = {}
    for document in documents:
        if document.complete and document.language in NEUTRAL:
            found[document.language] = found.get(document.language, "") + _page(document)
    return found


def _page(document: Document) -> str:
    fillers = cycle((NEUTRAL[document.language], NAMED[document.language]))
    page, figures, start = "", 0, 0
    for paragraph in document.text.split("\n\n"):
        end = start + len(paragraph)
        figures += sum(start <= label.span[0] < end for label in document.labels if label.span)
        start = end + 2
        page += paragraph + "\n\n"
        while figures > PER_KB * len(page.encode()) / 1000:
            page += next(fillers)
    return page


def print_speed(documents: list[Document], reader: Reader) -> None:
    """The pace of each kind of text, by language and together; the docstring above has the kinds."""
    kinds = {
        "dense": dense_texts(documents),
        "pages": page_texts(documents),
        "general news": NEUTRAL,
        "names in it": NAMED,
    }
    print(f"\nspeed on one core, texts of {PIECE:,} characters, processor time")
    for title, kind in kinds.items():
        texts = {
            language: (text * (SIZE // len(text) + 1))[:SIZE] for language, text in kind.items()
        }
        for language, text in texts.items():
            print(f"  {title:<14}{language:<4}{pace({language: text}, reader)}")
        print(f"  {title:<14}all {pace(texts, reader)}")


# ----------------------------------------------------------------------------------------------


def print_scores(groups: dict[str, list[Document]], reader: Reader) -> None:
    """The tables of fields, of confidence and of languages, each for every group."""
    scores = {
        title: [score(one, reader(one)) for one in chosen] for title, chosen in groups.items()
    }
    for table in (print_group, print_tiers, print_languages):
        for title, results in scores.items():
            table(title, results)


def option(name: str) -> str | None:
    """The value of an option of the command line; empty where it has none."""
    if name not in sys.argv:
        return None
    following = sys.argv[sys.argv.index(name) + 1 :][:1]
    return following[0] if following and not following[0].startswith("--") else ""


def chosen_documents() -> list[Document]:
    """The labelled pages of `--texts`, or our articles, the retold pages and the notes."""
    folder = option("--texts")
    return list(pages(Path(folder))) if folder else [*corpus(), *retold(), *notes()]


def print_errors(documents: list[Document], reader: Reader, language: str) -> None:
    """Each error in the texts of a language, or of all, without those that are held out."""
    for document in documents:
        if document.group.endswith("held out") or language not in ("", document.language):
            continue
        errors = score(document, reader(document)).errors
        if errors:
            print(f"\n{document.name}")
            print("\n".join(f"  {error}" for error in errors))


def main() -> int:
    """Print all tables; without the claim reader those of the peers."""
    documents = chosen_documents()
    groups: dict[str, list[Document]] = {}
    for document in documents:
        groups.setdefault(document.group, []).append(document)
    if not option("--texts") and not any(title.startswith("notes") for title in groups):
        print("no reading notes: our own articles only")
    try:
        reader = ledger_reader()
    except ImportError as error:
        print(f"no claim reader ({error}): peers only")
        reader = None
    language = option("--errors")
    if reader and language is not None:
        print_errors(documents, reader, language)
        return 0
    if reader:
        print_scores(groups, reader)
    if "--no-peers" not in sys.argv:
        print_peers(groups, reader)
    if reader and "--no-speed" not in sys.argv:
        print_speed(documents, reader)
    return 0


if __name__ == "__main__":
    sys.exit(main())
