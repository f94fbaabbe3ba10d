"""Returns who works with whom: organisations that held activities together, as organiser or partner, and how many.

Only organisations are named, never persons: a partner is stored if it reads as an organisation, and an organiser that does not is left out.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from etl.parse import is_organisation
from indicators.model import Filters
from warehouse.build import Build

LEAST_JOINT = 3  # activities that two held together before they are said to work together
BETWEEN = "、"  # the partners of a cell


@dataclass(frozen=True)
class Partnership:
    """Two organisations and the activities they held together, in the communities named."""

    first: str
    second: str
    count: int
    communities: tuple[str, ...]


def partnerships(build: Build, filters: Filters) -> list[Partnership]:
    """Return all pairs of a window that held enough activities together, the closest first."""
    query = """
        select community, organiser, partners, count(*) from activity
        where partners is not null and held_on between ? and ? and community in (select unnest(?))
        group by community, organiser, partners order by 1, 2, 3"""
    rows: Sequence[tuple[str, str | None, str, int]] = build.rows(
        query, (filters.from_on, filters.to_on, list(filters.communities))
    )
    counts: Counter[tuple[str, str]] = Counter()
    places: dict[tuple[str, str], list[str]] = {}
    for community, organiser, partners, count in rows:
        for pair in combinations(sorted(_members(organiser, partners)), 2):
            counts[pair] += count
            places.setdefault(pair, []).append(community)
    partnerships = [
        Partnership(*pair, count, tuple(dict.fromkeys(places[pair])))
        for pair, count in counts.items()
        if count >= LEAST_JOINT
    ]
    return sorted(partnerships, key=lambda partnership: (-partnership.count, partnership.first, partnership.second))


def _members(organiser: str | None, partners: str) -> set[str]:
    return {name for name in (organiser, *partners.split(BETWEEN)) if name and is_organisation(name)}


def closeness(pairs: Sequence[Partnership]) -> dict[str, int]:
    """Return {organisation: activities with its partners together}, the busiest first."""
    shared: Counter[str] = Counter()
    for partnership in pairs:
        shared[partnership.first] += partnership.count
        shared[partnership.second] += partnership.count
    return dict(sorted(shared.items(), key=lambda item: (-item[1], item[0])))
