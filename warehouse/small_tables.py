"""The small tables of a build that every page needs, read by one query: what it says of itself, its places and who reported what."""

from collections.abc import Callable, Collection
from typing import Any

from etl import declarations

TableRows = list[tuple[Any, ...]]
REPORTED_SUMS = "reported_sum"

# table: its columns and the order of its rows
_COLUMNS = {
    "build_info": ("key, value", "key"),
    "place": ("community, city, district, street", "rowid"),
    "coverage": ("record, community, months", "record, community"),
    REPORTED_SUMS: ("community, month_on, item, amount", "community, month_on, item"),
}
# Hundreds of communities have ten thousands of months: read one by one they took longer than all else.
_LISTED = {"coverage": "(select record, community, list(month) as months from coverage group by all)"}
_REGISTERED = ("community, aliases, as_of_on", "community, as_of_on, aliases")  # of the register


def read_small_tables(rows: Callable[[str], TableRows], present: Collection[str] | None = None) -> dict[str, TableRows]:
    """Return the rows of each small table, none of a table that is not `present`; None where all are. `rows` answers a query."""
    columns = {**_COLUMNS, declarations.register().id: _REGISTERED}
    tables = {table: columns[table] for table in columns if present is None or table in present}
    lists = ", ".join(
        f"(select list(row({names}) order by {order}) from {_LISTED.get(table, table)})"
        for table, (names, order) in tables.items()
    )
    rows_of = dict(zip(tables, rows(f"select {lists}")[0], strict=True)) if tables else {}
    return {table: rows_of.get(table) or [] for table in columns}
