"""Bodies and people that no register knows, in scripts without capital letters.

A noun for a body or an office ends the name of whoever speaks: 医師委員会によると, 索马里军官说.
"""

import re
from collections.abc import Iterator

from casualty_ledger.extract.claimants.framed import (
    speaks_beside,
    with_bracket,
    with_holder,
    with_tail,
)
from casualty_ledger.extract.claimants.source import (
    BODIES,
    LAWMAKER,
    NAMED,
    OUTLET,
    PERSON,
    PRESS,
    PRONOUN,
    REPORT,
    SOURCES,
    Source,
)
from casualty_ledger.extract.claimants.verbs import past_day
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_LONGEST = 24  # characters of a name before its noun
_WORDS = 3  # words of a name before its noun, where words have spaces between them
_HEADS = (Kind.HEAD, Kind.OUTLET, Kind.TITLE)
_PRINTED = (BODIES, PRESS)
_HANGUL = re.compile("[\uac00-\ud7a3]")
# Chinese characters, katakana, letters and quotation marks that end right before a noun
_GLUED = re.compile(
    "[\u4e00-\u9fff\u30a1-\u30fa\u30fc\u30fb\u00b7\u2022\u2027\uff0eA-Za-z0-9\\-\u300a-\u300f"
    "\u201c\u201d]*$"
)
_SPACED = re.compile("[^\\s,.()\"'\u2018-\u201d\u2026\u00b7:;]*$")  # a word, or its beginning
_DAY = re.compile("^[0-9]+[\u65e5\u6708\u5e74]?")  # 25日 before a name
# 乔·基贝特, 「新聞」, アルシャバーブ after a title or a noun
_AFTER = (
    re.compile(
        "[\u4e00-\u9fff]{1,6}(?:[\u00b7\u2022\u2027\u30fb\uff0e.][\u4e00-\u9fff]{1,7}){1,3}"
    ),
    re.compile(
        " ?[\u300a\u300c\u300e\u201c\u2018'\"][^\u300a-\u300f\u2018-\u201d'\"\n,.]{2,20}"
        "[\u300b\u300d\u300f\u201d\u2019'\"]"
    ),
    re.compile("(?:\u306e|(?<=[\u4e00-\u9fff]))[\u30a1-\u30fa\u30fc\u30fb]{3,20}"),
)
_WORD = re.compile(
    "(?: [\uac00-\ud7a3]{2,10}[\uc640\uacfc](?= [\uac00-\ud7a3]{2}))? [\uac00-\ud7a3]{3,12}"
)
_PLAIN = re.compile("[\u4e00-\u9fff]{2,6}")  # a Chinese name without dots
# what the Chinese words for who holds an office end with: 长, 人, 员, 官, 席, 理, 袖
_HOLDERS = (
    "\u957f\u9577\u4eba\u5458\u54e1\u5b98\u5e2d\u7edf\u7d71"
    "\u7406\u76f8\u4ee4\u8868\u5c06\u5c07\u6821\u8896\u8001\u8bb0\u8a18\u4f7f\u95ee"
    "\u554f\u5e08\u5e2b\u751f\u76ee\u4efb\u6388\u76d1\u76e3"
)
_CLASSIFIED = 2  # characters: 这位, 该名
_SHORTEST = 2  # characters of a name
_FRAME = 8  # characters of a mark of who speaks
_STOPS = (
    Kind.SAYS, Kind.SAID_BY, Kind.SAID_BY_AFTER, Kind.EVENT, Kind.RELAY_BEFORE, Kind.DAY,
    Kind.WEEKDAY, Kind.BARRIER, Kind.JOINER, Kind.PLACE_BEFORE,
)  # fmt: skip
_FRAMES = (
    Kind.SAYS, Kind.TOPIC, Kind.SAID_BY_AFTER, Kind.OTHER_BEFORE, Kind.PLACE_BEFORE, Kind.TOLD_TO,
)  # fmt: skip
_NO_NAME = (
    Kind.EVENT, Kind.PEOPLE, Kind.COUNTRY, Kind.ORGAN, Kind.HEAD, Kind.TITLE, Kind.DAY,
    Kind.WEEKDAY, Kind.MASK, Kind.REPORT, Kind.PRONOUN, Kind.SPEAKER, Kind.ACTOR, Kind.PUBLISHER,
)  # fmt: skip
_DOTS = "\u30fb\u00b7\u2022\u2027\uff0e"  # between the parts of a name
_OTHERS = (PERSON, PRONOUN, REPORT, LAWMAKER, SOURCES)  # who speaks for somebody in the text


def spoken_phrases(passage: Passage, original: str) -> list[Source]:
    """Whoever speaks under a name that ends with a noun for a body, an office or a medium.

    The noun alone is no name.
    """
    if passage.pack.matching != "anywhere":
        return []
    found: list[Source] = []
    for head in _heads(passage):
        start, named = _start(passage, head, original), _name_after(passage, head, original)
        whole = with_holder(passage, with_bracket(passage, named))
        end = with_tail(passage, whole)
        glued = head.kind is Kind.TITLE and _HANGUL.match(original, head.start) is None
        office = head.kind is Kind.ORGAN and head.code not in _PRINTED
        plain = glued or office or start == head.start or _counts(passage, head)
        if (found and start < found[-1].end) or (plain and named == head.end):
            continue
        press = head.kind is Kind.OUTLET or (head.code == PRESS and named == head.end)
        told = (press or head.code == PRESS) and _reports(passage, end)
        if _looks_back(passage, start) or not (told or speaks_beside(passage, start, end)):
            continue
        printed = original[start:whole].strip()
        rank, role = (1, PRESS) if press else (3, OUTLET)
        found.append(Source(start, end, printed, rank, True, role=role))
    return found


def _reports(passage: Passage, end: int) -> bool:
    """Whether a word for reporting follows a medium, where that is no verb of saying: 报道."""
    after = past_day(passage, end)
    return passage.pack.objects_after and passage.marks.touching(Kind.RELAY_AFTER, after, after + 1)


def with_phrases(found: list[Source], phrases: list[Source]) -> list[Source]:
    """The sources of a sentence with names of bodies; what is known goes before, as far as it goes.

    What is only printed, or a state, is a part of the longer name: 索马里军官, 監視団.
    """
    known = [one for one in found if not _is_part(one, phrases)]
    return [
        *known,
        *(
            one
            for one in phrases
            if not any(two.start < one.end and one.start < two.end for two in known)
        ),
    ]


def _is_part(source: Source, phrases: list[Source]) -> bool:
    """Whether a name of no register, or a state, lies inside a longer name."""
    nameless = not source.claimant and bool(source.role) and source.role not in _OTHERS
    return (source.rank == 1 or source.role in NAMED or nameless) and any(
        one.start <= source.start and source.end <= one.end for one in phrases
    )


def _looks_back(passage: Passage, start: int) -> bool:
    """Whether a word for "the same" or "this" begins a name: 同省, 이 방송, 这位上将."""
    same = passage.pack.same
    return (
        passage.marks.touching(Kind.PRONOUN, start, start + 1)
        or passage.text.startswith(same, start)
        or any(
            passage.text.startswith(one, max(passage.start, start - _CLASSIFIED))
            for one in same
            if one[-1] != " "
        )
    )


def _heads(passage: Passage) -> Iterator[Mark]:
    """The nouns that may end a name: those of the file, titles, and bodies known as printed."""
    glued = passage.pack.objects_after
    printed = [
        one
        for one in passage.of(Kind.ORGAN)
        if one.code in _PRINTED or (glued and passage.text[one.end - 1] in _HOLDERS)
    ]
    marks = [one for kind in _HEADS for one in passage.of(kind)] + printed
    yield from sorted(marks, key=lambda one: (one.start, -one.end))


def _counts(passage: Passage, head: Mark) -> bool:
    """Whether a noun is one for fighters, who only speak under a name: 米兵士, 무장단체 X."""
    if head.kind is Kind.HEAD:
        return False
    return any(
        one.end == head.end or head.kind is Kind.TITLE
        for one in passage.of(Kind.FIGHTER)
        if one.start < head.end and head.start < one.end
    )


def _start(passage: Passage, head: Mark, original: str) -> int:
    """Where a name begins that a noun ends."""
    begin = max(passage.start, head.start - _LONGEST)
    if _HANGUL.match(original, head.start):
        return _first_word(passage, begin, head.start, original)
    run = _GLUED.search(original, begin, head.start)
    start = run.start() if run is not None else head.start
    for kind in _STOPS:
        ends = (one.end for one in passage.of(kind, start, head.start))
        start = max([start, *(one for one in ends if passage.text[one - 1] not in _DOTS)])
    start = _past_edges(passage, start, head.start, original)
    day = _DAY.match(original[start : head.start])
    return start if day is None else start + day.end()


def _past_edges(passage: Passage, start: int, end: int, original: str) -> int:
    """Where a name begins behind the last word that is no part of one; 由 in 自由 is a part."""
    for edge in passage.pack.name_edges:
        place = original.rfind(edge, start, end)
        known = place >= 0 and any(one.end > place for one in passage.of(Kind.ORGAN, start, end))
        inner = place >= 0 and any(
            original.startswith(word, place - word.index(edge))
            for word in passage.pack.name_words
            if edge in word
        )
        start = place + len(edge) if place >= 0 and not known and not inner else start
    return start


def _first_word(passage: Passage, begin: int, place: int, original: str) -> int:
    """The same where spaces stand between words, whose endings show that they are no name."""
    head = place
    for _ in range(_WORDS + 1):
        last = place - (place > begin and original[place - 1] == " ")
        word = _SPACED.search(original, begin, last)
        text = word.group() if word is not None else ""
        apart = last < place or place < head
        edge = apart and text.endswith(passage.pack.name_edges)  # 나일방위군 is one word
        if not text or edge or text[0].isdigit():
            break
        place = last - len(text)
    return place


def _name_after(passage: Passage, head: Mark, original: str) -> int:
    """The end of a name that stands after its noun; of the noun where none does.

    乔·基贝特, 「ノバヤ・リニヤ」, アルシャバーブ, 알샤바브.
    """
    for pattern in _AFTER:
        name = pattern.match(original, head.end, passage.end)
        if name is not None and not passage.of(Kind.EVENT, head.end, name.end()):
            return min([name.end(), *_verbs(passage, head.end)])
    if passage.pack.objects_after and passage.text[head.end - 1] in _HOLDERS:
        return _plain_name(passage, head.end)
    return _next_word(passage, head.end)


def _plain_name(passage: Passage, end: int) -> int:
    """The end of a name without dots after a title, where a frame ends it: 省长穆罕默德说."""
    name = _PLAIN.match(passage.text, end, passage.end)
    if name is None or any(passage.marks.touching(kind, end, end + 1) for kind in _FRAMES):
        return end
    frames = [
        one.start
        for kind in _FRAMES
        for one in passage.of(kind, end + _SHORTEST, min(passage.end, name.end() + 1))
    ]
    last = min([*frames, name.end()])
    following = passage.text[last : last + 1]
    closed = last in frames or following.isdigit() or following in ("(", "\uff08", ":")
    known = any(passage.of(kind, end, last) for kind in _NO_NAME)
    return last if closed and not known else end


def _verbs(passage: Passage, place: int) -> list[int]:
    """Where verbs of saying begin after a place."""
    return [one.start for one in passage.of(Kind.SAYS, place, min(passage.end, place + _LONGEST))]


def _next_word(passage: Passage, end: int) -> int:
    """The end of a word after a noun and a space, before its particle: 무장단체 알샤바브는."""
    word = _WORD.match(passage.text, end, passage.end)
    known = (Kind.HEAD, Kind.TITLE, Kind.ORGAN)
    tailed = passage.text.startswith(passage.pack.name_tails or "\n", end)
    told = passage.marks.touching(Kind.SAID_BY_AFTER, end + 1, end + 2)  # 위원회 집계로는
    if word is None or tailed or told or any(passage.of(one, end, word.end()) for one in known):
        return end
    frames = [
        one.start
        for kind in (Kind.TOPIC, Kind.SAID_BY_AFTER)
        for one in passage.of(kind, end + _SHORTEST, min(passage.end, word.end() + _FRAME))
        if one.end >= word.end() and not passage.text[one.start - 1].isspace()
    ]
    return min(frames, default=end)
