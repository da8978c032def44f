"""Everybody in a sentence who may have given a figure, and who passed it on."""

import re
from dataclasses import dataclass, replace

from casualty_ledger.extract.marks import Kind, Mark
from casualty_ledger.extract.names import Names
from casualty_ledger.extract.offices import offices
from casualty_ledger.extract.passage import COMMAS, STRONG, Passage

_SUBJECT_WITHIN = 24  # characters, for a title between a name and the mark of the subject
_WINDOW = 48  # characters to look for a verb of saying
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019\-\u2010-\u2012.][^\W\d_]+){0,4}")
_QUOTE = re.compile('[,:] ?["\u201c\u201e\u00ab\u201d]')  # a name before what it says
_ARMY = "military"
_LAWMAKER = "lawmaker"
PRESS = "press"  # media, journalists, experts: who they are a text seldom says
COUNTERS = "counters"  # outlets that count the dead together with one of the registers
_PRINTED = (PRESS, COUNTERS, "bodies")  # kept as printed where no table knows them
_RANKS = {_LAWMAKER: 2, PRESS: 1}
NAMELESS = (_LAWMAKER, "intelligence")  # whose state a text often leaves out
_SOURCES = "sources"
_GROUPS = ("officials", "intelligence")
_QUOTED = frozenset(",\"\u201d\u00bb\u201c\u2014-?!\u2019')")
PRONOUN = "pronoun"  # roles of sources whose claimant only the text before tells
PERSON = "person"
_SUBJECTS = "\u304c\uc774\uac00"  # が, 이, 가: mark the subject of any clause
_STATE_WITHIN = 3
_CITED_WITHIN = 3
_CLOSE = 2  # words
_PLACE = 8  # characters after a state
_LAST = 20  # characters of the last word
_ASIDE = 90  # characters
_APART = 3  # words between an office and the name of who holds it
_CITING = 6  # words
_OPENING = 3  # words
_ENDING = 24  # characters
_NAMING = frozenset(
    (
        Kind.ORGAN, Kind.SPEAKER, Kind.ACTOR, Kind.PUBLISHER, Kind.COUNTRY, Kind.PRONOUN,
        Kind.SAYS, Kind.SAID_BY,
    )
)  # fmt: skip


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
    state: str = ""  # the code of a state that is named without an office


def sources(passage: Passage, names: Names, original: str) -> list[Source]:
    """Everybody in a sentence who may have given a figure, in order of place.

    `original` is the text with its capitals, at the same offsets; the folded text where there is
    none, and then no names of people are found.
    """
    colon = ":" in passage.text[passage.start : passage.end]
    if _NAMING.isdisjoint(passage.own()) and not colon:
        return []
    found = [
        *_offices(passage, names, original),
        *_named(passage, names),
        *_states(passage, original),
        *_armies(passage),
        *_pronouns(passage),
    ]
    known = [one for one in found if one.claimant]
    found = [*known, *(one for one in found if not one.claimant and not _overlaps(one, known))]
    speaks = found or passage.of(Kind.SAYS) or passage.of(Kind.SAID_BY)
    runs = _people(passage, original) if speaks else []
    people = [run for run in runs if " " in original[run[0] : run[1]]]
    kept: list[Source] = []
    for source in sorted(
        found,
        key=lambda one: (one.start, -one.end, not one.claimant, -one.rank, one.news, one.claimant),
    ):
        if kept and source.start < kept[-1].end:
            continue
        kept.append(_with_person(passage, source, people, original))
    leading = _leading(passage, kept, original)
    kept = [one for one in kept if not leading or one.start >= leading[0].end]
    alone = [
        run for run in runs if not any(run[0] < one.end and one.start < run[1] for one in kept)
    ]
    persons = [
        *_persons(passage, alone, original),
        *_cited(passage, alone, original),
        *leading,
    ]
    return _merge_voices(passage, sorted([*kept, *persons], key=lambda one: one.start))


def _overlaps(source: Source, others: list[Source]) -> bool:
    return any(source.start < one.end and one.start < source.end for one in others)


def _place(source: Source) -> tuple[int, int, bool, int, bool, str]:
    """The order of sources: the longer, the known, the higher and no publication first."""
    rank, claimant = -source.rank, source.claimant
    return source.start, -source.end, not claimant, rank, source.news, claimant


def _offices(passage: Passage, names: Names, original: str) -> list[Source]:
    """An office with its country or countries: Seoul's spy agency."""
    found = []
    for organ in passage.of(Kind.ORGAN):
        actor, countries = _actor_of(passage, organ, names)
        start = min([organ.start, *(mark.start for mark in countries)])
        end = max([organ.end, *(mark.end for mark in countries)])
        if organ.code == _SOURCES and passage.of(Kind.ACTOR, start, end):
            continue  # "a source in the Ukrainian HUR": the service speaks
        attributed = _attributed(passage, start, end, near=organ.code == PRESS)
        role = organ.code
        if role in (PRESS, COUNTERS) and _counts_itself(passage, start, end):
            role, attributed = COUNTERS, True
        if actor is None and attributed and organ.code in _PRINTED:
            actor = original[start:end]
        if actor is None and countries and (attributed or organ.code in _GROUPS):
            actor = "" if organ.code == _ARMY else original[start:end]
        if actor is None and (organ.code in NAMELESS or (attributed and not countries)):
            actor = ""
        if organ.code == _ARMY and not attributed:
            continue  # an army that says nothing is a force, and no source
        if actor is not None and (actor or organ.code != _ARMY):
            rank = _RANKS.get(role, 3)
            found.append(Source(start, end, actor, rank, attributed, role=role))
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
    return _states_before(passage, organ) or _states_after(passage, organ)


def _states_before(passage: Passage, organ: Mark) -> list[Mark]:
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
    return before[-1:] if _is_chance(passage, before) else before


def _states_after(passage: Passage, organ: Mark) -> list[Mark]:
    if passage.pack.head_before:
        return []  # there the state comes first: 국방부는 북한이 is "the ministry: North Korea"
    after: list[Mark] = []
    edge = organ.end
    for mark in passage.of(Kind.COUNTRY, organ.end, min(passage.end, organ.end + 60)):
        near = passage.words(edge, mark.start) <= 4 and not passage.crossed(edge, mark.start)
        if organ.code == _ARMY and passage.words(organ.end, mark.start) > 1 and not after:
            break
        if not near or (after and not passage.joined(edge, mark.start)):
            break
        if not STRONG.isdisjoint(passage.text[edge : mark.start]):
            break  # "General Staff: the enemy lost"
        if not after and passage.has_comma(organ.end, mark.start):
            break
        if _says_between(passage, edge, mark.start):
            break
        after.append(mark)
        edge = mark.end
    return after[:1] if _is_chance(passage, after) else after


def _says_between(passage: Passage, start: int, end: int) -> bool:
    """Whether a verb of saying lies there that is no part of "estimates from"."""
    cited = passage.of(Kind.SAID_BY, start, end)
    return any(
        not any(one.start <= mark.start and mark.end <= one.end for one in cited)
        for mark in passage.of(Kind.SAYS, start, end)
    )


def _is_chance(passage: Passage, states: list[Mark]) -> bool:
    """Whether only commas stand between states: "in Kyiv, South Korea's agency said"."""
    if len(states) < 2 or passage.pack.head_before:
        return False
    gap = (states[0].end, states[-1].start)
    return passage.has_comma(*gap) and not passage.of(Kind.JOINER, *gap)


def _adjoins(passage: Passage, start: int, end: int) -> bool:
    between = passage.text[start:end]
    return COMMAS.isdisjoint(between) and not passage.of(Kind.SAYS, start, end)


def _pronouns(passage: Passage) -> list[Source]:
    """Who spoke last, where a pronoun stands beside a verb of saying: "said he"."""
    return [
        Source(mark.start, mark.end, "", 3, True, role=PRONOUN)
        for mark in passage.of(Kind.PRONOUN)
        if _attributed(passage, mark.start, mark.end, 1)
        or _precedes(passage, Kind.SAYS, mark.start)
        or _precedes(passage, Kind.SAID_BY, mark.start)
    ]


def _precedes(passage: Passage, kind: Kind, start: int) -> bool:
    """Whether a mark of a kind ends right before a place."""
    marks = passage.of(kind, max(passage.start, start - _WINDOW), start)
    return bool(marks) and passage.text[marks[-1].end : start] == " "


def _persons(passage: Passage, runs: list[tuple[int, int]], original: str) -> list[Source]:
    """People who speak and hold no office that is known; the text before may tell of whom.

    A name that no register knows counts after its verb ("said Holub") or with a title, for an
    outlet before its verb looks the same.
    """
    found = []
    for start, end in runs:
        last = _speaks_last(passage, start, end)
        said = _said_by(passage, start, end)
        closes = _says(passage, end) and passage.text[passage.start : start].rstrip()[-1:] == ","
        if not (last or said or (_says(passage, end) and not _second(passage, end))):
            continue
        begin = max(passage.start, start - _WINDOW)
        titles = passage.of(Kind.TITLE, begin, start)
        titled = bool(titles) and passage.words(titles[-1].end, start) <= 1
        printed = original[start:end]
        told = closes or (said and _said_by(passage, start, end, quoted=True))
        claimant = (
            printed if told or ((titled or _is_full_name(printed)) and " " in printed) else ""
        )
        found.append(Source(start, end, claimant, 3, True, person=printed, role=PERSON))
    return found


def _second(passage: Passage, end: int) -> bool:
    """Whether the verb after a name has its subject after it: "Im Netzwerk behauptete Trump, "."""
    if not passage.pack.capital_nouns:
        return False
    verbs = passage.of(Kind.SAYS, end, min(passage.end, end + _WINDOW))[:1]
    for verb in verbs:
        following = _WORD.match(passage.text, verb.end + 1, passage.end)
        if following is not None and passage.text[following.end() : following.end() + 1] == ",":
            return True
        for kind in (Kind.ORGAN, Kind.ACTOR, Kind.SPEAKER):
            for mark in passage.of(kind, verb.end, min(passage.end, verb.end + _WINDOW))[:1]:
                return passage.words(verb.end, mark.start) <= _APART
    return False


def _speaks_last(passage: Passage, start: int, end: int) -> bool:
    """Whether a name opens a sentence whose last word says that it speaks: "Lee, ... söyledi"."""
    if passage.words(passage.start, start) > _OPENING or passage.text[end : end + 1] != ",":
        return False
    return bool(passage.of(Kind.SAYS, max(end, passage.end - _LAST), passage.end))


def _is_full_name(printed: str) -> bool:
    """Whether two or three words with capitals, and no article, are more likely a person."""
    words = printed.split()
    return len(words) in (2, 3) and all(len(word) > 1 and word[1:].islower() for word in words)


def _cited(passage: Passage, runs: list[tuple[int, int]], original: str) -> list[Source]:
    """A name that no register knows, after "according to"; weaker than any that is known.

    Where every noun has a capital letter, a name has two words or capitals alone.
    """
    found = []
    for start, end in runs:
        printed = original[start:end]
        if " " not in printed and passage.pack.capital_nouns and not printed.isupper():
            continue
        begin = max(passage.start, start - _WINDOW)
        cited = passage.of(Kind.SAID_BY, begin, start)
        if cited and _reaches(passage, cited[-1].end, start, _CITED_WITHIN):
            between = passage.text[cited[-1].end : start]
            if COMMAS.isdisjoint(between) and not passage.of(Kind.COUNTRY, cited[-1].end, start):
                found.append(Source(start, end, original[start:end], 0, True, role=PERSON))
    return found


def _leading(passage: Passage, kept: list[Source], original: str) -> list[Source]:
    """A name before a colon that opens a line of a list: "The Economist: ..."."""
    colon = passage.text.find(":", passage.start, min(passage.end, passage.start + _WINDOW))
    if colon < 0 or any(one.start < colon and (one.rank > 1 or one.end >= colon) for one in kept):
        return []
    words = original[passage.start : colon].split()
    named = len(words) > 1 and all(word[:1].isupper() for word in words)
    if not named or any(
        passage.of(kind, passage.start, colon) for kind in (Kind.EVENT, Kind.PEOPLE, Kind.SCOPE)
    ):
        return []
    titles = passage.of(Kind.TITLE, passage.start, colon)
    printed = original[titles[-1].end if titles else passage.start : colon].strip()
    return [Source(passage.start, colon, printed, 3, True, role=PERSON)] if printed else []


def _says(passage: Passage, end: int) -> bool:
    """Whether a verb of saying stands right after a name."""
    verbs = passage.of(Kind.SAYS, end, min(passage.end, end + _WINDOW))
    return bool(verbs) and passage.text[end : verbs[0].start] in (" ", ", ")


def _said_by(passage: Passage, start: int, end: int, *, quoted: bool = False) -> bool:
    """Whether a verb of saying stands right before a name, and may precede its speaker.

    `quoted` asks that it follows what was said: "300 men, said Kyiv", not "Kyiv said Moscow".
    """
    verbs = passage.of(Kind.SAYS, max(passage.start, start - _WINDOW), start)
    if not verbs or passage.text[verbs[-1].end : start] != " ":
        return False
    if _has_subject(passage, verbs[-1].start):
        return False
    if passage.pack.capital_nouns and passage.text[end : end + 1] == ",":
        return True  # there the verb comes second: "Im Netzwerk behauptete Trump, ..."
    if quoted and not _follows_quoted(passage, verbs[-1].start):
        return False
    heard = passage.of(Kind.RELAY_BEFORE, verbs[-1].start, start)  # "told VOA"
    return not heard and _inverted(passage, verbs[-1])


def _has_subject(passage: Passage, start: int) -> bool:
    """Whether a known name stands right before a verb: it says so, and not who follows."""
    begin = max(passage.start, start - _WINDOW)
    return any(
        passage.text[mark.end : start] == " "
        for kind in (Kind.ACTOR, Kind.SPEAKER, Kind.ORGAN)
        for mark in passage.of(kind, begin, start)[-1:]
    )


def _follows_quoted(passage: Passage, start: int) -> bool:
    """Whether a verb may follow what was said, or stands first where verbs do."""
    before = passage.text[passage.start : start].rstrip()
    if passage.pack.verb_first:
        return True
    return bool(before) and before[-1] in _QUOTED


def _named(passage: Passage, names: Names) -> list[Source]:
    found = []
    for mark in passage.of(Kind.SPEAKER):
        attributed = _attributed(passage, mark.start, mark.end)
        person = passage.text[mark.start : mark.end]
        found.append(Source(mark.start, mark.end, mark.code, 3, attributed, person=person))
    for mark in _chosen(passage, names):
        mark = _with_others(passage, mark)
        published = mark.code in names.news
        counted = published and _counts_itself(passage, mark.start, mark.end)
        news = published and not counted
        attributed = counted or _attributed(passage, mark.start, mark.end)
        found.append(Source(mark.start, mark.end, mark.code, 3, attributed, news=news))
    for mark in passage.of(Kind.PUBLISHER):
        attributed = _attributed(passage, mark.start, mark.end)
        found.append(Source(mark.start, mark.end, mark.code, 3, attributed, news=True))
    return found


def _chosen(passage: Passage, names: Names) -> list[Mark]:
    """The actors of a sentence; of those that share a name, the one whose state stands near."""
    chosen: dict[tuple[int, int], Mark] = {}
    near = {mark.code for mark in passage.of(Kind.COUNTRY)}
    states = {mark.start: mark.code for mark in passage.of(Kind.COUNTRY)}
    speakers = {(mark.start, mark.end) for mark in passage.of(Kind.SPEAKER)}
    for mark in passage.of(Kind.ACTOR):
        place = (mark.start, mark.end)
        if place in speakers or (
            mark.start in states
            and offices().actor([states[mark.start]], "government") is not None
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


def _counts_itself(passage: Passage, start: int, end: int) -> bool:
    """Whether a publication is named as the one who counted: the BBC identified 3,000 dead.

    The word may precede it: "names that were verified by the BBC".
    """
    after = passage.of(Kind.COUNTING, end, min(passage.end, end + 2 * _WINDOW))
    if after and (not passage.crossed(end, after[0].start) or _ends(passage, after[-1])):
        return True
    before = passage.of(Kind.COUNTING, max(passage.start, start - _WINDOW), start)
    return bool(before) and not passage.crossed(before[-1].end, start)


def _ends(passage: Passage, verb: Mark) -> bool:
    """Whether a verb ends a sentence, where verbs may: "haben 30 Namen ermittelt"."""
    last = passage.pack.capital_nouns or passage.pack.event_side == "after"
    return last and passage.end - verb.end <= _STATE_WITHIN


def _with_others(passage: Passage, mark: Mark) -> Mark:
    """An actor of several states, of which it is named with one: US and South Korean officials."""
    before = _together(passage, mark)[:-1]
    after = _listed_after(passage, mark) if passage.pack.adjectives_after else []
    others = [one.code for one in (*before, *after)]
    joint = offices().with_others(others, mark.code) if others else None
    if joint is None:
        return mark
    start = before[0].start if before else mark.start
    end = after[-1].end if after else mark.end
    return Mark(start, end, mark.kind, joint)


def _states(passage: Passage, original: str) -> list[Source]:
    """A state or its capital that speaks: Seoul says."""
    found = []
    for mark in passage.of(Kind.COUNTRY):
        if not _state_speaks(passage, mark) or _describes_news(passage, mark):
            continue
        if _is_inside(passage, mark):
            continue
        if passage.of(Kind.PEOPLE, mark.start, mark.end) or _describes_people(passage, mark):
            continue
        after = passage.of(Kind.PLACE_AFTER, mark.end, min(passage.end, mark.end + _PLACE))[:1]
        cited = passage.marks.touching(Kind.SAID_BY_AFTER, mark.end, mark.end + 1)
        if after and not cited and not passage.text[mark.end : after[0].start].strip(" '"):
            continue  # a place: Rusya'ya, and not NATOによると
        together = [*_together(passage, mark), *_listed_after(passage, mark)]
        joint = offices().actor([one.code for one in together], "officials")
        if len(together) > 1 and joint is not None:
            found.append(Source(together[0].start, together[-1].end, joint, 1, True))
            continue
        actor = offices().actor([mark.code], "government")
        claimant = actor or original[mark.start : mark.end]
        found.append(Source(mark.start, mark.end, claimant, 1, True, state=mark.code))
    return found


def _armies(passage: Passage) -> list[Source]:
    """An army that is one word with its state, before a mark of who speaks: ウクライナ軍は."""
    if passage.pack.matching == "words":
        return []
    found = []
    for mark in passage.of(Kind.COUNTRY):
        actor = offices().actor([mark.code], _ARMY)
        opens = passage.words(passage.start, mark.start) <= _CLOSE
        end = _end_of_army(passage, mark) if actor is not None and opens else None
        if actor is not None and end is not None and _speaks_right_after(passage, end):
            found.append(Source(mark.start, end, actor, 3, True, role=_ARMY))
    return found


def _end_of_army(passage: Passage, state: Mark) -> int | None:
    """Where the noun for forces ends that is one word with a state, if it is."""
    end = min(passage.end, state.end + _PLACE)
    for kind in (Kind.PEOPLE, Kind.POPULATION):
        for noun in passage.of(kind, state.start, end):
            if noun.code.endswith("forces") and noun.start <= state.end <= noun.end:
                return noun.end
    return None


def _speaks_right_after(passage: Passage, end: int) -> bool:
    """Whether a verb of saying, or a mark of the subject of the last one, follows at once."""
    limit = min(passage.end, end + _PLACE)
    for kind in (Kind.SAYS, Kind.SAID_BY_AFTER, Kind.TOPIC):
        follows = passage.of(kind, end, limit)[:1]
        if follows and not passage.text[end : follows[0].start].strip(" " + _SUBJECTS):
            inner = passage.text[follows[0].start : follows[0].end] in _SUBJECTS
            says = passage.of(Kind.SAYS, max(end, passage.end - _ENDING), passage.end)
            return kind is not Kind.TOPIC or (bool(says) and not inner)
    return False


def _together(passage: Passage, mark: Mark) -> list[Mark]:
    """A state with those that are named right before it, joined by "and" or a comma."""
    together = [mark]
    begin = max(passage.start, mark.start - _WINDOW)
    for before in reversed(passage.of(Kind.COUNTRY, begin, mark.start)):
        gap = (before.end, together[0].start)
        if passage.text[slice(*gap)].strip() == "" or not passage.joined(*gap):
            break
        together.insert(0, before)
    return [mark] if _is_chance(passage, together) else together


def _is_inside(passage: Passage, mark: Mark) -> bool:
    """Whether a state is where something is, in a phrase that goes on: "the mission in Ukraine"."""
    if passage.pack.matching != "words":
        return False
    begin = max(passage.start, mark.start - _PLACE)
    before = passage.of(Kind.PLACE_BEFORE, begin, mark.start)[-1:]
    front = passage.text[passage.start : before[0].start].rstrip() if before else ""
    beside = bool(before) and passage.text[before[0].end : mark.start] == " "
    return beside and front[-1:].isalpha() and not passage.of(Kind.SAID_BY, begin, mark.start)


def _listed_after(passage: Passage, mark: Mark) -> list[Mark]:
    """The states that go on a list which a state opens: "of the US, South Korea and Ukraine"."""
    listed = [mark]
    for after in passage.of(Kind.COUNTRY, mark.end, min(passage.end, mark.end + 2 * _WINDOW)):
        gap = (listed[-1].end, after.start)
        linked = passage.has_comma(*gap) or bool(passage.of(Kind.JOINER, *gap))
        apart = (Kind.SAYS, Kind.EVENT, Kind.PEOPLE, Kind.PLACE_BEFORE)
        other = [kind for kind in apart if passage.of(kind, *gap)]
        if not linked or other or passage.words(*gap) > _STATE_WITHIN or passage.crossed(*gap):
            break
        listed.append(after)
    closed = bool(passage.of(Kind.JOINER, listed[0].end, listed[-1].start))
    return listed[1:] if closed or passage.pack.head_before else []


def _state_speaks(passage: Passage, mark: Mark) -> bool:
    """Whether a verb of saying goes with a state; an adverb may stand between."""
    opens = passage.pack.matching != "words" and passage.words(passage.start, mark.start) <= _CLOSE
    if opens and _speaks_right_after(passage, mark.end):
        return True
    return _attributed(passage, mark.start, mark.end, _STATE_WITHIN, near=True)


def _describes_people(passage: Passage, mark: Mark) -> bool:
    """Whether a state is only an adjective of people or of what happened: Russian losses."""
    if passage.pack.matching == "anywhere":
        return passage.marks.touching(Kind.PEOPLE, mark.end, mark.end + 1)
    opens = passage.words(passage.start, mark.start) <= _OPENING
    if opens and _precedes(passage, Kind.SAID_BY, mark.start):
        return False  # "according to Kyiv fell 300", not "an estimate of Russian losses"
    return passage.followed_by((Kind.PEOPLE, Kind.EVENT), mark.end)


def _describes_news(passage: Passage, mark: Mark) -> bool:
    """Whether a state only says where a publication comes from: the British BBC."""
    after = passage.of(Kind.PUBLISHER, mark.end, min(passage.end, mark.end + _WINDOW))
    if after and passage.words(mark.end, after[0].start) <= 3:
        between = (mark.end, after[0].start)
        return not passage.has_comma(between[0], between[1]) and not passage.of(Kind.SAYS, *between)
    before = passage.of(Kind.PUBLISHER, max(passage.start, mark.start - _WINDOW), mark.start)
    return bool(before) and passage.text[before[-1].end : mark.start] in (" ", "-")


def _attributed(
    passage: Passage, start: int, end: int, within: int = 5, *, near: bool = False
) -> bool:
    """Whether a verb of saying or a word such as "according to" goes with a name.

    `near` names what more often stands for something else than a speaker: a state.
    """
    near = near or within <= _CLOSE
    after = passage.of(Kind.SAYS, end, min(passage.end, end + _WINDOW))
    if (
        after
        and _reaches(passage, end, after[0].start, within)
        and (not near or not passage.has_comma(end, after[0].start))
    ):
        return True
    begin = max(passage.start, start - _WINDOW)
    if not near:
        before = passage.of(Kind.SAYS, begin, start)
        if (
            before
            and _reaches(passage, before[-1].end, start, 4)
            and _inverted(passage, before[-1])
        ):
            return True
    elif _said_by(passage, start, end, quoted=True):
        return True
    if _says_after_aside(passage, end) or (not near and _speaks_last(passage, start, end)):
        return True
    cited = passage.of(Kind.SAID_BY, begin, start)
    if (
        cited
        and _reaches(passage, cited[-1].end, start, 4)
        and not passage.has_comma(cited[-1].end, start)
        and not (near and passage.of(Kind.EVENT, cited[-1].end, start))
    ):
        return True
    by = passage.of(Kind.SAID_BY_AFTER, end, min(passage.end, end + _WINDOW))
    apart = near and bool(by) and passage.has_comma(end, by[0].start)
    if by and not apart and _reaches(passage, end, by[0].start, 2):
        return True
    if not near and _is_subject(passage, end):
        return True
    if _opens_and_ends(passage, start, end):
        return True
    return (
        _announces(passage, start, end, near)
        or _signs(passage, start, end)
        or (not near and _QUOTE.match(passage.text, end) is not None)
    )


def _says_after_aside(passage: Passage, end: int) -> bool:
    """Whether a verb of saying follows what commas tell of a name: "Lee, a member of ..., told"."""
    if passage.text[end : end + 1] != ",":
        return False
    closing = passage.text.find(",", end + 1, min(passage.end, end + _ASIDE))
    if closing < 0 or passage.crossed(end, closing):
        return False
    verbs = passage.of(Kind.SAYS, closing, min(passage.end, closing + _WINDOW))
    return bool(verbs) and passage.words(closing, verbs[0].start) <= _CLOSE


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
        others = [
            mark
            for kind in (Kind.COUNTRY, Kind.PEOPLE, Kind.SPEAKER)
            for mark in passage.of(kind, end, topic.start)
        ]
        if any(mark.end == topic.start for mark in others):
            continue  # the subject is another: 김정은을 만난 뒤 북한이
        if not passage.has_comma(end, topic.start):
            return bool(passage.of(Kind.SAYS, topic.end, passage.end))
    return False


def _opens_and_ends(passage: Passage, start: int, end: int) -> bool:
    """Whether a name and a comma open a sentence that a verb of saying ends: "Seul, ... dedi"."""
    opens = passage.words(passage.start, start) <= _OPENING
    if passage.pack.event_side != "after" or not opens or passage.text[end : end + 1] != ",":
        return False
    return bool(passage.of(Kind.SAYS, max(end, passage.end - _ENDING), passage.end))


def _inverted(passage: Passage, verb: Mark) -> bool:
    """Whether a verb of saying may precede its speaker: after a quotation, or first of all."""
    before = passage.text[passage.start : verb.start].rstrip()
    return (
        passage.pack.verb_first
        or not before
        or before[-1] in _QUOTED
        or before.count(" ") < _OPENING
    )


def _announces(passage: Passage, start: int, end: int, near: bool) -> bool:
    """A name that opens the sentence and is followed by a colon before any number."""
    opening = passage.text.rfind(";", passage.start, start)
    if passage.words(max(passage.start, opening + 1), start) > _OPENING:
        return False
    colon = passage.text.find(":", end, min(passage.end, end + _WINDOW))
    if near and start > passage.start and passage.words(end, max(end, colon)) > 0:
        return False  # "Pyongyang's plans do not end there: 6,000 more"
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
    Kind.STATUS, Kind.DAY, Kind.MASK,
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
    return runs


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
    person = original[start:end]
    if source.claimant and source.claimant == original[source.start : source.end]:
        source = replace(source, claimant=person)  # no register knows the office
    if source.end <= start:
        spoken = source.attributed or _attributed(passage, start, end)
        return replace(source, person=person, end=end, attributed=spoken)
    return replace(source, person=person, start=start)


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
            and last.claimant
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
                last,
                end=source.end,
                claimant=last.claimant or source.claimant,
                attributed=last.attributed or source.attributed,
            )
        else:
            merged.append(source)
    return merged


def _is_parent(passage: Passage, last: Source, source: Source) -> bool:
    """Whether an office is only that to which the one before it belongs."""
    between = passage.text[last.end : source.start]
    return (
        (last.rank, source.rank) == (3, 3)
        and PERSON not in (last.role, source.role)
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
