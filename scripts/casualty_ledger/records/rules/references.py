"""Rules for ids: each one that is used exists."""

from collections.abc import Collection, Iterator, Mapping

from casualty_ledger.records.faults import Fault, suggestion
from casualty_ledger.records.ledger import Entry, Ledger
from casualty_ledger.records.models import Record
from casualty_ledger.records.strict_yaml import Location


def _unknown(
    ledger: Ledger, register: str, wanted: str | None, entry: Entry[Record], location: Location
) -> Iterator[Fault]:
    known: Mapping[str, object] = getattr(ledger, register)
    if wanted is None or wanted in known or wanted in ledger.broken.get(register, ()):
        return
    kind = register.removesuffix("s") if register != "statements" else "statement"
    near = suggestion(wanted, known)
    yield entry.fault(location, f"unknown {kind} {wanted!r}{near}; expected an id of {register}")


def statements_name_known_claimants_populations_and_places(ledger: Ledger) -> Iterator[Fault]:
    """Claimant, population and place stand in their registers."""
    for entry in ledger.statements.values():
        yield from _unknown(ledger, "actors", entry.record.claimant, entry, ("claimant",))
        for number, figure in enumerate(entry.record.figures):
            inside = ("figures", number)
            population, place = figure.population, figure.place
            yield from _unknown(ledger, "populations", population, entry, (*inside, "population"))
            yield from _unknown(ledger, "places", place, entry, (*inside, "place"))


def reports_name_known_publishers(ledger: Ledger) -> Iterator[Fault]:
    """Publisher and relayers stand in the register of publishers."""
    for entry in ledger.reports.values():
        yield from _unknown(ledger, "publishers", entry.record.publisher, entry, ("publisher",))
        for number, relayer in enumerate(entry.record.relayed_by):
            yield from _unknown(ledger, "publishers", relayer, entry, ("relayed_by", number))


def registers_name_known_entries(ledger: Ledger) -> Iterator[Fault]:
    """What an entry is part of, whose page it is, and in which conflict it stands, is known."""
    links = (
        ("actors", "part_of", "actors"),
        ("publishers", "actor", "actors"),
        ("populations", "conflict", "conflicts"),
        ("populations", "part_of", "populations"),
        ("places", "part_of", "places"),
    )
    for register, key, target in links:
        for entry in getattr(ledger, register).values():
            yield from _unknown(ledger, target, getattr(entry.record, key), entry, (key,))


def parties_are_countries_or_known_actors(ledger: Ledger) -> Iterator[Fault]:
    """A party that is no state is an actor of the register."""
    for population in ledger.populations.values():
        yield from _party(ledger, population.record.party, population, ("party",))
    for conflict in ledger.conflicts.values():
        for number, side in enumerate(conflict.record.sides):
            for key in ("parties", "supporters"):
                for place, party in enumerate(getattr(side, key)):
                    location = ("sides", number, key, place)
                    yield from _party(ledger, party, conflict, location)


def _party(
    ledger: Ledger, party: str | None, entry: Entry[Record], location: Location
) -> Iterator[Fault]:
    if party is not None and not party.isupper():
        yield from _unknown(ledger, "actors", party, entry, location)


def figures_are_named_by_known_ids(ledger: Ledger) -> Iterator[Fault]:
    """``figure``, ``supersedes`` and ``part_of`` name figures that exist."""
    known = ledger.figures_by_id()
    for mention in ledger.mentions():
        if message := _no_figure(mention.mention.figure, known, ledger):
            yield mention.fault("figure", message)
    for located in ledger.figures():
        for key in ("supersedes", "part_of"):
            wanted = getattr(located.figure, key)
            if wanted is not None and (message := _no_figure(wanted, known, ledger)):
                yield located.fault(key, message)


def _no_figure(wanted: str, known: Collection[str], ledger: Ledger) -> str | None:
    if wanted in known or wanted in ledger.broken_words:
        return None
    near = suggestion(wanted, known)
    return f"unknown figure {wanted!r}{near}; expected the id of a figure in a statement"


def an_alias_names_one_entry(ledger: Ledger) -> Iterator[Fault]:
    """Within a register, no name or alias belongs to two entries."""
    for register in ("actors", "publishers", "populations", "places"):
        seen: dict[str, str] = {}
        for entry in getattr(ledger, register).values():
            names = [("name",), *(("aliases", n) for n in range(len(entry.record.aliases)))]
            words = [entry.record.name, *entry.record.aliases]
            for location, word in zip(names, words, strict=True):
                owner = seen.setdefault(word.casefold(), entry.id)
                if owner != entry.id or words.index(word) != names.index(location):
                    message = f"{word!r} already names {owner}; expected it once in {register}"
                    yield entry.fault(location, message)
