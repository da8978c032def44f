"""Numbers that are names of military units, or that count units."""

import re
from itertools import islice

from casualty_ledger.extract.counting.counts import STOPS
from casualty_ledger.extract.counting.nouns import WORD, abbreviated
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.numbers.lexicon import Lexicon
from casualty_ledger.numbers.reading import Reading

_NAME = re.compile(r"(?<![\d.,])\d{1,4}$")  # no group marks
_LIST = re.compile(r"(?<!\w)([^\W\d]+) (?:\d{1,4}[^\W\d]?(?:, | [^\W\d]{1,3} ))+$")
_LIST_WITHIN = 48  # characters
_LONGEST = 6  # characters
_FEW = 50
_UNIT_WITHIN = 8  # characters of a noun for people before that of a unit
_NAME_WORDS = 2
_ENDS = ((1, 0), (2, 0), (0, 1), (0, 2))  # characters of a noun within and after one for people


def names_unit(passage: Passage, end: int, lex: Lexicon) -> bool:
    """Whether a number is the name of a unit: 528. Pułk, 528工兵团."""
    if passage.pack.matching == "anywhere" and _is_glued(passage, end, lex):
        return True
    return _is_dotted(passage, end, lex)


def _is_dotted(passage: Passage, end: int, lex: Lexicon) -> bool:
    """Whether a full stop and the noun of a unit make a number its name: 528. Pułk."""
    if passage.text[end : end + 2] != ". " or abbreviated(passage, end):
        return False  # 25 tys. żołnierzy armii
    if not _may_be_name(passage, end):
        return False
    words = [found.group() for found in islice(WORD.finditer(passage.text, end + 2), _NAME_WORDS)]
    return any(lex.units.at(words, place) for place in range(len(words)))


def _may_be_name(passage: Passage, end: int) -> bool:
    return _NAME.search(passage.text, max(passage.start, end - _LONGEST), end) is not None


def follows_unit(passage: Passage, reading: Reading, lex: Lexicon) -> bool:
    """Whether a number is the name of the unit before it: Brigada 414."""
    start, end = reading.span
    before = passage.text.rfind(" ", passage.start, max(passage.start, start - 1)) + 1
    words = WORD.findall(passage.text, max(before, passage.start), start)
    if reading.best is None or not _may_be_name(passage, end):
        return False
    if _is_listed(passage, start, end, lex):
        return True
    if not STOPS.isdisjoint(passage.text[max(before, passage.start) : start]):
        return False  # "80 of the army, 31 of the navy"
    return len(words) == 1 and lex.units.at(words, 0)


def _is_listed(passage: Passage, start: int, end: int, lex: Lexicon) -> bool:
    """Whether a number ends a list of the names of units: Battalions 147, 258 and 253."""
    unit = _LIST.search(passage.text, max(passage.start, start - _LIST_WITHIN), start)
    if unit is None or not lex.units.at([unit[1]], 0):
        return False
    people = passage.of(Kind.PEOPLE, end, min(passage.end, end + _UNIT_WITHIN))[:1]
    return not any(passage.text[end : one.start] == " " for one in people)


def _is_glued(passage: Passage, end: int, lex: Lexicon) -> bool:
    """Whether a number is the name of a unit of such people: 528工兵团."""
    people = passage.of(Kind.PEOPLE, end, min(passage.end, end + _UNIT_WITHIN))[:1]
    return any(
        head.start <= end
        and passage.text[head.start : head.end] not in lex.counters
        and _ends_in_unit(passage, head, lex)
        for head in people
    )


def _ends_in_unit(passage: Passage, head: Mark, lex: Lexicon) -> bool:
    return any(
        lex.units.at([passage.text[head.end - within : head.end + after]], 0)
        for within, after in _ENDS
    )


def counts_units(passage: Passage, reading: Reading, start: int, end: int, lex: Lexicon) -> bool:
    """Whether a number counts units, whose noun begins at `start`, and not the people at `end`.

    The noun of a unit may only describe the people after it: army servicemen. So few are rather
    units: two brigades of builders.
    """
    words = WORD.findall(passage.text, start, end)
    describes = len(words) == 1 and lex.units.at(words, 0)
    return not describes or _is_few(reading)


def _is_few(reading: Reading) -> bool:
    value = reading.best or reading.low or reading.high
    return value is not None and value < _FEW
