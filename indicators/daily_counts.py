"""Counts an aggregate day by day and community by community, in whatever months were reported."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from indicators import sql, tables
from indicators.expression import Expression
from indicators.model import Aggregate
from indicators.statement import Statement
from warehouse.build import Build

CountsByDay = Mapping[date, float]  # days of which at least one row is counted


@dataclass(frozen=True)
class CountedRows:
    """The rows that an aggregate counts, placed by its date; less those of `without` where that is given."""

    aggregate: Aggregate
    without: Aggregate | None = None


def daily_counts(
    build: Build, rows: CountedRows, category: str | None, strands: Sequence[str]
) -> dict[tuple[str, str | None], CountsByDay]:
    """Return {(community, category): {day: number}}; the category is None unless the table is split by that column."""
    return build.remembered((rows, category, tuple(strands)), lambda: _daily_counts(build, rows, category, strands))


def _daily_counts(
    build: Build, rows: CountedRows, category: str | None, strands: Sequence[str]
) -> dict[tuple[str, str | None], CountsByDay]:
    query = _statement(rows, category, strands)
    counts: dict[tuple[str, str | None], dict[date, float]] = defaultdict(dict)
    for community, name, day, number in build.rows(query.sql, query.parameters):
        if number:
            counts[community, name][day] = float(number)
    return dict(counts)


def _statement(rows: CountedRows, category: str | None, strands: Sequence[str]) -> Statement:
    counted = rows.aggregate
    number = _number(counted)
    if rows.without:
        number = f"coalesce({number}, 0) - coalesce({_number(rows.without)}, 0)"
    is_split = category in tables.groups_of(counted.table)
    name = f"coalesce(cast({category} as varchar), '{sql.NO_CATEGORY}')" if is_split else "null"
    marks = ", ".join("?" for _ in strands)
    is_narrowed = bool(strands) and sql.takes_strands(counted.table)
    within = f" and strand in ({marks})" if is_narrowed else ""
    text = (
        f"select community, {name} as category, {counted.on} as day, {number} as number\n"
        f"from {counted.table}\nwhere {counted.on} is not null{within}\ngroup by 1, 2, 3"
    )
    return Statement(text, tuple(strands) if is_narrowed else ())


def _number(aggregate: Aggregate) -> str:
    expression = Expression.parse(aggregate.expression)
    return expression.restricted(aggregate.where.sql) if aggregate.where else aggregate.expression
