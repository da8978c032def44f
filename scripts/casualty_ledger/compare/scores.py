"""How well quantiles said a later claim: the weighted interval score.

It scores against what a claimant *said* later. No claim here is the truth, and neither is a score.
"""

from collections.abc import Mapping


def weighted_interval_score(quantiles: Mapping[float, float], said: float) -> float:
    """Return the weighted interval score of a forecast for a later claim; less is better.

    The score is that of Bracher et al. (2021): the central intervals, each by its width and by
    how far the number lies outside, and the median. It is in the unit of the number.

    Args:
        quantiles: value by level from 0 to 1; with the median, and symmetric around it, such as
            0.05, 0.25, 0.5, 0.75 and 0.95.
        said: the number that was said later.

    Raises:
        ValueError: no median, a level without its mirror, or values that fall as levels rise.

    Example:
        >>> weighted_interval_score({0.25: 500, 0.5: 1000, 0.75: 1500}, 2000)
        833.3333333333334
    """
    levels = _checked(quantiles)
    pinball = [(said - quantiles[level]) * (level - (said < quantiles[level])) for level in levels]
    # The sum of quantile losses is the score: each pair of mirrored losses is one interval.
    return 2 * sum(pinball) / len(pinball)


def score_range(
    quantiles: Mapping[float, float], floor: float | None, ceiling: float | None
) -> tuple[float, float]:
    """Return the least and the largest score that a later claim with limits allows.

    Args:
        quantiles: see ``weighted_interval_score``.
        floor: of the later claim; None if it has none.
        ceiling: of the later claim; None if it has none.

    Returns:
        Infinite at the upper end where the claim is open: no number can be scored against *at
        least*.

    Raises:
        ValueError: the floor lies above the ceiling; or see ``weighted_interval_score``.
    """
    least = float("-inf") if floor is None else floor
    most = float("inf") if ceiling is None else ceiling
    if least > most:
        raise ValueError(f"the floor {floor} lies above the ceiling {ceiling}")
    _checked(quantiles)
    # The score is convex in the number and least at the median.
    best = weighted_interval_score(quantiles, min(max(quantiles[0.5], least), most))
    if floor is None or ceiling is None:
        return best, float("inf")
    return best, max(weighted_interval_score(quantiles, end) for end in (least, most))


def _checked(quantiles: Mapping[float, float]) -> list[float]:
    levels = sorted(quantiles)
    if 0.5 not in quantiles:
        raise ValueError("no median; expected a value at level 0.5")
    for level, mirror in zip(levels, reversed(levels), strict=True):
        if abs(level + mirror - 1) > 1e-9:
            raise ValueError(f"level {level} has no mirror; expected one at {1 - level:g}")
    values = [quantiles[level] for level in levels]
    if values != sorted(values):
        raise ValueError(f"values fall as levels rise: {values}")
    return levels
