"""Rules for mentions: every figure has one, and its words stand where it says."""

from collections.abc import Iterator

from casualty_ledger.records.faults import Fault
from casualty_ledger.records.ledger import Ledger, LocatedMention
from casualty_schemas.vocabularies import Bound, Difference


def every_figure_is_mentioned(ledger: Ledger) -> Iterator[Fault]:
    """No figure without its source."""
    mentioned = ledger.mentions_by_figure()
    for located in ledger.figures():
        if located.figure.id not in mentioned and located.figure.id not in ledger.broken_words:
            message = f"{located.figure.id} has no mention; expected a report that prints it"
            yield located.fault("id", message)


def a_mention_has_words(ledger: Ledger) -> Iterator[Fault]:
    """The printed words may be missing only where the claim has no number."""
    known = ledger.figures_by_id()
    for located in ledger.mentions():
        figure = known.get(located.mention.figure)
        bound = figure.figure.bound if figure else Bound.UNSPECIFIED
        if located.mention.as_written is None and bound is not Bound.UNSPECIFIED:
            message = "key is missing; expected the number phrase as the report prints it"
            yield located.fault("as_written", message)


def a_report_mentions_a_figure_once_in_the_same_words(ledger: Ledger) -> Iterator[Fault]:
    """A second mention has other words, or another place in the document."""
    seen: set[tuple[object, ...]] = set()
    for located in ledger.mentions():
        mention = located.mention
        span = tuple(mention.span or ())
        key = (located.report.id, mention.figure, mention.as_written, span)
        if key in seen:
            message = f"{mention.figure} stands twice with the same words; expected it once"
            yield located.fault("figure", message)
        seen.add(key)


def a_span_is_exactly_its_words(ledger: Ledger) -> Iterator[Fault]:
    """The document holds ``as_written`` at the span, counted in code points."""
    for located in ledger.mentions():
        key, message = _span_problem(located, ledger)
        if message:
            yield located.fault(key, message)


def _span_problem(located: LocatedMention, ledger: Ledger) -> tuple[str, str | None]:
    mention, name = located.mention, located.report.record.document
    if name is None:
        if mention.span is not None:
            return "span", "stands without a document; expected `document` in this report"
        return "span", None
    document = ledger.documents.get(name)
    if document is None or mention.as_written is None:
        return "span", None
    if mention.span is None:
        return "span", "key is missing; expected [start, end] with a document"
    return _words_problem(mention.span, mention.as_written, document.text)


def _words_problem(span: list[int], words: str, text: str) -> tuple[str, str | None]:
    if len(span) != 2 or not span[0] < span[1] <= len(text):
        expected = f"expected [start, end] with start < end <= {len(text)}"
        return "span", f"{span} lies outside the document; {expected}"
    found = text[span[0] : span[1]]
    if found != words:
        return "as_written", f"is {words!r}, but the document has {found!r} at {span}"
    return "span", None


def a_difference_in_measure_says_which(ledger: Ledger) -> Iterator[Fault]:
    """``printed_measure`` stands with ``differs: [measure]``, and is another measure."""
    known = ledger.figures_by_id()
    for located in ledger.mentions():
        mention, figure = located.mention, known.get(located.mention.figure)
        differs = Difference.MEASURE in mention.differs
        if differs and mention.printed_measure is None:
            message = "key is missing; expected with differs: [measure]"
            yield located.fault("printed_measure", message)
        if not differs and mention.printed_measure is not None:
            message = "stands alone; expected differs: [measure] with it"
            yield located.fault("printed_measure", message)
        if figure and mention.printed_measure is figure.figure.measure:
            message = "is the measure of the figure; expected another one"
            yield located.fault("printed_measure", message)


def differences_are_named_once(ledger: Ledger) -> Iterator[Fault]:
    """``differs`` holds each code once."""
    for located in ledger.mentions():
        differs = located.mention.differs
        if len(set(differs)) < len(differs):
            yield located.fault("differs", "names a difference twice; expected each once")
