"""What the reader keeps of each sentence and of each number of a text, for those that follow.

All that sentences and numbers change of a text changes here. A sentence with figures is listened
to, then each of its numbers is noted; it is remembered before the next such sentence is read.
"""

from casualty_ledger.extract.answers import Figure, Force, Statement
from casualty_ledger.extract.candidate import Event, Found
from casualty_ledger.extract.claimants.attribution import Attribution
from casualty_ledger.extract.claimants.headlines import is_topic
from casualty_ledger.extract.claimants.introductions import nouns_of, recognised
from casualty_ledger.extract.claimants.released import only_says, released_by, tells_backward
from casualty_ledger.extract.claimants.source import (
    OUTLET,
    PERSON,
    PRESS,
    PRONOUN,
    REPORT,
    SOURCES,
    VOICE,
    Source,
)
from casualty_ledger.extract.claimants.sources import relayers
from casualty_ledger.extract.claimants.speakers import speakers_of
from casualty_ledger.extract.dates import Dates
from casualty_ledger.extract.events.parts import value_of
from casualty_ledger.extract.forces.fighters import is_fighter
from casualty_ledger.extract.forces.parties import parties
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.text import Counted, Text, is_heading, is_plain

_UMBRELLAS = (Event.LOSSES, Event.CASUALTIES)
_OPENS = 3  # words before a subject
_NEAR = 5  # words before the verb that ends a sentence
_OWN_WITHIN = 4  # words between "its own" and the loss
_BASE = "forces"
_PARTICLE = 6  # characters of a particle or an ending
_COUNTED = 100  # numbers of which the next may be parts; the time stays linear


def catch_up(document: Text, index: int) -> None:
    """Remember what the sentences up to one say of forces, claimants and publications."""
    while document.remembered < index:
        place = document.remembered
        passage = document.passage(place)
        speakers = document.speakers.pop(place, None)
        if speakers is None:
            speakers = _speakers(document, passage)
        _remember(document, passage, speakers, place)
        document.remembered += 1


def listen(document: Text, passage: Passage, index: int) -> list[Source]:
    """The sources of a sentence with figures, which are kept until it is remembered."""
    found = document.speakers[index] = _speakers(document, passage)
    return found


def _speakers(document: Text, passage: Passage) -> list[Source]:
    """The sources of a sentence; a noun stands for who was introduced with it before.

    Words that look back are no name, and nobody speaks for them: "Die Zahl nannte die Armee".
    """
    found = speakers_of(document, passage)
    nobody = [
        one.claimant
        for one in found
        if one.role == PERSON and passage.marks.touching(Kind.BACKWARD, one.start, one.start + 1)
    ]
    kept = [one for one in found if not one.claimant or one.claimant not in nobody]
    return recognised(passage, kept, document.heard.nouns)


def note_number(document: Text, statement: Statement, figure: Figure) -> None:
    """Remember what was answered of a number, whether or not it makes a figure."""
    statement.floor = figure.count.end
    if figure.claim.here:
        statement.said = figure.claim.by
    document.heard.press = document.heard.press or figure.claim.press
    document.counted.append(
        Counted(statement.index, value_of(figure.count), figure.happening.event)
    )
    del document.counted[:-_COUNTED]
    if figure.count.listed is None or figure.count.head is not None:
        document.whole = figure.force
    document.event, document.status = figure.happening.event, figure.happening.status
    if figure.force.party is not None:
        document.forces.note(figure.force.party)
    elif figure.force.united and figure.force.population is not None:
        document.forces.unite(figure.force.population)
    if figure.force.population is not None:
        document.forces.call(_called(figure.force))
    document.forces.printed = figure.force.printed or document.forces.printed


def _called(force: Force) -> str | None:
    """The name or the noun of people whom no register knows."""
    known = force.party is not None or (force.united and force.printed is None)
    return None if known else force.population


def note_figure(document: Text, statement: Statement, figure: Figure, dates: Dates) -> None:
    """Remember of a number that makes a figure whether it counts fighters and when it was given."""
    document.fighters |= is_fighter(statement.passage, figure.count)
    if figure.claim.here and dates.claimed_on is not None:
        document.claimed_on = dates.claimed_on


def _remember(document: Text, passage: Passage, speakers: list[Source], index: int) -> None:
    """Remember what a sentence says."""
    heard = document.heard
    own = _announces_own(document, passage, speakers)
    if own is not None:
        document.forces.tell(own)
    lost = any(mark.code in _UMBRELLAS for mark in passage.of(Kind.EVENT))
    document.forces.mention([mark.code for mark in parties(passage, document.names)], lost)
    heard.relay(relayers(passage, speakers))
    for one in speakers:
        heard.people.note(one)
    heard.nouns.update(nouns_of(passage, speakers, document.original))
    heard.mention([one.claimant for one in speakers if one.rank > 1 and _claims(one)])
    heard.subject = _subject(passage, speakers)
    backward = _tells_first(document, passage) or only_says(passage, speakers)
    spoken = _spoken(document, passage, speakers, backward)
    if spoken:
        _hear(document, spoken, index, backward)
    elif backward:
        for told in [one for one in speakers if _passes_on(one)][:1]:
            heard.passed[index] = Attribution(told.claimant, Found.DOCUMENT)
    press = None if is_heading(document, passage) else _press(speakers)
    if press is not None:
        heard.tell(press, index)
    medium = None if spoken or is_heading(document, passage) else _medium(passage, speakers)
    if medium is not None:
        heard.alone.setdefault(index, medium)


def _announces_own(document: Text, passage: Passage, speakers: list[Source]) -> str | None:
    """Whose own losses a sentence without numbers announces: "The ministry named its losses"."""
    losses = [mark for mark in passage.of(Kind.EVENT) if mark.code in _UMBRELLAS]
    if passage.numbers or not losses:
        return None
    own = [*passage.of(Kind.OWN), *passage.of(Kind.POSSESSIVE)]
    if not any(_is_near(passage, mark, losses[0]) for mark in own):
        return None
    states = [document.names.countries.get(one.claimant, "") for one in speakers]
    return next((one for one in states if (one, _BASE) in document.names.populations), None)


def _is_near(passage: Passage, own: Mark, loss: Mark) -> bool:
    """Whether a few words at most stand between "its own" and a loss, on either side of it."""
    gap = (own.end, loss.start) if own.end <= loss.start else (loss.end, own.start)
    return passage.words(*gap) <= _OWN_WITHIN


def _hear(document: Text, spoken: list[Source], index: int, backward: bool) -> None:
    """Remember who says something in a sentence; `backward` if they say the one before it."""
    best = _last(document.passage(index), spoken) or max(
        spoken, key=lambda one: (one.rank, one.person is not None, -one.start)
    )
    _hear_offices(document, spoken, best)
    voices = [one.person for one in spoken if one.rank == VOICE and one.person]
    person = best.person or next(iter(voices), None)
    document.heard.speak(Attribution(best.claimant, Found.SENTENCE, person), index)
    if best.rank > 1 and document.passage(index).of(Kind.REPORT):
        document.heard.report = document.heard.said
    if backward:
        document.heard.backward[index] = Attribution(best.claimant, Found.DOCUMENT, person)


def _last(passage: Passage, spoken: list[Source]) -> Source | None:
    """Who stands right before the verb that ends a sentence: "Kim ...고 Lee 밝혔다"."""
    verbs = passage.of(Kind.SAYS) if passage.pack.head_before else []
    if not verbs or passage.end - verbs[-1].end > _PARTICLE:
        return None
    last = max(spoken, key=lambda one: one.start)
    near = passage.words(last.end, verbs[-1].start) <= _NEAR
    return last if last.rank > VOICE and near and last.end <= verbs[-1].start else None


def _hear_offices(document: Text, spoken: list[Source], best: Source) -> None:
    """Remember for whom each office of a sentence speaks: a voice speaks for the best source."""
    for one in spoken:
        if one.role and document.names.countries.get(one.claimant, one.claimant):
            spoken_for = best.claimant if one.rank == VOICE else one.claimant
            claim = Attribution(spoken_for, Found.SENTENCE, one.person)
            document.heard.offices.setdefault(one.role, claim)


def _passes_on(source: Source) -> bool:
    """Whether media or nameless people of a place tell something: 地元当局が発表した."""
    return source.attributed and (source.news or (source.role == PRESS and bool(source.claimant)))


def _press(speakers: list[Source]) -> Attribution | None:
    """The media or nameless people who tell what a sentence says: "local media reported"."""
    told = [one for one in speakers if one.role == PRESS and _passes_on(one)]
    return Attribution(told[0].claimant, Found.DOCUMENT) if told else None


def _medium(passage: Passage, speakers: list[Source]) -> Attribution | None:
    """The publication that tells a sentence without figures: ", reports the channel X".

    Of two the one that tells may only pass on the other: "news from Reuters, reports the paper Y".
    """
    told = [] if passage.numbers else [one for one in speakers if _passes_on(one)]
    silent = any(one.news and not one.attributed for one in speakers)
    return Attribution(told[0].claimant, Found.DOCUMENT) if told and not silent else None


def _claims(source: Source) -> bool:
    return bool(source.claimant) and not source.news


def _spoken(
    document: Text, passage: Passage, speakers: list[Source], backward: bool
) -> list[Source]:
    """Who says something in a sentence; media and experts are not remembered."""
    named = [
        one
        for one in speakers
        if _claims(one) and one.role != PRESS and not _is_no_name(document, passage, one)
    ]
    spoken = [one for one in named if one.attributed and not one.takes]
    if backward and not spoken:  # "the figure was announced on Monday by the president"
        known = [one for one in named if one.rank > 1 and one.role != SOURCES]
        meant = any(one.role in (PRONOUN, REPORT) for one in speakers)  # "об этом он сообщил"
        other = None if known or meant else released_by(passage, document.names, document.original)
        return known if other is None else [other]
    if backward and all(one.role == OUTLET for one in spoken):  # whom somebody told it
        offices = [one for one in named if one.person and one.role not in (OUTLET, SOURCES)]
        return offices or spoken
    if spoken and is_heading(document, passage):
        # a headline only hints at who it was
        return [one for one in spoken if one.rank > 1 and not is_topic(passage, one)]
    return spoken


def _is_no_name(document: Text, passage: Passage, source: Source) -> bool:
    """Whether words with capitals are no name of somebody who goes on speaking.

    A name before a colon says what follows it, and nothing of later sentences. A first word that
    has small letters elsewhere is an article or another plain word: "Die Bilanz meldete". A word
    right before a publication belongs to its name: "The Associated Press".
    """
    if source.role != PERSON:
        return False
    if passage.marks.touching(Kind.PUBLISHER, source.end + 1, source.end + 2):
        return True
    if source.start != passage.start:
        return False
    if passage.text[source.end : source.end + 1] == ":" and not passage.numbers:
        return True
    return is_plain(document, passage.text[source.start : source.end].split()[0])


def _tells_first(document: Text, passage: Passage) -> bool:
    """Whether a sentence says who said the one before, and not who else did."""
    seconds = document.heard.said is not None and bool(passage.of(Kind.SECONDING))
    return tells_backward(passage) and not seconds


def _subject(passage: Passage, speakers: list[Source]) -> Attribution | None:
    """Whom a pronoun of the next sentence means: the person or office that opens this one."""
    named = [one for one in speakers if one.rank > 1 and _claims(one)]
    opening = next((one for one in named if one.attributed), named[0] if named else None)
    if opening is None or passage.words(passage.start, opening.start) > _OPENS:
        return None
    return Attribution(opening.claimant, Found.EARLIER_SENTENCE, opening.person)
