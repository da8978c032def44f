"""The name of a force that no register knows, as a text prints it: M23 rebels."""

import re

from casualty_ledger.extract.claimants.source import ARMY, BODIES
from casualty_ledger.extract.counting.counts import CIVILIANS, Count, is_bare
from casualty_ledger.extract.forces.bodies import body_end, is_body, with_body
from casualty_ledger.extract.forces.fighters import fighter_beside, is_fighter
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import COMMAS, STRONG, Passage
from casualty_ledger.extract.names import Names

_BASE = "forces"
_BEHIND = 24  # characters after a noun in which its state stands
_BESIDE = 12  # characters
_FORCE_WITHIN = 32  # characters of the noun that a state describes
_SHORTEST = 4  # letters of an adjective
_WORDS = 3  # between a number and its noun
BROKEN = (
    Kind.EVENT, Kind.PLACE_BEFORE, Kind.SAYS, Kind.SAID_BY, Kind.STATUS, Kind.BARRIER,
    Kind.PARTITIVE, Kind.BREAKDOWN, Kind.JOINER, Kind.AUXILIARY, Kind.OTHER_BEFORE,
)  # fmt: skip
_NAMES = (Kind.COUNTRY, Kind.ORGAN, Kind.PEOPLE, Kind.PLACE, Kind.WAR)
_PARTICLE = re.compile(
    "(?:\uc5d0\uc11c|\uc5d0|\uc740|\ub294|\uc744|\ub97c|\uc73c\ub85c|\ub85c) "
    "|[\u3041-\u306d\u306f-\u3093]+"
)
_ARMIES = frozenset("\uad70\ubcd1\u8ecd\u519b\u5175")  # army or soldier, after a state
_HANGUL = (0xAC00, 0xD7A3)  # first and last syllable
_FINALS, _PAST = 28, 20  # what a syllable may end in; the place of ㅆ among that
_OF = "\u306e"  # of, in Japanese
_LINK = re.compile(r"(?:d['\u2019]|de )")
_LEADING = frozenset((" ", _OF, "\u7684", "\uc758"))  # before a noun: a space or of
_NAME = re.compile(r"[^\W_]+(?:['\u2019\-][^\W_]+){0,3}")


def named_otherwise(passage: Passage, count: Count, original: str, names: Names) -> str | None:
    """The force in the noun phrase of a number, where it is clearly none of the registers.

    Its state is known and has no force there ("Polish soldiers"), or a name with a capital letter
    stands before the noun ("M23 rebels").
    """
    body = with_body(passage, count) or is_body(passage, count)
    if body is not None:
        return original[body[0] : body[1]]
    if passage.pack.head_before:
        army = _army_before(passage, count, names)
        if army is not None:
            return original[army.start : army.end]
        noun = _with_state(passage, count, names)
        if noun is not None:
            return original[noun[0] : noun[1]]
    phrase = _phrase(passage, count, original)
    if phrase is None:
        return None
    start, end = phrase
    states = passage.of(Kind.COUNTRY, start, end)
    if states:
        foreign = all((mark.code, _BASE) not in names.populations for mark in states)
        if is_bare(passage, count) and passage.of(Kind.PARTITIVE, start, states[0].start):
            start = states[0].start  # 47 morts côté arménien: the dead only say what befell them
        end = _past_force(passage, end) if states[-1].end == end else end
        return original[start:end] if foreign else None
    head = count.head
    if head is None or passage.pack.capital_nouns or head.start <= start:
        return None
    capital = any(word[:1].isupper() for word in _NAME.findall(original, start, head.start))
    return original[start:end] if capital else None


def _past_force(passage: Passage, end: int) -> int:
    """Where the noun ends that a state describes, after "of the": men of the Afghan police."""
    if passage.text[end : end + 1] != " ":
        return end
    near = (end + 1, min(passage.end, end + 1 + _FORCE_WITHIN))
    held = [*passage.of(Kind.WAR, *near), *passage.of(Kind.PEOPLE, *near)]
    held += [one for one in passage.of(Kind.ORGAN, *near) if one.code in (ARMY, BODIES)]
    ends = [one.end for one in held if one.start == end + 1]
    return end if any(passage.of(Kind.EVENT, end, last) for last in ends) else max([end, *ends])


def _with_state(passage: Passage, count: Count, names: Names) -> tuple[int, int] | None:
    """A noun for fighters beside a counter that begins with a state: 105名亚美尼亚军人."""
    found = _beside(passage, count)
    states = passage.of(Kind.COUNTRY, *found) if found is not None else []
    if found is None or not states or states[0].start != found[0]:
        return None
    return found if all((mark.code, _BASE) not in names.populations for mark in states) else None


def _army_before(passage: Passage, count: Count, names: Names) -> Mark | None:
    """A state without forces in the registers whose army stands right before a number: 소련군.

    A language file may know the two as one word: 미군.
    """
    begin = max(passage.start, count.first - _BESIDE)
    for mark in passage.of(Kind.COUNTRY, begin, count.first)[-1:]:
        after = passage.text[mark.end : mark.end + 1] in _ARMIES
        alone = not passage.text[mark.end : count.start].strip()  # and not 수단군 병사 30명
        army = after or (alone and passage.text[mark.end - 1] in _ARMIES)
        near = count.first - mark.end <= _SHORTEST and not passage.has_comma(mark.end, count.first)
        kills = passage.of(Kind.INFLICTING, mark.end, count.first)
        if army and near and not kills and (mark.code, _BASE) not in names.populations:
            return Mark(mark.start, mark.end + after, mark.kind, mark.code)
    return None


def described(passage: Passage, count: Count, original: str) -> str | None:
    """The noun of a number with the words that describe it, where nothing else says whose."""
    if not is_fighter(passage, count):
        return None
    if passage.pack.head_before:
        return _glued(passage, count, original)
    phrase = _phrase(passage, count, original)
    if phrase is None:
        return None
    start, end = phrase
    if count.head is not None:
        start = _past_owners(passage, start, count.head.start)
    if count.head is not None and end == count.head.end:
        body = body_end(passage, count.head, original)
        end = body or (_adjective(passage, end) if passage.pack.adjectives_after else end)
    printed = original[start:end]
    return printed if len(_NAME.findall(printed)) > 1 else None


def _past_owners(passage: Passage, start: int, end: int) -> int:
    """Where a noun phrase begins without "additional" or "its own", which do not say whose."""
    kinds = (Kind.ADDITION, Kind.POSSESSIVE, Kind.OWN)
    start = max([start, *(one.end for kind in kinds for one in passage.of(kind, start, end))])
    while start < end and passage.text[start] == " ":
        start += 1
    return start


def _glued(passage: Passage, count: Count, original: str) -> str | None:
    """A noun for fighters with the word before it."""
    mark = fighter_beside(passage, count)
    found = _beside(passage, count)
    if mark is None or found is None:
        return None
    start = found[0]
    own = passage.of(Kind.COUNTRY, mark.start, mark.end)
    told = start < mark.start or " " in passage.text[start : mark.end]
    return original[start : mark.end] if told or own else None


def _beside(passage: Passage, count: Count) -> tuple[int, int] | None:
    """Where the noun for fighters beside a number begins with the word before it, and ends."""
    mark = fighter_beside(passage, count)
    if mark is None:
        return None
    start = _described_from(passage, mark)
    if mark.start >= count.end:
        start = max(start, count.end)
        for counter in passage.of(Kind.PEOPLE, start, mark.start)[:1]:
            start = counter.end if counter.start == start else start  # 名受伤士兵
        start += passage.text[start : start + 1] == _OF
    while start < mark.start and passage.text[start] in _LEADING:
        start += 1
    return _past_edge(passage, start, mark), mark.end


def _described_from(passage: Passage, noun: Mark) -> int:
    """Where a noun of fighters begins with the word before it, and past any other phrase."""
    start = _front(passage, noun)
    before = passage.text.rfind(" ", passage.start, max(passage.start, start - 1)) + 1
    if start > passage.start and passage.text[start - 1] == " " and start - before <= _BESIDE:
        apart = _tells_more(passage.text[before:start]) or _is_edge(passage, start - 1)
        start = start if apart else max(before, passage.start)
    for ending in _PARTICLE.finditer(passage.text, start, noun.start):
        start = ending.end()
    kinds = (Kind.BREAKDOWN, Kind.EVENT, Kind.JOINER, Kind.SCOPE)
    others = [mark.end for kind in kinds for mark in passage.of(kind, start, noun.start)]
    return max(others, default=start)


def _past_edge(passage: Passage, start: int, noun: Mark) -> int:
    """Where a noun begins past a sign that is no part of a name, without spaces: 是|政府军士兵."""
    if passage.pack.matching != "anywhere" or start >= noun.start:
        return start
    known = any(one.start == start for kind in _NAMES for one in passage.of(kind, start, noun.end))
    return start + (not known and passage.text[start] in passage.pack.name_edges)


def _is_edge(passage: Passage, end: int) -> bool:
    """Whether a word that ends at a place can be no part of a name: 공격을 받아 정부군."""
    begin = max(passage.start, end - _BESIDE)
    if any(one.end == end for kind in _NAMES for one in passage.of(kind, begin, end)):
        return False
    return passage.text[begin:end].endswith(passage.pack.name_edges)


def _tells_more(word: str) -> bool:
    """Whether a word before a noun is not part of it: 4명, 무장대원; 나왔고 군인.

    The past tense of Korean verbs has a syllable that ends in ㅆ.
    """
    if not COMMAS.isdisjoint(word) or any(sign.isdigit() for sign in word):
        return True
    return any(
        _HANGUL[0] <= ord(sign) <= _HANGUL[1] and (ord(sign) - _HANGUL[0]) % _FINALS == _PAST
        for sign in word
    )


def _adjective(passage: Passage, end: int) -> int:
    """The end of the word after a noun, where it is none that the language file knows."""
    following = _NAME.match(passage.text, end + 1, passage.end)
    if following is None or passage.text[end : end + 1] != " ":
        return end
    bodies = passage.of(Kind.ORGAN, end + 1, passage.end)[:1]
    if bodies and bodies[0].start == end + 1 and bodies[0].code == BODIES:
        return bodies[0].end  # "fighters of Boko Haram"
    known = any(passage.marks.touching(kind, end + 1, end + 2) for kind in Kind)
    return end if known or len(following.group()) < _SHORTEST else following.end()


def _phrase(passage: Passage, count: Count, original: str) -> tuple[int, int] | None:
    """The noun of a number with what describes it, without the number."""
    head = count.head
    if head is None or head.code == CIVILIANS:
        return None
    if head.end <= count.start:
        return _front(passage, head), head.end
    start = min(head.start, max(count.end, passage.start))
    while start < head.start and not original[start].isalnum():
        start += 1
    for kind in (Kind.BREAKDOWN, Kind.PARTITIVE):
        for mark in passage.of(kind, start, head.start)[:1]:
            start = mark.end + 1 if mark.start == start else start  # 20 of them, 15.000 de soldați
    short = _LINK.match(original, start, head.start)
    start = start if short is None else short.end()  # une centaine d'instructeurs
    gap = (start, head.start)
    if passage.words(*gap) > _WORDS or any(passage.of(kind, *gap) for kind in BROKEN):
        return head.start, end_with_state(passage, head)
    if not (COMMAS | STRONG).isdisjoint(passage.text[start : head.start]):
        return head.start, end_with_state(passage, head)
    return start, end_with_state(passage, head)


def _front(passage: Passage, head: Mark) -> int:
    """Where the word begins that ends in a noun, in languages that write them together."""
    start = head.start
    while start > passage.start and passage.text[start - 1].isalnum():
        start -= 1
    return start


def end_with_state(passage: Passage, head: Mark) -> int:
    """The end of a noun phrase whose state follows the noun: soldats polonais, of Sudan."""
    if passage.pack.head_before or passage.pack.event_side == "after":
        return head.end  # there it precedes the noun
    after = passage.of(Kind.COUNTRY, head.end, min(passage.end, head.end + _BEHIND))[:1]
    for mark in after:
        between = passage.text[head.end : mark.start]
        parts = passage.of(Kind.PARTITIVE, head.end, mark.start)
        whole = parts[0] if parts else None
        if between == " " or (whole and between.strip() == passage.text[whole.start : whole.end]):
            return mark.end
    return head.end
