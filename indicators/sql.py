"""Declarations become SQL: one query for all totals of a table that are placed by the same date in the same way.

Which communities count in a period (the CTE `cell`). A figure is made of the communities whose ledgers for its numerator
were reported; a rate only of those of them whose denominator is known too, on both sides. Otherwise a community that is
未报送 would still weigh in the denominator and push the rate down, and residents nobody registered would push it up. The
same rule holds for one community and for all together, so the parts always explain the whole.

Identifiers come from declarations only. Values are bound, `?` in the order of `parameters`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from indicators import tables
from indicators.model import Indicator, Period, Span, Total

NO_CATEGORY = "未注明"
Value = str | int | date


@dataclass(frozen=True)
class Query:
    """SQL with its bound values."""

    sql: str
    parameters: tuple[Value, ...]

    @property
    def shown(self) -> str:
        """The query with its values written out, as a reader can run it in the DuckDB shell."""
        texts = self.sql.split("?")
        return "".join(text + _literal(value) for text, value in zip(texts, self.parameters, strict=False)) + texts[-1]


@dataclass(frozen=True)
class Batch:
    """What totals must share to be counted by one query. `reported` is the condition a cell must meet."""

    table: str
    on: str
    span: Span
    until: str | None
    reported: str
    category: str | None


@dataclass(frozen=True)
class Measure:
    """One side of one indicator."""

    indicator: str
    side: str  # numerator, denominator
    total: Total

    @property
    def columns(self) -> dict[str, str]:
        """Return {column of the result: aggregate}; `rows` tells an empty sum (0) from a sum of unknowns (null)."""
        name = f"{self.indicator}_{self.side}"
        ends = {f"{name}_low_{n}": one for n, one in enumerate(self.total.low, 1)}
        ends |= {f"{name}_high_{n}": one for n, one in enumerate(self.total.high, 1)}
        return {name: self.total.value, f"{name}_rows": "count(*)", **ends}


def batch(total: Total, reported: str, category: str | None) -> Batch:
    """Return the batch of a total; a table without the category column is not split by it."""
    split_by = category if category in tables.groups_of(total.table) else None
    return Batch(total.table, total.on, total.span, total.until, reported, split_by)


def reported(*totals: Total) -> str:
    """Return the condition under which a community's ledgers for these totals cover a period."""
    return "\n    and ".join(dict.fromkeys(_reported(total) for total in totals))


def _reported(total: Total) -> str:
    records = tables.records_of(total.table)
    if records == (tables.REGISTER,):
        return _exists(f"{total.table} where community = asked_community and {_placed(total)} and ({total.where})")
    groups: list[tuple[str, ...]] = [(record,) for record in total.needs] or [records]
    return "\n    and ".join(_exists(f"coverage where {_covers(group, total.span)}") for group in groups)


def _exists(rows: str) -> str:
    return f"exists (select 1 from {rows})"


def _covers(records: Sequence[str], span: Span) -> str:
    listed = ", ".join(f"'{record}'" for record in records)
    first = "month >= date_trunc('month', period_from) and " if span == "period" else ""
    return f"coverage.community = asked_community and record in ({listed}) and {first}month <= period_to"


def _placed(total: Total | Batch) -> str:
    if total.span == "period":
        return f"{total.on} between period_from and period_to"
    if total.span == "to_date":
        return f"{total.on} <= period_to"
    return f"{total.on} <= period_to and ({total.until} is null or {total.until} > period_to)"


def cells(condition: str, periods: Sequence[Period], communities: Sequence[str]) -> Query:
    """Return the query for (period_no, community) of all cells that were reported."""
    spine, parameters = _spine(condition, periods, communities)
    return Query(f"{spine}\nselect period_no, asked_community\nfrom cell\norder by 1, 2", parameters)


def totals(
    batch: Batch,
    measures: Sequence[Measure],
    periods: Sequence[Period],
    communities: Sequence[str],
    strands: Sequence[str] = (),
    by_community: bool = False,
) -> Query:
    """Return the query for all measures of a batch: period_no, community, category (each null if not split), measures."""
    spine, parameters = _spine(batch.reported, periods, communities)
    keys = _keys(batch, by_community)
    counted = [
        f"{_filtered(one, measure.total)} as {name}" for measure in measures for name, one in measure.columns.items()
    ]
    chosen = ",\n       ".join([", ".join(f"{key} as {name}" for name, key in keys.items()), *counted])
    grouped = ", ".join(key for key in keys.values() if key != "null")
    within = f"\nwhere strand in ({_marks(strands)})" if strands and takes_strands(batch.table) else ""
    sql = (
        f"{spine}\nselect {chosen}\nfrom cell join {batch.table} on community = asked_community and {_placed(batch)}{within}"
        f"\ngroup by {grouped}\norder by {grouped}"
    )
    return Query(sql, (*parameters, *strands) if within else parameters)


def _keys(batch: Batch, by_community: bool) -> dict[str, str]:
    category = f"coalesce(cast({batch.category} as varchar), '{NO_CATEGORY}')" if batch.category else "null"
    return {"period": "period_no", "place": "asked_community" if by_community else "null", "category": category}


def _filtered(aggregate: str, total: Total) -> str:
    return aggregate if total.where == "true" else f"{aggregate} filter (where {total.where})"


def rows(
    total: Total, condition: str, period: Period, communities: Sequence[str], strands: Sequence[str], limit: int
) -> Query:
    """Return the query for the rows behind a total, with their file, sheet and row."""
    spine, parameters = _spine(condition, [period], communities)
    within = f" and strand in ({_marks(strands)})" if strands and takes_strands(total.table) else ""
    sql = (
        f"{spine}\nselect {total.table}.*\nfrom cell join {total.table} on community = asked_community and {_placed(total)}"
        f"\nwhere ({total.where}){within}\norder by community, {total.on}, source_file, sheet, row_no\nlimit ?"
    )
    return Query(sql, (*parameters, *(strands if within else ()), limit))


def takes_strands(table: str) -> bool:
    """Whether a choice of strands (板块) narrows a table down; the others are counted whole."""
    return "strand" in tables.columns_of(table)


def narrowed(indicator: Indicator, strands: Sequence[str]) -> Indicator:
    """Return the indicator as it is counted for chosen strands: only where the ledger that states the strand was reported.

    Sign-in lists name no strand, so without the activity ledger a chosen strand would look like a true zero.
    """
    totals = [_narrowed(total) if strands and takes_strands(total.table) else total for total in indicator.totals]
    return replace(indicator, numerator=totals[0], denominator=totals[1] if len(totals) > 1 else None)


def _narrowed(total: Total) -> Total:
    stating = (record for record in tables.records_of(total.table) if "strand" in tables.columns_of(record))
    return replace(total, needs=tuple(dict.fromkeys((*total.needs, *stating))))


def condition(indicator: Indicator) -> str:
    """Return the condition for a community to count in a figure: numerator reported, and the denominator too."""
    return reported(*indicator.totals)


def _spine(condition: str, periods: Sequence[Period], communities: Sequence[str]) -> tuple[str, tuple[Value, ...]]:
    spans = ",\n         ".join("(?, cast(? as date), cast(? as date))" for _ in periods)
    names = ", ".join("(?)" for _ in communities)
    sql = (
        f"with period(period_no, period_from, period_to) as (\n  values {spans}),\n"
        f"asked(asked_community) as (\n  values {names}),\n"
        f"cell as (\n  select period_no, period_from, period_to, asked_community\n  from period cross join asked\n"
        f"  where {condition})"
    )
    dates = (value for n, period in enumerate(periods) for value in (n, period.from_on, period.to_on))
    return sql, (*dates, *communities)


def _marks(values: Sequence[Value]) -> str:
    return ", ".join("?" for _ in values)


def _literal(value: Value) -> str:
    if isinstance(value, int):
        return str(value)
    return "'" + str(value).replace("'", "''") + "'"
