"""Those of whom a number is a part, by the ending of their noun: güvenlik güçlerinden 7 kişi."""

from casualty_ledger.extract.claimants.source import ARMY, BODIES
from casualty_ledger.extract.counting.counts import CIVILIANS, Count, is_bare
from casualty_ledger.extract.forces.fighters import is_general
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import COMMAS, Passage
from casualty_ledger.extract.names import Names

_BASE = "forces"
_WITHIN = 32  # characters before a number in which the noun begins
_APART = (Kind.EVENT, Kind.SAYS, Kind.JOINER, Kind.BARRIER, Kind.BREAKDOWN, Kind.SCOPE, Kind.DAY)
_JOINED = frozenset(" '")


def whole_before(passage: Passage, count: Count, original: str, names: Names) -> str | None:
    """The people right before a number that is a part of them, without the ending that says so.

    The noun of the number itself tells nothing: "of the rebels 11 people".
    """
    last = count.first - 1
    if passage.text[last : last + 1] != " " or not _is_anybodys(passage, count):
        return None
    ending = _ending(passage, last)
    if ending is None:
        return None
    people = _people(passage, last)
    if people is None:
        return None
    start = _from_state(passage, people.start)
    states = passage.of(Kind.COUNTRY, start, last)
    if states and all((one.code, _BASE) in names.populations for one in states):
        return None
    return original[start : last - ending].rstrip("'\u2019")


def _ending(passage: Passage, end: int) -> int | None:
    """How many letters of the word before a place only say that a number is a part of it.

    What stands before a `|` in an ending belongs to the noun: güçleri|nden.
    """
    for ending in passage.pack.whole_endings:
        kept, _, cut = ending.rpartition("|")
        if passage.text.endswith(kept + cut, passage.start, end):
            return len(cut)
    return None


def _is_anybodys(passage: Passage, count: Count) -> bool:
    """Whether the noun of a number may be for anybody: people, the dead."""
    return count.head is None or is_bare(passage, count) or is_general(passage, count)


def _people(passage: Passage, end: int) -> Mark | None:
    """The noun for people or their body that ends at a place, with what describes it."""
    begin = max(passage.start, end - _WITHIN)
    marks = [one for one in passage.of(Kind.PEOPLE, begin, end) if one.code in (_BASE, CIVILIANS)]
    marks += [one for one in passage.of(Kind.ORGAN, begin, end) if one.code in (BODIES, ARMY)]
    lost = [one for one in marks if passage.of(Kind.EVENT, one.start, one.end)]
    near = [one for one in marks if _reaches(passage, one.end, end) and one not in lost]
    if not near:
        return None
    start = min(one.start for one in near)
    return Mark(_with_word(passage, start), end, Kind.PEOPLE, near[0].code)


def _with_word(passage: Passage, start: int) -> int:
    """Where the word before a noun begins, if it may describe it: muhalif savaşçılar."""
    begin = passage.text.rfind(" ", passage.start, start - 1) + 1
    word = passage.text[begin : start - 1]
    if begin >= start - 1 or not word.isalpha() or word.endswith(passage.pack.oblique):
        return start
    return start if any(passage.of(kind, begin, start) for kind in _APART) else begin


def _reaches(passage: Passage, start: int, end: int) -> bool:
    """Whether no more than endings of one word lie between two places."""
    between = passage.text[start:end]
    return " " not in between and COMMAS.isdisjoint(between)


def _from_state(passage: Passage, start: int) -> int:
    """Where the state begins that describes a noun, with one word between: Türkiye destekli X."""
    for state in passage.of(Kind.COUNTRY, max(passage.start, start - _WITHIN), start)[-1:]:
        between = passage.text[state.end : start]
        if between[:1] in _JOINED and between.count(" ") <= 2 and "," not in between:
            placed = passage.of(Kind.PLACE_AFTER, state.end, start)
            return start if any(one.start <= state.end + 1 for one in placed) else state.start
    return start
