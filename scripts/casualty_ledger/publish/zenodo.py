"""``.zenodo.json``: what Zenodo takes over when it archives the repository."""

from html import escape
from typing import Any

from casualty_ledger.publish.json_text import json_bytes
from casualty_ledger.records.models import Description


def zenodo(description: Description) -> bytes:
    """Return the metadata of a version as Zenodo's deposit interface names them.

    Zenodo itself gives a deposit its DOIs and their relation, so none is named here.
    """
    content: dict[str, Any] = {
        "upload_type": "dataset",
        "title": description.title,
        # Zenodo reads HTML here.
        "description": f"<p>{escape(description.description, quote=False)}</p>",
        "creators": [{"name": description.creator}],
        "version": description.version,
        "publication_date": description.updated_on.text,
        "access_right": "open",
        "license": description.licence.lower(),
        "keywords": description.keywords,
        "language": "eng",
    }
    if description.homepage:
        content["related_identifiers"] = [
            {"identifier": description.homepage, "relation": "isDocumentedBy", "scheme": "url"}
        ]
    return json_bytes(content)
