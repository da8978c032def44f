"""Names that no register knows, in scripts with spaces and without capital letters: Arabic.

A noun or a title tells where such a name begins, a word that the language file knows where it ends.
"""

import re

from casualty_ledger.extract.claimants.source import BODIES, OUTLET, PERSON, Source
from casualty_ledger.extract.claimants.speaking import is_attributed
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_WORD = re.compile(r" ([^\W\d_][^\W_]+)(?=([ ,.:\n]|$))")
_LONGEST = 4  # words of the name of a body or a medium
_PERSON = 3  # words of the name of a person
_FULL = 2  # words of a name after "according to", before what its bearer is
_LEAST = 4  # letters of a name that stands alone
_ENDING = (
    Kind.THAT, Kind.SAYS, Kind.SAID_BY, Kind.PLACE_BEFORE, Kind.OTHER_BEFORE, Kind.AGENT_BEFORE,
    Kind.RELATIVE, Kind.BARRIER, Kind.EVENT, Kind.PEOPLE, Kind.STATUS, Kind.COUNTRY, Kind.ORGAN,
    Kind.TITLE, Kind.ACTOR, Kind.SPEAKER, Kind.PUBLISHER, Kind.OUTLET, Kind.GROUP, Kind.MONTH,
    Kind.WEEKDAY, Kind.DAY, Kind.SCOPE, Kind.REPORT, Kind.BACKWARD, Kind.RELAY_BEFORE,
    Kind.RELAY_AFTER, Kind.SAID_BY_AFTER,
    Kind.MASK, Kind.AMOUNT, Kind.PRONOUN,
)  # fmt: skip
_NAMED = (Kind.ACTOR, Kind.SPEAKER, Kind.PUBLISHER, Kind.ORGAN)


def unmarked_names(passage: Passage, kept: list[Source], original: str) -> list[Source]:
    """Whoever speaks under a name without capitals, beside a noun or a title that leads up to it.

    "قالت جبهة تحرير ماسينا إن", "وقال العقيد موسى كايتا إن", "بحسب موسى كايتا، رئيس البلدية".
    """
    if not passage.pack.verb_first or passage.pack.matching != "words":
        return []
    found: list[Source] = []
    for one in (*_bodies(passage, original), *_persons(passage, original)):
        if not any(one.start < other.end and other.start < one.end for other in (*kept, *found)):
            found.append(one)
    return found


def _bodies(passage: Passage, original: str) -> list[Source]:
    """Bodies with the noun that begins their name, media without the noun before theirs."""
    found = []
    for kind, role in ((Kind.GROUP, BODIES), (Kind.OUTLET, OUTLET)):
        for noun in passage.of(kind):
            if _is_plain(passage, noun):
                continue
            end = _name_end(passage, noun.end, _LONGEST)
            known = any(passage.of(one, noun.start, end) for one in _NAMED)
            if end == noun.end or known or not is_attributed(passage, noun.start, end):
                continue
            printed = original[noun.start if role == BODIES else noun.end : end].strip()
            found.append(Source(noun.start, end, printed, 3, True, role=role))
    return found


def _is_plain(passage: Passage, noun: Mark) -> bool:
    """Whether a noun with an article has no adjective with one: "the movement", not its name."""
    articles = passage.pack.articles
    definite = any(passage.text.endswith(one, passage.start, noun.start) for one in articles)
    return definite and not passage.text.startswith(articles, noun.end + 1)


def _persons(passage: Passage, original: str) -> list[Source]:
    """People after a title or after "according to"; after a verb alone, those known by name."""
    found = [
        _person(title.start, title.end, end, original)
        for title in passage.of(Kind.TITLE)
        for end in [_name_end(passage, title.end, _PERSON)]
        if end > title.end and is_attributed(passage, title.start, end)
    ]
    for cited in passage.of(Kind.SAID_BY):
        end = _name_end(passage, cited.end, _PERSON)
        full = passage.text.count(" ", cited.end, end) >= _FULL
        if full and passage.text[end : end + 1] == "," and _is_described(passage, end):
            found.append(_person(cited.end + 1, cited.end, end, original))
    return [*found, *_known_by_name(passage, original)]


def _known_by_name(passage: Passage, original: str) -> list[Source]:
    """A word after a verb of saying: who was named before with it, if anybody was."""
    found = []
    for verb in passage.of(Kind.SAYS):
        end = _name_end(passage, verb.end, 1)
        printed = original[verb.end : end].strip()
        if len(printed) >= _LEAST:
            found.append(Source(verb.end + 1, end, "", 3, True, person=printed, role=PERSON))
    return found


def _person(start: int, before: int, end: int, original: str) -> Source:
    printed = original[before:end].strip()
    return Source(start, end, printed, 3, True, person=printed, role=PERSON)


def _is_described(passage: Passage, end: int) -> bool:
    """Whether a title or an office follows a comma: it says what the bearer of a name is."""
    place = end + 2  # after the comma and a space
    return any(passage.marks.touching(kind, place, place + 1) for kind in (Kind.TITLE, Kind.ORGAN))


def _name_end(passage: Passage, start: int, longest: int) -> int:
    """Where the unknown words after a place end, at most so many; the place where there is none."""
    end = start
    for _ in range(longest):
        word = _WORD.match(passage.text, end, passage.end)
        if word is None or _is_known(passage, word.start(1), word.end(1)):
            break
        end = word.end(1)
    return end


def _is_known(passage: Passage, start: int, end: int) -> bool:
    """Whether a mark that no unknown name has begins in a word."""
    return any(passage.marks.touching(kind, start, end) for kind in _ENDING)
