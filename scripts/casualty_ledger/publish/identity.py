"""The identity of a version: one checksum over its canonical CSV files."""

from collections.abc import Mapping
from hashlib import sha256


def identity(files: Mapping[str, bytes]) -> str:
    """Return the SHA-256 that tells one state of the dataset from every other, in hex.

    It covers the tables as CSV, which anyone can read and write again to the byte, and neither
    Parquet, whose bytes change with the library that wrote it, nor the metadata, which quote it.
    It is the checksum of what ``sha256sum`` prints for the CSV files in the order of their names:

        cd dataset && LC_ALL=C sha256sum *.csv | sha256sum

    Args:
        files: content by file name, of one version; other files than CSV are ignored. A
            version holds no CSV file but those of its tables.
    """
    names = sorted(name for name in files if name.endswith(".csv"))
    listing = "".join(f"{sha256(files[name]).hexdigest()}  {name}\n" for name in names)
    return sha256(listing.encode("ascii")).hexdigest()
