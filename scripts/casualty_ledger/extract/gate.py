"""Pass over what cannot hold a figure: whole texts first, then sentences.

The gate loses nothing that the reader would find. A text must name a state that is watched, or an
actor or population of the registers, and hold a number; a number counts people only where its own
sentence, or the text before it, speaks of people or of what happened to them. So the first figure
of a text stands in a sentence that has both, and without one nothing else need be looked for.
"""

from casualty_ledger.extract.document import Meta
from casualty_ledger.extract.marks import Kind
from casualty_ledger.extract.matching import Finder
from casualty_ledger.extract.names import Names
from casualty_ledger.extract.offices import offices
from casualty_ledger.extract.pack import Pack
from casualty_ledger.extract.passage import Passage
from casualty_ledger.extract.sentences import LONGEST_SENTENCE, Stretch
from casualty_ledger.numbers.lexicon import Lexicon
from casualty_ledger.numbers.presence import presence

_WATCHED = (Kind.ACTOR, Kind.SPEAKER, Kind.POPULATION)
_SPEAKING_OF = (Kind.PEOPLE, Kind.EVENT)


def watch(words: Pack, names: Names) -> Finder:
    """The finder of what makes a text worth reading."""
    watched = offices().watched
    return Finder(
        words,
        [
            *((form, False) for form in words.forms if _worth(form[1], form[2], watched)),
            *((form, True) for form in names.forms if form[1] in _WATCHED),
        ],
    )


def _worth(kind: Kind, code: str, watched: list[str]) -> bool:
    return kind in _WATCHED or (kind is Kind.COUNTRY and code in watched)


def is_worth_reading(finder: Finder, folded: str, original: str, words: Pack, meta: Meta) -> bool:
    """Whether a text names anybody whose forces are counted, or who counts them."""
    if not words.stated or meta.subject is not None:
        return True
    return finder.finds(folded, original)


def people_or_events(words: Pack, names: Names) -> Finder:
    """The finder of what makes a sentence speak of people or of what happened to them."""
    forms = (*((form, False) for form in words.forms), *((form, True) for form in names.forms))
    return Finder(words, [(form, named) for form, named in forms if form[1] in _SPEAKING_OF])


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
