"""Whether a name before the colon of a headline says what follows it, or what it is about."""

from casualty_ledger.extract.claimants.source import BODIES, PERSON, Source
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage

_NAME = 48  # characters to look for a colon


def is_topic(passage: Passage, source: Source) -> bool:
    """Whether a headline may only be about a name that seems to speak by a colon.

    A name that no register knows may be a place: "Ulster Road: twelve soldiers killed"; a body
    from which other words part the colon does or suffers something: "Boko Haram'a operasyon: ".
    """
    if source.role not in (PERSON, BODIES):
        return False
    colon = passage.text.find(":", source.end, min(passage.end, source.end + _NAME))
    if colon < 0:
        return False
    told = any(passage.of(kind) for kind in (Kind.SAYS, Kind.SAID_BY, Kind.SAID_BY_AFTER))
    if told or passage.of(Kind.TITLE, passage.start, colon):
        return False
    return source.role == PERSON or bool(passage.text[source.end : colon].strip())
