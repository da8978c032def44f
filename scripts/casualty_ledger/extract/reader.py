"""Read every reported troop or casualty figure out of a text: the public entry of the package."""

from casualty_ledger.extract.attribution import Attribution, attribute
from casualty_ledger.extract.candidate import Candidate, EventStatus, Found
from casualty_ledger.extract.confidence import confidence
from casualty_ledger.extract.counting import counts
from casualty_ledger.extract.counts import Count, amount_before
from casualty_ledger.extract.cues import Cue
from casualty_ledger.extract.dates import dates_of, whens
from casualty_ledger.extract.document import Meta
from casualty_ledger.extract.draft import Draft
from casualty_ledger.extract.duplicates import inform, link
from casualty_ledger.extract.ellipsis import (
    default_event,
    is_promised,
    not_yet,
    same_losses,
    told_status,
)
from casualty_ledger.extract.events import assign
from casualty_ledger.extract.forces import force_of
from casualty_ledger.extract.gate import numbered
from casualty_ledger.extract.hearing import (
    carried,
    catch_up,
    elided,
    is_taken,
    own_side,
    speakers_of,
    tell_after,
)
from casualty_ledger.extract.names import Names
from casualty_ledger.extract.parties import is_topic, parties
from casualty_ledger.extract.parts import precedes_part
from casualty_ledger.extract.passage import Passage
from casualty_ledger.extract.people import counts_people, is_of_a_force, may_count_people, settled
from casualty_ledger.extract.places import place_of
from casualty_ledger.extract.printed import is_fighter
from casualty_ledger.extract.scopes import scope_of
from casualty_ledger.extract.statuses import measure_of, status_of
from casualty_ledger.extract.text import Text, finders, is_of_war, opened, party
from casualty_ledger.numbers.folding import Folded, fold
from casualty_ledger.numbers.reader import read_folded
from casualty_ledger.numbers.reading import Reading


def extract(text: str, meta: Meta, names: Names) -> list[Candidate]:
    """Every figure of a text, in order; empty where it reports none.

    Pure: the same text, metadata and names give the same candidates, whatever ran before. A
    language whose file has no `[claims]` gives values and bounds alone, each with the lowest
    confidence. Raises UnknownLanguage where the language has no file.
    """
    document = opened(text, meta, names)
    if document is None:
        return []
    sees_people = finders(document.pack, names).people.finds
    folded = document.folded.text
    found: list[Draft] = []
    for index in numbered(folded, document.stretches, document.lex):
        start, end = document.stretches[index]
        sentence = folded[start:end]
        if document.pack.stated and document.event is None and not sees_people(sentence, sentence):
            continue
        found += _read(document, document.passage(index), index)
    if not found or not is_of_war(document):
        return []
    _complete(document, found)
    return [one.finished(meta.document, document.pack.language, text) for one in found]


def _read(document: Text, passage: Passage, index: int) -> list[Draft]:
    """The figures of one sentence."""
    readings = _readings(document, passage)
    if not readings or not may_count_people(document, passage):
        return []
    found = _counts(document, passage, readings)
    if not found:
        return []
    cues = [
        settled(passage, count, cue)
        for count, cue in zip(found, assign(passage, found), strict=True)
    ]
    if not any(
        counts_people(document, passage, count, cue) for count, cue in zip(found, cues, strict=True)
    ):
        return []
    catch_up(document, index)
    return _drafts(document, passage, found, cues, index)


def _counts(document: Text, passage: Passage, readings: list[Reading]) -> list[Count]:
    found = counts(passage, readings, document.lex)
    passage.numbers = [(count.start, count.end) for count in found]
    passage.parties = None  # numbers may stand between a state and what it says
    return found


def _readings(document: Text, passage: Passage) -> list[Reading]:
    """The numbers of a sentence, at their places in the folded text."""
    text = passage.text[passage.start : passage.end]
    folded = Folded(text) if document.settled else fold(text)
    return read_folded(folded, document.lex, passage.start)


def _drafts(
    document: Text,
    passage: Passage,
    found: list[Count],
    cues: list[Cue | None],
    index: int,
) -> list[Draft]:
    speakers = document.speakers[index] = speakers_of(document, passage)
    voices = [one for one in speakers if one.attributed and one.rank > 1]
    named = [
        mark
        for mark in parties(passage, document.names)
        if is_topic(passage, mark)
        or not any(one.start <= mark.start and mark.end <= one.end for one in voices)
    ]
    dated = whens(passage, document.meta.published_on)
    drafts = []
    said: Attribution | None = None
    floor = passage.start
    for count, cue in zip(found, cues, strict=True):
        if not counts_people(document, passage, count, cue):
            continue
        here = attribute(passage, count, speakers, said, floor)
        if here is not None and not is_taken(document, passage, here, index):
            here = None
        said, floor = here or said, count.end
        claim = here or elided(document, passage, speakers) or carried(document, passage, index)
        cue = not_yet(passage, count, cue, found)
        status = status_of(passage, count, cue, found)
        if cue is None and precedes_part(passage, count) and not is_promised(passage, count):
            status = EventStatus.DONE  # what is said of a part is not said of the whole
        event = cue.event if cue is not None else default_event(document, passage, count, status)
        event = same_losses(document, passage, count, cue) or event
        if cue is None and event is document.event and status is EventStatus.UNDER_WAY:
            status = document.status
        elif cue is None and document.event is None and amount_before(passage, count) is not None:
            status = told_status(document, status)
        document.event, document.status = event, status
        measure = measure_of(event, status)
        population, basis = force_of(
            passage, count, cue, named, document.names, document.original, document.forces,
            lambda: party(document),
            own_side(document, here),
            document.names.countries.get(claim.claimant or ""),
        )  # fmt: skip
        if not is_of_a_force(document, passage, count, cue):
            continue
        spoken = claim.source.start if here is not None and claim.source is not None else None
        dates = dates_of(passage, count, cue, dated, spoken)
        drafts.append(
            Draft(
                sentence=index,
                number=document.folded.span(count.start, count.end),
                reading=count.reading,
                event=event,
                status=status,
                measure=measure,
                population=population,
                population_basis=basis,
                place=place_of(passage, count, cue),
                claimant=claim.claimant,
                claimant_basis=claim.basis,
                spokesperson=claim.person,
                claimed_on=dates.claimed_on or (None if here is not None else document.claimed_on),
                dates=dates,
                scope=scope_of(passage, count, measure),
                evidence=document.folded.span(passage.start, passage.end),
                cue=document.folded.span(cue.start, cue.end) if cue is not None else None,
                confidence=confidence(passage, count, cue, status, basis, named, claim, speakers),
            )
        )
        document.fighters |= is_fighter(passage, count)
        if here is not None and dates.claimed_on is not None:
            document.claimed_on = dates.claimed_on
    return drafts


def _complete(document: Text, drafts: list[Draft]) -> None:
    """Fill in what only the whole text tells: who passes it on, and who claims if none before.

    A publication that also gives figures of its own claims what nobody else is said to claim.
    """
    catch_up(document, len(document.stretches))
    whole = document.first
    if whole is None:
        voices = [*document.relayers, document.meta.publisher or ""]
        own = [one for one in voices if one in document.names.actors]
        whole = Attribution(own[0], Found.DOCUMENT) if own else document.press
    for draft in drafts:
        tell_after(document, draft)
    inform(drafts)
    link(drafts)
    for draft in drafts:
        if draft.claimant is None and whole is not None:
            draft.claimant, draft.claimant_basis = whole.claimant, Found.DOCUMENT
            draft.spokesperson = whole.person
        draft.relayed_by = tuple(one for one in document.relayers if one != draft.claimant)
