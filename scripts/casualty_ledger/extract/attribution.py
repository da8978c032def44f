"""Who says so: claimant, the person who voiced it, and who passed it on."""

import re
from dataclasses import dataclass, replace

from casualty_ledger.extract.candidate import Found
from casualty_ledger.extract.counts import Count
from casualty_ledger.extract.marks import Kind, Mark
from casualty_ledger.extract.names import Names
from casualty_ledger.extract.offices import offices
from casualty_ledger.extract.passage import COMMAS, Passage

_SUBJECT_WITHIN = 16  # characters, for a title between a name and the mark of the subject
_WINDOW = 48  # characters to look for a verb of saying
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019\-\u2010-\u2012.][^\W\d_]+){0,4}")
_ARMY = "military"
_LAWMAKER = "lawmaker"
_NAMELESS = (_LAWMAKER, "intelligence")  # whose state a text often leaves out
_GROUPS = ("officials", "intelligence")
_QUOTED = frozenset(",\"\u201d\u00bb\u201c\u2014-?!\u2019')")
_APART = 3  # words between an office and the name of who holds it
_FIGURE = 7.0
_CITING = 6  # words
_OPENING = 3  # words
_NAMING = frozenset((Kind.ORGAN, Kind.SPEAKER, Kind.ACTOR, Kind.PUBLISHER, Kind.COUNTRY))


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody in a sentence who may have given a figure."""

    start: int
    end: int
    claimant: str
    rank: int  # 3 an organisation or person, 2 a voice for another, 1 a state
    attributed: bool
    person: str | None = None
    news: bool = False
    role: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who gave a figure and how it came here."""

    claimant: str | None
    basis: Found
    person: str | None = None
    source: Source | None = None


def sources(passage: Passage, names: Names, original: str) -> list[Source]:
    """Everybody in a sentence who may have given a figure, in order of place.

    `original` is the text with its capitals, at the same offsets; the folded text where there is
    none, and then no names of people are found.
    """
    if _NAMING.isdisjoint(passage.own()):
        return []
    found = [
        *_offices(passage, names, original),
        *_named(passage, names),
        *_states(passage, original),
    ]
    people = _people(passage, original) if found else []
    kept: list[Source] = []
    for source in sorted(
        found, key=lambda one: (one.start, -one.end, -one.rank, one.news, one.claimant)
    ):
        if kept and source.start < kept[-1].end:
            continue
        kept.append(_with_person(passage, source, people, original))
    return _merge_voices(passage, kept)


def _offices(passage: Passage, names: Names, original: str) -> list[Source]:
    """An office with its country or countries: Seoul's spy agency."""
    found = []
    for organ in passage.of(Kind.ORGAN):
        actor, countries = _actor_of(passage, organ, names)
        start = min([organ.start, *(mark.start for mark in countries)])
        end = max([organ.end, *(mark.end for mark in countries)])
        attributed = _attributed(passage, start, end)
        if actor is None and countries and (attributed or organ.code in _GROUPS):
            actor = "" if organ.code == _ARMY else original[start:end]
        if actor is None and organ.code in _NAMELESS:
            actor = ""
        if organ.code == _ARMY and not attributed:
            continue  # an army that says nothing is a force, and no source
        if actor is not None and (actor or organ.code in _NAMELESS):
            rank = 2 if organ.code == _LAWMAKER else 3
            found.append(Source(start, end, actor, rank, attributed, role=organ.code))
    return found


def _actor_of(passage: Passage, organ: Mark, names: Names) -> tuple[str | None, list[Mark]]:
    """The actor that an office is, if the table knows it, and the states named with it."""
    table = offices()
    countries = _countries_of(passage, organ)
    if not countries:
        return table.alone.get(organ.code) or _of_citing(passage, organ, names), []
    actor = table.actor([mark.code for mark in countries], organ.code)
    while actor is None and len(countries) > 1:
        countries = countries[1:]
        actor = table.actor([mark.code for mark in countries], organ.code)
    return actor, countries


def _of_citing(passage: Passage, organ: Mark, names: Names) -> str | None:
    """An office without a country, cited by an agency: that of the agency's own country."""
    for mark in passage.of(Kind.PUBLISHER):
        cited = passage.of(Kind.SAID_BY, mark.end, organ.start)
        if cited and passage.words(mark.end, organ.start) <= _CITING:
            return offices().actor([names.countries.get(mark.code, "")], organ.code)
    return None


def _countries_of(passage: Passage, organ: Mark) -> list[Mark]:
    """The states that an office belongs to, named before or after it."""
    before: list[Mark] = []
    edge = organ.start
    for mark in reversed(
        passage.of(Kind.COUNTRY, max(passage.start, organ.start - 60), organ.start)
    ):
        near = passage.words(mark.end, edge) <= 2 and not passage.crossed(mark.end, edge)
        if not near or (before and not passage.joined(mark.end, edge)):
            break
        if not before and not _adjoins(passage, mark.end, edge):
            break
        before.insert(0, mark)
        edge = mark.start
    if before:
        return before
    after: list[Mark] = []
    edge = organ.end
    for mark in passage.of(Kind.COUNTRY, organ.end, min(passage.end, organ.end + 60)):
        near = passage.words(edge, mark.start) <= 3 and not passage.crossed(edge, mark.start)
        if organ.code == "military" and passage.words(organ.end, mark.start) > 1 and not after:
            break
        if not near or (after and not passage.joined(edge, mark.start)):
            break
        if passage.has_comma(organ.end, mark.start):
            break
        if passage.of(Kind.SAYS, edge, mark.start):
            break
        after.append(mark)
        edge = mark.end
    return after


def _adjoins(passage: Passage, start: int, end: int) -> bool:
    between = passage.text[start:end]
    return COMMAS.isdisjoint(between) and not passage.of(Kind.SAYS, start, end)


def _named(passage: Passage, names: Names) -> list[Source]:
    found = []
    for mark in passage.of(Kind.SPEAKER):
        attributed = _attributed(passage, mark.start, mark.end)
        person = passage.text[mark.start : mark.end]
        found.append(Source(mark.start, mark.end, mark.code, 3, attributed, person=person))
    for mark in _chosen(passage, names):
        news = mark.code in names.news
        attributed = _attributed(passage, mark.start, mark.end)
        found.append(Source(mark.start, mark.end, mark.code, 3, attributed, news=news))
    for mark in passage.of(Kind.PUBLISHER):
        attributed = _attributed(passage, mark.start, mark.end)
        found.append(Source(mark.start, mark.end, mark.code, 3, attributed, news=True))
    return found


def _chosen(passage: Passage, names: Names) -> list[Mark]:
    """The actors of a sentence; of those that share a name, the one whose state stands near."""
    chosen: dict[tuple[int, int], Mark] = {}
    near = {mark.code for mark in passage.of(Kind.COUNTRY)}
    states = {mark.start for mark in passage.of(Kind.COUNTRY)}
    speakers = {(mark.start, mark.end) for mark in passage.of(Kind.SPEAKER)}
    for mark in passage.of(Kind.ACTOR):
        place = (mark.start, mark.end)
        if place in speakers or (
            mark.start in states
            and not passage.of(Kind.ORGAN, mark.start, mark.end)
            and passage.words(*place) <= 1
        ):
            continue
        if place not in chosen or (
            names.countries.get(chosen[place].code) not in near
            and names.countries.get(mark.code) in near
        ):
            chosen[place] = mark
    return list(chosen.values())


def _states(passage: Passage, original: str) -> list[Source]:
    """A state or its capital that speaks: Seoul says."""
    found = []
    for mark in passage.of(Kind.COUNTRY):
        if not _attributed(passage, mark.start, mark.end, 2) or _describes_news(passage, mark):
            continue
        if passage.of(Kind.PEOPLE, mark.start, mark.end):
            continue
        actor = offices().actor([mark.code], "government")
        claimant = actor or original[mark.start : mark.end]
        found.append(Source(mark.start, mark.end, claimant, 1, True))
    return found


def _describes_news(passage: Passage, mark: Mark) -> bool:
    """Whether a state only says where a publication comes from: the British BBC."""
    after = passage.of(Kind.PUBLISHER, mark.end, min(passage.end, mark.end + _WINDOW))
    if after and passage.words(mark.end, after[0].start) <= 3:
        between = (mark.end, after[0].start)
        return not passage.has_comma(between[0], between[1]) and not passage.of(Kind.SAYS, *between)
    before = passage.of(Kind.PUBLISHER, max(passage.start, mark.start - _WINDOW), mark.start)
    return bool(before) and passage.text[before[-1].end : mark.start] in (" ", "-")


def _attributed(passage: Passage, start: int, end: int, within: int = 5) -> bool:
    """Whether a verb of saying or a word such as "according to" goes with a name."""
    after = passage.of(Kind.SAYS, end, min(passage.end, end + _WINDOW))
    if (
        after
        and _reaches(passage, end, after[0].start, within)
        and (within > 2 or not passage.has_comma(end, after[0].start))
    ):
        return True
    begin = max(passage.start, start - _WINDOW)
    if within > 2:
        before = passage.of(Kind.SAYS, begin, start)
        if (
            before
            and _reaches(passage, before[-1].end, start, 3)
            and _inverted(passage, before[-1])
        ):
            return True
    cited = passage.of(Kind.SAID_BY, begin, start)
    if (
        cited
        and _reaches(passage, cited[-1].end, start, 4)
        and not passage.has_comma(cited[-1].end, start)
    ):
        return True
    by = passage.of(Kind.SAID_BY_AFTER, end, min(passage.end, end + _WINDOW))
    if by and _reaches(passage, end, by[0].start, 2):
        return True
    if within > 2 and _is_subject(passage, end):
        return True
    return _announces(passage, start, end) or _signs(passage, start, end)


def _signs(passage: Passage, start: int, end: int) -> bool:
    """A name after a dash that ends a sentence or a headline: "300 killed - General Staff"."""
    before = passage.text[passage.start : start].rstrip()
    rest = passage.text[end : passage.end].strip(" .!\"'\u201d")
    return before[-1:] in ("-", "\u2014") and before[-2:-1] in (" ", ",") and not rest


def _is_subject(passage: Passage, end: int) -> bool:
    """Whether a mark of the subject follows a name, and a verb of saying later in the sentence."""
    for topic in passage.of(Kind.TOPIC, end, min(passage.end, end + _SUBJECT_WITHIN)):
        following = passage.text[topic.end : topic.end + 1]
        if passage.text[topic.start] >= "\uac00" and following.isalnum():
            continue  # a Korean particle ends its word
        if not passage.has_comma(end, topic.start):
            return bool(passage.of(Kind.SAYS, topic.end, passage.end))
    return False


def _inverted(passage: Passage, verb: Mark) -> bool:
    """Whether a verb of saying may precede its speaker: after a quotation, or first of all."""
    before = passage.text[passage.start : verb.start].rstrip()
    return not before or before[-1] in _QUOTED or before.count(" ") < _OPENING


def _announces(passage: Passage, start: int, end: int) -> bool:
    """A name that opens the sentence and is followed by a colon before any number."""
    opening = passage.text.rfind(";", passage.start, start)
    if passage.words(max(passage.start, opening + 1), start) > _OPENING:
        return False
    colon = passage.text.find(":", end, min(passage.end, end + _WINDOW))
    return colon >= 0 and not passage.crossed(end, colon)


def _reaches(passage: Passage, start: int, end: int, words: int) -> bool:
    between = passage.text[start:end]
    return (
        passage.words(start, end) <= words
        and not passage.crossed(start, end)
        and ";" not in between
        and ":" not in between
    )


_NO_NAMES = (
    Kind.COUNTRY, Kind.ORGAN, Kind.PLACE, Kind.TITLE, Kind.MONTH, Kind.WEEKDAY, Kind.PUBLISHER,
    Kind.ACTOR, Kind.SAYS, Kind.SAID_BY, Kind.PEOPLE, Kind.EVENT, Kind.PLACE_BEFORE, Kind.JOINER,
    Kind.STATUS, Kind.DAY,
)  # fmt: skip


def _people(passage: Passage, original: str) -> list[tuple[int, int]]:
    """Runs of words with capital letters that look like names of people."""
    known = [(mark.start, mark.end) for kind in _NO_NAMES for mark in passage.of(kind)]
    runs: list[tuple[int, int]] = []
    open_run = False
    for match in _WORD.finditer(original, passage.start, passage.end):
        start, end = match.span()
        if not original[start].isupper() or any(first <= start < last for first, last in known):
            open_run = False
            continue
        if open_run and original[runs[-1][1] : start] in (" ", "\xa0"):
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
            open_run = True
    return [run for run in runs if " " in original[run[0] : run[1]]]


def _with_person(
    passage: Passage, source: Source, people: list[tuple[int, int]], original: str
) -> Source:
    """The name of the person next to an office, or the full name around a family name."""
    if source.news or source.rank == 1:
        return source
    source = _spoken_for(passage, source)
    for start, end in people:
        if start < source.end and source.start < end:
            return replace(source, person=original[start:end])
    if source.person is not None:
        return replace(source, person=original[source.start : source.end])
    beside = (_beside(passage, source, run, original) for run in people)
    return next((one for one in beside if one is not None), source)


def _spoken_for(passage: Passage, source: Source) -> Source:
    """A voice without an organisation whose person is known to speak for one."""
    if source.claimant:
        return source
    known = passage.of(Kind.SPEAKER, source.end, min(passage.end, source.end + _WINDOW))
    if known and passage.words(source.end, known[0].start) <= _APART:
        return replace(source, claimant=known[0].code)
    return source


def _beside(passage: Passage, source: Source, run: tuple[int, int], original: str) -> Source | None:
    """An office with the name right before or after it, or None where it stands farther off."""
    start, end = run
    speakers = passage.of(Kind.SPEAKER, start, end)
    if speakers and source.claimant not in ("", speakers[0].code):
        return None
    gap = (source.end, start) if source.end <= start else (end, source.start)
    if passage.words(*gap) > _APART or not _linked(passage, *gap):
        return None
    if source.end <= start:
        spoken = source.attributed or _attributed(passage, start, end)
        return replace(source, person=original[start:end], end=end, attributed=spoken)
    return replace(source, person=original[start:end], start=start)


def _linked(passage: Passage, start: int, end: int) -> bool:
    """Whether an office and a name are one: "lawmaker Lee", "spokeswoman of the office, Singh"."""
    between = passage.text[start:end]
    return not passage.of(Kind.SAYS, start, end) and between.count(",") <= 1


def _merge_voices(passage: Passage, found: list[Source]) -> list[Source]:
    """Two names side by side for one claimant are one source: "the Pentagon's Pat Ryder"."""
    merged: list[Source] = []
    for source in found:
        last = merged[-1] if merged else None
        if (
            last is not None
            and last.claimant == source.claimant
            and passage.words(last.end, source.start) <= 3
            and not passage.crossed(last.end, source.start)
        ):
            merged[-1] = replace(
                last,
                end=source.end,
                attributed=last.attributed or source.attributed,
                person=source.person or last.person,
            )
        elif last is not None and _is_parent(passage, last, source):
            merged[-1] = replace(
                last, end=source.end, attributed=last.attributed or source.attributed
            )
        else:
            merged.append(source)
    return merged


def _is_parent(passage: Passage, last: Source, source: Source) -> bool:
    """Whether an office is only that to which the one before it belongs."""
    between = passage.text[last.end : source.start]
    return (
        (last.rank, source.rank) == (3, 3)
        and not last.news
        and not source.news
        and source.person is None
        and passage.words(last.end, source.start) <= 2
        and COMMAS.isdisjoint(between)
        and ":" not in between
        and not passage.of(Kind.JOINER, last.end, source.start)
        and not passage.of(Kind.SAYS, last.end, source.start)
        and not passage.of(Kind.SAID_BY, last.end, source.start)
    )


def attribute(
    passage: Passage, count: Count, found: list[Source], previous: Attribution | None, floor: int
) -> Attribution | None:
    """Who gave a number, as far as its own sentence says.

    `previous` is what was found for the number before in the same sentence, `floor` where that
    one ends.
    """
    claimants = [source for source in found if not source.news and source.claimant]
    between = [
        source for source in claimants if floor <= source.start and source.end <= count.start
    ]
    speaking = [source for source in between if source.attributed]
    if speaking:
        best = max(speaking, key=lambda one: (one.rank, one.start))
        person = _speaks_for(passage, count, best, claimants)
        if person is not None:
            return _of(person, found)
        silent = [one for one in between if one.rank > best.rank and one.start >= best.end]
        return _of(silent[-1] if silent and best.rank == 1 else best, found)
    close = [source for source in between if passage.words(source.end, count.start) <= 4]
    spoken = previous is not None or any(source.attributed for source in found)
    if close and spoken and close[-1].rank > 1:
        return _of(close[-1], found)
    after = [source for source in claimants if source.start >= count.end and source.attributed]
    cited = [source for source in after if _cited_for(passage, count, source)]
    if cited:
        return _of(cited[0], found)
    if previous is not None:
        return previous
    if after:
        return _of(max(after, key=lambda one: (one.rank, -one.start)), found)
    silent = [
        source
        for source in claimants
        if source.rank > 1 and not source.attributed and not _of_phrase(passage, count, source)
    ]
    before = [source for source in silent if source.end <= count.start]
    if before or (silent and not any(source.attributed for source in found)):
        return _of((before or silent)[-1 if before else 0], found)
    return None


def _speaks_for(
    passage: Passage, count: Count, state: Source, claimants: list[Source]
) -> Source | None:
    """Who is named after a figure that a state gives: "Ukraine estimates ..., said Zelensky"."""
    if state.rank != 1:
        return None
    for source in claimants:
        after = source.start >= count.end and not passage.crossed(count.end, source.start)
        if after and source.rank > state.rank and source.attributed:
            return source
    return None


def _of_phrase(passage: Passage, count: Count, source: Source) -> bool:
    """Whether a name belongs to the people who are counted: "11,000 soldiers of Kim Jong Un"."""
    end = max(count.end, count.head.end if count.head is not None else 0)
    return source.start >= count.end and passage.words(end, source.start) <= 2


def _cited_for(passage: Passage, count: Count, source: Source) -> bool:
    """Whether words such as "according to" tie a source to the number right before them."""
    cited = passage.of(Kind.SAID_BY, count.end, source.start)
    return (
        bool(cited)
        and not passage.crossed(count.end, source.start)
        and passage.words(cited[-1].end, source.start) <= 2
        and passage.cost(count.end, cited[-1].start) <= _FIGURE
    )


def _of(source: Source, found: list[Source]) -> Attribution:
    person = source.person
    if person is None:
        voices = [one for one in found if one.rank == 2 and one.person and one.attributed]
        person = voices[0].person if voices else None
    return Attribution(source.claimant, Found.SENTENCE, person, source)


def relayers(passage: Passage, found: list[Source]) -> list[str]:
    """The publications that a sentence names as passing something on."""
    relays = []
    for source in found:
        if not source.news:
            continue
        if source.attributed or _relays(passage, source):
            relays.append(source.claimant)
    return list(dict.fromkeys(relays))


def _relays(passage: Passage, source: Source) -> bool:
    begin = max(passage.start, source.start - _WINDOW)
    before = passage.of(Kind.RELAY_BEFORE, begin, source.start)
    if before and _reaches(passage, before[-1].end, source.start, 2):
        return True
    after = passage.of(Kind.RELAY_AFTER, source.end, min(passage.end, source.end + _WINDOW))
    return bool(after) and _reaches(passage, source.end, after[0].start, 4)
