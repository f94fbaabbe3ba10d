"""Parts figures by the community they are of, in one pass: an office may have hundreds."""

from collections.abc import Iterable

from indicators.model import Figure


def by_place(figures: Iterable[Figure], places: Iterable[str | None]) -> dict[str | None, list[Figure]]:
    """Return {community: its figures} in the order of `places`, each of which is there; None is all together."""
    of_place: dict[str | None, list[Figure]] = {place: [] for place in places}
    for figure in figures:
        of_place.setdefault(figure.community, []).append(figure)
    return of_place
