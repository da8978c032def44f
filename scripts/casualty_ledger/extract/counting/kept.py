"""Which numbers of a sentence count people, and which noun says so."""

from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.counting.days import days_before, is_year
from casualty_ledger.extract.counting.labels import (
    goes_on,
    label_of,
    opens_parts,
    people_in,
    speaks_of_people,
)
from casualty_ledger.extract.counting.nouns import (
    noun_after,
    noun_before,
    noun_of_amount,
    noun_of_list,
    noun_of_part,
    phrase_end,
)
from casualty_ledger.extract.counting.remains import counts_bodies
from casualty_ledger.extract.counting.things import (
    goes_on_with_things,
    is_part_of_things,
    thing_after,
)
from casualty_ledger.extract.counting.uncounted import counts_nobody, is_aside, is_ordinal
from casualty_ledger.extract.counting.units import counts_units
from casualty_ledger.extract.marking.marks import Mark
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.numbers.lexicon import Lexicon
from casualty_ledger.numbers.reading import Reading
from casualty_schemas.vocabularies import Bound


def counts(passage: Passage, readings: list[Reading], lex: Lexicon, original: str) -> list[Count]:
    """The numbers of a sentence that are no date, money, unit or thing, in order.

    `original` is the text with its capitals, at the offsets of the folded one.
    """
    found: list[Count] = []
    things = -1  # where the last number ends that counts things
    for reading, limit in _undated(passage, readings):
        start, end = reading.span
        if is_ordinal(original, start, end) or _is_said_again(passage, found, reading):
            continue
        window = phrase_end(passage, end, limit)
        bodies = counts_bodies(passage, reading, lex)
        thing = None if bodies else thing_after(passage, end, window, lex)
        listed = bool(found) and (
            goes_on(passage, found[-1], start, original)
            or opens_parts(passage, found[-1], start, end)
        )
        count = _count(passage, reading, window, thing, lex, listed)
        if count is None:
            if thing is None or reading.bound is Bound.VAGUE:
                continue
            if found and is_part_of_things(passage, found[-1], start):
                found.pop()
            things = end
        elif things >= 0 and goes_on_with_things(passage, count, things):
            things = end
        else:
            found.append(count)
    return found


def _is_said_again(passage: Passage, found: list[Count], reading: Reading) -> bool:
    """Whether a dual only agrees with the one right before it: "two soldiers two"."""
    if not found or not passage.pack.verb_first or reading.best is None:
        return False
    last = found[-1]
    between = passage.text[last.end : reading.span[0]]
    return last.reading.best == reading.best and between == " "


def _undated(passage: Passage, readings: list[Reading]) -> list[tuple[Reading, int]]:
    """The numbers that are no dates, each with where the words after it end: at the next."""
    kept = days_before(passage, readings)
    limits = [*(reading.span[0] for reading in kept[1:]), passage.end]
    pairs = zip(kept, limits, strict=False)  # a limit alone where no number is left
    return [(reading, max(limit, reading.span[1])) for reading, limit in pairs]


def _count(
    passage: Passage, reading: Reading, window: int, thing: int | None, lex: Lexicon, listed: bool
) -> Count | None:
    """A number as one of people; None where it is none.

    `window` is where its noun phrase ends at the latest, `thing` where the noun for something else
    than people begins in it; `listed` says that it goes on a list of people.
    """
    start, end = reading.span
    share = reading.bound is Bound.VAGUE and reading.interval is None
    if counts_nobody(passage, reading, share, lex):
        return None
    head = noun_after(passage, start, end, window)
    if thing is not None and _is_of_things(passage, reading, thing, head, lex):
        return None
    if reading.best != 1 or passage.pack.verb_first:  # not "soldiers on one side or the other"
        head = noun_of_list(passage, start, end) or head
    head = noun_before(passage, start, head)
    if is_year(passage, reading, head):
        return None
    if head is None:
        label = label_of(passage, start)
        if not listed and _lacks_people(passage, reading, label, lex):
            return None
        head = (
            people_in(passage, label)
            or noun_of_amount(passage, start)
            or noun_of_part(passage, start, end)
        )
    return Count(start, end, reading, head, share)


def _is_of_things(
    passage: Passage, reading: Reading, thing: int, head: Mark | None, lex: Lexicon
) -> bool:
    """Whether the noun for something else is what a number counts, before one for people."""
    if head is None:
        return True
    return thing <= head.start and counts_units(passage, reading, thing, head.start, lex)


def _lacks_people(
    passage: Passage, reading: Reading, label: tuple[int, int] | None, lex: Lexicon
) -> bool:
    """Whether the words before a number without a noun show that it counts no people."""
    if label is not None and not speaks_of_people(passage, *label):
        return True
    return people_in(passage, label) is None and is_aside(passage, reading, lex)
