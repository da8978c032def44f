"""Whose people a number counts that a text states twice: the plainer of the two says it."""

from casualty_ledger.extract.candidate import Found
from casualty_ledger.extract.draft import Draft
from casualty_ledger.extract.duplicates import Value, value_of
from casualty_schemas.vocabularies import Bound

_ALIKE = 50  # figures of one value that are compared
_TELLING = 20  # smaller numbers are equal by chance, unless a text tells nothing else
_PLAIN = (Found.PHRASE, Found.SENTENCE)
_GUESSED = (Found.DOCUMENT, Found.NONE)


def share_forces(drafts: list[Draft]) -> None:
    """Give a figure that names no force the population of one with the same value that does.

    A headline says "45,100 dead", the text under it whose they are.
    """
    alike: dict[Value, list[Draft]] = {}
    for draft in drafts:
        value = value_of(draft)
        if draft.reading.bound is not Bound.VAGUE and value[0] is not None:
            same = alike.setdefault(value, [])
            if len(same) < _ALIKE:
                same.append(draft)
    for same in alike.values():
        for draft in same if len(same) > 1 else ():
            _tell(draft, same)


def _tell(draft: Draft, same: list[Draft]) -> None:
    if (value_of(draft)[0] or 0) < _TELLING:
        if draft.population_basis is not Found.NONE:
            return
        same = [one for one in same if one.measure is draft.measure]
    plain = next((one for one in same if _says_whose(one, draft)), None)
    if plain is not None:
        draft.population, draft.population_basis = plain.population, Found.DOCUMENT


def _says_whose(one: Draft, draft: Draft) -> bool:
    """Whether another figure names the force that a figure leaves to the rest of the text."""
    if draft.population_basis in _GUESSED:
        return one.population_basis in _PLAIN
    unnamed = draft.population_basis is Found.EARLIER_SENTENCE
    return unnamed and one.population_basis is Found.PHRASE and one.measure is draft.measure
