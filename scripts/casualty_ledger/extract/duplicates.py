"""One figure stated twice in a text: headline and body, claim and its repetition."""

from casualty_ledger.extract.candidate import Found
from casualty_ledger.extract.draft import Draft
from casualty_schemas.vocabularies import Bound, Measure, Scope

Value = tuple[int | None, int | None]
_Figure = tuple[Measure, str | None, Scope, int | None, int | None]

_ALIKE = 50  # figures of one value that are compared
_TELLING = 5  # smaller numbers are equal by chance
_SAID = (Found.PHRASE, Found.SENTENCE)


def share_claimants(drafts: list[Draft]) -> None:
    """Give a number that nobody is said to give where it stands to who gives it elsewhere.

    A headline says "300 dead", the text under it "killed and wounded 300, the army said". What
    the two tell of may differ in their words; a small number is given twice by chance.
    """
    given: dict[Value, Draft] = {}
    for draft in drafts:
        if _is_telling(draft) and draft.claimant is not None and draft.claimant_basis in _SAID:
            given.setdefault(value_of(draft), draft)
    for draft in drafts:
        other = given.get(value_of(draft)) if _is_telling(draft) else None
        if other is not None and _only_found_elsewhere(draft):
            _take_claimant(draft, other)


def _is_telling(draft: Draft) -> bool:
    """Whether a number is so large that a text hardly has it twice by chance."""
    value = value_of(draft)[0]
    return draft.reading.bound is not Bound.VAGUE and value is not None and value >= _TELLING


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
    return draft.measure, draft.population, draft.scope, *value_of(draft)


def value_of(draft: Draft) -> Value:
    """The stated number, or the limits of a range, whatever the bound."""
    reading = draft.reading
    if reading.bound is Bound.BETWEEN:
        return reading.low, reading.high
    stated = (reading.best, reading.low, reading.high)
    value = next((number for number in stated if number is not None), None)
    return value, value


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


def inform(drafts: list[Draft]) -> None:
    """Give a figure without an event of its own that of another with the same value.

    A headline says "6,000 soldiers", the text under it what they do; who they are and when is
    then the same as well, where the figure itself named nobody.
    """
    plain: dict[Value, list[Draft]] = {}
    for draft in drafts:
        if draft.cue is not None and len(plain.setdefault(value_of(draft), [])) < _ALIKE:
            plain[value_of(draft)].append(draft)
    for draft in [one for one in drafts if _says_nothing(one)]:
        _take_event(draft, plain.get(value_of(draft), []))


def _says_nothing(draft: Draft) -> bool:
    """Whether a figure is only a number of people, by its own words and those before it."""
    return draft.cue is None and draft.measure is Measure.STRENGTH


def _take_event(draft: Draft, plain: list[Draft]) -> None:
    same = [
        other
        for other in plain
        if Bound.VAGUE not in (other.reading.bound, draft.reading.bound)
        and (other.population == draft.population or not _named_near(draft))
    ]
    if not same:
        return
    start = draft.number[0]
    other = min(same, key=lambda one: (one.number[0] < start, one.number[0]))
    draft.event, draft.status, draft.measure = other.event, other.status, other.measure
    draft.scope, draft.population = other.scope, other.population


def _named_near(draft: Draft) -> bool:
    return draft.population_basis in (Found.PHRASE, Found.SENTENCE)
