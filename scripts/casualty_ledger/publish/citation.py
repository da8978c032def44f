"""How the dataset is cited, in one line."""

from casualty_ledger.records.models import Description


def citation(description: Description) -> str:
    """Return the citation of the version that ``description`` describes."""
    year = description.updated_on.first.year
    link = f" https://doi.org/{description.doi}" if description.doi else ""
    return (
        f"{description.creator} ({year}). {description.title} "
        f"(Version {description.version}) [Data set].{link}"
    )
