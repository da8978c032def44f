"""The sources of a sentence, each with the claimant for whom the text around it says it speaks."""

from dataclasses import replace

from casualty_ledger.extract.claimants.attribution import Attribution
from casualty_ledger.extract.claimants.capitals import capital_runs, is_full_name
from casualty_ledger.extract.claimants.differing import differing
from casualty_ledger.extract.claimants.opening import opening_body
from casualty_ledger.extract.claimants.source import (
    BODIES,
    COUNTERS,
    PERSON,
    PRESS,
    PRONOUN,
    REPORT,
    SOURCES,
    UNLISTED,
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
from casualty_ledger.extract.claimants.taking import without_takers
from casualty_ledger.extract.forces.elsewhere import is_elsewhere
from casualty_ledger.extract.marking.articles import past_genitive
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.text import Text, is_proper

_GROUP = "officials"
_STEM = 3  # letters
_NOUN = 5  # letters of a pronoun; longer ones are nouns: the group
_PREPOSED = 32  # characters before a name
_BETWEEN = 2  # spaces between a preposition and a name: "in the district X"


def speakers_of(document: Text, passage: Passage) -> list[Source]:
    """The sources of a sentence; a voice whose organisation was named before speaks for it."""
    found: list[Source] = []
    before: Source | None = None
    for source in _said_or_differing(document, passage):
        source = _of_unknown(document, passage, _nameless(document, source))
        known = _by_name(document, passage, _known(document, source, before))
        if known.role == PRONOUN and document.heard.said is None and before is None:
            known = opening_body(passage, document.original, known)
        found.append(known)
        if known.attributed and known.claimant and not known.news:
            before = known
    return without_takers(passage, found)


def _nameless(document: Text, source: Source) -> Source:
    """Nameless sources by the words for them in a text on a war of others: "hospital sources".

    The registers have one name for all whom nobody names; there it would hide who they are.
    """
    if source.role != SOURCES or source.claimant != offices().alone.get(SOURCES):
        return source
    if not is_elsewhere(document):
        return source
    return replace(source, claimant=document.original[source.start : source.end])


def _of_unknown(document: Text, passage: Passage, source: Source) -> Source:
    """An office with what it belongs to, where no list knows that: "the army of Abkhazia"."""
    nameless = not (source.claimant or source.person or source.bare) and source.role
    if not nameless or source.role in (PERSON, PRONOUN, REPORT) or passage.pack.capital_nouns:
        return source
    place = past_genitive(passage, source.end)
    if place is None or not document.original[place : place + 1].isupper():
        return source
    for start, end in capital_runs(passage, document.original):
        if start == place:
            return replace(source, end=end, claimant=document.original[source.start : end])
    return source


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
    if source.role == PERSON and document.original[source.end : source.end + 1] == ":":
        return replace(source, attributed=False) if _is_place(document, source) else source
    unknown = source.role == PERSON and not source.claimant and source.start == passage.start
    if unknown and is_proper(document, person):
        return replace(source, claimant=person)
    return source


def _is_place(document: Text, source: Source) -> bool:
    """Whether a name before a colon is elsewhere in the text where something happens.

    "Lower Kivu: 22 killed", and later "in the province of Lower Kivu".
    """
    text = document.folded.text
    name = text[source.start : source.end].split()[-1]
    stem = name[: max(_STEM, len(name) - 1)]
    place = text.find(stem, source.end)
    while place >= 0:
        line = text[max(0, place - _PREPOSED) : place]
        before = document.marks.of(Kind.PLACE_BEFORE, place - len(line), place)[-1:]
        if any(text.count(" ", one.end, place) <= _BETWEEN for one in before):
            return True
        place = text.find(stem, place + 1)
    return False


def _known(document: Text, source: Source, before: Source | None) -> Source:
    """A source with its claimant, asked of the text by what the source is.

    `before` is who speaks earlier in the same sentence: a pronoun stands for them.
    """
    if source.bare:
        return _without_state(document, source)
    if source.person is not None and not source.role and source.rank > VOICE:
        return _in_office(document, source)
    if source.role == UNLISTED:
        said = document.heard.said
        return source if said is None or not _is_plain(document, source) else _as(source, said)
    if source.role in (PRONOUN, REPORT) and before is not None and not source.claimant:
        return _standing_for(source, before)
    if source.role == REPORT and not source.claimant:
        known = document.heard.report or document.heard.said
        return source if known is None else _as(source, known)
    if source.role in (PRONOUN, PERSON) or source.state:
        found = _somebody(document, source)
        return found if found.claimant else _first_named(document, source, before)
    if source.role in (PRESS, COUNTERS):
        return replace(source, claimant=counter(document) or source.claimant)
    voice = _voice(document, source)
    if voice is not None:
        return voice
    if source.claimant or not source.role:
        return source
    return _office(document, source, before)


def _in_office(document: Text, source: Source) -> Source:
    """Somebody whom the registers know, in the office of that state that the text gave them first.

    "Defence Minister Shoigu said ... Shoigu added": the minister still speaks.
    """
    known = document.heard.people.known(source.person or "")
    countries = document.names.countries
    state = countries.get(source.claimant)
    if known is None or state is None or countries.get(known.claimant or "") != state:
        return source
    return replace(source, claimant=known.claimant or source.claimant)


def _is_plain(document: Text, source: Source) -> bool:
    """Whether words may stand for who spoke before: no name is in them, or "this" opens them."""
    printed = source.claimant
    return printed.islower() or printed.lower().startswith(document.pack.same or "\n")


def _without_state(document: Text, source: Source) -> Source:
    """An office by its plain noun: the one named before, unless the text names the state of it.

    "The Ministry of Defence" is that of the country in which it is written, where that is told of.
    In a text on a war of others it is theirs, and printed.
    """
    state = document.names.countries.get(source.claimant)
    states = document.marks.of(Kind.COUNTRY, 0, len(document.folded.text))
    elsewhere = is_elsewhere(document)
    if any(mark.code == state for mark in states) and not elsewhere:
        return source
    printed = document.original[source.start : source.end] if elsewhere else source.claimant
    return replace(source, claimant=named_before(document, source.bare) or printed)


def _somebody(document: Text, source: Source) -> Source:
    """A pronoun, a person or a state alone: whom the text named or heard before."""
    heard = document.heard
    opened = heard.subject if source.role == PRONOUN else None
    found = heard.people.resolve(source, opened or heard.said, document.names)
    if not found.state or found.claimant in document.names.actors:
        return found
    office = of_state(document, found.state)
    return found if office is None else replace(found, claimant=office)


def _first_named(document: Text, source: Source, before: Source | None) -> Source:
    """An office that may stand for who spoke before, where nobody did: "the defence minister"."""
    offices = document.marks.of(Kind.ORGAN, source.start, source.end)
    if source.role != PRONOUN or not offices or offices[-1].end != source.end:
        return _as_printed(document, source)
    return _office(document, replace(source, role=offices[-1].code), before)


def _as_printed(document: Text, source: Source) -> Source:
    """A noun that stands for a body of which nobody was heard, as printed: "the group said"."""
    noun = document.original[source.start : source.end]
    alone = source.role == PRONOUN and document.heard.said is None and len(noun) > _NOUN
    return replace(source, claimant=noun) if alone else source


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
    if source.role.endswith(_GROUP) and is_full_name(source.person or ""):
        return replace(source, claimant=source.person or "")  # of a group only the nameless
    spoken = before.claimant if before is not None else None
    beside = offices().actor([document.names.countries.get(spoken or "", "")], source.role)
    if beside is not None and source.role.endswith(_GROUP):
        return replace(source, claimant=beside)
    if before is not None and before.rank > 1 and before.role != BODIES:
        return _standing_for(source, before)
    claimant = named_elsewhere(document, source.role) or usual(document, source.role)
    alone = source.attributed and _is_another(document, source)
    printed = document.original[source.start : source.end] if alone else ""
    named = (source.person or "") if source.attributed else ""
    return replace(source, claimant=claimant or (printed and source.person) or printed or named)


def _is_another(document: Text, source: Source) -> bool:
    """Whether an office that no state is named with stands for nobody who spoke before.

    After rebels, "the army" is another; after the intelligence service of Seoul, "the military"
    may still be a part of it. Nor are plain "officials" or "officers" told apart, but for those
    who open a sentence.
    """
    said = document.heard.said
    if said is None:
        return True
    stateless = not document.names.countries.get(said.claimant or "")
    printed = document.original[source.start : source.end]
    plain = source.role.endswith(_GROUP) and " " not in printed and printed[0].islower()
    return source.rank > VOICE and stateless and not plain


def _standing_for(source: Source, other: Source) -> Source:
    return replace(source, claimant=other.claimant, person=other.person)
