"""States, their offices and their armies, where they say something."""

from casualty_ledger.extract.claimants.speaking import Source, counts_itself, is_attributed
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.passage import COMMAS, STRONG, Passage
from casualty_ledger.extract.names import Names

_WINDOW = 48  # characters to look for a verb of saying
_ARMY = "military"
_LAWMAKER = "lawmaker"
_EMBASSY = "embassy"
PRESS = "press"  # media, journalists, experts: who they are a text seldom says
COUNTERS = "counters"  # outlets that count the dead together with one of the registers
_BODIES = "bodies"
_PRINTED = (PRESS, COUNTERS, _BODIES)  # kept as printed where no table knows them
_RANKS = {_LAWMAKER: 2, PRESS: 1}
NAMELESS = (_LAWMAKER, "intelligence")  # whose state a text often leaves out
SOURCES = "sources"
_GROUPS = ("officials", "intelligence")
_SUBJECTS = "\u304c\uc774\uac00"  # が, 이, 가: mark the subject of any clause
_STATE_WITHIN = 4
_OPENING_MARKS = ("\u300a", "\u300c", "\u300e", "\u3008")
_CLOSE = 2  # words
_ARTICLE = 3  # letters
_TO_UNION = 3  # words between an ambassador and the United Nations
_BESIDE = 5  # words between the press and a verb of counting
_PLACE = 8  # characters after a state
_CITING = 6  # words
_OPENING = 3  # words
_ENDING = 24  # characters
_PARTICLE = 4  # characters: などによると


def offices_of(passage: Passage, names: Names, original: str) -> list[Source]:
    """An office with its country or countries: Seoul's spy agency."""
    found = []
    for organ in passage.of(Kind.ORGAN):
        actor, countries = _actor_of(passage, organ, names)
        start = min([organ.start, *(mark.start for mark in countries)])
        end = max([organ.end, *(mark.end for mark in countries)])
        if organ.code == SOURCES and passage.of(Kind.ACTOR, start, end):
            continue  # "a source in the Ukrainian HUR": the service speaks
        if organ.code == _BODIES and _names_people(passage, end):
            continue  # "Hezbollah fighters"
        topic = passage.of(Kind.TOPIC, end, min(passage.end, end + 1))
        attributed = is_attributed(passage, start, end, near=organ.code == PRESS and not topic)
        role = organ.code
        if role == COUNTERS or (role == PRESS and counts_itself(passage, start, end, _BESIDE)):
            role, attributed = COUNTERS, True
        if actor is None and attributed and organ.code in _PRINTED:
            actor = original[start:end]
        if actor is None and countries and (attributed or organ.code in _GROUPS):
            known = organ.code == _ARMY and offices().has(countries[0].code)
            actor = "" if known else original[start:end]
        if actor is None and (organ.code in NAMELESS or (attributed and not countries)):
            actor = ""
        if organ.code == _ARMY and not attributed:
            continue  # an army that says nothing is a force, and no source
        if actor is not None and (actor or organ.code != _ARMY or not countries):
            rank = _RANKS.get(role, 3)
            found.append(Source(start, end, actor, rank, attributed, role=role))
    return found


def _names_people(passage: Passage, end: int) -> bool:
    """Whether a noun for people follows a name at once: they are its people."""
    first = end if passage.pack.matching == "anywhere" else end + 1
    return passage.marks.touching(Kind.PEOPLE, first, first + 1)


def _actor_of(passage: Passage, organ: Mark, names: Names) -> tuple[str | None, list[Mark]]:
    """The actor that an office is, if the table knows it, and the states named with it."""
    table = offices()
    countries = _countries_of(passage, organ)
    union = _union_after(passage, organ, countries)
    if union is not None:
        others = [mark for mark in countries if mark.code != union.code]
        actor = table.actor([mark.code for mark in others], "un_mission")
        return actor, [*others, union]
    if not countries:
        return table.alone.get(organ.code) or _of_citing(passage, organ, names), []
    actor = table.actor([mark.code for mark in countries], organ.code)
    while actor is None and len(countries) > 1:
        countries = countries[1:]
        actor = table.actor([mark.code for mark in countries], organ.code)
    return actor, countries


def _union_after(passage: Passage, organ: Mark, countries: list[Mark]) -> Mark | None:
    """The United Nations, where an ambassador to them is named: Seoul's ambassador to the UN."""
    if organ.code != _EMBASSY or passage.pack.head_before:
        return None
    end = max([organ.end, *(mark.end for mark in countries)])
    for mark in passage.of(Kind.COUNTRY, organ.end, min(passage.end, end + _WINDOW)):
        near = passage.words(end, mark.start) <= _TO_UNION and not passage.has_comma(end, mark.end)
        if mark.code == "UN" and near:
            return mark
    return None


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


def speaking_states(passage: Passage, original: str) -> list[Source]:
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
        together = [*named_together(passage, mark), *listed_after(passage, mark)]
        joint = offices().actor([one.code for one in together], "officials")
        if len(together) > 1 and joint is not None:
            found.append(Source(together[0].start, together[-1].end, joint, 1, True))
            continue
        actor = offices().actor([mark.code], "government")
        claimant = actor or original[mark.start : mark.end]
        found.append(Source(mark.start, mark.end, claimant, 1, True, state=mark.code))
    return found


def speaking_armies(passage: Passage, original: str) -> list[Source]:
    """An army that is one word with its state, before a mark of who speaks: ウクライナ軍は.

    One of a state without any office in the table is printed.
    """
    if passage.pack.matching == "words":
        return []
    found = []
    for mark in passage.of(Kind.COUNTRY):
        opens = passage.words(passage.start, mark.start) <= _CLOSE
        end = _end_of_army(passage, mark) if opens else None
        if end is None or not _speaks_right_after(passage, end):
            continue
        printed = "" if offices().has(mark.code) else original[mark.start : end]
        actor = offices().actor([mark.code], _ARMY) or printed
        if actor:
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


def named_together(passage: Passage, mark: Mark) -> list[Mark]:
    """A state with those that are named right before it, joined by "and" or a comma."""
    together = [mark]
    begin = max(passage.start, mark.start - _WINDOW)
    for before in reversed(passage.of(Kind.COUNTRY, begin, mark.start)):
        gap = (before.end, together[0].start)
        if gap[1] < gap[0]:
            continue  # found twice
        if passage.text[slice(*gap)].strip() == "" or not _listed(passage, *gap):
            break
        together.insert(0, before)
    return [mark] if _is_chance(passage, together) else together


def _listed(passage: Passage, start: int, end: int) -> bool:
    """Whether only a joining word or a comma, and an article, lie between two states."""
    if passage.joined(start, end):
        return True
    joiners = passage.of(Kind.JOINER, start, end)
    first = joiners[0].end if joiners else start
    linked = bool(joiners) or passage.text[start:end].startswith(",")
    between = passage.text[first:end].strip(" ,'")
    return linked and between.isalpha() and len(between) <= _ARTICLE


def _is_inside(passage: Passage, mark: Mark) -> bool:
    """Whether a state is where something is, in a phrase that goes on: "the mission in Ukraine".

    So is the first word of a name in quotation marks.
    """
    if passage.pack.matching != "words":
        opened = passage.text[max(passage.start, mark.start - 1) : mark.start]
        return opened in _OPENING_MARKS and passage.text[mark.end : mark.end + 1].isalpha()
    begin = max(passage.start, mark.start - _PLACE)
    before = passage.of(Kind.PLACE_BEFORE, begin, mark.start)[-1:]
    front = passage.text[passage.start : before[0].start].rstrip() if before else ""
    beside = bool(before) and passage.text[before[0].end : mark.start] == " "
    return beside and front[-1:].isalpha() and not passage.of(Kind.SAID_BY, begin, mark.start)


def listed_after(passage: Passage, mark: Mark) -> list[Mark]:
    """The states that go on a list which a state opens: "of the US, South Korea and Ukraine"."""
    listed = [mark]
    for after in passage.of(Kind.COUNTRY, mark.end, min(passage.end, mark.end + 2 * _WINDOW)):
        gap = (listed[-1].end, after.start)
        if gap[1] < gap[0]:
            continue  # found twice
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
    pack = passage.pack
    if pack.head_before and not pack.objects_after and not _has_particle(passage, mark.end):
        return False
    return is_attributed(passage, mark.start, mark.end, _STATE_WITHIN, near=True)


def _has_particle(passage: Passage, end: int) -> bool:
    """Whether a mark of who speaks follows a state, where particles do: not 러시아 함정을 타고."""
    marks = passage.marks
    return (
        marks.touching(Kind.TOPIC, end, end + 1)
        or marks.touching(Kind.SAYS, end, end + 2)
        or marks.touching(Kind.SAID_BY_AFTER, end, end + _PARTICLE)
    )


def _describes_people(passage: Passage, mark: Mark) -> bool:
    """Whether a state is only an adjective of people or of what happened: Russian losses."""
    if passage.pack.matching == "anywhere":
        return passage.marks.touching(Kind.PEOPLE, mark.start, mark.end + 1)
    opens = passage.words(passage.start, mark.start) <= _OPENING
    cited = passage.of(Kind.SAID_BY, passage.start, mark.start)[-1:]
    if opens and cited and passage.words(cited[0].end, mark.start) <= _CLOSE:
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
