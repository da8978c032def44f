"""Names that no register knows, in scripts with spaces and without capital letters: Arabic.

A noun or a title tells where such a name begins, a word that the language file knows where it ends.
"""

import re
from itertools import pairwise

from casualty_ledger.extract.claimants.source import BODIES, OUTLET, PERSON, Source
from casualty_ledger.extract.claimants.speaking import is_attributed
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_WORD = re.compile(r" ([^\W\d_][^\W_]+)(?=([ ,.:\n]|$))")
_LONGEST = 4  # words of the name of a body or a medium
_PERSON = 3  # words of the name of a person
_FULL = 2  # words of a name after "according to", before what its bearer is
_LEAST = 4  # letters of a name that stands alone
_OFFICE = 5  # words of the office after "spokesman for"
_SUBJECT = 4  # words of the name between a verb of saying and "that"
_ASIDE = 90  # characters of what is told of a name before "that"
_HEARERS = 4  # words of whom it is said to, before "that"
_ENDING = (
    Kind.THAT, Kind.SAYS, Kind.SAID_BY, Kind.PLACE_BEFORE, Kind.OTHER_BEFORE, Kind.AGENT_BEFORE,
    Kind.RELATIVE, Kind.BARRIER, Kind.EVENT, Kind.PEOPLE, Kind.STATUS, Kind.COUNTRY, Kind.ORGAN,
    Kind.TITLE, Kind.ACTOR, Kind.SPEAKER, Kind.PUBLISHER, Kind.OUTLET, Kind.GROUP, Kind.MONTH,
    Kind.WEEKDAY, Kind.DAY, Kind.SCOPE, Kind.REPORT, Kind.BACKWARD, Kind.RELAY_BEFORE,
    Kind.RELAY_AFTER, Kind.SAID_BY_AFTER,
    Kind.MASK, Kind.AMOUNT, Kind.PRONOUN,
)  # fmt: skip
_HOLDING = (Kind.GROUP, Kind.ORGAN, Kind.PEOPLE, Kind.COUNTRY, Kind.FIGHTER)
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


def names_of_titles(passage: Passage) -> list[tuple[int, int]]:
    """Where the full names of those who have a title stand: "أعلن الرئيس موسى كايتا مقتل"."""
    if not passage.pack.verb_first or passage.pack.matching != "words":
        return []
    runs = [(one.end, _name_end(passage, one.end, _PERSON)) for one in passage.of(Kind.TITLE)]
    return [(start + 1, end) for start, end in runs if passage.text.count(" ", start, end) >= _FULL]


def _persons(passage: Passage, original: str) -> list[Source]:
    """People after a title or after "according to"; after a verb alone, those known by name."""
    found = [
        _person(title.start, begin, end, original)
        for title in passage.of(Kind.TITLE)
        for begin in [_past_office(passage, title)]
        for end in [_name_end(passage, begin, _SUBJECT if begin > title.end else _PERSON)]
        if end > begin and is_attributed(passage, title.start, end)
    ]
    found += _subjects(passage, original)
    for cited in passage.of(Kind.SAID_BY):
        end = _name_end(passage, cited.end, _PERSON)
        full = passage.text.count(" ", cited.end, end) >= _FULL
        if full and passage.text[end : end + 1] == "," and _is_described(passage, end):
            found.append(_person(cited.end + 1, cited.end, end, original))
    return [*found, *_known_by_name(passage, original)]


def _past_office(passage: Passage, title: Mark) -> int:
    """Where a title ends, with the office that one of several words leads up to.

    "المتحدث باسم العمليات العسكرية موسى كايتا": a word with an article begins no name.
    """
    articles = passage.pack.articles
    if " " not in passage.text[title.start : title.end] or not articles:
        return title.end
    end = title.end
    for _ in range(_OFFICE):
        word = _WORD.match(passage.text, end, passage.end)
        if word is None:
            break
        held = any(passage.marks.touching(kind, *word.span(1)) for kind in _HOLDING)
        if not held and not passage.text.startswith(articles, end + 1):
            break
        end = word.end(1)
    return end


def _subjects(passage: Passage, original: str) -> list[Source]:
    """Full names between a verb of saying, or "had", and what is said: "وقال موسى كايتا إن"."""
    found = []
    for verb in passage.of(Kind.SAYS):
        end = _name_end(passage, verb.end, _SUBJECT)
        full = passage.text.count(" ", verb.end, end) >= _FULL
        if full and _leads_to_that(passage, end):
            found.append(_person(verb.end + 1, verb.end, end, original))
    auxiliary = passage.of(Kind.AUXILIARY)
    for had, other in pairwise(auxiliary):  # "كان موسى كايتا قد صرح بأن"
        end = min(_name_end(passage, had.end, _SUBJECT + 1), other.start - 1)
        said = passage.of(Kind.SAYS, end, min(passage.end, end + _ASIDE))[:1]
        full = passage.text.count(" ", had.end, end) >= _FULL
        if full and said and passage.words(end, said[0].start) <= _FULL:
            found.append(_person(had.end + 1, had.end, end, original))
    return found


def _leads_to_that(passage: Passage, end: int) -> bool:
    """Whether "that" follows a name, after whom it is told to or what commas tell of the name."""
    for that in passage.of(Kind.THAT, end, min(passage.end, end + _ASIDE))[:1]:
        gap = (end, that.start)
        told = passage.text[end : end + 1] == "," or (
            passage.words(*gap) <= _HEARERS and not passage.has_comma(*gap)
        )
        return told and not passage.of(Kind.SAYS, *gap) and not passage.crossed(*gap)
    return False


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
