"""The columns and codes of the published file, and what each stands for here.

Radford, Dai, Stoehr, Schein, Fernandez and Sajid (2023), doi:10.1073/pnas.2307372120; the file is
``data/replication-data-pnas.csv`` of github.com/benradford/estimating-conflict-losses.
"""

from dataclasses import dataclass
from datetime import date

from casualty_schemas.imported import SubjectKind
from casualty_schemas.vocabularies import Measure, Scope, Stance

CITATION = (
    "Radford, B. J., Dai, Y., Stoehr, N., Schein, A., Fernandez, M., & Sajid, H. (2023). "
    "Estimating conflict losses and reporting biases. PNAS, 120(34), e2307372120. "
    "https://doi.org/10.1073/pnas.2307372120"
)
NAME = "radford-2023"
CONFLICT = "rus-ukr-2022"

# The file numbers its days and does not say from when. Statements whose day is known elsewhere
# fix it: the Russian minister's 5,937 dead (21 September 2022) stands on day 210, the Ukrainian
# commander's 9,000 (22 August 2022) on day 180, and the withdrawn 100,000 of the European
# Commission (30 November 2022) on day 280. See ``knowledge``.
DAY_ONE = date(2022, 2, 24)

COLUMNS: tuple[str, ...] = (
    "days",
    "loss_count",
    "loss_type",
    "result",
    "claim_source",
    "time_frame",
    "loss_country",
    "minimum",
    "maximum",
    "category",
    "source_target",
)

# The one code of this column, also for people.
RESULTS = ("Equipment damage or loss",)


@dataclass(frozen=True, slots=True)
class Source:
    """A bloc of sources.

    Attributes:
        claimant: its name here.
        country: ISO 3166-1 code; None for a bloc of several or of none.
        stances: to Russian and to Ukrainian people, as the registers of the ledger rule.
    """

    claimant: str
    country: str | None
    stances: tuple[Stance, Stance]


SOURCES = {
    "UA Source": Source("ua-sources", "UA", (Stance.OPPONENT, Stance.OWN_SIDE)),
    "RU Source": Source("ru-sources", "RU", (Stance.OWN_SIDE, Stance.OPPONENT)),
    "US Source": Source("us-sources", "US", (Stance.OPPONENTS_ALLY, Stance.OWN_SIDE)),
    "GB Source": Source("gb-sources", "GB", (Stance.OPPONENTS_ALLY, Stance.OWN_SIDE)),
    "United Nations": Source("un-sources", None, (Stance.THIRD_PARTY, Stance.THIRD_PARTY)),
    "OSI": Source("osi-sources", None, (Stance.UNDETERMINED, Stance.UNDETERMINED)),
    "Other": Source("other-sources", None, (Stance.UNDETERMINED, Stance.UNDETERMINED)),
}
# A bloc of all who belong to no other: its counts follow from no one's earlier ones.
MIXED_SOURCES = ("Other",)

COUNTRIES = ("Russia", "Ukraine")
TIME_FRAMES = {"Cumulative": Scope.CUMULATIVE, "Day": Scope.PERIOD}

MEASURES = {
    "Military Deaths": Measure.KILLED,
    "Military Injuries": Measure.WOUNDED,
    "Military Casualties": Measure.CASUALTIES,
    "Civilian Deaths": Measure.KILLED,
    "Civilian Injuries": Measure.WOUNDED,
    "Civilian Casualties": Measure.CASUALTIES,
}
EQUIPMENT = (
    "AA Systems",
    "Aircraft (unspecified)",
    "Armored Vehicles",
    "Artillery",
    "Helicopters",
    "Jets",
    "MLRS",
    "Ships",
    "Special Military Motor Vehicles",
    "Tanks",
    "Tanks & Armored Combat Vehicles",
    "UAVs",
    "Vehicles & Fuel Tanks",
)
CATEGORIES = (*MEASURES, *EQUIPMENT)

# The populations of people, by subject and country.
POPULATIONS = {
    (SubjectKind.MILITARY.value, "Russia"): "rus-forces",
    (SubjectKind.MILITARY.value, "Ukraine"): "ukr-forces",
    (SubjectKind.CIVILIAN.value, "Russia"): "rus-civilians",
    (SubjectKind.CIVILIAN.value, "Ukraine"): "ukr-civilians",
}


def subject_of(category: str) -> SubjectKind:
    """Return what a category counts."""
    if category in EQUIPMENT:
        return SubjectKind.EQUIPMENT
    return SubjectKind.MILITARY if category.startswith("Military") else SubjectKind.CIVILIAN
