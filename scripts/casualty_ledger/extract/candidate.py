"""One figure that a text reports, as a proposal for a person to accept."""

from dataclasses import dataclass
from enum import StrEnum

from casualty_schemas.vocabularies import Bound, Measure, Scope

Span = tuple[int, int]


class Event(StrEnum):
    """What happened, happens or is to happen to the people who are counted."""

    KILLED = "killed"
    DIED_OF_WOUNDS = "died_of_wounds"
    WOUNDED = "wounded"
    MISSING = "missing"
    CAPTURED = "captured"
    CASUALTIES = "casualties"
    LOSSES = "losses"
    IRRECOVERABLE_LOSSES = "irrecoverable_losses"
    SANITARY_LOSSES = "sanitary_losses"
    STRENGTH = "strength"
    DEPLOYED = "deployed"
    ARRIVED = "arrived"
    PRESENT = "present"
    ENGAGED = "engaged"
    RETURNED = "returned"
    RETURNED_TO_DUTY = "returned_to_duty"
    DESERTED = "deserted"
    PORTRAITS = "portraits"
    GRAVES = "graves"


class EventStatus(StrEnum):
    """How the text puts the event; the measure follows from event and status."""

    DONE = "done"
    UNDER_WAY = "under_way"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    DENIED = "denied"


class Found(StrEnum):
    """Where the population or the claimant was found."""

    PHRASE = "phrase"
    SENTENCE = "sentence"
    EARLIER_SENTENCE = "earlier_sentence"
    DOCUMENT = "document"
    NONE = "none"


class Confidence(StrEnum):
    """How much of a candidate was read from marks near the number."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reported figure.

    Values count people; they stand as in the figures table: a lower bound fills `value_low`, an
    upper bound `value_high`, a range both, anything else `value_best`. Spans are [start, end) in
    code points of the text, and `text[start:end]` is exactly what they name. Dates are ISO 8601
    or EDTF, as precise as the text. `population` and `claimant` are ids of the registers where
    these know the name, else the name as printed. `same_as` is the `number_span` of an earlier
    candidate of the document that states the same figure.
    """

    document: str
    language: str
    number_text: str
    number_span: Span
    value_low: int | None
    value_best: int | None
    value_high: int | None
    bound: Bound
    event: Event
    status: EventStatus
    measure: Measure
    population: str | None
    population_basis: Found
    place: str | None
    claimant: str | None
    claimant_basis: Found
    spokesperson: str | None
    relayed_by: tuple[str, ...]
    claimed_on: str | None
    as_of_start: str | None
    as_of_end: str | None
    scope: Scope
    evidence_span: Span
    cue_span: Span | None
    confidence: Confidence
    same_as: Span | None
