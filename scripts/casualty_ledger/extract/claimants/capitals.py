"""Words with capital letters that look like names of people."""

import re
from functools import lru_cache

from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage

WORD = re.compile(r"[^\W\d_]+(?:['\u2019\-\u2010-\u2012.][^\W\d_]+){0,4}")
_LETTERS = re.compile(r"[^\W\d_]+")
_ELIDED = re.compile("[a-z]{1,5}['\u2019](?=[A-Z\u00c0-\u00de])")  # d'Ansar, dell'Onu
_INITIAL = 2  # letters of an article before a hyphen: al-Shabaab
_BRAND = 4  # letters
_PLATFORM = "X"  # "on X the army said": no first name
_NO_NAMES = (
    Kind.COUNTRY, Kind.ORGAN, Kind.PLACE, Kind.TITLE, Kind.MONTH, Kind.WEEKDAY, Kind.PUBLISHER,
    Kind.ACTOR, Kind.SAYS, Kind.SAID_BY, Kind.PEOPLE, Kind.EVENT, Kind.PLACE_BEFORE, Kind.JOINER,
    Kind.STATUS, Kind.DAY, Kind.MASK, Kind.TOLD,
)  # fmt: skip


def is_known(passage: Passage, start: int, end: int) -> bool:
    """Whether the language file or the registers know a word of a name as something else."""
    return any(
        mark.start < end and start < mark.end for kind in _NO_NAMES for mark in passage.of(kind)
    )


def capital_runs(passage: Passage, original: str) -> list[tuple[int, int]]:
    """Runs of words with capital letters that look like names of people."""
    bodies = {mark.start for mark in passage.of(Kind.GROUP)}  # Frente is also "facing"
    known = [
        (mark.start, mark.end)
        for kind in _NO_NAMES
        for mark in passage.of(kind)
        if mark.start not in bodies
    ]
    runs: list[tuple[int, int]] = []
    open_run = False
    for match in WORD.finditer(original, passage.start, passage.end):
        start, end = _after_elision(match)
        small = original[start:end] == _PLATFORM or not _is_capital(original, start, end)
        if small or any(first <= start < last for first, last in known):
            open_run = False
            continue
        if not runs and (
            _is_small(passage, original, start, end) or _is_article(passage, start, end)
        ):
            open_run = False
            continue
        if open_run and original[runs[-1][1] : start] in (" ", "\xa0"):
            runs[-1] = (runs[-1][0], _with_full_stop(passage, start, end))
        else:
            runs.append((start, end))
            open_run = True
    return runs


def _with_full_stop(passage: Passage, start: int, end: int) -> int:
    """The end of the last word of a name, with the full stop of an abbreviation: "Brawner Jr."."""
    stopped = passage.text[end : end + 1] == "." and end + 1 < passage.end
    return end + int(stopped and passage.text[start:end] in passage.pack.abbreviations)


def _after_elision(word: re.Match[str]) -> tuple[int, int]:
    """Where a word begins and ends, without an article or a preposition before it: d'Ansar."""
    elided = _ELIDED.match(word.group())
    return word.start() + (elided.end() if elided is not None else 0), word.end()


def _is_capital(original: str, start: int, end: int) -> bool:
    """Whether a word begins a name: with a capital letter, with one after "al-", or iCasualties."""
    if original[start].isupper() or (end - start > _BRAND and original[start + 1].isupper()):
        return True
    article, hyphen, name = original[start:end].partition("-")
    return bool(hyphen) and len(article) <= _INITIAL and name[:1].isupper()


def _is_small(passage: Passage, original: str, start: int, end: int) -> bool:
    """Whether the first word of a sentence has small letters elsewhere: "Ein Mitglied".

    Asked only where nouns have capital letters, so that what follows looks like a name.
    """
    first = not passage.text[passage.start : start].strip()
    if not passage.pack.capital_nouns or not first:
        return False
    return original[start:end].lower() in plain_words(original)


def _is_article(passage: Passage, start: int, end: int) -> bool:
    """Whether the first word of a sentence is an article: "The Karen National Union"."""
    first = not passage.text[passage.start : start].strip()
    return first and passage.text[start:end] in passage.pack.articles


@lru_cache(maxsize=4)
def plain_words(original: str) -> frozenset[str]:
    """The words of a text that stand in it with small letters alone."""
    return frozenset(word for word in _LETTERS.findall(original) if word.islower())


def is_full_name(printed: str) -> bool:
    """Whether two or three words with capitals, and no article, are more likely a person."""
    words = printed.split()
    return len(words) in (2, 3) and all(len(word) > 1 and word[1:].islower() for word in words)
