"""Closed vocabularies: every code a column may hold, with its definition.

The definitions are printed in the codebook. An unknown code stops the build.
"""

from enum import StrEnum
from typing import Self

# Between the values of a cell that holds several.
LIST_SEPARATOR = ";"


class Vocabulary(StrEnum):
    """A closed list of codes, each with a one-line definition."""

    definition: str

    def __new__(cls, code: str, definition: str) -> Self:
        """Make a member from its code and its definition."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.definition = definition
        return member

    @classmethod
    def codes(cls) -> list[str]:
        """All codes, in the order in which they are defined."""
        return [member.value for member in cls]


class Bound(Vocabulary):
    """How the stated number limits the quantity; the claimant's words, not our judgement."""

    EXACT = "exact", "the number as it stands, without a qualifier"
    ABOUT = "about", "an approximate number: about, some, around, roughly"
    NEARLY = "nearly", "a number that the quantity comes close to from below: nearly, almost"
    AT_LEAST = "at_least", "a lower limit that includes its number: at least, N or more"
    MORE_THAN = "more_than", "a lower limit that excludes its number: more than, over"
    UP_TO = "up_to", "an upper limit in the manner of reporting: up to, as many as"
    AT_MOST = "at_most", "a strict upper limit: at most, no more than"
    BETWEEN = "between", "a lower and an upper number"
    VAGUE = "vague", "words without a number: several hundred, dozens, a third"
    UNSPECIFIED = "unspecified", "the claim gives no number at all"


class Measure(Vocabulary):
    """What was counted. An umbrella word stays an umbrella: it is flagged, never split."""

    KILLED = "killed", "dead of hostile action or of wounds, as the claimant counts them"
    DIED_OF_WOUNDS = "died_of_wounds", "dead after reaching medical care, where told apart"
    WOUNDED = "wounded", "injured and alive; sick only where the claimant counts them in"
    MISSING = "missing", "unaccounted for"
    CAPTURED = "captured", "held by the other side"
    CASUALTIES = "casualties", "killed and wounded, plus what the column includes names"
    LOSSES = "losses", "losses without more: the claimant does not say of what kind"
    IRRECOVERABLE_LOSSES = (
        "irrecoverable_losses",
        "Russian and Ukrainian usage: killed, missing, captured, and disabled for good",
    )
    SANITARY_LOSSES = (
        "sanitary_losses",
        "Russian and Ukrainian usage: wounded and sick who leave their unit for treatment",
    )
    STRENGTH = "strength", "size of a force, wherever it stands"
    DEPLOYED = "deployed", "sent, whether or not arrived"
    ARRIVED = "arrived", "reached the place that is named"
    PRESENT = "present", "at the place that is named on the day that is named"
    ENGAGED = "engaged", "took part in combat or in the task that is named"
    PLANNED = "planned", "to be sent: announced, prepared or expected"
    RETURNED = "returned", "back in the home country or the home unit"
    RETURNED_TO_DUTY = "returned_to_duty", "wounded who went back to the front after treatment"
    DESERTED = "deserted", "left their unit without leave"
    PORTRAITS = "portraits", "portraits, medals or names shown for the dead; not a count of deaths"
    GRAVES = "graves", "graves or burial places counted or provided; not a count of deaths"


class Component(Vocabulary):
    """What an umbrella measure counts, where the claimant or the report says so."""

    KILLED = "killed", "the dead are counted in"
    WOUNDED = "wounded", "the wounded are counted in"
    MISSING = "missing", "the missing are counted in"
    CAPTURED = "captured", "prisoners are counted in"


class Scope(Vocabulary):
    """Over which time the number counts."""

    CUMULATIVE = "cumulative", "from the start of the deployment to the as-of date"
    PERIOD = "period", "within the as-of period only, or per unit of time that the note names"
    EVENT = "event", "in one engagement, transfer or announcement"
    STOCK = "stock", "at one moment"
    PLAN = "plan", "in the future, as announced or expected"


class Basis(Vocabulary):
    """On what the claimant rests the claim."""

    INTELLIGENCE_ESTIMATE = "intelligence_estimate", "assessment of an intelligence service"
    OFFICIAL_STATEMENT = "official_statement", "statement of a named office or office-holder"
    OFFICIAL_ACKNOWLEDGEMENT = (
        "official_acknowledgement",
        "a party speaks of its own forces' deployment or losses",
    )
    BATTLEFIELD_REPORT = "battlefield_report", "a military unit or command reports an action"
    ANONYMOUS_OFFICIAL = "anonymous_official", "an official whom the report does not name"
    INTERCEPT = "intercept", "intercepted communication, as published by the claimant"
    CAPTURED_DOCUMENT = "captured_document", "papers found on the battlefield, as published"
    PRISONER_ACCOUNT = "prisoner_account", "what a prisoner said, as published by the claimant"
    IMAGE_ANALYSIS = "image_analysis", "a count made on satellite or broadcast pictures"
    MEDIA_ESTIMATE = (
        "media_estimate",
        "figure of a publication, or of sources that it keeps back",
    )
    MONITORING_REPORT = "monitoring_report", "report of an international monitoring body"
    UNSTATED = "unstated", "the report gives no ground"


class Certainty(Vocabulary):
    """How firmly the claimant stands behind the claim."""

    ASSERTED = "asserted", "put forward as the claimant's own figure, estimates included"
    TENTATIVE = "tentative", "put forward as possible or unverified"
    ACKNOWLEDGED = "acknowledged", "admitted about the claimant's own side"
    UNCONFIRMED = "unconfirmed", "the claimant declined to confirm, or could not"
    DENIED = "denied", "the claimant denied it"
    WITHDRAWN = "withdrawn", "the claimant took an earlier figure back"


class Derivation(Vocabulary):
    """How the number came about, where the claimant did not state it as one number."""

    STATED = "stated", "the claimant said this number"
    SUMMED_BY_RELAYER = "summed_by_relayer", "a relayer added numbers that the claimant gave"
    MULTIPLIED_BY_RELAYER = (
        "multiplied_by_relayer",
        "a relayer multiplied a rate or a share that the claimant gave",
    )
    UNIT_SIZE_INFERRED = "unit_size_inferred", "a unit was named and its size taken from elsewhere"


class Status(Vocabulary):
    """Whether the claim still stands, and why not."""

    ACTIVE = "active", "stands as last said by this claimant"
    SUPERSEDED = "superseded", "the claimant gave a later figure of the same kind"
    CORRECTED = "corrected", "the claimant replaced it because it was wrong"
    RETRACTED = "retracted", "the claimant withdrew it, or never made it"
    DISPUTED = "disputed", "reports differ on whether the claimant said it"


class Stance(Vocabulary):
    """How the claimant stands to the counted force in this conflict; derived from the registers."""

    OWN_SIDE = "own_side", "a party on the side of the counted force"
    OPPONENT = "opponent", "a party on the other side"
    OPPONENTS_ALLY = "opponents_ally", "gives military aid to the other side"
    THIRD_PARTY = "third_party", "none of these; not a judgement of neutrality"
    UNDETERMINED = "undetermined", "the claimant is unnamed, or a group of several stances"


class Difference(Vocabulary):
    """In what a mention departs from the figure that it carries."""

    VALUE = "value", "another number"
    BOUND = "bound", "another limit: at least for about, or none"
    MEASURE = "measure", "another thing counted: dead for casualties"
    POPULATION = "population", "another force or part of one"
    CLAIMANT = "claimant", "given to another claimant"
    DATE = "date", "given another date"
    STATUS = "status", "a plan as a fact, a denial as a claim, a withdrawn figure as standing"
    PLACE = "place", "given another place"


class PublisherKind(Vocabulary):
    """How near a publisher stands to the claimant."""

    PRIMARY = "primary", "the claimant's own page or channel"
    AGENCY = "agency", "a news agency with its own reporting"
    OUTLET = "outlet", "a newspaper, broadcaster or journal with an editorial staff"
    AGGREGATOR = "aggregator", "republishes others' text, or its standing is unknown"


class ActorKind(Vocabulary):
    """What sort of claimant an actor is."""

    HEAD_OF_STATE = "head_of_state", "the office of a president or monarch"
    GOVERNMENT = "government", "a government or a ministry of no narrower kind"
    DEFENCE_MINISTRY = "defence_ministry", "a ministry or department of defence"
    ARMED_FORCES = "armed_forces", "a general staff, a service, a command or a unit"
    INTELLIGENCE_SERVICE = "intelligence_service", "a military or civilian intelligence service"
    PARLIAMENT = "parliament", "a legislature, its committee or a member of it"
    STATE_MEDIA = "state_media", "a news organisation that speaks for a state"
    INTERNATIONAL_BODY = "international_body", "an alliance, a union or a monitoring team"
    RESEARCH = "research", "a research institute, a university or an analyst"
    NEWS_MEDIA = "news_media", "a publication that gives a figure of its own"
    CIVIL_SOCIETY = "civil_society", "a non-governmental organisation or a platform"
    UNNAMED = "unnamed", "officials or sources that the report does not name"


class PersonnelKind(Vocabulary):
    """Who is counted in a population."""

    MILITARY = "military", "members of armed forces"
    CIVILIAN = "civilian", "no members of armed forces"
    MIXED = "mixed", "members of armed forces and civilians together"


class PlaceKind(Vocabulary):
    """What sort of place a place is."""

    COUNTRY = "country", "a state"
    REGION = "region", "a first-level division of a state"
    SETTLEMENT = "settlement", "a city, town or village"
    AREA = "area", "a stretch of land without a fixed border: a front, a border zone"


class Precision(Vocabulary):
    """How much of a date is known; the date column holds the first day of what is known."""

    DAY = "day", "the day"
    MONTH = "month", "the month"
    YEAR = "year", "the year"


class PartyRole(Vocabulary):
    """What a state or an actor does in a conflict."""

    PARTY = "party", "its forces take part"
    SUPPORTER = "supporter", "gives military aid to a side without taking part"


class RecordKind(Vocabulary):
    """What sort of record keeps the history of its corrections."""

    FIGURE = "figure", "one claimed number"
    STATEMENT = "statement", "one act of speaking"
    REPORT = "report", "one publication, with its mentions"


class AnomalyKind(Vocabulary):
    """In what a figure, or its way through the reports, is weak; worked out from the records."""

    AGGREGATORS_ONLY = "aggregators_only", "every report that carries the figure is an aggregator's"
    SINGLE_REPORT = "single_report", "one report carries the figure"
    CLAIM_DATE_MISSING = "claim_date_missing", "the day of the claim is not known"
    CLAIM_DATE_IMPRECISE = (
        "claim_date_imprecise",
        "of the day of the claim only the month or the year is known",
    )
    DATE_INFERRED = (
        "date_inferred",
        "the day of the claim or the as-of dates were concluded and not printed",
    )
    PUBLICATION_DATES_INFERRED = (
        "publication_dates_inferred",
        "no report that carries the figure prints its own date",
    )
    DISPUTED = "disputed", "reports differ on whether the claimant said it"
    AMBIGUOUS_WORD = "ambiguous_word", "the claimant's word can mean several measures"
    RELAYER_ARITHMETIC = (
        "relayer_arithmetic",
        "a relayer added or multiplied numbers that the claimant gave",
    )
    UNIT_SIZE_INFERRED = (
        "unit_size_inferred",
        "a unit was named and its size taken from elsewhere",
    )
    PRINTED_WITH_OTHER_VALUE = "printed_with_other_value", "some reports print another value"
    PRINTED_AS_OTHER_MEASURE = "printed_as_other_measure", "some reports print another measure"
    PRINTED_FOR_OTHER_POPULATION = (
        "printed_for_other_population",
        "some reports print it for another population",
    )
    PRINTED_UNDER_OTHER_CLAIMANT = (
        "printed_under_other_claimant",
        "some reports give it to another claimant",
    )
    PRINTED_WITH_OTHER_DATE = "printed_with_other_date", "some reports give it another date"
    PRINTED_WITH_OTHER_PLACE = "printed_with_other_place", "some reports give it another place"
    PRINTED_WITH_OTHER_STATUS = (
        "printed_with_other_status",
        "some reports print a plan as a fact, a denial as a claim, or the like",
    )
    BOUND_LOST = "bound_lost", "more than half of the reports print the number without its bound"
    BELOW_EARLIER = (
        "below_earlier",
        "a cumulative figure lies below an earlier one of the same claimant, population and "
        "measure",
    )
    LATER_NOT_LINKED = (
        "later_not_linked",
        "the claimant gave a later cumulative figure of the same population, place and measure, "
        "and the records do not say that it replaces this one",
    )
    NOT_RENEWED = (
        "not_renewed",
        "an active running total or stock that its claimant did not renew in the 180 days before "
        "the last claim that the dataset holds on the conflict",
    )


class TraceOutcome(Vocabulary):
    """What came of looking a recorded figure up again in a stored page that carries it."""

    AGREES = "agrees", "the page says what the records say, in every field that it speaks of"
    CORRECTED = "corrected", "the page says something else, and the records were corrected"
    DIFFERS = "differs", "the page says something else, and better pages bear the records out"
    PAGE_NOT_FOUND = "page_not_found", "no page that carries the figure was found again"
