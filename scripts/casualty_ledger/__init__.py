"""Reported casualty and troop figures: records, build, load, citation and comparison.

What needs pandas to be defined is imported when it is first asked for, so that importing this
package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from casualty_ledger.cite import cite
from casualty_ledger.export import export
from casualty_ledger.load import load
from casualty_ledger.queries import as_of, changes, provenance, versions
from casualty_ledger.resolve import resolve

if TYPE_CHECKING:
    from casualty_ledger.compare import latest

__all__ = [
    "as_of",
    "changes",
    "cite",
    "export",
    "latest",
    "load",
    "provenance",
    "resolve",
    "versions",
]

_LAZY = {"latest": "casualty_ledger.compare"}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LAZY[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
