"""The names of the registers: who claims, who publishes, who is counted, and where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from casualty_ledger.extract.marking.marks import Kind
from casualty_schemas.vocabularies import LIST_SEPARATOR

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """A look-up of the registers' names, made once and shared by all texts.

    `forms` holds every name and alias with the kind and id it stands for; `populations` the id of
    a population by its party and its kind of people ("KP", "engineers").
    """

    forms: tuple[tuple[str, Kind, str], ...]
    populations: Mapping[tuple[str, str], str]
    countries: Mapping[str, str]  # of actors and publishers
    actors: frozenset[str]
    news: frozenset[str]  # ids of agencies and outlets, also where they are actors
    spoken: Mapping[str, str]  # the name of an actor, folded, by its id
    aside: str = ""  # the state whose forces were left out, as a text is about another war

    @classmethod
    def from_rows(
        cls,
        *,
        actors: Iterable[Row] = (),
        populations: Iterable[Row] = (),
        places: Iterable[Row] = (),
        publishers: Iterable[Row] = (),
    ) -> Self:
        """Make a look-up of rows of the tables of those names."""
        who, forces = list(actors), list(populations)
        where, outlets = list(places), list(publishers)
        forms = [
            *_forms(who, "actor_id", Kind.ACTOR),
            *_forms(forces, "population_id", Kind.POPULATION),
            *_forms(where, "place_id", Kind.PLACE),
            *_forms(outlets, "publisher_id", Kind.PUBLISHER),
        ]
        news = {row["publisher_id"] for row in outlets if row.get("kind") != "primary"}
        media = {row["actor_id"] for row in who if row.get("kind") == "news_media"}
        news = media | (news - {row["actor_id"] for row in who})
        return cls(
            forms=tuple(dict.fromkeys(forms)),
            populations=_populations(forces),
            countries={
                **{row["publisher_id"]: row.get("country", "") for row in outlets},
                **{row["actor_id"]: row.get("country", "") for row in who},
            },
            actors=frozenset(row["actor_id"] for row in who),
            news=frozenset(news),
            spoken={row["actor_id"]: row.get("name", "") for row in who},
        )


def _forms(rows: list[Row], key: str, kind: Kind) -> list[tuple[str, Kind, str]]:
    found = []
    for row in rows:
        stated = [row.get(name, "") for name in ("name", "short_name", "native_name")]
        stated += row.get("aliases", "").split(LIST_SEPARATOR)
        found += [(form.strip(), kind, row[key]) for form in stated if len(form.strip()) > 1]
    return found


def _populations(rows: list[Row]) -> dict[tuple[str, str], str]:
    """Populations by party and by what follows the first hyphen of their id: prk-engineers."""
    found: dict[tuple[str, str], str] = {}
    for row in rows:
        kind = row["population_id"].partition("-")[2]
        if row.get("party"):
            found.setdefault((row["party"], kind), row["population_id"])
    return found
