"""What a data package says of itself as a whole, written from the description and read back."""

from typing import Any

from casualty_ledger.records.models import Description

Json = dict[str, Any]
DOI_LINK = "https://doi.org/"


def about(description: Description) -> Json:
    """Return the properties of a descriptor that speak of the dataset as a whole."""
    whole: Json = {
        "name": description.name,
        "title": description.title,
        "version": description.version,
        "description": description.description,
        "keywords": description.keywords,
        "licenses": [{"name": description.licence, "path": description.licence_url}],
        "created": f"{description.updated_on.text}T00:00:00Z",
        "contributors": [{"title": description.creator, "roles": ["creator"]}],
    }
    if description.publisher:
        whole["contributors"].append({"title": description.publisher, "roles": ["publisher"]})
    if description.homepage:
        whole["homepage"] = description.homepage
    if description.doi:
        whole["id"] = f"{DOI_LINK}{description.doi}"
    if description.concept_doi:
        whole["conceptId"] = f"{DOI_LINK}{description.concept_doi}"
    return whole


def read_description(package: Json) -> Description:
    """Return the description that a descriptor was made from.

    So a version tells by itself, years later and without the records, how it is to be cited.
    """
    roles = {role: who["title"] for who in package["contributors"] for role in who["roles"]}
    (licence,) = package["licenses"]
    return Description.model_validate(
        {
            **{key: package[key] for key in ("name", "title", "version", "description")},
            "keywords": package["keywords"],
            "updated_on": package["created"][:10],
            "creator": roles["creator"],
            "publisher": roles.get("publisher"),
            "licence": licence["name"],
            "licence_url": licence["path"],
            "homepage": package.get("homepage"),
            "doi": _bare_doi(package.get("id")),
            "concept_doi": _bare_doi(package.get("conceptId")),
        }
    )


def _bare_doi(link: str | None) -> str | None:
    return link.removeprefix(DOI_LINK) if link else None
