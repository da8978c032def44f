"""One figure stated twice in a text: headline and body, claim and its repetition."""

from collections.abc import Iterable
from dataclasses import replace

from casualty_ledger.extract.candidate import Candidate, Found
from casualty_schemas.vocabularies import Bound, Measure

_ALIKE = 50  # figures of one value that are compared


def link(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Point each candidate to the first one that states the same figure.

    A repetition whose claimant was not found takes that of the figure that it repeats, and the
    other way round: a headline rarely says who counted.
    """
    linked: list[Candidate] = []
    for candidate in candidates:
        place = _first_same(linked, candidate)
        if place is None:
            linked.append(candidate)
            continue
        first = linked[place]
        if _only_found_elsewhere(first) and candidate.claimant is not None:
            linked[place] = _with_claimant(first, candidate)
        elif _only_found_elsewhere(candidate) and first.claimant is not None:
            candidate = _with_claimant(candidate, first)
        linked.append(replace(candidate, same_as=first.number_span))
    return linked


def informed(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Give a figure without an event of its own that of another with the same value.

    A headline says "6,000 soldiers", the text under it what they do; who they are and when is
    then the same as well, where the figure itself named nobody.
    """
    found = list(candidates)
    plain: dict[tuple[int | None, int | None], list[Candidate]] = {}
    for one in found:
        if one.cue_span is not None and len(plain.setdefault(_value(one), [])) < _ALIKE:
            plain[_value(one)].append(one)
    return [
        _with_event(one, plain.get(_value(one), [])) if _says_nothing(one) else one for one in found
    ]


def _says_nothing(candidate: Candidate) -> bool:
    """Whether a figure is only a number of people, by its own words and those before it."""
    return candidate.cue_span is None and candidate.measure is Measure.STRENGTH


def _with_event(candidate: Candidate, plain: list[Candidate]) -> Candidate:
    same = [
        other
        for other in plain
        if _values_agree(other, candidate)
        and (other.population == candidate.population or not _named_near(candidate))
    ]
    if not same:
        return candidate
    start = candidate.number_span[0]
    other = min(same, key=lambda one: (one.number_span[0] < start, one.number_span[0]))
    return replace(
        candidate, event=other.event, status=other.status, measure=other.measure,
        scope=other.scope, population=other.population,
    )  # fmt: skip


def _named_near(candidate: Candidate) -> bool:
    return candidate.population_basis in (Found.PHRASE, Found.SENTENCE)


def _first_same(linked: list[Candidate], candidate: Candidate) -> int | None:
    for place, other in enumerate(linked):
        if other.same_as is None and _same(other, candidate):
            return place
    return None


def _same(one: Candidate, other: Candidate) -> bool:
    if one.measure is not other.measure or one.population != other.population:
        return False
    if one.scope is not other.scope or not _values_agree(one, other):
        return False
    unknown = _only_found_elsewhere(one) or _only_found_elsewhere(other)
    return one.claimant == other.claimant or unknown


def _only_found_elsewhere(candidate: Candidate) -> bool:
    return candidate.claimant is None or candidate.claimant_basis in (
        Found.DOCUMENT,
        Found.NONE,
    )


def _values_agree(one: Candidate, other: Candidate) -> bool:
    if Bound.VAGUE in (one.bound, other.bound):
        return False
    return _value(one) == _value(other)


def _value(candidate: Candidate) -> tuple[int | None, int | None]:
    if candidate.bound is Bound.BETWEEN:
        return candidate.value_low, candidate.value_high
    stated = (candidate.value_best, candidate.value_low, candidate.value_high)
    value = next((number for number in stated if number is not None), None)
    return value, value


def _with_claimant(candidate: Candidate, other: Candidate) -> Candidate:
    return replace(
        candidate,
        claimant=other.claimant,
        claimant_basis=Found.DOCUMENT,
        spokesperson=other.spokesperson,
        claimed_on=candidate.claimed_on or other.claimed_on,
    )
