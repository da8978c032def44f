"""Whether a name says something in its sentence: by a verb of saying, its place, a colon."""

import re

from casualty_ledger.extract.claimants.asides import closes_aside, opens_aside, says_after_aside
from casualty_ledger.extract.claimants.clauses import claims_deed, speaks_in_clause
from casualty_ledger.extract.claimants.given import is_given_by
from casualty_ledger.extract.claimants.inverted import says_first
from casualty_ledger.extract.claimants.listening import listens
from casualty_ledger.extract.claimants.source import BODIES
from casualty_ledger.extract.claimants.subjects import (
    ends_bracket,
    ends_clause,
    gives_last,
    is_oblique,
    is_subject,
    is_told_of,
    opens_and_ends,
    speaks_last,
)
from casualty_ledger.extract.claimants.verbs import (
    frames,
    has_object,
    has_subject,
    is_of_cited,
    precedes,
    reaches,
    says_of_own,
)
from casualty_ledger.extract.marking.articles import before_article
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import DASH, DASHES, Passage

_WINDOW = 48  # characters to look for a verb of saying
_QUOTE = re.compile('[,:] ?["\u201c\u201e\u00ab\u201d]')  # a name before what it says
_STATE_WITHIN = 3
_CLOSE = 2  # words
_CITED = 4  # words between "according to" and a name
_SECOND = 12  # words before the second verb of a name
_NEGATED = 8  # characters after a verb
_OPENING = 3  # words
_FAR = 99  # words
_WITH_ARTICLE = 2  # spaces
_HEADED = 2  # words between a name and its colon: "the minister John Smith:"
_PREPOSITIONS = (Kind.PLACE_BEFORE, Kind.OTHER_BEFORE, Kind.AGENT_BEFORE)
_HAPPENING = (Kind.EVENT, Kind.WAR, Kind.NOT_PEOPLE)
_ANNOUNCING = (Kind.SAYS, Kind.SAID_BY, Kind.SAID_BY_AFTER, Kind.TITLE, Kind.REPORT)


def is_attributed(
    passage: Passage, start: int, end: int, within: int = 5, *, near: bool = False
) -> bool:
    """Whether a verb of saying or a word such as "according to" goes with a name.

    `near` names what more often stands for something else than a speaker: a state.
    """
    near = near or within <= _CLOSE
    if closes_aside(passage, start, end) or listens(passage, start, end):
        return False
    if _is_of_loss(passage, start) and not says_of_own(passage, end):
        return False
    return (
        _says_beside(passage, end, within, near)
        or says_first(passage, start, end, near)
        or _says_second(passage, start, end)
        or says_after_aside(passage, end)
        or speaks_in_clause(passage, start, end)
        or claims_deed(passage, end)
        or _is_cited(passage, start, end, near)
        or is_given_by(passage, start)
        or opens_and_ends(passage, start, end, near)
        or _announces(passage, start, end, near)
        or _signs(passage, start, end)
        or (not near and _is_asked_first(passage, start))
        or (not near and _speaks_otherwise(passage, start, end))
    )


def _is_of_loss(passage: Passage, start: int) -> bool:
    """Whether a name is whose loss another tells: "hat die Verluste der Streitkräfte genannt"."""
    if not passage.pack.capital_nouns:
        return False
    article = before_article(passage, start)
    lost = passage.of(Kind.EVENT, max(passage.start, article - _WINDOW), article)[-1:]
    return article < start and bool(lost) and passage.text[lost[0].end : article] == " "


def _says_beside(passage: Passage, end: int, within: int, near: bool) -> bool:
    """Whether a verb of saying follows a name at once, or after so many words."""
    verbs = passage.of(Kind.SAYS, end, min(passage.end, end + _WINDOW))
    for verb in [one for one in verbs if not is_of_cited(passage, one)][:1]:
        apart = near and passage.has_comma(end, verb.start)
        said = reaches(passage, end, verb.start, within) and not apart
        if is_told_of(passage, end, verb.start) or _is_past_dash(passage, end, verb):
            return False
        if passage.marks.touching(Kind.OBJECT, end, end + 1):
            return False
        other = passage.has_comma(end, verb.start) and (
            has_object(passage, verb.end)
            or has_subject(passage, verb.start)
            or precedes(passage, Kind.TITLE, verb.start)
        )
        other = other or opens_aside(passage, end, verb) or _has_other_first(passage, end, verb)
        return said and not other and not _is_negated(passage, end, verb)
    return False


def _is_past_dash(passage: Passage, end: int, verb: Mark) -> bool:
    """Whether a dash parts a name from a verb that has its own subject after it.

    "50 men fell to the Front - said on Friday the army": as Slavic languages close what is said.
    A second dash closes an aside: "the media - among them the BBC - reported".
    """
    gap = passage.text[end : verb.start].rstrip()
    return (
        gap[-1:] in DASHES
        and gap[-2:-1] in ("", " ")
        and passage.pack.bare_genitives
        and passage.words(verb.end, passage.end) > 1
        and DASH.search(passage.text, passage.start, end) is None
    )


def _has_other_first(passage: Passage, end: int, verb: Mark) -> bool:
    """Whether a verb past a comma has its own subject after it, where verbs stand first.

    "Of the front, added the observatory, six men fell": in Arabic "that" follows the verb of a
    name before the comma.
    """
    if not passage.pack.verb_first or not passage.has_comma(end, verb.start):
        return False
    return not passage.marks.touching(Kind.THAT, verb.start, verb.end + 2)


def _is_cited(passage: Passage, start: int, end: int, near: bool) -> bool:
    """Whether words such as "according to" stand before a name, or such as 에 따르면 after it."""
    for cited in passage.of(Kind.SAID_BY, max(passage.start, start - _WINDOW), start)[-1:]:
        gap = (cited.end, _before_number(passage, start))
        far = passage.has_comma(*gap) or (near and bool(passage.of(Kind.EVENT, *gap)))
        if reaches(passage, *gap, _CITED) and not far:
            return True
    for cited in passage.of(Kind.SAID_BY_AFTER, end, min(passage.end, end + _WINDOW))[:1]:
        if not frames(passage, cited):
            return False
        gap = (end, cited.start)
        apart = near and passage.pack.matching == "words" and passage.words(*gap) > 1
        return (
            reaches(passage, *gap, _CLOSE) and not (near and passage.has_comma(*gap)) and not apart
        )
    return False


def _before_number(passage: Passage, start: int) -> int:
    """Where a name begins with how many of them speak: "according to two officials"."""
    return next((first for first, last in passage.numbers if start - 1 == last), start)


def _speaks_otherwise(passage: Passage, start: int, end: int) -> bool:
    """Whether a name speaks that is no state: at the end, as a subject, before a quotation."""
    return (
        speaks_last(passage, start, end)
        or gives_last(passage, start, end)
        or ends_clause(passage, start, end)
        or ends_bracket(passage, start, end)
        or is_subject(passage, end)
        or _QUOTE.match(passage.text, end) is not None
    )


def _is_asked_first(passage: Passage, start: int) -> bool:
    """Whether "for" opens a sentence before whose view it is: Per il CSIS i caduti sono 300.

    So it may open a part of one: "for Seoul 3,000; for Kyiv 4,000".
    """
    opening = passage.text.rfind(";", passage.start, start)
    begin = passage.start if opening < 0 else opening + 2
    closing = passage.text.find(";", start, passage.end)
    end = passage.end if closing < 0 else closing
    return any(
        one.start == begin
        and passage.words(one.end, start) <= _WITH_ARTICLE
        and not passage.has_comma(one.end, start)
        and not passage.of(Kind.SAYS, start, end)  # "Para Chechenia la agencia habla de"
        for one in passage.of(Kind.VIEW, begin, start)[:1]
    )


def _is_negated(passage: Passage, start: int, verb: Mark) -> bool:
    """Whether a verb says that nothing is said: "Moscow has not confirmed".

    A negation stands between the name and its verb, or right after the verb where verbs end
    sentences; one inside it says that nothing else is said: "ne reconnaît que 300 morts".
    """
    end = verb.end + _NEGATED if passage.pack.event_side == "after" else verb.end
    found = passage.of(Kind.NEGATION, start, min(passage.end, end))
    return any(not verb.start <= one.start < verb.end for one in found)


def _says_second(passage: Passage, start: int, end: int) -> bool:
    """Whether the second verb of a name that opens a sentence says: "Seoul watches and says"."""
    if passage.words(passage.start, start) > _OPENING:
        return False
    for verb in passage.of(Kind.SAYS, end, min(passage.end, end + 2 * _WINDOW))[:1]:
        joined = passage.of(Kind.JOINER, end, verb.start)[-1:]
        beside = bool(joined) and passage.text[joined[0].end : verb.start] == " "
        return beside and reaches(passage, end, verb.start, _SECOND)
    return False


def _signs(passage: Passage, start: int, end: int) -> bool:
    """A name after a dash that ends a sentence or a headline: "300 killed - General Staff".

    In Japanese the sign is one of equality, without spaces: 300人死亡か=参謀本部.
    """
    before = passage.text[passage.start : start].rstrip()
    rest = passage.text[end : passage.end].strip(" .!\"'\u201d")
    dashed = before[-1:] in ("-", "\u2014") and before[-2:-1] in (" ", ",")
    return (dashed or (before[-1:] == "=" and passage.pack.matching == "anywhere")) and not rest


def _announces(passage: Passage, start: int, end: int, near: bool) -> bool:
    """A name that opens the sentence and is followed by a colon before any number."""
    opening = passage.text.rfind(";", passage.start, start)
    if passage.words(max(passage.start, opening + 1), start) > _OPENING:
        return False
    colon = passage.text.find(":", end, min(passage.end, end + _WINDOW))
    if colon < 0 or passage.crossed(end, colon) or is_oblique(passage, start, end):
        return False  # "Boko Haram'a operasyon: 2 ölü"
    words = passage.words(end, colon)
    if start > passage.start and words > 0 and (near or passage.of(Kind.PLACE_BEFORE, end, colon)):
        return False  # "Pyongyang's plans do not end there: 6,000 more"
    if start > passage.start and any(precedes(passage, kind, start) for kind in _PREPOSITIONS):
        return False  # "Rebels fire on the security forces: 37 killed"
    told = any(passage.of(kind, end, colon) for kind in _ANNOUNCING)
    acting = any(mark.code == BODIES for mark in passage.of(Kind.ORGAN, start, end))
    if not told and (acting or near) and _happens(passage, start, end, colon):
        return False  # "Boko Haram attack: 36 killed"
    return told or not acting or words <= _HEADED  # not "The Taliban attack the north: 37 killed"


def _happens(passage: Passage, start: int, end: int, colon: int) -> bool:
    """Whether words before or after a name, and before a colon, tell of a fight or an attack."""
    return any(
        passage.of(kind, passage.start, start) or passage.of(kind, end, colon)
        for kind in _HAPPENING
    )


def counts_itself(passage: Passage, start: int, end: int, within: int = _FAR) -> bool:
    """Whether a publication is named as the one who counted: the BBC identified 3,000 dead.

    The word may precede it: "names that were verified by the BBC". At most so many words lie
    between it and a word that follows.
    """
    after = [
        verb
        for verb in passage.of(Kind.COUNTING, end, min(passage.end, end + 2 * _WINDOW))
        if passage.words(end, verb.start) <= within or _ends(passage, verb)
    ]
    if after and (not passage.crossed(end, after[0].start) or _ends(passage, after[-1])):
        return True
    before = passage.of(Kind.COUNTING, max(passage.start, start - _WINDOW), start)
    return bool(before) and not passage.crossed(before[-1].end, start)


def _ends(passage: Passage, verb: Mark) -> bool:
    """Whether a verb ends a sentence, where verbs may: "haben 30 Namen ermittelt"."""
    last = passage.pack.capital_nouns or passage.pack.event_side == "after"
    return last and passage.end - verb.end <= _STATE_WITHIN
