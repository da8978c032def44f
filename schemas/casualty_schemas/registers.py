"""The tables of the registers: who, whose and where the codes of the figures are."""

import pandas as pd
from pandera.typing import Series

from casualty_schemas.columns import code, words
from casualty_schemas.table import Table
from casualty_schemas.vocabularies import (
    ActorKind,
    PartyRole,
    PersonnelKind,
    PlaceKind,
    PublisherKind,
)


class Publishers(Table):
    """One row a publisher."""

    class Config(Table.Config):
        """The key, and what one row is."""

        unique = ["publisher_id"]
        description = "One row is one publisher or relayer of reports."

    publisher_id: Series[str] = words("Publisher", "Id of the publisher.", "reuters", unique=True)
    name: Series[str] = words("Name", "Name in Latin script.", "Reuters")
    kind: Series[pd.CategoricalDtype] = code(
        "Kind", "How near the publisher stands to claimants.", PublisherKind, example="agency"
    )
    country: Series[str] = words("Country", "ISO 3166-1 code, where known.", "GB", nullable=True)
    actor: Series[str] = words(
        "Actor",
        "The claimant whose own page this is.",
        "kr-nis",
        nullable=True,
        references=("actors", "actor_id"),
    )
    hosts: Series[str] = words(
        "Hosts", "Host names of its pages.", "reuters.com", nullable=True, is_list=True
    )
    aliases: Series[str] = words(
        "Aliases", "Other names, in every script.", "Рейтер", nullable=True, is_list=True
    )
    note: Series[str] = words(
        "Note", "Remark of the editors.", "copies other outlets' text", nullable=True
    )


class Populations(Table):
    """One row a population."""

    class Config(Table.Config):
        """The key, and what one row is."""

        unique = ["population_id"]
        description = "One row is one set of people whose numbers or losses are claimed."

    population_id: Series[str] = words(
        "Population", "Id of the population.", "prk-forces", unique=True
    )
    name: Series[str] = words("Name", "Name in English.", "North Korean forces")
    conflict: Series[str] = words(
        "Conflict",
        "The conflict that it belongs to.",
        "rus-ukr-2022",
        references=("conflicts", "conflict_id"),
    )
    party: Series[str] = words(
        "Party",
        "ISO 3166-1 code of the state, or id of the actor, whose people they are; empty "
        "for people of several parties.",
        "KP",
        nullable=True,
    )
    personnel: Series[pd.CategoricalDtype] = code(
        "Personnel", "Whether soldiers or civilians are counted.", PersonnelKind
    )
    part_of: Series[str] = words(
        "Part of",
        "The larger population that holds this one.",
        "prk-forces",
        nullable=True,
        references=("populations", "population_id"),
    )
    definition: Series[str] = words(
        "Definition", "Who is counted.", "all military personnel that North Korea sent"
    )
    aliases: Series[str] = words(
        "Aliases", "Names in reports, in every script.", "북한군", nullable=True, is_list=True
    )


class Places(Table):
    """One row a place."""

    class Config(Table.Config):
        """The key, and what one row is."""

        unique = ["place_id"]
        description = "One row is one place to which figures refer."

    place_id: Series[str] = words("Place", "Id of the place.", "ru-kursk", unique=True)
    name: Series[str] = words("Name", "Name in English.", "Kursk Oblast")
    native_name: Series[str] = words(
        "Native name", "Name in the language of the place.", "Курская область", nullable=True
    )
    kind: Series[pd.CategoricalDtype] = code(
        "Kind", "What sort of place it is.", PlaceKind, example="region"
    )
    country: Series[str] = words("Country", "ISO 3166-1 code.", "RU", nullable=True)
    part_of: Series[str] = words(
        "Part of",
        "The larger place that holds this one.",
        "ru",
        nullable=True,
        references=("places", "place_id"),
    )
    aliases: Series[str] = words(
        "Aliases",
        "Names in reports, in every script.",
        "регіон Курська",
        nullable=True,
        is_list=True,
    )


class Actors(Table):
    """One row an actor."""

    class Config(Table.Config):
        """The key, and what one row is."""

        unique = ["actor_id"]
        description = "One row is one claimant: an office, a service, a body or a group."

    actor_id: Series[str] = words("Actor", "Id of the actor.", "kr-nis", unique=True)
    name: Series[str] = words("Name", "Name in English.", "National Intelligence Service")
    short_name: Series[str] = words(
        "Short name", "The name in legends and lists.", "NIS", nullable=True
    )
    native_name: Series[str] = words(
        "Native name", "Name in its own language.", "국가정보원", nullable=True
    )
    kind: Series[pd.CategoricalDtype] = code(
        "Kind", "What sort of claimant it is.", ActorKind, example="intelligence_service"
    )
    country: Series[str] = words(
        "Country",
        "ISO 3166-1 code; empty for groups and bodies of several states.",
        "KR",
        nullable=True,
    )
    part_of: Series[str] = words(
        "Part of",
        "The larger body that it belongs to.",
        "ua-mod",
        nullable=True,
        references=("actors", "actor_id"),
    )
    wikidata: Series[str] = words(
        "Wikidata", "Id in Wikidata, only where it was checked.", "Q482524", nullable=True
    )
    aliases: Series[str] = words(
        "Aliases",
        "Other names and spellings, in every script.",
        "NIS;국정원",
        nullable=True,
        is_list=True,
    )
    note: Series[str] = words(
        "Note",
        "Remark of the editors.",
        "speaks through lawmakers after closed sessions",
        nullable=True,
    )


class Conflicts(Table):
    """One row a party to a conflict."""

    class Config(Table.Config):
        """The key, and what one row is."""

        unique = ["conflict_id", "party"]
        description = "One row is one party to a conflict, or one supporter of a side."

    conflict_id: Series[str] = words("Conflict", "Id of the conflict.", "rus-ukr-2022")
    name: Series[str] = words("Name", "Name in English.", "Russia's war against Ukraine")
    definition: Series[str] = words(
        "Definition", "What belongs to it.", "the armed conflict since 24 February 2022"
    )
    side: Series[str] = words("Side", "The side on which the party stands.", "ukraine")
    role: Series[pd.CategoricalDtype] = code(
        "Role", "Whether it fights or gives military aid.", PartyRole
    )
    party: Series[str] = words("Party", "ISO 3166-1 code of a state, or id of an actor.", "UA")
