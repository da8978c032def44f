"""Among whom the lost were, named after them: "800 killed among the civilians"."""

import re

from casualty_ledger.extract.claimants.source import ARMY, BODIES
from casualty_ledger.extract.counting.counts import CIVILIANS, Count, is_bare
from casualty_ledger.extract.forces.printed import BROKEN, end_with_state
from casualty_ledger.extract.marking.articles import past_article
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import STRONG, Passage
from casualty_ledger.extract.names import Names

_BASE = "forces"
_BEHIND = 24  # characters after a number or a noun
_SHORTEST = 4  # letters of an adjective
_WITH_ARTICLE = 2  # spaces
_RANKS = 5  # letters of what only says among whom, shorter ones being "of"
_BODY = re.compile(r"[^\W\d_][\w-]+")
_NAME = re.compile(r"[^\W_]+(?:['\u2019\-][^\W_]+){0,3}")


def civilians_among(passage: Passage, count: Count, original: str) -> str | None:
    """The civilians of whom a number of dead or wounded was: "800 killed among the civilians"."""
    noun = _whole_after(passage, count)
    if noun is None or noun.code != CIVILIANS:
        return None
    return original[noun.start : noun.end]


def among(passage: Passage, count: Count, original: str, names: Names) -> str | None:
    """The force that no register knows of which a number was: "62 dead among government forces"."""
    noun = _whole_after(passage, count)
    if noun is None:
        body = _body_after(passage, count, original)
        return body or _people_after(passage, count, original, names)
    if noun.code == CIVILIANS:
        return None
    end = _described_to(passage, noun)
    near = (noun.start, min(passage.end, end + _BEHIND))
    if any((mark.code, _BASE) in names.populations for mark in passage.of(Kind.COUNTRY, *near)):
        return None
    told = end > noun.end or noun.kind is Kind.ORGAN
    fighters = told or passage.of(Kind.FIGHTER, noun.start, noun.end)
    return original[past_article(passage, noun.start) : end] if fighters else None


def _body_after(passage: Passage, count: Count, original: str) -> str | None:
    """The body without a noun among whose people the lost were: "70 dead in the ranks of the Y"."""
    if passage.pack.head_before or passage.pack.capital_nouns or not is_bare(passage, count):
        return None
    for whole in passage.of(Kind.PARTITIVE, count.last, min(passage.end, count.last + _BEHIND))[:1]:
        if whole.end - whole.start < _RANKS or passage.words(count.last, whole.start) > 1:
            return None
        if passage.text[whole.end : whole.end + 1] != " ":
            return None
        name = _BODY.match(original, past_article(passage, whole.end + 1), passage.end)
        if name is None or not name.group()[0].isupper():
            return None
        if any(passage.marks.touching(kind, *name.span()) for kind in (Kind.COUNTRY, Kind.PLACE)):
            return None
        return name.group()
    return None


def _people_after(passage: Passage, count: Count, original: str, names: Names) -> str | None:
    """The people of a state without a register among whom the lost were: 50 tra gli azeri."""
    if passage.pack.head_before or not is_bare(passage, count):
        return None
    for whole in passage.of(Kind.PARTITIVE, count.last, min(passage.end, count.last + _BEHIND))[:1]:
        if passage.words(count.last, whole.start) > 1:
            return None
        for state in passage.of(Kind.COUNTRY, whole.end, min(passage.end, whole.end + _BEHIND))[:1]:
            near = passage.words(whole.end, state.start) <= _WITH_ARTICLE
            foreign = (state.code, _BASE) not in names.populations
            return original[state.start : state.end] if near and foreign else None
    return None


def _described_to(passage: Passage, noun: Mark) -> int:
    """Where a noun ends with the state, the adjective or the body after it: forces of the state."""
    end = end_with_state(passage, noun)
    if end > noun.end or not passage.pack.adjectives_after:
        return end
    start = end + 1
    for mark in passage.of(Kind.PARTITIVE, start, min(passage.end, start + _BEHIND))[:1]:
        start = mark.end + 1 if mark.start == start else start
    word = _NAME.match(passage.text, start, passage.end)
    if word is None or passage.text[end : end + 1] != " " or len(word.group()) < _SHORTEST:
        return end
    broken = any(passage.marks.touching(kind, start, start + 1) for kind in BROKEN)
    return end if broken else word.end()


def _whole_after(passage: Passage, count: Count) -> Mark | None:
    """The noun for the people among whom the dead or wounded of a number were."""
    if passage.pack.head_before or not is_bare(passage, count):
        return None
    end = min(passage.end, count.last + _BEHIND)
    for whole in _leads(passage, count.last, end)[:1]:
        if passage.words(count.last, whole.start) > 1 or passage.has_comma(count.last, whole.start):
            return None
        if not STRONG.isdisjoint(passage.text[count.last : whole.start]):
            return None  # "6 dead; among the attackers, dozens"
        for noun in _forces(passage, whole)[:1]:
            gap = (whole.end, noun.start)
            lost = passage.of(Kind.EVENT, noun.start, noun.end)
            parted = passage.crossed(*gap) or passage.has_comma(*gap)
            near = passage.words(*gap) <= _WITH_ARTICLE
            return noun if near and not lost and not parted else None
    return None


def _leads(passage: Passage, start: int, end: int) -> list[Mark]:
    """The words for "among" and "on the side of" between two places, the longest one first."""
    found = [*passage.of(Kind.PARTITIVE, start, end), *passage.of(Kind.RANKS, start, end)]
    return sorted(found, key=lambda one: (one.start, -one.end))


def _forces(passage: Passage, lead: Mark) -> list[Mark]:
    """The nouns for people after "among", and the armies after "on the side of"."""
    end = min(passage.end, lead.end + _BEHIND)
    armies = [one for one in passage.of(Kind.ORGAN, lead.end, end) if one.code in (ARMY, BODIES)]
    people = passage.of(Kind.PEOPLE, lead.end, end)
    found = people + (armies if lead.kind is Kind.RANKS else [])
    return sorted(found, key=lambda one: (one.start, -one.end))
