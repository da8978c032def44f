"""The sources of a sentence, each with the claimant for whom the text around it says it speaks."""

from dataclasses import replace

from casualty_ledger.extract.claimants.attribution import Attribution
from casualty_ledger.extract.claimants.differing import differing
from casualty_ledger.extract.claimants.source import (
    BODIES,
    COUNTERS,
    PERSON,
    PRESS,
    PRONOUN,
    REPORT,
    VOICE,
    Source,
)
from casualty_ledger.extract.claimants.sources import sources
from casualty_ledger.extract.claimants.stateless import (
    counter,
    named_before,
    named_elsewhere,
    of_state,
    usual,
)
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.text import Text, is_proper

_GROUP = "officials"


def speakers_of(document: Text, passage: Passage) -> list[Source]:
    """The sources of a sentence; a voice whose organisation was named before speaks for it."""
    found: list[Source] = []
    before: Source | None = None
    for source in _said_or_differing(document, passage):
        known = _by_name(document, passage, _known(document, source, before))
        found.append(known)
        if known.attributed and known.claimant and not known.news:
            before = known
    return found


def _said_or_differing(document: Text, passage: Passage) -> list[Source]:
    """The sources of a sentence, and whose figures it says are others, where nobody speaks."""
    found = sources(passage, document.names, document.original)
    if any(one.attributed and one.claimant for one in found):
        return found
    others = differing(passage, document.names, document.original)
    apart = [
        one
        for one in found
        if not any(one.start < two.end and two.start < one.end for two in others)
    ]
    return sorted([*apart, *others], key=lambda one: one.start)


def _by_name(document: Text, passage: Passage, source: Source) -> Source:
    """A speaker who opens a sentence with one word, by this name where the text shows it is one."""
    person = source.person or ""
    unknown = source.role == PERSON and not source.claimant and source.start == passage.start
    if unknown and is_proper(document, person):
        return replace(source, claimant=person)
    return source


def _known(document: Text, source: Source, before: Source | None) -> Source:
    """A source with its claimant, asked of the text by what the source is.

    `before` is who speaks earlier in the same sentence: a pronoun stands for them.
    """
    if source.bare:
        return _without_state(document, source)
    if source.role in (PRONOUN, REPORT) and before is not None and not source.claimant:
        return _standing_for(source, before)
    if source.role == REPORT and not source.claimant:
        known = document.heard.report or document.heard.said
        return source if known is None else _as(source, known)
    if source.role in (PRONOUN, PERSON) or source.state:
        return _somebody(document, source)
    if source.role in (PRESS, COUNTERS):
        return replace(source, claimant=counter(document) or source.claimant)
    voice = _voice(document, source)
    if voice is not None:
        return voice
    if source.claimant or not source.role:
        return source
    return _office(document, source, before)


def _without_state(document: Text, source: Source) -> Source:
    """An office by its plain noun: the one named before, unless the text names the state of it.

    "The Ministry of Defence" is that of the country in which it is written, where that is told of.
    """
    state = document.names.countries.get(source.claimant)
    states = document.marks.of(Kind.COUNTRY, 0, len(document.folded.text))
    if any(mark.code == state for mark in states):
        return source
    return replace(source, claimant=named_before(document, source.bare) or source.claimant)


def _somebody(document: Text, source: Source) -> Source:
    """A pronoun, a person or a state alone: whom the text named or heard before."""
    heard = document.heard
    opened = heard.subject if source.role == PRONOUN else None
    found = heard.people.resolve(source, opened or heard.said, document.names)
    if not found.state or found.claimant in document.names.actors:
        return found
    office = of_state(document, found.state)
    return found if office is None else replace(found, claimant=office)


def _voice(document: Text, source: Source) -> Source | None:
    """An office without a name for which somebody spoke before."""
    known = document.heard.offices.get(source.role) if source.person is None else None
    if known is None or (source.rank != VOICE and source.claimant):
        return None
    return _as(source, known)


def _as(source: Source, known: Attribution) -> Source:
    return replace(source, claimant=known.claimant or source.claimant, person=known.person)


def _office(document: Text, source: Source, before: Source | None) -> Source:
    """An office that is named without its state.

    That of a state named before; else of who speaks before it in its sentence; else the one that
    the text names elsewhere, or such a text means; else who holds it: "the minister, John Smith".
    """
    held = named_before(document, source.role)
    if held is not None:
        return replace(source, claimant=held)
    spoken = before.claimant if before is not None else None
    beside = offices().actor([document.names.countries.get(spoken or "", "")], source.role)
    if beside is not None and source.role.endswith(_GROUP):
        return replace(source, claimant=beside)
    if before is not None and before.rank > 1 and before.role != BODIES:
        return _standing_for(source, before)
    claimant = named_elsewhere(document, source.role) or usual(document, source.role)
    alone = source.attributed and document.heard.said is None
    printed = document.original[source.start : source.end] if alone else ""
    named = (source.person or "") if source.attributed else ""
    return replace(source, claimant=claimant or (printed and source.person) or printed or named)


def _without(person: str | None, printed: str) -> str:
    """An office as printed, without the name of who holds it: "army spokesman"."""
    if not person or person not in printed:
        return printed
    before, _, after = printed.partition(person)
    return before.strip(" ,") or after.strip(" ,") or printed


def _standing_for(source: Source, other: Source) -> Source:
    return replace(source, claimant=other.claimant, person=other.person)
