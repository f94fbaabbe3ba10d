"""The questions that figures rest on: what a page of figures asks at once, and what is answered when the rows of a table are stored."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from etl.declarations import monthly_records, record_types
from indicators import tables
from indicators.catalogue import catalogue
from indicators.cells.appearances import AppearancesQuestion
from indicators.cells.cell_question import different_ones
from indicators.cells.day_cells import DaysQuestion
from indicators.cells.part import CellPart, parts_of_aggregate
from indicators.cells.question import RowsQuestion, learn
from indicators.cells.source import CellSource, source_of
from indicators.daily_counts import DailyQuestion
from indicators.disclosure.newcomers import days_of_people, different_people_in
from indicators.disclosure.systems import linked_ids
from indicators.disclosure.windows import opening_of, rows_behind
from indicators.grouping import GRAINS
from indicators.model import Aggregate, Filters
from indicators.strand_choice import takes_strands
from warehouse import records
from warehouse.build import Build
from warehouse.cell_files import CommunityQuery

SplitIds = tuple[
    Sequence[str], Sequence[str]
]  # how figures are split, in the engine's words, and the ids of the indicators split so


def learn_figures(build: Build, splits: Iterable[SplitIds]) -> None:
    """Read by one query what figures and all linked to them are made of, as far as no reader's choice is part of it."""
    learn(build, [question for by, ids in splits for id in linked_ids(ids) for question in _counts(id, _category(by))])


def learn_disclosed_figures(build: Build, splits: Iterable[SplitIds], filters: Filters | None = None) -> None:
    """Read by one query what figures are made of, and by which their days are told that give few people away.

    Where the filters are known, those who came only in a part of an odd window are told, too.
    """
    linked = [(by, linked_ids(ids)) for by, ids in splits]
    questions = [question for by, ids in linked for id in ids for question in _questions(id, _category(by))]
    if filters:
        questions += [question for by, ids in linked for question in days_of_people(build, ids, filters, by)]
    learn(build, questions)


def _category(by: Sequence[str]) -> str | None:
    return next((name for name in by if name not in (*GRAINS, "community")), None)


def stored_queries(table: str) -> list[CommunityQuery]:
    """Return the queries about a table, of records also which ledgers they come from; different people, which take longest to count, without a split."""
    unsplit = list(dict.fromkeys(question for id in catalogue() for question in _questions(id)))
    by_day = [replace(question, first_of="day") for question in unsplit if isinstance(question, AppearancesQuestion)]
    queries = (question.query for question in (*by_day, *unsplit, *_split_days(table)))
    files = [records.files_query(table)] if table in record_types() else []
    return [query for query in dict.fromkeys((*queries, *files)) if query.table == table]


@cache
def _questions(id: str, category: str | None = None) -> tuple[RowsQuestion[Any], ...]:
    return tuple(dict.fromkeys(_all_questions(id, category)))


def _all_questions(id: str, category: str | None) -> Iterator[RowsQuestion[Any]]:
    yield from _counts(id, category)
    for *_, rows in rows_behind(id):
        for counted in filter(None, (rows, opening_of(rows))):
            yield DailyQuestion.of(counted, category, ()).rows_question
    for _, rows in different_people_in([id]).get(id, ()):
        yield AppearancesQuestion(DailyQuestion.of(rows, category, ()).source, CellPart.of(rows.aggregate))


def _counts(id: str, category: str | None = None) -> Iterator[RowsQuestion[Any]]:
    for aggregate in catalogue()[id].all_aggregates:
        split = category if category in tables.groups_of(aggregate.table) else None
        yield from map(DaysQuestion, sources_of(aggregate, split))
        source = source_of(aggregate, split)
        for part in (part for part in parts_of_aggregate(aggregate) if part.parsed.is_distinct):
            yield different_ones(source, part, aggregate.span)


def sources_of(aggregate: Aggregate, category: str | None = None) -> Iterator[CellSource]:
    """Yield where an aggregate is counted; and where a register tells whether a community is in it."""
    yield source_of(aggregate, category)
    if tables.is_register(aggregate.table):
        yield CellSource(aggregate.table, aggregate.on, aggregate.until)


def _split_days(table: str) -> Iterator[DaysQuestion]:
    """Yield the questions for sums and counts a day of a table by each category, by strand, and by month of report."""
    for aggregate in (side for each in catalogue().values() for side in each.all_aggregates if side.table == table):
        for category in tables.groups_of(table):
            yield DaysQuestion(source_of(aggregate, category))
        if takes_strands(table):
            yield DaysQuestion(source_of(aggregate, by_strand=True))
    if table in monthly_records():
        yield DaysQuestion(CellSource(table, monthly_records()[table].placed_on))
