"""Which of the events near a number is its own, beyond how close they stand.

Losses come before movements in one stretch ("soldiers sent to fight were killed"), a verb that
only says how high a number is comes last, and what ends a sentence before what describes a noun.
"""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.events.descriptions import (
    without_aims,
    without_arrests,
    without_attributes,
    without_describing_verbs,
    without_deserters,
    without_movements_of_lost,
)
from casualty_ledger.extract.events.fates import (
    bodies_first,
    dead_or_wounded,
    died_of_wounds,
    kind_of_loss,
    losses_first,
    shown,
    without_captivity,
)
from casualty_ledger.extract.events.handing import handed_over
from casualty_ledger.extract.events.parts import Portion
from casualty_ledger.extract.events.totals import without_totals
from casualty_ledger.extract.marking.passage import Passage


def choose(passage: Passage, portion: Portion, options: list[Cue]) -> Cue | None:
    """The event of a number among those that may be, each with its cost; None where none is."""
    count = portion.count
    options = without_aims(passage, count, options)
    options = without_describing_verbs(passage, count, options)
    options = without_movements_of_lost(count, options)
    options = without_attributes(passage, count, options)
    options = without_deserters(passage, count, options)
    options = without_arrests(passage, count, options)
    options = without_totals(passage, count, options)
    options = bodies_first(passage, count, options)
    options = without_captivity(passage, count, options)
    if not portion.is_whole:
        options = losses_first(passage, portion.end, options)
    best = min(options, key=lambda cue: (cue.cost, cue.start), default=None)
    if best is None:
        return None
    return handed_over(passage, count, told_closer(passage, count, best, options))


def told_closer(passage: Passage, count: Count, best: Cue, options: list[Cue]) -> Cue:
    """An event, or where it is a loss, of what sort that is or what was shown of the lost."""
    if best.event not in LOSSES:
        return best
    best = dead_or_wounded(passage, count, best, options) or best
    best = shown(passage, count, best, options) or best
    best = died_of_wounds(passage, count, best) or best
    if best.event is not Event.LOSSES:
        return best
    return kind_of_loss(passage, count, options) or best
