"""For whom people speak whom the registers know, by the office that stands beside their name."""

from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.names import Names

_WINDOW = 24  # characters before and after a name
_BESIDE = ("", " ")


def held(actor: str, role: str) -> str:
    """For whom somebody speaks in an office: for another of the same state, or as known."""
    return offices().beside(actor, role) or actor


def speaks_as(passage: Passage, speaker: Mark, names: Names) -> str:
    """For whom somebody speaks whose office stands beside the name.

    It goes before the name or follows it: "Defence Minister Shoigu", "Shoigu, the defence
    minister". That office is the one held then, whatever the registers say of today.
    """
    state = names.countries.get(speaker.code)
    named = _ending_before(passage, Kind.ACTOR, speaker)
    if named is not None and state and names.countries.get(named.code) == state:
        return named.code
    office = _ending_before(passage, Kind.ORGAN, speaker) or _after(passage, speaker)
    return speaker.code if office is None else held(speaker.code, office.code)


def _ending_before(passage: Passage, kind: Kind, speaker: Mark) -> Mark | None:
    """The mark of a kind that ends right before a name."""
    begin = max(passage.start, speaker.start - _WINDOW)
    for one in passage.of(kind, begin, speaker.start):
        if one.end <= speaker.start and passage.text[one.end : speaker.start] in _BESIDE:
            return one
    return None


def _after(passage: Passage, speaker: Mark) -> Mark | None:
    """The office that follows a name: after a comma, or right after it where titles do."""
    place = speaker.end
    if passage.text[place : place + 2] == ", ":
        place += 2
    elif not passage.pack.head_before:
        return None
    for office in passage.of(Kind.ORGAN, place, min(passage.end, place + _WINDOW))[:1]:
        between = passage.text[place : office.start].strip()
        if not between or between in passage.pack.articles:
            return office
    return None
