"""What stands before or after a state and says what it is in its sentence."""

from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import COMMAS, Passage

_TIMES = (Kind.MONTH, Kind.WEEKDAY, Kind.DAY, Kind.YEAR, Kind.SCOPE)
_MARK_WITHIN = 28  # characters in which a preposition stands before a country


def is_marked_by(
    passage: Passage,
    mark: Mark,
    kinds_before: tuple[Kind, ...],
    kinds_after: tuple[Kind, ...],
    words: int = 1,
) -> bool:
    """Whether a word of some kinds stands right before a state, or of others right after it."""
    begin = max(passage.start, mark.start - _MARK_WITHIN)
    for kind in kinds_before:
        before = passage.of(kind, begin, mark.start)
        near = bool(before) and touches(passage, before[-1].end, mark.start, words)
        if near and _opens_clause(passage, before[-1].end, mark.start):
            continue  # auf der anderen Seite habe Russland
        if near and not _governs(passage, before[-1], mark):
            return True
    for kind in kinds_after:
        after = passage.of(kind, mark.start + 1, min(passage.end, mark.end + _MARK_WITHIN))
        past = [one for one in after if one.end > mark.end]  # may share letters: 우크라이나군과의
        if past and not passage.text[mark.end : past[0].start].strip(" '"):
            return True
    return False


def _opens_clause(passage: Passage, start: int, end: int) -> bool:
    """Whether a verb stands between a preposition and a state, which is its subject."""
    return any(passage.of(kind, start, end) for kind in (Kind.HAVING, Kind.AUXILIARY))


def _governs(passage: Passage, preposition: Mark, state: Mark) -> bool:
    """Whether a preposition goes with the word between it and a state, and leaves that one alone.

    "In the Kursk region Russia lost", "в мае Россия потеряла", "w wojnie Rosja straciła".
    """
    if passage.of(Kind.PLACE, preposition.start, state.start):
        return True
    gap = (preposition.end, state.start)
    if any(passage.of(kind, *gap) for kind in _TIMES):
        return True
    war = passage.of(Kind.WAR, *gap)[-1:]
    acts = passage.followed_by((Kind.EVENT, Kind.STATUS), state.end)
    return acts and bool(war) and passage.text[war[0].end : state.start] == " "


def touches(passage: Passage, start: int, end: int, words: int) -> bool:
    """Whether at most so many words, and no comma, lie between two places."""
    between = passage.text[start:end]
    if passage.pack.matching == "anywhere":
        return not between.strip()  # 在俄罗斯, but not 至2月朝鲜
    return passage.words(start, end) <= words + 1 and COMMAS.isdisjoint(between)
