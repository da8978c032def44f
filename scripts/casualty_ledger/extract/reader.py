"""Read every reported troop or casualty figure out of a text: the public entry of the package."""

from dataclasses import dataclass, field, replace
from functools import lru_cache

from casualty_ledger.extract.attribution import (
    Attribution,
    Source,
    attribute,
    relayers,
    sources,
)
from casualty_ledger.extract.candidate import Candidate, Confidence, Event, EventStatus, Found
from casualty_ledger.extract.counts import Count, counts, stands_free
from casualty_ledger.extract.dates import dates_of, whens
from casualty_ledger.extract.document import Meta
from casualty_ledger.extract.draft import Draft
from casualty_ledger.extract.duplicates import link
from casualty_ledger.extract.events import LOSSES, Cue, assign, near_place
from casualty_ledger.extract.forces import Memory, force_of, parties
from casualty_ledger.extract.gate import (
    is_worth_reading,
    may_hold_numbers,
    numbered,
    people_or_events,
    speaks_of_people,
    watch,
)
from casualty_ledger.extract.marks import Kind, Marks
from casualty_ledger.extract.matching import Finder, everything
from casualty_ledger.extract.names import Names
from casualty_ledger.extract.offices import offices
from casualty_ledger.extract.pack import Pack, pack
from casualty_ledger.extract.passage import Passage
from casualty_ledger.extract.places import place_of
from casualty_ledger.extract.scopes import scope_of
from casualty_ledger.extract.sentences import Stretch, sentences
from casualty_ledger.extract.statuses import measure_of, status_of
from casualty_ledger.numbers.folding import Folded, fold
from casualty_ledger.numbers.lexicon import Lexicon, lexicon
from casualty_ledger.numbers.reader import read_folded
from casualty_ledger.numbers.reading import Reading
from casualty_schemas.vocabularies import Bound

_NEAR = 6.0  # up to this cost an event alone makes a number count people
_FAR_LOSS = 16.0
_FAR = 11.0  # beyond this cost an event belongs to something else
_SMALL = 10  # fewer people than that need a noun or a verb right beside the number
_CLOSE = 3.0
_MANY = 100  # so many, with no noun after the number, may be people named before
_PARTITIVE = 6  # words
_WHOLE = 4  # characters
_BESIDE = 12  # characters
_HEADING = 160  # characters
_BACKWARD = 40  # characters at the front of a sentence
_TOLD_WITHIN = 2  # sentences
_VOICE = 2  # the rank of who speaks for another
_LATEST = 3  # sentences over which a claimant carries on


@dataclass(slots=True)
class _Document:
    """A text while it is read."""

    meta: Meta
    folded: Folded
    original: str  # with its capitals and line breaks, at the offsets of the folded text
    marks: Marks
    pack: Pack
    lex: Lexicon
    names: Names
    stretches: list[Stretch]
    settled: bool  # folding the text again changes nothing
    forces: Memory = field(default_factory=Memory)
    overall: Memory | None = None
    passages: dict[int, Passage] = field(default_factory=dict)  # those looked at
    speakers: dict[int, list[Source]] = field(default_factory=dict)  # of sentences with figures
    remembered: int = 0  # so many sentences have been remembered
    said: Attribution | None = None
    said_in: int = -1
    first: Attribution | None = None
    voices: dict[str, Attribution] = field(default_factory=dict)
    relayers: list[str] = field(default_factory=list)
    backward: dict[int, Attribution] = field(default_factory=dict)  # who said the one before
    claimed_on: str | None = None
    event: Event | None = None  # of the number read last
    status: EventStatus = EventStatus.DONE

    def passage(self, index: int) -> Passage:
        """A sentence, made ready when it is first looked at."""
        found = self.passages.get(index)
        if found is None:
            start, end = self.stretches[index]
            found = Passage(self.folded.text, start, end, self.marks, self.pack)
            self.passages[index] = found
        return found


@dataclass(frozen=True, slots=True)
class _Finders:
    watch: Finder
    people: Finder
    marks: Finder


@lru_cache(maxsize=128)
def _finders(words: Pack, names: Names) -> _Finders:
    """The automata of a language, made once."""
    return _Finders(watch(words, names), people_or_events(words, names), everything(words, names))


def extract(text: str, meta: Meta, names: Names) -> list[Candidate]:
    """Every figure of a text, in order; empty where it reports none.

    Pure: the same text, metadata and names give the same candidates, whatever ran before. A
    language whose file has no `[claims]` gives values and bounds alone, each with the lowest
    confidence. Raises UnknownLanguage where the language has no file.
    """
    document = _opened(text, meta, names)
    if document is None:
        return []
    sees_people = _finders(document.pack, names).people.finds
    folded = document.folded.text
    found: list[Draft] = []
    for index in numbered(folded, document.stretches, document.lex):
        start, end = document.stretches[index]
        sentence = folded[start:end]
        if document.pack.stated and document.event is None and not sees_people(sentence, sentence):
            continue
        found += _read(document, document.passage(index), index)
    if not found:
        return []
    _complete(document, found)
    return [one.finished(meta.document, document.pack.language, text) for one in found]


def _opened(text: str, meta: Meta, names: Names) -> _Document | None:
    """A text ready for reading; None where a look at the whole shows that it holds no figure."""
    words, lex = pack(meta.language), lexicon(meta.language)
    folded = fold(text)
    finders = _finders(words, names)
    starts = folded.starts
    original = text if starts is None else "".join(text[place] for place in starts)
    if not is_worth_reading(finders.watch, folded.text, original, words, meta):
        return None
    if not may_hold_numbers(folded.text, lex):
        return None
    return _Document(
        meta, folded, original, finders.marks.marks(folded.text, original), words, lex, names,
        sentences(folded.text, original, words), folded.is_settled(),
    )  # fmt: skip


def _survey(document: _Document) -> Memory:
    """Which forces the whole text names; looked up once, when a number names none."""
    if document.overall is None:
        document.overall = Memory()
        for index in range(len(document.stretches)):
            for mark in parties(document.passage(index), document.names):
                document.overall.note(mark.code)
    return document.overall


def _read(document: _Document, passage: Passage, index: int) -> list[Draft]:
    """The figures of one sentence."""
    readings = _readings(document, passage)
    if not readings or not _may_count_people(document, passage):
        return []
    found = _counts(document, passage, readings)
    if not found:
        return []
    cues = [
        _settled(passage, count, cue)
        for count, cue in zip(found, assign(passage, found), strict=True)
    ]
    if not any(
        _counts_people(document, passage, count, cue)
        for count, cue in zip(found, cues, strict=True)
    ):
        return []
    _catch_up(document, index)
    return _drafts(document, passage, found, cues, index)


def _catch_up(document: _Document, index: int) -> None:
    """Remember what the sentences up to one say of forces, claimants and publications."""
    while document.remembered < index:
        place = document.remembered
        passage = document.passage(place)
        speakers = document.speakers.pop(place, None)
        if speakers is None:
            speakers = _speakers(document, passage)
        _remember(document, passage, speakers, place)
        document.remembered += 1


def _may_count_people(document: _Document, passage: Passage) -> bool:
    """Whether a sentence, or the text before it, speaks of people or what happened to them."""
    return not document.pack.stated or document.event is not None or speaks_of_people(passage)


def _counts(document: _Document, passage: Passage, readings: list[Reading]) -> list[Count]:
    found = counts(passage, readings, document.lex)
    passage.numbers = [(count.start, count.end) for count in found]
    passage.parties = None  # numbers may stand between a state and what it says
    return found


def _readings(document: _Document, passage: Passage) -> list[Reading]:
    """The numbers of a sentence, at their places in the folded text."""
    text = passage.text[passage.start : passage.end]
    folded = Folded(text) if document.settled else fold(text)
    return read_folded(folded, document.lex, passage.start)


def _speakers(document: _Document, passage: Passage) -> list[Source]:
    """The sources of a sentence; a voice whose organisation was named before speaks for it."""
    return [
        _known(document, source) for source in sources(passage, document.names, document.original)
    ]


def _known(document: _Document, source: Source) -> Source:
    """The claimant of an office that is named without its state, from the text before."""
    known = document.voices.get(source.role) if source.person is None else None
    if known is not None and (source.rank == _VOICE or not source.claimant):
        return replace(source, claimant=known.claimant or source.claimant, person=known.person)
    if source.claimant or not source.role:
        return source
    party = _survey(document).most_frequent() or document.meta.subject
    state = offices().usual.get(party or "")
    actor = offices().actor([state], source.role) if state is not None else None
    return replace(source, claimant=actor or "")


def _drafts(
    document: _Document,
    passage: Passage,
    found: list[Count],
    cues: list[Cue | None],
    index: int,
) -> list[Draft]:
    speakers = document.speakers[index] = _speakers(document, passage)
    named = parties(passage, document.names)
    dated = whens(passage, document.meta.published_on)
    drafts = []
    said: Attribution | None = None
    floor = passage.start
    for count, cue in zip(found, cues, strict=True):
        if not _counts_people(document, passage, count, cue):
            continue
        here = attribute(passage, count, speakers, said, floor)
        if here is not None and _is_state(here) and _is_heading(document, passage):
            here = None
        said, floor = here or said, count.end
        claim = here or _carried(document, passage, index)
        status = status_of(passage, count, cue, found)
        event = cue.event if cue is not None else _default_event(document, passage, count, status)
        if cue is None and event is document.event and status is EventStatus.UNDER_WAY:
            status = document.status
        document.event, document.status = event, status
        measure = measure_of(event, status)
        population, basis = force_of(
            passage, count, cue, named, document.names, document.forces,
            lambda: _survey(document).most_frequent(),
            document.meta.subject,
            _own_side(document, here),
        )  # fmt: skip
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
                confidence=_confidence(count, cue, basis, claim),
            )
        )
        if here is not None and dates.claimed_on is not None:
            document.claimed_on = dates.claimed_on
    return drafts


def _own_side(document: _Document, claim: Attribution | None) -> str | None:
    """The state of a claimant that only ever speaks of its own forces."""
    country = document.names.countries.get(claim.claimant or "") if claim is not None else None
    return country if country in offices().own_only else None


def _settled(passage: Passage, count: Count, cue: Cue | None) -> Cue | None:
    """A cue that is far off gives way to the place where people are."""
    if cue is not None and cue.cost <= (_FAR_LOSS if cue.event in LOSSES else _NEAR):
        return cue
    place = near_place(passage, count)
    if place is not None and (count.head is not None or stands_free(passage, count)):
        return Cue(Event.PRESENT, place.start, place.end, _NEAR)
    return cue if cue is not None and cue.cost <= _FAR else None


def _counts_people(document: _Document, passage: Passage, count: Count, cue: Cue | None) -> bool:
    """Whether a number counts people: its noun, a verb near it, or the numbers before say so."""
    if not document.pack.stated:
        return count.reading.bound is not Bound.VAGUE or count.reading.interval is not None
    if count.head is not None:
        return True
    reading = count.reading
    values = [one for one in (reading.best, reading.low, reading.high) if one is not None]
    if count.share and document.event is not None and _of_whole(passage, count):
        return True
    if count.share or max(values, default=_MANY) < _SMALL:
        return cue is not None and cue.cost <= _CLOSE - 1
    if cue is not None and cue.event is not Event.PRESENT:
        return cue.cost <= _CLOSE or stands_free(passage, count)
    large = max(values, default=_MANY) >= _MANY
    return large and _of_people(document, passage) and stands_free(passage, count)


def _of_whole(passage: Passage, count: Count) -> bool:
    """Whether "of" follows a share: "more than half of all who had fought"."""
    return passage.marks.touching(Kind.PARTITIVE, count.end, count.end + 2) and any(
        last <= count.start for _, last in passage.numbers
    )


def _of_people(document: _Document, passage: Passage) -> bool:
    """Whether a sentence, or the text before it, is about counted people."""
    return document.event is not None or bool(passage.of(Kind.PEOPLE) or passage.of(Kind.EVENT))


def _default_event(
    document: _Document, passage: Passage, count: Count, status: EventStatus
) -> Event:
    """The event of a number beside which none stands: that of the number before it."""
    if status in (EventStatus.PLANNED, EventStatus.CONDITIONAL):
        return Event.DEPLOYED
    if _is_whole(passage, count):
        return Event.DEPLOYED  # of which a part was lost or moved: the force that was sent
    if document.event is not None and _breaks_down(passage, count):
        return document.event
    if _is_addition(passage, count):
        return Event.DEPLOYED
    if document.event is not None and _listed_on(passage, count):
        return document.event
    if near_place(passage, count) is not None:
        return Event.PRESENT
    before = document.event
    return before if before is not None and _goes_on(before, passage, count) else Event.STRENGTH


def _is_state(claim: Attribution) -> bool:
    """Whether only a state or its capital is named: "Seoul puts the dead at 2,000"."""
    return claim.source is not None and claim.source.rank == 1


def _is_heading(document: _Document, passage: Passage) -> bool:
    """A short line without a full stop: whose figure it prints, the text under it says."""
    text = document.original
    alone = passage.start == 0 or "\n" in text[max(0, passage.start - 3) : passage.start]
    last = text[passage.end : passage.end + 1] == "\n"
    short = passage.end - passage.start <= _HEADING
    return alone and last and short and text[passage.end - 1] not in '.!?\u3002"\u201d'


def _goes_on(before: Event, passage: Passage, count: Count) -> bool:
    """Whether a number without an event goes on with that of the number before it.

    One without a noun does; one with a noun only where its sentence has no event at all, and
    where nobody was lost: "300 were killed. The country has 10,000 soldiers."
    """
    return count.head is None or (before not in LOSSES and not passage.of(Kind.EVENT))


def _is_addition(passage: Passage, count: Count) -> bool:
    """Whether "another", "additional" stands beside a number; "more than" is no such word."""
    begin, end = max(passage.start, count.start - _BESIDE), count.end + _BESIDE
    bounded = count.reading.bound is Bound.MORE_THAN
    return any(
        mark.end <= count.start or mark.start >= count.end or not bounded
        for mark in passage.of(Kind.ADDITION, begin, end)
    )


def _is_whole(passage: Passage, count: Count) -> bool:
    """Whether a number is that of which the number before is a part: "a third of the 11,000"."""
    if passage.marks.touching(Kind.WHOLE, count.end, count.end + _WHOLE):
        return True
    before = max((last for _, last in passage.numbers if last <= count.start), default=None)
    if before is None or passage.words(before, count.start) > _PARTITIVE:
        return False
    between = passage.text[before : count.start]
    return bool(passage.of(Kind.PARTITIVE, before, count.start)) and not (
        passage.of(Kind.BREAKDOWN, before, count.start) or "," in between
    )


def _breaks_down(passage: Passage, count: Count) -> bool:
    """Whether a number is a part of the one before it: after "of them", "including" or a colon."""
    before = max((last for _, last in passage.numbers if last <= count.start), default=None)
    if passage.of(Kind.BREAKDOWN, passage.start if before is None else before, count.start):
        return True
    if before is None:
        return False
    opened = passage.of(Kind.BREAKDOWN, passage.start, count.start)
    return bool(opened) or ":" in passage.text[before : count.start]


def _listed_on(passage: Passage, count: Count) -> bool:
    """Whether a number is joined by "and" to the one before it."""
    before = max((last for _, last in passage.numbers if last <= count.start), default=None)
    if before is None:
        return False
    joiners = passage.of(Kind.JOINER, before, count.start)
    return bool(joiners) and not passage.text[joiners[-1].end : count.start].strip()


def _carried(document: _Document, passage: Passage, index: int) -> Attribution:
    """The claimant of an earlier sentence."""
    if document.said is not None and not _is_heading(document, passage):
        basis = Found.EARLIER_SENTENCE if index - document.said_in <= _LATEST else Found.DOCUMENT
        return Attribution(document.said.claimant, basis, document.said.person)
    return Attribution(None, Found.NONE)


def _remember(document: _Document, passage: Passage, speakers: list[Source], index: int) -> None:
    for relayer in relayers(passage, speakers):
        if relayer not in document.relayers:
            document.relayers.append(relayer)
    document.forces.mention([mark.code for mark in parties(passage, document.names)])
    spoken = [one for one in speakers if one.attributed and one.claimant and not one.news]
    if not spoken:
        return
    best = max(spoken, key=lambda one: (one.rank, one.person is not None, -one.start))
    person = best.person
    for one in spoken:
        if one.rank == _VOICE:
            person = person or one.person
        if one.role:
            spoken_for = best.claimant if one.rank == _VOICE else one.claimant
            document.voices.setdefault(
                one.role, Attribution(spoken_for, Found.SENTENCE, one.person)
            )
    document.said = Attribution(best.claimant, Found.SENTENCE, person)
    document.said_in = index
    if passage.marks.touching(Kind.BACKWARD, passage.start, passage.start + _BACKWARD):
        document.backward[index] = Attribution(best.claimant, Found.DOCUMENT, person)
    document.first = document.first or document.said


def _complete(document: _Document, drafts: list[Draft]) -> None:
    """Fill in what only the whole text tells: who passes it on, and who claims if none before.

    A publication that also gives figures of its own claims what nobody else is said to claim.
    """
    _catch_up(document, len(document.stretches))
    whole = document.first
    if whole is None:
        voices = [*document.relayers, document.meta.publisher or ""]
        own = [one for one in voices if one in document.names.actors]
        whole = Attribution(own[0], Found.DOCUMENT) if own else None
    for draft in drafts:
        _tell_after(document, draft)
    link(drafts)
    for draft in drafts:
        if draft.claimant is None and whole is not None:
            draft.claimant, draft.claimant_basis = whole.claimant, Found.DOCUMENT
            draft.spokesperson = whole.person
        draft.relayed_by = tuple(one for one in document.relayers if one != draft.claimant)


def _tell_after(document: _Document, draft: Draft) -> None:
    """Take the claimant whom one of the next sentences names: "Об этом сообщили в ..."."""
    if draft.claimant_basis in (Found.PHRASE, Found.SENTENCE):
        return
    for following in range(draft.sentence + 1, draft.sentence + 1 + _TOLD_WITHIN):
        claim = document.backward.get(following)
        if claim is not None:
            draft.claimant, draft.claimant_basis = claim.claimant, claim.basis
            draft.spokesperson = claim.person
            return


def _confidence(count: Count, cue: Cue | None, basis: Found, claim: Attribution) -> Confidence:
    """High where noun, event, force and claimant all stand near the number."""
    near = (Found.PHRASE, Found.SENTENCE)
    if cue is None or (count.head is None and cue.cost > _CLOSE):
        return Confidence.LOW
    if count.share:
        return Confidence.LOW
    if cue.cost <= _NEAR and basis in near and claim.basis in near:
        return Confidence.HIGH
    sure = cue.event in LOSSES or count.head is not None
    return Confidence.MEDIUM if sure else Confidence.LOW
