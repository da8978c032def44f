"""One person whom an article counts: "a soldier was killed", "un mort et trois blessés".

The number reader leaves articles out, since most of them count nobody. Here one is a number where
a noun for fighters follows it and a loss stands beside the two, or where it stands in a list of
the lost: "two policemen, a soldier and a rebel lost their lives".
"""

import re
from typing import NamedTuple, final

from casualty_ledger.extract.counting.counts import FORCES
from casualty_ledger.extract.counting.joined import ends_joined, is_listed
from casualty_ledger.extract.events.cues import LOSSES
from casualty_ledger.extract.marking.articles import past_genitive, past_state
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.numbers.lexicon import Lexicon
from casualty_ledger.numbers.reading import Reading
from casualty_schemas.vocabularies import Bound

_BEFORE = 24  # characters before a noun in which its article stands
_FATE = 60  # characters around a noun in which its loss stands
_FATE_WORDS = 4  # from a noun to the loss after it
_LED_WORDS = 2  # spaces from a loss to the article after it
_OBJECT_WORDS = 2  # from a loss to whom it befell, where that is somebody else
_HOLDER = 24  # characters in which the noun goes on that somebody belongs to
_HOLDER_WORDS = 2
_JOINED_WORDS = 8  # from one person to the next, whom "and" joins
_COUNTED = frozenset((FORCES, "officers", "generals"))
_AMONG = 24  # characters after an officer in which "among" stands
_LOST = frozenset(("killed", "wounded", "captured", "missing"))
_PARTING = (Kind.SAYS, Kind.BARRIER, Kind.RELATIVE)
_LED_PARTING = (*_PARTING, Kind.PEOPLE, Kind.JOINER)
_OTHERS = (Kind.AGENT_BEFORE, Kind.OTHER_BEFORE)


@final
class _Person(NamedTuple):
    """The place of an article, and the noun that it has."""

    span: tuple[int, int]
    noun: Mark


def with_persons(passage: Passage, readings: list[Reading], lex: Lexicon) -> list[Reading]:
    """The numbers of a sentence with the articles that count one of the lost, in order."""
    found = [*_fighters(passage, readings, lex), *_lost(passage, readings, lex)]
    found += _others(passage, [*readings, *found])
    taken = {reading.span[0] for reading in readings}
    found = [one for one in found if one.span[0] not in taken]
    return sorted([*readings, *found], key=lambda one: one.span) if found else readings


def _fighters(passage: Passage, readings: list[Reading], lex: Lexicon) -> list[Reading]:
    """The articles of nouns for people of forces who were lost, or of any in a list of the lost."""
    losses = [mark for mark in passage.of(Kind.EVENT) if mark.code in LOSSES]
    if not losses:
        return []
    found: list[Reading] = []
    before: _Person | None = None
    for noun in _nouns(passage):
        span = _article(passage, noun, lex)
        if span is None or _is_another(passage, span[0]):
            continue
        person = _Person(span, noun)
        lost = was_lost(passage, span[0], noun.end, losses, readings)
        if before is not None and lost and _are_two(passage, before, person):
            found += [_one(one.span) for one in (before, person)]
        elif is_listed(passage, span[0], noun.end, [*readings, *found]) or (
            lost and _is_counted(passage, noun)
        ):
            found.append(_one(span))
        before = person
    return found


def _is_counted(passage: Passage, noun: Mark) -> bool:
    """Whether one of a noun is counted where a loss is told of it: a soldier, a colonel.

    An officer who is "among the victims" is counted with them, and 一名 before one mostly only
    leads to what he did.
    """
    if noun.code == FORCES:
        return True
    if noun.code not in _COUNTED or passage.pack.matching != "words":
        return False
    return not passage.of(Kind.PARTITIVE, noun.end, min(passage.end, noun.end + _AMONG))


def _are_two(passage: Passage, first: _Person, second: _Person) -> bool:
    """Whether "and" joins two persons, one of them of a force: "a soldier and a passer-by died"."""
    if _COUNTED.isdisjoint((first.noun.code, second.noun.code)):
        return False
    gap = (first.noun.end, second.span[0])
    return (
        gap[0] <= gap[1]
        and passage.words(*gap) <= _JOINED_WORDS
        and ends_joined(passage, *gap)
        and not passage.has_comma(*gap)
        and not any(passage.of(kind, *gap) for kind in (*_PARTING, Kind.EVENT))
    )


def _nouns(passage: Passage) -> list[Mark]:
    """The nouns for people that do not only say what befell them: not "mort", "wounded".

    Nor whose something is: "a rebel attack".
    """
    events = passage.of(Kind.EVENT)
    return [
        noun
        for noun in passage.of(Kind.PEOPLE)
        if not any(one.start < noun.end and noun.start < one.end for one in events)
        and (
            passage.pack.event_side == "after"
            or not passage.followed_by((Kind.NOT_PEOPLE,), noun.end)
        )
    ]


def was_lost(
    passage: Passage, start: int, end: int, losses: list[Mark], readings: list[Reading]
) -> bool:
    """Whether a loss stands beside an article and its noun, and is theirs."""
    return any(
        _is_led(passage, mark, start) or _is_fate(passage, end, mark, readings) for mark in losses
    )


def _lost(passage: Passage, readings: list[Reading], lex: Lexicon) -> list[Reading]:
    """The articles of nouns for the lost that a number of others follows or precedes."""
    found = []
    for mark in passage.of(Kind.EVENT) if readings else []:
        if mark.code not in _LOST:
            continue
        span = _article(passage, mark, lex)
        if span is not None and is_listed(passage, span[0], mark.end, readings):
            found.append(_one(span))
    return found


def _others(passage: Passage, readings: list[Reading]) -> list[Reading]:
    """The pronouns for one person more, after a number, that a loss follows at once.

    "One soldier was killed and another was wounded", and not "another three".
    """
    found = []
    losses = [mark for mark in passage.of(Kind.EVENT) if mark.code in LOSSES]
    for mark in passage.of(Kind.ANOTHER) if losses else []:
        span = (mark.start, mark.end)
        follows = any(one.span[1] <= mark.start for one in readings)
        if follows and any(_is_fate(passage, mark.end, loss, readings) for loss in losses):
            found.append(_one(span))
    return found


def _one(span: tuple[int, int]) -> Reading:
    return Reading(None, 1, None, Bound.EXACT, span)


def _article(passage: Passage, noun: Mark, lex: Lexicon) -> tuple[int, int] | None:
    """Where the article of a noun stands: right before it, or before the state between the two.

    Or before "of": "l'un des rebelles".
    """
    begin = max(passage.start, noun.start - _BEFORE)
    end = noun.start
    states = [one for one in passage.of(Kind.COUNTRY, begin, noun.end) if one.start < noun.start]
    if states and not passage.text[states[-1].end : noun.start].strip():
        end = states[-1].start
    of = passage.of(Kind.PARTITIVE, begin, end)[-1:]
    if of and not passage.text[of[0].end : end].strip():
        end = of[0].start
    before = passage.text[begin:end].rstrip()
    if lex.glued:
        before = before.rstrip("".join(lex.counters))
    word = re.search(r"\w$" if lex.glued else r"\w+$", before)
    if word is None or word.group() not in lex.articles:
        return None
    return begin + word.start(), begin + word.end()


def _is_another(passage: Passage, start: int) -> bool:
    """Whether an article stands behind a word that makes its noun the doer: by a soldier."""
    begin = max(passage.start, start - _BEFORE)
    return any(
        not passage.text[mark.end : start].strip()
        for kind in _OTHERS
        for mark in passage.of(kind, begin, start)
    )


def _is_led(passage: Passage, loss: Mark, start: int) -> bool:
    """Whether a loss leads up to an article: "killed a soldier", "la mort d'un soldat"."""
    gap = (loss.end, start)
    return (
        0 <= start - loss.end <= _FATE
        and passage.words(*gap) <= _LED_WORDS
        and not passage.has_comma(*gap)
        and not any(passage.of(kind, *gap) for kind in _LED_PARTING)
    )


def _is_fate(passage: Passage, end: int, loss: Mark, readings: list[Reading]) -> bool:
    """Whether a loss is told after a noun, and is none that its people brought on others.

    Where verbs end the sentence a noun for the lost is no fate: "a soldier helped the wounded".
    """
    if passage.pack.event_side == "after" and _is_noun(passage, loss):
        return False
    if loss.start < end:
        return False
    end = min(_past_holder(passage, end), loss.start)
    gap = (end, loss.start)
    if loss.start - end > _FATE or passage.words(*gap) > _FATE_WORDS:
        return False
    states = passage.of(Kind.COUNTRY, *gap)
    rest = passage.text[states[-1].end if states else end : loss.start]
    if passage.has_comma(*gap) and rest.strip() != ",":
        return False  # but "a Romanian soldier, badly hurt"
    if any(passage.of(kind, *gap) for kind in _PARTING):
        return False
    others = _nouns(passage)
    if any(end <= one.start < loss.start for one in others):
        return False
    numbers = [one.span[0] for one in readings]
    if any(end <= one < loss.start for one in numbers):
        return False
    starts = numbers + [noun.start for noun in others]
    after = [one for one in starts if one >= loss.end]
    return not any(_is_object(passage, loss.end, one) for one in after)


def _past_holder(passage: Passage, end: int) -> int:
    """Where the noun ends that a person's noun belongs to: a soldier of the rebel group."""
    begin = past_genitive(passage, past_state(passage, end))
    if begin is None:
        return end
    space = passage.text.find(" ", begin, passage.end)
    last = passage.end if space < 0 else space
    for one in passage.of(Kind.PEOPLE, begin, min(passage.end, last + _HOLDER)):
        if passage.words(begin, one.start) <= _HOLDER_WORDS:
            last = max(last, one.end)
    return last


def _is_noun(passage: Passage, loss: Mark) -> bool:
    """Whether a loss is told by a noun for people: 伤者, yaralılar."""
    return any(one.end == loss.end for one in passage.of(Kind.PEOPLE, loss.start, loss.end))


def _is_object(passage: Passage, end: int, start: int) -> bool:
    """Whether those who are named after a loss are whom it befell: "killed two rebels"."""
    if passage.words(end, start) > _OBJECT_WORDS:
        return False
    parting = (
        Kind.JOINER,
        Kind.AGENT_BEFORE,
        Kind.PLACE_BEFORE,
    )  # "killed by, in a raid of rebels"
    return not (
        passage.has_comma(end, start) or any(passage.of(kind, end, start) for kind in parting)
    )


def may_hold_persons(sentence: str, lex: Lexicon) -> bool:
    """Whether any article stands in a sentence."""
    return any(
        word in lex.articles for word in (sentence if lex.glued else re.findall(r"\w+", sentence))
    )
