"""For whom people speak whom the registers know, by the office that stands beside their name."""

from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.passage import Passage

_WINDOW = 24  # characters after a name


def held(actor: str, role: str) -> str:
    """For whom somebody speaks in an office: for another of the same state, or as known."""
    return offices().beside(actor, role) or actor


def speaks_as(passage: Passage, speaker: Mark) -> str:
    """For whom somebody speaks whose office follows the name: "Shoigu, the defence minister".

    The office that stands there is the one held then, whatever the registers say of today.
    """
    if passage.text[speaker.end : speaker.end + 2] != ", ":
        return speaker.code
    place = speaker.end + 2
    for office in passage.of(Kind.ORGAN, place, min(passage.end, place + _WINDOW))[:1]:
        between = passage.text[place : office.start].strip()
        if not between or between in passage.pack.articles:
            return held(speaker.code, office.code)
    return speaker.code
