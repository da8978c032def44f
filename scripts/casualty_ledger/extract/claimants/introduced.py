"""Media and bodies that no register knows, by the noun beside their name: "the newspaper X"."""

import re

from casualty_ledger.extract.claimants.listening import listens
from casualty_ledger.extract.claimants.source import OUTLET, PRESS, STATE_MEDIA, Source
from casualty_ledger.extract.claimants.speaking import is_attributed
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

# A name in quotation marks of one kind: "X", «X», „X“, “X”
_QUOTED = re.compile(
    '"([^"\\n]{2,60})"|\u00ab([^\u00bb\\n]{2,60})\u00bb'
    "|[\u201e\u201c]([^\u201c\u201d\\n]{2,60})[\u201c\u201d]"
)
_WORD = re.compile(r"[^\W\d_][\w.\u2019'\-]*[^\W_]|[^\W\d_]")
_LINKING = 5  # letters of a word inside a name: of, for, della
_LONGEST = 6  # words
_WITHIN = 60  # characters of a name before its noun
_ABBREVIATED = 3  # letters of a state: Usa, ONU
_ADJECTIVES = 2  # words between a state and the noun
_NOT_FIRST = (Kind.MONTH, Kind.WEEKDAY, Kind.SAYS, Kind.SAID_BY, Kind.TITLE)
_KNOWN = (Kind.ACTOR, Kind.SPEAKER, Kind.PUBLISHER)


def introduced(passage: Passage, original: str) -> list[Source]:
    """Whoever speaks under a name that a noun for a medium or a body introduces.

    The source begins with the noun, or with the state that describes it. Without a name, a noun
    that a state describes speaks as printed: "a South Korean news agency said".
    """
    found: list[Source] = []
    if passage.pack.matching == "anywhere":
        return found  # no capital letters begin a name there
    for noun in _nouns(passage):
        office = noun.kind is Kind.ORGAN
        name = _name_after(passage, noun, original)
        name = name or (None if office else _name_before(passage, noun, original))
        states = _states_of(passage, noun)
        if name is None and (office or not states):
            continue
        first, last = name or (noun.start, noun.end)
        start = min(noun.start, first, *(state.start for state in states))
        end = max(noun.end, last, *(state.end for state in states))
        if _is_known(passage, start, end) or (found and start < found[-1].end):
            continue
        told = listens(passage, noun.start, noun.end)
        if not told and is_attributed(passage, start, end, near=name is None):
            rank, role = (1, PRESS) if name is None else (3, OUTLET)
            printed = original[start:end] if name is None else original[first:last]
            found.append(Source(start, end, printed, rank, True, role=role))
    return found


def _nouns(passage: Passage) -> list[Mark]:
    """The nouns for media and bodies, those of a state among them: "the state agency X"."""
    states = [one for one in passage.of(Kind.ORGAN) if one.code == STATE_MEDIA]
    nouns = passage.of(Kind.OUTLET)
    return sorted([*nouns, *states], key=lambda one: one.start) if states else nouns


def _is_known(passage: Passage, start: int, end: int) -> bool:
    return any(
        mark.start < end and start < mark.end for kind in _KNOWN for mark in passage.of(kind)
    )


def is_described(passage: Passage, state: Mark) -> bool:
    """Whether a state only describes a medium or a body: "the British newspaper"."""
    begin, end = max(passage.start, state.start - _WITHIN), min(passage.end, state.end + _WITHIN)
    nouns = passage.of(Kind.OUTLET, begin, end)
    return any(state in _states_of(passage, noun) for noun in nouns)


def _states_of(passage: Passage, noun: Mark) -> list[Mark]:
    """The state that describes a noun, before it or, where adjectives stand there, right after."""
    if passage.pack.adjectives_after:
        following = passage.of(Kind.COUNTRY, noun.end, min(passage.end, noun.end + _WITHIN))[:1]
        return [one for one in following if passage.text[noun.end : one.start] == " "]
    before = passage.of(Kind.COUNTRY, max(passage.start, noun.start - _WITHIN), noun.start)[-1:]
    return [
        one
        for one in before
        if passage.words(one.end, noun.start) <= _ADJECTIVES
        and not passage.has_comma(one.end, noun.start)
    ]


def _name_after(passage: Passage, noun: Mark, original: str) -> tuple[int, int] | None:
    """Where the name right after a noun for a medium or a body begins and ends, if one does.

    A noun with a capital letter is itself the first word of a name: El Diario de Luanda.
    """
    inside = capitals(passage, noun.start, original)
    if len(inside) > 1 and not passage.pack.capital_nouns and noun.start > passage.start:
        return inside[0][0], inside[-1][1]
    states = [one for one in _states_of(passage, noun) if not _begins_name(passage, one, original)]
    after = max([noun.end, *(state.end for state in states)])
    if original[after : after + 1] != " ":
        return None
    start = after + 1
    quoted = _QUOTED.match(original, start, passage.end)
    if quoted is not None:
        return quoted.span(quoted.lastindex or 0)
    words = capitals(passage, start, original)
    if not words or _is_other(passage, words, original):
        return None
    return words[0][0], words[-1][1]


def _begins_name(passage: Passage, state: Mark, original: str) -> bool:
    """Whether a state after a noun is the first word of a name: il sito *Myanmar Now*.

    What only describes the noun is written small there, or is short: il sito *Usa* Axios.
    """
    following = original[state.end : state.end + 2]
    return (
        passage.pack.adjectives_after
        and state.end - state.start > _ABBREVIATED
        and original[state.start].isupper()
        and following[:1] == " "
        and following[1:].isupper()
    )


def _is_other(passage: Passage, words: list[tuple[int, int]], original: str) -> bool:
    """Whether the first word in capitals begins no name."""
    start, end = words[0]
    if any(passage.marks.touching(kind, start, end) for kind in _NOT_FIRST):
        return True
    single = len(words) == 1 and not original[start:end].isupper()
    return single and (passage.pack.capital_nouns or bool(passage.of(Kind.COUNTRY, start, end)))


def capitals(passage: Passage, start: int, original: str) -> list[tuple[int, int]]:
    """The words of a name from a place on: with capital letters, or short ones between such."""
    words: list[tuple[int, int]] = []
    linking: list[tuple[int, int]] = []
    for match in _WORD.finditer(original, start, passage.end):
        last = (linking or words)[-1][1] if words else start
        gap = original[last : match.start()]
        if gap != (" " if words else "") or len(words) + len(linking) == _LONGEST:
            break
        if original[match.start()].isupper():
            words += [*linking, match.span()]
            linking = []
        elif words and len(match.group()) <= _LINKING and len(linking) <= 1:
            linking.append(match.span())
        else:
            break
    return words


def _name_before(passage: Passage, noun: Mark, original: str) -> tuple[int, int] | None:
    """A name right before its noun: "the Kyiv Independent newspaper", "X gazetesi"."""
    begin = max(passage.start, noun.start - _WITHIN)
    words: list[tuple[int, int]] = []
    for match in reversed(list(_WORD.finditer(original, begin, noun.start))):
        gap = original[match.end() : words[0][0] if words else noun.start]
        if gap.strip("'\u2019\u201d\" ") or " " not in gap or not original[match.start()].isupper():
            break
        words.insert(0, match.span())
    first = passage.start if passage.pack.event_side != "after" else -1
    named = len(words) > 1 and words[0][0] > first  # a sentence begins with a capital letter
    return (words[0][0], words[-1][1]) if named and not passage.pack.capital_nouns else None
