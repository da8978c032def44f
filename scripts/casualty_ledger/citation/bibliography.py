"""A citation as BibTeX, BibLaTeX or RIS."""

from collections.abc import Mapping

from casualty_ledger.citation.source import Source

_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        **{character: f"\\{character}" for character in "&%$#_{}"},
    }
)


def bibtex(source: Source) -> str:
    """Return the source as a BibTeX entry, of type misc: BibTeX knows no datasets."""
    issued = source.description.updated_on.first
    fields = {"year": str(issued.year), "month": str(issued.month), "howpublished": "Data set"}
    return _entry("misc", source, fields)


def biblatex(source: Source) -> str:
    """Return the source as a BibLaTeX entry of type dataset."""
    return _entry("dataset", source, {"date": source.description.updated_on.first.isoformat()})


def _entry(kind: str, source: Source, dates: Mapping[str, str]) -> str:
    about = source.description
    # Braces within keep an organisation's name whole and a title's capitals.
    fields = {
        "author": f"{{{about.creator.translate(_LATEX)}}}",
        "title": f"{{{about.title.translate(_LATEX)}}}",
        **dates,
        "version": about.version,
        "publisher": (about.publisher or "").translate(_LATEX),
        "doi": about.doi or "",
        "url": source.link or "",
        "note": " ".join(source.notes()).translate(_LATEX),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{source.key},", *lines, "}", ""])


def ris(source: Source) -> str:
    """Return the source as RIS, with the version as edition; a line is a tag and a value."""
    about = source.description
    issued = about.updated_on.first
    tags = [
        ("TY", "DATA"),
        ("AU", about.creator),
        ("TI", about.title),
        ("PY", str(issued.year)),
        ("DA", f"{issued:%Y/%m/%d}"),
        ("ET", about.version),
        ("PB", about.publisher),
        ("DO", about.doi),
        ("UR", source.link),
        *(("N1", note) for note in source.notes()),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\n" for tag, value in tags if value is not None)
