"""Whose people are counted: from the noun phrase, the sentence, an earlier sentence, the text."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from casualty_ledger.extract.candidate import Event, Found
from casualty_ledger.extract.counts import Count
from casualty_ledger.extract.cues import LOSSES, Cue
from casualty_ledger.extract.marks import Kind, Mark
from casualty_ledger.extract.names import Names
from casualty_ledger.extract.offices import offices
from casualty_ledger.extract.parties import is_marked_by, may_count, of_parties
from casualty_ledger.extract.passage import COMMAS, STRONG, Passage
from casualty_ledger.extract.printed import CIVILIANS, civilians, described, named_otherwise

_BASE = "forces"
_BEFORE_WITHIN = 3  # words
_AFTER_WITHIN = 3
_MARK_WITHIN = 28  # characters in which a preposition stands before a country
_OLD = 2  # sentences
_OWN_WITHIN = 80  # characters
_OWN_BEHIND = 10  # characters: soldații noștri
_CLAUSE = 12.0
_LOOSE = 24.0
_ENEMIES = {"UA": "RU", "RU": "UA"}  # whom the offices of a state mean by "the enemy"
_DONE_TO = frozenset((Event.KILLED, Event.WOUNDED, Event.CAPTURED))


@dataclass(slots=True)
class Memory:
    """What earlier sentences said of forces, for numbers that name none."""

    printed: str | None = None  # the name of a force that no register knows, counted last
    last: str | None = None  # the party last named or counted
    seen: Counter[str] = field(default_factory=Counter)
    age: int = _OLD  # sentences since the last count; a mere name counts only when it is old

    def note(self, party: str) -> None:
        """Remember that a party was counted."""
        self.last = party
        self.seen[party] += 1
        self.age = 0

    def mention(self, named: list[str]) -> None:
        """Remember what a sentence names, at its end."""
        if named and self.age >= _OLD:
            self.last = named[-1]
        self.age += 1

    def most_frequent(self) -> str | None:
        """The party that the whole text names most often."""
        return max(sorted(self.seen), key=self.seen.__getitem__, default=None)


def force_of(
    passage: Passage,
    count: Count,
    cue: Cue | None,
    named: list[Mark],
    names: Names,
    original: str,
    memory: Memory,
    usual: Callable[[], str | None],
    speaker: str | None = None,
    own: str | None = None,
) -> tuple[str | None, Found]:
    """The population of a number and where it was found.

    `usual` gives the party that the whole text is about.

    `speaker` is the state that gives the number in this sentence, where it only ever speaks of
    its own forces; `own` the state of whoever gives it, whose forces "our soldiers" are.
    """
    stated = _of_phrase(passage, count, names, original, memory)
    if stated is not None:
        return stated, Found.PHRASE
    if own is not None and _is_marked(passage, count, names, own, Kind.OWN):
        return _population(own, count, names, memory), Found.PHRASE
    other = _ENEMIES.get(own or "")
    if other is not None and _is_marked(passage, count, names, other, Kind.ENEMY):
        return _population(other, count, names, memory), Found.PHRASE
    if memory.last is not None and memory.age == 0 and _is_of_last(passage, count):
        return _population(memory.last, count, names, memory), Found.SENTENCE
    both = _of_both(passage, count, named, original)
    if both is not None:
        return both, Found.SENTENCE
    inside = _of_sentence(passage, count, cue, named, names, memory)
    if inside is not None:
        return inside, Found.SENTENCE
    part = memory.last if _is_part(passage, count) else None
    party = part or _only_holder(count, names) or speaker
    if party is not None:
        return _population(party, count, names, memory), Found.SENTENCE
    if memory.last is not None:
        return _population(memory.last, count, names, memory), Found.EARLIER_SENTENCE
    party = usual()
    if party is not None:
        return _population(party, count, names, memory), Found.DOCUMENT
    return _of_unknown(passage, count, original, memory)


def _of_phrase(
    passage: Passage, count: Count, names: Names, original: str, memory: Memory
) -> str | None:
    """The population that the noun phrase of a number names."""
    civil = civilians(count, original) or _of_civilians(passage, count, original)
    if civil is not None:
        return civil
    near = _in_phrase(passage, count, names)
    if near:
        joint = offices().joint(_joined(passage, near))
        return joint or _population(_nearest(passage, count, near).code, count, names, memory)
    other = named_otherwise(passage, count, original, names)
    memory.printed = other or memory.printed
    return other


def _of_civilians(passage: Passage, count: Count, original: str) -> str | None:
    """The civilians whom a sentence is about, where it names no fighters before a number."""
    marks = [
        one for one in passage.of(Kind.PEOPLE, passage.start, count.start) if one.code == CIVILIANS
    ]
    if not marks or (
        count.head is not None and passage.of(Kind.FIGHTER, count.head.start, count.head.end)
    ):
        return None
    parted = (
        passage.of(Kind.COUNTRY, marks[-1].end, count.start)
        or ";" in passage.text[marks[-1].end : count.start]
    )
    if parted or passage.of(Kind.FIGHTER, passage.start, count.end):
        return None
    return original[marks[-1].start : marks[-1].end]


def _of_sentence(
    passage: Passage, count: Count, cue: Cue | None, named: list[Mark], names: Names, memory: Memory
) -> str | None:
    """The population that the sentence names nearest to a number, unless it is too far off."""
    nearest = _in_sentence(passage, count, cue, named)
    if nearest is None or (nearest[0] >= _LOOSE and memory.last is not None):
        return None
    joint = offices().joint(_beside(passage, named, nearest[1]))
    return joint or _population(nearest[2], count, names, memory)


def _of_unknown(
    passage: Passage, count: Count, original: str, memory: Memory
) -> tuple[str | None, Found]:
    """The name as printed of a force that no register knows; of the one before without a noun."""
    printed = described(passage, count, original)
    if printed is not None:
        memory.printed = printed
        return printed, Found.PHRASE
    if count.head is None and memory.printed is not None:
        return memory.printed, Found.EARLIER_SENTENCE
    return None, Found.NONE


def _of_both(passage: Passage, count: Count, named: list[Mark], original: str) -> str | None:
    """The name as printed of two sides that are counted together, which no register has as one."""
    for mark in reversed(passage.of(Kind.BOTH, passage.start, count.end)):
        if mark.start < count.end and not _parted(passage, mark.end, count.start):
            return original[mark.start : mark.end]
    for mark in passage.of(Kind.BOTH, count.end, min(passage.end, count.end + _OWN_WITHIN)):
        if not _parted(passage, count.end, mark.start):
            return original[mark.start : mark.end]
    groups = [group for group in _groups(passage, named) if len({one.code for one in group}) > 1]
    for group in groups:
        first, last = group[0].start, group[-1].end
        people = passage.followed_by((Kind.PEOPLE, Kind.EVENT), last) or _people_before(
            passage, first
        )
        joint = offices().joint(one.code for one in group)
        if last > count.start or passage.crossed(last, count.start):
            continue
        if people and joint is None and not passage.of(Kind.COUNTRY, last, count.start):
            return original[first:last]
    return None


def _people_before(passage: Passage, place: int) -> bool:
    people = passage.of(Kind.PEOPLE, max(passage.start, place - _MARK_WITHIN), place)
    return bool(people) and passage.words(people[-1].end, place) <= 1


def _parted(passage: Passage, start: int, end: int) -> bool:
    """Whether another number or a comma stands between two places, or a state."""
    return (
        bool(passage.crossed(start, end))
        or "," in passage.text[start:end]
        or not STRONG.isdisjoint(passage.text[start:end])
        or bool(passage.of(Kind.COUNTRY, start, end))
    )


def _is_marked(passage: Passage, count: Count, names: Names, own: str, kind: Kind) -> bool:
    """Whether "our", "his own" near a number makes the counted the speaker's, or his enemy's."""
    if (own, _BASE) not in names.populations:
        return False
    begin = max(passage.start, count.start - _OWN_WITHIN)
    end = max(count.end, count.head.end if count.head is not None else 0) + _OWN_BEHIND
    return any(not passage.crossed(mark.end, count.start) for mark in passage.of(kind, begin, end))


def _is_of_last(passage: Passage, count: Count) -> bool:
    """Whether a number right after "of whom" is a part of the number before it."""
    before = [last for _, last in passage.numbers if last <= count.start]
    parts = passage.of(Kind.BREAKDOWN, before[-1], count.start) if before else []
    return bool(parts) and passage.words(parts[-1].end, count.start) <= 1


def _is_part(passage: Passage, count: Count) -> bool:
    """Whether a number is a part of another of its sentence: "among them 4,300 officers"."""
    before = [last for _, last in passage.numbers if last <= count.start]
    return bool(before) and bool(passage.of(Kind.BREAKDOWN, before[0], count.start))


def _only_holder(count: Count, names: Names) -> str | None:
    """The one state of which the registers count such people apart: engineers, builders."""
    if count.head is None or count.head.code == _BASE:
        return None
    holders = sorted({party for party, kind in names.populations if kind == count.head.code})
    return holders[0] if len(holders) == 1 else None


def _population(party: str, count: Count, names: Names, memory: Memory) -> str | None:
    memory.note(party)
    kind = count.head.code if count.head is not None else _BASE
    found = names.populations.get((party, kind))
    return found or names.populations.get((party, _BASE))


def _joined(passage: Passage, near: list[Mark]) -> list[str]:
    """The parties that are named side by side: "Russian and North Korean soldiers"."""
    codes = [near[0].code]
    for last, mark in pairwise(near):
        if not passage.joined(last.end, mark.start):
            break
        codes.append(mark.code)
    return codes


def _beside(passage: Passage, named: list[Mark], start: int) -> list[str]:
    """The parties that are named side by side with the one at a place, itself among them."""
    groups = _groups(passage, named)
    return next([one.code for one in group] for group in groups if start in _starts(group))


def _groups(passage: Passage, named: list[Mark]) -> list[list[Mark]]:
    """The parties of a sentence, those together that are named side by side."""
    groups: list[list[Mark]] = []
    for mark in named:
        gap = (groups[-1][-1].end, mark.start) if groups else (0, 0)
        if groups and passage.joined(*gap) and (passage.of(Kind.JOINER, *gap)):
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return groups


def _starts(group: list[Mark]) -> list[int]:
    return [mark.start for mark in group]


def _nearest(passage: Passage, count: Count, near: list[Mark]) -> Mark:
    """Of several states in one phrase, that after the number, else the last one before it.

    Where the counted noun stands before its number, a state after it must have a noun of its own:
    not in 북한군 300명 러시아 파병.
    """
    before = [mark for mark in near if mark.end <= count.start]
    after = [
        mark
        for mark in near
        if mark.start >= count.start
        and (
            not passage.pack.head_before
            or not before
            or passage.marks.touching(Kind.PEOPLE, mark.start, mark.end + 2)
        )
    ]
    return after[0] if after else before[-1]


def _in_phrase(passage: Passage, count: Count, names: Names) -> list[Mark]:
    """The parties named in the noun phrase of a number, in order."""
    head = count.head
    first = min(count.start, head.start if head else count.start)
    last = max(count.end, head.end if head else count.end)
    found: list[Mark] = []
    for mark in of_parties(passage, names):
        if mark.end <= first:
            near = passage.words(mark.end, first) <= _BEFORE_WITHIN - 1
            gap = (mark.end, first)
        elif mark.start >= last:
            near = passage.words(last, mark.start) <= _AFTER_WITHIN
            near = near and not _is_next(passage, last, mark, found)
            gap = (last, mark.start)
        else:
            near, gap = True, (mark.start, mark.start)
        if near and _unbroken(passage, *gap) and _may_belong(passage, mark, first, last):
            found.append(mark)
    return found


def _is_next(passage: Passage, last: int, mark: Mark, found: list[Mark]) -> bool:
    """Whether a state after "and" has a number of its own: "Russia 1.2 million and Ukraine 600"."""
    joined = passage.of(Kind.JOINER, last, mark.start)
    return bool(joined) and not any(one.end >= last for one in found)


def _may_belong(passage: Passage, mark: Mark, first: int, last: int) -> bool:
    return first <= mark.start < last or may_count(passage, mark)


def _unbroken(passage: Passage, start: int, end: int) -> bool:
    between = passage.text[start:end]
    return (
        (COMMAS | STRONG).isdisjoint(between)
        and " - " not in between
        and not passage.crossed(start, end)
        and not passage.of(Kind.SAYS, start, end)
        and not passage.of(Kind.EVENT, start, end)
        and not passage.of(Kind.BARRIER, start, end)
    )


def _in_sentence(
    passage: Passage, count: Count, cue: Cue | None, named: list[Mark]
) -> tuple[float, int, str] | None:
    """The party that a sentence names nearest to a number, after how loosely and where."""
    best: tuple[float, int, str] | None = None
    for mark in named:
        if _does_it(passage, mark, count, cue):
            continue
        if mark.end <= count.start:
            cost = _cost_before(passage, mark, count, cue)
        else:
            cost = passage.cost(count.end, mark.start) + 2
            cost += 8 * passage.crossed(count.end, mark.start)
            cost += _CLAUSE * _in_brackets(passage, count, mark.start)
        cost += _other_clause(passage, mark, count, cue)
        if best is None or (cost, mark.start) < best[:2]:
            best = (cost, mark.start, mark.code)
    return best


def _cost_before(passage: Passage, mark: Mark, count: Count, cue: Cue | None) -> float:
    """How loosely a state before a number hangs together with it.

    One before a noun of loss is measured from there, and so is one between the two: "the losses
    of Ukraine since the beginning of Russia's operation exceed N".
    """
    cost = passage.cost(mark.end, count.start) + 4 * passage.crossed(mark.end, count.start)
    if cue is None or cue.event not in LOSSES or cue.end > count.start:
        return cost
    if passage.crossed(cue.end, count.start):
        return cost
    if mark.end <= cue.start:
        return min(
            cost, passage.cost(mark.end, cue.start) + 4 * passage.crossed(mark.end, cue.start)
        )
    return max(cost, passage.cost(cue.end, mark.start))


def _in_brackets(passage: Passage, count: Count, place: int) -> bool:
    """Whether brackets around a number close before a place: "Russia's losses (300 dead), X"."""
    opened = passage.text.rfind("(", passage.start, count.start)
    return (
        opened >= 0
        and ")" not in passage.text[opened : count.start]
        and ")" in passage.text[count.end : place]
    )


def _other_clause(passage: Passage, mark: Mark, count: Count, cue: Cue | None) -> float:
    """The cost of another event and a comma between a state and a number."""
    gap = (mark.end, count.start) if mark.end <= count.start else (count.end, mark.start)
    if not passage.has_comma(gap[0], gap[1]):
        return 0.0
    begin = passage.text.rfind(",", passage.start, mark.start)
    if mark.end <= count.start and begin >= 0 and passage.of(Kind.BARRIER, begin, mark.start):
        return _CLAUSE
    own = (cue.start, cue.end) if cue is not None else (-1, -1)
    others = [one for one in passage.of(Kind.EVENT, *gap) if not own[0] <= one.start < own[1]]
    return _CLAUSE if others else 0.0


def _does_it(passage: Passage, mark: Mark, count: Count, cue: Cue | None) -> bool:
    """Whether a state is named as the one who kills or captures those who are counted."""
    if cue is None or cue.event not in LOSSES:
        return False
    if is_marked_by(passage, mark, (Kind.AGENT_BEFORE,), ()):
        return True
    active = cue.event in _DONE_TO and cue.end <= count.start and not passage.pack.head_before
    counted = any(
        last <= mark.start and passage.words(last, mark.start) <= 2
        for _, last in passage.numbers
        if last <= mark.start
    )
    near = mark.end <= cue.start and passage.words(mark.end, cue.start) <= 3
    return active and near and not counted
