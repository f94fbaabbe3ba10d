"""The parts that cells hold: each expression that indicators declare over a table, with the condition its rows must meet."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Self

from indicators.catalogue import catalogue
from indicators.expression import Expression
from indicators.model import Aggregate

EVERY_ROW = "count(*)"


@dataclass(frozen=True)
class CellPart:
    """An expression over the rows of a table that meet a condition, "" for all rows."""

    expression: str
    condition: str = ""

    @classmethod
    def of(cls, aggregate: Aggregate, expression: str = "") -> Self:
        """Return the part that an aggregate counts, or by another expression over the same rows; its sign is left to whoever adds it up."""
        condition = aggregate.where.sql if aggregate.where else ""
        return cls((expression or aggregate.expression).removeprefix("-"), condition)

    @property
    def parsed(self) -> Expression:
        """The expression in its parts."""
        return Expression.parse(self.expression)

    @property
    def sql(self) -> str:
        """The expression as SQL."""
        return _over_rows(self.parsed, self.condition)

    @property
    def known_sql(self) -> str:
        """SQL that counts the rows which state a quantity: a sum over rows of which none does is unknown, not 0."""
        return _over_rows(replace(self.parsed, function="count"), self.condition)


def _over_rows(expression: Expression, condition: str) -> str:
    return expression.restricted(condition) if condition else expression.sql


ROWS = CellPart(EVERY_ROW)


@cache
def parts_of_aggregate(aggregate: Aggregate) -> tuple[CellPart, ...]:
    """Return the parts an aggregate is made of, the rows it counts among them."""
    expressions = (aggregate.expression, EVERY_ROW, *aggregate.low, *aggregate.high)
    return tuple(dict.fromkeys(CellPart.of(aggregate, expression) for expression in expressions))


@cache
def declared_parts(table: str) -> tuple[CellPart, ...]:
    """Return the parts that any indicator counts in a table, in the order of the catalogue, all its rows first."""
    declared = (each for indicator in catalogue().values() for each in indicator.all_aggregates if each.table == table)
    return tuple(dict.fromkeys((ROWS, *(part for aggregate in declared for part in parts_of_aggregate(aggregate)))))
