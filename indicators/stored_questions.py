"""Which questions about a table are answered when its rows are stored: those that figures rest on before a reader chooses a split."""

from collections.abc import Iterator

from etl.declarations import monthly_records
from indicators import tables
from indicators.catalogue import catalogue
from indicators.cells.day_cells import day_query
from indicators.cells.month_people import people_query
from indicators.cells.part import parts_of_aggregate
from indicators.cells.preparation import sources_of
from indicators.cells.source import CellSource, source_of
from indicators.cells.spells import spells_query
from indicators.daily_counts import DailyQuestion, daily_query
from indicators.disclosure.windows import rows_behind
from indicators.model import Aggregate
from indicators.sql import takes_strands
from warehouse.cell_files import CommunityQuery


def stored_queries(table: str) -> list[CommunityQuery]:
    """Return the queries about a table; different people, which take longest to count, without a split."""
    queries = (*_of_days(table), *_of_different_ones(table), *_of_people_a_day(table))
    return list(dict.fromkeys(queries))


def _aggregates(table: str) -> list[Aggregate]:
    return [side for each in catalogue().values() for side in each.all_aggregates if side.table == table]


def _of_days(table: str) -> Iterator[CommunityQuery]:
    """Yield the queries for sums and counts a day: as they are, by each category, and by strand."""
    for aggregate in _aggregates(table):
        for source in sources_of(aggregate):
            yield day_query(source)
        for category in tables.groups_of(table):
            yield day_query(source_of(aggregate, category))
        if takes_strands(table):
            yield day_query(source_of(aggregate, by_strand=True))
    if table in monthly_records():
        yield day_query(CellSource(table, monthly_records()[table].placed_on))


def _of_different_ones(table: str) -> Iterator[CommunityQuery]:
    for aggregate in _aggregates(table):
        for part in (part for part in parts_of_aggregate(aggregate) if part.parsed.is_distinct):
            source = source_of(aggregate)
            is_of_months = aggregate.span == "period"
            yield people_query((source, part)) if is_of_months else spells_query(("spells", source, part))


def _of_people_a_day(table: str) -> Iterator[CommunityQuery]:
    for rows in (rows for id in catalogue() for *_, rows in rows_behind(id) if rows.aggregate.table == table):
        question = DailyQuestion.of(rows, None, ())
        if not question.is_held:
            yield daily_query(question)
