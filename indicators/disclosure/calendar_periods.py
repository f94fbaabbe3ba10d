"""Decides years, quarters and months together, over all a build holds: no year tells the quarter that is hidden beside it.

The strands of each are decided after them in the same way, so that a choice of strands shows nothing but sums of what is shown.

What is decided depends on the records alone. A quarter is hidden in whatever window it is asked for, and a window that holds some,
but not all, of the months that are hidden within a year is withheld: less that year, it would tell of the others.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, product

from indicators import engine, tables
from indicators.disclosure.areas import everywhere
from indicators.disclosure.figures import FigureKey, NumberKey, disclose_together, figure_key
from indicators.disclosure.limits import is_few
from indicators.disclosure.people_counts import Days, PeopleCount, people_counts_of, side_count
from indicators.disclosure.systems import linked_ids
from indicators.disclosure.windows import telling_windows
from indicators.engine import catalogue, clip
from indicators.grouping import Grouping
from indicators.model import Figure, Filters, Grain, Period
from indicators.periods import first_of, month_end
from warehouse.build import Build

CountPlace = tuple[PeopleCount, str | None, str | None]  # what is counted, community, strand

STRAND = "strand"
COARSEST_FIRST: tuple[Grain, ...] = ("year", "quarter", "month")


@dataclass(frozen=True)
class HiddenPeriods:
    """The years, quarters and months of a count and place that are decided, and which of them are hidden."""

    decided: Collection[Days]
    hidden: Collection[Days]
    blocks: Sequence[Collection[Days]]  # months that are hidden within the same shown quarter or year, or within none

    @classmethod
    def of(cls, states: Mapping[tuple[Grain, Days], bool]) -> "HiddenPeriods":
        """Read what was decided of a count: {a period of a grain: whether it is hidden}."""
        decided = {days for _, days in states}
        hidden = {days for (_, days), is_hidden in states.items() if is_hidden}
        blocks: dict[Days | None, set[Days]] = defaultdict(set)
        for first, last in (days for (grain, days), is_hidden in states.items() if is_hidden and grain == "month"):
            around = [whole for whole in decided - hidden if whole[0] <= first and last <= whole[1]]
            blocks[min(around, key=lambda whole: whole[1] - whole[0], default=None)].add((first, last))
        return cls(decided, hidden, list(blocks.values()))

    def is_telling(self, days: Days) -> bool:
        """Return whether days are hidden, or hold a part of months that are hidden together."""
        if days in self.decided:
            return days in self.hidden
        return any(self._splits(days, block) for block in self.blocks)

    @staticmethod
    def _splits(days: Days, block: Collection[Days]) -> bool:
        is_touched = any(month[0] <= days[1] and days[0] <= month[1] for month in block)
        return is_touched and not all(days[0] <= month[0] and month[1] <= days[1] for month in block)


def telling_periods(build: Build, ids: Sequence[str], filters: Filters, by: Sequence[str], k: int) -> set[NumberKey]:
    """Return the keys of numbers of people, of all communities of a build together or of each, that years and months would betray."""
    grouping = Grouping.of(by, [catalogue()[id] for id in ids])
    clipped = clip(build, filters, grouping.grain)
    communities = clipped.communities if grouping.by_community else (None,)
    by_strand = grouping.category == STRAND or bool(clipped.strands)
    decided = {id: _hidden_periods(build, id, filters, by_strand, k) for id in ids}
    return {
        ((id, community, period.from_on, period.to_on, category), side)
        for id in ids
        for side, count in people_counts_of(id).items()
        for community in communities
        for category, strands in _strands_by_category(decided[id], grouping, clipped).items()
        if (hidden := [places for strand in strands if (places := decided[id].get((count, community, strand)))])
        for period in grouping.periods(clipped, catalogue()[id].numerator.span)
        if any(periods.is_telling(_to_the_ends(build, period)) for periods in hidden)
    }


def _strands_by_category(
    decided: Collection[CountPlace], grouping: Grouping, filters: Filters
) -> dict[str | None, Collection[str | None]]:
    """Return {the category of a figure: the strands it adds up, None where it counts them all}."""
    if grouping.category == STRAND:
        return {strand: (strand,) for _, _, strand in decided}
    return {None: filters.strands or (None,)}


def _to_the_ends(build: Build, period: Period) -> Days:
    """Return the days of a period, from the first that is decided and to the last, where it holds all records before or after."""
    first, last = build.first_day or period.from_on, build.last_day or period.to_on
    return (
        min(first_of(first, "year"), period.from_on) if period.from_on <= first else period.from_on,
        max(month_end(last), period.to_on) if period.to_on >= last else period.to_on,
    )


def _hidden_periods(
    build: Build, id: str, filters: Filters, by_strand: bool, k: int
) -> dict[CountPlace, HiddenPeriods]:
    """Return what is decided of the counts, of an indicator and of all linked to it, that add up over time."""
    ids, (first, last) = _counting(id), (build.first_day, build.last_day)
    if by_strand:
        ids = tuple(id for id in ids if STRAND in tables.groups_of(catalogue()[id].numerator.table))
    if not ids or not first or not last:
        return {}
    whole = everywhere(build, Filters(filters.communities, first_of(first, "year"), month_end(last)))
    return build.lasting(
        ("hidden periods", ids, whole, by_strand, k), lambda: _decided(build, ids, whole, by_strand, k)
    )


@cache
def _counting(id: str) -> tuple[str, ...]:
    """Return the indicators, of those linked to one, that it takes to tell each count that adds up over time, plain counts before ratios."""
    wanted: list[str] = []
    counted: set[PeopleCount] = set()
    for linked in sorted(linked_ids([id]), key=lambda id: catalogue()[id].denominator is not None):
        counts = {count for count in people_counts_of(linked).values() if count.adds_up_over_time}
        if counts - counted:
            wanted.append(linked)
            counted |= counts
    return tuple(wanted)


def _decided(
    build: Build, ids: Sequence[str], whole: Filters, by_strand: bool, k: int
) -> dict[CountPlace, HiddenPeriods]:
    """Decide years first, which stay shown if they can be, then the quarters within them, then the months within both; then their strands."""

    @cache
    def counted(*by: str) -> tuple[list[Figure], set[NumberKey]]:
        return engine.figures(build, ids, whole, by), telling_windows(build, ids, whole, by, k)

    splits: list[tuple[str, ...]] = [(), (STRAND,)] if by_strand else [()]
    if not _tell_of_few(*counted("month", "community", *splits[-1]), k):  # of which years and all communities are made
        return {}
    lists: list[list[Figure]] = []
    hidden: set[FigureKey | NumberKey] = set()
    states: dict[CountPlace, dict[tuple[Grain, Days], bool]] = defaultdict(dict)
    for split, grain in product(splits, COARSEST_FIRST):
        settled = len(lists)
        for by in ((grain, *split), (grain, "community", *split)):
            of_split, telling = counted(*by)
            lists.append(of_split)
            hidden |= telling
        for figure in chain(*disclose_together(lists, k, hidden, settled)[settled:]):
            is_hidden = figure.state == "hidden"
            if is_hidden:
                hidden.add(figure_key(figure))
            for count in people_counts_of(figure.indicator).values():
                if count.adds_up_over_time:  # a count that one figure hides may be shown by another
                    days = grain, (figure.period.from_on, figure.period.to_on)
                    of_place = states[count, figure.community, figure.category]
                    of_place[days] = is_hidden and of_place.get(days, True)
    return {place: HiddenPeriods.of(of_place) for place, of_place in states.items()}


def _tell_of_few(figures: Sequence[Figure], telling: Collection[NumberKey], k: int) -> bool:
    """Return whether any figure tells of few people, be it beside other windows."""
    return bool(telling) or any(
        is_few(side_count(figure, side), k) for figure in figures for side in people_counts_of(figure.indicator)
    )
