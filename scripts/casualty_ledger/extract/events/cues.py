"""The words of a sentence that say what happened; those that are joined become one."""

import re
from typing import NamedTuple

from casualty_ledger.extract.candidate import Event, EventStatus
from casualty_ledger.extract.events.included import is_counted_in
from casualty_ledger.extract.marking.clauses import in_one_stretch
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import COMMAS, STRONG, Passage
from casualty_ledger.numbers.lexicon import lexicon

LOSSES = frozenset(
    (
        Event.KILLED,
        Event.DIED_OF_WOUNDS,
        Event.WOUNDED,
        Event.MISSING,
        Event.CAPTURED,
        Event.CASUALTIES,
        Event.LOSSES,
        Event.IRRECOVERABLE_LOSSES,
        Event.SANITARY_LOSSES,
        Event.DESERTED,
    )
)
DEAD_AND_WOUNDED = frozenset((Event.KILLED, Event.WOUNDED))
MOVEMENTS = frozenset((Event.DEPLOYED, Event.ARRIVED, Event.PRESENT, Event.ENGAGED, Event.STRENGTH))
_WORD = re.compile(r"\w+")
_WORDS_JOINED = 4
_DESCRIBED = 2  # words
_CAPTIVITY_WORDS = 3  # spaces
_PHRASE_WORDS = 2
_NOUN_WORDS = 4  # of a number's noun with what describes it, where that follows
_GOING_ON = ("\u3066\u3044", "\u3066\u304a", "\u3067\u3044", "\u3067\u304a")  # -te iru, -te oru
_GOING_ON_APART = "\uace0 \uc788"  # -go itta
_MODAL_WITHIN = 8  # characters
_NOUN_WITHIN = 24  # characters
_JOINED_WITHIN = 24  # characters
_OTHERS_WITHIN = 4  # characters in which "many" stands after a noun: 負傷者も多数


class Cue(NamedTuple):
    """The words that say what happened, and how loosely they hang together with the number."""

    event: Event
    start: int
    end: int
    cost: float


def cues_of(passage: Passage) -> list[Cue]:
    """The events of a sentence; those that are joined become one."""
    cues: list[Cue] = []
    for mark in passage.of(Kind.EVENT):
        if _is_auxiliary(passage, mark) or is_counted_in(passage, mark):
            continue
        if _is_noun(passage, mark):
            continue
        cue = Cue(Event(mark.code), mark.start, mark.end, 0.0)
        joint = _join(passage, cues[-1], cue) if cues else None
        if joint is not None:
            cues[-1] = joint
        else:
            cues.append(cue)
    return [cue for place, cue in enumerate(cues) if not _only_where(passage, cues, place)]


def _is_noun(passage: Passage, mark: Mark) -> bool:
    """Whether a fight is only the beginning of a noun for who fights: Kämpfer, savaşçı.

    Or a duty the end of one for people: güvenlik görevlisi.
    """
    if mark.code == Event.PRESENT:
        begin = max(passage.start, mark.start - _NOUN_WITHIN)
        people = passage.of(Kind.PEOPLE, begin, min(passage.end, mark.end + _NOUN_WITHIN))
        return any(one.start < mark.start and mark.end <= one.end for one in people)
    return mark.code == Event.ENGAGED and any(
        one.start == mark.start and one.end >= mark.end
        for one in passage.of(Kind.FIGHTER, mark.start)
    )


def _only_where(passage: Passage, cues: list[Cue], place: int) -> bool:
    """Whether a fight is only where the loss beside it befell: losses in combat, died fighting."""
    if cues[place].event is not Event.ENGAGED:
        return False
    pairs = [cues[place - 1 : place + 1] if place else [], cues[place : place + 2]]
    for pair in pairs:
        gap = (pair[0].end, pair[1].start) if len(pair) == 2 else (0, 0)
        lost = any(cue.event in LOSSES for cue in pair)
        if lost and gap[0] <= gap[1] and _in_one_phrase(passage, *gap):
            return True
    return False


def _in_one_phrase(passage: Passage, start: int, end: int) -> bool:
    return passage.words(start, end) <= _PHRASE_WORDS and in_one_stretch(passage, start, end)


def _is_auxiliary(passage: Passage, mark: Mark) -> bool:
    """Whether a verb of being is the end of another: 보낼 수 있다, may send; 推計している."""
    if mark.code != Event.PRESENT or passage.pack.matching == "words":
        return False
    if passage.text[mark.start - 1 : mark.start + 1] in _GOING_ON:
        return True
    if passage.text[mark.start - 2 : mark.start + 1] == _GOING_ON_APART:
        return True
    begin = max(passage.start, mark.start - _MODAL_WITHIN)
    modals = passage.of(Kind.STATUS, begin, min(passage.end, mark.end + 1))
    return any(
        one.code == EventStatus.CONDITIONAL and one.start < mark.start < one.end for one in modals
    )


def _join(passage: Passage, first: Cue, second: Cue) -> Cue | None:
    """ "killed or wounded": one umbrella; None where a number or other words lie between."""
    if second.start - first.end > _JOINED_WITHIN or _one_each(passage, first, second):
        return None
    if first.event not in LOSSES or second.event not in LOSSES:
        return None
    if _has_others(passage, first, second) or _opens_clause(passage, first, second):
        return None
    if second.start <= first.start or (first.end < second.start and _apart(passage, first, second)):
        return None
    events = {first.event, second.event}
    if of_wounds(passage, first, second):
        return Cue(Event.DIED_OF_WOUNDS, first.start, second.end, 0.0)
    if first.event is second.event:
        return Cue(first.event, first.start, second.end, 0.0)
    if events == {Event.WOUNDED, Event.CAPTURED} or _fell_captive(passage, first, second):
        return Cue(Event.CAPTURED, first.start, second.end, 0.0)
    umbrella = events <= {*DEAD_AND_WOUNDED, Event.MISSING, Event.CAPTURED, Event.CASUALTIES}
    if umbrella and (Event.CASUALTIES in events or Event.KILLED in events):
        return Cue(Event.CASUALTIES, first.start, second.end, 0.0)
    if Event.LOSSES in events:
        other = first.event if second.event is Event.LOSSES else second.event
        parted = passage.of(Kind.JOINER, first.end, second.start)
        mourned = first.event is Event.WOUNDED and not parted  # "Verwundete zu beklagen"
        umbrella_of = Event.CASUALTIES if other is Event.WOUNDED and not mourned else other
        return Cue(umbrella_of, first.start, second.end, 0.0)
    return None


def of_wounds(passage: Passage, first: Cue, second: Cue) -> bool:
    """Whether the wounded are said to have died: "12 wounded soldiers died in hospital".

    Words for both that "and", "or" or a comma parts are a list of what befell different people.
    """
    dead = second.event in (Event.KILLED, Event.DIED_OF_WOUNDS)
    if first.event is not Event.WOUNDED or not dead or second.start < first.end:
        return False
    gap = (first.end, second.start)
    return (
        passage.pack.matching == "words"
        and not passage.pack.head_before
        and passage.words(*gap) <= _WORDS_JOINED
        and in_one_stretch(passage, *gap)
        and not any(passage.of(kind, *gap) for kind in (Kind.JOINER, Kind.SEVERAL))
        and not passage.has_comma(*gap)
    )


def _fell_captive(passage: Passage, first: Cue, second: Cue) -> bool:
    """Whether "fell" goes with a word for captivity, as in Czech; "shot prisoners" were killed."""
    if (first.event, second.event) != (Event.KILLED, Event.CAPTURED):
        return False
    if second.start < first.end:
        return True  # one verb: "sont tombés aux mains"
    if not passage.of(Kind.DYING, first.start, first.end):
        return False
    gap = (first.end, second.start)
    return not passage.has_comma(*gap) and not passage.of(Kind.JOINER, *gap)


def _has_others(passage: Passage, first: Cue, second: Cue) -> bool:
    """Whether the second of two losses befell people without a number: "two dead, many wounded"."""
    if passage.of(Kind.SEVERAL, first.end, second.start):
        return True
    if not passage.pack.head_before or second.start < first.end:
        return False
    beside = passage.of(Kind.SEVERAL, second.end, min(passage.end, second.end + _OTHERS_WITHIN))
    return bool(beside) and not any(start >= second.end for start, _ in passage.numbers)


def _opens_clause(passage: Passage, first: Cue, second: Cue) -> bool:
    """Whether the second of two losses opens a clause: "three were killed, wounded were four"."""
    gap = (first.end, second.start)
    if second.start <= first.end or not passage.has_comma(*gap) or passage.of(Kind.JOINER, *gap):
        return False
    after = (start for start, _ in passage.numbers if start >= second.end)
    start = next(after, passage.end)
    verbs = passage.of(Kind.AUXILIARY, second.end, start)[:1]
    return (
        passage.words(second.end, start) <= _NOUN_WORDS
        and not passage.has_comma(second.end, start)
        and any(not passage.text[second.end : one.start].strip() for one in verbs)
    )


def _one_each(passage: Passage, first: Cue, second: Cue) -> bool:
    """Whether each of two events has a number: "300 soldiers died and wounded were 200"."""
    reach = _PHRASE_WORDS if passage.pack.head_before else _NOUN_WORDS
    before = any(
        end <= first.start
        and passage.words(end, first.start) <= reach
        and not passage.has_comma(end, first.start)
        for _, end in passage.numbers
    )
    led = _leads_number(passage, first, second)
    after = any(
        second.end <= start
        and passage.words(second.end, start) - len(passage.of(Kind.PARTITIVE, second.end, start))
        <= led
        for start, _ in passage.numbers
    )
    return before and after


def _leads_number(passage: Passage, first: Cue, second: Cue) -> int:
    """How many words may part the second of two events from its number.

    More after a noun for the number: "300 were killed and the number of wounded is about 200".
    """
    if passage.of(Kind.AMOUNT, first.end, second.start):
        return _NOUN_WORDS
    of = passage.marks.touching(Kind.PARTITIVE, second.end, second.end + 2)
    after = passage.pack.event_side == "after"
    return _PHRASE_WORDS if of or after else 1  # "cost the lives of three"


def _apart(passage: Passage, first: Cue, second: Cue) -> bool:
    gap = (first.end, second.start)
    if passage.crossed(*gap) or _are_others(passage, *gap):
        return True
    if passage.words(*gap) <= _CAPTIVITY_WORDS and _fell_captive(passage, first, second):
        return False  # "fell into Russian captivity", in Czech
    if passage.joined(*gap) or _listed(passage, *gap, second.end):
        return False
    plain = (STRONG | COMMAS).isdisjoint(passage.text[gap[0] : gap[1]])
    return not (plain and passage.words(*gap) <= _WORDS_JOINED and passage.of(Kind.JOINER, *gap))


def _are_others(passage: Passage, start: int, end: int) -> bool:
    """Whether the second of two losses befell others: "killed and another", "and several wounded".

    Others without a number have no figure, and take nothing from those who have one.
    """
    if any(passage.of(kind, start, end) for kind in (Kind.ANOTHER, Kind.ADDITION)):
        return True
    words = lexicon(passage.pack.language).some
    return any(word in words for word in _WORD.findall(passage.text, start, end))


def _listed(passage: Passage, start: int, end: int, after: int) -> bool:
    """Whether a word stands before a loss in a list: killed, badly wounded or missing."""
    return (
        passage.has_comma(start, end)
        and passage.words(start, end) <= _DESCRIBED
        and STRONG.isdisjoint(passage.text[start:end])
        and not passage.of(Kind.BARRIER, start, end)
        and not passage.of(Kind.AMOUNT, start, end)
        and _goes_on(passage, after)
    )


def _goes_on(passage: Passage, start: int) -> bool:
    """Whether a list of losses goes on: "and missing", ", the missing and the captured"."""
    end = min(passage.end, start + _JOINED_WITHIN)
    joined = passage.of(Kind.JOINER, start, end)[:1]
    if any(not passage.text[start : one.start].strip() for one in joined):
        return True
    lost = [one for one in passage.of(Kind.EVENT, start, end) if Event(one.code) in LOSSES][:1]
    return any(
        passage.text[start : start + 1] in COMMAS
        and passage.words(start, one.start) <= _DESCRIBED
        and not passage.crossed(start, one.start)
        for one in lost
    )
