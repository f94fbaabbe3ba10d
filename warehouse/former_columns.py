"""Tells the builds of a former version, which lack a column that a query needs, from faulty queries of ours."""

import re
from functools import cache

import duckdb

from etl import declarations

_NO_COLUMN = re.compile(r'(?:Referenced column|does not have a column named) "(?P<name>\w+)"')


def lacks_declared_column(error: duckdb.Error) -> bool:
    """Tell whether a query failed for a column that this version declares: no fault of the query, the build is of before."""
    match = _NO_COLUMN.search(str(error)) if isinstance(error, duckdb.BinderException) else None
    return match is not None and match["name"] in _declared_columns()


@cache
def _declared_columns() -> frozenset[str]:
    stored = (record.stored for record in declarations.record_types().values())
    derived = (fact.columns for fact in declarations.facts().values())
    return frozenset(name for columns in (*stored, *derived) for name in columns)
