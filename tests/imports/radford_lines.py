"""Lines in the form of the published file."""

from casualty_ledger.imports.radford.codes import COLUMNS

HEADER = ",".join(f'"{name}"' for name in COLUMNS)


def line(
    day: object,
    count: object,
    category: str = "Military Deaths",
    source: str = "UA Source",
    country: str = "Russia",
    frame: str = "Cumulative",
    minimum: object = 0,
    maximum: object = 0,
) -> str:
    """One row of the file, without the end of the line."""
    return (
        f'{day},{count},"{category}-{country}","Equipment damage or loss","{source}","{frame}",'
        f'"{country}",{minimum},{maximum},"{category}","{source}-{country}"'
    )


def content(*lines: str) -> bytes:
    return ("\n".join([HEADER, *lines]) + "\n").encode("utf-8")
