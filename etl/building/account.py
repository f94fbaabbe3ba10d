"""Counts the rows of record tables by community, file and sheet, with their first and last day: what a build tells of them without reading them again."""

import duckdb

from etl.building.database import TODAY
from etl.schema import RecordType

COLUMNS = (
    "record varchar, source_file varchar, sheet varchar, community varchar, row_count bigint, first_row integer,"
    " first_day date, last_day date"
)


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the table `account`, empty. Its days are those by every date that shows a month was reported."""
    connection.execute(f"create temp table account ({COLUMNS})")


def records(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """Return the record types that have rows."""
    return {record for (record,) in connection.execute("select distinct record from account").fetchall()}


def count(connection: duckdb.DuckDBPyConnection, record: RecordType) -> None:
    """Add the rows of a record table to `account`; `least` and `greatest` pass over empty days, and a day in the future shows none."""
    days = record.coverage_dates
    past = [f"max(case when {day} <= {TODAY} then {day} end)" for day in days]
    connection.execute(
        f"insert into account select '{record.id}', source_file, sheet, community, count(*), min(row_no),"
        f" least({', '.join(f'min({day})' for day in days)}), greatest({', '.join(past)})"
        f" from {record.id} group by all"
    )
