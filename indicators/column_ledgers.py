"""Asks for the ledgers without which rows cannot be counted by a column: one without completion days tells of no completed order."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import cache

from etl import declarations
from etl.filled_columns import filled_ledger
from indicators import tables
from indicators.condition import is_missing
from indicators.expression import Expression
from indicators.model import Aggregate, Indicator


def with_column_ledgers(indicator: Indicator) -> Indicator:
    """Return an indicator each side of which needs the ledgers that tell the columns it counts by.

    Rows that leave empty a column which every row is to fill are counted beside it.
    """
    sides = replace(
        indicator,
        numerator=_with_needs(indicator.numerator),
        denominator=indicator.denominator and _with_needs(indicator.denominator),
        groups=indicator.groups and _with_needs(indicator.groups),
        uncounted=indicator.uncounted and _with_needs(indicator.uncounted),
    )
    filled = [ledger for ledger in sides.numerator.needs if _is_to_be_filled(ledger)]
    return sides if sides.uncounted or not filled else _with_rows_left_empty(sides, filled[0])


def _with_rows_left_empty(indicator: Indicator, ledger: str) -> Indicator:
    record, _, column = ledger.partition(".")
    placed_on = declarations.record_types()[record].placed_on
    empty = Aggregate(record, "count(*)", on=placed_on, where=is_missing(column), span=indicator.numerator.span)
    return replace(indicator, uncounted=empty, unstated=f"行没有写{tables.short_label(record, column)}")


@cache
def as_sent(indicator: Indicator) -> Indicator:
    """Return an indicator that is reported wherever the ledgers of this one were sent, whether or not they tell its columns.

    Lists that tell since when they are kept are not asked for: before that day they could not be sent.
    """
    return replace(
        indicator,
        numerator=_sent(indicator.numerator),
        denominator=indicator.denominator and _sent(indicator.denominator),
    )


def _sent(aggregate: Aggregate) -> Aggregate:
    records = [declarations.record_types()[tables.record_of(ledger)] for ledger in aggregate.needs]
    return replace(aggregate, needs=tuple(record.id for record in records if not record.begins_on))


@cache
def as_compared(indicator: Indicator, category: str | None) -> Indicator:
    """Return an indicator whose windows are compared over the months in which nearly every row says what it counts by, or is split by."""
    return _needing(indicator, category, filled_ledger)


@cache
def as_if_filled(indicator: Indicator, category: str | None) -> Indicator:
    """Return the same over the months of which the rows were sent, whatever they say."""
    return _needing(
        indicator, category, lambda ledger: tables.record_of(ledger) if _is_to_be_filled(ledger) else ledger
    )


def _needing(indicator: Indicator, category: str | None, ledger_of: Callable[[str], str]) -> Indicator:
    def needing(aggregate: Aggregate, category: str | None) -> Aggregate:
        telling = tables.ledgers_telling(aggregate.table, category) if category else ()
        needs = (*aggregate.needs, *filter(_is_to_be_filled, telling))
        return replace(aggregate, needs=tuple(dict.fromkeys(map(ledger_of, needs))))

    denominator = indicator.denominator and needing(indicator.denominator, None)
    return replace(indicator, numerator=needing(indicator.numerator, category), denominator=denominator)


def _is_to_be_filled(ledger: str) -> bool:
    return filled_ledger(ledger) != ledger


def _with_needs(aggregate: Aggregate) -> Aggregate:
    named = {*_columns(aggregate)}
    told = [ledger for id in tables.records_of(aggregate.table) for ledger in _ledgers_telling(id, named)]
    return replace(aggregate, needs=tuple(dict.fromkeys((*aggregate.needs, *told))))


def _ledgers_telling(id: str, named: Collection[str]) -> list[str]:
    """Return the ledgers of a record type without which these columns are not known: facts take columns over by their names."""
    record = declarations.record_types()[id]
    told_by = {derived.name: derived.told_by for derived in record.derived if derived.told_by}
    behind = {name for column in named for name in told_by.get(column, (column,))}
    return [record.ledger_with(name) for name in record.tellers if name in behind]


def _columns(aggregate: Aggregate) -> Iterator[str]:
    """Yield every column that an aggregate names."""
    for text in (aggregate.expression, *aggregate.low, *aggregate.high):
        yield from Expression.parse(text.removeprefix("-")).columns
    yield from aggregate.where.columns if aggregate.where else ()
    yield from filter(None, (aggregate.on, aggregate.until))
