"""Asks for the ledgers without which rows cannot be counted by a column: one without completion days tells of no completed order."""

from collections.abc import Iterator
from dataclasses import replace

from etl import declarations
from indicators import tables
from indicators.expression import Expression
from indicators.model import Aggregate, Indicator


def with_column_ledgers(indicator: Indicator) -> Indicator:
    """Return an indicator each side of which needs the ledgers that tell the columns it counts by."""
    return replace(
        indicator,
        numerator=_with_needs(indicator.numerator),
        denominator=indicator.denominator and _with_needs(indicator.denominator),
        groups=indicator.groups and _with_needs(indicator.groups),
        uncounted=indicator.uncounted and _with_needs(indicator.uncounted),
    )


def as_sent(aggregate: Aggregate) -> Aggregate:
    """Return an aggregate that is reported wherever the ledgers of this one were sent, whether or not they tell its columns.

    Lists that tell since when they are kept are not asked for: before that day they could not be sent.
    """
    since = {
        record.ledger_with(record.begins_on) for record in declarations.record_types().values() if record.begins_on
    }
    return replace(
        aggregate, needs=tuple(tables.record_of(ledger) for ledger in aggregate.needs if ledger not in since)
    )


def _with_needs(aggregate: Aggregate) -> Aggregate:
    record = declarations.record_types().get(aggregate.table)
    if record is None:
        return aggregate
    told_by = {derived.name: derived.told_by for derived in record.derived}
    behind = {name for column in _columns(aggregate) for name in told_by.get(column, (column,))}
    told = [record.ledger_with(each.name) for each in record.columns if each.counted_by and each.name in behind]
    return replace(aggregate, needs=tuple(dict.fromkeys((*aggregate.needs, *told))))


def _columns(aggregate: Aggregate) -> Iterator[str]:
    """Yield every column that an aggregate names."""
    for text in (aggregate.expression, *aggregate.low, *aggregate.high):
        yield from Expression.parse(text.removeprefix("-")).columns
    yield from aggregate.where.columns if aggregate.where else ()
    yield from filter(None, (aggregate.on, aggregate.until))
