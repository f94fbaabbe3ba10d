"""Finds ranges of two communities together that tell what one of them hides: the ends are the larger of the two and their sum."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from indicators.engine import catalogue
from indicators.model import Figure

Question = tuple[str, date, date, str | None]  # indicator, first and last day, category


def telling_ranges(figures: Sequence[Figure], hidden: Collection[int]) -> set[int]:
    """Return the places of figures of all communities that must be hidden because one of two communities is."""
    totals: dict[Question, list[int]] = defaultdict(list)
    parts: dict[Question, dict[str, bool]] = defaultdict(dict)
    for place, figure in enumerate(figures):
        if catalogue()[figure.indicator].is_combined:
            question = figure.indicator, figure.period.from_on, figure.period.to_on, figure.category
            if figure.community is None:
                totals[question].append(place)
            else:
                parts[question][figure.community] = place in hidden
    return {
        place
        for question, places in totals.items()
        if len(parts[question]) == 2 and any(parts[question].values())
        for place in places
    }
