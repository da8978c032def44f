"""Rewriting files that hold a sound record in another than the canonical form."""

from collections.abc import Iterator
from pathlib import Path

from casualty_ledger.files import replace_file
from casualty_ledger.records.canonical import canonical_text, difference
from casualty_ledger.records.folder import read_folder
from casualty_ledger.records.ledger import Ledger
from casualty_ledger.records.rules.files import entries


def fix_folder(root: Path) -> Iterator[str]:
    """Rewrite what is not in canonical form, and yield the difference of each file.

    A file that holds a fault gives no record and is left as it is; nothing in it is lost.

    Raises:
        NotADirectoryError: ``root`` is no folder.
        OSError: a file could not be written; it then is as it was.
    """
    ledger, _ = read_folder(root)
    for path, found, wanted in _rewrites(ledger):
        replace_file(root / path, wanted.encode("utf-8"))
        yield difference(found, wanted, path)


def _rewrites(ledger: Ledger) -> Iterator[tuple[str, str, str]]:
    for entry in entries(ledger):
        wanted = canonical_text(entry.record)
        if entry.text != wanted:
            yield entry.path, entry.text, wanted
