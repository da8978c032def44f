"""Events that only describe the counted, or say what they are sent for."""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import LOSSES, MOVEMENTS, Cue
from casualty_ledger.extract.marking.clauses import in_one_clause, in_one_stretch, is_past_clause
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_FATES = frozenset((Event.KILLED, Event.CAPTURED, Event.RETURNED, Event.RETURNED_TO_DUTY))
_CLAUSE = 10  # words
_BESIDE = 2  # words
_NOUNS = frozenset((Event.CASUALTIES, Event.LOSSES))
_MAIN = 14.0  # how far off the main verb may stand
_TOLD_LAST = MOVEMENTS | LOSSES | {Event.RETURNED}
_OF = "\u7684"  # makes what stands before it describe what follows, in Chinese


def without_aims(passage: Passage, count: Count, options: list[Cue]) -> list[Cue]:
    """Leave out what people are sent for, where the verb right before a number sends them.

    派1万军人到俄国作战: they are sent, and will fight.
    """
    if passage.pack.event_side == "after" and not passage.pack.objects_after:
        return options
    if not any(_sends(passage, count.first, cue) for cue in options):
        return options
    return [cue for cue in options if cue.event not in MOVEMENTS or cue.start < count.end]


def _sends(passage: Passage, begin: int, cue: Cue) -> bool:
    """Whether an event is a verb of sending right before the noun phrase of a number."""
    return (
        cue.event is Event.DEPLOYED
        and cue.end <= begin
        and passage.words(cue.end, begin) <= 1
        and in_one_clause(passage, cue.end, begin)
        and not passage.of(Kind.PARTITIVE, cue.end, begin)
        and not passage.of(Kind.RELATIVE, cue.end, begin)
        and passage.text[begin - 1] != _OF
    )


def without_describing_verbs(passage: Passage, count: Count, options: list[Cue]) -> list[Cue]:
    """Leave out a verb that only describes the counted, where one after them says what they do.

    In languages whose verbs end the sentence: "파병한 1만 명이 있다", the 10,000 sent are there.
    """
    if passage.pack.event_side != "after":
        return options
    main = [cue for cue in options if _is_main(passage, count, cue)]
    if not main:
        return options
    described = MOVEMENTS
    if any(cue.event is Event.RETURNED for cue in main):
        described = MOVEMENTS | {Event.WOUNDED}  # who comes back wounded has come back
    return [
        cue
        for cue in options
        if cue.event not in described or not _leads(passage, cue, count.first)
    ]


def _is_main(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether an event after a number says what the counted do."""
    if cue.event not in _TOLD_LAST or cue.start < count.end or cue.cost > _MAIN:
        return False
    apart = cue.event in LOSSES or passage.pack.objects_after  # a clause may have its own subject
    if apart and passage.has_comma(count.end, cue.start):
        return False
    gap = (count.end, cue.start)
    return not passage.crossed(*gap) and not passage.of(Kind.WHOLE, *gap)


def _leads(passage: Passage, cue: Cue, begin: int) -> bool:
    """Whether an event stands right before a noun phrase: 파견된 북한군 1만 명."""
    if cue.end > begin:
        return False
    people = passage.of(Kind.PEOPLE, cue.end, begin)
    beside = bool(people) and passage.words(people[-1].end, begin) == 0
    return passage.words(cue.end, people[0].start if beside else begin) <= 1


def without_attributes(passage: Passage, count: Count, options: list[Cue]) -> list[Cue]:
    """Leave out what the noun phrase says where a verb after it says more.

    One wounded soldier was captured; 200 wounded men were brought home.
    """
    head = count.head
    if head is None:
        return options
    return [cue for cue in options if not _is_attribute(passage, count, head, cue, options)]


def _is_attribute(passage: Passage, count: Count, head: Mark, cue: Cue, others: list[Cue]) -> bool:
    """Whether a wound only describes the counted, who are said to have met another fate."""
    if cue.event is not Event.WOUNDED:
        return False
    if count.end <= cue.start <= head.start:
        return any(_is_predicate(passage, head.end, other) for other in others)
    end = max(head.end, count.end, cue.end)
    return _is_beside(passage, count, head, cue) and any(
        _is_predicate(passage, end, other) and in_one_stretch(passage, end, other.start)
        for other in others
    )


def _is_beside(passage: Passage, count: Count, head: Mark, cue: Cue) -> bool:
    """Whether a wound stands right at a noun phrase: "soldats blessés", yaralı asker, 受伤的."""
    if cue.end <= count.first:
        gap = (cue.end, count.first)
        return passage.words(*gap) <= _BESIDE and in_one_stretch(passage, *gap)
    if passage.text[cue.end : cue.end + 1] == _OF:
        return cue.start >= count.end
    gap = (max(head.end, count.end), cue.start)
    after = passage.pack.adjectives_after and gap[0] <= gap[1]
    return after and passage.words(*gap) <= _BESIDE and in_one_stretch(passage, *gap)


def without_deserters(passage: Passage, count: Count, options: list[Cue]) -> list[Cue]:
    """Leave out that some of the counted deserted: "killed 300 civilians, 40 men and deserters"."""
    if not any(mark.code == Event.KILLED for mark in passage.of(Kind.EVENT)):
        return options
    return [
        cue
        for cue in options
        if cue.event is not Event.DESERTED or not _is_joined(passage, count.last, cue.start)
    ]


def without_arrests(passage: Passage, count: Count, options: list[Cue]) -> list[Cue]:
    """Leave out that deserters were caught: "arrested 18 soldiers who had left their posts"."""
    options = _without_flight(passage, count, options)
    ran = [cue for cue in options if cue.event is Event.DESERTED and cue.cost <= _MAIN]
    if not any(_tells_of(passage, count, cue) for cue in ran):
        return options
    return [cue for cue in options if cue.event is not Event.CAPTURED]


def _without_flight(passage: Passage, count: Count, options: list[Cue]) -> list[Cue]:
    """Leave out a flight that a clause tells of who died: "soldiers who had deserted were shot"."""
    ran = [cue for cue in options if cue.event is Event.DESERTED and cue.start >= count.last]
    dead = any(
        cue.event is Event.KILLED
        and ran
        and cue.start > ran[0].end
        and is_past_clause(passage, count.last, cue.start)
        for cue in options
    )
    return [cue for cue in options if cue not in ran] if dead else options


def _tells_of(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether a flight is that of the counted, in their noun phrase or in a clause about them."""
    first, last = count.first, max(count.last, count.head.end if count.head else count.last)
    if first <= cue.start < last:
        return True
    if cue.start < first:
        return passage.pack.event_side == "after" and in_one_stretch(passage, cue.end, first)
    gap = (last, cue.start)
    clause = passage.of(Kind.RELATIVE, *gap) or passage.of(Kind.BARRIER, *gap)
    return bool(clause) and not passage.crossed(*gap) and not passage.of(Kind.JOINER, *gap)


def _is_joined(passage: Passage, end: int, start: int) -> bool:
    """Whether "and" alone stands between the counted and another noun."""
    if end >= start or not passage.of(Kind.JOINER, end, start):
        return False
    between = [one for one in passage.numbers if end <= one[0] and one[1] <= start]
    if len(between) != 1:
        return not between and passage.joined(end, start)
    first, last = between[0]
    return passage.joined(end, first) and not passage.text[last:start].strip()


def _is_predicate(passage: Passage, start: int, cue: Cue) -> bool:
    """Whether an event past a place is a fate that its clause tells of those before it."""
    return (
        cue.start >= start
        and cue.event in _FATES
        and passage.words(start, cue.start) <= _CLAUSE
        and (in_one_clause(passage, start, cue.start) or is_past_clause(passage, start, cue.start))
    )


def without_movements_of_lost(count: Count, options: list[Cue]) -> list[Cue]:
    """Leave out movements where the noun phrase says what befell the counted.

    200 wounded men, "had reached 900 casualties"; captives are sent and recruited, though.
    """
    head = count.head
    if head is None or not any(
        cue.event in LOSSES
        and count.end <= cue.start
        and (cue.end <= head.start or (cue.start == head.start and cue.event in _NOUNS))
        for cue in options
    ):
        return options
    return [cue for cue in options if cue.event not in MOVEMENTS]
