"""The records that people type: one class a kind of file, one field a key.

The order of the fields is the canonical order of the keys; a key whose value is the default
is left out of the canonical form.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator

from casualty_ledger.records.dates import PartialDate
from casualty_ledger.records.fields import (
    Alias,
    Count,
    Country,
    Day,
    Doi,
    FileName,
    Flag,
    Host,
    Language,
    Offset,
    Party,
    Slug,
    Span,
    Text,
    Url,
    Version,
    Wikidata,
    Words,
    code,
)
from casualty_schemas.vocabularies import (
    ActorKind,
    Basis,
    Bound,
    Certainty,
    Component,
    Derivation,
    Difference,
    Measure,
    PersonnelKind,
    PlaceKind,
    Precision,
    PublisherKind,
    Scope,
    Status,
)


class Record(BaseModel):
    """What all records share: known keys only, nothing changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Revision(Record):
    """A correction of this record: what it said before, and why it was changed."""

    on: Day
    field: Text
    was: Text | None = None
    reason: Text


class Figure(Record):
    """One claimed number, or a claim without a number."""

    id: Slug
    population: Slug
    place: Slug | None = None
    measure: Annotated[Measure, code(Measure)]
    ambiguous: Flag = False
    includes: list[Annotated[Component, code(Component)]] = []
    bound: Annotated[Bound, code(Bound)]
    low: Count | None = None
    best: Count | None = None
    high: Count | None = None
    scope: Annotated[Scope, code(Scope)]
    as_of: Span | None = None
    certainty: Annotated[Certainty, code(Certainty)] = Certainty.ASSERTED
    derivation: Annotated[Derivation, code(Derivation)] = Derivation.STATED
    part_of: Slug | None = None
    supersedes: Slug | None = None
    status: Annotated[Status, code(Status)] = Status.ACTIVE
    status_on: Day | None = None
    status_reason: Text | None = None
    note: Text | None = None
    revisions: list[Revision] = []


class Statement(Record):
    """One act of speaking by one claimant on one date; carries one or more figures."""

    claimant: Slug
    spokesperson: Text | None = None
    setting: Text | None = None
    claimed_on: Day | None = None
    basis: Annotated[Basis, code(Basis)]
    note: Text | None = None
    figures: list[Figure]
    revisions: list[Revision] = []


class Mention(Record):
    """One figure as one report prints it."""

    figure: Slug
    as_written: Words | None = None
    span: list[Offset] | None = None
    differs: list[Annotated[Difference, code(Difference)]] = []
    printed_measure: Annotated[Measure, code(Measure)] | None = None
    note: Text | None = None


class Report(Record):
    """One publication that was read."""

    url: Url | None = None
    archived_url: Url | None = None
    publisher: Slug
    language: Language
    published_on: Day | None = None
    relayed_by: list[Slug] = []
    retrieved_on: Day | None = None
    document: FileName | None = None
    note: Text | None = None
    mentions: list[Mention]
    revisions: list[Revision] = []


class Actor(Record):
    """Someone who asserts figures: an office, a service, a group of unnamed officials."""

    name: Text
    short_name: Text | None = None
    native_name: Text | None = None
    kind: Annotated[ActorKind, code(ActorKind)]
    country: Country | None = None
    part_of: Slug | None = None
    wikidata: Wikidata | None = None
    aliases: list[Alias] = []
    note: Text | None = None


class Publisher(Record):
    """Someone who publishes or relays reports."""

    name: Text
    kind: Annotated[PublisherKind, code(PublisherKind)]
    country: Country | None = None
    actor: Slug | None = None
    hosts: list[Host] = []
    aliases: list[Alias] = []
    note: Text | None = None


class Population(Record):
    """A set of people whose losses or numbers are claimed."""

    name: Text
    conflict: Slug
    party: Party | None = None
    personnel: Annotated[PersonnelKind, code(PersonnelKind)]
    part_of: Slug | None = None
    definition: Text
    aliases: list[Alias] = []


class Place(Record):
    """A place that figures refer to."""

    name: Text
    native_name: Text | None = None
    kind: Annotated[PlaceKind, code(PlaceKind)]
    country: Country | None = None
    part_of: Slug | None = None
    aliases: list[Alias] = []


class Side(Record):
    """The parties that fight together, and the states that give them military aid."""

    id: Slug
    parties: list[Party]
    supporters: list[Party] = []


class Conflict(Record):
    """A conflict and its sides; the stance of a claimant follows from it."""

    name: Text
    definition: Text
    sides: list[Side]


class Description(Record):
    """The dataset as a whole: what citations and metadata say of it.

    Attributes:
        updated_on: the date of this version.
        publisher: the archive that keeps the dataset, if one does.
        doi: of this version, reserved before it is released.
        concept_doi: of all versions together, which leads to the newest.
    """

    name: Slug
    title: Text
    version: Version
    updated_on: Day
    description: Text
    creator: Text
    licence: Text
    licence_url: Url
    keywords: list[Text]
    homepage: Url | None = None
    publisher: Text | None = None
    doi: Doi | None = None
    concept_doi: Doi | None = None

    @field_validator("updated_on")
    @classmethod
    def _is_a_day(cls, value: PartialDate) -> PartialDate:
        if value.precision is not Precision.DAY or value.inferred:
            raise ValueError(f"{value.text} is no exact day; expected the day of this version")
        return value

    @field_validator("doi")
    @classmethod
    def _belongs_to_a_release(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is not None and str(info.data.get("version")).endswith("-dev"):
            raise ValueError("a DOI is that of a released version; expected none with -dev")
        return value

    @field_validator("concept_doi")
    @classmethod
    def _is_not_the_versions(cls, value: str | None, info: ValidationInfo) -> str | None:
        """The concept DOI leads to the newest version, so it must not stand for this one."""
        if value is not None and value == info.data.get("doi"):
            raise ValueError("is the doi of this version too; expected that of all versions")
        return value
