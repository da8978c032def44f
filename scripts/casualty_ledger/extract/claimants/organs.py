"""Offices and other bodies that may give a figure, with the states they belong to."""

import re

from casualty_ledger.extract.claimants.belonging import actor_of, is_theme, runs_another
from casualty_ledger.extract.claimants.framed import is_framed, past_of, with_bracket
from casualty_ledger.extract.claimants.listening import past_listeners
from casualty_ledger.extract.claimants.source import (
    ARMY,
    BODIES,
    COUNTERS,
    LAWMAKER,
    PRESS,
    SOURCES,
    Source,
)
from casualty_ledger.extract.claimants.speaking import counts_itself, is_attributed
from casualty_ledger.extract.claimants.verbs import follows_quoted, is_counted, precedes
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.names import Names

_PRINTED = (PRESS, COUNTERS, BODIES)  # kept as printed where no table knows them
_RANKS = {LAWMAKER: 2, PRESS: 1}
NAMELESS = (LAWMAKER, "intelligence")  # whose state a text often leaves out
_OFFICIALS = "officials"
_GROUPS = (_OFFICIALS, "intelligence")
_NAME = 48  # characters of a name
_NOUN = re.compile(r"(?<![^\W_])([^\W\d_]{4,}) $")  # a word right before a state
_NO_NOUN = (
    Kind.SAYS, Kind.SAID_BY, Kind.PLACE_BEFORE, Kind.JOINER, Kind.BARRIER, Kind.EVENT, Kind.PEOPLE,
    Kind.OTHER_BEFORE, Kind.RELATIVE, Kind.RELAY_BEFORE, Kind.COUNTRY,
)  # fmt: skip
_BESIDE = 5  # words between the press and a verb of counting
_DESCRIBED = 1  # adjectives of those who tell a medium


def offices_of(passage: Passage, names: Names, original: str) -> list[Source]:
    """An office with its country or countries: Seoul's spy agency."""
    found: list[Source] = []
    for organ in passage.of(Kind.ORGAN):
        actor, countries = actor_of(passage, organ, names)
        if organ.code == BODIES and found and countries and countries[0].start < found[-1].end:
            actor, countries = None, []  # the state is of the office before: "presidente ruso X"
        if any(runs_another(passage, mark) for mark in countries):
            actor, countries = None, []
        beside = [mark for mark in countries if not is_theme(passage, mark, organ)]
        start = min([organ.start, *(mark.start for mark in beside)])
        end = max([organ.end, *(mark.end for mark in beside)])
        if actor is None and start < organ.start:
            start = _with_noun(passage, start)
        if not _only_describes(passage, organ, start, end):
            printed = original[start:end]
            if organ.code == BODIES and passage.pack.matching == "anywhere":
                end = with_bracket(passage, end)
            body = Mark(start, end, organ.kind, organ.code)
            source = _source(passage, body, actor, countries, printed)
            found += [source] if source is not None else []
    return found


def _with_noun(passage: Passage, start: int) -> int:
    """Where an office begins whose state stands inside its name: ministère malien de la Défense."""
    if not passage.pack.adjectives_after:
        return start
    noun = _NOUN.search(passage.text, max(passage.start, start - _NAME), start)
    if noun is None:
        return start
    known = any(passage.marks.touching(kind, *noun.span(1)) for kind in _NO_NOUN)
    return start if known else noun.start(1)


def _only_describes(passage: Passage, organ: Mark, start: int, end: int) -> bool:
    """Whether an office only says what somebody else is who stands beside it, or is counted."""
    if passage.pack.head_before and any(first == end for first, _ in passage.numbers):
        return True  # 援助関係者380人
    if organ.code == SOURCES or passage.pack.matching == "anywhere":
        begin, stop = max(passage.start, start - _NAME), min(passage.end, end + 1)
        if any(
            one.start <= start and end <= one.end for one in passage.of(Kind.PRONOUN, begin, stop)
        ):
            return True  # "the same source", 이 관리
    if organ.code == SOURCES:
        return bool(passage.of(Kind.ACTOR, start, end))  # "a source in the Ukrainian HUR"
    if organ.code == PRESS and passage.of(Kind.OUTLET, start, end):
        return _names_known(passage, start, end)
    if organ.code == _OFFICIALS and _is_of_office(passage, organ, end):
        return True
    if organ.code != BODIES:
        return False
    among = precedes(passage, Kind.RANKS, start)  # "chez les Houthis, on compte"
    if among or is_counted(passage, start) or _controls(passage, organ):
        return True
    return _names_people(passage, end)  # "Hezbollah fighters"


def _is_of_office(passage: Passage, officials: Mark, end: int) -> bool:
    """Whether the office follows for which officials speak: представители разведки Южной Кореи.

    `end` is where the state ends that stands with them: представитель сирийской армии.
    """
    if not passage.pack.bare_genitives:
        return False
    after = end > officials.end and passage.text[end : end + 1] == " "
    if after and passage.marks.touching(Kind.ORGAN, end + 1, end + 2):
        return True
    beside = passage.text[officials.end : officials.end + 1] == " "
    return beside and passage.marks.touching(Kind.ACTOR, officials.end + 1, officials.end + 2)


def _names_known(passage: Passage, start: int, end: int) -> bool:
    """Whether a name of the registers stands beside a noun for media: "the newspaper X"."""
    around = (max(passage.start, start - _NAME), min(passage.end, end + _NAME))
    return any(
        passage.text[end : mark.start] == " " or passage.text[mark.end : start] == " "
        for kind in (Kind.PUBLISHER, Kind.ACTOR)
        for mark in passage.of(kind, *around)
    )


def _source(
    passage: Passage, body: Mark, actor: str | None, countries: list[Mark], printed: str
) -> Source | None:
    """What an office is as a source, with its states; None where it is none."""
    start, end, role = body.start, body.end, body.code
    topic = passage.of(Kind.TOPIC, end, min(passage.end, end + 1))
    attributed = is_attributed(passage, start, end, near=role == PRESS and not topic)
    if role == PRESS:
        attributed = attributed or _tells(passage, start) or _is_cited(passage, start, end)
    if role == BODIES and passage.pack.matching == "anywhere":
        attributed = attributed and is_framed(passage, start, end)
    if role == ARMY and not attributed:
        return None  # an army that says nothing is a force, and no source
    if actor is None and role in _PRINTED and (attributed or role == COUNTERS):
        actor = printed
    if role == COUNTERS or (role == PRESS and counts_itself(passage, start, end, _BESIDE)):
        role, attributed, actor = COUNTERS, True, actor or printed
    if actor is None and countries and (attributed or role in _GROUPS):
        known = role == ARMY and offices().has(countries[0].code)
        actor = "" if known else printed
    if actor is None and (role in NAMELESS or (attributed and not countries)):
        actor = ""
    if actor is None or (not actor and role == ARMY and countries):
        return None
    return Source(start, end, actor, _RANKS.get(role, 3), attributed, role=role)


def _controls(passage: Passage, organ: Mark) -> bool:
    """Whether a body is only named as who runs another: "the ministry, controlled by X, said"."""
    begin, end = max(passage.start, organ.start - _NAME), min(passage.end, organ.end + _NAME)
    if not any(
        one.end <= organ.start or organ.end <= one.start
        for one in passage.of(Kind.ORGAN, begin, end)
    ):
        return False
    return runs_another(passage, organ)


def _is_cited(passage: Passage, start: int, end: int) -> bool:
    """Whether words that cite end with a noun that tells who speaks: "nach Polizeiangaben"."""
    if not passage.pack.capital_nouns:
        return False
    begin = max(passage.start, start - _NAME)
    return any(one.start < start and one.end == end for one in passage.of(Kind.SAID_BY, begin, end))


def _tells(passage: Passage, start: int) -> bool:
    """Whether a verb of telling stands between a comma and a noun for media or experts.

    Such a verb more often goes before those whom somebody tells: ", рассказали очевидцы".
    """
    for verb in passage.of(Kind.SAYS, max(passage.start, start - _NAME), start)[-1:]:
        told = past_listeners(passage, verb.end)
        within = _DESCRIBED if told > verb.end else 0
        beside = (
            passage.text[told] == " " and not passage.text[told + 1 : start].count(" ") > within
        )
        return beside and not passage.pack.verb_first and follows_quoted(passage, verb.start)
    return False


def _names_people(passage: Passage, end: int) -> bool:
    """Whether a noun for people follows a name or its "of": they are its people: 政府軍の兵士."""
    first = past_of(passage, end) if passage.pack.matching == "anywhere" else end + 1
    return passage.marks.touching(Kind.PEOPLE, first, first + 1)
