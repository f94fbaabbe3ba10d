"""Counts the aggregates of indicators in a build, and tells which communities reported the ledgers behind them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from indicators import sql
from indicators.aggregate_value import AggregateValues, ReportedCells
from indicators.cells.cell_question import CellQuestion, can_count, learn_cells
from indicators.cells.values import counted_cells
from indicators.column_ledgers import as_sent
from indicators.counted_values import CountedColumns, ValueColumns
from indicators.grouping import Grouping
from indicators.model import NOTHING_LEFT_OUT, Aggregate, Filters, Indicator, LeftOut, Period
from indicators.month_counts import MonthCounts
from indicators.reported_cells import Reports
from indicators.reported_months import ReportedMonths, owing_since
from indicators.statement import Statement
from warehouse.build import Build

GROUPS, UNCOUNTED = "groups", "uncounted"
NOTHING: Mapping[str, LeftOut] = {}


@dataclass(frozen=True)
class Components:
    """All that the figures of one indicator are made of.

    `reported` are the cells in which the indicator counts, `numerator_reported` those in which at least the ledgers of its
    numerator were reported, `sent` those whose ledgers came, be it without the columns that are counted by, `sent_months` their months. `owing` says since when communities owe reports. `months` are the months each community reported, None where they have no meaning,
    `half_filled` how many of them have rows that leave empty what is counted or split by.
    """

    communities: Sequence[str]
    periods: Sequence[Period]
    numerator: AggregateValues
    denominator: AggregateValues | None
    groups: AggregateValues | None
    uncounted: AggregateValues | None
    reported: ReportedCells
    numerator_reported: ReportedCells
    sent: ReportedCells
    owing: Mapping[str, date]
    months: ReportedMonths | None
    sent_months: ReportedMonths | None
    half_filled: MonthCounts | None


def components(
    build: Build,
    indicators: Sequence[Indicator],
    filters: Filters,
    grouping: Grouping,
    left_out: Mapping[str, LeftOut] = NOTHING,
) -> dict[str, Components]:
    """Return the components of each indicator by its id, with one query per table, placing and coverage."""
    reports = Reports.read(build, indicators, filters.communities, grouping.category)
    values = _aggregate_values(reports, indicators, filters, grouping, left_out)

    def components_of(indicator: Indicator) -> Components:
        periods = tuple(grouping.periods(filters, indicator.numerator.span))
        without = left_out.get(indicator.id, NOTHING_LEFT_OUT)
        reported = reports.cells(indicator, indicator.aggregates, periods, without)
        sides = {
            side: values[indicator.id, side].put_together(filters.communities, reported)
            if indicator.is_combined and not grouping.by_community
            else values[indicator.id, side]
            for side in _counted(indicator)
        }
        return Components(
            communities=filters.communities,
            periods=periods,
            numerator=sides["numerator"],
            denominator=sides.get("denominator"),
            groups=sides.get(GROUPS),
            uncounted=sides.get(UNCOUNTED),
            reported=reported,
            numerator_reported=reports.cells(indicator, [indicator.numerator], periods, without),
            sent=reports.cells(indicator, as_sent(indicator).aggregates, periods, without),
            owing=owing_since(build, indicator, filters.communities),
            months=reports.months[indicator.id],
            sent_months=reports.sent_months[indicator.id],
            half_filled=reports.half_filled.get(indicator.id),
        )

    return {indicator.id: components_of(indicator) for indicator in indicators}


def _counted(indicator: Indicator) -> dict[str, Aggregate]:
    """Return what is counted for an indicator, by side; the groups and what states no number are sides of their own."""
    sides = {"numerator": indicator.numerator, "denominator": indicator.denominator}
    sides |= {GROUPS: indicator.groups, UNCOUNTED: indicator.uncounted}
    return {side: aggregate for side, aggregate in sides.items() if aggregate}


def aggregates_by_query(
    indicators: Sequence[Indicator], grouping: Grouping, left_out: Mapping[str, LeftOut] = NOTHING
) -> dict[sql.SharedPlacing, list[sql.NamedAggregate]]:
    """Return the sides of indicators and the groups they come in, grouped by the query that can count them together."""
    grouped: dict[sql.SharedPlacing, list[sql.NamedAggregate]] = {}
    for indicator in indicators:
        condition = sql.reported(*indicator.aggregates)
        by_community = grouping.by_community or indicator.is_combined
        without = left_out.get(indicator.id, NOTHING_LEFT_OUT)
        for side, aggregate in _counted(indicator).items():
            placing = sql.shared_placing(aggregate, condition, grouping.category, without, by_community=by_community)
            grouped.setdefault(placing, []).append(sql.NamedAggregate(indicator.id, side, aggregate))
    return grouped


def statement(
    placing: sql.SharedPlacing, named: Sequence[sql.NamedAggregate], filters: Filters, grouping: Grouping
) -> Statement:
    """Return the SQL statement that counts aggregates of one placing for a reader's filters."""
    rows_periods = grouping.periods(filters, placing.span)
    return sql.aggregates(placing, named, rows_periods, filters.communities, filters.strands)


def _aggregate_values(
    reports: Reports,
    indicators: Sequence[Indicator],
    filters: Filters,
    grouping: Grouping,
    left_out: Mapping[str, LeftOut],
) -> dict[tuple[str, str], ValueColumns]:
    """Return {(indicator id, side): its values}: from cells where they suffice, else from the rows; another engine counts rows."""
    countings = list(_countings(reports, indicators, filters, grouping, left_out))
    learn_cells(reports.build, ((question, held) for question, held, _ in countings if held))
    values: dict[tuple[str, str], ValueColumns] = {}
    for question, held, others in countings:
        counted = [(held, counted_cells(reports.build, question, held))] if held else []
        if others:
            counted.append((others, _counted_rows(reports.build, question.placing, others, filters, grouping)))
        for named, columns in counted:
            values |= {(each.indicator, each.side): ValueColumns.of(each, columns) for each in named}
    return values


def _countings(
    reports: Reports,
    indicators: Sequence[Indicator],
    filters: Filters,
    grouping: Grouping,
    left_out: Mapping[str, LeftOut],
) -> Iterator[tuple[CellQuestion, list[sql.NamedAggregate], list[sql.NamedAggregate]]]:
    """Yield for each placing what is asked of cells, the aggregates that they hold, and those that are counted in the rows."""
    by_id = {indicator.id: indicator for indicator in indicators}
    for placing, named in aggregates_by_query(indicators, grouping, left_out).items():
        periods = tuple(grouping.periods(filters, placing.span))
        reported = reports.of_aggregates(by_id[named[0].indicator].aggregates, periods, placing.left_out)
        question = CellQuestion(placing, periods, filters.communities, filters.strands, reported)
        held = [each for each in named if not reports.build.engine and can_count(each.aggregate, question)]
        yield question, held, [each for each in named if each not in held]


def _counted_rows(
    build: Build,
    placing: sql.SharedPlacing,
    named: Sequence[sql.NamedAggregate],
    filters: Filters,
    grouping: Grouping,
) -> CountedColumns:
    """Return the columns of aggregates, counted in the rows of their table."""
    names = [column for aggregate in named for column in aggregate.columns]
    query = statement(placing, named, filters, grouping)
    return CountedColumns.of_rows(
        build.count(query.sql, query.parameters), names, len(grouping.periods(filters, placing.span))
    )
