"""The body to which those who are counted belong, by its name beside their noun: PKK fighters."""

import re

from casualty_ledger.extract.claimants.source import BODIES
from casualty_ledger.extract.counting.counts import CIVILIANS, Count
from casualty_ledger.extract.forces.fighters import fighter_beside, is_fighter
from casualty_ledger.extract.forces.predicates import after_copula
from casualty_ledger.extract.marking.articles import past_genitive, past_state
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.marking.sentences import Stretch

_GLUED = "anywhere"  # there a noun for members follows the name: 8名安全部队成员
_BEHIND = 24  # characters after a number or a noun
_OF = frozenset(("", "\u306e", "\u7684", "\uc758"))  # nothing, or "of"
_OPENING = " '\"\u201c\u201d\u201e\u00ab\u300c"
_SHORTEST = 5  # letters of an adjective
_QUOTES = _OPENING + "\u00bb\u300d"
_CLOSING = frozenset("\"\u201c\u201d\u00bb'\u300d")
_NAME = re.compile(r"[^\W_]+(?:['\u2019\-][^\W_]+){0,3}")


def with_body(passage: Passage, count: Count) -> Stretch | None:
    """A noun with the name of its body: Boko Haram militants, members of the security forces."""
    head = count.head
    noun = fighter_beside(passage, count) if passage.pack.head_before else head
    if noun is None or noun.code == CIVILIANS:
        return None
    if is_fighter(passage, count):
        near = (max(passage.start, noun.start - _BEHIND), noun.start)
        for body in passage.of(Kind.ORGAN, *near)[-1:]:
            gap = passage.text[body.end : noun.start]
            if body.code == BODIES and gap.strip(_QUOTES) in _OF:
                return body.start, noun.end
    end = known_body_end(passage, noun)
    return (noun.start, end) if end is not None and noun.end > count.start else None


def known_body_end(passage: Passage, noun: Mark) -> int | None:
    """Where the body right after a noun ends, if a language file knows it: бойцов «Хезболлы»."""
    for body in passage.of(Kind.ORGAN, noun.end, passage.end)[:1]:
        if body.code != BODIES or body.start <= noun.end:
            return None
        gap = passage.text[noun.end : body.start].strip(_QUOTES)
        links = passage.of(Kind.PARTITIVE, noun.end, body.start)
        linked = any(gap == passage.text[one.start : one.end] for one in links)
        gap = "" if _is_adjective(passage, noun.end, body.start) else gap
        bare = gap in _OF and (passage.pack.adjectives_after or passage.pack.bare_genitives)
        if bare or linked or past_genitive(passage, noun.end) == body.start:
            end = _with_quote(passage, noun.end, body.end)
            return past_state(passage, end) if passage.pack.adjectives_after else end
    return None


def _is_adjective(passage: Passage, start: int, end: int) -> bool:
    """Whether one word that nobody knows describes a body: членов правительственной милиции."""
    word = passage.text[start:end].strip(" ")
    return (
        passage.pack.bare_genitives
        and len(word) >= _SHORTEST
        and word.isalpha()
        and not any(passage.of(kind, start, end) for kind in Kind if kind is not Kind.WAR)
    )


def _with_quote(passage: Passage, start: int, end: int) -> int:
    """The end of a name with its closing quotation mark, where one is open."""
    opened = any(sign in passage.text[start:end] for sign in _OPENING.strip())
    return end + (opened and passage.text[end : end + 1] in _CLOSING)


def body_end(passage: Passage, noun: Mark, original: str) -> int | None:
    """Where the name of a body after a noun ends, known or only written as a name."""
    return known_body_end(passage, noun) or _name_end(passage, noun.end, original)


def is_body(passage: Passage, count: Count) -> Stretch | None:
    """The body whose name alone says who is counted: 200 Taliban, 200名塔利班."""
    end = count.end
    if passage.pack.head_before and count.head is not None and count.head.start >= count.start:
        end = max(end, count.head.end)
    for body in passage.of(Kind.ORGAN, end, min(passage.end, end + _BEHIND))[:1]:
        armed = passage.pack.matching == _GLUED or passage.of(Kind.WAR, body.start, body.end)
        start = after_copula(passage, count) if passage.pack.matching == _GLUED else None
        gap = passage.text[max(end, start or end) : body.start]
        if body.code == BODIES and armed and not gap.strip(_QUOTES):
            return body.start, body.end
    return None


def _name_end(passage: Passage, end: int, original: str) -> int | None:
    """Where the name of a body ends whose fighters they are: combattants du PKK."""
    start = _name_start(passage, end, original)
    if start is None or passage.marks.touching(Kind.PLACE, start, start + 1):
        return None
    words: list[re.Match[str]] = []
    for word in _NAME.finditer(original, start, passage.end):
        last = words[-1].end() if words else start
        if original[last : word.start()] != (" " if words else "") or not word.group()[0].isupper():
            break
        words.append(word)
    return _with_quote(passage, end, words[-1].end()) if words else None


def _name_start(passage: Passage, end: int, original: str) -> int | None:
    """Where a name may begin after a noun and "of", which some languages leave out."""
    linked = past_genitive(passage, end)
    if linked is not None and passage.pack.adjectives_after:
        return linked
    start = end
    for one in passage.of(Kind.PARTITIVE, end, min(passage.end, end + _BEHIND))[:1]:
        start = one.end if one.start == end + 1 else start
    if original[start : start + 1] != " " or (start == end) != passage.pack.bare_genitives:
        return None  # there "of" is "from", which leads to a place
    start += 1
    start += original[start : start + 1] in _OPENING
    known = any(
        passage.marks.touching(kind, start, start + 1) for kind in Kind if kind is not Kind.WAR
    )
    return None if known else start
