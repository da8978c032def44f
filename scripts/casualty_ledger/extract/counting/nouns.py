"""The noun for the people that a number counts."""

import re

from casualty_ledger.extract.counting.counts import CIVILIANS, STOPS
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

WORD = re.compile(r"[^\W_]+")
_STOPS = re.escape("".join(sorted(STOPS)))
_PHRASE = re.compile(f"[^{_STOPS} ]*(?: [^{_STOPS} ]*){{0,7}}")  # up to the eighth space
_GLUED_PHRASE = re.compile(f"[^{_STOPS}]{{0,10}}")
_BEFORE_WITHIN = 3
_BEFORE = 16  # characters
_PART_WORDS = 4  # "there are among them"
_AMOUNT = 60
_AMOUNT_WORDS = 4  # "number of North Korean officers"
_DESCRIBED_WITHIN = 2  # words between a participle and its noun
_COPULA_WORDS = 3  # spaces around "were" and an article
_CLOSING = frozenset(('"', "\u201d", "\u00bb"))  # a number in quotation marks: "hundreds" of shells
_PARTING = (Kind.PLACE_BEFORE, Kind.SAYS, Kind.BARRIER)
_APART = (
    Kind.EVENT, Kind.PEOPLE, Kind.JOINER, Kind.BARRIER, Kind.SAYS, Kind.PLACE_BEFORE,
    Kind.OTHER_BEFORE, Kind.AGENT_BEFORE, Kind.NOT_PEOPLE, Kind.PLACE_AFTER, Kind.THEME,
)  # fmt: skip
_KIND_WITHIN = 3  # characters between a counter and a noun
_BASE = "forces"
_RANKS = ("officers", "generals")
_BOTH = {"engineers", "military-builders"}
LINKS = frozenset(("", "\uc758", "\u306e", "\u7684"))  # of, in Korean, Japanese and Chinese


def phrase_end(passage: Passage, end: int, limit: int) -> int:
    """Where the noun phrase of a number that ends at `end` ends itself at the latest."""
    begin = end + abbreviated(passage, end)
    begin += passage.text[begin : begin + 1] in _CLOSING
    begin += 2 * passage.text.startswith(' "', begin)  # seven "terrorists"
    form = _GLUED_PHRASE if passage.pack.matching == "anywhere" else _PHRASE
    phrase = form.match(passage.text, begin, limit)
    return phrase.end() if phrase is not None else limit


def abbreviated(passage: Passage, end: int) -> int:
    """1 where the full stop after a number belongs to its last word: 6 tys. żołnierzy; else 0."""
    if passage.text[end : end + 1] != ".":
        return 0
    begin = end
    while begin > passage.start and passage.text[begin - 1].isalpha():
        begin -= 1
    return int(passage.text[begin:end] in passage.pack.abbreviations)


def noun_after(passage: Passage, start: int, end: int, window: int) -> Mark | None:
    """The noun for people within or after a number, up to the end of its phrase."""
    people = passage.of(Kind.PEOPLE, start, window)
    if not people:
        return None
    head = people[0]
    told = _told_of_part(passage, people)
    if told is not None:
        return told
    gap = (end, max(end, head.start))
    if any(passage.of(kind, *gap) for kind in _PARTING) and not _is_described(passage, *gap):
        return None
    if _is_of_attack(passage, *gap):
        return None
    compound = [mark for mark in people[1:] if _is_compound(passage, head, mark, end)]
    special = [mark for mark in (head, *compound) if mark.code not in (_BASE, CIVILIANS)]
    if {mark.code for mark in special} >= _BOTH:
        return Mark(special[0].start, special[-1].end, Kind.PEOPLE, "engineers-and-builders")
    if not special and passage.pack.head_before:
        special = [mark for mark in compound if mark.code == CIVILIANS]  # past a counter: 名平民
    return special[0] if special else head


def _told_of_part(passage: Passage, people: list[Mark]) -> Mark | None:
    """The noun that says who a part of those told of was: "20 of them rebels", "were rebels".

    What stands right after the number, "of them" or "of the dead", only says that it is a part.
    """
    if len(people) < 2 or passage.pack.head_before:
        return None
    whole, noun = people[:2]
    parts = passage.of(Kind.BREAKDOWN, max(passage.start, whole.start - _BEFORE), whole.end)
    lost = passage.of(Kind.EVENT, whole.start, whole.end)
    if lost and not passage.of(
        Kind.PARTITIVE, max(passage.start, whole.start - _BEFORE), whole.start
    ):
        return None
    if not lost and not any(one.end > whole.start for one in parts):
        return None
    gap = (whole.end, noun.start)
    if passage.text[gap[0] : gap[1]] == " ":
        return noun if parts else None
    verbs = passage.of(Kind.AUXILIARY, *gap)
    told = any(passage.of(kind, *gap) for kind in _APART)
    return noun if verbs and not told and passage.words(*gap) <= _COPULA_WORDS else None


def _is_described(passage: Passage, start: int, end: int) -> bool:
    """Whether a place and a participle lead up to a noun: 900 nach Kursk entsandte Soldaten."""
    places = passage.of(Kind.PLACE_BEFORE, start, end)[:1]
    events = passage.of(Kind.EVENT, start, end)
    if not places or not events or places[0].end > events[-1].start:
        return False
    opens = not passage.text[start : places[0].start].strip()
    return opens and passage.words(events[-1].end, end) <= _DESCRIBED_WITHIN


def _is_of_attack(passage: Passage, start: int, end: int) -> bool:
    """Whether a noun tells whose attack hurt the counted: 14 bylo zraněno při útoku povstalců."""
    events = passage.of(Kind.EVENT, start, end)[:1]
    return any(passage.of(Kind.SCOPE, one.end, end) for one in events)


def _is_compound(passage: Passage, head: Mark, mark: Mark, end: int) -> bool:
    """Whether another noun belongs to the same people: combat engineers, 명의 공병.

    A counter may stand within the number, which ends at `end`: 40명이 넘는 민간인.
    """
    if passage.pack.head_before:
        gap = (max(head.end, end), mark.start)
        return passage.text[gap[0] : gap[1]].strip() in LINKS or _is_described_there(passage, *gap)
    words = passage.words(head.end, mark.start)
    joined = bool(passage.of(Kind.JOINER, head.end, mark.start))
    if joined and head.code == _BASE and mark.code in _RANKS:
        return False  # "twelve soldiers and an officer"
    if words <= 1 or (words <= 3 and joined):
        return True
    of = passage.of(Kind.PARTITIVE, head.end, mark.start)[:1]  # "men from construction units"
    return (
        bool(of)
        and passage.text[head.end : mark.start].strip() == passage.text[of[0].start : of[0].end]
    )


def _is_described_there(passage: Passage, start: int, end: int) -> bool:
    """Whether only a word for what kind they are stands after a counter: 2名联邦警察."""
    if passage.pack.matching != "anywhere" or not 0 < end - start <= _KIND_WITHIN:
        return False
    return passage.text[start:end].isalpha() and not any(
        passage.of(kind, start, end) for kind in _APART
    )


def noun_of_list(passage: Passage, start: int, end: int) -> Mark | None:
    """The noun right before a number in a list that names people first: женщин 30, детей 17.

    What follows the number ends its phrase, or is no other noun where a number word may follow its
    own, as in Arabic: "civilians two". The noun is not one that a number before it has.
    """
    if passage.pack.head_before:
        return None
    led = passage.pack.verb_first and passage.text[start:end].isalpha()
    if led and passage.marks.touching(Kind.PEOPLE, end, end + 2):
        return None
    if not led and not _ends_phrase(passage, end):
        return None
    begin = max(passage.start, start - _BEFORE)
    people = passage.of(Kind.PEOPLE, begin, start)[-1:]
    if not people or passage.text[people[0].end : start] != " ":
        return None
    return None if _has_number(passage, people[0].start) else people[0]


def noun_of_part(passage: Passage, start: int, end: int) -> Mark | None:
    """The noun that opens a sentence whose number ends it: "of civilians there are among them 30".

    Slavic languages say so of the parts of a number before: Civilist\u016f je mezi nimi 90.
    """
    people = passage.of(Kind.PEOPLE, passage.start, start)
    if len(people) != 1 or not passage.of(Kind.BREAKDOWN, people[0].end, start):
        return None
    gap = (people[0].end, start)
    if WORD.search(passage.text, passage.start, people[0].start) or not _ends_phrase(passage, end):
        return None
    told = passage.of(Kind.EVENT, *gap) or passage.of(Kind.SAYS, *gap) or passage.has_comma(*gap)
    return None if told or passage.words(*gap) > _PART_WORDS else people[0]


def _has_number(passage: Passage, place: int) -> bool:
    """Whether a number stands before a noun in the same clause, which may be its own."""
    if passage.text[place - 1] in passage.pack.prefixes:
        return False  # "and" is written together with the noun
    begin = max(passage.start, place - _BEFORE)
    joiners = passage.of(Kind.JOINER, begin, place)
    begin = joiners[-1].end if joiners else begin
    before = re.split(f"[{_STOPS}]", passage.text[begin:place])[-1]
    return any(character.isdigit() for character in before)


def _ends_phrase(passage: Passage, end: int) -> bool:
    """Whether a clause ends after a number, or goes on with "and"."""
    place = end + (passage.text[end : end + 1] == " ")
    if place >= passage.end or passage.text[place] in STOPS:
        return True
    return passage.marks.touching(Kind.JOINER, place, place + 1)


def noun_before(passage: Passage, start: int, after: Mark | None) -> Mark | None:
    """The noun before a number where it goes before the one after it, else that one.

    In languages that put it there: 북한군 1만1천 명. A special noun before a number goes before a
    counter after it, 공병 1000명, or within it, 民間人20人以上.
    """
    if not passage.pack.head_before:
        return after
    if after is not None and after.code != _BASE:
        return after
    before = _beside_before(passage, start)
    if after is None:
        return before
    return before if before is not None and before.code != _BASE else after


def _beside_before(passage: Passage, start: int) -> Mark | None:
    """The last noun for people within few words before a number, no comma or digit between."""
    begin = max(passage.start, start - _BEFORE)
    people = [
        mark
        for mark in passage.of(Kind.PEOPLE, begin, start)
        if passage.words(mark.end, start) <= _BEFORE_WITHIN
        and not passage.has_comma(mark.end, start)
        and not any(character.isdigit() for character in passage.text[mark.end : start])
    ]
    return people[-1] if people else None


def noun_of_amount(passage: Passage, start: int) -> Mark | None:
    """The noun for special people whose number a text gives: "the number of officers reached 40".

    It stands beside the word for the number: işçi sayısı 15 bin, عدد الضباط.
    """
    begin = max(passage.start, start - _AMOUNT)
    for amount in passage.of(Kind.AMOUNT, begin, start)[-1:]:
        if passage.crossed(amount.end, start):
            return None
        for people in passage.of(Kind.PEOPLE, max(passage.start, amount.start - _BEFORE), start):
            gap = sorted((people.start, people.end, amount.start, amount.end))[1:3]
            if people.code != _BASE and passage.words(*gap) <= _AMOUNT_WORDS:
                return people
    return None
