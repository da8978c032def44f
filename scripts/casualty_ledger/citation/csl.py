"""A citation as CSL-JSON, from which every citation style is made."""

from typing import Any

from casualty_ledger.citation.source import Source


def csl_item(source: Source) -> dict[str, Any]:
    """Return the source as an item of CSL-JSON (Citation Style Language 1.0.2, type dataset).

    The DOI is that of the version: the concept DOI leads to whatever is newest.
    """
    about = source.description
    issued = about.updated_on.first
    item: dict[str, Any] = {
        "id": source.key,
        "type": "dataset",
        "title": about.title,
        "author": [{"literal": about.creator}],
        "issued": {"date-parts": [[issued.year, issued.month, issued.day]]},
        "version": about.version,
        "genre": "Data set",
        "note": " ".join(source.notes()),
    }
    if about.doi:
        item["DOI"] = about.doi
    if source.link:
        item["URL"] = source.link
    if about.publisher:
        item["publisher"] = about.publisher
    return item
