"""Whether a name says something in its sentence: by a verb of saying, its place, a colon."""

import re

from casualty_ledger.extract.claimants.belonging import THAT
from casualty_ledger.extract.claimants.verbs import (
    SUBJECTS,
    follows_quoted,
    has_object,
    has_subject,
    inverted,
    reaches,
    said_by,
)
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_SUBJECT_WITHIN = 24  # characters, for a title between a name and the mark of the subject
_WINDOW = 48  # characters to look for a verb of saying
_QUOTE = re.compile('[,:] ?["\u201c\u201e\u00ab\u201d]')  # a name before what it says
_STATE_WITHIN = 3
_CLOSE = 2  # words
_CITED = 4  # words between "according to" and a name
_SECOND = 12  # words before the second verb of a name
_NEGATED = 8  # characters after a verb
_LAST = 20  # characters of the last word
_ASIDE = 90  # characters
_OPENING = 3  # words
_ENDING = 24  # characters
_FAR = 99  # words
_WITH_ARTICLE = 2  # spaces
_ADVERBS = 9  # words
_ARTICLE = 5  # characters
# Articles of Romance languages and English; longer names of countries begin with them.
_ARTICLE_BEFORE = re.compile(
    r"(?<=[ ,])((?:les?|la|des|une?|il|lo|i|gli|el|l[oa]s|[oa]s?|uma?|the) |l')$"
)
_NO_ADVERBS = (Kind.SAYS, Kind.SAID_BY, Kind.EVENT, Kind.RELATIVE, Kind.PEOPLE)
_PARTICLE = 2  # characters of a particle with 氏 or 側 before it
_SPEAKING = (Kind.ORGAN, Kind.ACTOR)
_NAMES = (Kind.ORGAN, Kind.ACTOR, Kind.SPEAKER, Kind.COUNTRY, Kind.TITLE)
_TOPICS = "\u306f\uc740\ub294"  # は, 은, 는: mark what a sentence is about


def is_attributed(
    passage: Passage, start: int, end: int, within: int = 5, *, near: bool = False
) -> bool:
    """Whether a verb of saying or a word such as "according to" goes with a name.

    `near` names what more often stands for something else than a speaker: a state.
    """
    near = near or within <= _CLOSE
    if _ends_relative(passage, start, end):
        return False
    return (
        _says_beside(passage, end, within, near)
        or _says_first(passage, start, end, near)
        or _says_second(passage, start, end)
        or says_after_aside(passage, end)
        or _is_cited(passage, start, end, near)
        or _opens_and_ends(passage, start, end, near)
        or _announces(passage, start, end, near)
        or _signs(passage, start, end)
        or (not near and _is_asked_first(passage, start))
        or (not near and _speaks_otherwise(passage, start, end))
    )


def _ends_relative(passage: Passage, start: int, end: int) -> bool:
    """Whether a name only closes what commas tell of another: "X, allied to Y, said".

    Nothing in the aside says or cites: "the agency, citing Y, said".
    """
    if passage.text[end : end + 1] != ",":
        return False
    begin = passage.text.rfind(",", passage.start, start)
    if begin < 0 or not passage.text[begin + 1 : start].strip():
        return False
    window = (max(passage.start, begin - _WINDOW), begin)
    named = [one for kind in _SPEAKING for one in passage.of(kind, *window)[-1:]]
    if any(one.end == begin for one in named):
        return not passage.of(Kind.SAYS, begin, start) and not passage.of(
            Kind.SAID_BY, begin, start
        )
    clause = passage.of(Kind.RELATIVE, begin, start)[:1]
    return any(
        not passage.text[begin + 1 : one.start].strip()
        and not passage.of(Kind.SAYS, one.end, start)
        for one in clause
    )


def _says_beside(passage: Passage, end: int, within: int, near: bool) -> bool:
    """Whether a verb of saying follows a name at once, or after so many words."""
    for verb in passage.of(Kind.SAYS, end, min(passage.end, end + _WINDOW))[:1]:
        apart = near and passage.has_comma(end, verb.start)
        said = reaches(passage, end, verb.start, within) and not apart
        if _is_told_of(passage, end, verb.start):
            return False
        if passage.marks.touching(Kind.OBJECT, end, end + 1):
            return False
        other = passage.has_comma(end, verb.start) and (
            has_object(passage, verb.end) or has_subject(passage, verb.start)
        )
        other = other or _is_aside(passage, end, verb)
        return said and not other and not _is_negated(passage, end, verb)
    return False


def _is_aside(passage: Passage, end: int, verb: Mark) -> bool:
    """Whether a verb after a comma begins an aside: "the army, as the report says, lost"."""
    return passage.has_comma(end, verb.start) and any(
        cited.start <= verb.start and verb.end <= cited.end
        for cited in passage.of(Kind.SAID_BY, end, min(passage.end, end + 2 * _WINDOW))
    )


def _is_cited(passage: Passage, start: int, end: int, near: bool) -> bool:
    """Whether words such as "according to" stand before a name, or such as 에 따르면 after it."""
    for cited in passage.of(Kind.SAID_BY, max(passage.start, start - _WINDOW), start)[-1:]:
        gap = (cited.end, start)
        far = passage.has_comma(*gap) or (near and bool(passage.of(Kind.EVENT, *gap)))
        if reaches(passage, *gap, _CITED) and not far:
            return True
    for cited in passage.of(Kind.SAID_BY_AFTER, end, min(passage.end, end + _WINDOW))[:1]:
        gap = (end, cited.start)
        apart = near and passage.pack.matching == "words" and passage.words(*gap) > 1
        return (
            reaches(passage, *gap, _CLOSE) and not (near and passage.has_comma(*gap)) and not apart
        )
    return False


def _speaks_otherwise(passage: Passage, start: int, end: int) -> bool:
    """Whether a name speaks that is no state: at the end, as a subject, before a quotation."""
    return (
        speaks_last(passage, start, end)
        or _ends_clause(passage, start, end)
        or _is_subject(passage, end)
        or _QUOTE.match(passage.text, end) is not None
    )


def _is_asked_first(passage: Passage, start: int) -> bool:
    """Whether "for" opens a sentence before whose view it is: Per il CSIS i caduti sono 300."""
    return any(
        one.start == passage.start
        and passage.words(one.end, start) <= _WITH_ARTICLE
        and not passage.has_comma(one.end, start)
        for one in passage.of(Kind.VIEW, passage.start, start)[:1]
    )


def _is_negated(passage: Passage, start: int, verb: Mark) -> bool:
    """Whether a verb says that nothing is said: "Moscow has not confirmed".

    A negation stands between the name and its verb, or right after the verb where verbs end
    sentences.
    """
    end = verb.end + _NEGATED if passage.pack.event_side == "after" else verb.end
    return bool(passage.of(Kind.NEGATION, start, min(passage.end, end)))


def _says_first(passage: Passage, start: int, end: int, near: bool) -> bool:
    """Whether a verb of saying before a name is that of the name: what follows "that" was said."""
    if passage.pack.matching == "anywhere":
        return False  # there a verb of saying before a name has its own subject before it
    if near:
        return said_by(passage, _article(passage, start), end, quoted=True)
    for verb in passage.of(Kind.SAYS, max(passage.start, start - _WINDOW), start)[-1:]:
        that = not THAT.isdisjoint(passage.text[verb.end : start].split())
        turned = inverted(passage, verb) or _closes(passage, end) or passage.text[end] == ":"
        first = not that and turned and not has_subject(passage, verb.start)
        within = _ADVERBS if passage.text[end] == ":" else _CITED
        if first and reaches(passage, verb.end, start, within):
            return True
    return _says_first_from_afar(passage, start)


def _article(passage: Passage, start: int) -> int:
    """Where a name begins with its article: affirme la Russie, afferma la Nato."""
    found = _ARTICLE_BEFORE.search(passage.text, max(passage.start, start - _ARTICLE), start)
    if found is None or passage.pack.matching != "words":
        return start
    begin = found.start(1)
    other = any(
        passage.marks.touching(kind, begin, begin + 1)
        for kind in (Kind.PLACE_BEFORE, Kind.JOINER, Kind.PUBLISHER)
    )
    return start if other else begin  # "a" is also a preposition, "o" also "or"


def _says_first_from_afar(passage: Passage, start: int) -> bool:
    """Whether a verb after what was said has its speaker past a day and the listeners.

    "300 men died, said on Tuesday to reporters the spokesman of the army": common in Romance and
    Slavic languages.
    """
    if passage.pack.matching != "words":
        return False
    for verb in passage.of(Kind.SAYS, max(passage.start, start - 2 * _WINDOW), start)[-1:]:
        gap = (verb.end, start)
        if not follows_quoted(passage, verb.start) or has_subject(passage, verb.start):
            return False
        broken = passage.has_comma(*gap) or any(passage.of(kind, *gap) for kind in _NO_ADVERBS)
        return not broken and reaches(passage, *gap, _ADVERBS) and not _is_told(passage, start)
    return False


def _is_told(passage: Passage, start: int) -> bool:
    """Whether a preposition stands right before a name: it listens, or is where it was said."""
    begin = max(passage.start, start - _SUBJECT_WITHIN)
    kinds = (Kind.PLACE_BEFORE, Kind.RELAY_BEFORE, Kind.OTHER_BEFORE)
    return any(
        passage.marks.touching(kind, start, start + 1)
        or any(
            passage.words(mark.end, start) <= _WITH_ARTICLE
            for mark in passage.of(kind, begin, start)[-1:]
        )
        for kind in kinds
    )


def _closes(passage: Passage, end: int) -> bool:
    """Whether a sentence ends with a name, or with a few words more: "Of this told ... Shoigu."."""
    rest = (end, passage.end)
    return (
        passage.pack.matching == "words"
        and passage.words(*rest) <= _CLOSE
        and not passage.has_comma(*rest)
        and not any(passage.of(kind, *rest) for kind in (Kind.SAYS, Kind.EVENT, Kind.PEOPLE))
    )


def _says_second(passage: Passage, start: int, end: int) -> bool:
    """Whether the second verb of a name that opens a sentence says: "Seoul watches and says"."""
    if passage.words(passage.start, start) > _OPENING:
        return False
    for verb in passage.of(Kind.SAYS, end, min(passage.end, end + 2 * _WINDOW))[:1]:
        joined = passage.of(Kind.JOINER, end, verb.start)[-1:]
        beside = bool(joined) and passage.text[joined[0].end : verb.start] == " "
        return beside and reaches(passage, end, verb.start, _SECOND)
    return False


def says_after_aside(passage: Passage, end: int) -> bool:
    """Whether a verb of saying follows what commas tell of a name: "Lee, a member of ..., told"."""
    if passage.text[end : end + 1] != ",":
        return False
    closing = passage.text.find(",", end + 1, min(passage.end, end + _ASIDE))
    if closing < 0 or passage.crossed(end, closing):
        return False
    verbs = passage.of(Kind.SAYS, closing, min(passage.end, closing + _WINDOW))
    beside = bool(verbs) and passage.words(closing, verbs[0].start) <= _CLOSE
    return beside and not has_object(passage, verbs[0].end)  # else that one says so


def _signs(passage: Passage, start: int, end: int) -> bool:
    """A name after a dash that ends a sentence or a headline: "300 killed - General Staff"."""
    before = passage.text[passage.start : start].rstrip()
    rest = passage.text[end : passage.end].strip(" .!\"'\u201d")
    return before[-1:] in ("-", "\u2014") and before[-2:-1] in (" ", ",") and not rest


def _is_subject(passage: Passage, end: int) -> bool:
    """Whether a mark of the subject follows a name, and a verb of saying later in the sentence."""
    for topic in passage.of(Kind.TOPIC, end, min(passage.end, end + _SUBJECT_WITHIN)):
        following = passage.text[topic.end : topic.end + 1]
        if passage.text[topic.start] >= "\uac00" and following.isalnum():
            continue  # a Korean particle ends its word
        others = [
            mark
            for kind in (Kind.COUNTRY, Kind.PEOPLE, Kind.SPEAKER)
            for mark in passage.of(kind, end, topic.start)
        ]
        if any(mark.end == topic.start for mark in others):
            continue  # the subject is another: 김정은을 만난 뒤 북한이
        if _marks(passage, topic, SUBJECTS) and _has_topic(passage, end):
            continue  # the subject of what is said: 政府は、ハマスが人質48人を拘束していると述べた
        if not passage.has_comma(end, topic.start):
            return bool(passage.of(Kind.SAYS, topic.end, passage.end))
    return False


def _is_told_of(passage: Passage, end: int, verb: int) -> bool:
    """Whether a name is the subject of what another tells: 서기는 김정은이 결정했다고 말했다."""
    subject = [
        mark
        for mark in passage.of(Kind.TOPIC, end, min(verb, end + _SUBJECT_WITHIN))
        if _marks(passage, mark, SUBJECTS)
    ]
    done = any(passage.of(kind, end, verb) for kind in (Kind.EVENT, Kind.STATUS))
    return bool(subject) and done and _has_topic(passage, end)


def _has_topic(passage: Passage, end: int) -> bool:
    """Whether another name before one has the mark of what a sentence is about: 政府は."""
    return any(
        _marks(passage, mark, _TOPICS)
        and any(_ends_at(passage, kind, mark.start) for kind in _NAMES)
        for mark in passage.of(Kind.TOPIC, passage.start, end)
    )


def _ends_at(passage: Passage, kind: Kind, place: int) -> bool:
    near = passage.of(kind, max(passage.start, place - _SUBJECT_WITHIN), place)
    return any(mark.end == place for mark in near)


def _marks(passage: Passage, mark: Mark, particles: str) -> bool:
    """Whether a mark after a name is or ends with one of some particles: は, 側は."""
    return mark.end - mark.start <= _PARTICLE and passage.text[mark.end - 1] in particles


def _opens_and_ends(passage: Passage, start: int, end: int, near: bool) -> bool:
    """Whether a name opens a sentence that a verb of saying ends: "Seul, ... dedi".

    A comma follows it, or it shows by its form that it is the subject.
    """
    opens = passage.words(passage.start, start) <= _OPENING
    if passage.pack.event_side != "after" or not opens:
        return False
    if not _comma_follows(passage, end) and (near or not _is_nominative(passage, start, end)):
        return False
    return bool(passage.of(Kind.SAYS, max(end, passage.end - _ENDING), passage.end))


def _is_nominative(passage: Passage, start: int, end: int) -> bool:
    """Whether the first name of a sentence has no ending of another case, where a file has those.

    "Savunma Bakanlığı 300 askerin öldüğünü bildirdi", but not "Savunma Bakanlığının ...".
    """
    if not passage.pack.oblique or passage.words(passage.start, start) > 1:
        return False
    return passage.text[end : end + 1] == " " and not is_oblique(passage, start, end)


def is_oblique(passage: Passage, start: int, end: int) -> bool:
    """Whether a name has the ending of another case than a subject's: Yevkurov'da."""
    oblique = passage.pack.oblique
    apart = passage.text[end : end + 1] == "'"  # an apostrophe parts names from their endings
    return bool(oblique) and (apart or passage.text[start:end].endswith(oblique))


def _comma_follows(passage: Passage, end: int) -> bool:
    """Whether a comma follows a name, at once or after its rest: "Genelkurmay Başkanlığı,"."""
    comma = passage.text.find(",", end, min(passage.end, end + _SUBJECT_WITHIN))
    if comma < 0 or passage.words(end, comma) > _CLOSE or passage.crossed(end, comma):
        return False
    return not any(passage.of(kind, end, comma) for kind in (Kind.EVENT, Kind.COUNTRY, Kind.SAYS))


def _announces(passage: Passage, start: int, end: int, near: bool) -> bool:
    """A name that opens the sentence and is followed by a colon before any number."""
    opening = passage.text.rfind(";", passage.start, start)
    if passage.words(max(passage.start, opening + 1), start) > _OPENING:
        return False
    colon = passage.text.find(":", end, min(passage.end, end + _WINDOW))
    if near and start > passage.start and passage.words(end, max(end, colon)) > 0:
        return False  # "Pyongyang's plans do not end there: 6,000 more"
    return colon >= 0 and not passage.crossed(end, colon)


def _ends_clause(passage: Passage, start: int, end: int) -> bool:
    """Whether a verb of saying ends the clause that a name begins, where verbs do so.

    "Zahlen, die Syrskyj im Interview genannt hat".
    """
    if not passage.pack.capital_nouns:
        return False
    before = passage.of(Kind.RELATIVE, max(passage.start, start - _WINDOW), start)[-1:]
    if not before or passage.words(before[0].end, start) > _CLOSE:
        return False
    verbs = passage.of(Kind.SAYS, max(end, passage.end - _ENDING), passage.end)[-1:]
    return bool(verbs) and not passage.crossed(end, verbs[0].start)


def speaks_last(passage: Passage, start: int, end: int) -> bool:
    """Whether a name opens a sentence whose last word says that it speaks: "Lee, ... söyledi"."""
    if passage.words(passage.start, start) > _OPENING or passage.text[end : end + 1] != ",":
        return False
    return bool(passage.of(Kind.SAYS, max(end, passage.end - _LAST), passage.end))


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
