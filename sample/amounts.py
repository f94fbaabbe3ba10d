"""Totals that must come out exactly, split into uneven parts."""

from random import Random


def split(rng: Random, total: int, count: int, step: int = 1, spread: float = 0.5) -> list[int]:
    """Return `count` positive parts of `total`, multiples of `step` but for the largest, which takes the rest."""
    if not count:
        return []
    weights = [rng.lognormvariate(0, spread) for _ in range(count)]
    to_share = total // step - count
    if to_share < 0:
        raise ValueError(f"{total} cannot be split into {count} parts of at least {step}")
    parts = [step * (1 + int(to_share * weight / sum(weights))) for weight in weights]
    parts[weights.index(max(weights))] += total - sum(parts)
    return parts
