"""Somebody in a sentence who may have given a figure, and what kind of body they are."""

from dataclasses import dataclass

# What a source is, where that decides for whom it speaks.
PRONOUN = "pronoun"  # of these three only the text before tells the claimant
PERSON = "person"
REPORT = "report"
PRESS = "press"  # media, journalists, experts: who they are a text seldom says
COUNTERS = "counters"  # outlets that count the dead together with one of the registers
SOURCES = "sources"
BODIES = "bodies"  # a body or a person that no register knows
OUTLET = "outlet"  # a medium or a body that is named with the noun for it
UNLISTED = "unlisted"  # words that no list knows, in the place of a speaker
HEAD_OF_STATE = "president"
LAWMAKER = "lawmaker"
STATE_MEDIA = "state_media"
ARMY = "military"
NAMED = (BODIES, PRESS, COUNTERS)  # roles whose words are names
VOICE = 2  # the rank of who speaks for another


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody in a sentence who may have given a figure."""

    start: int
    end: int
    claimant: str
    rank: int  # 3 an organisation or person, 2 a voice for another, 1 a state
    attributed: bool
    person: str | None = None
    news: bool = False
    role: str = ""
    state: str = ""  # the code of a state that is named without an office
    takes: bool = False  # only says that an attack is theirs
    bare: str = ""  # the office by whose plain noun a register knows it: "the Ministry of Defence"
