"""The states of a sentence whose forces may be counted in it."""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.claimants.speaking import is_attributed
from casualty_ledger.extract.claimants.verbs import is_of_cited
from casualty_ledger.extract.events.cues import LOSSES
from casualty_ledger.extract.forces.describing import is_of_place, is_of_thing
from casualty_ledger.extract.forces.prepositions import is_marked_by, touches
from casualty_ledger.extract.forces.senders import is_address, senders_before
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import DASH, Passage
from casualty_ledger.extract.names import Names

_BASE = "forces"
_ARMY = "military"  # an army is a force before it is an office
_MARK_WITHIN = 28  # characters in which a preposition stands before a country
_DOES_WITHIN = 3  # words
_OFFICE_WITHIN = 2  # words between a state and its office
_OF_WITHIN = 3  # spaces around "of the"
_PREPOSITION = 7  # letters of "for", "pour la"; longer ones say on whose side others stand


def parties(passage: Passage, names: Names) -> list[Mark]:
    """The states named in a sentence whose forces may be counted, places and speakers left out."""
    if passage.parties is None:
        named = [mark for mark in of_parties(passage, names) if may_count(passage, mark)]
        passage.parties = sorted([*named, *_senders(passage, names)], key=lambda mark: mark.start)
    return passage.parties


def _senders(passage: Passage, names: Names) -> list[Mark]:
    """The states whose offices send people: "the North Korean leader has sent 10,000"."""
    offices = [mark for mark in passage.of(Kind.ACTOR) if _sends(passage, mark)]
    states = [(mark, names.countries.get(mark.code, "")) for mark in offices]
    return [
        Mark(mark.start, mark.end, Kind.COUNTRY, code)
        for mark, code in states
        if (code, _BASE) in names.populations
    ]


def named_anyhow(passage: Passage, names: Names) -> list[Mark]:
    """The states with forces that a sentence names, as a place or a speaker as well."""
    return of_parties(passage, names)


def of_parties(passage: Passage, names: Names) -> list[Mark]:
    """The states of a sentence that have forces in the registers."""
    return [mark for mark in passage.of(Kind.COUNTRY) if (mark.code, _BASE) in names.populations]


def may_count(passage: Passage, mark: Mark) -> bool:
    """Whether a state is named as a force: not as a place, an enemy or a speaker."""
    if is_topic(passage, mark):
        return True
    if stands_aside(passage, mark):
        return False
    if is_of_place(passage, mark) or is_of_thing(passage, mark):
        return False
    topic = passage.marks.touching(Kind.TOPIC, mark.end, mark.end + 1)
    if passage.in_apposition(mark.start) and not topic:
        return False
    if _is_destination(passage, mark) or _receives(passage, mark):
        return False
    if passage.followed_by((Kind.PEOPLE, Kind.EVENT), mark.end) or loses(passage, mark):
        return True  # "according to him Russian losses": an adjective
    if is_marked_by(passage, mark, (Kind.SAID_BY,), (Kind.SAID_BY_AFTER,)):
        return False
    return not _speaks(passage, mark)


def _receives(passage: Passage, mark: Mark) -> bool:
    """Whether another state sends people to one: "North Korea sent Russia 12,000 soldiers"."""
    return any(may_count(passage, one) for one in senders_before(passage, mark))


def speaks_by_office(passage: Passage, mark: Mark) -> bool:
    """Whether the office beside a state says something: "the spokesman of the Malian army"."""
    begin = max(passage.start, mark.start - _MARK_WITHIN)
    end = min(passage.end, mark.end + _MARK_WITHIN)
    for office in passage.of(Kind.ORGAN, begin, end):
        gap = (office.end, mark.start) if office.end <= mark.start else (mark.end, office.start)
        whole = (min(office.start, mark.start), max(office.end, mark.end))
        if passage.words(*gap) <= _OFFICE_WITHIN and is_attributed(passage, *whole):
            return True
    return False


def stands_aside(passage: Passage, mark: Mark) -> bool:
    """Whether a state, or one that is named together with it, is a place or somebody else."""
    run = _named_with(passage, mark)
    first, last = run[0], run[-1]
    return (
        is_marked_by(passage, first, (Kind.PLACE_BEFORE,), ())
        or _is_beside(passage, first)
        or is_marked_by(passage, last, (), (Kind.PLACE_AFTER, Kind.OTHER_AFTER))
    )


def _named_with(passage: Passage, mark: Mark) -> list[Mark]:
    """The states that are joined with one by "and", its own too: between Russia and Ukraine."""
    marks = passage.of(Kind.COUNTRY)
    first = last = next(place for place, one in enumerate(marks) if one.start == mark.start)
    while first and _joined(passage, marks[first - 1], marks[first]):
        first -= 1
    while last + 1 < len(marks) and _joined(passage, marks[last], marks[last + 1]):
        last += 1
    return marks[first : last + 1]


def _joined(passage: Passage, one: Mark, other: Mark) -> bool:
    gap = (one.end, other.start)
    return passage.joined(*gap, article=True) and bool(passage.of(Kind.JOINER, *gap))


def is_topic(passage: Passage, mark: Mark) -> bool:
    """Whether a sentence opens with "For Russia": it is about that side."""
    opening = passage.of(Kind.OTHER_BEFORE, passage.start, mark.start)[:1]
    return any(
        one.start == passage.start
        and passage.text[one.end : mark.start] == " "
        and one.end - one.start <= _PREPOSITION
        for one in opening
    )


def _is_beside(passage: Passage, mark: Mark) -> bool:
    """Whether others fight with or against a state or its soldiers: insieme ai soldati russi."""
    begin = mark.start
    if passage.pack.adjectives_after:
        near = (max(passage.start, mark.start - _MARK_WITHIN), mark.start)
        people = passage.of(Kind.PEOPLE, *near)[-1:]
        if people and _is_of(passage, people[0].end, mark.start):
            begin = people[0].start
    whole = Mark(begin, mark.end, mark.kind, mark.code)
    if passage.followed_by((Kind.EVENT,), mark.end):
        return is_marked_by(passage, whole, (Kind.OTHER_BEFORE,), (), words=0)
    return is_marked_by(passage, whole, (Kind.OTHER_BEFORE,), ())


def _is_of(passage: Passage, start: int, end: int) -> bool:
    """Whether nothing but "of" stands between a noun and its state: le truppe della Russia."""
    between = passage.text[start:end].strip()
    parts = passage.of(Kind.PARTITIVE, start, end)
    return not between or (bool(parts) and passage.words(start, end) <= _OF_WITHIN)


def _is_destination(passage: Passage, mark: Mark) -> bool:
    """Whether people are sent to a state, where no preposition says so: 러시아 파병."""
    if not passage.pack.head_before or passage.text[mark.end : mark.end + 1] != " ":
        return False
    if is_address(passage, mark):
        return True
    events = passage.of(Kind.EVENT, mark.end, min(passage.end, mark.end + _MARK_WITHIN))[:1]
    return any(
        one.start == mark.end + 1 and one.code in (Event.DEPLOYED, Event.ARRIVED) for one in events
    )


def loses(passage: Passage, mark: Mark) -> bool:
    """Whether a noun of loss stands right before a state: "the losses of Ukraine named by Kyiv"."""
    events = passage.of(Kind.EVENT, max(passage.start, mark.start - _MARK_WITHIN), mark.start)[-1:]
    return any(
        one.code in LOSSES and touches(passage, one.end, mark.start, 0) and one.end < mark.start
        for one in events
    )


def _speaks(passage: Passage, mark: Mark) -> bool:
    """Whether a state is the one who speaks, or names an office that does."""
    before = passage.of(Kind.ORGAN, max(passage.start, mark.start - 2 * _MARK_WITHIN), mark.start)
    beside = (
        before
        and passage.words(before[-1].end, mark.start) <= 1
        and not passage.has_comma(before[-1].end, mark.start)
        and ":" not in passage.text[before[-1].end : mark.start]
        and not _has_state(passage, before[-1])
    )
    if beside and _sends(passage, mark):
        return False
    if beside and before[-1].code != _ARMY and not passage.pack.head_before:
        return True  # the ambassador of Ukraine; elsewhere the state stands before its office
    actors = passage.of(Kind.ACTOR, max(passage.start, mark.start - 2 * _MARK_WITHIN), mark.start)
    if (
        passage.pack.adjectives_after
        and actors
        and passage.text[actors[-1].end : mark.start] == " "
    ):
        return True  # GUR ucraniano
    after = min(passage.end, mark.end + 2 * _MARK_WITHIN)
    for kind, within in ((Kind.SAYS, 5), (Kind.ORGAN, 2), (Kind.ACTOR, 2), (Kind.SPEAKER, 3)):
        found = [
            one
            for one in passage.of(kind, mark.end, after)
            if one.start >= mark.end and not is_of_cited(passage, one)
        ]
        if not found or passage.words(mark.end, found[0].start) > within:
            continue
        if kind is Kind.ORGAN and found[0].code == _ARMY:
            continue
        between = (mark.end, found[0].start)
        if DASH.search(passage.text, *between):
            continue  # a headline names who speaks past a dash: "3,000 soldiers of the DPRK - X"
        if not passage.has_comma(between[0], between[1]) and not (
            passage.of(Kind.PEOPLE, *between)
            or passage.of(Kind.EVENT, *between)
            or passage.crossed(*between)
        ):
            return True
    return False


def _sends(passage: Passage, mark: Mark) -> bool:
    """Whether a verb of sending follows a state: "the leader of North Korea has sent"."""
    events = passage.of(Kind.EVENT, mark.end, min(passage.end, mark.end + 2 * _MARK_WITHIN))[:1]
    return any(
        one.code == Event.DEPLOYED
        and passage.words(mark.end, one.start) <= _DOES_WITHIN
        and not passage.of(Kind.SAYS, mark.end, one.start)
        and not passage.has_comma(mark.end, one.start)
        for one in events
    )


def _has_state(passage: Passage, organ: Mark) -> bool:
    """Whether an office has its state right before it: ukrajinského štábu Rusko ..."""
    begin = max(passage.start, organ.start - _MARK_WITHIN)
    states = passage.of(Kind.COUNTRY, begin, organ.start)
    return bool(states) and passage.text[states[-1].end : organ.start] == " "
