"""Bodies that no register knows, by the article before their capital letter: la Secretaría de X."""

from casualty_ledger.extract.claimants.introduced import capitals
from casualty_ledger.extract.claimants.source import OUTLET, Source
from casualty_ledger.extract.claimants.speaking import is_attributed
from casualty_ledger.extract.marking.articles import before_article, past_article
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage

_SHORTEST = 4  # letters
_NO_NAME = (Kind.SAYS, Kind.SAID_BY, Kind.PEOPLE, Kind.EVENT, Kind.WAR, Kind.FIGHTER, Kind.AMOUNT)
_WHERE = (Kind.LOCALITY, Kind.PLACE)
_NEAR = 12  # characters of "by the" before a name


def institutions(passage: Passage, runs: list[tuple[int, int]], original: str) -> list[Source]:
    """Whoever speaks with an article and a name in capital letters; people have no article.

    Asked only where a noun with a capital letter is a name, and where there are articles.
    """
    if passage.pack.capital_nouns or not passage.pack.articles:
        return []
    found: list[Source] = []
    for run in runs:
        start = _named_from(passage, run[0])
        if start is None or start >= run[1] or (found and start < found[-1].end):
            continue
        end = _end(passage, start, run[1], original)
        if end - start < _SHORTEST or _is_other(passage, start, end):
            continue
        if is_attributed(passage, start, end, near=True):
            found.append(Source(start, end, original[start:end], 3, True, role=OUTLET))
    return found


def _named_from(passage: Passage, start: int) -> int | None:
    """Where a name begins that has an article, before it or as its first word."""
    inside = past_article(passage, start)
    if inside > start:
        return inside if start == passage.start else None
    agents = passage.of(Kind.AGENT_BEFORE, max(passage.start, start - _NEAR), start)[-1:]
    after = any(not passage.text[one.end : start].strip() for one in agents)  # dall'Osservatorio
    return start if after or before_article(passage, start) < start else None


def _is_other(passage: Passage, start: int, end: int) -> bool:
    """Whether a name with an article is that of no body: "the North", "the War of Yemen"."""
    kinds = _NO_NAME if passage.words(start, end) else (*_NO_NAME, *_WHERE)
    return any(passage.marks.touching(kind, start, start + 1) for kind in kinds)


def _end(passage: Passage, start: int, end: int, original: str) -> int:
    """Where such a name ends: Asamblea de los Pueblos is one, Asamblea dice a Reuters is not."""
    words = capitals(passage, start, original)
    last = words[-1][1] if words else end
    return last if last > end and not passage.of(Kind.SAYS, end, last) else end
