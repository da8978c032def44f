"""Events that the numbers of a list share: "will send 1,000 sappers as well as 5,000 builders"."""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.counting.labels import label_of
from casualty_ledger.extract.events.closeness import BESIDE
from casualty_ledger.extract.events.cues import LOSSES, MOVEMENTS, Cue
from casualty_ledger.extract.events.parts import Portion
from casualty_ledger.extract.marking.clauses import in_one_stretch
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import STRONG, Passage

_ATTRIBUTES = frozenset((*MOVEMENTS, Event.CAPTURED))
_OWN = 8.0  # beyond this cost an event is hardly that of a number
_OWN_LOSS = 14.0
_LIST_WORDS = 18  # between two numbers of a list that share a verb at the end
_NEXT_WORDS = 4
_FOLLOWS = 2
_CLAUSE = 12  # spaces between words
_LIST_BREAKS = (Kind.BREAKDOWN, Kind.PARTITIVE, Kind.WHOLE, Kind.SAYS)


def shared(passage: Passage, found: list[Count], assigned: list[Cue | None]) -> list[Cue | None]:
    """Give numbers of a list the event of the one beside them, where they have none of their own.

    Where verbs end the sentence that is the number after ("Kursk'ta 40, Belgorod'da 30 kişi
    öldü"), elsewhere the one before ("will send 1,000 sappers as well as 5,000 builders").
    """
    told = list(assigned)
    final = passage.pack.event_side == "after"
    places = range(len(found) - 1)
    for place in reversed(places) if final else places:
        lacking, giving = (place, place + 1) if final else (place + 1, place)
        cue = told[giving]
        if cue is None or not _lacks(told[lacking]):
            continue
        if _leads_on(cue, found[giving], final) and _in_list(passage, found[place : place + 2]):
            told[lacking] = cue._replace(cost=BESIDE)
    return told


def included(parts: list[Portion], assigned: list[Cue | None]) -> list[Cue | None]:
    """Give parts without an event that of the whole after them: 북한군 1만 명을 포함해 5만 명을."""
    told = list(assigned)
    for place, portion in enumerate(parts):
        whole, begin = assigned[place], portion.parts
        if whole is None or begin is None:
            continue
        for before in range(place):
            count = parts[before].count
            if count.first >= begin and (_lacks(told[before]) or _describes(told[before], count)):
                told[before] = whole._replace(cost=BESIDE)
    return told


def _describes(cue: Cue | None, count: Count) -> bool:
    """Whether an event before a part only says what they are for: 地雷除去にあたる工兵1000人."""
    return cue is not None and cue.event in MOVEMENTS and cue.end <= count.first


def _lacks(cue: Cue | None) -> bool:
    """Whether no event hangs together with a number closely enough to be its own."""
    if cue is None:
        return True
    return cue.cost > (_OWN if cue.event in MOVEMENTS else _OWN_LOSS)


def _leads_on(cue: Cue, count: Count, final: bool) -> bool:
    """Whether the event of a number may be that of a list: after it, or a movement before it."""
    if final:
        return cue.start >= count.end
    return cue.event in MOVEMENTS and cue.end <= count.start


def _in_list(passage: Passage, pair: list[Count]) -> bool:
    """Whether two numbers that follow each other are parts of one list."""
    start, end = pair[0].last, pair[1].start
    final = passage.pack.event_side == "after"
    comma = passage.has_comma(start, end)
    if final and not comma and not passage.of(Kind.JOINER, start, end):
        return False
    if comma and not final:
        return False
    return passage.words(start, end) <= (_LIST_WORDS if final else _NEXT_WORDS) and _is_unbroken(
        passage, start, end
    )


def _is_unbroken(passage: Passage, start: int, end: int) -> bool:
    """Whether nothing between two numbers ends a list, nor an event but that of having people."""
    return (
        STRONG.isdisjoint(passage.text[start:end])
        and not any(passage.of(kind, start, end) for kind in _LIST_BREAKS)
        and all(one.code == Event.STRENGTH for one in passage.of(Kind.EVENT, start, end))
    )


def enumerated(
    passage: Passage, found: list[Count], assigned: list[Cue | None]
) -> list[Cue | None]:
    """The death of the first of a list, for those whose noun alone says something else.

    "The number of the dead includes 57,000 volunteers, 21,000 prisoners and 17,000 mobilised men".
    """
    told = list(assigned)
    for place in range(1, len(found)):
        before, cue = told[place - 1], told[place]
        if before is None or before.event is not Event.KILLED or before.end > found[0].start:
            continue
        own = cue is not None and not (
            _only_names(passage, found[place - 1 : place + 1], cue)
            or _is_of_a_later(passage, found[place], cue)
        )
        if not own and _are_enumerated(passage, found[place - 1], found[place]):
            told[place] = before._replace(cost=BESIDE)
    return told


def _only_names(passage: Passage, pair: list[Count], cue: Cue) -> bool:
    """Whether an event of a number in a list of the dead only says who they were: deserters.

    Not a verb of its own right before it: "killed 20 fighters, captured 15 men".
    """
    before, count = pair
    if before.last <= cue.start and cue.end <= count.first:
        beside = passage.words(cue.end, count.first) <= 1
        if beside and passage.has_comma(before.last, cue.start):
            return False
    noun = cue.end > count.start or (before.first <= cue.start and cue.end <= before.last)
    return cue.event in _ATTRIBUTES or (cue.event is Event.DESERTED and noun)


def _is_of_a_later(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether an event past a comma has a number after it: "killed 8 men and 3 boys, hurt 5"."""
    if cue.start < count.last or not passage.has_comma(count.last, cue.start):
        return False
    later = [start for start, _ in passage.numbers if start >= cue.end][:1]
    return bool(later) and passage.words(cue.end, later[0]) <= _NEXT_WORDS


def _are_enumerated(passage: Passage, before: Count, count: Count) -> bool:
    """Whether two numbers with nouns for people follow each other after a comma or "and"."""
    gap = (before.last, count.first)
    parted = passage.has_comma(*gap) or bool(passage.of(Kind.JOINER, *gap))
    near = passage.words(*gap) <= _NEXT_WORDS and STRONG.isdisjoint(passage.text[gap[0] : gap[1]])
    return before.head is not None and count.head is not None and parted and near


def labelled(passage: Passage, found: list[Count], assigned: list[Cue | None]) -> list[Cue | None]:
    """The loss of the number before, in a list of the lost: "volunteers - 15, convicts - 14"."""
    told = list(assigned)
    for place in range(1, len(found)):
        before, cue = told[place - 1], told[place]
        if before is None or before.event not in LOSSES or (cue and cue.event in LOSSES):
            continue
        if _are_labelled(passage, found[place - 1], found[place]):
            told[place] = before._replace(cost=BESIDE)
    return told


def _are_labelled(passage: Passage, before: Count, count: Count) -> bool:
    """Whether two numbers stand in one list, the second under a label or both labelled people."""
    label = label_of(passage, count.start)
    if label is None or passage.of(Kind.SAYS, before.end, count.start):
        return False
    if passage.of(Kind.PEOPLE, *label):
        return label_of(passage, before.start) is not None
    own = passage.of(Kind.EVENT, before.end, count.start)
    return not own and 0 <= passage.words(before.last, label[0]) <= _NEXT_WORDS


def of_label(passage: Passage, count: Count, cues: list[Cue]) -> Cue | None:
    """The loss that a dash or a colon ties to the number right after it: "wounded - 1,220"."""
    label = label_of(passage, count.start)
    if label is None or passage.crossed(*label) or passage.of(Kind.SAYS, *label):
        return None
    inside = [cue for cue in cues if label[0] <= cue.start and cue.end <= label[1]]
    if not inside or inside[-1].event not in LOSSES:
        return None
    told = any(_follows(passage, count, cue) or _tells(passage, count, cue) for cue in cues)
    return None if told else inside[-1]


def _tells(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether the clause of a number has a loss: "the deadliest attack: 22 men were wounded"."""
    if cue.event not in LOSSES or cue.start < count.last:
        return False
    near = passage.words(count.last, cue.start) <= _CLAUSE
    return near and in_one_stretch(passage, count.last, cue.start)


def _follows(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether an event stands right after a number, with no comma before it."""
    return (
        count.start <= cue.start
        and passage.words(count.end, cue.start) <= _FOLLOWS
        and not passage.has_comma(count.end, cue.start)
    )
