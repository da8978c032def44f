"""Version numbers of the data, and which number a difference allows."""

import re
from enum import IntEnum

DEVELOPMENT = "-dev"
_RELEASE = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")

Number = tuple[int, int, int]


class Bump(IntEnum):
    """What a difference does to the version number, from nothing to the most."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3


def is_release(version: str) -> bool:
    """Tell whether ``version`` is the number of a release: three numbers and no more."""
    return version.isascii() and _RELEASE.fullmatch(version) is not None


def release_number(version: str) -> Number:
    """Return what sorts versions: the three numbers, without ``-dev``.

    Raises:
        ValueError: ``version`` is no version number.
    """
    match = _RELEASE.fullmatch(without_development(version))
    if match is None or not version.isascii():
        raise ValueError(f"{version!r} is no version; expected three numbers: 1.0.0")
    major, minor, patch = (int(part) for part in match.groups())
    return major, minor, patch


def without_development(version: str) -> str:
    """Return the number of the release that a version under development leads to."""
    return version.removesuffix(DEVELOPMENT)


def next_version(version: str, bump: Bump) -> str:
    """Return the version that follows ``version`` at this bump."""
    major, minor, patch = release_number(version)
    following = {
        Bump.NONE: (major, minor, patch),
        Bump.PATCH: (major, minor, patch + 1),
        Bump.MINOR: (major, minor + 1, 0),
        Bump.MAJOR: (major + 1, 0, 0),
    }
    return ".".join(str(part) for part in following[bump])


def allowed_versions(last: str, least: Bump) -> list[str]:
    """Return the versions that may follow ``last``: the least bump and every greater one."""
    return [next_version(last, bump) for bump in Bump if bump and bump >= least]
