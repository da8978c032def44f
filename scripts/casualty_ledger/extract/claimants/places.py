"""Places that only say whose office speaks, though they look like names of people."""

from casualty_ledger.extract.claimants.source import BODIES, PRESS
from casualty_ledger.extract.claimants.verbs import precedes
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage

_WINDOW = 48  # characters before a name


def is_of_place(passage: Passage, start: int, end: int) -> bool:
    """Whether one word is the place whose office speaks: "the police of the province X said".

    Asked only where no "of" tells so: "Starosta okresu Baidoa oznámil".
    """
    if not passage.pack.bare_genitives or " " in passage.text[start:end]:
        return False
    offices_before = passage.of(Kind.ORGAN, max(passage.start, start - _WINDOW), start)[-1:]
    body = any(
        one.code in (BODIES, PRESS)
        and one.end == start - 1
        and " " in passage.text[one.start : one.end]
        for one in offices_before
    )
    return body or (bool(offices_before) and precedes(passage, Kind.LOCALITY, start))
