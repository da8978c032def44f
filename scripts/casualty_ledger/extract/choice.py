"""Which of the events near a number is its own, beyond how close they stand.

Losses come before movements in one stretch ("soldiers sent to fight were killed"), a verb that
only says how high a number is comes last, and what ends a sentence before what describes a noun.
"""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counts import Count
from casualty_ledger.extract.cues import LOSSES, MOVEMENTS, Cue
from casualty_ledger.extract.marks import Kind, Mark
from casualty_ledger.extract.passage import COMMAS, STRONG, Passage

_BESIDE = 2.0
_KIND_WITHIN = 4  # words
_EXPLAINED = 9
_CLOSE_LOSS = 6.0
_CLAUSE = 20  # words
_NOUN_PHRASE = 4
_BACK_WITHIN = 6  # words
_REACHED = 3  # words
_SHOWN = 2  # words
_MAIN = 14.0  # how far off the main verb may stand
_TOLD_LAST = (*MOVEMENTS, Event.RETURNED, *LOSSES)


def choose(
    passage: Passage, count: Count, start: int, options: list[Cue], *, is_whole: bool
) -> Cue | None:
    """The event of a number among those that may be, each with its cost.

    `start` is where the number ends, or the whole of which it is a part; `is_whole` whether it is
    itself the whole of the next one.
    """
    options = _sent_first(passage, count, options)
    options = _described(count, _main_verbs(passage, count, options))
    options = _totals_last(passage, count, options)
    if not is_whole:
        options = _losses_first(passage, start, options)
    best = min(options, key=lambda cue: (cue.cost, cue.start), default=None)
    if best is not None and best.event in LOSSES:
        best = _shown(passage, count, best, options) or best
    if best is not None and best.event is Event.LOSSES:
        best = _kind_of_loss(passage, count, options) or best
    return best


def _sent_first(passage: Passage, count: Count, options: list[Cue]) -> list[Cue]:
    """Leave out what people are sent for, where the verb right before a number sends them.

    派1万军人到俄国作战: they are sent, and will fight.
    """
    if passage.pack.event_side == "after" and not passage.pack.objects_after:
        return options
    begin = min(count.start, count.head.start if count.head is not None else count.start)
    sending = [
        cue
        for cue in options
        if cue.event is Event.DEPLOYED
        and cue.end <= begin
        and passage.words(cue.end, begin) <= 1
        and _one_clause(passage, cue.end, begin)
        and not passage.of(Kind.PARTITIVE, cue.end, begin)
        and not passage.of(Kind.RELATIVE, cue.end, begin)
        and passage.text[begin - 1] != "\u7684"
    ]
    if not sending:
        return options
    return [cue for cue in options if cue.event not in MOVEMENTS or cue.start < count.end]


def _main_verbs(passage: Passage, count: Count, options: list[Cue]) -> list[Cue]:
    """Leave out a verb that only describes the counted, where one after them says what they do.

    In languages whose verbs end the sentence: "파병한 1만 명이 있다", the 10,000 sent are there.
    """
    if passage.pack.event_side != "after":
        return options
    begin = min(count.start, count.head.start if count.head is not None else count.start)
    main = [
        cue
        for cue in options
        if cue.event in _TOLD_LAST
        and cue.start >= count.end
        and not (cue.event in LOSSES and passage.has_comma(count.end, cue.start))
        and cue.cost <= _MAIN
        and not passage.crossed(count.end, cue.start)
        and not passage.of(Kind.WHOLE, count.end, cue.start)
    ]
    described: set[Event] = set(MOVEMENTS) if main else set()
    if any(cue.event is Event.RETURNED for cue in main):
        described.add(Event.WOUNDED)  # who comes back wounded has come back
    return [cue for cue in options if cue.event not in described or not _leads(passage, cue, begin)]


def _leads(passage: Passage, cue: Cue, begin: int) -> bool:
    """Whether an event stands right before a noun phrase: 파견된 북한군 1만 명."""
    if cue.end > begin:
        return False
    people = passage.of(Kind.PEOPLE, cue.end, begin)
    beside = bool(people) and passage.words(people[-1].end, begin) == 0
    return passage.words(cue.end, people[0].start if beside else begin) <= 1


def _totals_last(passage: Passage, count: Count, options: list[Cue]) -> list[Cue]:
    """Leave out a verb between a loss and its number: "losses reached several hundred"."""
    amounts = passage.of(Kind.AMOUNT, passage.start, count.start)
    if amounts and not passage.crossed(amounts[-1].end, count.start):
        options = [cue for cue in options if not _only_amounts(passage, count, amounts[-1], cue)]
        options = _of_amount(passage, count, amounts[-1], options)
    losses = [cue for cue in options if cue.event in LOSSES and cue.end <= count.start]
    if not losses:
        return options
    last = losses[-1].end
    between = [cue for cue in options if cue.event in MOVEMENTS and last <= cue.start]
    verbs = [
        cue
        for cue in between
        if cue.end <= count.start
        and passage.words(last, cue.start) <= _KIND_WITHIN
        and _one_stretch(passage, last, count.start)
    ]
    verbs += [cue for cue in between if _reached(passage, last, count, cue)]
    return [cue for cue in options if cue not in verbs]


def _of_amount(passage: Passage, count: Count, amount: Mark, options: list[Cue]) -> list[Cue]:
    """Leave out what only describes them where a loss says whose number it is.

    "The number of soldiers killed, whether career or mobilised men, is 55,000".
    """
    lost = [
        cue
        for cue in options
        if cue.event in LOSSES
        and amount.end <= cue.start < count.start
        and passage.words(amount.end, cue.start) <= _KIND_WITHIN
        and _one_clause(passage, amount.end, cue.start)
    ]
    if not lost:
        return options
    return [
        cue
        for cue in options
        if cue.event not in MOVEMENTS or not lost[0].end <= cue.start < count.start
    ]


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
    if cue.event in MOVEMENTS and cue.end <= amount.start:
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
        and _one_clause(passage, first.end, cue.start)
    ]
    if back and first.event is Event.WOUNDED:
        return back
    return [
        cue for cue in options if cue.event not in MOVEMENTS or not start <= cue.start < first.start
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
    opening = [*barriers, *passage.of(Kind.EVENT, start, end)[:1]]  # "N soldiers sent to fight"
    first = min((mark.start for mark in opening), default=end)
    soon = len(barriers) == 1 and passage.words(start, first) <= _NOUN_PHRASE
    return commas == 0 and soon and passage.words(start, end) <= _CLAUSE


def _described(count: Count, options: list[Cue]) -> list[Cue]:
    """Leave out movements where the noun phrase says what befell the counted: 200 wounded men."""
    head = count.head
    if head is None or not any(
        cue.event in LOSSES and count.end <= cue.start and cue.end <= head.start for cue in options
    ):
        return options
    return [cue for cue in options if cue.event not in MOVEMENTS]


def _shown(passage: Passage, count: Count, loss: Cue, options: list[Cue]) -> Cue | None:
    """Portraits or graves of the lost: "portraits of 101 fallen", 101名阵亡者的遗像."""
    last = max(count.end, loss.end)
    for cue in options:
        if cue.event not in (Event.PORTRAITS, Event.GRAVES):
            continue
        gap = (last, cue.start) if cue.start >= last else (cue.end, count.start)
        if gap[0] <= gap[1] and passage.words(*gap) <= _SHOWN and not passage.has_comma(*gap):
            return cue
    return None


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
    """Whether no number, clause, comma or joining word stands between two places."""
    return _one_clause(passage, start, end) and not passage.of(Kind.JOINER, start, end)


def _one_clause(passage: Passage, start: int, end: int) -> bool:
    between = passage.text[start:end]
    return (
        not passage.crossed(start, end)
        and not passage.of(Kind.BARRIER, start, end)
        and (STRONG | COMMAS).isdisjoint(between)
    )
