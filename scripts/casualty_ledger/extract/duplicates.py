"""One figure stated twice in a text: headline and body, claim and its repetition."""

from casualty_ledger.extract.candidate import Found
from casualty_ledger.extract.draft import Draft
from casualty_schemas.vocabularies import Bound, Measure, Scope

_Figure = tuple[Measure, str | None, Scope, int | None, int | None]


def link(drafts: list[Draft]) -> None:
    """Point each draft to the first one that states the same figure.

    A repetition whose claimant was not found takes that of the figure that it repeats, and the
    other way round: a headline rarely says who counted.
    """
    firsts: dict[_Figure, list[Draft]] = {}
    for draft in drafts:
        if draft.reading.bound is Bound.VAGUE:
            continue
        same_figure = firsts.setdefault(_figure(draft), [])
        first = next((other for other in same_figure if _same_claim(other, draft)), None)
        if first is None:
            same_figure.append(draft)
            continue
        if _only_found_elsewhere(first) and draft.claimant is not None:
            _take_claimant(first, draft)
        elif _only_found_elsewhere(draft) and first.claimant is not None:
            _take_claimant(draft, first)
        draft.same_as = first.number


def _figure(draft: Draft) -> _Figure:
    """What two drafts must share to state the same figure, whoever claims it."""
    reading = draft.reading
    low, high = reading.low, reading.high
    if reading.bound is not Bound.BETWEEN:
        stated = (reading.best, reading.low, reading.high)
        low = high = next((number for number in stated if number is not None), None)
    return draft.measure, draft.population, draft.scope, low, high


def _same_claim(one: Draft, other: Draft) -> bool:
    unknown = _only_found_elsewhere(one) or _only_found_elsewhere(other)
    return one.claimant == other.claimant or unknown


def _only_found_elsewhere(draft: Draft) -> bool:
    return draft.claimant is None or draft.claimant_basis in (Found.DOCUMENT, Found.NONE)


def _take_claimant(draft: Draft, other: Draft) -> None:
    draft.claimant = other.claimant
    draft.claimant_basis = Found.DOCUMENT
    draft.spokesperson = other.spokesperson
    draft.claimed_on = draft.claimed_on or other.claimed_on
