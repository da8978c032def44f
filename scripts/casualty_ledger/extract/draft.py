"""A figure while its text is still read: with what the rest of the text may change."""

from dataclasses import dataclass

from casualty_ledger.extract.candidate import Candidate, Confidence, Event, EventStatus, Found, Span
from casualty_ledger.extract.dates import Dates
from casualty_ledger.numbers.reading import Reading
from casualty_schemas.vocabularies import Measure, Scope


@dataclass(slots=True)
class Draft:
    """What becomes a `Candidate` at the end of the text; spans are those of the text."""

    sentence: int
    number: Span
    reading: Reading
    event: Event
    status: EventStatus
    measure: Measure
    population: str | None
    population_basis: Found
    place: str | None
    claimant: str | None
    claimant_basis: Found
    spokesperson: str | None
    claimed_on: str | None
    dates: Dates
    scope: Scope
    evidence: Span
    cue: Span | None
    confidence: Confidence
    spoken: bool = True  # who claims it says so in its sentence, and is not only named there
    relayed_by: tuple[str, ...] = ()
    same_as: Span | None = None

    def finished(self, document: str, language: str, text: str) -> Candidate:
        """The candidate of a document in a language."""
        return Candidate(
            document=document,
            language=language,
            number_text=text[self.number[0] : self.number[1]],
            number_span=self.number,
            value_low=self.reading.low,
            value_best=self.reading.best,
            value_high=self.reading.high,
            bound=self.reading.bound,
            event=self.event,
            status=self.status,
            measure=self.measure,
            population=self.population,
            population_basis=self.population_basis,
            place=self.place,
            claimant=self.claimant,
            claimant_basis=self.claimant_basis,
            spokesperson=self.spokesperson,
            relayed_by=self.relayed_by,
            claimed_on=self.claimed_on,
            as_of_start=self.dates.as_of_start,
            as_of_end=self.dates.as_of_end,
            scope=self.scope,
            evidence_span=self.evidence,
            cue_span=self.cue,
            confidence=self.confidence,
            same_as=self.same_as,
        )
