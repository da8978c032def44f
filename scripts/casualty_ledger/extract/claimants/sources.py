"""Everybody in a sentence who may have given a figure, and who passed it on."""

from dataclasses import replace

from casualty_ledger.extract.claimants.armies import speaking_armies
from casualty_ledger.extract.claimants.asides import is_told_aside, only_relays
from casualty_ledger.extract.claimants.bodies import speaking_bodies
from casualty_ledger.extract.claimants.capitals import capital_runs
from casualty_ledger.extract.claimants.cited import cited, leading_names
from casualty_ledger.extract.claimants.fighters import speaking_fighters
from casualty_ledger.extract.claimants.headlines import is_of_two_sides
from casualty_ledger.extract.claimants.institutions import institutions, without_described
from casualty_ledger.extract.claimants.introduced import introduced
from casualty_ledger.extract.claimants.organs import offices_of
from casualty_ledger.extract.claimants.persons import unknown_persons, with_person
from casualty_ledger.extract.claimants.phrases import spoken_phrases, with_phrases
from casualty_ledger.extract.claimants.pronouns import pronouns, reports
from casualty_ledger.extract.claimants.registered import registered
from casualty_ledger.extract.claimants.source import (
    BODIES,
    HEAD_OF_STATE,
    PERSON,
    Source,
)
from casualty_ledger.extract.claimants.states import speaking_states
from casualty_ledger.extract.claimants.titled import marked, titled
from casualty_ledger.extract.claimants.unlisted import with_unlisted
from casualty_ledger.extract.claimants.unmarked import names_of_titles, unmarked_names
from casualty_ledger.extract.claimants.verbs import reaches
from casualty_ledger.extract.claimants.workplaces import with_workplaces
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import COMMAS, Passage
from casualty_ledger.extract.names import Names

_WINDOW = 48  # characters to look for a verb of saying
_NAMING = frozenset(
    (
        Kind.ORGAN, Kind.SPEAKER, Kind.ACTOR, Kind.PUBLISHER, Kind.COUNTRY, Kind.PRONOUN,
        Kind.REPORT, Kind.SAYS, Kind.SAID_BY, Kind.SAID_BY_AFTER, Kind.FIGHTER,
        Kind.GIVING,
    )
)  # fmt: skip


def sources(passage: Passage, names: Names, original: str) -> list[Source]:
    """Everybody in a sentence who may have given a figure, in order of place.

    `original` is the text with its capitals, at the same offsets; the folded text where there is
    none, and then no names of people are found.
    """
    colon = ":" in passage.text[passage.start : passage.end]
    if _NAMING.isdisjoint(passage.own()) and not colon:
        return []
    found = [
        *offices_of(passage, names, original),
        *registered(passage, names),
        *speaking_states(passage, original),
        *speaking_armies(passage, original),
        *speaking_fighters(passage, original),
        *pronouns(passage, original),
        *reports(passage),
    ]
    found = with_phrases(found, spoken_phrases(passage, original))
    named = introduced(passage, original)
    named += [one for one in speaking_bodies(passage, original, found) if not _overlaps(one, named)]
    found = [*named, *(one for one in found if not _overlaps(one, named))]
    known = [one for one in found if one.claimant]
    found = [*known, *(one for one in found if not one.claimant and not _overlaps(one, known))]
    telling = (Kind.SAYS, Kind.SAID_BY, Kind.SAID_BY_AFTER, Kind.GIVING)
    speaks = bool(found) or any(passage.of(kind) for kind in telling)
    runs = capital_runs(passage, original) if speaks else []
    people = [run for run in runs if " " in original[run[0] : run[1]]]
    people += names_of_titles(passage)
    kept: list[Source] = []
    for source in sorted(
        found,
        key=lambda one: (one.start, -one.end, not one.claimant, -one.rank, one.news, one.claimant),
    ):
        if kept and source.start < kept[-1].end:
            continue
        kept.append(with_person(passage, source, people, original))
    leading = leading_names(passage, kept, original)
    kept = [one for one in kept if not leading or one.start >= leading[0].end]
    alone = [
        run for run in runs if not any(run[0] < one.end and one.start < run[1] for one in kept)
    ]
    bodies = institutions(passage, alone, original)
    kept = without_described(passage, kept, bodies)
    alone = [
        run for run in alone if not any(run[0] < one.end and one.start < run[1] for one in bodies)
    ]
    persons = [
        *bodies,
        *unknown_persons(passage, alone, original),
        *cited(passage, alone, original),
        *titled(passage, kept, original),
        *marked(passage, kept, original),
        *unmarked_names(passage, kept, original),
        *leading,
    ]
    every = [*kept, *persons]
    told = [
        one
        for one in every
        if not (
            is_told_aside(passage, one.end)
            or only_relays(passage, one, every)
            or is_of_two_sides(passage, one, original)
        )
    ]
    told = with_unlisted(passage, with_workplaces(passage, told, original), original)
    return _merge_voices(passage, sorted(told, key=lambda one: one.start))


def _overlaps(source: Source, others: list[Source]) -> bool:
    return any(source.start < one.end and one.start < source.end for one in others)


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
                claimant=_held_by(last, source),
                attributed=last.attributed or source.attributed,
            )
        else:
            merged.append(source)
    return merged


def _held_by(office: Source, other: Source) -> str:
    """Whose claim it is of an office and the name after it: of a head of state, the name's."""
    if other.role == BODIES and office.role == HEAD_OF_STATE:
        return other.claimant
    return office.claimant or other.claimant


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
    if before and reaches(passage, before[-1].end, source.start, 2):
        return True
    after = passage.of(Kind.RELAY_AFTER, source.end, min(passage.end, source.end + _WINDOW))
    return bool(after) and reaches(passage, source.end, after[0].start, 4)
