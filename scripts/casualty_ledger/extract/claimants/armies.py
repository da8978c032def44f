"""Armies that are one word with their state and say something."""

from casualty_ledger.extract.claimants.framed import speaks_beside, with_holder
from casualty_ledger.extract.claimants.source import ARMY, Source
from casualty_ledger.extract.claimants.verbs import SUBJECTS, speaks_right_after
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.passage import Passage

_CLOSE = 2  # words
_PLACE = 8  # characters after a state
_ARMIES = frozenset("\uad70\u8ecd\u519b")  # army, after a state: 태국군, タイ軍
_SUBJECTS = (Kind.ORGAN, Kind.HEAD, Kind.TITLE, Kind.COUNTRY, Kind.PRONOUN)


def speaking_armies(passage: Passage, original: str) -> list[Source]:
    """An army that is one word with its state, before a mark of who speaks: ウクライナ軍は.

    One of a state without any office in the table is printed.
    """
    if passage.pack.matching == "words":
        return []
    found = []
    for mark in passage.of(Kind.COUNTRY):
        end = _end_of_army(passage, mark)
        if end is None or not _speaks(passage, mark.start, end):
            continue
        if not _opens(passage, mark) and not _ends(passage, end):
            continue
        printed = "" if offices().has(mark.code) else original[mark.start : end]
        actor = offices().actor([mark.code], ARMY) or printed
        if actor:
            found.append(Source(mark.start, end, actor, 3, True, role=ARMY))
    return found


def _speaks(passage: Passage, start: int, end: int) -> bool:
    """Whether an army is the subject of a verb of saying, or whoever has a title in it is.

    チャド軍の報道官は is its spokesman; 말리군이 is the subject of the last verb of the sentence.
    """
    said = {end, with_holder(passage, end)}
    return _says_itself(passage, start, end) or any(
        speaks_right_after(passage, one) or speaks_beside(passage, start, one) for one in said
    )


def _says_itself(passage: Passage, start: int, end: int) -> bool:
    """Whether the only subject of a sentence tells what it has done: マリ軍が5日、...と発表した."""
    if start > passage.start or passage.text[end : end + 1] not in SUBJECTS:
        return False
    verbs = passage.of(Kind.SAYS, end, passage.end)
    if not verbs or passage.end - verbs[-1].end > _PLACE:
        return False
    return not any(
        passage.marks.touching(Kind.TOPIC, one.end, one.end + 1)
        for kind in _SUBJECTS
        for one in passage.of(kind, end, passage.end)
    )


def _opens(passage: Passage, state: Mark) -> bool:
    return passage.words(passage.start, state.start) <= _CLOSE


def _ends(passage: Passage, end: int) -> bool:
    """Whether only a particle and a verb of saying follow: "...고 태국군은 밝혔다"."""
    verbs = passage.of(Kind.SAYS, end, min(passage.end, end + _PLACE))
    return bool(verbs) and passage.pack.head_before and passage.end - verbs[-1].end <= _PLACE


def _end_of_army(passage: Passage, state: Mark) -> int | None:
    """Where the noun for forces ends that is one word with a state, if it is."""
    if passage.text[state.end : state.end + 1] in _ARMIES:
        return state.end + 1
    if passage.text[state.end - 1] in _ARMIES:
        return state.end  # マリ軍, where the state alone is another word
    end = min(passage.end, state.end + _PLACE)
    for kind in (Kind.PEOPLE, Kind.POPULATION):
        for noun in passage.of(kind, state.start, end):
            if noun.code.endswith("forces") and noun.start <= state.end <= noun.end:
                return noun.end
    return None
