"""Decides who may see rows, and how counts of rows are said: a row may be a person, and rows counted add up to people.

Whoever may not see rows sees none of tables that tell of people, whatever stands above them: the rows of a shown year hold the
hidden month. The same holds of tables in which people are counted (spending that helped one): the number that a page hides stands
in a row of them. All other rows are for every reader.
"""

from collections.abc import Collection
from functools import cache
from typing import Literal, get_args

from etl.declarations import record_types
from indicators import tables
from indicators.disclosure.limits import is_few
from indicators.disclosure.people_counts import people_counts_of
from indicators.engine import catalogue

Role = Literal["leader", "evaluator", "clerk", "administrator", "auditor"]
ROLES: tuple[Role, ...] = get_args(Role)
_SEE_ROWS: frozenset[Role] = frozenset({"evaluator", "clerk"})


def may_see_rows(role: Role, scope: Collection[str], table: str, communities: Collection[str]) -> bool:
    """Return whether a reader whose scope is these communities may see the rows of a table that belong to some communities."""
    is_within = set(communities) <= set(scope)
    return is_within and (
        sees_people(role) or not (tells_of_people(table) or _records_counting_people() & _records(table))
    )


def sees_people(role: Role) -> bool:
    """Return whether a reader of this role sees rows that are persons at all."""
    return role in _SEE_ROWS


@cache
def tells_of_people(table: str) -> bool:
    """Return whether a row of a record table or fact is a person, a case or what one person did."""
    records = (record_types()[record] for record in tables.records_of(table))
    return any(not (record.is_work or record.is_register) for record in records)


@cache
def _records_counting_people() -> frozenset[str]:
    """Return the record types in whose rows some indicator counts people."""
    counted = [count.aggregate.table for id in catalogue() for count in people_counts_of(id).values()]
    return frozenset().union(*map(_records, counted))


def _records(table: str) -> frozenset[str]:
    return frozenset(tables.records_of(table))


def row_count(record: str, rows: int, k: int) -> int | str | None:
    """Return a number of rows as it may be said: rounded where rows tell of people, so that none follows by subtraction."""
    return rounded_count(rows, k) if tells_of_people(record) else rows


def rounded_count(rows: int, k: int) -> int | str | None:
    """Return a number of rows rounded to k; None stands for fewer than k of them."""
    return 0 if not rows else None if is_few(rows, k) else f"约{(rows + k // 2) // k * k:,}"
