"""A citation in each of its formats."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict

from casualty_ledger.citation.bibliography import biblatex, bibtex, ris
from casualty_ledger.citation.csl import csl_item
from casualty_ledger.citation.source import Source, Subset, parse_sentence
from casualty_ledger.citation.styles import styled
from casualty_ledger.records.faults import suggestion


class CitationError(ValueError):
    """A text that holds no citation of a subset."""


def text(source: Source, style: str = "apa") -> str:
    """Return the source as text in a citation style, followed by version and checksums."""
    return " ".join([styled(csl_item(source), style), *source.notes()]) + "\n"


def csl_json(source: Source) -> str:
    """Return the source as a list of one item of CSL-JSON."""
    return _json([csl_item(source)])


def subset_json(source: Source) -> str:
    """Return the parts of a citation one by one, for machines; ``parse_citation`` reads it."""
    about = source.description
    parts = {"citation": text(source).strip(), "dataset": about.name, "version": about.version}
    subset = asdict(source.subset) if source.subset else {"version_sha256": source.sha256}
    return _json({**parts, **subset})


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


FORMATS: Mapping[str, Callable[[Source], str]] = {
    "text": text,
    "bibtex": bibtex,
    "biblatex": biblatex,
    "ris": ris,
    "csl-json": csl_json,
    "json": subset_json,
}


def formatted(source: Source, form: str, style: str = "apa") -> str:
    """Return the source in one of the FORMATS; only text has a style.

    Raises:
        ValueError: there is no such format or style.
    """
    if form not in FORMATS:
        near = suggestion(form, FORMATS)
        raise ValueError(f"no format {form!r}{near}; expected one of {', '.join(FORMATS)}")
    return text(source, style) if form == "text" else FORMATS[form](source)


def parse_citation(content: str) -> Subset:
    """Return the subset that a citation names, from its text or its JSON.

    Raises:
        CitationError: there is none in it, or a part of it is missing or of a wrong type.
    """
    if content.lstrip().startswith("{"):
        return _subset_of_json(content)
    subset = parse_sentence(content)
    if subset is None:
        expected = "expected the text or the JSON that `casualty-ledger cite --where` prints"
        raise CitationError(f"no citation of a subset; {expected}")
    return subset


def _subset_of_json(content: str) -> Subset:
    try:
        parts = json.loads(content)
    except (json.JSONDecodeError, RecursionError) as error:
        raise CitationError(f"no JSON: {error}") from None
    fields = Subset.__annotations__
    for name, kind in fields.items():
        if type(parts.get(name)) is not kind:
            raise CitationError(f"{name}: expected a {kind.__name__}, found {parts.get(name)!r}")
    return Subset(**{name: parts[name] for name in fields})
