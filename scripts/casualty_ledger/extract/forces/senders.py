"""Who sends people and to whom, where no preposition tells: North Korea sent Russia 12,000 men."""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import Cue
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_VERB_WITHIN = 28  # characters before a state
_ADDRESS_WITHIN = 14  # characters after a state
_OWNERS = (Kind.PEOPLE, Kind.ORGAN, Kind.ACTOR, Kind.EVENT, Kind.SAYS, Kind.COUNTRY, Kind.TOPIC)
_GIVEN_WITHIN = 2  # spaces between a state and the number that it is sent: "Rusku celkem 12 tisíc"


def senders_before(passage: Passage, mark: Mark) -> list[Mark]:
    """The states before the verb that sends a state the number right after it.

    "North Korea sent Russia 12,000 soldiers", "КНДР отправила России 12 тысяч": where one of them
    can send, the second one receives them. Not so in "to Syria Russia sent 500".
    """
    if passage.pack.head_before or passage.pack.verb_first or not _has_number(passage, mark):
        return []
    begin = max(passage.start, mark.start - _VERB_WITHIN)
    for verb in passage.of(Kind.EVENT, begin, mark.start)[-1:]:
        if verb.code != Event.DEPLOYED or passage.text[verb.end : mark.start] != " ":
            return []
        if passage.of(Kind.HANDING, verb.start, verb.end) and passage.of(Kind.EVENT, mark.end):
            return []  # "Russia handed Ukraine 157 captives": they are not its own
        return _others(passage, mark, verb.start)
    return _beside(passage, mark)


def _has_number(passage: Passage, mark: Mark) -> bool:
    """Whether a number stands right after a state."""
    numbers = [first for first, _ in passage.numbers if first >= mark.end]
    return bool(numbers) and passage.words(mark.end, min(numbers)) <= _GIVEN_WITHIN


def _others(passage: Passage, mark: Mark, end: int) -> list[Mark]:
    states = passage.of(Kind.COUNTRY, passage.start, end)
    return [one for one in states if one.code != mark.code]


def _beside(passage: Passage, mark: Mark) -> list[Mark]:
    """The state right before another, whose verb ends the sentence: hat Nordkorea Russland N."""
    sent = passage.of(Kind.EVENT, mark.end, passage.end)[-1:]
    if not passage.pack.capital_nouns or not any(one.code == Event.DEPLOYED for one in sent):
        return []
    before = _others(passage, mark, mark.start)[-1:]
    return [one for one in before if passage.text[one.end : mark.start] == " "]


def is_address(passage: Passage, mark: Mark) -> bool:
    """Whether a state only says whose the thing is to which people go: 러시아 드론 공장으로."""
    end = min(passage.end, mark.end + _ADDRESS_WITHIN)
    for particle in passage.of(Kind.PLACE_AFTER, mark.end + 1, end)[:1]:
        gap = (mark.end, particle.start)
        people = passage.of(Kind.PEOPLE, mark.end, particle.end)
        if any(one.start < particle.start for one in people):
            return False  # the end of a noun: 우크라이나 포로
        owner = any(passage.of(kind, *gap) for kind in _OWNERS)
        word = passage.text[particle.end : particle.end + 1] in (" ", ",")
        return word and not owner and not passage.crossed(*gap)
    return False


def theme(passage: Passage, count: Count, cue: Cue | None, named: list[Mark]) -> Mark | None:
    """The state that a sentence is about, where a verb at its end says that people are sent.

    북한은 우크라이나군이 차지했던 쿠르스크에 공병 1천 명을 파견했다: the nearer one belongs to a
    clause about the place. A theme before "said" is only who says so.
    """
    if cue is None or cue.event is not Event.DEPLOYED or cue.start < count.end:
        return None
    if passage.of(Kind.SAYS, count.end, passage.end):
        return None
    for mark in named:
        themes = passage.of(Kind.THEME, mark.end, min(count.start, mark.end + 1))
        if mark.end <= count.start and any(one.start == mark.end for one in themes):
            sent = passage.of(Kind.EVENT, mark.end, count.start)
            return mark if all(one.code != Event.DEPLOYED for one in sent) else None
    return None
