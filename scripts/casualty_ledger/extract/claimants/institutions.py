"""Bodies that no register knows, by the article before their capital letter: la Secretaría de X."""

import re

from casualty_ledger.extract.claimants.introduced import capitals
from casualty_ledger.extract.claimants.source import OUTLET, Source
from casualty_ledger.extract.claimants.speaking import is_attributed
from casualty_ledger.extract.marking.articles import before_article, past_article, past_genitive
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage

_SHORTEST = 4  # letters
_DASH = re.compile(" [-\u2013\u2014](?: |$)")
_NO_NAME = (Kind.SAYS, Kind.SAID_BY, Kind.PEOPLE, Kind.EVENT, Kind.WAR, Kind.FIGHTER, Kind.AMOUNT)
_WHERE = (Kind.LOCALITY, Kind.PLACE)
_LONGEST = 8  # words behind the capital letters of a name
_BEHIND = 24  # characters of a noun or a state before "of"
_CLOSING = frozenset(',;:.()"\u201c\u201d\u00ab\u00bb\u2014\n')
_BREAKING = (Kind.RELATIVE, Kind.BARRIER, Kind.THAT, Kind.AUXILIARY, Kind.RELAY_BEFORE)
_NEAR = 12  # characters of "by the" before a name


def institutions(passage: Passage, runs: list[tuple[int, int]], original: str) -> list[Source]:
    """Whoever speaks with an article and a name in capital letters; people have no article.

    Asked only where a noun with a capital letter is a name, and where there are articles. Where an
    article is an ending, a noun for a body begins the name: Uniunea Africană.
    """
    if passage.pack.capital_nouns or passage.pack.matching != "words":
        return []
    found: list[Source] = []
    for run in runs:
        start = _named_from(passage, run[0])
        if start is None or start >= run[1] or (found and start < found[-1].end):
            continue
        plain = _end(passage, start, run[1], original)
        for end in _ends(passage, start, plain):
            if end - start < _SHORTEST or _is_other(passage, start, end):
                continue
            if is_attributed(passage, start, end, near=True):
                found.append(Source(start, end, original[start:end], 3, True, role=OUTLET))
                break
    return found


def _ends(passage: Passage, start: int, plain: int) -> list[int]:
    """Where a name may end: with its capital letters, or with the small words that go it on.

    Those of a noun for a body are a part of its name: Front de libération, Union des tribunaux.
    """
    longer = before_verb(passage, plain)
    body = passage.marks.touching(Kind.GROUP, start, start + 1)
    return [longer, plain] if body else [plain, longer]


def before_verb(passage: Passage, end: int) -> int:
    """Where the words behind a name end, up to a verb of saying, a comma, a bracket or a dash.

    The name itself where they are too many, or tell of something else.
    """
    limit = min([passage.end, *(one.start for one in passage.of(Kind.SAYS, end, passage.end)[:1])])
    limit = next((at for at in range(end, limit) if passage.text[at] in _CLOSING), limit)
    dash = _DASH.search(passage.text, end, limit)
    limit = limit if dash is None else dash.start()
    limit = end + len(passage.text[end:limit].rstrip())
    broken = passage.crossed(end, limit) or any(passage.of(one, end, limit) for one in _BREAKING)
    return end if broken or passage.words(end, limit) > _LONGEST else limit


def without_described(passage: Passage, kept: list[Source], bodies: list[Source]) -> list[Source]:
    """The sources of a sentence without those that only describe a body between its commas.

    "Le Front de libération du Macina, allié à Al-Qaïda, assure": the Front alone says so.
    """
    return [one for one in kept if not any(_describes(passage, one, body) for body in bodies)]


def _describes(passage: Passage, source: Source, body: Source) -> bool:
    """Whether a name stands in the aside that begins right after a body, and behind its first word.

    A name that begins the aside may be another speaker of a list.
    """
    if passage.text[body.end : body.end + 1] != "," or source.start <= body.end:
        return False
    closing = passage.text.find(",", body.end + 1, passage.end)
    begins = past_article(passage, body.end + 2)
    inside = begins < source.start and source.end <= closing
    return inside and not any(
        passage.of(kind, body.end, source.start) for kind in (Kind.SAYS, Kind.SAID_BY)
    )


def _named_from(passage: Passage, start: int) -> int | None:
    """Where a name begins that has an article, before it or as its first word."""
    ministry = _noun_of_state(passage, start)
    if ministry is not None:
        return ministry
    inside = past_article(passage, start)
    if inside > start:
        return inside if start == passage.start else None
    agents = passage.of(Kind.AGENT_BEFORE, max(passage.start, start - _NEAR), start)[-1:]
    if not passage.pack.articles:
        return start if passage.marks.touching(Kind.GROUP, start, start + 1) else None
    after = any(not passage.text[one.end : start].strip() for one in agents)  # dall'Osservatorio
    return start if after or before_article(passage, start) < start else None


def _noun_of_state(passage: Passage, start: int) -> int | None:
    """Where a noun for a body begins, before its state, "of" and a name: ministère irakien de X."""
    for state in passage.of(Kind.COUNTRY, max(passage.start, start - _BEHIND), start)[-1:]:
        if past_genitive(passage, state.end) not in (start, before_article(passage, start)):
            return None
        for noun in passage.of(Kind.GROUP, max(passage.start, state.start - _BEHIND), state.start):
            if passage.text[noun.end : state.start] == " ":
                return noun.start
    return None


def _is_other(passage: Passage, start: int, end: int) -> bool:
    """Whether a name with an article is that of no body: "the North", "the War of Yemen"."""
    if passage.words(start, end) and passage.marks.touching(Kind.GROUP, start, start + 1):
        return False  # "le Front de libération"
    kinds = _NO_NAME if passage.words(start, end) else (*_NO_NAME, *_WHERE)
    return any(passage.marks.touching(kind, start, start + 1) for kind in kinds)


def _end(passage: Passage, start: int, end: int, original: str) -> int:
    """Where such a name ends: Asamblea de los Pueblos is one, Asamblea dice a Reuters is not."""
    words = capitals(passage, start, original)
    last = words[-1][1] if words else end
    return last if last > end and not passage.of(Kind.SAYS, end, last) else end
