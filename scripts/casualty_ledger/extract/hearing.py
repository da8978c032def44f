"""Who says so, over the sentences of a text: who spoke before, and who is named after."""

from dataclasses import replace

from casualty_ledger.extract.attribution import Attribution
from casualty_ledger.extract.candidate import EventStatus, Found
from casualty_ledger.extract.draft import Draft
from casualty_ledger.extract.marks import Kind
from casualty_ledger.extract.offices import offices
from casualty_ledger.extract.parties import parties
from casualty_ledger.extract.passage import Passage
from casualty_ledger.extract.persons import PERSON, PRONOUN
from casualty_ledger.extract.quotes import is_open, paragraph
from casualty_ledger.extract.sources import relayers, sources
from casualty_ledger.extract.speaking import Source
from casualty_ledger.extract.states import COUNTERS, NAMELESS, PRESS
from casualty_ledger.extract.text import Text, is_heading, survey

_BACKWARD = 40  # characters at the front of a sentence
_QUOTED = 5  # sentences of a quotation
_TOLD_WITHIN = 2  # sentences
_OPENS = 3  # words before a subject
_FINAL = 8  # characters after the verb that ends a sentence
_MENTIONED = 8
_VOICE = 2  # the rank of who speaks for another
_LATEST = 3  # sentences over which a claimant carries on


def catch_up(document: Text, index: int) -> None:
    """Remember what the sentences up to one say of forces, claimants and publications."""
    while document.remembered < index:
        place = document.remembered
        passage = document.passage(place)
        speakers = document.speakers.pop(place, None)
        if speakers is None:
            speakers = speakers_of(document, passage)
        _remember(document, passage, speakers, place)
        document.remembered += 1


def speakers_of(document: Text, passage: Passage) -> list[Source]:
    """The sources of a sentence; a voice whose organisation was named before speaks for it."""
    found: list[Source] = []
    for source in sources(passage, document.names, document.original):
        here = [one for one in found if one.attributed and one.claimant and not one.news]
        known = _known(document, source, here[-1] if here else None)
        found.append(known)
    return found


def _known(document: Text, source: Source, before: Source | None) -> Source:
    """The claimant of an office that is named without its state, from the text before.

    `before` is who speaks earlier in the same sentence: a pronoun stands for them.
    """
    if source.role == PRONOUN and before is not None:
        return replace(source, claimant=before.claimant, person=before.person)
    if source.role in (PRONOUN, PERSON) or source.state:
        said = document.subject if source.role == PRONOUN else None
        found = document.heard.resolve(source, said or document.said, document.names)
        unknown = bool(found.state) and found.claimant not in document.names.actors
        office = _office_of(document, found.state) if unknown else None
        return found if office is None else replace(found, claimant=office)
    if source.role in (PRESS, COUNTERS):
        return replace(source, claimant=_counter(document) or source.claimant)
    known = document.voices.get(source.role) if source.person is None else None
    if known is not None and (source.rank == _VOICE or not source.claimant):
        return replace(source, claimant=known.claimant or source.claimant, person=known.person)
    if source.claimant or not source.role:
        return source
    single = [one for one in document.mentioned if document.names.countries.get(one)]
    held = [one for one in single if source.role in _held_by(one)]
    if held:
        return replace(source, claimant=held[-1])
    if before is not None and before.rank > 1:
        return replace(source, claimant=before.claimant, person=before.person)
    return replace(source, claimant=_elsewhere(document, source.role) or _usual(document, source))


def _counter(document: Text) -> str | None:
    """The publication of the registers that a text names as one who counts, if it names one."""
    if document.counter is None:
        named = (
            (one, any(other.role == COUNTERS for other in found))
            for passage in document.every_passage()
            for found in [sources(passage, document.names, document.original)]
            for one in found
            if one.claimant in document.names.news and one.claimant in document.names.actors
        )
        document.counter = next((one.claimant for one, joint in named if joint or not one.news), "")
    return document.counter or None


def _held_by(actor: str) -> set[str]:
    """The offices that an actor is; "officials" are nobody's service or ministry."""
    roles = offices().roles(actor)
    return {"officials"} if "officials" in roles else roles


def _elsewhere(document: Text, role: str) -> str | None:
    """The first office of a kind that a text names with its state, before or after."""
    if document.held is None:
        document.held = {}
        for passage in document.every_passage():
            for one in sources(passage, document.names, document.original):
                known = bool(document.names.countries.get(one.claimant))  # no joint group
                for held in _held_by(one.claimant) if known else ():
                    document.held.setdefault(held, one.claimant)
    return document.held.get(role)


def _usual(document: Text, source: Source) -> str:
    """Whose office a text on a party's forces means that names no state with any."""
    party = survey(document).most_frequent() or document.meta.subject
    home = document.pack.home
    usual = offices().usual.get(party or "", "") if source.role in NAMELESS else ""
    first = home if (home, "forces") in document.names.populations else usual
    actor = offices().actor([first], source.role) or offices().actor([usual or home], source.role)
    return actor or ""


def _office_of(document: Text, state: str) -> str | None:
    """The office of a state that a text named last, where the state alone is no actor.

    One that is named right after counts too: "Russia said. So the Defence Ministry put it."
    """
    countries, here = document.names.countries, document.remembered
    held = [one for one in document.mentioned if countries.get(one) == state]
    if held:
        return held[-1]
    for place in range(here + 1, min(here + 1 + _TOLD_WITHIN, len(document.stretches))):
        for one in sources(document.passage(place), document.names, document.original):
            if one.attributed and not one.state and countries.get(one.claimant) == state:
                return one.claimant
    return None


def is_taken(document: Text, passage: Passage, claim: Attribution, index: int) -> bool:
    """Whether who speaks beside a figure is its claimant, and no better one is known or to come."""
    if _is_weak(claim) and is_heading(document, passage):
        return False
    lately = document.said is not None and index - document.said_in <= _LATEST
    if lately and _is_only_seen(document, claim):
        return False
    if document.said is None and _is_press(claim):
        document.press = document.press or claim  # who told them follows
        return False
    return True


def _is_weak(claim: Attribution) -> bool:
    """Whether only a state is named, or somebody who says nothing: "Putin lost a million"."""
    return claim.source is not None and (claim.source.rank == 1 or not claim.source.attributed)


def _is_only_seen(document: Text, claim: Attribution) -> bool:
    """Whether somebody is named who says nothing and whose state others mostly speak of."""
    state = document.names.countries.get(claim.claimant or "")
    source = claim.source
    silent = source is not None and source.person is not None and not source.attributed
    return silent and state in offices().own_only


def _is_press(claim: Attribution) -> bool:
    """Whether only media or experts without a name are said to tell a figure."""
    return claim.source is not None and claim.source.role == PRESS


def own_side(document: Text, claim: Attribution | None) -> str | None:
    """The state of a claimant that only ever speaks of its own forces."""
    country = document.names.countries.get(claim.claimant or "") if claim is not None else None
    return country if country in offices().own_only else None


def elided(document: Text, passage: Passage, speakers: list[Source]) -> Attribution | None:
    """Who opened the sentence before, where a verb of saying has no subject: "Afirmó que"."""
    if document.subject is None or any(one.attributed and one.claimant for one in speakers):
        return None
    verbs = passage.of(Kind.SAYS)
    opens = bool(verbs) and passage.words(passage.start, verbs[0].start) < _OPENS - 1
    ends = bool(verbs) and passage.pack.head_before and passage.end - verbs[-1].end <= _FINAL
    return document.subject if opens or ends else None


def carried(document: Text, passage: Passage, index: int) -> Attribution:
    """The claimant of an earlier sentence."""
    if document.said is not None and not is_heading(document, passage):
        basis = Found.EARLIER_SENTENCE if index - document.said_in <= _LATEST else Found.DOCUMENT
        return Attribution(document.said.claimant, basis, document.said.person)
    return Attribution(None, Found.NONE)


def _remember(document: Text, passage: Passage, speakers: list[Source], index: int) -> None:
    for relayer in relayers(passage, speakers):
        if relayer not in document.relayers:
            document.relayers.append(relayer)
    document.forces.mention([mark.code for mark in parties(passage, document.names)])
    for one in speakers:
        document.heard.note(one)
    document.mentioned += [
        one.claimant for one in speakers if one.rank > 1 and one.claimant and not one.news
    ]
    del document.mentioned[:-_MENTIONED]
    document.subject = _subject(passage, speakers)
    backward = _tells_backward(passage)
    spoken = _spoken(document, passage, speakers, backward)
    if not spoken:
        return
    best = max(spoken, key=lambda one: (one.rank, one.person is not None, -one.start))
    person = best.person
    for one in spoken:
        if one.rank == _VOICE:
            person = person or one.person
        if one.role and document.names.countries.get(one.claimant, one.claimant):
            spoken_for = best.claimant if one.rank == _VOICE else one.claimant
            document.voices.setdefault(
                one.role, Attribution(spoken_for, Found.SENTENCE, one.person)
            )
    document.said = Attribution(best.claimant, Found.SENTENCE, person)
    document.said_in = index
    document.speaking[index] = Attribution(best.claimant, Found.SENTENCE, person)
    if backward:
        document.backward[index] = Attribution(best.claimant, Found.DOCUMENT, person)
    document.first = document.first or document.said


def _spoken(
    document: Text, passage: Passage, speakers: list[Source], backward: bool
) -> list[Source]:
    """Who says something in a sentence; media and experts are not remembered."""
    named = [one for one in speakers if one.claimant and not one.news and one.role != PRESS]
    spoken = [one for one in named if one.attributed]
    if backward and not spoken:  # "the figure was announced on Monday by the president"
        return [one for one in named if one.rank > 1]
    if spoken and is_heading(document, passage):
        return [one for one in spoken if one.rank > 1]  # a headline only hints at who it was
    return spoken


def _tells_backward(passage: Passage) -> bool:
    """Whether a sentence says who said the one before; a denial does not."""
    front = (passage.start, min(passage.end, passage.start + _BACKWARD))
    denied = any(mark.code == EventStatus.DENIED for mark in passage.of(Kind.STATUS, *front))
    return passage.marks.touching(Kind.BACKWARD, *front) and not denied


def _subject(passage: Passage, speakers: list[Source]) -> Attribution | None:
    """Whom a pronoun of the next sentence means: the person or office that opens this one."""
    opening = [one for one in speakers if one.rank > 1 and not one.news and one.claimant][:1]
    for one in opening:
        if passage.words(passage.start, one.start) <= _OPENS:
            return Attribution(one.claimant, Found.EARLIER_SENTENCE, one.person)
    return None


def tell_after(document: Text, draft: Draft) -> None:
    """Take the claimant whom one of the next sentences names: "Об этом сообщили в ..."."""
    if draft.claimant_basis in (Found.PHRASE, Found.SENTENCE):
        return
    quoted = _end_of_quotation(document, draft.sentence)
    for following in range(draft.sentence + 1, draft.sentence + 1 + _TOLD_WITHIN):
        claim = document.backward.get(following)
        if claim is None and quoted is not None:
            claim = document.speaking.get(quoted)
        if claim is not None:
            draft.claimant, draft.claimant_basis = claim.claimant, claim.basis
            draft.spokesperson = claim.person
            return


def _end_of_quotation(document: Text, place: int) -> int | None:
    """The sentence in which the quotation ends that a sentence begins or goes on with."""
    text, stretches = document.folded.text, document.stretches
    start, end = stretches[place]
    begin = paragraph(text, start)
    if not is_open(text, begin, end):
        return None
    for following in range(place + 1, min(place + 1 + _QUOTED, len(stretches))):
        if "\n" in text[end : stretches[following][0]]:
            return None
        if not is_open(text, begin, stretches[following][1]):
            return following
    return None
