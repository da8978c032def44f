"""Whoever stands where only a speaker stands, though no list knows them: владелец шахты сообщил."""

import re
from collections.abc import Iterator
from dataclasses import replace

from casualty_ledger.extract.claimants.listening import past_listeners
from casualty_ledger.extract.claimants.source import PERSON, REPORT, UNLISTED, Source
from casualty_ledger.extract.claimants.verbs import follows_quoted
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_WORD = re.compile(r"(?<![^\W_])[^\W\d_][\w\u2019'.\-]*[^\W_]|(?<= )[«„\"][^»“”\"\n]{2,40}[»“”\"]")
_LONGEST = 7  # words
_LEAST = 4  # letters of the first word, which is no preposition
_DAY = 24  # characters from a verb to the day on which it was said
_LAST = 24  # characters of a word
_ENDING = (
    Kind.EVENT, Kind.SAYS, Kind.WEEKDAY, Kind.DAY, Kind.MONTH, Kind.RELATIVE, Kind.BARRIER,
    Kind.THAT, Kind.SCOPE, Kind.AMOUNT, Kind.RELAY_BEFORE, Kind.JOINER, Kind.NEGATION, Kind.STATUS,
    Kind.DYING, Kind.BACKWARD, Kind.ABOUT, Kind.TOLD,
)  # fmt: skip
_NOBODY = (
    Kind.PRONOUN, Kind.PLACE_BEFORE, Kind.OTHER_BEFORE, Kind.AGENT_BEFORE, Kind.REPORT, Kind.OWN,
    Kind.POSSESSIVE, Kind.AUXILIARY, Kind.ADDITION, Kind.NOT_PEOPLE, Kind.LISTENER, Kind.MASK,
    Kind.YEAR, Kind.YEAR_UNIT, Kind.MONTH_AGO, Kind.PLACE, Kind.GIVING,
)  # fmt: skip
_ENTITLING = (Kind.TITLE, Kind.ORGAN, Kind.PEOPLE, Kind.SAYS, Kind.SAID_BY, Kind.OUTLET)


def with_unlisted(passage: Passage, found: list[Source], original: str) -> list[Source]:
    """The sources of a sentence, and whoever no list knows in the place of what they hold."""
    others = _unlisted(passage, found, original)
    kept = [
        one
        for one in found
        if not any(one.start < two.end and two.start < one.end for two in others)
    ]
    return [*others, *kept]


def _unlisted(passage: Passage, found: list[Source], original: str) -> list[Source]:
    """The words in the place of a speaker, in a sentence in which nobody else says anything.

    "По словам владельца шахты", "Naczelnik okręgu podał, że padło 300 ludzi". Only where nouns have
    neither articles nor "of" before them.
    """
    pack = passage.pack
    if pack.matching != "words" or not pack.bare_genitives:
        return []
    if any(_speaks(passage, one, original) for one in found):
        return []
    for start in _places(passage):
        end = _end(passage, start)
        held = [one for one in found if one.start < end and start < one.end]
        if not _may_speak(passage, start, end) or any(one.news for one in held):
            continue
        known = [one for one in held if one.claimant and one.rank > 1 and one.role != PERSON]
        if known:
            return [replace(known[-1], attributed=True)]
        if not (_is_word(original[start:end]) and _follows_verb(passage, start)):
            return [Source(start, end, original[start:end], 3, True, role=UNLISTED)]
    return []


def _speaks(passage: Passage, source: Source, original: str) -> bool:
    """Whether somebody is known to speak; not a name of one word behind any other.

    "The head of the council of Farah said": the last word is no person.
    """
    if not source.attributed or source.news or source.role == REPORT:
        return False
    printed = original[source.start : source.end]
    if source.role != PERSON or " " in printed or source.start == passage.start:
        return True
    before = original[max(passage.start, source.start - _LAST) : source.start]
    word = before[:-1].rpartition(" ")[2]
    if before[-1:] != " " or len(word) < _LEAST or not word.isalpha() or not word.islower():
        return True
    place = source.start - 2
    return any(passage.marks.touching(kind, place, place + 1) for kind in _ENTITLING)


def _places(passage: Passage) -> Iterator[int]:
    """Where a speaker may begin: after "according to", after a verb, or at first."""
    for cited in passage.of(Kind.SAID_BY):
        if not passage.marks.touching(Kind.REPORT, cited.start, cited.start + 1):
            yield cited.end + 1
    for said in passage.of(Kind.BACKWARD):
        if passage.marks.touching(Kind.SAYS, said.start, said.end):
            yield _past_day(passage, said.end) + 1
    for verb in passage.of(Kind.SAYS):
        if follows_quoted(passage, verb.start):
            yield _past_day(passage, past_listeners(passage, verb.end)) + 1
    for report in passage.of(Kind.REPORT):
        if _is_cited(passage, report):
            yield report.end + 1
    if passage.of(Kind.SAYS):
        yield passage.start


def _is_cited(passage: Passage, report: Mark) -> bool:
    """Whether a preposition or "according to" stands before a paper: из отчёта, podle zprávy."""
    before = passage.text[max(passage.start, report.start - _LAST) : report.start]
    word = before[:-1].rpartition(" ")[2]
    if before[-1:] != " " or not word:
        return False
    return len(word) < _LEAST or passage.marks.touching(
        Kind.SAID_BY, report.start - 2, report.start - 1
    )


def _past_day(passage: Passage, end: int) -> int:
    """The end of the day right after a verb, with a preposition before it: řekl *ve středu* X."""
    limit = min(passage.end, end + _DAY)
    days = [one for kind in (Kind.WEEKDAY, Kind.DAY) for one in passage.of(kind, end, limit)]
    near = [one for one in days if len(passage.text[end : one.start].strip()) < _LEAST]
    return near[0].end if near else end


def _end(passage: Passage, start: int) -> int:
    """The end of the words from a place on that may name somebody; the place where none do."""
    end = last = start
    for place in range(_LONGEST):
        word = _WORD.match(passage.text, end + (place > 0), passage.end)
        if word is not None and _is_any(passage, word.start(), (Kind.SAID_BY,)):
            return start  # "podle armádního odhadu"
        if word is None or _is_any(passage, word.start(), _ENDING):
            break
        if place == 0 and (len(word.group()) < _LEAST or _is_any(passage, start, _NOBODY)):
            break
        end = word.end()
        last = end if len(word.group()) >= _LEAST else last
        if passage.text[end : end + 1] != " ":
            return end
    return last


def _may_speak(passage: Passage, start: int, end: int) -> bool:
    """Whether words are more than a state, and no first words of a sentence that say nothing."""
    state = passage.of(Kind.COUNTRY, start, end)[:1]
    if end <= start or (state and (state[0].start, state[0].end) == (start, end)):
        return False
    return start > passage.start or _is_subject(passage, end)


def _is_subject(passage: Passage, end: int) -> bool:
    """Whether a verb of saying follows the first words of a sentence, at once or past "it"."""
    told = passage.of(Kind.TOLD, end, min(passage.end, end + _LAST))[:1]
    after = told[0].end if told and told[0].start == end + 1 else end
    return passage.followed_by((Kind.SAYS,), after)


def _is_word(printed: str) -> bool:
    """Whether a phrase is one word without a capital letter."""
    return " " not in printed and printed[:1].islower()


def _follows_verb(passage: Passage, start: int) -> bool:
    """Whether a verb stands before a place; one word may be its adverb: uvedl později."""
    verbs = passage.of(Kind.SAYS, passage.start, start)[-1:]
    cited = passage.of(Kind.SAID_BY, passage.start, start)[-1:]
    return bool(verbs) and not (cited and cited[0].end > verbs[0].end)


def _is_any(passage: Passage, place: int, kinds: tuple[Kind, ...]) -> bool:
    """Whether a mark of one of some kinds lies on the beginning of a word."""
    return any(passage.marks.touching(kind, place, place + 1) for kind in kinds)
