"""What happened to those who are counted: an event for each number of a sentence.

The event that hangs together most closely with a number is its own: few words, no comma, clause
or other number between them. Where several are close, `choice` says which one it is.
"""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.choice import choose
from casualty_ledger.extract.counts import Count
from casualty_ledger.extract.cues import LOSSES, MOVEMENTS, Cue, cues_of
from casualty_ledger.extract.labels import label_of
from casualty_ledger.extract.marks import Kind, Mark
from casualty_ledger.extract.passage import STRONG, Passage
from casualty_schemas.vocabularies import Bound

_WEIGHTS = {Event.STRENGTH: 12.0, Event.PRESENT: 2.0, Event.ENGAGED: 4.0}
_CROSSED = 12.0
_TAKEN = 5.0
_SLACK = 0.02  # of a whole: its parts are rounded
_BESIDE = 2.0
_OTHER_SIDE = 1.5
_FARTHEST = 30.0
_PLACE = 60  # characters in which a place is looked for
_STATE = 2  # letters of the id of a place that is a state
_PLACE_MARK = 12  # characters
_BESIDE_PLACE = 6.0
_BEFORE_WHOLE = 4  # characters
_OPENING = 3  # words
_DESCRIBED = 4  # characters before a noun
_LEADS = 16  # characters in which a relative pronoun stands
_PARTS_WITHIN = 4  # words before a clause of parts
_OWN = 8.0  # beyond this cost an event is hardly that of a number
_HELD = 16.0  # an event farther off from a number is free for the next
_OWN_LOSS = 14.0
_LIST_WORDS = 18  # between two numbers of a list that share a verb at the end
_NEXT_WORDS = 4
_LIST_BREAKS = (Kind.BREAKDOWN, Kind.PARTITIVE, Kind.WHOLE, Kind.SAYS)
_UMBRELLA = frozenset((Event.KILLED, Event.WOUNDED))


def assign(passage: Passage, found: list[Count]) -> list[Cue | None]:
    """The cue of each number, in order; None where no event stands near."""
    cues = cues_of(passage)
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
            if best.cost <= _HELD:
                taken.add(Cue(best.event, best.start, best.end, 0.0))
            side = side or ("after" if best.start >= count.start else "before")
        assigned.append(best)
    return _summed(found, _of_losses(passage, found, _shared(passage, found, assigned)))


def _of_losses(
    passage: Passage, found: list[Count], assigned: list[Cue | None]
) -> list[Cue | None]:
    """A part of losses is of the lost, whatever they did: "1,200 lost, of them 80 in battles"."""
    told = list(assigned)
    for place in range(1, len(found)):
        told[place] = _labelled(passage, found[place - 1 : place + 1], told[place - 1 : place + 1])
        whole, part = told[place - 1], told[place]
        gap = (found[place - 1].end, found[place].start)
        parts = passage.of(Kind.BREAKDOWN, *gap)
        if not parts or passage.words(parts[-1].end, gap[1]) > 1:
            continue
        lost = whole is not None and whole.event in LOSSES
        if lost and part is not None and part.event in (Event.ENGAGED, Event.PRESENT):
            told[place] = None
    return told


def _shared(passage: Passage, found: list[Count], assigned: list[Cue | None]) -> list[Cue | None]:
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
        if final and not (cue.start >= found[giving].end and _in_list(passage, found, place)):
            continue
        if not final and not (
            cue.event in MOVEMENTS
            and cue.end <= found[giving].start
            and _in_list(passage, found, place)
        ):
            continue
        told[lacking] = cue._replace(cost=_BESIDE)
    return told


def _labelled(passage: Passage, pair: list[Count], cues: list[Cue | None]) -> Cue | None:
    """The loss of the number before, in a list of the lost: "volunteers - 15, convicts - 14"."""
    before, cue = cues
    if before is None or before.event not in LOSSES or (cue and cue.event in LOSSES):
        return cue
    labels = [label_of(passage, count.start) for count in pair]
    listed = all(label and passage.of(Kind.PEOPLE, *label) for label in labels[1:])
    if labels[0] is None or not listed or passage.of(Kind.SAYS, pair[0].end, pair[1].start):
        return cue
    return before._replace(cost=_BESIDE)


def _lacks(cue: Cue | None) -> bool:
    """Whether no event hangs together with a number closely enough to be its own."""
    if cue is None:
        return True
    return cue.cost > (_OWN if cue.event in MOVEMENTS else _OWN_LOSS)


def _in_list(passage: Passage, found: list[Count], place: int) -> bool:
    """Whether two numbers that follow each other are parts of one list."""
    start = max(found[place].end, _head_end(found[place]))
    end = found[place + 1].start
    between = passage.text[start:end]
    joined = passage.has_comma(start, end) or bool(passage.of(Kind.JOINER, start, end))
    final = passage.pack.event_side == "after"
    return (
        (joined if final else not passage.has_comma(start, end))
        and STRONG.isdisjoint(between)
        and not any(passage.of(kind, start, end) for kind in _LIST_BREAKS)
        and all(one.code == Event.STRENGTH for one in passage.of(Kind.EVENT, start, end))
        and passage.words(start, end) <= (_LIST_WORDS if final else _NEXT_WORDS)
    )


def _head_end(count: Count) -> int:
    return count.head.end if count.head is not None else count.end


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
        if cue.event in MOVEMENTS and _is_of_whole(passage, count, skipped, cues):
            continue  # "more than half of the 11,000 sent": who was sent is the whole
        if cue in taken:
            if is_whole or (count.head is not None and _listed(passage, count, cue, before)):
                continue
            cost += 0.0 if _objects(passage, count, cue) else _TAKEN
        if is_whole and _is_of_part(passage, count, cue, cost):
            continue
        options.append(Cue(cue.event, cue.start, cue.end, cost))
    start = skipped.end if skipped else count.end
    best = choose(passage, count, start, options, is_whole=is_whole)
    return best if best is not None and best.cost <= _FARTHEST else None


def _is_of_part(passage: Passage, count: Count, cue: Cue, cost: float) -> bool:
    """Whether an event is that of the part: of 6,000 men promised, 1,000 have arrived."""
    if cue.event in LOSSES and cost > _BESIDE:
        return True
    end = max(count.end, count.head.end if count.head is not None else 0)
    return cue.start >= end and passage.words(end, cue.start) > _BESIDE


def _is_of_whole(passage: Passage, count: Count, skipped: Count | None, cues: list[Cue]) -> bool:
    """Whether a share is of a whole, or follows losses: "6,000 dead, half of all who fought"."""
    if not count.share:
        return False
    if skipped is not None:
        return True
    following = passage.marks.touching(Kind.PARTITIVE, count.end, count.end + 2)
    before = [cue for cue in cues if cue.end <= count.start]
    return following and bool(before) and before[-1].event in LOSSES


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
    if cue.end <= count.start and passage.of(Kind.WHOLE, cue.start, count.start):
        weight += _TAKEN  # 사상자 중 600명: the losses are the whole
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
        if not beside or passage.of(Kind.EVENT, last, start) or _new_clause(passage, last, start):
            break
        last, shared = end, shared + 1
    return shared


def _new_clause(passage: Passage, start: int, end: int) -> bool:
    """Whether a comma before "and" begins a clause: "has 1.2 million men, and 12,000 were sent"."""
    joiner = passage.of(Kind.JOINER, start, end)[-1:]
    return (
        passage.pack.matching == "words"
        and bool(joiner)
        and passage.text[start : joiner[0].start].rstrip().endswith(",")
    )


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


def near_place(passage: Passage, count: Count) -> Mark | None:
    """A place right beside a number, which says that those who are counted are there."""
    begin, end = max(passage.start, count.start - _PLACE), min(passage.end, count.end + _PLACE)
    for place in passage.of(Kind.PLACE, count.end, end):
        if _beside(passage, count.end, place.start) and not _is_elsewhere(passage, count, place):
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


def _is_elsewhere(passage: Passage, count: Count, place: Mark) -> bool:
    """Whether a place after a number belongs to what is joined to it, or only says whose it is."""
    end = max(count.end, _head_end(count))
    for joiner in passage.of(Kind.JOINER, end, place.start)[:1]:
        counters = passage.of(Kind.PEOPLE, end, joiner.start)[:1]
        begin = counters[0].end if counters and counters[0].start == end else end
        if not passage.text[begin : joiner.start].strip():
            return True  # 공병 1000명과 우크라이나의 ...
    adjective = passage.followed_by((Kind.PEOPLE,), place.end) or (
        passage.pack.matching == "words" and place.start < _head_end(count)
    )
    marked = bool(passage.of(Kind.PLACE_BEFORE, count.end, place.start))
    return (adjective or _only_says_whose(passage, place)) and not marked


def _only_says_whose(passage: Passage, place: Mark) -> bool:
    """Whether a state stands there without a preposition, where places have one: ruských sil."""
    if passage.pack.matching != "words" or passage.pack.event_side or len(place.code) > _STATE:
        return False
    return not passage.of(Kind.PLACE_AFTER, place.end, min(passage.end, place.end + _PLACE_MARK))


def _beside(passage: Passage, start: int, end: int) -> bool:
    return passage.cost(start, end) <= _BESIDE_PLACE and not passage.crossed(start, end)
