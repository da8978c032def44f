"""The figures of a sentence: what is asked of each number, in which order."""

from casualty_ledger.extract.answers import Figure, Statement
from casualty_ledger.extract.claimants.claims import claim_of, unsaid
from casualty_ledger.extract.claimants.source import Source
from casualty_ledger.extract.confidence import confidence
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.counting.people import counts_people, is_of_a_force
from casualty_ledger.extract.counting.several import is_unnumbered
from casualty_ledger.extract.dates import Dates, dates_of, whens
from casualty_ledger.extract.draft import Draft
from casualty_ledger.extract.events.cues import Cue
from casualty_ledger.extract.events.happening import are_only_named, happening_of
from casualty_ledger.extract.events.places import place_of
from casualty_ledger.extract.forces.owners import force_of
from casualty_ledger.extract.forces.parties import is_topic, parties
from casualty_ledger.extract.forces.together import groups
from casualty_ledger.extract.marking.marks import Mark
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.remembering import listen, note_figure, note_number
from casualty_ledger.extract.scopes import scope_of
from casualty_ledger.extract.text import Text


def figures(
    document: Text, passage: Passage, found: list[Count], cues: list[Cue | None], index: int
) -> list[Draft]:
    """The figures of a sentence, by index, whose numbers have these cues, in order."""
    statement = _statement(document, passage, found, index)
    drafts = []
    for count, cue in zip(found, cues, strict=True):
        if not counts_people(document, passage, count, cue):
            continue
        figure = _answered(document, statement, count, cue)
        unnumbered = is_unnumbered(count.reading)  # several: what follows goes back past them
        if not unnumbered:
            note_number(document, statement, figure)
        told = figure.happening
        if is_of_a_force(document, passage, count, told.cue) and not are_only_named(count, told):
            dates = _dates(statement, figure)
            drafts.append(_drafted(document, statement, figure, dates))
            if not unnumbered:
                note_figure(document, statement, figure, dates)
    return drafts


def _statement(document: Text, passage: Passage, found: list[Count], index: int) -> Statement:
    """A sentence with all that is looked up once for its numbers."""
    speakers = listen(document, passage, index)
    named = _named(document, passage, speakers)
    return Statement(
        index=index,
        passage=passage,
        counts=found,
        speakers=speakers,
        named=named,
        groups=groups(passage, named),
        dated=whens(passage, document.meta.published_on),
        unsaid=unsaid(document, passage, speakers, index),
        floor=passage.start,
    )


def _named(document: Text, passage: Passage, speakers: list[Source]) -> list[Mark]:
    """The states whose forces may be counted; those in the name of who speaks are left out."""
    voices = [one for one in speakers if one.attributed and one.rank > 1]
    return [
        mark
        for mark in parties(passage, document.names)
        if not any(one.start <= mark.start and mark.end <= one.end for one in voices)
        or is_topic(passage, mark)
    ]


def _answered(document: Text, statement: Statement, count: Count, cue: Cue | None) -> Figure:
    """Who gives a number, what befell the counted, and whose they are, each by what is before."""
    claim = claim_of(document, statement, count)
    happening = happening_of(document, statement, count, cue)
    force = force_of(document, statement, count, happening.cue, claim)
    return Figure(count, claim, happening, force)


def _dates(statement: Statement, figure: Figure) -> Dates:
    """When a figure was claimed and when it was so; who speaks beside it may tie a date to it."""
    source = figure.claim.by.source if figure.claim.here else None
    spoken = source.start if source is not None else None
    cue = figure.happening.cue
    return dates_of(statement.passage, figure.count, cue, statement.dated, spoken)


def _drafted(document: Text, statement: Statement, figure: Figure, dates: Dates) -> Draft:
    """A figure with all its answers."""
    passage, count = statement.passage, figure.count
    claim, happening, force = figure.claim, figure.happening, figure.force
    cue = happening.cue
    return Draft(
        sentence=statement.index,
        number=document.folded.span(count.start, count.end),
        reading=count.reading,
        event=happening.event,
        status=happening.status,
        measure=happening.measure,
        population=force.population,
        population_basis=force.basis,
        place=place_of(passage, count, cue),
        claimant=claim.by.claimant,
        claimant_basis=claim.by.basis,
        spokesperson=claim.by.person,
        claimed_on=dates.claimed_on or (None if claim.here else document.claimed_on),
        dates=dates,
        scope=scope_of(passage, count, happening.measure),
        evidence=document.folded.span(passage.start, passage.end),
        cue=document.folded.span(cue.start, cue.end) if cue is not None else None,
        confidence=confidence(statement, figure),
        spoken=claim.by.source is None or claim.by.source.attributed,
    )
