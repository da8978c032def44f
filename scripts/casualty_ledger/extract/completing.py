"""What only the whole text tells of its figures: who claims them, repeats them, passes them on."""

from casualty_ledger.extract.candidate import Found
from casualty_ledger.extract.claimants.attribution import Attribution
from casualty_ledger.extract.draft import Draft
from casualty_ledger.extract.duplicates import inform, link, share_claimants
from casualty_ledger.extract.forces.repeats import share_forces
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.quotes import is_open, paragraph
from casualty_ledger.extract.text import Text, is_heading

_QUOTED = 5  # sentences of a quotation
_TOLD_WITHIN = 2  # sentences
_FIRST_WITHIN = 5  # sentences before the first that says who speaks
_UNDER = 3  # sentences under a headline


def complete(document: Text, drafts: list[Draft]) -> None:
    """Fill in what only the whole text tells, once all of it is remembered."""
    for draft in drafts:
        _tell_after(document, draft)
    share_forces(drafts)
    inform(drafts)
    share_claimants(drafts)
    link(drafts)
    passing = _passing_on(document)
    for draft in drafts:
        whole = _first(document, draft.sentence) or passing
        under = _told_under(document, draft.sentence)
        claim = _told_beside(document, draft.sentence) or under or whole
        if claim is not None and (draft.claimant is None or _names_office(document, draft, under)):
            _take(draft, claim, Found.DOCUMENT)
        draft.relayed_by = tuple(one for one in document.heard.relayers if one != draft.claimant)


def _first(document: Text, place: int) -> Attribution | None:
    """Who speaks first of all, unless only long after a sentence: they speak of something else."""
    heard = document.heard
    speaking = min(heard.speaking, default=0)
    if heard.press is not None and place < heard.press_in < speaking:
        return heard.press  # media told it before anybody else spoke
    return heard.first if place >= speaking - _FIRST_WITHIN else None


def _told_beside(document: Text, place: int) -> Attribution | None:
    """A publication that alone tells what stands beside a figure, where nobody spoke yet.

    "Eight died. This was reported by AFP. Seven of them were from Malawi", and "17 soldiers died.
    Gunmen attacked their camp, reports AFP. The ministry said the fight went on".
    """
    heard = document.heard
    speaking = min(heard.speaking, default=place + 1)
    if speaking <= place:
        return None
    before = heard.passed.get(place - 1)
    under = range(place + 1, min(speaking, place + 1 + _UNDER))
    return before or next((heard.alone[one] for one in under if one in heard.alone), None)


def _told_under(document: Text, place: int) -> Attribution | None:
    """Who speaks first in the few sentences after one: a headline prints their figures."""
    heard = document.heard
    under = range(place + 1, place + 1 + _UNDER)
    told = [heard.speaking.get(one) or heard.passed.get(one) for one in under]
    return next((one for one in told if one is not None), None)


def _names_office(document: Text, draft: Draft, under: Attribution | None) -> bool:
    """Whether a headline names only a state, and the text under it the office that speaks."""
    heading = is_heading(document, document.passage(draft.sentence))
    return heading and under is not None and _is_of_state(document, draft.claimant, under.claimant)


def _passing_on(document: Text) -> Attribution | None:
    """Who claims what nobody is said to claim: a publication that also gives figures of its own.

    Else the media or experts who are said to tell the first figures.
    """
    for one in (*document.heard.relayers, document.meta.publisher or ""):
        if one in document.names.actors:
            return Attribution(one, Found.DOCUMENT)
    first = next(iter(document.heard.relayers), None)
    told = Attribution(first, Found.DOCUMENT) if first is not None else None
    return document.heard.press or told


def _tell_after(document: Text, draft: Draft) -> None:
    """Take the claimant whom one of the next sentences names: "Об этом сообщили в ..."."""
    heard = document.heard
    said = draft.spoken and draft.claimant_basis in (Found.PHRASE, Found.SENTENCE)
    quoted = None if said else _end_of_quotation(document, draft.sentence)
    closing = heard.speaking.get(quoted) if quoted is not None else None
    for following in range(draft.sentence + 1, draft.sentence + 1 + _TOLD_WITHIN):
        claim = heard.backward.get(following) or closing
        if claim is None:
            continue
        if not said or _is_of_state(document, draft.claimant, claim.claimant):
            _take(draft, claim, claim.basis)
        return
    passed = heard.passed.get(draft.sentence + 1)
    if passed is not None and draft.claimant is None:
        _take(draft, passed, passed.basis)


def _is_of_state(document: Text, state: str | None, office: str | None) -> bool:
    """Whether a claimant is only a state, and another one an office of that state."""
    countries = document.names.countries
    same = countries.get(state or "") == countries.get(office or "")
    return state != office and "government" in offices().roles(state or "") and same


def _take(draft: Draft, claim: Attribution, basis: Found) -> None:
    draft.claimant, draft.claimant_basis = claim.claimant, basis
    draft.spokesperson = claim.person


def _end_of_quotation(document: Text, place: int) -> int | None:
    """The sentence in which the quotation ends that a sentence begins or goes on with."""
    text, stretches = document.folded.text, document.stretches
    start, end = stretches[place]
    begin = paragraph(text, start)
    if not is_open(text, begin, end):
        return None
    for following in range(place + 1, min(place + 1 + _QUOTED, len(stretches))):
        if "\n" in text[end : stretches[following][0]]:
            return None
        if not is_open(text, begin, stretches[following][1]):
            return following
    return None
