"""All tables of the dataset, by name, in the order in which they are listed."""

from casualty_schemas.anomalies import Anomalies
from casualty_schemas.figures import Figures
from casualty_schemas.mentions import Mentions
from casualty_schemas.registers import Actors, Conflicts, Places, Populations, Publishers
from casualty_schemas.reports import Reports
from casualty_schemas.revisions import Revisions
from casualty_schemas.table import Table

TABLES: dict[str, type[Table]] = {
    "figures": Figures,
    "mentions": Mentions,
    "reports": Reports,
    "actors": Actors,
    "publishers": Publishers,
    "populations": Populations,
    "places": Places,
    "conflicts": Conflicts,
    "revisions": Revisions,
    "anomalies": Anomalies,
}
