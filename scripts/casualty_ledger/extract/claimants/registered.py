"""People, offices and publications of the registers, by their names."""

from casualty_ledger.extract.claimants.belonging import actor_of
from casualty_ledger.extract.claimants.held import speaks_as
from casualty_ledger.extract.claimants.listed import listed_after, named_together
from casualty_ledger.extract.claimants.source import (
    COUNTERS,
    NAMED,
    Source,
)
from casualty_ledger.extract.claimants.speaking import counts_itself, is_attributed
from casualty_ledger.extract.claimants.verbs import precedes
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.names import Names


def registered(passage: Passage, names: Names) -> list[Source]:
    """Every person, office and publication of the registers that a sentence names."""
    found = []
    for mark in passage.of(Kind.SPEAKER):
        said = passage.pack.verb_first and precedes(passage, Kind.SAYS, mark.start)
        if passage.followed_by((Kind.PEOPLE,), mark.end) and not said:
            continue  # "Putin's troops"
        attributed = is_attributed(passage, mark.start, mark.end)
        person = passage.text[mark.start : mark.end]
        actor = speaks_as(passage, mark, names)
        found.append(Source(mark.start, mark.end, actor, 3, attributed, person=person))
    organs = passage.of(Kind.ORGAN)
    bare = {(mark.start, mark.end): mark.code for mark in organs if mark.code not in NAMED}
    joint = any(mark.code == COUNTERS for mark in organs)
    for mark in _chosen(passage, names):
        mark = _with_others(passage, mark)
        published = mark.code in names.news
        counted = published and (joint or counts_itself(passage, mark.start, mark.end))
        news = published and not counted
        attributed = counted or is_attributed(passage, mark.start, mark.end)
        role = bare.get((mark.start, mark.end), "")
        found.append(Source(mark.start, mark.end, mark.code, 3, attributed, news=news, bare=role))
    for mark in passage.of(Kind.PUBLISHER):
        attributed = is_attributed(passage, mark.start, mark.end)
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
            and "-" not in passage.text[slice(*place)]  # US-Regierungsvertreter
        ):
            continue
        if _is_of_another(passage, mark, names):
            continue
        if place not in chosen or (
            names.countries.get(chosen[place].code) not in near
            and names.countries.get(mark.code) in near
        ):
            chosen[place] = mark
    return list(chosen.values())


def _is_of_another(passage: Passage, mark: Mark, names: Names) -> bool:
    """Whether the name of an actor is only what its office is called, and that of another state.

    In Korean the Ministry of National Defense is 국방부, in 독일 국방부 it is Germany's.
    """
    state = names.countries.get(mark.code)
    organs = [one for one in passage.of(Kind.ORGAN, mark.start, mark.end) if one.end == mark.end]
    if not state or not organs or organs[0].start != mark.start:
        return False
    _, states = actor_of(passage, organs[0], names)
    return bool(states) and all(one.code != state for one in states)


def _with_others(passage: Passage, mark: Mark) -> Mark:
    """An actor of several states, of which it is named with one: US and South Korean officials."""
    before = named_together(passage, mark)[:-1]
    after = [] if passage.pack.head_before else listed_after(passage, mark)
    others = [one.code for one in (*before, *after)]
    joint = offices().with_others(others, mark.code) if others else None
    if joint is None:
        return mark
    start = before[0].start if before else mark.start
    end = after[-1].end if after else mark.end
    return Mark(start, end, mark.kind, joint)
