"""Read every reported troop or casualty figure out of a text: the public entry of the package."""

from dataclasses import dataclass, field, replace
from functools import lru_cache

from casualty_ledger.extract.attribution import Attribution, attribute
from casualty_ledger.extract.candidate import Candidate, Event, EventStatus, Found
from casualty_ledger.extract.confidence import confidence
from casualty_ledger.extract.counts import Count, amount_before, counts, stands_free
from casualty_ledger.extract.cues import LOSSES, Cue
from casualty_ledger.extract.dates import dates_of, whens
from casualty_ledger.extract.document import Meta
from casualty_ledger.extract.draft import Draft
from casualty_ledger.extract.duplicates import inform, link
from casualty_ledger.extract.events import assign, near_place, precedes_part
from casualty_ledger.extract.forces import Memory, force_of, is_topic, named_anyhow, parties
from casualty_ledger.extract.gate import (
    is_worth_reading,
    known_parties,
    may_hold_numbers,
    numbered,
    people_or_events,
    speaks_of_forces,
    speaks_of_people,
    watch,
)
from casualty_ledger.extract.marks import Kind, Mark, Marks
from casualty_ledger.extract.matching import Finder, everything
from casualty_ledger.extract.names import Names
from casualty_ledger.extract.offices import offices
from casualty_ledger.extract.pack import Pack, pack
from casualty_ledger.extract.passage import Passage
from casualty_ledger.extract.places import place_of
from casualty_ledger.extract.printed import CIVILIANS, is_fighter
from casualty_ledger.extract.quotes import is_open, paragraph
from casualty_ledger.extract.scopes import scope_of
from casualty_ledger.extract.sentences import Stretch, sentences
from casualty_ledger.extract.sources import (
    COUNTERS,
    NAMELESS,
    PERSON,
    PRESS,
    PRONOUN,
    Source,
    relayers,
    sources,
)
from casualty_ledger.extract.statuses import measure_of, status_of
from casualty_ledger.extract.voices import Voices
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
_BESIDE = 12  # characters
_HEADING = 160  # characters
_BACKWARD = 40  # characters at the front of a sentence
_QUOTED = 5  # sentences of a quotation
_TOLD_WITHIN = 2  # sentences
_OPENS = 3  # words before a subject
_FINAL = 8  # characters after the verb that ends a sentence
_MENTIONED = 8
_PROMISED = 40  # characters
_THOSE = 3  # words
_ANNOUNCED = 2  # words between a plan and its verb
_THERE = 24  # characters before a noun for the number in which people and their place stand
_MARKED = 4  # characters between a place and its preposition
_ADJECTIVE = 24  # characters
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
    anyhow: Memory | None = None
    passages: dict[int, Passage] = field(default_factory=dict)  # those looked at
    speakers: dict[int, list[Source]] = field(default_factory=dict)  # of sentences with figures
    remembered: int = 0  # so many sentences have been remembered
    said: Attribution | None = None
    said_in: int = -1
    first: Attribution | None = None
    voices: dict[str, Attribution] = field(default_factory=dict)
    relayers: list[str] = field(default_factory=list)
    heard: Voices = field(default_factory=Voices)
    press: Attribution | None = None  # media or experts who tell the first figures
    counter: str | None = None  # a publication that counts, once looked up
    held: dict[str, str] | None = None  # claimants by kind of office, once looked up
    mentioned: list[str] = field(default_factory=list)  # claimants named so far, the last ones
    subject: Attribution | None = None  # whom a pronoun of the next sentence means
    speaking: dict[int, Attribution] = field(default_factory=dict)  # who speaks in a sentence
    backward: dict[int, Attribution] = field(default_factory=dict)  # who said the one before
    known: bool | None = None  # the text names somebody of the registers, once looked up
    fighters: bool = False  # a figure of fighters has been read
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

    def before(self) -> list[Passage]:
        """The sentence before the one that is read, if there is one."""
        return [self.passage(self.remembered - 1)] if self.remembered else []

    def every_passage(self) -> list[Passage]:
        """All sentences."""
        return [self.passage(index) for index in range(len(self.stretches))]


@dataclass(frozen=True, slots=True)
class _Finders:
    watch: Finder
    known: Finder
    people: Finder
    marks: Finder


@lru_cache(maxsize=128)
def _finders(words: Pack, names: Names) -> _Finders:
    """The automata of a language, made once."""
    return _Finders(
        watch(words, names),
        known_parties(words, names),
        people_or_events(words, names),
        everything(words, names),
    )


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
    if not found or not _is_of_war(document):
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


def _is_of_war(document: _Document) -> bool:
    """Whether a text with figures speaks of forces at all; asked late, as it looks at the whole."""
    words = document.pack
    if not words.stated or document.meta.subject is not None:
        return True
    return speaks_of_forces(document.marks, len(document.folded.text), words)


def _is_known(document: _Document) -> bool:
    """Whether a text names somebody of the registers; looked up once."""
    if document.known is None:
        finder = _finders(document.pack, document.names).known
        document.known = is_worth_reading(
            finder, document.folded.text, document.original, document.pack, document.meta
        )
    return document.known


def _survey(document: _Document) -> Memory:
    """Which forces the whole text names; looked up once, when a number names none."""
    if document.overall is None:
        document.overall = Memory()
        for passage in document.every_passage():
            for mark in parties(passage, document.names):
                document.overall.note(mark.code)
    return document.overall


def _party(document: _Document) -> str | None:
    """Whose forces a text is about: those it names, its subject, or a state it names otherwise."""
    party = _survey(document).most_frequent() or document.meta.subject
    return party or _anyhow(document).most_frequent()


def _anyhow(document: _Document) -> Memory:
    """Which states with forces the whole text names in any role; looked up once."""
    if document.anyhow is None:
        document.anyhow = Memory()
        for passage in document.every_passage():
            for mark in named_anyhow(passage, document.names):
                document.anyhow.note(mark.code)
    return document.anyhow


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
    found: list[Source] = []
    for source in sources(passage, document.names, document.original):
        here = [one for one in found if one.attributed and one.claimant and not one.news]
        known = _known(document, source, here[-1] if here else None)
        found.append(known)
    return found


def _known(document: _Document, source: Source, before: Source | None) -> Source:
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


def _counter(document: _Document) -> str | None:
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


def _elsewhere(document: _Document, role: str) -> str | None:
    """The first office of a kind that a text names with its state, before or after."""
    if document.held is None:
        document.held = {}
        for passage in document.every_passage():
            for one in sources(passage, document.names, document.original):
                known = bool(document.names.countries.get(one.claimant))  # no joint group
                for held in _held_by(one.claimant) if known else ():
                    document.held.setdefault(held, one.claimant)
    return document.held.get(role)


def _usual(document: _Document, source: Source) -> str:
    """Whose office a text on a party's forces means that names no state with any."""
    party = _survey(document).most_frequent() or document.meta.subject
    home = document.pack.home
    usual = offices().usual.get(party or "", "") if source.role in NAMELESS else ""
    first = home if (home, "forces") in document.names.populations else usual
    actor = offices().actor([first], source.role) or offices().actor([usual or home], source.role)
    return actor or ""


def _office_of(document: _Document, state: str) -> str | None:
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


def _drafts(
    document: _Document,
    passage: Passage,
    found: list[Count],
    cues: list[Cue | None],
    index: int,
) -> list[Draft]:
    speakers = document.speakers[index] = _speakers(document, passage)
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
        if not _counts_people(document, passage, count, cue):
            continue
        here = attribute(passage, count, speakers, said, floor)
        if here is not None and not _is_taken(document, passage, here, index):
            here = None
        said, floor = here or said, count.end
        claim = here or _elided(document, passage, speakers) or _carried(document, passage, index)
        cue = _not_yet(passage, count, cue, found)
        status = status_of(passage, count, cue, found)
        if cue is None and precedes_part(passage, count) and not _is_promised(passage, count):
            status = EventStatus.DONE  # what is said of a part is not said of the whole
        event = cue.event if cue is not None else _default_event(document, passage, count, status)
        event = _same_losses(document, passage, count, cue) or event
        if cue is None and event is document.event and status is EventStatus.UNDER_WAY:
            status = document.status
        elif cue is None and document.event is None and amount_before(passage, count) is not None:
            status = _told_status(document, status)
        document.event, document.status = event, status
        measure = measure_of(event, status)
        population, basis = force_of(
            passage, count, cue, named, document.names, document.original, document.forces,
            lambda: _party(document),
            _own_side(document, here),
            document.names.countries.get(claim.claimant or ""),
        )  # fmt: skip
        if not _is_of_a_force(document, passage, count, cue):
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


def _is_taken(document: _Document, passage: Passage, claim: Attribution, index: int) -> bool:
    """Whether who speaks beside a figure is its claimant, and no better one is known or to come."""
    if _is_weak(claim) and _is_heading(document, passage):
        return False
    lately = document.said is not None and index - document.said_in <= _LATEST
    if lately and _is_only_seen(document, claim):
        return False
    if document.said is None and _is_press(claim):
        document.press = document.press or claim  # who told them follows
        return False
    return True


def _is_of_a_force(document: _Document, passage: Passage, count: Count, cue: Cue | None) -> bool:
    """Whether those who are counted are of a force, or are civilians who were lost.

    In a text that names nobody of the registers, only a noun for fighters says so, or a number
    without a noun after a figure of such.
    """
    if count.head is not None and count.head.code == CIVILIANS:
        return cue is not None and cue.event in LOSSES and _is_known(document)
    if _is_known(document):
        return True
    if is_fighter(passage, count):
        return cue is not None or document.fighters
    fighters = document.fighters or bool(passage.of(Kind.FIGHTER, passage.start, count.start))
    return fighters and count.head is None and stands_free(passage, count)


def _own_side(document: _Document, claim: Attribution | None) -> str | None:
    """The state of a claimant that only ever speaks of its own forces."""
    country = document.names.countries.get(claim.claimant or "") if claim is not None else None
    return country if country in offices().own_only else None


def _settled(passage: Passage, count: Count, cue: Cue | None) -> Cue | None:
    """A cue that is far off gives way to the place where people are."""
    final = cue is not None and passage.pack.head_before and cue.start >= count.end
    near = _FAR if final and cue is not None and not _crossed(passage, count, cue) else _NEAR
    if cue is not None and cue.cost <= (_FAR_LOSS if cue.event in LOSSES else near):
        return cue
    if cue is not None and _describes(passage, count, cue):
        return cue
    place = near_place(passage, count)
    if cue is not None and place is not None and _fight_at(place, count, cue):
        return cue
    if place is not None and (count.head is not None or stands_free(passage, count)):
        return Cue(Event.PRESENT, place.start, place.end, _NEAR)
    return cue if cue is not None and cue.cost <= _FAR else None


def _not_yet(passage: Passage, count: Count, cue: Cue | None, found: list[Count]) -> Cue | None:
    """The place of those who are only thought of as lost: "12,000 now in Kursk could be killed"."""
    if cue is None or cue.event not in LOSSES or cue.start < count.end:
        return cue
    if status_of(passage, count, cue, found) not in (EventStatus.CONDITIONAL, EventStatus.PLANNED):
        return cue
    place = near_place(passage, count)
    if place is None or not count.end <= place.start < cue.start:
        return cue
    return Cue(Event.PRESENT, place.start, place.end, _NEAR)


def _same_losses(
    document: _Document, passage: Passage, count: Count, cue: Cue | None
) -> Event | None:
    """The umbrella that "of those losses" takes up: casualties named before."""
    if cue is None or cue.event is not Event.LOSSES or document.event is not Event.CASUALTIES:
        return None
    of = passage.of(Kind.PARTITIVE, count.end, cue.start) if count.end < cue.start else []
    near = bool(of) and passage.words(count.end, cue.start) <= _THOSE
    return Event.CASUALTIES if near else None


def _crossed(passage: Passage, count: Count, cue: Cue) -> int:
    return passage.crossed(count.end, cue.start)


def _describes(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether an event stands right after the counted noun: "soldiers fighting in Kursk"."""
    head = count.head
    after = head is not None and head.start >= count.end and head.end < cue.start
    return after and head is not None and not passage.text[head.end : cue.start].strip()


def _fight_at(place: Mark, count: Count, cue: Cue) -> bool:
    """Whether a place after a number is only that of the fighting named after it."""
    between = count.end <= place.start and place.end <= cue.start
    return cue.event is Event.ENGAGED and between and cue.cost <= _FAR


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
    if count.share:
        return cue is not None and cue.cost <= _CLOSE
    if max(values, default=_MANY) < _SMALL:
        return cue is not None and cue.cost <= _CLOSE - 1 and _is_free(passage, count)
    if cue is not None and cue.event is not Event.PRESENT:
        return cue.cost <= _CLOSE or stands_free(passage, count)
    large = max(values, default=_MANY) >= _MANY
    if large and amount_before(passage, count) is not None and stands_free(passage, count):
        return True
    return large and _of_people(document, passage) and stands_free(passage, count)


def _is_free(passage: Passage, count: Count) -> bool:
    """Whether a small number is followed by no noun that is not known."""
    if passage.pack.matching == "anywhere":
        return True
    nationality = passage.of(Kind.COUNTRY, count.end, min(passage.end, count.end + _ADJECTIVE))[:1]
    beside = nationality and passage.text[count.end : nationality[0].start] == " "
    return stands_free(passage, count) and not beside


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
        there = status is EventStatus.CONDITIONAL and _is_there(passage, count)
        return Event.PRESENT if there else Event.DEPLOYED
    if _is_whole(passage, count):
        return Event.DEPLOYED  # of which a part was lost or moved: the force that was sent
    if document.event is not None and _breaks_down(passage, count):
        return document.event
    if _is_addition(passage, count):
        return Event.DEPLOYED
    if document.event is not None and _listed_on(passage, count):
        return document.event
    if document.event is not None and document.event in LOSSES and _is_elliptic(passage, count):
        return document.event
    if near_place(passage, count) is not None:
        return Event.PRESENT
    before = document.event
    amount = amount_before(passage, count)
    if amount is not None:
        return _numbered_there(passage, amount) or before or _told_before(document, passage, count)
    if count.share and before is not None and before in LOSSES:
        return before
    counter = _is_counter(document, passage, count)
    goes_on = before is not None and _goes_on(before, passage, count, counter)
    return before if before is not None and goes_on else Event.STRENGTH


def _numbered_there(passage: Passage, amount: Mark) -> Event | None:
    """Present, where the number is that of people at a place: ロシアにいる北朝鮮兵の数は."""
    begin = max(passage.start, amount.start - _THERE)
    people = passage.of(Kind.PEOPLE, begin, amount.start)
    places = passage.of(Kind.PLACE, begin, people[-1].start if people else begin)
    marked = any(
        passage.of(Kind.PLACE_AFTER, place.end, min(passage.end, place.end + _MARKED))
        or passage.of(Kind.PLACE_BEFORE, max(passage.start, place.start - _MARKED), place.start)
        for place in places
    )
    others = [
        one for one in passage.of(Kind.EVENT, begin, amount.start) if one.code != Event.PRESENT
    ]
    there = marked and not others and not passage.has_comma(places[-1].end, amount.start)
    return Event.PRESENT if there else None


def _is_there(passage: Passage, count: Count) -> bool:
    """Whether a number may be that of those at a place: Kursk'ta 12 bin asker olabilir."""
    places = passage.of(Kind.PLACE, passage.start, count.start)[-1:]
    return any(
        not passage.crossed(place.end, count.start)
        and not passage.has_comma(place.end, count.start)
        and passage.of(Kind.PLACE_AFTER, place.end, min(passage.end, place.end + _MARKED))
        for place in places
    )


def _is_promised(passage: Passage, count: Count) -> bool:
    """Whether the noun phrase of a number says that it is to come: "of the 6,000 men promised"."""
    end = passage.text.find(",", count.end, min(passage.end, count.end + _PROMISED))
    marks = passage.of(Kind.STATUS, count.end, end if end >= 0 else count.end)
    return any(mark.code == EventStatus.PLANNED for mark in marks)


def _is_counter(document: _Document, passage: Passage, count: Count) -> bool:
    """Whether the noun of a number only counts: 600명."""
    head = count.head
    return head is not None and passage.text[head.start : head.end] in document.lex.counters


def _told_before(document: _Document, passage: Passage, count: Count) -> Event:
    """What befell those whose number is given, by the words or the sentence before it."""
    lost = [one for one in passage.of(Kind.EVENT, passage.start, count.start) if one.code in LOSSES]
    if lost:
        return Event(lost[-1].code)
    for earlier in document.before():
        marks = [one for one in earlier.of(Kind.EVENT) if one.code != Event.STRENGTH]
        if marks:
            return Event(marks[-1].code)
    return Event.STRENGTH


def _told_status(document: _Document, status: EventStatus) -> EventStatus:
    """Whether the sentence before only announces those whose number this one gives."""
    for earlier in document.before():
        events = [one for one in earlier.of(Kind.EVENT) if one.code != Event.STRENGTH]
        for mark in earlier.of(Kind.STATUS) if events else []:
            near = mark.start < events[-1].end and (
                mark.end > events[-1].start
                or earlier.words(mark.end, events[-1].start) <= _ANNOUNCED
            )
            if near and mark.code == EventStatus.PLANNED:
                return EventStatus.PLANNED
    return status


def _is_weak(claim: Attribution) -> bool:
    """Whether only a state is named, or somebody who says nothing: "Putin lost a million"."""
    return claim.source is not None and (claim.source.rank == 1 or not claim.source.attributed)


def _is_only_seen(document: _Document, claim: Attribution) -> bool:
    """Whether somebody is named who says nothing and whose state others mostly speak of."""
    state = document.names.countries.get(claim.claimant or "")
    source = claim.source
    silent = source is not None and source.person is not None and not source.attributed
    return silent and state in offices().own_only


def _is_press(claim: Attribution) -> bool:
    """Whether only media or experts without a name are said to tell a figure."""
    return claim.source is not None and claim.source.role == PRESS


def _is_heading(document: _Document, passage: Passage) -> bool:
    """A short line without a full stop: whose figure it prints, the text under it says."""
    text = document.original
    alone = passage.start == 0 or "\n" in text[max(0, passage.start - 3) : passage.start]
    last = text[passage.end : passage.end + 1] == "\n"
    short = passage.end - passage.start <= _HEADING
    return alone and last and short and text[passage.end - 1] not in '.!?\u3002"\u201d'


def _goes_on(before: Event, passage: Passage, count: Count, counter: bool) -> bool:
    """Whether a number without an event goes on with that of the number before it.

    One without a noun does; one with a noun only where its sentence has no event at all, and
    where nobody was lost: "300 were killed. The country has 10,000 soldiers."
    """
    if count.head is None or counter:
        return True
    if before in LOSSES and not passage.of(Kind.EVENT) and passage.of(Kind.SCOPE):
        return True  # "in the last day alone it was 1,250 soldiers"
    gone = before in LOSSES or before is Event.RETURNED
    return not gone and not passage.of(Kind.EVENT)


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
    if precedes_part(passage, count):
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


def _is_elliptic(passage: Passage, count: Count) -> bool:
    """Whether a number goes on with the verb of the one before in its sentence.

    "They lost 1,400 men, since the beginning over 76,000 men": a time or a total between the two,
    and no other event in the rest of the sentence.
    """
    before = max((last for _, last in passage.numbers if last <= count.start), default=None)
    begin = count.end if passage.pack.head_before else before  # there verbs end a clause
    if before is None or begin is None or passage.of(Kind.EVENT, begin, passage.end):
        return False
    return passage.pack.head_before or any(
        passage.of(kind, before, count.start) for kind in (Kind.SCOPE, Kind.AMOUNT, Kind.SINCE)
    )


def _listed_on(passage: Passage, count: Count) -> bool:
    """Whether a number is joined by "and" to the one before it, alone or after another state."""
    before = max((last for _, last in passage.numbers if last <= count.start), default=None)
    if before is None:
        return False
    joiners = passage.of(Kind.JOINER, before, count.start)
    if not joiners:
        return False
    begin = joiners[-1].end
    states = passage.of(Kind.COUNTRY, begin, count.start)
    named = states and not passage.text[begin : states[0].start].strip()
    return not passage.text[states[-1].end if named else begin : count.start].strip()


def _elided(document: _Document, passage: Passage, speakers: list[Source]) -> Attribution | None:
    """Who opened the sentence before, where a verb of saying has no subject: "Afirmó que"."""
    if document.subject is None or any(one.attributed and one.claimant for one in speakers):
        return None
    verbs = passage.of(Kind.SAYS)
    opens = bool(verbs) and passage.words(passage.start, verbs[0].start) < _OPENS - 1
    ends = bool(verbs) and passage.pack.head_before and passage.end - verbs[-1].end <= _FINAL
    return document.subject if opens or ends else None


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
    document: _Document, passage: Passage, speakers: list[Source], backward: bool
) -> list[Source]:
    """Who says something in a sentence; media and experts are not remembered."""
    named = [one for one in speakers if one.claimant and not one.news and one.role != PRESS]
    spoken = [one for one in named if one.attributed]
    if backward and not spoken:  # "the figure was announced on Monday by the president"
        return [one for one in named if one.rank > 1]
    if spoken and _is_heading(document, passage):
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


def _complete(document: _Document, drafts: list[Draft]) -> None:
    """Fill in what only the whole text tells: who passes it on, and who claims if none before.

    A publication that also gives figures of its own claims what nobody else is said to claim.
    """
    _catch_up(document, len(document.stretches))
    whole = document.first
    if whole is None:
        voices = [*document.relayers, document.meta.publisher or ""]
        own = [one for one in voices if one in document.names.actors]
        whole = Attribution(own[0], Found.DOCUMENT) if own else document.press
    for draft in drafts:
        _tell_after(document, draft)
    inform(drafts)
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
    quoted = _end_of_quotation(document, draft.sentence)
    for following in range(draft.sentence + 1, draft.sentence + 1 + _TOLD_WITHIN):
        claim = document.backward.get(following)
        if claim is None and quoted is not None:
            claim = document.speaking.get(quoted)
        if claim is not None:
            draft.claimant, draft.claimant_basis = claim.claimant, claim.basis
            draft.spokesperson = claim.person
            return


def _end_of_quotation(document: _Document, place: int) -> int | None:
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
