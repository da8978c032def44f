"""Verbs that only say how high a number is: "losses reached several hundred"."""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import LOSSES, MOVEMENTS, Cue
from casualty_ledger.extract.marking.clauses import in_one_clause, in_one_stretch, is_past_clause
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_BESIDE = 2  # words
_REACHED = 3
_NEAR = 7
_BETWEEN = 9
_CLOSE = 6.0  # the most that the loss costs whose number is given


def without_totals(passage: Passage, count: Count, options: list[Cue]) -> list[Cue]:
    """Leave out verbs that only say how high a number is, by a noun or a loss before it."""
    return _without_reaching(passage, count, _without_amounts(passage, count, options))


def _without_amounts(passage: Passage, count: Count, options: list[Cue]) -> list[Cue]:
    """Leave out what only belongs to a noun for the number itself: "their number reached"."""
    amounts = passage.of(Kind.AMOUNT, passage.start, count.start)
    if not amounts or passage.crossed(amounts[-1].end, count.start):
        return options
    amount = amounts[-1]
    options = [cue for cue in options if not _only_amounts(passage, count, amount, cue)]
    return _of_amount(passage, count, amount, options)


def _only_amounts(passage: Passage, count: Count, amount: Mark, cue: Cue) -> bool:
    """Whether a verb only says how high a number is: "the number reached", "bringing the total"."""
    if cue.event in MOVEMENTS and cue.end <= amount.start:
        return passage.words(cue.end, amount.start) <= _BESIDE
    if cue.event is Event.ARRIVED and cue.end <= count.start:
        return passage.words(cue.end, count.start) <= _REACHED
    if cue.event is not Event.PRESENT or cue.start < count.end:
        return False
    return passage.words(count.end, cue.start) <= _BESIDE


def _of_amount(passage: Passage, count: Count, amount: Mark, options: list[Cue]) -> list[Cue]:
    """The loss that says whose number it is, however far off, and nothing told of them since.

    "The number of soldiers killed, whether career or mobilised men, is 55,000".
    """
    lost = next((cue for cue in options if _says_whose(passage, amount, cue, count)), None)
    if lost is None:
        return options
    close = lost._replace(cost=min(lost.cost, _CLOSE))
    return [
        close if cue is lost else cue
        for cue in options
        if cue.event not in MOVEMENTS or not lost.end <= cue.start < count.start
    ]


def _says_whose(passage: Passage, amount: Mark, cue: Cue, count: Count) -> bool:
    """Whether an event is the loss whose number a noun before it announces."""
    return (
        cue.event in LOSSES
        and amount.end <= cue.start < count.start
        and passage.words(amount.end, cue.start) <= _NEAR
        and in_one_clause(passage, amount.end, cue.start)
    )


def _without_reaching(passage: Passage, count: Count, options: list[Cue]) -> list[Cue]:
    """Leave out a verb between a loss and its number: "losses reached several hundred"."""
    losses = [cue.end for cue in options if cue.event in LOSSES and cue.end <= count.start]
    if not losses:
        return options
    return [cue for cue in options if not any(_leads(passage, end, count, cue) for end in losses)]


def _leads(passage: Passage, loss: int, count: Count, cue: Cue) -> bool:
    """Whether an event after a loss that ends at `loss` only leads on to its number."""
    if cue.event not in MOVEMENTS or cue.start < loss:
        return False
    between = cue.end <= count.start and passage.words(loss, cue.start) <= _BETWEEN
    if between and in_one_stretch(passage, loss, count.start):
        return True
    return _reached(passage, loss, count, cue)


def _reached(passage: Passage, loss: int, count: Count, cue: Cue) -> bool:
    """Whether a verb beside a number only says that losses reached it, on either side of it."""
    if cue.event is not Event.ARRIVED:
        return False
    if cue.start >= count.end:
        near = passage.words(count.end, cue.start) <= 1
        return near and not passage.has_comma(count.end, cue.start)
    gap = (loss, cue.start)
    beside = passage.words(cue.end, count.start) <= 1
    return beside and (in_one_stretch(passage, *gap) or is_past_clause(passage, *gap))
