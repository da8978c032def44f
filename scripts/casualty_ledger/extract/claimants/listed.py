"""States that are named in one list."""

from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_WINDOW = 48  # characters to look for a verb of saying
_STATE_WITHIN = 4
_ARTICLE = 4  # letters of an article or a preposition


def named_together(passage: Passage, mark: Mark) -> list[Mark]:
    """A state with those that are named right before it, joined by "and" or a comma."""
    together = [mark]
    begin = max(passage.start, mark.start - _WINDOW)
    for before in reversed(passage.of(Kind.COUNTRY, begin, mark.start)):
        gap = (before.end, together[0].start)
        if gap[1] < gap[0]:
            continue  # found twice
        if passage.text[slice(*gap)].strip() == "" or not is_listed(passage, *gap):
            break
        together.insert(0, before)
    return [mark] if is_chance(passage, together) else together


def listed_after(passage: Passage, mark: Mark) -> list[Mark]:
    """The states that go on a list which a state opens: "of the US, South Korea and Ukraine"."""
    listed = [mark]
    for after in passage.of(Kind.COUNTRY, mark.end, min(passage.end, mark.end + 2 * _WINDOW)):
        gap = (listed[-1].end, after.start)
        if gap[1] < gap[0]:
            continue  # found twice
        linked = passage.has_comma(*gap) or bool(passage.of(Kind.JOINER, *gap))
        apart = (Kind.SAYS, Kind.EVENT, Kind.PEOPLE, Kind.PLACE_BEFORE)
        other = [kind for kind in apart if passage.of(kind, *gap)]
        if not linked or other or passage.words(*gap) > _STATE_WITHIN or passage.crossed(*gap):
            break
        listed.append(after)
    closed = bool(passage.of(Kind.JOINER, listed[0].end, listed[-1].start))
    return listed[1:] if closed or passage.pack.head_before else []


def is_chance(passage: Passage, states: list[Mark]) -> bool:
    """Whether only commas stand between states: "in Kyiv, South Korea's agency said"."""
    if len(states) < 2 or passage.pack.head_before:
        return False
    gap = (states[0].end, states[-1].start)
    return passage.has_comma(*gap) and not passage.of(Kind.JOINER, *gap)


def is_listed(passage: Passage, start: int, end: int) -> bool:
    """Whether only a joining word or a comma, and a short word, lie between two states.

    The short word is an article or a preposition: "South Korea and the West", "și din Occident".
    """
    if passage.joined(start, end):
        return True
    joiners = passage.of(Kind.JOINER, start, end)
    first = joiners[0].end if joiners else start
    linked = bool(joiners) or passage.text[start:end].startswith(",")
    between = passage.text[first:end].strip(" ,'")
    return linked and between.isalpha() and len(between) <= _ARTICLE
