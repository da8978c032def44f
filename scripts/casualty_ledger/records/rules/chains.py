"""Rules for figures that replace others or are part of others."""

from collections.abc import Iterator

from casualty_ledger.records.faults import Fault
from casualty_ledger.records.ledger import Ledger, LocatedFigure


def a_figure_supersedes_an_earlier_one(ledger: Ledger) -> Iterator[Fault]:
    """What is superseded was claimed on the same day or before."""
    for later, earlier in _pairs(ledger):
        new, old = later.statement.record.claimed_on, earlier.statement.record.claimed_on
        if new is not None and old is not None and old.first > new.last:
            message = f"{earlier.figure.id} was claimed on {old.text}, after {new.text}"
            yield later.fault("supersedes", f"{message}; expected an earlier figure")


def a_figure_supersedes_one_of_the_same_kind(ledger: Ledger) -> Iterator[Fault]:
    """A claimant revises itself, about the same population and measure."""
    for later, earlier in _pairs(ledger):
        kinds = (
            ("claimant", later.statement.record.claimant, earlier.statement.record.claimant),
            ("population", later.figure.population, earlier.figure.population),
            ("measure", later.figure.measure.value, earlier.figure.measure.value),
        )
        for key, new, old in kinds:
            if new != old:
                message = f"{earlier.figure.id} has {key} {old}; expected {new}"
                yield later.fault("supersedes", message)


def a_figure_is_superseded_once(ledger: Ledger) -> Iterator[Fault]:
    """Revisions form a chain, not a tree."""
    first: dict[str, str] = {}
    for later, earlier in _pairs(ledger):
        other = first.setdefault(earlier.figure.id, later.figure.id)
        if other != later.figure.id:
            message = f"{earlier.figure.id} is already superseded by {other}"
            yield later.fault("supersedes", f"{message}; expected a chain: supersede that one")


def no_chain_is_a_circle(ledger: Ledger) -> Iterator[Fault]:
    """Following ``supersedes`` or ``part_of`` never leads back."""
    known = ledger.figures_by_id()
    for key in ("supersedes", "part_of"):
        links = {name: getattr(located.figure, key) for name, located in known.items()}
        for name in _in_circles(links):
            message = "leads back to this figure in a circle; expected a chain that ends"
            yield known[name].fault(key, message)


def _in_circles(links: dict[str, str | None]) -> Iterator[str]:
    """Yield each node from which following the links leads back to it."""
    for start in links:
        seen: set[str] = set()
        step = links[start]
        while step is not None and step not in seen and step != start:
            seen.add(step)
            step = links.get(step)
        if step == start:
            yield start


def _pairs(ledger: Ledger) -> Iterator[tuple[LocatedFigure, LocatedFigure]]:
    """Each figure that supersedes another, with that other."""
    known = ledger.figures_by_id()
    for located in ledger.figures():
        earlier = known.get(located.figure.supersedes or "")
        if earlier is not None:
            yield located, earlier
