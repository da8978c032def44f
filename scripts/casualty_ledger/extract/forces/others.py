"""States that describe the noun of another number: "8 Syrian soldiers and 4 militiamen"."""

from casualty_ledger.extract.answers import Statement
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.forces.called import noun_of
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.text import Text

_STEM = 4  # letters


def is_next_item(document: Text, statement: Statement, count: Count) -> bool:
    """Whether a number has another noun than the one right before it in a list without a verb.

    "8 Syrian soldiers, 4 members of a militia and 3 women were killed".
    """
    passage = statement.passage
    before = [one for one in statement.counts if one.last <= count.start][-1:]
    if not before or before[0].head is None or passage.of(Kind.EVENT, before[0].last, count.start):
        return False
    noun = noun_of(document, passage, count)
    return noun is not None and _differ(document, noun, before[0].head)


def _differ(document: Text, noun: str, head: Mark) -> bool:
    """Whether two nouns begin otherwise."""
    return document.original[head.start : head.end][:_STEM].casefold() != noun[:_STEM].casefold()


def is_of_another(document: Text, statement: Statement, count: Count, state: Mark) -> bool:
    """Whether a state belongs to the noun of another number, and a number has a noun of its own.

    One with the same noun as the other may be of the same state: "8 Syrian soldiers, 4 soldiers".
    """
    noun = noun_of(document, statement.passage, count)
    if noun is None:
        return False
    heads = [one.head for one in statement.counts if one is not count and one.head is not None]
    return any(
        head.start - 1 <= state.end <= head.end + 1 or head.start <= state.start <= head.end + 1
        for head in heads
        if _differ(document, noun, head)
    )
