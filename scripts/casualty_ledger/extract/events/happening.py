"""What befell those who are counted: by the words of their number, else by the number before."""

from casualty_ledger.extract.answers import Happening, Statement
from casualty_ledger.extract.candidate import Event, EventStatus
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.counting.shares import is_of_those
from casualty_ledger.extract.events.cues import Cue
from casualty_ledger.extract.events.ellipsis import (
    default_event,
    is_promised,
    listed_on,
    not_yet,
    same_losses,
    told_status,
)
from casualty_ledger.extract.events.handing import are_still_bodies
from casualty_ledger.extract.events.parts import precedes_part, value_of
from casualty_ledger.extract.events.statuses import measure_of, status_of
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.text import Text, survey

_FEW = 10  # people: so many are an army or a unit, of which no more need be told


def happening_of(document: Text, statement: Statement, count: Count, near: Cue | None) -> Happening:
    """The event of a number, of which `near` are the words beside it, and how it is put."""
    passage = statement.passage
    cue = not_yet(passage, count, near, statement.counts)
    status = status_of(passage, count, cue, statement.counts)
    if cue is not None:
        event = same_losses(document, passage, count, cue) or cue.event
        event = _of_losing(document, passage, cue, event)
        if document.event is Event.KILLED and are_still_bodies(
            passage, count, cue, document.before()
        ):
            event = Event.KILLED
        if event is Event.KILLED and document.event is Event.WOUNDED and count.head is None:
            of_them = is_of_those(passage, count)  # "60 wounded came in; nine of them died"
            event = Event.DIED_OF_WOUNDS if of_them else event
        status = _status_of_list(document, passage, count, event, status)
        return Happening(cue, event, status, measure_of(event, status))
    if precedes_part(passage, count) and not is_promised(passage, count):
        status = EventStatus.DONE  # what is said of a part is not said of the whole
    event = default_event(document, passage, count, status)
    event = _of_losing(document, passage, None, event)
    status = _status_before(document, event, status)
    return Happening(None, event, status, measure_of(event, status))


def are_only_named(count: Count, happening: Happening) -> bool:
    """Whether nothing is told of a few people: "two soldiers were sentenced" is no strength."""
    if happening.cue is not None or happening.event is not Event.STRENGTH:
        return False
    return 0 < value_of(count) < _FEW


def _of_losing(document: Text, passage: Passage, cue: Cue | None, event: Event) -> Event:
    """Killed, where an army "lost six men" in a text on none of the forces of the registers.

    Those at war with each other count dead and wounded together as what they lost.
    """
    if event is not Event.LOSSES or document.meta.subject is not None:
        return event
    verbs = passage.of(Kind.LOSING)
    if cue is not None:
        verbs = [verb for verb in verbs if verb.start <= cue.start < verb.end]
    if not verbs or _names_known(document, passage):
        return event
    return Event.KILLED if survey(document).most_frequent() is None else event


def _names_known(document: Text, passage: Passage) -> bool:
    """Whether a sentence names who the registers count, or who speaks for them."""
    parties = {party for party, _ in document.names.populations}
    if any(mark.code in parties for mark in passage.of(Kind.COUNTRY)):
        return True
    return any(passage.of(kind) for kind in (Kind.ACTOR, Kind.SPEAKER, Kind.ENEMY))


def _status_of_list(
    document: Text, passage: Passage, count: Count, event: Event, status: EventStatus
) -> EventStatus:
    """The status of a number joined by "and" to one of the same event, whose verb tells of both.

    "Soon 1,000 sappers and 5,000 builders will be at work there".
    """
    if status is EventStatus.UNDER_WAY and event is document.event and listed_on(passage, count):
        return document.status
    return status


def _status_before(document: Text, event: Event, status: EventStatus) -> EventStatus:
    """The status of a number without words for its event, which may go on with the one before."""
    if event is document.event and status is EventStatus.UNDER_WAY:
        return document.status
    if document.event is None and event is not Event.STRENGTH:
        return told_status(document, status)
    return status
