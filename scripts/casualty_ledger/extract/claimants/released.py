"""Who gave out a figure that stands in the sentence before: "The toll was given by the army"."""

import re

from casualty_ledger.extract.candidate import EventStatus
from casualty_ledger.extract.claimants.belonging import actor_of
from casualty_ledger.extract.claimants.capitals import capital_runs
from casualty_ledger.extract.claimants.source import PERSON, PRESS, SOURCES, Source
from casualty_ledger.extract.claimants.verbs import precedes
from casualty_ledger.extract.marking.articles import past_genitive
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.names import Names

_FRONT = 40  # characters at the front of a sentence
_ALONE = 48  # characters of a sentence that only says who speaks
_LEAD = 12  # characters before its name
_PARTICLE = 6  # characters of a particle or an ending
_MEDIA = (PRESS, SOURCES)
_LONGEST = 9  # words of a name
_SHORT = 40  # characters
_ARTICLE = 4  # letters
_TITLE = 16  # characters
_AFTER = (
    Kind.DAY, Kind.WEEKDAY, Kind.MONTH, Kind.SAYS, Kind.SAID_BY, Kind.RELATIVE, Kind.BARRIER,
    Kind.EVENT, Kind.PLACE_BEFORE, Kind.RELAY_BEFORE, Kind.RELAY_AFTER, Kind.SINCE,
)  # fmt: skip
_NOBODY = (Kind.PUBLISHER, Kind.OUTLET, Kind.PRONOUN, Kind.REPORT, Kind.AMOUNT)
_TELLING = (Kind.SAYS, Kind.SAID_BY, Kind.GIVING)
_BESIDE = 2  # characters
_SUFFIX = re.compile("['\u2019]")
_ENDS = frozenset(',;:.()"\u201c\u201d\u00bb\u00ab\u2014\n')


def tells_backward(passage: Passage) -> bool:
    """Whether a sentence says who said the one before; a denial does not."""
    front = (passage.start, min(passage.end, passage.start + _FRONT))
    denied = any(mark.code == EventStatus.DENIED for mark in passage.of(Kind.STATUS, *front))
    return passage.marks.touching(Kind.BACKWARD, *front) and not denied


def only_says(passage: Passage, speakers: list[Source]) -> bool:
    """Whether a sentence holds nothing but who says the one before it: 李議員が明らかにした。"""
    verbs = passage.of(Kind.SAYS) if passage.pack.head_before else []
    spoken = [one for one in speakers if one.attributed]
    return (
        bool(verbs and spoken)
        and passage.end - passage.start <= _ALONE
        and spoken[0].start - passage.start <= _LEAD
        and 0 <= verbs[-1].start - spoken[-1].end <= _PARTICLE
        and passage.end - verbs[-1].end <= _PARTICLE
    )


def released_by(passage: Passage, names: Names, original: str) -> Source | None:
    """Who stands after "by" in a sentence that says who gave out what was told before it.

    No register need know them: "The toll was released on Saturday by the army of Burkina Faso".
    Media are left out; they pass it on.
    """
    if passage.numbers:
        return None  # it tells figures of its own
    for backward in passage.of(Kind.BACKWARD)[:1]:
        for agent in passage.of(Kind.AGENT_BEFORE, backward.start, passage.end)[:1]:
            return _named(passage, agent.end, names, original)
        for giving in passage.of(Kind.GIVING, backward.start, passage.end)[:1]:
            by = past_genitive(passage, giving.end)  # "anunțul a fost făcut de Misiunea X"
            named = by is not None and original[by : by + 1].isupper()
            if by is not None and named and not passage.pack.articles:
                return _named(passage, by, names, original)
        if _tells(passage):
            begin = backward.start if passage.pack.oblique else backward.end  # a verb ends it
            person = _person(passage, begin, original)
            office = _first(passage, begin, names, original)
            return office if person is None or _is_of(office, person, names) else person
    return None


def _is_of(office: Source | None, person: Source, names: Names) -> bool:
    """Whether an office gave it out, and not the person who is named after it or before it.

    Who has a name and an office that no register knows is called by the name: "the defence
    minister Pedro Sanchez".
    """
    if office is None or person.end <= office.start:
        return False
    beside = person.start - office.end <= _BESIDE and person.start > office.end
    return not beside or office.claimant in names.actors


def _person(passage: Passage, begin: int, original: str) -> Source | None:
    """The first full name after such words: "The account is that of Col. Amadou Diallo"."""
    for start, end in capital_runs(passage, original):
        if start == passage.start:
            start += len(original[start:end].split()[0]) + 1  # no name, but the first word
        if start < begin or " " not in original[start:end]:
            continue
        entitled = passage.of(Kind.TITLE, max(begin, start - _TITLE), end)
        if passage.pack.capital_nouns and not entitled:
            continue  # two nouns
        known = any(passage.of(kind, start, end) for kind in _NOBODY)
        if known or precedes(passage, Kind.PLACE_BEFORE, start):
            continue
        printed = original[start:end]
        if passage.pack.oblique:
            printed = _SUFFIX.split(printed)[0]  # Sanchez'den
        return Source(start, end, printed, 3, True, person=printed, role=PERSON)
    return None


def _tells(passage: Passage) -> bool:
    """Whether words for saying or giving out stand in a sentence.

    So not in "That was the army's worst day".
    """
    amounts = {mark.start for mark in passage.of(Kind.AMOUNT)}  # cifra: number, and "puts at"
    told = [mark for kind in _TELLING for mark in passage.of(kind)]
    return any(mark.start not in amounts for mark in told)


def _first(passage: Passage, begin: int, names: Names, original: str) -> Source | None:
    """The first office of such a sentence, whatever its case: "Bilanci zveřejnila armáda X".

    Without one, the only state of a short sentence: "Bekannt gegeben hat das Russland selbst."
    """
    organs = passage.of(Kind.ORGAN, begin, passage.end)
    if not organs:
        states = passage.of(Kind.COUNTRY, begin, passage.end)
        if any(precedes(passage, Kind.PLACE_BEFORE, one.start) for one in states):
            return None  # where it was said
        if len(states) != 1 or passage.end - begin > _SHORT:
            return None
        start, end = states[0].start, states[0].end
        return Source(start, end, _state(passage, start, end) or original[start:end], 3, True)
    if organs[0].code in _MEDIA:
        return None
    actor, states = actor_of(passage, organs[0], names)
    start = min([organs[0].start, *(one.start for one in states)])
    end = max([organs[0].end, *(one.end for one in states)])
    return Source(start, end, actor or original[start:end], 3, True)


def _named(passage: Passage, begin: int, names: Names, original: str) -> Source | None:
    start, end = _phrase(passage, begin, original)
    organs = passage.of(Kind.ORGAN, start, end)
    media = any(mark.code in _MEDIA for mark in organs)
    if end <= start or media or any(passage.of(kind, start, end) for kind in _NOBODY):
        return None
    if passage.pack.capital_nouns and not original[start:end][:1].isupper() and not organs:
        return None  # no noun begins it: "von niemandem", "durch nichts"
    claimant = _office(passage, organs, names) or _state(passage, start, end)
    return Source(start, end, claimant or original[start:end], 3, True)


def _office(passage: Passage, organs: list[Mark], names: Names) -> str | None:
    """The actor that an office is by the table: by the military of Ukraine."""
    return actor_of(passage, organs[0], names)[0] if organs else None


def _state(passage: Passage, start: int, end: int) -> str | None:
    """The officials of a state that is named alone: by Kyiv."""
    states = passage.of(Kind.COUNTRY, start, end)
    alone = [one for one in states if (one.start, one.end) == (start, end)]
    return offices().actor([one.code for one in alone], "government") if alone else None


def _phrase(passage: Passage, begin: int, original: str) -> tuple[int, int]:
    """From where to where a name goes on: to a comma, a day, a place or a verb, nine words long."""
    limits = [passage.end]
    for kind in _AFTER:
        limits += [mark.start for mark in passage.of(kind, begin, passage.end)[:1]]
    end = min(limits)
    end = next((at for at in range(begin, end) if passage.text[at] in _ENDS), end)
    printed = original[begin:end]
    words = printed.split()[:_LONGEST]
    if words and len(words[0]) <= _ARTICLE and words[0].islower():
        words = words[1:]  # its article
    if not words:
        return begin, begin
    start = begin + printed.index(words[0])
    last = start
    for word in words:
        last = original.index(word, last) + len(word)
    return start, last
