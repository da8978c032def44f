"""Who spoke before, where a pronoun or a paper stands for them beside a verb of saying."""

import re

from casualty_ledger.extract.claimants.source import (
    PRONOUN,
    REPORT,
    Source,
)
from casualty_ledger.extract.claimants.speaking import is_attributed
from casualty_ledger.extract.claimants.verbs import (
    precedes,
)
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_WINDOW = 48  # characters to look for a verb of saying
_NAMED = re.compile(r" (?:[^\W\d_]+ )?([^\W\d_])()")  # a name follows, or a word and a name
# what somebody holds, and a name of two words between commas: ", the Lebanese minister, Li Wei,"
_NAMED_AFTER = re.compile(
    r" (?:[^\W\d_'\u2019-]+[ '\u2019-]){0,5}[^\W\d_]+"
    r", ([^\W\d_])[^\W\d_]+ ([^\W\d_])[\w-]+(?=[,.:]|$)"
)
_BESIDE = 2  # words between a paper and a verb of saying
_HE = 5  # letters of a pronoun; longer ones are nouns: the spokesman
_OF_OFFICE = 2  # spaces: the spokesman of the army


def pronouns(passage: Passage, original: str) -> list[Source]:
    """Who spoke last, where a pronoun stands beside a verb of saying: "said he"."""
    return [
        Source(mark.start, mark.end, "", 3, True, role=PRONOUN)
        for mark in passage.of(Kind.PRONOUN)
        if not (_names_office(passage, mark) or _leads_to_name(passage, mark, original))
        and not _is_named(passage, mark)
        and (
            is_attributed(passage, mark.start, mark.end, 1)
            or (precedes(passage, Kind.SAYS, mark.start) and not _goes_on(passage, mark))
            or precedes(passage, Kind.SAID_BY, mark.start)
        )
    ]


def _goes_on(passage: Passage, pronoun: Mark) -> bool:
    """Whether those right before a verb of saying say what its pronoun did: "rebels said they"."""
    verb = passage.of(Kind.SAYS, max(passage.start, pronoun.start - _WINDOW), pronoun.start)[-1]
    before = passage.of(Kind.PEOPLE, max(passage.start, verb.start - _WINDOW), verb.start)[-1:]
    return bool(before) and not passage.text[before[0].end : verb.start].strip()


def _names_office(passage: Passage, mark: Mark) -> bool:
    """Whether a noun that may stand for a person is a part of an office: "the minister of ..."."""
    window = (mark.start, min(passage.end, mark.end + _WINDOW))
    for one in passage.of(Kind.ORGAN, *window):
        if mark.start <= one.start < mark.end < one.end:
            return True
        if one.start >= mark.end and mark.end - mark.start > _HE:
            gap = (mark.end, one.start)
            near = passage.words(*gap) <= _OF_OFFICE and not passage.has_comma(*gap)
            return near and not passage.of(Kind.SAYS, *gap) and not passage.of(Kind.SAID_BY, *gap)
    return False


def _is_named(passage: Passage, noun: Mark) -> bool:
    """Whether a known name stands right after a noun and says who it is: "the agency X said"."""
    name = (noun.end + 1, noun.end + 2)
    known = any(passage.marks.touching(kind, *name) for kind in (Kind.PUBLISHER, Kind.ACTOR))
    return known and noun.end - noun.start > _HE and passage.text[noun.end : name[0]] == " "


def _leads_to_name(passage: Passage, mark: Mark, original: str) -> bool:
    """Whether a title stands before the name of who has it, and not for one: Colonel X."""
    if not passage.marks.touching(Kind.TITLE, mark.start, mark.end):
        return False
    name = _NAMED.match(original, mark.end, passage.end)
    if name is None or not name.group(1).isupper():
        name = _NAMED_AFTER.match(original, mark.end, passage.end)
    if name is None or not (name.group(1) + name.group(2)).isupper():
        return False
    return not passage.of(Kind.SAYS, mark.end, name.end(1))


def reports(passage: Passage) -> list[Source]:
    """A paper beside a verb of saying, which stands for whoever gave it out: "the study says"."""
    return [
        Source(mark.start, mark.end, "", 3, True, role=REPORT)
        for mark in passage.of(Kind.REPORT)
        if is_attributed(passage, mark.start, mark.end, _BESIDE)
    ]
