"""Read every reported troop or casualty figure out of a text: the public entry of the package."""

from casualty_ledger.extract.candidate import Candidate
from casualty_ledger.extract.completing import complete
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.counting.kept import counts
from casualty_ledger.extract.counting.limits import limited
from casualty_ledger.extract.counting.people import counts_people, may_count_people
from casualty_ledger.extract.counting.persons import may_hold_persons, with_persons
from casualty_ledger.extract.counting.remains import of_bodies
from casualty_ledger.extract.counting.settling import settled
from casualty_ledger.extract.counting.several import with_several
from casualty_ledger.extract.document import Meta
from casualty_ledger.extract.draft import Draft
from casualty_ledger.extract.events.assigning import assign
from casualty_ledger.extract.events.series import carried_on
from casualty_ledger.extract.figures import figures
from casualty_ledger.extract.marking.gate import numbered
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.names import Names
from casualty_ledger.extract.remembering import catch_up
from casualty_ledger.extract.text import Text, is_of_war, opened
from casualty_ledger.numbers.folding import Folded, fold
from casualty_ledger.numbers.reader import read_folded
from casualty_ledger.numbers.reading import Reading


def extract(text: str, meta: Meta, names: Names) -> list[Candidate]:
    """Every figure of a text, in order; empty where it reports none.

    Pure: the same text, metadata and names give the same candidates, whatever ran before. A
    language whose file has no `[claims]` gives values and bounds alone, each with the lowest
    confidence. Raises UnknownLanguage where the language has no file.
    """
    document = opened(text, meta, names)
    if document is None:
        return []
    sees_people = document.finders.people.finds
    folded = document.folded.text
    found: list[Draft] = []
    for index in _worth_reading(document):
        start, end = document.stretches[index]
        sentence = folded[start:end]
        if document.pack.stated and document.event is None and not sees_people(sentence, sentence):
            continue
        found += _read(document, document.passage(index), index)
    if not found or not is_of_war(document):
        return []
    catch_up(document, len(document.stretches))
    complete(document, found)
    return [one.finished(meta.document, document.pack.language, text) for one in found]


def _worth_reading(document: Text) -> list[int]:
    """Which sentences may hold a number, or a word that counts one fighter or several."""
    folded, lex = document.folded.text, document.lex
    found = numbered(folded, document.stretches, lex)
    sees_fighters = document.finders.fighters.finds
    sees_few = document.finders.few.finds
    if not (lex.articles or sees_few(folded, folded)) or not sees_fighters(folded, folded):
        return found
    seen = set(found)
    for index, (start, end) in enumerate(document.stretches):
        sentence = folded[start:end]
        if index in seen or not sees_fighters(sentence, sentence):
            continue
        if may_hold_persons(sentence, lex) or sees_few(sentence, sentence):
            seen.add(index)
    return sorted(seen)


def _read(document: Text, passage: Passage, index: int) -> list[Draft]:
    """The figures of one sentence."""
    readings = _readings(document, passage)
    if not readings or not may_count_people(document, passage):
        return []
    found = _counts(document, passage, readings)
    if not found:
        return []
    cues = [
        of_bodies(passage, count) or settled(passage, count, cue)
        for count, cue in zip(found, assign(passage, found), strict=True)
    ]
    cues = carried_on(document, passage, found, cues, index)
    if not any(
        counts_people(document, passage, count, cue) for count, cue in zip(found, cues, strict=True)
    ):
        return []
    catch_up(document, index)
    return figures(document, passage, found, cues, index)


def _counts(document: Text, passage: Passage, readings: list[Reading]) -> list[Count]:
    found = counts(passage, readings, document.lex, document.original)
    passage.numbers = [(count.start, count.end) for count in found]
    passage.parties = None  # numbers may stand between a state and what it says
    for count in found:
        count.reading = limited(passage, count)
    return found


def _readings(document: Text, passage: Passage) -> list[Reading]:
    """The numbers of a sentence, at their places in the folded text."""
    text = passage.text[passage.start : passage.end]
    folded = Folded(text) if document.settled else fold(text)
    readings = read_folded(folded, document.lex, passage.start)
    if readings or may_hold_persons(text, document.lex):
        readings = with_persons(passage, readings, document.lex)
    if not document.finders.few.finds(text, text):
        return readings
    return with_several(passage, readings)
