"""Finds the numbers of people that figures tell: numerators, denominators, and what a numerator leaves of its denominator."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from indicators.engine import catalogue
from indicators.expression import Expression
from indicators.model import Aggregate, Figure, Indicator

NUMERATOR, DENOMINATOR, COMPLEMENT = 0, 1, 2

CountCell = tuple[int, int]  # the place of a figure, and which of its numbers: NUMERATOR, DENOMINATOR or COMPLEMENT
Days = tuple[date, date]  # of a period; of what is counted up to a day or stands at one, that day twice
CellKey = tuple[str | None, Days, str | None]  # community, days, category
CountTable = dict[CellKey, CountCell]  # one quantity at one grain


@dataclass(frozen=True)
class PeopleCount:
    """What a cell counts: the rows of an aggregate, less those of `without` where it is a complement."""

    aggregate: Aggregate
    without: Aggregate | None = None

    @property
    def family(self) -> tuple[object, ...]:
        """What linked quantities have in common: the same rows counted in the same way, by whatever date and span."""
        counted = self.aggregate
        return counted.table, counted.expression, counted.where, self.without

    @property
    def adds_up_over_time(self) -> bool:
        """Whether the counts of months are those of their year: not of different people, who come in several."""
        return self.aggregate.span == "period" and Expression.parse(self.aggregate.expression).adds_up


@dataclass(frozen=True)
class PeopleCounts:
    """All numbers of people among figures: each cell's count, and the tables of each quantity."""

    counts: dict[CountCell, float]
    tables: dict[PeopleCount, list[CountTable]]


@cache
def people_counts_of(id: str) -> dict[int, PeopleCount]:
    """Return {which number: what it counts} for the numbers of people of an indicator."""
    indicator = catalogue()[id]
    sides = {
        side: PeopleCount(_rows_counted(counted))
        for side, counted in enumerate(indicator.aggregates)
        if counted.of_people
    }
    complement = _complement(indicator) if len(sides) == 2 and indicator.unit == "%" else None
    return {**sides, COMPLEMENT: complement} if complement else sides


def people_behind(id: str, side: int) -> Aggregate | None:
    """Return what counts the different people in the rows of a number, of whom each may have several; None where a row is one of them."""
    rows, count = people_counts_of(id)[side].aggregate, catalogue().get(catalogue()[id].multiple_of)
    if not count or count.numerator.table != rows.table or not Expression.parse(count.numerator.expression).is_distinct:
        return None
    return replace(rows, expression=count.numerator.expression)


def _complement(indicator: Indicator) -> PeopleCount:
    """Return what a share leaves over: of cases opened and closed up to a day, or in hand in a period, those that stand open at its end."""
    part, whole = map(_rows_counted, indicator.aggregates)
    if part.span == whole.span == "to_date" and replace(part, on=whole.on) == whole and part.on != whole.on:
        return PeopleCount(replace(whole, span="state", until=part.on))
    if part.span == "period" and whole.span == "any_day" and part.on == whole.until:
        return PeopleCount(replace(whole, span="state"))
    return PeopleCount(whole, without=part)


def _rows_counted(aggregate: Aggregate) -> Aggregate:
    """Return an aggregate without the conditions on who must have reported, in which linked ones may differ."""
    return replace(aggregate, low=(), high=(), needs=(), is_current=False)


def read_people_counts(lists: Sequence[Sequence[Figure]]) -> PeopleCounts:
    """Return the numbers of people of lists of figures, places counted through all lists."""
    counts: dict[CountCell, float] = {}
    by_list: dict[tuple[int, str, int], CountTable] = defaultdict(dict)
    placed = ((number, figure) for number, figures in enumerate(lists) for figure in figures)
    for place, (number, figure) in enumerate(placed):
        for side, quantity in people_counts_of(figure.indicator).items():
            count = side_count(figure, side)
            if count is not None:
                counts[place, side] = count
                key = figure.community, _days(figure, quantity), figure.category
                by_list[number, figure.indicator, side][key] = (place, side)
    tables: dict[PeopleCount, list[CountTable]] = defaultdict(list)
    for (_, id, side), table in by_list.items():
        tables[people_counts_of(id)[side]].append(table)
    return PeopleCounts(counts, tables)


def side_count(figure: Figure, side: int) -> float | None:
    """Return one of the numbers of a figure; None where it has none."""
    if side != COMPLEMENT:
        return figure.denominator if side else figure.numerator
    if figure.numerator is None or figure.denominator is None:
        return None
    return figure.denominator - figure.numerator


def _days(figure: Figure, quantity: PeopleCount) -> Days:
    period = figure.period
    is_of_period = quantity.aggregate.span in ("period", "any_day")
    return (period.from_on if is_of_period else period.to_on), period.to_on
