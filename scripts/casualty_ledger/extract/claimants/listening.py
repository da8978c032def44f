"""Media that are only told something: "said to the agency X a doctor", "told X that"."""

from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_WINDOW = 48  # characters to look for a verb of saying
_LISTED = 3  # names of one list of listeners
_OPENING = 2  # words
_NAME = 2  # spaces around the name of a medium
_SPEAKER = 3  # words of who speaks, between a verb and a noun for media
_LOCAL = 4  # characters between "to" and a name: 对当地媒体
_WHO = 6  # characters between a name and a verb of saying: 记者
_NAMING = (Kind.PUBLISHER, Kind.ACTOR)
_TELLING = (Kind.ORGAN, Kind.TITLE, Kind.SPEAKER)


def listens(passage: Passage, start: int, end: int) -> bool:
    """Whether a medium is only told what somebody says.

    The noun before its name has the case of who listens ("агентству X"), or its bare name stands
    between a verb of saying and who says so ("řekl AFP lékař") or what is said ("řekl AFP, že").
    """
    begin = max(passage.start, start - _WINDOW)
    for noun in passage.of(Kind.LISTENER, begin, start)[-1:]:
        if _is_list(passage, noun.end, start):
            return is_told(passage, noun, end)
    if _is_told_after_to(passage, start, end) or _is_told_between(passage, start, end):
        return True
    published = passage.marks.touching(Kind.PUBLISHER, start, end)
    if not published or not _ends_before(passage, Kind.SAYS, start):
        return False
    verbs = passage.of(Kind.SAYS, begin, start)[-1:]
    if passage.followed_by(_TELLING, end):
        return True
    return (
        passage.words(passage.start, verbs[0].start) > _OPENING
        and passage.text[end : end + 2] == ", "
        and passage.marks.touching(Kind.THAT, end + 2, end + 3)
    )


def _is_told_after_to(passage: Passage, start: int, end: int) -> bool:
    """Whether "to" stands before the name of a medium, and a verb of saying before both.

    "Eleven men died, a déclaré mardi à l'AFP un officier".
    """
    if not passage.marks.touching(Kind.PUBLISHER, start, end):
        return False
    begin = max(passage.start, start - _WINDOW)
    for to in passage.of(Kind.TOLD_TO, begin, start)[-1:]:
        if not passage.text[to.end : start].strip():
            verbs = passage.of(Kind.SAYS, begin, to.start)[-1:]
            return any(_is_near(passage, one.end, to.start) for one in verbs)
    return False


def _is_told_between(passage: Passage, start: int, end: int) -> bool:
    """Whether whoever stands between "to" and a verb of saying is told: 对媒体说, 向路透社记者表示.

    Asked where words have no spaces, as in Chinese. Right after "tell" a name needs no verb.
    """
    if passage.pack.matching != "anywhere" or not passage.pack.objects_after:
        return False
    for to in passage.of(Kind.TOLD_TO, max(passage.start, start - _LOCAL), start)[-1:]:
        if to.end < start - _LOCAL or passage.has_comma(to.end, start):
            return False
        tells = passage.marks.touching(Kind.SAYS, to.start, to.end)
        verbs = passage.of(Kind.SAYS, end, min(passage.end, end + _WHO))
        return tells or any(not passage.has_comma(end, one.start) for one in verbs)
    return False


def _is_near(passage: Passage, start: int, end: int) -> bool:
    """Whether so few words, and no comma, lie between two places."""
    return passage.words(start, end) <= _SPEAKER and not passage.has_comma(start, end)


def _past_told(passage: Passage, verb: int) -> int:
    """The end of the medium that a verb has told, after "to" and maybe a day; else of the verb.

    "a déclaré à l'AFP Omar Diallo", "dijo este lunes a Efe Omar Diallo".
    """
    limit = min(passage.end, verb + _WINDOW)
    for to in passage.of(Kind.TOLD_TO, verb, limit):
        for name in passage.of(Kind.PUBLISHER, to.end, limit)[:1]:
            if not passage.text[to.end : name.start].strip():
                return name.end if _is_when(passage, verb, to.start) else verb
    return verb


def _is_when(passage: Passage, start: int, end: int) -> bool:
    """Whether nothing, or a few words with a day among them, lies between two places."""
    dated = any(passage.of(kind, start, end) for kind in (Kind.DAY, Kind.WEEKDAY))
    return not passage.text[start:end].strip() or (dated and _is_near(passage, start, end))


def is_told(passage: Passage, noun: Mark, end: int) -> bool:
    """Whether a verb of saying stands right before a noun for media, or after it and its name.

    The form may be another case: "według agencji X".
    """
    if _ends_before(passage, Kind.SAYS, noun.start):
        return True
    if _ends_before(passage, Kind.SAID_BY, noun.start):
        return False
    begin = max(passage.start, noun.start - _WINDOW)
    verbs = passage.of(Kind.SAYS, begin, noun.start)[-1:]
    said = any(_is_near(passage, one.end, noun.start) for one in verbs)
    return said or passage.followed_by((Kind.SAYS,), end)


def _ends_before(passage: Passage, kind: Kind, place: int) -> bool:
    """Whether a mark of a kind ends right before a place."""
    before = passage.of(kind, max(passage.start, place - _WINDOW), place)
    return any(passage.text[one.end : place] == " " for one in before)


def _is_list(passage: Passage, start: int, end: int) -> bool:
    """Whether at most the first names of a list stand between a noun and one of its names."""
    between = passage.text[start:end]
    if between == " ":
        return True
    joined = passage.has_comma(start, end) or passage.of(Kind.JOINER, start, end)
    names = sum(len(passage.of(kind, start, end)) for kind in _NAMING)
    return bool(joined) and names > 0 and passage.words(start, end) <= names + _LISTED


def past_listeners(passage: Passage, end: int) -> int:
    """Where the media end that are told, right after a verb of saying; else where it ends.

    Who speaks may follow them: "řekli agentuře AFP svědkové", "пояснив це X".
    """
    for told in passage.of(Kind.TOLD, end, min(passage.end, end + _WINDOW))[:1]:
        if passage.text[end : told.start] == " ":
            return told.end
    heard = _past_told(passage, end)
    if heard > end:
        return heard
    noun = next(iter(passage.of(Kind.LISTENER, end, min(passage.end, end + _WINDOW))[:1]), None)
    place = end
    if noun is not None and passage.text[end : noun.start] == " ":
        place = noun.end
    for _ in range(_LISTED):
        names = [
            mark
            for kind in _NAMING
            for mark in passage.of(kind, place, min(passage.end, place + _WINDOW))[:1]
        ]
        name = min(names, key=lambda one: one.start, default=None)
        if name is None or not (
            passage.text[place : name.start] == " "
            or (place > end and passage.joined(place, name.start))
        ):
            break
        if not listens(passage, name.start, name.end):
            break
        place = name.end
    return _past_unknown(passage, place) if place > end else end


def _past_unknown(passage: Passage, place: int) -> int:
    """The end of the one word that ends a list of listeners: "agenturám AFP a DPA"."""
    for joiner in passage.of(Kind.JOINER, place, min(passage.end, place + _WINDOW))[:1]:
        if passage.text[place : joiner.start] == " ":
            end = passage.text.find(" ", joiner.end + 1, passage.end)
            return end if end >= 0 else place
    return place


def told_before(passage: Passage, verb: int) -> bool:
    """Whether a noun for media, or its name, stands right before a verb, whose subject follows."""
    for noun in passage.of(Kind.LISTENER, max(passage.start, verb - _WINDOW), verb)[-1:]:
        gap = (noun.end, verb)
        near = passage.words(*gap) <= _NAME and not passage.has_comma(*gap)
        return near and not passage.of(Kind.SAYS, *gap)
    return False
