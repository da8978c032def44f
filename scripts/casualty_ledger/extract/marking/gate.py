"""Pass over what cannot hold a figure: whole texts first, then sentences.

The gate loses nothing that the reader would find. A text must name a party of the registers, an
actor or a population, or speak of a war, of soldiers or of others whom only forces have, and hold
a number; a number counts people only where its own sentence, or the text before it, speaks of
people or of what happened to them. So the first figure of a text stands in a sentence that has
both, and without one nothing else need be looked for.
"""

from functools import lru_cache

from casualty_ledger.extract.document import Meta
from casualty_ledger.extract.marking.forms import Form
from casualty_ledger.extract.marking.marks import Kind, Mark, Marks
from casualty_ledger.extract.marking.matching import Finder
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.pack import Pack
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.marking.sentences import LONGEST_SENTENCE, Stretch
from casualty_ledger.extract.names import Names
from casualty_ledger.numbers.lexicon import Lexicon
from casualty_ledger.numbers.presence import presence

_WATCHED = (Kind.ACTOR, Kind.SPEAKER, Kind.POPULATION)
_OPENS = (*_WATCHED, Kind.FIGHTER, Kind.WAR)
_MILITARY = frozenset(
    (
        "military", "general_staff", "joint_chiefs", "military_intelligence", "defence",
        "military_officials", "commander", "special_operations", "prisoners", "intelligence",
    )
)  # fmt: skip
_WAR_EVENTS = frozenset(
    ("killed", "losses", "casualties", "irrecoverable_losses", "captured", "portraits")
)
_TELLING = (Kind.ORGAN, Kind.ACTOR, Kind.SPEAKER, Kind.EVENT, Kind.PEOPLE, Kind.PLACE)
_STATE = 2  # letters of the id of a place that is a state
_ANYBODY = frozenset(("forces", "categories", "civilians"))
_FORCES = ("forces", "officers", "generals")
_SPEAKING_OF = (Kind.PEOPLE, Kind.EVENT, Kind.AMOUNT)


def watch(words: Pack, names: Names) -> Finder:
    """The finder of what makes a text worth reading."""
    return _finder(words, names, _OPENS)


def known_parties(words: Pack, names: Names) -> Finder:
    """The finder of the states, actors and people of the registers; soldiers may be anybody's."""
    return _finder(words, names, (Kind.ACTOR, Kind.SPEAKER))


def _finder(words: Pack, names: Names, kinds: tuple[Kind, ...]) -> Finder:
    states = watched(names)
    stated = [form for form in words.forms if form[1] in kinds or _is_state(form, states)]
    return Finder(
        words,
        [
            *((form, False) for form in stated),
            *((form, True) for form in names.forms if form[1] in kinds),
        ],
    )


def watched(names: Names) -> frozenset[str]:
    """The states whose forces the registers count, and those who usually count them."""
    parties = {party for party, _ in names.populations}
    return frozenset(parties | {offices().usual.get(party, party) for party in parties})


def _is_state(form: Form, states: frozenset[str]) -> bool:
    return form[1] is Kind.COUNTRY and form[2] in states


def is_worth_reading(finder: Finder, folded: str, original: str, words: Pack, meta: Meta) -> bool:
    """Whether a text names whose forces are counted, who counts them, soldiers, or a war."""
    if not words.stated or meta.subject is not None:
        return True
    return finder.finds(folded, original)


def people_or_events(words: Pack, names: Names) -> Finder:
    """The finder of what makes a sentence speak of people or of what happened to them."""
    forms = (*((form, False) for form in words.forms), *((form, True) for form in names.forms))
    return Finder(words, [(form, named) for form, named in forms if form[1] in _SPEAKING_OF])


def fighters(words: Pack, names: Names) -> Finder:
    """The finder of nouns for people of forces whom an article may count: a soldier, an officer."""
    forms = (*((form, False) for form in words.forms), *((form, True) for form in names.forms))
    return Finder(words, [(form, named) for form, named in forms if _is_of_forces(form)])


def few(words: Pack) -> Finder:
    """The finder of words for several people, whom they may count without a number."""
    return Finder(words, [(form, False) for form in words.forms if form[1] is Kind.FEW])


def _is_of_forces(form: Form) -> bool:
    return form[1] is Kind.PEOPLE and form[2] in _FORCES


def speaks_of_forces(marks: Marks, length: int, words: Pack) -> bool:
    """Whether a text has any word for forces or war: soldiers, a staff, losses, the dead.

    Without one the people in it are visitors or voters. A language file without nouns for fighters
    cannot tell.
    """
    if not _knows_fighters(words):
        return True
    if any(marks.touching(kind, 0, length) for kind in (Kind.FIGHTER, Kind.POPULATION)):
        return True
    return any(_of_war(mark) for kind in _TELLING for mark in marks.of(kind, 0, length))


def speaks_of_war(marks: Marks, length: int) -> bool:
    """Whether a text is about a war of anybody: a word for it, and another, an army or fighters."""
    war = len(marks.of(Kind.WAR, 0, length))
    if war != 1:
        return war > 1
    organs = (mark.code for mark in marks.of(Kind.ORGAN, 0, length))
    return marks.touching(Kind.FIGHTER, 0, length) or not _MILITARY.isdisjoint(organs)


@lru_cache(maxsize=128)
def _knows_fighters(words: Pack) -> bool:
    return any(form[1] is Kind.FIGHTER for form in words.forms)


def _of_war(mark: Mark) -> bool:
    if mark.kind is Kind.EVENT:
        return mark.code in _WAR_EVENTS
    if mark.kind is Kind.PEOPLE:
        return mark.code not in _ANYBODY
    if mark.kind is Kind.PLACE:
        return len(mark.code) > _STATE  # a region of the registers is one of the war
    roles = {mark.code} if mark.kind is Kind.ORGAN else offices().roles(mark.code)
    return not roles.isdisjoint(_MILITARY)


def may_hold_numbers(folded: str, lex: Lexicon) -> bool:
    """Whether any sentence of a text may hold a number."""
    if presence(lex)(folded):
        return True
    # A sentence is cut inside a word only where there is no space for so long.
    return not lex.glued and any(len(run) + 1 >= LONGEST_SENTENCE for run in folded.split(" "))


def numbered(folded: str, stretches: list[Stretch], lex: Lexicon) -> list[int]:
    """Which sentences may hold a number."""
    places = presence(lex).places(folded)
    count, passed = len(places), 0
    found: list[int] = []
    cut = False  # inside a word, of which a piece may be a number
    for index, (start, end) in enumerate(stretches):
        before, cut = cut, end - start >= LONGEST_SENTENCE
        while passed < count and places[passed] < start:
            passed += 1
        if before or cut or (passed < count and places[passed] < end):
            found.append(index)
    return found


def speaks_of_people(passage: Passage) -> bool:
    """Whether a sentence has a mark that makes it worth looking for numbers in it."""
    return any(passage.of(kind) for kind in _SPEAKING_OF)
