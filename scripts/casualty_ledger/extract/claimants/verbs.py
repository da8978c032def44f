"""Where a verb of saying stands to a name."""

import re

from casualty_ledger.extract.claimants.listening import listens, past_listeners, told_before
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_WINDOW = 48  # characters to look for a verb of saying
_QUOTED = frozenset(",\"\u201d\u00bb\u201c\u2014-?!\u2019')")
_OPENING = 3  # words
_OWN = 3  # words between a name and "by its own account"
_WITH_ARTICLE = 2  # spaces
_DATED = 5  # words with a day among them: "el lunes en un comunicado"
_NO_DAY = (
    Kind.SAYS, Kind.SAID_BY, Kind.EVENT, Kind.PEOPLE, Kind.THAT, Kind.RELATIVE, Kind.ORGAN,
    Kind.ACTOR, Kind.PUBLISHER, Kind.SPEAKER, Kind.COUNTRY, Kind.LISTENER,
)  # fmt: skip
_ENDING = 24  # characters
_PLACE = 8  # characters after a state
# の21日, 의 21일, with a month and a mark of possession after it; 3月8日晚 before a Chinese verb
_DAY = re.compile(
    "[\u306e\uc758] ?(?:\\d{1,2}[\u6708\uc6d4] ?)?\\d{1,2}[\u65e5\uc77c](?:\u306e| )"
    "|(?:\\d{1,2}\u6708)?\\d{1,2}\u65e5"
    "(?:[\u4e0a\u4e0b]\u5348|[\u65e9\u665a]\u4e0a|\u665a[\u95f4\u9593]?|\u51cc\u6668)?"
    "(?=[\u767c\u53d1\u5ba3\u8868\u5831\u62a5\u8bf4\u8aaa\u79f0\u7a31\u6307\u901a\u900f"
    "\u8bc1\u8b49\u627f\u786e\u78ba\u516c\u5728\u5bf9\u5c0d])"
)
SUBJECTS = "\u304c\uc774\uac00"  # が, 이, 가: mark the subject of any clause


def reaches(passage: Passage, start: int, end: int, words: int) -> bool:
    """Whether so few words, and no number, colon or semicolon, lie between two places."""
    between = passage.text[start:end]
    return (
        passage.words(start, end) <= words
        and not passage.crossed(start, end)
        and ";" not in between
        and ":" not in between
    )


def says_after(passage: Passage, end: int) -> bool:
    """Whether a verb of saying stands right after a name."""
    verbs = passage.of(Kind.SAYS, end, min(passage.end, end + _WINDOW))
    return bool(verbs) and passage.text[end : verbs[0].start] in (" ", ", ")


def says_of_own(passage: Passage, end: int) -> bool:
    """Whether "by its own account" follows a name and its verb: "nahm nach eigenen Angaben"."""
    limit = min(passage.end, end + _WINDOW)
    return any(
        reaches(passage, end, one.start, _OWN)
        and not passage.has_comma(end, one.start)
        and bool(passage.of(Kind.OWN, one.start, one.end))
        and not passage.of(Kind.SAID_BY, end, one.start)
        for one in passage.of(Kind.SAYS, end, limit)[:1]
    )


def said_by(passage: Passage, start: int, end: int, *, quoted: bool = False) -> bool:
    """Whether a verb of saying stands right before a name, and may precede its speaker.

    `quoted` asks that it follows what was said: "300 men, said Kyiv", not "Kyiv said Moscow".
    """
    verbs = passage.of(Kind.SAYS, max(passage.start, start - 2 * _WINDOW), start)
    if not verbs:
        return False
    listeners = past_listeners(passage, verbs[-1].end)
    if passage.text[listeners:start] != " " and not _only_when(passage, listeners, start):
        return False
    if has_subject(passage, verbs[-1].start):
        return False
    if passage.pack.capital_nouns and passage.text[end : end + 1] == ",":
        return True  # there the verb comes second: "Im Netzwerk behauptete Trump, ..."
    if quoted and not follows_quoted(passage, verbs[-1].start):
        return False
    heard = passage.of(Kind.RELAY_BEFORE, verbs[-1].start, start)  # "told VOA"
    told = bool(heard) and not passage.pack.verb_first and listeners == verbs[-1].end
    return not told and inverted(passage, verbs[-1])


def _only_when(passage: Passage, start: int, end: int) -> bool:
    """Whether a few words between a verb and a name only tell on which day: "dijo este lunes X".

    Not where every noun has a capital letter: "meldete am Montag Gefechte".
    """
    dated = any(passage.of(kind, start, end) for kind in (Kind.DAY, Kind.WEEKDAY))
    if not dated or passage.pack.capital_nouns or passage.has_comma(start, end):
        return False
    others = any(passage.of(kind, start, end) for kind in _NO_DAY)
    return not others and reaches(passage, start, end, _DATED) and passage.text[end - 1] == " "


def inverted(passage: Passage, verb: Mark) -> bool:
    """Whether a verb of saying may precede its speaker: after a quotation, or first of all."""
    before = passage.text[passage.start : verb.start].rstrip()
    return (
        passage.pack.verb_first
        or not before
        or before[-1] in _QUOTED
        or before.count(" ") < _OPENING
        or _is_about(passage, verb.start)
        or told_before(passage, verb.start)
    )


def _is_about(passage: Passage, verb: int) -> bool:
    """Whether what is told opens the sentence of a verb: "о гибели солдат сообщила армия"."""
    begin = 1 + max(passage.text.rfind(mark, passage.start, verb) for mark in ":;\u2014")
    begin = max(passage.start, begin)
    about = passage.of(Kind.ABOUT, begin, verb)[:1]
    return any(
        passage.words(begin, one.start) < _OPENING
        and not passage.marks.touching(Kind.BACKWARD, begin, one.end)
        and not passage.of(Kind.SAYS, one.end, verb)
        and not passage.of(Kind.THAT, one.end, verb)
        for one in about
    )


def is_of_cited(passage: Passage, verb: Mark) -> bool:
    """Whether a word for what is said belongs to who is cited: "Pjöngjang hat nach Angaben des"."""
    cited = passage.of(Kind.SAID_BY, max(passage.start, verb.start - _WINDOW), passage.end)
    return any(one.start < verb.start and verb.end <= one.end for one in cited)


def has_subject(passage: Passage, start: int) -> bool:
    """Whether a known name stands right before a verb: it says so, and not who follows."""
    begin = max(passage.start, start - _WINDOW)
    return any(
        not passage.text[mark.end : start].strip() and not is_counted(passage, mark.start)
        for kind in (Kind.ACTOR, Kind.SPEAKER, Kind.ORGAN, Kind.COUNTRY)
        for mark in passage.of(kind, begin, start)[-1:]
    )


def is_counted(passage: Passage, start: int) -> bool:
    """Whether a number stands right before a name, which then says nothing: двух ополченцев."""
    return any(passage.text[last:start] == " " for _, last in passage.numbers)


def has_object(passage: Passage, end: int) -> bool:
    """Whether a known name stands right after a verb: after a comma, that one says so.

    So does an office, and either with an article: "a Mosca, ha riferito lo Sbu".
    """
    limit = min(passage.end, end + _WINDOW)
    if _has_own_title(passage, end, limit):
        return True
    parting = (Kind.RELATIVE, Kind.RELAY_BEFORE, Kind.PLACE_BEFORE, Kind.OTHER_BEFORE)
    return any(
        passage.words(end, mark.start) <= _WITH_ARTICLE
        and not passage.has_comma(end, mark.start)
        and not any(passage.of(other, end, mark.start) for other in parting)
        and not listens(passage, mark.start, mark.end)
        for kind in (Kind.ACTOR, Kind.SPEAKER, Kind.ORGAN, Kind.PUBLISHER, Kind.TITLE)
        for mark in passage.of(kind, end, limit)[:1]
    )


def _has_own_title(passage: Passage, end: int, limit: int) -> bool:
    """Whether "its" and a title follow a verb: ", oznámil v květnu její mluvčí"."""
    return any(
        precedes(passage, Kind.POSSESSIVE, one.start)
        and not passage.has_comma(end, one.start)
        and not passage.of(Kind.THAT, end, one.start)
        for one in passage.of(Kind.TITLE, end, limit)[:1]
    )


def follows_quoted(passage: Passage, start: int) -> bool:
    """Whether a verb may follow what was said, or stands first where verbs do."""
    before = passage.text[passage.start : start].rstrip()
    if passage.pack.verb_first or _is_about(passage, start) or told_before(passage, start):
        return True
    return bool(before) and before[-1] in _QUOTED


def precedes(passage: Passage, kind: Kind, start: int) -> bool:
    """Whether a mark of a kind ends right before a place: "in " or all'."""
    marks = passage.of(kind, max(passage.start, start - _WINDOW), start)
    if not marks:
        return False
    elided = passage.text[marks[-1].end - 1] == "'"
    return passage.text[marks[-1].end : start] == ("" if elided else " ")


def past_day(passage: Passage, end: int) -> int:
    """The end of a day that stands between a name and its verb: の21日の発表によると, 의 21일."""
    day = _DAY.match(passage.text, end, passage.end)
    return end if day is None else day.end()


def frames(passage: Passage, mark: Mark) -> bool:
    """Whether a mark of one letter after a name tells that it speaks.

    The noun for a side does not before a number or a particle of place: 반군 측 5명, 측에서도.
    """
    if mark.end - mark.start > 1 or mark.kind is not Kind.SAID_BY_AFTER:
        return True
    if passage.marks.touching(Kind.PLACE_AFTER, mark.end, mark.end + 1):
        return False
    return not any(0 <= first - mark.end <= 1 for first, _ in passage.numbers)


def speaks_right_after(passage: Passage, end: int) -> bool:
    """Whether a verb of saying, or a mark of the subject of the last one, follows at once.

    A day may stand between.
    """
    end = past_day(passage, end)
    limit = min(passage.end, end + _PLACE)
    for kind in (Kind.SAYS, Kind.SAID_BY_AFTER, Kind.TOPIC):
        follows = [one for one in passage.of(kind, end, limit)[:1] if frames(passage, one)]
        if follows and not passage.text[end : follows[0].start].strip(" " + SUBJECTS):
            inner = passage.text[follows[0].start : follows[0].end] in SUBJECTS
            says = passage.of(Kind.SAYS, max(end, passage.end - _ENDING), passage.end)
            return kind is not Kind.TOPIC or (bool(says) and not inner)
    return False
