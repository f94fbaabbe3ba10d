"""Decides which numbers of people are too small to be shown."""

import numpy as np

OFFICE, PUBLISHED = 5, 10


def is_few(count: float | None, k: int) -> bool:
    """Return whether a number of people lies between 1 and k-1; a difference counts by its size."""
    return 0 < abs(count or 0) < k


def are_few(counts: np.ndarray, k: int) -> np.ndarray:
    """Return the same of each of some numbers, none of which is missing."""
    sizes = np.abs(counts)
    few: np.ndarray = (sizes > 0) & (sizes < k)
    return few


def is_small_share(numerator: float, denominator: float, k: int) -> bool:
    """Return whether a share tells of few people: on either side, or among those the numerator leaves out."""
    return any(is_few(count, k) for count in (numerator, denominator, denominator - numerator))
