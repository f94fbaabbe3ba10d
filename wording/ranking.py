"""Tells which figures may be ranked: those that lie further apart than their intervals and ranges reach."""

from collections.abc import Iterable, Sequence

from indicators.model import Figure


def ranked(figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures that are numbers, greatest first."""
    return sorted((figure for figure in figures if figure.value is not None), key=lambda f: f.value or 0, reverse=True)


def is_apart(greater: Figure, lesser: Figure) -> bool:
    """Whether one figure is greater than another even where its interval or range begins and the other's ends."""
    return _begin(greater) > _end(lesser)


def is_greatest(figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether a figure is at least as great as each of the others, whatever their ranges hold."""
    return all(_begin(figure) >= _end(other) for other in others if other is not figure)


def _begin(figure: Figure) -> float:
    return (figure.value or 0.0) if figure.low is None else figure.low


def _end(figure: Figure) -> float:
    return (figure.value or 0.0) if figure.high is None else figure.high
