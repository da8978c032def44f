"""Doctors and experts with the body at which they work: "doctors at the hospital said"."""

from casualty_ledger.extract.claimants.source import BODIES, PRESS, Source
from casualty_ledger.extract.claimants.speaking import is_attributed
from casualty_ledger.extract.marking.articles import past_genitive
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_WITHIN = 4  # words between the two
_BREAKING = (Kind.SAYS, Kind.SAID_BY, Kind.EVENT, Kind.RELATIVE, Kind.JOINER, Kind.ORGAN)


def with_workplaces(passage: Passage, found: list[Source], original: str) -> list[Source]:
    """The sources of a sentence, in which who works at a body speaks together with it, as printed.

    "Ärzte des Krankenhauses erklärten": not the hospital alone.
    """
    joined = [
        Source(one.start, body.end, original[one.start : body.end], 3, True, role=BODIES)
        for one in (passage.of(Kind.ORGAN) if passage.pack.matching == "words" else ())
        if one.code == PRESS
        for body in found
        if body.role == BODIES and _work_at(passage, one, body)
        if body.attributed or is_attributed(passage, one.start, body.end)
    ]
    kept = [
        one
        for one in found
        if not any(two.start <= one.start and one.end <= two.end for two in joined)
    ]
    return [*joined, *kept]


def _work_at(passage: Passage, people: Mark, body: Source) -> bool:
    """Whether "at" or "of" and nothing else that tells something parts people from a body."""
    gap = (people.end, body.start)
    if people.end >= body.start or passage.words(*gap) > _WITHIN or passage.has_comma(*gap):
        return False
    if passage.crossed(*gap) or any(passage.of(kind, *gap) for kind in _BREAKING):
        return False
    placed = passage.followed_by((Kind.PLACE_BEFORE,), people.end)
    return placed or past_genitive(passage, people.end) is not None
