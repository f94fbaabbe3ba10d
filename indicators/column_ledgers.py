"""Returns the ledgers without which rows cannot be counted by a column: one without completion days tells of no completed order."""

from collections.abc import Iterator

from etl import declarations
from indicators.expression import Expression
from indicators.model import Aggregate


def column_ledgers(aggregate: Aggregate) -> tuple[str, ...]:
    """Return the ledgers that tell the columns by which an aggregate counts, as the coverage calls them; none of a fact."""
    record = declarations.record_types().get(aggregate.table)
    if record is None:
        return ()
    told_by = {derived.name: derived.told_by for derived in record.derived}
    behind = {name for column in _columns(aggregate) for name in told_by.get(column, (column,))}
    return tuple(record.ledger_with(each.name) for each in record.columns if each.counted_by and each.name in behind)


def _columns(aggregate: Aggregate) -> Iterator[str]:
    """Yield every column that an aggregate names."""
    for text in (aggregate.expression, *aggregate.low, *aggregate.high):
        yield from Expression.parse(text.removeprefix("-")).columns
    yield from aggregate.where.columns if aggregate.where else ()
    yield from filter(None, (aggregate.on, aggregate.until))
