"""Accuracy and speed of the number reader on the reading notes, beside other libraries.

Run by hand: `python tests/benchmarks/number_reader.py`. It is not collected by pytest. Reads the
notes beside the repository, in `../shared/reading-notes`. Peers that are not installed are left
out, and the output says so.

A value is right where low, best and high (as many as are stated) are those of the note; peers
know no bounds, so for them all numbers that they read are compared. Notes whose own label the
phrase does not bear out are listed, with the reason, in `number_reader_labels.csv`; the last two
columns hold the accuracy with those labels as listed there.
"""

import csv
import json
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from casualty_ledger.numbers import UnreadableNumber, read_number

HERE = Path(__file__).parent
NOTES = HERE.parents[1].parent / "shared" / "reading-notes"
LABELS = HERE / "number_reader_labels.csv"
TEXT2NUM_LANGUAGES = {"en", "fr", "es", "pt", "de", "nl", "it"}

Note = tuple[str, str, tuple[int, ...], str]
Peer = Callable[[str, str], list[float]]


def notes() -> Iterator[Note]:
    """Language, phrase, stated values and bound of every figure of the notes."""
    for path in sorted(NOTES.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            page = json.loads(line)
            for claim in page["claims"]:
                limits = (claim["value_low"], claim["value_best"], claim["value_high"])
                values = tuple(limit for limit in limits if limit is not None)
                yield page["language"], claim["number_as_written"], values, claim["qualifier"]


def corrected_labels() -> dict[tuple[str, str], tuple[tuple[int, ...], str]]:
    """What the phrase of a wrongly labelled note says."""
    with LABELS.open(encoding="utf-8", newline="") as stream:
        return {
            (row["language"], row["phrase"]): (
                tuple(int(value) for value in row["values"].split()),
                row["bound"],
            )
            for row in csv.DictReader(stream)
        }


def ours(phrase: str, language: str) -> tuple[tuple[int, ...], str]:
    """Our reading: the stated values and the bound."""
    try:
        reading = read_number(phrase, language)
    except UnreadableNumber:
        return (), "unread"
    limits = (reading.low, reading.best, reading.high)
    return tuple(limit for limit in limits if limit is not None), reading.bound.value


def peers() -> dict[str, Peer]:
    """The other libraries that can be started here."""
    started: dict[str, Peer] = {}
    for name, start in (
        ("text2num", _text2num),
        ("quantulum3", _quantulum),
        ("duckling", _duckling),
    ):
        try:
            started[name] = start()
        except Exception as error:  # a peer may fail in any way of its own
            reason = str(error).splitlines()[0][:90] if str(error) else type(error).__name__
            print(f"{name}: left out ({reason})")
    return started


def _text2num() -> Peer:
    from text_to_num import alpha2digit

    def read(phrase: str, language: str) -> list[float]:
        spelled = alpha2digit(phrase, language) if language in TEXT2NUM_LANGUAGES else phrase
        return _digits(spelled)

    return read


def _digits(text: str) -> list[float]:
    """Every digit string, with its group marks."""
    import re

    marks = re.findall(r"\d+(?:[.,   ']\d{3})*", text)
    return [float(re.sub(r"\D", "", mark)) for mark in marks]


def _quantulum() -> Peer:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import parser

    def read(phrase: str, language: str) -> list[float]:
        return [quantity.value for quantity in parser.parse(phrase)] if language == "en" else []

    return read


def _duckling() -> Peer:
    if "--duckling" not in sys.argv:
        raise RuntimeError("it takes minutes to start: give --duckling")
    import functools

    import jpype
    from duckling import DucklingWrapper, Language

    # it expects Python strings from Java, which newer bridges give only when asked
    jpype.startJVM = functools.partial(jpype.startJVM, convertStrings=True)

    names = {"en": "ENGLISH", "de": "GERMAN", "fr": "FRENCH", "es": "SPANISH", "it": "ITALIAN"}
    names |= {
        "ko": "KOREAN",
        "ru": "RUSSIAN",
        "pl": "POLISH",
        "pt": "PORTUGUESE",
        "uk": "UKRAINIAN",
    }
    known = {
        code: getattr(Language, name) for code, name in names.items() if hasattr(Language, name)
    }
    wrappers = {"en": DucklingWrapper(language=Language.ENGLISH)}
    wrappers["en"].parse_number("two thousand")  # fails where it does not fit the installed bridge

    def read(phrase: str, language: str) -> list[float]:
        if language not in known:
            return []
        if language not in wrappers:
            wrappers[language] = DucklingWrapper(language=known[language])
        return [item["value"]["value"] for item in wrappers[language].parse_number(phrase)]

    return read


def peer_is_right(read: Peer, phrase: str, language: str, values: tuple[int, ...]) -> bool:
    """Whether a peer reads just the values of a note."""
    try:
        return sorted(read(phrase, language)) == sorted(map(float, values))
    except Exception:  # a peer that fails on a phrase has not read it
        return False


def accuracy(
    rows: list[Note], others: dict[str, Peer]
) -> tuple[Counter[str], dict[str, Counter[str]]]:
    """How many notes there are by language, and how many each reader has right."""
    totals: Counter[str] = Counter()
    right: dict[str, Counter[str]] = {}
    labels = corrected_labels()
    for language, phrase, values, bound in rows:
        totals[language] += 1
        read_values, read_bound = ours(phrase, language)
        true_values, true_bound = labels.get((language, phrase), (values, bound))
        verdicts = {
            "values": read_values == values,
            "bounds": read_bound == bound,
            **{
                name: peer_is_right(read, phrase, language, values) for name, read in others.items()
            },
            "values*": read_values == true_values,
            "bounds*": read_bound == true_bound,
        }
        for name, verdict in verdicts.items():
            right.setdefault(name, Counter())[language] += verdict
    return totals, right


def print_accuracy(totals: Counter[str], right: dict[str, Counter[str]]) -> None:
    """One row a language, and one for all."""
    print("\n" + f"{'language':<10}{'notes':>7}" + "".join(f"{name:>12}" for name in right))
    for language, count in totals.most_common():
        shares = (right[name][language] / count for name in right)
        print(f"{language:<10}{count:>7}" + "".join(f"{share:>12.3f}" for share in shares))
    shares = (right[name].total() / totals.total() for name in right)
    print(f"{'all':<10}{totals.total():>7}" + "".join(f"{share:>12.4f}" for share in shares))
    print("*: with the labels of number_reader_labels.csv")


def phrases_a_second(read: Callable[[str, str], object], rows: list[Note], rounds: int) -> float:
    """The best of five timings, on one core."""
    best = 0.0
    for _ in range(5):
        start = time.perf_counter()
        for _ in range(rounds):
            for language, phrase, _, _ in rows:
                read(phrase, language)
        best = max(best, rounds * len(rows) / (time.perf_counter() - start))
    return best


def print_speed(rows: list[Note], others: dict[str, Peer]) -> None:
    """Phrases a second, all notes, and beside each peer on the English ones."""
    print(f"\nspeed, all notes: {phrases_a_second(ours, rows, 3):,.0f} phrases/s on one core")
    english = [row for row in rows if row[0] == "en"]
    mine = phrases_a_second(ours, english, 3)
    for name, read in others.items():
        theirs = phrases_a_second(read, english, 1)
        print(f"English notes: {mine:,.0f}/s, {name} {theirs:,.0f}/s, ratio {mine / theirs:.1f}")


def main() -> int:
    """Print both tables; 1 where there are no notes."""
    rows = list(notes())
    if not rows:
        print(f"no reading notes in {NOTES.name}: nothing to measure")
        return 1
    others = peers()
    print_accuracy(*accuracy(rows, others))
    print_speed(rows, others)
    return 0


if __name__ == "__main__":
    sys.exit(main())
