"""How a claimant stands to the people it counts, worked out from the registers."""

from collections.abc import Iterator

from casualty_ledger.records.ledger import Ledger
from casualty_ledger.records.models import Conflict, Side
from casualty_schemas.vocabularies import ActorKind, Stance

# They belong to no side, wherever they are.
PRIVATE = (ActorKind.NEWS_MEDIA, ActorKind.RESEARCH, ActorKind.CIVIL_SOCIETY)


def stance_of(claimant: str, population: str, ledger: Ledger) -> Stance:
    """Return the stance of an actor to a population, in the conflict of the population.

    A party on the side of the counted people is ``own_side``, one on another side ``opponent``,
    a supporter of another side ``opponents_ally``; all other states and named bodies are
    ``third_party``, and so are publications, institutes and organisations, which do not speak
    for the state they are in. Where the people belong to no single party, or the claimant is
    unnamed or belongs to no state and no side, it is ``undetermined``.
    """
    people = ledger.populations[population].record
    sides = ledger.conflicts[people.conflict].record
    parties = set(_parties(claimant, ledger))
    own = _side_of(people.party, sides)
    actor = ledger.actors[claimant].record
    if own is None or not parties or (actor.kind is ActorKind.UNNAMED and not actor.country):
        return Stance.UNDETERMINED
    if parties & {*own.parties, *own.supporters}:
        return Stance.OWN_SIDE
    others = [side for side in sides.sides if side is not own]
    if any(parties & set(side.parties) for side in others):
        return Stance.OPPONENT
    if any(parties & set(side.supporters) for side in others):
        return Stance.OPPONENTS_ALLY
    return Stance.THIRD_PARTY


def _parties(actor: str, ledger: Ledger) -> Iterator[str]:
    """The actor, what it is part of, and their countries."""
    seen: set[str] = set()
    step: str | None = actor
    while step is not None and step not in seen:
        seen.add(step)
        record = ledger.actors[step].record
        if record.country and record.kind not in PRIVATE:
            yield record.country
        if record.country or record.kind is not ActorKind.UNNAMED:
            yield step
        step = record.part_of


def _side_of(party: str | None, conflict: Conflict) -> Side | None:
    return next((side for side in conflict.sides if party in side.parties), None)
