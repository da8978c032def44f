"""Names that nothing else has."""

from collections.abc import Container, Sequence
from itertools import chain, count


def free_name(wanted: Sequence[str], taken: Container[str]) -> str:
    """Return the first name that is not taken, else the last with a number from 2 behind it."""
    numbered = (f"{wanted[-1]}-{number}" for number in count(2))
    return next(name for name in chain(wanted, numbered) if name not in taken)
