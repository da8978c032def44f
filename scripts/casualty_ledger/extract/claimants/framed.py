"""Whether a name speaks by what stands right beside it, where particles follow names."""

import re

from casualty_ledger.extract.claimants.speaking import is_attributed
from casualty_ledger.extract.claimants.verbs import SUBJECTS, past_day, speaks_right_after
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage

_NOUN_OF = 2  # characters of a noun after a loss, with its particle
_ENDING = 24  # characters
_NOUN = 8  # characters of a noun or a day after a name, or of a title: AFP通信
_LEADING = 16  # characters of words before a name: 集計したのは
_BRACKET = re.compile(r" ?[(\uff08][^()\uff08\uff09\n]{1,40}[)\uff09]")
_TOO = "\ub3c4\u3082"  # 도, も
# what follows an object or another subject; a comma ends the clause
_OTHERS = frozenset("\uc744\ub97c\u3092\uc774\uac00\uc740\ub294\u304c\u306f,\u3001")
_WITHIN = ("\uc774", "\uac00", "\u304c")  # 이, 가, が
_TELLING = (Kind.ORGAN, Kind.HEAD, Kind.TITLE, Kind.ACTOR, Kind.SPEAKER, Kind.PRONOUN)
_ENDED = (Kind.SAYS, Kind.BARRIER)
_OF = ("\u306e", "\uc758 ")  # の, 의
_NOUNS = (Kind.HEAD, Kind.OUTLET, Kind.TITLE, Kind.ORGAN)
_SUBJECT = (Kind.TOPIC, Kind.TOLD_TO)
_FRAMES = (Kind.SAYS, Kind.SAID_BY_AFTER, Kind.TOPIC, Kind.RELAY_AFTER)


def is_framed(passage: Passage, start: int, end: int) -> bool:
    """Whether a mark of who speaks stands beside a name, or past a day or a noun: AFP通信は.

    None does in "「樽爆弾」などで行った空爆の犠牲者数を公表した". A few characters may lie before
    a verb where that follows who speaks.
    """
    if suffers(passage, end) or acts_within(passage, start, end):
        return False
    begin = max(passage.start, start - _LEADING)
    if any(
        one.end >= start - 1
        for kind in (Kind.SAID_BY, Kind.BACKWARD)
        for one in passage.of(kind, begin, start)
    ):
        return True
    limit = min(passage.end, end + _NOUN)
    nouns = [one.end for kind in _NOUNS for one in passage.of(kind, end, limit)]
    places = {
        place
        for one in (end, with_tail(passage, end), past_day(passage, end), *nouns)
        for place in (one, one + 1)
    }
    verbs = passage.of(Kind.SAYS, end, limit) if passage.pack.objects_after else []
    return (
        passage.text[end : end + 1] in ("", ":", "\uff1a", "\n")
        or any(not passage.has_comma(end, one.start) for one in verbs)
        or any(passage.marks.touching(kind, one, one + 1) for kind in _FRAMES for one in places)
    )


def speaks_beside(passage: Passage, start: int, end: int) -> bool:
    """Whether a mark of who speaks follows a name at once, and goes with a verb of saying."""
    if suffers(passage, end):
        return False
    if speaks_right_after(passage, end):
        return is_attributed(passage, start, end)
    after = past_day(passage, end)
    subject = any(passage.marks.touching(kind, end, end + 1) for kind in _SUBJECT)
    if passage.pack.objects_after and (after > end or subject):
        return is_attributed(passage, start, after)
    if passage.text[after : after + 1] not in SUBJECTS:
        return False
    verbs = passage.of(Kind.SAYS, max(end, passage.end - _ENDING), passage.end)
    done = bool(verbs) and passage.of(Kind.EVENT, end, verbs[-1].start)
    return bool(verbs) and not done and not passage.crossed(end, verbs[-1].start)


def with_bracket(passage: Passage, end: int) -> int:
    """Where a name ends with what brackets add to it: "民族同盟(KNU)"."""
    bracket = _BRACKET.match(passage.text, end, passage.end)
    return end if bracket is None else bracket.end()


def with_tail(passage: Passage, end: int) -> int:
    """The end of a word such as "and others" between a name and its particle: など, 等."""
    tails = passage.pack.name_tails
    return end + next((len(one) for one in tails if passage.text.startswith(one, end)), 0)


def with_holder(passage: Passage, end: int) -> int:
    """The end of a title after a name and "of", where the title alone speaks: チャド軍の報道官."""
    place = past_of(passage, end)
    held = [
        one.end
        for kind in (Kind.TITLE, Kind.HEAD)
        for one in passage.of(kind, place, min(passage.end, place + _NOUN))
        if one.start == place > end
    ]
    return max(held, default=end)


def past_of(passage: Passage, end: int) -> int:
    """The end of the particle that makes what follows belong to a name, where one stands there."""
    return end + next((len(one) for one in _OF if passage.text.startswith(one, end)), 0)


def acts_within(passage: Passage, start: int, end: int) -> bool:
    """Whether a name is the subject of a clause within what an office before it tells.

    관리도 무장 괴한이 공격한 사실을 확인하고 "4명이 숨졌다"고 말했다: 도, も or the mark of a theme
    follows who tells, and 이, 가 or が who acts. After a clause that ends, another may speak.
    """
    if passage.text[end : end + 1] not in _WITHIN:
        return False
    return any(
        passage.marks.touching(Kind.TOPIC, one.end, one.end + 1)
        and passage.text[one.end] not in _WITHIN
        and not any(passage.of(ending, one.end, start) for ending in _ENDED)
        for kind in _TELLING
        for one in passage.of(kind, passage.start, start)
    )


def suffers(passage: Passage, end: int) -> bool:
    """Whether a particle makes a name the subject of a loss that somebody else tells.

    반군이 12명 숨졌다고 했다. With an object it did something, with another subject others died.
    """
    if passage.text[end : end + 1] not in SUBJECTS + _TOO:
        return False
    for loss in passage.of(Kind.EVENT, end, min(passage.end, end + _ENDING))[:1]:
        between = passage.text[end + 1 : loss.start]
        told = passage.text[loss.start : loss.end + _NOUN_OF]  # 戦死者を
        return between.strip() != "" and _OTHERS.isdisjoint(between + told)
    return False
