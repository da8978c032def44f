"""Who is meant by an office without its state, a state without its office, or a count by media."""

from casualty_ledger.extract.claimants.organs import NAMELESS
from casualty_ledger.extract.claimants.source import COUNTERS
from casualty_ledger.extract.claimants.sources import sources
from casualty_ledger.extract.forces.elsewhere import is_elsewhere
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.text import Text, survey

_TOLD_WITHIN = 2  # sentences


def counter(document: Text) -> str | None:
    """The publication of the registers that a text names as one who counts, if it names one."""
    if document.counter is None:
        named = (
            (one, any(other.role == COUNTERS for other in found))
            for passage in document.every_passage()
            for found in [sources(passage, document.names, document.original)]
            for one in found
            if one.claimant in document.names.news and one.claimant in document.names.actors
        )
        document.counter = next((one.claimant for one, joint in named if joint or not one.news), "")
    return document.counter or None


def named_before(document: Text, role: str) -> str | None:
    """The claimant named last that is an office of a kind; joint groups of states left out."""
    for one in reversed(document.heard.mentioned):
        if document.names.countries.get(one) and role in _held_by(one):
            return one
    return None


def named_elsewhere(document: Text, role: str) -> str | None:
    """The first office of a kind that a text names with its state, before or after."""
    if document.held is None:
        document.held = {}
        for passage in document.every_passage():
            for one in sources(passage, document.names, document.original):
                known = bool(document.names.countries.get(one.claimant))  # no joint group
                for held in _held_by(one.claimant) if known else ():
                    document.held.setdefault(held, one.claimant)
    return document.held.get(role)


def usual(document: Text, role: str) -> str:
    """Whose office a text on a party's forces means that names no state with any; "" if unknown.

    In a text on a war of others "the army" is theirs.
    """
    if is_elsewhere(document):
        return ""
    party = survey(document).most_frequent() or document.meta.subject
    home = document.pack.home
    usual = offices().usual.get(party or "", "") if role in NAMELESS else ""
    first = home if (home, "forces") in document.names.populations else usual
    actor = offices().actor([first], role) or offices().actor([usual or home], role)
    return actor or ""


def of_state(document: Text, state: str) -> str | None:
    """The office of a state that a text named last, where the state alone is no actor.

    One that is named right after counts too: "Russia said. So the Defence Ministry put it."
    """
    countries, here = document.names.countries, document.remembered
    for one in reversed(document.heard.mentioned):
        if countries.get(one) == state:
            return one
    for place in range(here + 1, min(here + 1 + _TOLD_WITHIN, len(document.stretches))):
        for source in sources(document.passage(place), document.names, document.original):
            known = source.attributed and not source.state
            if known and countries.get(source.claimant) == state:
                return source.claimant
    return None


def _held_by(actor: str) -> set[str]:
    """The offices that an actor is; "officials" are nobody's service or ministry."""
    roles = offices().roles(actor)
    return {"officials"} if "officials" in roles else roles
