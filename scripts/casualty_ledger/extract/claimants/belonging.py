"""To which state an office belongs, and which actor it is with it."""

from casualty_ledger.extract.claimants.listed import is_chance, is_listed
from casualty_ledger.extract.claimants.source import ARMY
from casualty_ledger.extract.marking.articles import before_article
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.passage import COMMAS, STRONG, Passage
from casualty_ledger.extract.names import Names

_WINDOW = 48  # characters to look for a verb of saying
_EMBASSY = "embassy"
_TO_UNION = 3  # words between an ambassador and the United Nations
_CITING = 6  # words
_NAME = 48  # characters of a name
_ONE_BETWEEN = 2  # words, of which the second is the state or name


def actor_of(passage: Passage, organ: Mark, names: Names) -> tuple[str | None, list[Mark]]:
    """The actor that an office is, if the table knows it, and the states named with it."""
    table = offices()
    countries = _countries_of(passage, organ)
    if organ.code == _EMBASSY and countries and _is_to_union(passage, organ, countries):
        return table.actor([mark.code for mark in countries], "un_mission"), countries
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


def is_theme(passage: Passage, state: Mark, organ: Mark) -> bool:
    """Whether a state opens a sentence as the place of all it tells, and no other comes between."""
    if passage.pack.matching == "words" or state.start != passage.start:
        return False
    places = passage.of(Kind.PLACE_AFTER, state.end, max(state.end, organ.start))[:1]
    placed = state.end < organ.start and any(
        one.start == state.end and passage.marks.touching(Kind.TOPIC, one.start, one.end)
        for one in places
    )
    return placed and len(passage.of(Kind.COUNTRY, state.start, organ.start)) == 1


def _is_to_union(passage: Passage, organ: Mark, countries: list[Mark]) -> bool:
    """Whether words for a mission to the United Nations follow an ambassador with a state."""
    end = max([organ.end, *(mark.end for mark in countries)])
    following = passage.of(Kind.ORGAN, end, min(passage.end, end + _WINDOW))[:1]
    return any(one.code == "un_mission" and passage.words(end, one.start) <= 1 for one in following)


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
    return (
        _states_before(passage, organ)
        or _states_after(passage, organ)
        or _state_opening(passage, organ)
    )


def _state_opening(passage: Passage, organ: Mark) -> list[Mark]:
    """The state in which an office speaks that a sentence opens with: "In Seoul, officials say".

    Where particles follow names, such a theme holds for the sentence: ウクライナでは…, 政府は….
    """
    if passage.pack.matching != "words":
        return [one for one in passage.of(Kind.COUNTRY)[:1] if is_theme(passage, one, organ)]
    for mark in passage.of(Kind.COUNTRY, passage.start, organ.start)[:1]:
        placed = passage.of(Kind.PLACE_BEFORE, passage.start, mark.start)[-1:]
        opens = bool(placed) and passage.words(passage.start, mark.start) <= 1
        beside = passage.words(mark.end, organ.start) <= _ONE_BETWEEN
        told = any(passage.of(kind, mark.end, organ.start) for kind in (Kind.SAYS, Kind.COUNTRY))
        return [mark] if opens and beside and not told else []
    return []


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
        if not before and _is_where(passage, mark, edge):
            break
        before.insert(0, mark)
        edge = mark.start
    return before[-1:] if is_chance(passage, before) else before


def _is_where(passage: Passage, state: Mark, office: int) -> bool:
    """Whether a state before an office is where it speaks: "teilte in Baku das Ministerium mit"."""
    article = before_article(passage, office)
    placed = passage.of(Kind.PLACE_BEFORE, max(passage.start, state.start - _WINDOW), state.start)
    there = any(not passage.text[one.end : state.start].strip() for one in placed[-1:])
    return there and article < office and not passage.text[state.end : article].strip()


def _states_after(passage: Passage, organ: Mark) -> list[Mark]:
    if passage.pack.head_before:
        return []  # there the state comes first: 국방부는 북한이 is "the ministry: North Korea"
    after: list[Mark] = []
    edge = organ.end
    for mark in passage.of(Kind.COUNTRY, organ.end, min(passage.end, organ.end + 60)):
        near = passage.words(edge, mark.start) <= 4 and not passage.crossed(edge, mark.start)
        if any(one != organ for one in passage.of(Kind.ORGAN, mark.start, mark.end)):
            break  # "hnutí dnes Hizballáh": a body that is of a state
        if organ.code == ARMY and not after and not _owns(passage, organ.end, mark.start):
            break
        if not near or (after and not is_listed(passage, edge, mark.start)):
            break
        if not STRONG.isdisjoint(passage.text[edge : mark.start]):
            break  # "General Staff: the enemy lost"
        if not after and passage.has_comma(organ.end, mark.start):
            break
        if _says_between(passage, edge, mark.start):
            break
        if any(passage.of(kind, edge, mark.start) for kind in (Kind.THAT, Kind.SAID_BY_AFTER)):
            break  # "Yerel basına göre Nijer'de": where it happened
        after.append(mark)
        edge = mark.end
    return after[:1] if is_chance(passage, after) else after


def _owns(passage: Passage, start: int, end: int) -> bool:
    """Whether a state is right after an army, or one word on: "the army of Mali", not "in Mali"."""
    other = (Kind.PLACE_BEFORE, Kind.JOINER, Kind.EVENT)
    words = passage.words(start, end)
    return words <= 1 or (
        words <= _ONE_BETWEEN and not any(passage.of(kind, start, end) for kind in other)
    )


def _says_between(passage: Passage, start: int, end: int) -> bool:
    """Whether a verb of saying lies there that is no part of "estimates from"."""
    cited = passage.of(Kind.SAID_BY, start, end)
    return any(
        not any(one.start <= mark.start and mark.end <= one.end for one in cited)
        for mark in passage.of(Kind.SAYS, start, end)
    )


def _adjoins(passage: Passage, start: int, end: int) -> bool:
    between = passage.text[start:end]
    told = (Kind.SAYS, Kind.SAID_BY)  # "Russia, according to the General Staff"
    apart = COMMAS | STRONG  # "Mali: the army"
    if passage.pack.matching != "words" and passage.of(Kind.DAY_UNIT, start, end):
        return False  # 北京7月14日电 国防部
    return apart.isdisjoint(between) and not any(passage.of(kind, start, end) for kind in told)


def runs_another(passage: Passage, body: Mark) -> bool:
    """Whether a word such as "controlled by" makes a name only that of who runs an office.

    The name stands after the word, but before a verb that ends its clause.
    """
    begin, end = max(passage.start, body.start - _NAME), min(passage.end, body.end + _NAME)
    named_first = passage.pack.capital_nouns or passage.pack.event_side == "after"
    for mark in passage.of(Kind.CONTROLLED, begin, end):
        first = named_first or passage.text[mark.start] == "-"  # "the Hamas-run ministry"
        gap = (body.end, mark.start) if first else (mark.end, body.start)
        if gap[0] > gap[1] or passage.words(*gap) > _ONE_BETWEEN:
            continue
        if not any(passage.of(kind, *gap) for kind in (Kind.ORGAN, Kind.COUNTRY)):
            return True
    return False
