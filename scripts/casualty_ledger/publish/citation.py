"""How the dataset is cited, in one line."""

from casualty_ledger.records.models import Description


def citation(description: Description) -> str:
    """Return the citation of the version that ``description`` describes, in APA style.

    It is what ``citation.styles`` gives, made without its style engine: every build needs it.
    """
    year = description.updated_on.first.year
    parts = [
        f"{description.creator}. ({year}). {description.title} "
        f"(Version {description.version}) [Data set].",
        f"{description.publisher}." if description.publisher else "",
        f"https://doi.org/{description.doi}" if description.doi else description.homepage or "",
    ]
    return " ".join(filter(None, parts))
