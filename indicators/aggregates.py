"""Counts the aggregates of indicators in a build, and tells which communities reported the ledgers behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from indicators import sql, tables
from indicators.expression import Expression
from indicators.grouping import Grouping
from indicators.model import NOTHING_LEFT_OUT, Aggregate, Filters, Indicator, LeftOut, Period
from indicators.reported_months import ReportedMonths, is_reported, months_by_ledger, reported_months
from indicators.statement import Statement
from warehouse.build import Build

ValueKey = tuple[int, str | None, str | None]  # number of the period, community (None: all), category (None: no split)
ReportedCells = frozenset[tuple[int, str]]  # (number of the period, community)
NOTHING: Mapping[str, LeftOut] = {}


@dataclass(frozen=True)
class AggregateValue:
    """The number an aggregate comes to.

    `high` is there where only a range is known, and `value` is then its low end. A value of None means that there are rows
    of which none states a quantity.
    """

    value: float | None
    high: float | None = None


@dataclass(frozen=True)
class Components:
    """All that the figures of one indicator are made of.

    `reported` are the cells in which the indicator counts, `numerator_reported` those in which at least the ledgers of its
    numerator were reported. `months` are the months each community reported, None where they have no meaning.
    """

    periods: Sequence[Period]
    numerator: Mapping[ValueKey, AggregateValue]
    denominator: Mapping[ValueKey, AggregateValue] | None
    reported: ReportedCells
    numerator_reported: ReportedCells
    months: ReportedMonths | None


def value_without_rows(aggregate: Aggregate) -> AggregateValue:
    """Return what an aggregate is where its ledgers were reported but hold no row of it: 0, or None for an extreme."""
    return AggregateValue(None if Expression.parse(aggregate.expression).is_extreme else 0.0)


def components(
    build: Build,
    indicators: Sequence[Indicator],
    filters: Filters,
    grouping: Grouping,
    left_out: Mapping[str, LeftOut] = NOTHING,
) -> dict[str, Components]:
    """Return the components of each indicator by its id, with one query per table, placing and coverage."""
    values = _aggregate_values(build, indicators, filters, grouping, left_out)
    by_ledger = months_by_ledger(build, filters.communities)
    months = reported_months(by_ledger, indicators, filters.communities)

    @cache  # indicators of one register share its cells
    def registered_cells(condition: str, periods: tuple[Period, ...]) -> ReportedCells:
        statement = sql.reported_cells(condition, periods, filters.communities)
        return frozenset((number, community) for number, community in build.rows(statement.sql, statement.parameters))

    def reported_cells(
        aggregates: Sequence[Aggregate], periods: tuple[Period, ...], left_out: LeftOut
    ) -> ReportedCells:
        communities = [name for name in filters.communities if name not in left_out.communities]
        cells = frozenset((number, community) for number, _ in enumerate(periods) for community in communities)
        for aggregate in aggregates:
            if tables.is_register(aggregate.table):
                cells &= registered_cells(sql.reported(aggregate), periods)
            else:
                cells = frozenset(
                    cell for cell in cells if is_reported(aggregate, by_ledger, cell[1], periods[cell[0]])
                )
        return cells

    def components_of(indicator: Indicator) -> Components:
        figure_periods = tuple(grouping.periods(filters, indicator.numerator.span))
        without = left_out.get(indicator.id, NOTHING_LEFT_OUT)
        return Components(
            periods=figure_periods,
            numerator=values.get((indicator.id, "numerator"), {}),
            denominator=values.get((indicator.id, "denominator"), {}) if indicator.denominator else None,
            reported=reported_cells(indicator.aggregates, figure_periods, without),
            numerator_reported=reported_cells([indicator.numerator], figure_periods, without),
            months=months[indicator.id],
        )

    return {indicator.id: components_of(indicator) for indicator in indicators}


def aggregates_by_query(
    indicators: Sequence[Indicator], category: str | None, left_out: Mapping[str, LeftOut] = NOTHING
) -> dict[sql.SharedPlacing, list[sql.NamedAggregate]]:
    """Return the numerators and denominators of indicators, grouped by the query that can count them together."""
    grouped: dict[sql.SharedPlacing, list[sql.NamedAggregate]] = {}
    for indicator in indicators:
        condition = sql.reported(*indicator.aggregates)
        for side, aggregate in zip(("numerator", "denominator"), indicator.aggregates, strict=False):
            placing = sql.shared_placing(aggregate, condition, category, left_out.get(indicator.id, NOTHING_LEFT_OUT))
            grouped.setdefault(placing, []).append(sql.NamedAggregate(indicator.id, side, aggregate))
    return grouped


def statement(
    placing: sql.SharedPlacing, named: Sequence[sql.NamedAggregate], filters: Filters, grouping: Grouping
) -> Statement:
    """Return the SQL statement that counts aggregates of one placing for a reader's filters."""
    rows_periods = grouping.periods(filters, placing.span)
    return sql.aggregates(
        placing, named, rows_periods, filters.communities, filters.strands, by_community=grouping.by_community
    )


def _aggregate_values(
    build: Build,
    indicators: Sequence[Indicator],
    filters: Filters,
    grouping: Grouping,
    left_out: Mapping[str, LeftOut],
) -> dict[tuple[str, str], dict[ValueKey, AggregateValue]]:
    """Return {(indicator id, side): {key of a figure: value}}."""
    values: dict[tuple[str, str], dict[ValueKey, AggregateValue]] = {}
    for placing, named in aggregates_by_query(indicators, grouping.category, left_out).items():
        columns = [column for aggregate in named for column in aggregate.columns]
        query = statement(placing, named, filters, grouping)
        for period, community, category, *cells in build.rows(query.sql, query.parameters):
            row = dict(zip(columns, cells, strict=True))
            for aggregate in named:
                by_key = values.setdefault((aggregate.indicator, aggregate.side), {})
                by_key[period, community, category] = _aggregate_value(aggregate, row)
    return values


def _aggregate_value(named: sql.NamedAggregate, row: Mapping[str, Any]) -> AggregateValue:
    name = f"{named.indicator}_{named.side}"
    if row[f"{name}_rows"] == 0:
        return value_without_rows(named.aggregate)
    if not named.aggregate.high:
        return AggregateValue(_number(row[name]))
    low = max(_number(row[f"{name}_low_{n}"]) or 0.0 for n, _ in enumerate(named.aggregate.low, 1))
    high = sum(_number(row[f"{name}_high_{n}"]) or 0.0 for n, _ in enumerate(named.aggregate.high, 1))
    return AggregateValue(low, high if high > low else None)


def _number(value: Any) -> float | None:
    return None if value is None else float(value)
