"""What happened to those who are counted: an event for each number of a sentence.

The event that hangs together most closely with a number is its own: few words, no comma, clause
or other number between them. Losses come before movements in one stretch ("soldiers sent to
fight were killed"), and killed joined with wounded are casualties.
"""

from typing import NamedTuple

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counts import Count, label_of
from casualty_ledger.extract.marks import Kind, Mark
from casualty_ledger.extract.passage import COMMAS, STRONG, Passage
from casualty_schemas.vocabularies import Bound

LOSSES = frozenset(
    (
        Event.KILLED,
        Event.DIED_OF_WOUNDS,
        Event.WOUNDED,
        Event.MISSING,
        Event.CAPTURED,
        Event.CASUALTIES,
        Event.LOSSES,
        Event.IRRECOVERABLE_LOSSES,
        Event.SANITARY_LOSSES,
        Event.DESERTED,
    )
)
_MOVEMENTS = frozenset(
    (Event.DEPLOYED, Event.ARRIVED, Event.PRESENT, Event.ENGAGED, Event.STRENGTH)
)
_WEIGHTS = {Event.STRENGTH: 12.0, Event.PRESENT: 2.0, Event.ENGAGED: 4.0}
_CROSSED = 12.0
_TAKEN = 5.0
_SLACK = 0.02  # of a whole: its parts are rounded
_MAIN = 14.0  # how far off the main verb may stand
_BESIDE = 2.0
_OTHER_SIDE = 1.5
_FARTHEST = 30.0
_KIND_WITHIN = 4  # words
_EXPLAINED = 9
_CLOSE_LOSS = 6.0
_CLAUSE = 20  # words
_NOUN_PHRASE = 4
_PLACE = 60  # characters in which a place is looked for
_BESIDE_PLACE = 6.0
_BACK_WITHIN = 6  # words
_WORDS_JOINED = 3
_BEFORE_WHOLE = 4  # characters
_OPENING = 3  # words
_REACHED = 3  # words
_DESCRIBED = 4  # characters before a noun
_LEADS = 16  # characters in which a relative pronoun stands
_PARTS_WITHIN = 4  # words before a clause of parts
_JOINED_WITHIN = 24  # characters
_UMBRELLA = frozenset((Event.KILLED, Event.WOUNDED))


class Cue(NamedTuple):
    """The words that say what happened, and how loosely they hang together with the number."""

    event: Event
    start: int
    end: int
    cost: float


def assign(passage: Passage, found: list[Count]) -> list[Cue | None]:
    """The cue of each number, in order; None where no event stands near."""
    cues = _cues(passage)
    taken: set[Cue] = set()
    side = passage.pack.event_side
    assigned: list[Cue | None] = []
    whole: Count | None = None
    for place, count in enumerate(found):
        is_whole = count is whole or precedes_part(passage, count)
        whole = _skipped(passage, found, place)
        best = _of_label(passage, count, cues)
        best = best or _nearest(passage, count, whole, cues, taken, side, is_whole)
        if best is not None:
            taken.add(Cue(best.event, best.start, best.end, 0.0))
            side = side or ("after" if best.start >= count.start else "before")
        assigned.append(best)
    return _summed(found, assigned)


def _of_label(passage: Passage, count: Count, cues: list[Cue]) -> Cue | None:
    """The event that a dash or a colon ties to the number right after it: "wounded - 1,220"."""
    label = label_of(passage, count.start)
    if label is None or passage.crossed(*label) or passage.of(Kind.SAYS, *label):
        return None
    inside = [cue for cue in cues if label[0] <= cue.start and cue.end <= label[1]]
    beside = any(
        count.start <= cue.start
        and passage.words(count.end, cue.start) <= _BESIDE
        and not passage.has_comma(count.end, cue.start)
        for cue in cues
    )
    return inside[-1] if inside and inside[-1].event in LOSSES and not beside else None


def _summed(found: list[Count], assigned: list[Cue | None]) -> list[Cue | None]:
    """Losses that are told apart into dead and wounded, and nothing else, are casualties."""
    told = list(assigned)
    for place, cue in enumerate(assigned):
        parts = assigned[place + 1 : place + 3]
        if cue is None or cue.event is not Event.LOSSES or None in parts or len(parts) < 2:
            continue
        whole, dead, wounded = (_value(count) for count in found[place : place + 3])
        events = {part.event for part in parts if part is not None}
        more = assigned[place + 3 : place + 4]
        if more and more[0] is not None and more[0].event in LOSSES:
            continue
        if events == _UMBRELLA and whole and abs(dead + wounded - whole) <= _SLACK * whole:
            told[place] = cue._replace(event=Event.CASUALTIES)
    return told


def _value(count: Count) -> int:
    reading = count.reading
    return reading.best or reading.low or reading.high or 0


def _cues(passage: Passage) -> list[Cue]:
    """The events of a sentence; those that are joined become one."""
    cues: list[Cue] = []
    for mark in passage.of(Kind.EVENT):
        cue = Cue(Event(mark.code), mark.start, mark.end, 0.0)
        joint = _join(passage, cues[-1], cue) if cues else None
        if joint is not None:
            cues[-1] = joint
        else:
            cues.append(cue)
    return cues


def _join(passage: Passage, first: Cue, second: Cue) -> Cue | None:
    """ "killed or wounded": one umbrella; None where a number or other words lie between."""
    if second.start - first.end > _JOINED_WITHIN or _one_each(passage, first, second):
        return None
    if first.event not in LOSSES or second.event not in LOSSES:
        return None
    if second.start <= first.start or (first.end < second.start and _apart(passage, first, second)):
        return None
    events = {first.event, second.event}
    if first.event is second.event:
        return Cue(first.event, first.start, second.end, 0.0)
    if events == {Event.WOUNDED, Event.CAPTURED}:
        return Cue(Event.CAPTURED, first.start, second.end, 0.0)
    umbrella = events <= {*_UMBRELLA, Event.MISSING, Event.CAPTURED, Event.CASUALTIES}
    if umbrella and (Event.CASUALTIES in events or Event.KILLED in events):
        return Cue(Event.CASUALTIES, first.start, second.end, 0.0)
    if Event.LOSSES in events:
        other = first.event if second.event is Event.LOSSES else second.event
        umbrella_of = Event.CASUALTIES if other is Event.WOUNDED else other
        return Cue(umbrella_of, first.start, second.end, 0.0)
    return None


def _one_each(passage: Passage, first: Cue, second: Cue) -> bool:
    """Whether each of two events has a number: 100人が死亡、負傷者1000人."""
    if not passage.pack.head_before:
        return False
    before = any(
        first.start - end >= 0 and passage.words(end, first.start) <= 2
        for _, end in passage.numbers
    )
    after = any(
        start - second.end >= 0 and passage.words(second.end, start) <= 1
        for start, _ in passage.numbers
    )
    return before and after


def _apart(passage: Passage, first: Cue, second: Cue) -> bool:
    gap = (first.end, second.start)
    if passage.crossed(*gap):
        return True
    if passage.joined(*gap):
        return False
    plain = (STRONG | COMMAS).isdisjoint(passage.text[gap[0] : gap[1]])
    return not (plain and passage.words(*gap) <= _WORDS_JOINED and passage.of(Kind.JOINER, *gap))


def _skipped(passage: Passage, found: list[Count], place: int) -> Count | None:
    """The whole that follows a part: "600 of the 4,700 casualties were killed"."""
    if place + 1 >= len(found):
        return None
    count, whole = found[place], found[place + 1]
    gap = (count.end, whole.start)
    if passage.of(Kind.BREAKDOWN, *gap) or passage.has_comma(gap[0], gap[1]):
        return None  # the second is a part of the first: "4,000, of them 1,000 dead"
    partitives = passage.of(Kind.PARTITIVE, *gap)
    near = passage.words(count.end, whole.start) <= 6
    if not partitives or not near or passage.of(Kind.EVENT, count.end, partitives[0].start):
        return None  # "600 killed of 15,000 sent" has its event before the whole
    return whole


def precedes_part(passage: Passage, count: Count) -> bool:
    """Whether a number is the whole of which the next is a part: 1만1천 명 중 4천 명.

    "Of the 11,000, many died": what opens the sentence so is a whole as well.
    """
    if passage.marks.touching(Kind.WHOLE, count.end, count.end + _BEFORE_WHOLE):
        return True
    opening = passage.of(Kind.PARTITIVE, passage.start, count.start)[:1]
    if count.reading.bound is Bound.VAGUE or not opening or opening[0].start != passage.start:
        return False
    gap = (opening[0].end, count.start)
    return passage.words(*gap) <= _OPENING and not passage.has_comma(*gap)


def _nearest(
    passage: Passage,
    count: Count,
    skipped: Count | None,
    cues: list[Cue],
    taken: set[Cue],
    side: str,
    is_whole: bool,
) -> Cue | None:
    options = []
    for cue in cues:
        cost = _cost(passage, count, skipped, cue)
        if cost is None:
            continue
        before = cue.end <= count.start
        other = bool(side) and (side == "before") != before and not _within(cue, count)
        if other and not _leads(passage, cue, count):
            cost += _OTHER_SIDE
        if count.share and skipped is not None and cue.event in _MOVEMENTS:
            continue  # "more than half of the 11,000 sent": who was sent is the whole
        if cue in taken:
            if is_whole or (count.head is not None and _listed(passage, count, cue, before)):
                continue
            cost += _TAKEN
        if is_whole and cue.event in LOSSES and cost > _BESIDE:
            continue
        options.append(Cue(cue.event, cue.start, cue.end, cost))
    options = _main_verbs(passage, count, options)
    options = _totals_last(passage, count, options)
    if not is_whole:
        options = _losses_first(passage, skipped.end if skipped else count.end, options)
    best = min(options, key=lambda cue: (cue.cost, cue.start), default=None)
    if best is not None and best.event is Event.LOSSES:
        best = _kind_of_loss(passage, count, options) or best
    return best if best is not None and best.cost <= _FARTHEST else None


def _main_verbs(passage: Passage, count: Count, options: list[Cue]) -> list[Cue]:
    """Leave out a verb that only describes the counted, where one after them says what they do.

    In languages whose verbs end the sentence: "파병한 1만 명이 있다", the 10,000 sent are there.
    """
    if not passage.pack.head_before:
        return options
    begin = min(count.start, count.head.start if count.head is not None else count.start)
    describing = [
        cue
        for cue in options
        if cue.event in _MOVEMENTS and cue.end <= begin and passage.words(cue.end, begin) <= 1
    ]
    main = [
        cue
        for cue in options
        if cue.event in (*_MOVEMENTS, Event.RETURNED)
        and cue.start >= count.end
        and cue.cost <= _MAIN
        and not passage.crossed(count.end, cue.start)
        and not passage.of(Kind.WHOLE, count.end, cue.start)
    ]
    return [cue for cue in options if cue not in describing] if describing and main else options


def _cost(passage: Passage, count: Count, skipped: Count | None, cue: Cue) -> float | None:
    weight = _WEIGHTS.get(cue.event, 0.0)
    if _within(cue, count):
        return weight
    first = count.start
    if count.head is not None and cue.end <= count.head.start < count.start:
        first = count.head.start  # "losses: personnel - 57,750"
    gap = (cue.end, first) if cue.end <= count.start else (count.end, cue.start)
    if skipped is not None and skipped.end <= cue.start:
        past = passage.cost(skipped.end, cue.start)
        return weight + past + _CROSSED * passage.crossed(skipped.end, cue.start)
    if _is_of_the_next(passage, count, cue):
        return None
    after = _past_parts(passage, count, cue) if cue.start >= count.end else None
    if after is not None:
        return weight + _BESIDE + passage.cost(after, cue.start)
    crossed = passage.crossed(*gap)
    if crossed and cue.start >= count.end:
        crossed -= _coordinated(passage, count, cue)
    elif crossed and cue.end <= count.start:
        crossed -= _objects(passage, count, cue)
    told = _relative(passage, count, cue)
    return weight + passage.cost(*gap) + _CROSSED * crossed - told


def _relative(passage: Passage, count: Count, cue: Cue) -> float:
    """What a comma and a relative pronoun right after the counted cost: they part nothing."""
    end = max(count.end, count.head.end if count.head is not None else 0)
    if cue.start < end:
        return 0.0
    marks = passage.of(Kind.RELATIVE, end, min(cue.start, end + _LEADS))[:1]
    beside = [one for one in marks if not passage.text[end : one.start].strip(" ,")]
    return passage.cost(end, beside[0].end) if beside else 0.0


def _past_parts(passage: Passage, count: Count, cue: Cue) -> int | None:
    """Where a clause ends that tells of whom the counted consist: ", including 500 officers,"."""
    end = max(count.end, count.head.end if count.head is not None else 0)
    parts = passage.of(Kind.BREAKDOWN, end, cue.start)[:1]
    if not parts or passage.words(end, parts[0].start) > _PARTS_WITHIN:
        return None
    if not passage.text[end : parts[0].start].rstrip().endswith((",", "(")):
        return None
    if not passage.crossed(parts[0].end, cue.start) or passage.crossed(cue.end, passage.end):
        return None  # no parts, or a list of them that goes on
    last = max(stop for start, stop in passage.numbers if start >= end and stop <= cue.start)
    places = [passage.text.find(mark, last, cue.start) for mark in ",)"]
    closing = [place for place in places if place >= 0]
    return min(closing) + 1 if closing else None


def _is_of_the_next(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether an event after a comma is the noun of the number after it: 1만1천, 사상자 4천."""
    if not passage.pack.head_before or cue.start < count.end:
        return False
    if not passage.has_comma(count.end, cue.start):
        return False
    following = [start for start, _ in passage.numbers if start >= cue.end]
    return bool(following) and passage.words(cue.end, following[0]) <= 1


def _noun_only(passage: Passage, start: int, end: int) -> bool:
    """Whether nothing lies between two places, or a noun for people that leads its number."""
    people = passage.of(Kind.PEOPLE, start, end) if passage.pack.head_before else []
    before = passage.text[start : people[0].start if people else end].strip()
    described = bool(people) and " " not in before and len(before) <= _DESCRIBED
    return (not before or described) and (
        not people or not passage.text[people[-1].end : end].strip()
    )


def _coordinated(passage: Passage, count: Count, cue: Cue) -> int:
    """How many numbers that follow share the verb: "1,000 women and 5,000 men were sent"."""
    last, shared = count.end, 0
    for start, end in passage.numbers:
        if start < last or end > cue.start:
            continue
        joiners = passage.of(Kind.JOINER, last, start)
        beside = bool(joiners) and _noun_only(passage, joiners[-1].end, start)
        if not beside or passage.of(Kind.EVENT, last, start):
            break
        last, shared = end, shared + 1
    return shared


def _objects(passage: Passage, count: Count, cue: Cue) -> int:
    """How many numbers before share the verb: "sent 5,000 builders and 1,000 engineers"."""
    edge, shared = count.start, 0
    for start, end in reversed(passage.numbers):
        if start < cue.end or end > edge:
            continue
        joiners = passage.of(Kind.JOINER, end, edge)
        beside = bool(joiners) and not passage.text[joiners[-1].end : edge].strip()
        if not beside or passage.of(Kind.EVENT, end, edge):
            break
        edge, shared = start, shared + 1
    return shared


def _leads(passage: Passage, cue: Cue, count: Count) -> bool:
    """Whether an event is the noun right before its number, where nouns stand there."""
    return (
        passage.pack.head_before
        and cue.end <= count.start
        and passage.words(cue.end, count.start) <= 1
        and not passage.has_comma(cue.end, count.start)
        and not passage.of(Kind.BARRIER, cue.end, count.start)
    )


def _listed(passage: Passage, count: Count, cue: Cue, before: bool) -> bool:
    """Whether an event is only that of the number before: its noun, or parted by a comma."""
    if not before:
        return False
    ends = [last for _, last in passage.numbers if last <= cue.start]
    noun = bool(ends) and passage.words(ends[-1], cue.start) <= 1
    return noun or passage.has_comma(cue.end, count.start)


def _within(cue: Cue, count: Count) -> bool:
    return cue.start < count.end and cue.end > count.start


def _totals_last(passage: Passage, count: Count, options: list[Cue]) -> list[Cue]:
    """Leave out a verb between a loss and its number: "losses reached several hundred"."""
    amounts = passage.of(Kind.AMOUNT, passage.start, count.start)
    if amounts and not passage.crossed(amounts[-1].end, count.start):
        options = [cue for cue in options if not _only_amounts(passage, count, amounts[-1], cue)]
    losses = [cue for cue in options if cue.event in LOSSES and cue.end <= count.start]
    if not losses:
        return options
    last = losses[-1].end
    between = [cue for cue in options if cue.event in _MOVEMENTS and last <= cue.start]
    verbs = [
        cue
        for cue in between
        if cue.end <= count.start
        and passage.words(last, cue.start) <= _KIND_WITHIN
        and _one_stretch(passage, last, count.start)
    ]
    verbs += [cue for cue in between if _reached(passage, last, count, cue)]
    return [cue for cue in options if cue not in verbs]


def _reached(passage: Passage, loss: int, count: Count, cue: Cue) -> bool:
    """Whether a verb beside a number only says that losses reached it, on either side of it."""
    if cue.event is not Event.ARRIVED:
        return False
    if cue.start >= count.end:
        near = passage.words(count.end, cue.start) <= 1
        return near and not passage.has_comma(count.end, cue.start)
    return passage.words(cue.end, count.start) <= 1 and _one_stretch(passage, loss, cue.start)


def _only_amounts(passage: Passage, count: Count, amount: Mark, cue: Cue) -> bool:
    """Whether a verb only says how high a number is: "the number reached", "bringing the total"."""
    if cue.event in _MOVEMENTS and cue.end <= amount.start:
        return passage.words(cue.end, amount.start) <= _BESIDE
    if cue.event is Event.ARRIVED and cue.end <= count.start:
        return passage.words(cue.end, count.start) <= _REACHED
    beside = cue.start >= count.end and passage.words(count.end, cue.start) <= _BESIDE
    return cue.event is Event.PRESENT and beside


def _losses_first(passage: Passage, start: int, options: list[Cue]) -> list[Cue]:
    """Leave out movements that stand between a number and its loss, in one stretch.

    Who comes back wounded has come back.
    """
    near = [
        cue
        for cue in options
        if cue.start >= start
        and cue.event in LOSSES
        and (_one_stretch(passage, start, cue.start) or _past_clause(passage, start, cue.start))
    ]
    if not near:
        return options
    first = near[0]
    if first.cost > _CLOSE_LOSS and _past_clause(passage, start, first.start):
        options = [cue._replace(cost=_CLOSE_LOSS) if cue is first else cue for cue in options]
    back = [
        cue
        for cue in options
        if cue.event is Event.RETURNED
        and cue.start >= first.end
        and passage.words(first.end, cue.start) <= _BACK_WITHIN
        and _one_stretch(passage, first.end, cue.start)
    ]
    if back and first.event is Event.WOUNDED:
        return back
    return [
        cue
        for cue in options
        if cue.event not in _MOVEMENTS or not start <= cue.start < first.start
    ]


def _past_clause(passage: Passage, start: int, end: int) -> bool:
    """Whether only a clause about the counted stands between: "N soldiers, sent to X, were"."""
    between = passage.text[start:end]
    if passage.crossed(start, end) or not STRONG.isdisjoint(between):
        return False
    commas = sum(between.count(comma) for comma in COMMAS)
    barriers = passage.of(Kind.BARRIER, start, end)
    if commas == 2 and passage.words(start, end) <= _CLAUSE:
        return between.rstrip().endswith(tuple(COMMAS)) or len(barriers) <= 1
    soon = len(barriers) == 1 and passage.words(start, barriers[0].start) <= _NOUN_PHRASE
    return commas == 0 and soon and passage.words(start, end) <= _CLAUSE


def _kind_of_loss(passage: Passage, count: Count, options: list[Cue]) -> Cue | None:
    """What sort of loss the words after a number name: "lost 30 soldiers killed or wounded"."""
    for cue in options:
        if cue.start < count.end or cue.event not in (
            Event.KILLED,
            Event.WOUNDED,
            Event.CASUALTIES,
        ):
            continue
        near = passage.words(count.end, cue.start) <= _KIND_WITHIN
        if near and _one_stretch(passage, count.end, cue.start):
            return cue
        if _explains(passage, count.end, cue.start):
            return cue
    return None


def _explains(passage: Passage, start: int, end: int) -> bool:
    """Whether brackets or a dash open right before: "236,000 soldiers (killed and wounded)"."""
    between = passage.text[start:end]
    opened = between.rstrip()[-1:] in ("(", "-", "\u2014")
    return (
        opened
        and not passage.crossed(start, end)
        and passage.words(start, end) <= _EXPLAINED
        and all(mark.code == Event.LOSSES for mark in passage.of(Kind.EVENT, start, end))
    )


def _one_stretch(passage: Passage, start: int, end: int) -> bool:
    between = passage.text[start:end]
    return (
        not passage.crossed(start, end)
        and not passage.of(Kind.BARRIER, start, end)
        and (STRONG | COMMAS).isdisjoint(between)
        and not passage.of(Kind.JOINER, start, end)
    )


def near_place(passage: Passage, count: Count) -> Mark | None:
    """A place right beside a number, which says that those who are counted are there."""
    begin, end = max(passage.start, count.start - _PLACE), min(passage.end, count.end + _PLACE)
    for place in passage.of(Kind.PLACE, count.end, end):
        if _beside(passage, count.end, place.start):
            return place
    for place in reversed(passage.of(Kind.PLACE, begin, count.start)):
        marked = passage.of(Kind.PLACE_BEFORE, max(passage.start, place.start - 30), place.start)
        if (
            marked
            and _beside(passage, place.end, count.start)
            and not passage.of(Kind.EVENT, place.end, count.start)
        ):
            return place
    return None


def _beside(passage: Passage, start: int, end: int) -> bool:
    return passage.cost(start, end) <= _BESIDE_PLACE and not passage.crossed(start, end)
