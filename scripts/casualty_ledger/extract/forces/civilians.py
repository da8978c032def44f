"""Civilians who are counted, by the noun of their number or the sentence before it."""

from casualty_ledger.extract.claimants.verbs import precedes, says_after
from casualty_ledger.extract.counting.counts import CIVILIANS, Count, is_bare
from casualty_ledger.extract.forces.beside import side_in
from casualty_ledger.extract.forces.fighters import fighter_beside
from casualty_ledger.extract.forces.predicates import predicate
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_CITED_WITHIN = 2  # words between "according to" and who says it


def civilians(passage: Passage, count: Count, original: str) -> str | None:
    """The noun of a number that counts civilians, as printed.

    Not one that only stands before it, where fighters are counted: 警察击毙13名武装分子.
    """
    head = predicate(passage, count) or _described(passage, count) or count.head
    if head is None or head.code != CIVILIANS:
        return None
    if passage.pack.head_before and head.end <= count.start:
        noun = fighter_beside(passage, count)
        if noun is not None and noun.start >= count.end and _are_fighters(passage, count):
            return None
    return original[head.start : head.end]


def _described(passage: Passage, count: Count) -> Mark | None:
    """The civilians whom a word of loss after a number describes: o sedmi mrtvých civilistech."""
    head = count.head
    if head is None or head.start < count.start or not is_bare(passage, count):
        return None
    for noun in passage.of(Kind.PEOPLE, head.end, passage.end)[:1]:
        if noun.code == CIVILIANS and passage.text[head.end : noun.start] == " ":
            return noun
    return None


def civilians_before(passage: Passage, count: Count, original: str) -> str | None:
    """The civilians whom a sentence is about, where it names no fighters before a number."""
    if predicate(passage, count) is not None:
        return None
    people = passage.of(Kind.PEOPLE, passage.start, count.start)
    marks = [one for one in people if one.code == CIVILIANS and not _speak(passage, one)]
    head = count.head
    if not marks or (head is not None and passage.of(Kind.FIGHTER, head.start, head.end)):
        return None
    if passage.pack.head_before and _are_fighters(passage, count):
        return None
    last = marks[-1]
    if len(marks) > 1 and passage.of(Kind.BREAKDOWN, marks[0].end, last.start):
        last = marks[0]  # "57 civilians, among them women; more than 40 were wounded"
    if passage.pack.head_before:
        if count.listed is not None and passage.crossed(last.start, count.start):
            return None  # a counter follows a number there, and a noun of its own stands before
    elif head is not None and count.listed is not None and passage.crossed(last.start, head.start):
        return original[head.start : head.end]  # women 30, children 17, men 13
    gap = (marks[-1].end, count.start)
    parted = passage.of(Kind.COUNTRY, *gap) or ";" in passage.text[gap[0] : gap[1]]
    if parted or passage.of(Kind.FIGHTER, passage.start, count.end) or side_in(passage, *gap):
        return None
    return original[last.start : last.end]


def _are_fighters(passage: Passage, count: Count) -> bool:
    """Whether a noun for fighters stands right before a number, or after it and its counter."""
    noun = fighter_beside(passage, count)
    if noun is None or noun.end <= count.start:
        return noun is not None
    counters = passage.of(Kind.PEOPLE, count.end, noun.start)
    end = max([count.end, *(one.end for one in counters)])
    return noun.start <= end + 1


def _speak(passage: Passage, people: Mark) -> bool:
    """Whether people only say or hear how many: "villagers said", "according to helpers"."""
    cited = passage.of(Kind.SAID_BY, passage.start, people.start)[-1:]
    near = bool(cited) and passage.words(cited[0].end, people.start) <= _CITED_WITHIN
    told = near and not passage.has_comma(cited[0].end, people.start)
    listens = precedes(passage, Kind.SAYS, people.start)  # "told journalists"
    return told or listens or says_after(passage, people.end)
