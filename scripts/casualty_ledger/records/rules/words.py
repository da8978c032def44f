"""The content test: the words that a report prints say the number that the figure records."""

from collections.abc import Iterator

from casualty_ledger.numbers import Reading, UnknownLanguage, UnreadableNumber, read_number
from casualty_ledger.numbers.reading import describe
from casualty_ledger.records.faults import Fault
from casualty_ledger.records.ledger import Ledger, LocatedMention
from casualty_ledger.records.models import Figure
from casualty_schemas.vocabularies import Bound, Difference

# The differences that can be read off the words themselves.
READABLE = (Difference.VALUE, Difference.BOUND)


def the_words_say_the_number(ledger: Ledger) -> Iterator[Fault]:
    """What is read in ``as_written`` is the figure's value and bound, or ``differs`` says so."""
    known = ledger.figures_by_id()
    for located in ledger.mentions():
        target = known.get(located.mention.figure)
        if target is not None and located.mention.as_written is not None:
            yield from _mention_faults(located, located.mention.as_written, target.figure)


def differences(reading: Reading, figure: Figure) -> list[Difference]:
    """Return in what a reading departs from a figure: in value, in bound, in both or in nothing.

    One end of a range is no other number; neither is a vague phrase, unless the interval that
    is documented for its words leaves the recorded number out.
    """
    recorded = {value for value in (figure.low, figure.best, figure.high) if value is not None}
    printed = {reading.low, reading.best, reading.high} - {None}
    found = [Difference.VALUE] if printed - recorded or _excludes(reading, recorded) else []
    if figure.bound is not Bound.UNSPECIFIED and reading.bound is not figure.bound:
        found.append(Difference.BOUND)
    return found


def _excludes(reading: Reading, recorded: set[int]) -> bool:
    low, high = reading.interval or (None, None)
    return any(
        (low is not None and number < low) or (high is not None and number > high)
        for number in recorded
    )


def _mention_faults(located: LocatedMention, words: str, figure: Figure) -> Iterator[Fault]:
    language = located.report.record.language
    declared = [code for code in READABLE if code in located.mention.differs]
    try:
        reading = read_number(words, language)
    except UnknownLanguage as error:
        yield located.report.fault(("language",), str(error))
        return
    except UnreadableNumber:
        if figure.bound is not Bound.UNSPECIFIED:
            message = f"{words!r} ({language}) holds no number that can be read"
            yield located.fault("as_written", f"{message}; expected the number phrase")
        return
    found = differences(reading, figure)
    if found != declared:
        yield located.fault("as_written", _message(words, language, reading, figure, found))


def _message(
    words: str, language: str, reading: Reading, figure: Figure, found: list[Difference]
) -> str:
    said = describe(reading.low, reading.best, reading.high, reading.bound)
    recorded = describe(figure.low, figure.best, figure.high, figure.bound)
    codes = ", ".join(code.value for code in found)
    expected = f"differs: [{codes}]" if found else "neither value nor bound in differs"
    return f"{words!r} ({language}) says {said}, {figure.id} has {recorded}; expected {expected}"
