"""Rules for the numbers of a figure."""

from collections.abc import Iterator
from itertools import pairwise

from casualty_ledger.records.faults import Fault
from casualty_ledger.records.ledger import Ledger
from casualty_schemas.bounds import VALUE_NAMES, expected_values, fits
from casualty_schemas.vocabularies import Measure, Scope, Status

UMBRELLAS = (
    Measure.CASUALTIES,
    Measure.LOSSES,
    Measure.IRRECOVERABLE_LOSSES,
    Measure.SANITARY_LOSSES,
)


def low_best_and_high_are_in_order(ledger: Ledger) -> Iterator[Fault]:
    """Low is not above best, and best is not above high."""
    for located in ledger.figures():
        values = {name: getattr(located.figure, name) for name in VALUE_NAMES}
        given = [(name, value) for name, value in values.items() if value is not None]
        for (lower_name, lower), (name, value) in pairwise(given):
            if lower > value:
                message = f"{lower_name} {lower} is above {name} {value}"
                yield located.fault(lower_name, f"{message}; expected low <= best <= high")


def values_fit_the_bound(ledger: Ledger) -> Iterator[Fault]:
    """A bound comes with the values that it states, and with no other."""
    for located in ledger.figures():
        figure = located.figure
        given = [name for name in VALUE_NAMES if getattr(figure, name) is not None]
        if not fits(figure.bound, frozenset(given)):
            found = " and ".join(given) or "no value"
            yield located.fault("bound", f"found {found}; {expected_values(figure.bound)}")


def only_umbrella_measures_say_what_they_include(ledger: Ledger) -> Iterator[Fault]:
    """``includes`` belongs to casualties and losses, and names each component once."""
    for located in ledger.figures():
        includes, measure = located.figure.includes, located.figure.measure
        if includes and measure not in UMBRELLAS:
            names = ", ".join(umbrella.value for umbrella in UMBRELLAS)
            message = f"stands with measure {measure.value}; expected only with {names}"
            yield located.fault("includes", message)
        if len(set(includes)) < len(includes):
            yield located.fault("includes", "names a component twice; expected each once")


def a_plan_has_the_scope_plan(ledger: Ledger) -> Iterator[Fault]:
    """What is planned is not yet a fact."""
    for located in ledger.figures():
        scope = located.figure.scope
        if located.figure.measure is Measure.PLANNED and scope is not Scope.PLAN:
            message = f"scope {scope.value} with measure planned; expected plan"
            yield located.fault("scope", message)


def a_status_says_since_when_and_why(ledger: Ledger) -> Iterator[Fault]:
    """``superseded`` follows from ``supersedes``; the others need a date and a reason."""
    for located in ledger.figures():
        figure = located.figure
        if figure.status is Status.SUPERSEDED:
            message = "superseded is worked out; expected `supersedes` in the later figure"
            yield located.fault("status", message)
            continue
        for key in ("status_on", "status_reason"):
            if figure.status is not Status.ACTIVE and getattr(figure, key) is None:
                message = f"is missing; expected with status {figure.status.value}"
                yield located.fault(key, message)
            if figure.status is Status.ACTIVE and getattr(figure, key) is not None:
                yield located.fault(key, "stands without a status; expected a status")
