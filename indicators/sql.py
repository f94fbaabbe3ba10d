"""Writes declarations as SQL: one query for all aggregates of a table that are placed by the same date in the same way.

Which communities count in a period (the CTE `cell`). A figure is made of the communities whose ledgers for its numerator
were reported; a rate only of those of them whose denominator is known too, on both sides. Otherwise a community that is
未报送 would still weigh in the denominator and push the rate down, and residents nobody registered would push it up. The
same rule holds for one community and for all together, so the parts always explain the whole.

Identifiers come from declarations only. Values are bound, `?` in the order of `parameters`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from indicators import tables
from indicators.expression import Expression
from indicators.model import NOTHING_LEFT_OUT, Aggregate, LeftOut, Period, TimeSpan
from indicators.periods import month_end
from indicators.reported_months import STOPPED_AFTER, required_ledgers
from indicators.statement import BoundValue, Statement
from indicators.strand_choice import takes_strands

NO_CATEGORY = "未注明"


@dataclass(frozen=True)
class SharedPlacing:
    """What aggregates must have in common to be counted by one query. `reported` is the condition a cell must meet."""

    table: str
    on: str
    span: TimeSpan
    until: str | None
    reported: str
    category: str | None
    by_community: bool = False
    left_out: LeftOut = NOTHING_LEFT_OUT


@dataclass(frozen=True)
class NamedAggregate:
    """An aggregate with the indicator and the side (numerator, denominator) it is counted for."""

    indicator: str
    side: str
    aggregate: Aggregate

    @property
    def columns(self) -> dict[str, str]:
        """Return {column of the result: expression}; `rows` tells an empty sum (0) from a sum of unknowns (null)."""
        name = f"{self.indicator}_{self.side}"
        ends = {f"{name}_low_{n}": expression for n, expression in enumerate(self.aggregate.low, 1)}
        ends |= {f"{name}_high_{n}": expression for n, expression in enumerate(self.aggregate.high, 1)}
        return {name: self.aggregate.expression, f"{name}_rows": "count(*)", **ends}


def shared_placing(
    aggregate: Aggregate,
    reported: str,
    category: str | None,
    left_out: LeftOut = NOTHING_LEFT_OUT,
    *,
    by_community: bool = False,
) -> SharedPlacing:
    """Return the placing of an aggregate; a table without the category column is not split by it."""
    own_category = category if category in tables.groups_of(aggregate.table) else None
    placed = aggregate.table, aggregate.on, aggregate.span, aggregate.until
    return SharedPlacing(*placed, reported, own_category, by_community, left_out)


@cache  # of the sides of each indicator, and of them as they are sent
def reported(*aggregates: Aggregate) -> str:
    """Return the condition under which a community's ledgers for all these aggregates cover a period."""
    return "\n    and ".join(dict.fromkeys(_reported(aggregate) for aggregate in aggregates))


def _reported(aggregate: Aggregate) -> str:
    """Return the condition for one aggregate: a register must hold a row in force, other ledgers must cover the period."""
    if tables.is_register(aggregate.table):
        days = _in_force_on_ends(aggregate) if aggregate.span == "both_ends" else (_placed(aggregate),)
        rows = f"{aggregate.table} where community = cell_community"
        return "\n    and ".join(_exists(f"{rows} and {placed}{_and_where(aggregate)}") for placed in days)
    return "\n    and ".join(
        _exists(f"coverage where {_covers(ledgers, aggregate)}") for ledgers in required_ledgers(aggregate)
    )


def _exists(rows: str) -> str:
    return f"exists (select 1 from {rows})"


def _covers(records: Sequence[str], aggregate: Aggregate) -> str:
    """Return the condition for a month to be reported: one of the period, one up to its last day, or one of the last before it."""
    names = ", ".join(f"'{record}'" for record in records)
    since = ""
    if tables.are_rosters(records):
        pass  # once sent, a list holds for every later month
    elif aggregate.span in ("period", "any_day"):
        since = "month >= date_trunc('month', period_from) and "
    elif aggregate.is_current:
        since = f"month + interval '{STOPPED_AFTER}' month > period_to and "
    return f"coverage.community = cell_community and record in ({names}) and {since}month <= period_to"


def _placed(placing: Aggregate | SharedPlacing) -> str:
    if placing.span == "period":
        return f"{placing.on} between period_from and period_to"
    if placing.span == "to_date":
        return f"{placing.on} <= period_to"
    if placing.span == "any_day":
        return f"{placing.on} <= period_to and ({placing.until} is null or {placing.until} >= period_from)"
    first, last = _in_force_on_ends(placing)
    return f"({first} or {last})" if placing.span == "both_ends" else last


def _in_force_on_ends(placing: Aggregate | SharedPlacing) -> tuple[str, str]:
    """Return the conditions under which a row is in force on the first and on the last day of a period."""
    on, until = placing.on, placing.until
    first, last = (f"({on} <= {day} and ({until} is null or {until} > {day}))" for day in ("period_from", "period_to"))
    return first, last


def aggregates(
    placing: SharedPlacing,
    named: Sequence[NamedAggregate],
    periods: Sequence[Period],
    communities: Sequence[str],
    strands: Sequence[str] = (),
) -> Statement:
    """Return the statement for all aggregates of a placing: period_no, community, category (null if not split), columns."""
    reporting = [community for community in communities if community not in placing.left_out.communities]
    cells, parameters = _cells(placing.reported, periods, reporting)
    keys = _keys(placing)
    months, month_parameters = _left_out_months(placing)
    columns = [
        f"{_restricted(expression, aggregate.aggregate)} as {column}"
        for aggregate in named
        for column, expression in aggregate.columns.items()
    ]
    selected = ",\n       ".join([", ".join(f"{key} as {name}" for name, key in keys.items()), *columns])
    grouped = ", ".join(key for key in keys.values() if key != "null")
    within = f"\nwhere strand in ({_marks(strands)})" if strands and takes_strands(placing.table) else ""
    sql = (
        f"{cells}\nselect {selected}\nfrom cell join {placing.table} on community = cell_community and {_placed(placing)}"
        f"{months}{within}\ngroup by {grouped}\norder by {grouped}"
    )
    return Statement(sql, (*parameters, *month_parameters, *(strands if within else ())))


def _left_out_months(placing: SharedPlacing) -> tuple[str, tuple[BoundValue, ...]]:
    """Return the end of a join condition that passes over community-months, nothing where none is left out."""
    months = sorted(placing.left_out.months) if placing.span == "period" else []
    if not months:
        return "", ()
    cases = " or ".join(f"(community = ? and {placing.on} between ? and ?)" for _ in months)
    return f"\n    and not ({cases})", tuple(
        value for community, first in months for value in (community, first, month_end(first))
    )


def _keys(placing: SharedPlacing) -> dict[str, str]:
    category = f"coalesce(cast({placing.category} as varchar), '{NO_CATEGORY}')" if placing.category else "null"
    return {"period": "period_no", "place": "cell_community" if placing.by_community else "null", "category": category}


def _restricted(expression: str, aggregate: Aggregate) -> str:
    if aggregate.span == "both_ends" and Expression.parse(expression).function == "sum":
        return _mean_of_ends(Expression.parse(expression), aggregate)
    parsed = Expression.parse(expression)
    return parsed.restricted(aggregate.where.sql) if aggregate.where else parsed.sql


def _mean_of_ends(expression: Expression, aggregate: Aggregate) -> str:
    """Return a sum over the rows in force on the first day and those on the last, each counted half."""
    first, last = _in_force_on_ends(aggregate)
    (column,) = expression.columns
    within = f"{aggregate.where.sql} and " if aggregate.where else ""
    return f"sum(case when {within}{first} and {last} then {column} when {within}({first} or {last}) then {column} / 2.0 end)"


def rows(
    aggregate: Aggregate,
    condition: str,
    period: Period,
    communities: Sequence[str],
    strands: Sequence[str],
    limit: int,
) -> Statement:
    """Return the statement for the rows behind an aggregate, with their file, sheet and row."""
    cells, parameters = _cells(condition, [period], communities)
    table = aggregate.table
    within = f" and strand in ({_marks(strands)})" if strands and takes_strands(table) else ""
    sql = (
        f"{cells}\nselect {table}.*\nfrom cell join {table} on community = cell_community and {_placed(aggregate)}"
        f"{_and_where(aggregate)}{within}\norder by community, {aggregate.on}, source_file, sheet, row_no\nlimit ?"
    )
    return Statement(sql, (*parameters, *(strands if within else ()), limit))


def _and_where(aggregate: Aggregate) -> str:
    return f" and {aggregate.where.sql}" if aggregate.where else ""


def _cells(condition: str, periods: Sequence[Period], communities: Sequence[str]) -> tuple[str, tuple[BoundValue, ...]]:
    """Return the common table expressions up to `cell`: every period of every community that reported in it."""
    period_rows = _united(
        "? as period_no, cast(? as date) as period_from, cast(? as date) as period_to",
        "?, cast(? as date), cast(? as date)",
        len(periods),
    )
    nobody = "cast(null as varchar) as cell_community"  # null equals no community, so no cell is left
    community_rows = _united("? as cell_community", "?", len(communities)) if communities else f"select {nobody}"
    sql = (
        f"with period as (\n  {period_rows}),\nchosen as (\n  {community_rows}),\n"
        f"cell as (\n  select period_no, period_from, period_to, cell_community\n  from period cross join chosen\n"
        f"  where {condition})"
    )
    dates = (value for n, period in enumerate(periods) for value in (n, period.from_on, period.to_on))
    return sql, (*dates, *communities)


def _united(first: str, other: str, count: int) -> str:
    """Return rows put together by `union all`; not every engine knows `values` there. The first row names the columns."""
    return "\n  union all ".join(f"select {columns}" for columns in (first, *[other] * (count - 1)))


def _marks(values: Sequence[BoundValue]) -> str:
    return ", ".join("?" for _ in values)
