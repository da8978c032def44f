"""Names whose verb of saying ends the sentence or clause: particles, cases, a comma."""

import re

from casualty_ledger.extract.claimants.verbs import SUBJECTS
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_SUBJECT_WITHIN = 24  # characters, for a title between a name and the mark of the subject
_WINDOW = 48  # characters to look for a verb of saying
_CLOSE = 2  # words
_LAST = 20  # characters of the last word
_OPENING = 3  # words
_STEM = 4  # letters of a word before an ending that may be its own
_ENDING = 24  # characters
_CLAUSE_ENDS = ("", ".", ",", ":", ";", "!", "\n")
_PARTICLE = 2  # characters of a particle with 氏 or 側 before it
_NOUN = 6  # characters of a noun after a name: AFP通信
_SPEAKERS = (Kind.ORGAN, Kind.ACTOR, Kind.SPEAKER, Kind.PUBLISHER, Kind.OUTLET, Kind.TITLE)
_NAMES = (Kind.ORGAN, Kind.ACTOR, Kind.SPEAKER, Kind.COUNTRY, Kind.TITLE)
# A sentence opens with a noun and は, 은 or 는, not after に, で, 에, 에서 or the word for a day;
# in Korean with one word, as the forms of verbs end like that too.
_OPENED = re.compile(
    "\\s*(?:[^\u306f,\u3001]{0,16}[\u30a1-\u30fa\u30fc\u4e00-\u9fff]"
    "(?<![\u65e5\u6708\u5e74\u6642])\u306f(?=[,\u3001\u30a1-\u30fa\u4e00-\u9fff])"
    "|[\uac00-\ud7a3]{2,6}(?<![\uc5d0\uc11c\uc77c\uc6d4\ub144])[\uc740\ub294] )"
)
_TOPICS = "\u306f\uc740\ub294"  # は, 은, 는: mark what a sentence is about


def is_subject(passage: Passage, end: int) -> bool:
    """Whether a mark of the subject follows a name, and a verb of saying later in the sentence."""
    for topic in passage.of(Kind.TOPIC, end, min(passage.end, end + _SUBJECT_WITHIN)):
        if passage.marks.touching(Kind.OBJECT, end, end + 1):
            return False  # RSF에 심각한 타격을
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
            return (
                False  # the subject of what is said: 政府は、ハマスが人質48人を拘束していると述べた
            )
        if _marks(passage, topic, SUBJECTS) and _another_speaks(passage, topic.end):
            return False  # ハマスが人質48人を解放したと政府は述べた
        if not passage.has_comma(end, topic.start):
            return bool(passage.of(Kind.SAYS, topic.end, passage.end))
    return False


def is_told_of(passage: Passage, end: int, verb: int) -> bool:
    """Whether a name is the subject of what another tells: 서기는 김정은이 결정했다고 말했다."""
    subject = [
        mark
        for mark in passage.of(Kind.TOPIC, end, min(verb, end + _SUBJECT_WITHIN))
        if _marks(passage, mark, SUBJECTS)
    ]
    done = any(passage.of(kind, end, verb) for kind in (Kind.EVENT, Kind.STATUS))
    return bool(subject) and done and _has_topic(passage, end)


def _has_topic(passage: Passage, end: int) -> bool:
    """Whether another name before one has the mark of what a sentence is about: 政府は.

    So has any word that is no time or place: 住民は反政府勢力が, not 21日には反政府勢力が.
    """
    opened = _OPENED.match(passage.text, passage.start, end)
    return opened is not None or any(
        _marks(passage, mark, _TOPICS)
        and any(_ends_at(passage, kind, mark.start) for kind in _NAMES)
        for mark in passage.of(Kind.TOPIC, passage.start, end)
    )


def _another_speaks(passage: Passage, start: int) -> bool:
    """Whether a name farther on is the subject of the verb of saying that ends a sentence."""
    for verb in passage.of(Kind.SAYS, max(start, passage.end - _ENDING), passage.end)[-1:]:
        begin = max(start, verb.start - _SUBJECT_WITHIN)
        for topic in passage.of(Kind.TOPIC, begin, verb.start):
            done = any(passage.of(kind, topic.end, verb.start) for kind in (Kind.EVENT, Kind.THAT))
            near = max(start, topic.start - _NOUN)
            if not done and any(passage.of(kind, near, topic.start) for kind in _SPEAKERS):
                return True
    return False


def _ends_at(passage: Passage, kind: Kind, place: int) -> bool:
    near = passage.of(kind, max(passage.start, place - _SUBJECT_WITHIN), place)
    return any(mark.end == place for mark in near)


def _marks(passage: Passage, mark: Mark, particles: str) -> bool:
    """Whether a mark after a name is or ends with one of some particles: は, 側は."""
    return mark.end - mark.start <= _PARTICLE and passage.text[mark.end - 1] in particles


def opens_and_ends(passage: Passage, start: int, end: int, near: bool) -> bool:
    """Whether a name opens a sentence that a verb of saying ends: "Seul, ... dedi".

    A comma follows it, or it shows by its form that it is the subject.
    """
    opens = passage.words(passage.start, start) <= _OPENING or _is_described_first(passage, start)
    if passage.pack.event_side != "after" or not opens:
        return False
    office = bool(passage.of(Kind.ORGAN, start, end))
    unsure = near and not office  # "Görgü tanıkları 12 askerin öldüğünü anlattı"
    if not _comma_follows(passage, end) and (unsure or not _is_nominative(passage, start, end)):
        return False
    verbs = passage.of(Kind.SAYS, max(end, passage.end - _ENDING), passage.end)
    return bool(verbs) and ":" not in passage.text[end : verbs[-1].start]


def _is_described_first(passage: Passage, start: int) -> bool:
    """Whether what a name said before stands right before it: "saldırıyı anlatan Vali Lee, ..."."""
    if passage.pack.matching != "words":
        return False
    said = passage.of(Kind.SAYS, max(passage.start, start - _WINDOW), start)[-1:]
    return bool(said) and passage.text[said[0].end : start] == " "


def gives_last(passage: Passage, start: int, end: int) -> bool:
    """Whether a name stands between the noun for what is said and the verb that ends a sentence.

    "Ölü sayısının 40 olduğu açıklamasını ordu yaptı", "iddiası ise Taliban'dan geldi".
    """
    if passage.pack.event_side != "after":
        return False
    last = passage.of(Kind.GIVING, end, passage.end)[-1:]
    if not last or passage.end - last[0].end > 1 or passage.words(end, last[0].start) > 1:
        return False
    said = passage.of(Kind.SAID_BY_AFTER, max(passage.start, start - _WINDOW), start)[-1:]
    gap = (said[0].end, start) if said else (start, start)
    return bool(said) and passage.words(*gap) <= _CLOSE and not passage.has_comma(*gap)


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
    word = passage.text[start:end].rpartition(" ")[2]
    return bool(oblique) and (apart or word[_STEM:].endswith(oblique))  # not "basını"


def _comma_follows(passage: Passage, end: int) -> bool:
    """Whether a comma follows a name, at once or after its rest: "Genelkurmay Başkanlığı,"."""
    comma = passage.text.find(",", end, min(passage.end, end + _SUBJECT_WITHIN))
    if comma < 0 or passage.words(end, comma) > _CLOSE or passage.crossed(end, comma):
        return False
    return not any(passage.of(kind, end, comma) for kind in (Kind.EVENT, Kind.COUNTRY, Kind.SAYS))


def ends_clause(passage: Passage, start: int, end: int) -> bool:
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


def ends_bracket(passage: Passage, start: int, end: int) -> bool:
    """Whether the verb that ends a clause is a name's, whose auxiliary stands beside it.

    "Die Armee hat den Tod von 40 Soldaten bestätigt", "hatte zuvor das Ministerium gemeldet".
    """
    if not passage.pack.capital_nouns or _follows_preposition(passage, start):
        return False
    begin = max(passage.start, start - _ENDING)
    before = passage.of(Kind.STATUS, begin, start)[-1:]
    turned = bool(before) and passage.words(before[0].end, start) <= _OPENING
    if not turned and not passage.followed_by((Kind.STATUS,), end):
        return False
    for verb in passage.of(Kind.SAYS, end, passage.end)[:1]:
        closed = passage.text[verb.end : verb.end + 1] in _CLAUSE_ENDS
        return closed and not passage.has_comma(begin if turned else end, verb.start)
    return False


def _follows_preposition(passage: Passage, start: int) -> bool:
    """Whether a preposition, or one with an article, stands before a name: "bei den Truppen"."""
    begin = max(passage.start, start - _SUBJECT_WITHIN)
    return any(
        passage.words(mark.end, start) <= _CLOSE
        for kind in (Kind.PLACE_BEFORE, Kind.OTHER_BEFORE, Kind.AGENT_BEFORE)
        for mark in passage.of(kind, begin, start)[-1:]
    )


def speaks_last(passage: Passage, start: int, end: int) -> bool:
    """Whether a name opens a sentence whose last word says that it speaks: "Lee, ... söyledi".

    Where verbs do not end sentences, nobody else follows the verb: ", a spus ambasadorul".
    """
    if passage.words(passage.start, start) > _OPENING or passage.text[end : end + 1] != ",":
        return False
    verbs = passage.of(Kind.SAYS, max(end, passage.end - _LAST), passage.end)
    free = passage.pack.event_side == "after" or passage.pack.capital_nouns
    return any(free or passage.words(one.end, passage.end) == 0 for one in verbs)
