"""Events that a text only counts in: "losses, including the missing", 行方不明者を含む."""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_KINDS = frozenset((Event.KILLED, Event.WOUNDED, Event.MISSING, Event.CAPTURED))
_NOUN = 4  # characters of an ending and a particle
_OPENING = ("(", ",", "-", "\u2014")
_CLOSING = frozenset("),-\u2014")


def is_counted_in(passage: Passage, mark: Mark) -> bool:
    """Whether an event is only named as one that a number holds, and has none of its own."""
    if mark.code not in _KINDS:
        return False
    return _is_aside(passage, mark) or _leads_on(passage, mark)


def _is_aside(passage: Passage, mark: Mark) -> bool:
    """Whether an event is all that "including" opens between brackets, dashes or commas."""
    before = passage.of(Kind.BREAKDOWN, passage.start, mark.start)[-1:]
    if not before or passage.text[before[0].end : mark.start].strip():
        return False
    opened = passage.text[passage.start : before[0].start].rstrip().endswith(_OPENING)
    end = mark.end
    while end < passage.end and passage.text[end].isalpha():
        end += 1
    return opened and passage.text[end : end + 1] in _CLOSING


def _leads_on(passage: Passage, mark: Mark) -> bool:
    """Whether "including" follows an event, where it stands after what it counts in."""
    if not passage.pack.head_before:
        return False
    limit = min(passage.end, mark.end + 2 * _NOUN)
    following = passage.of(Kind.BREAKDOWN, mark.end, limit)[:1]
    if not following or passage.crossed(mark.end, following[0].start):
        return False
    if passage.has_comma(mark.end, following[0].start):
        return False  # what follows is a part: "the dead, among them"
    return following[0].start - mark.end <= _NOUN and not any(
        last <= mark.start and mark.start - last <= _NOUN for _, last in passage.numbers
    )
