"""Which actor an office of a country is: `offices.toml`, made ready for looking up."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Offices:
    """Actors by countries and office, and populations of several states."""

    counted: list[str]
    offices: dict[str, dict[str, str]]
    alone: dict[str, str]
    usual: dict[str, str]
    joint_forces: dict[str, str]
    own_only: list[str]

    def actor(self, countries: Iterable[str], organ: str) -> str | None:
        """The actor that an office of one or several countries is."""
        return self.offices.get("+".join(sorted(set(countries))), {}).get(organ)

    def has(self, country: str) -> bool:
        """Whether any office of a country is an actor."""
        return country in self.offices

    def roles(self, actor: str) -> set[str]:
        """The offices that an actor is, of whatever state."""
        return {
            organ for held in self.offices.values() for organ, name in held.items() if name == actor
        }

    def beside(self, actor: str, organ: str) -> str | None:
        """The actor that another office is of the state whose office an actor is."""
        for state, held in sorted(self.offices.items()):
            if "+" not in state and actor in held.values():
                return held.get(organ)
        return None

    def with_others(self, countries: Iterable[str], actor: str) -> str | None:
        """The actor that several states' offices are together, where `actor` is one of them."""
        others = set(countries)
        for state, held in sorted(self.offices.items()):
            for organ in sorted(held) if actor in held.values() else ():
                joint = self.actor({*others, *state.split("+")}, organ)
                if held[organ] == actor and joint is not None:
                    return joint
        return None

    def joint(self, parties: Iterable[str]) -> str | None:
        """The population of several parties that are counted together."""
        return self.joint_forces.get("+".join(sorted(set(parties))))


@cache
def offices() -> Offices:
    """The table, read once."""
    path = files("casualty_ledger.extract.marking") / "offices.toml"
    return Offices(**tomllib.loads(path.read_text(encoding="utf-8")))
