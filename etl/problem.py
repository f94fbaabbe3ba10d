"""Defines a problem: where it is, what the cell says, and a Chinese sentence a clerk can act on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

import duckdb
import pyarrow as pa

Severity = Literal["拒收", "提示", "跳过"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)  # the worst first
SKIPPED: Severity = "跳过"  # of a row that is no record

SCHEMA = pa.schema(
    [
        ("code", pa.string()),
        ("severity", pa.string()),
        ("file", pa.string()),
        ("sheet", pa.string()),
        ("row_no", pa.int64()),
        ("column", pa.string()),
        ("cell", pa.string()),
        ("message", pa.string()),
        ("record", pa.string()),
    ]
)


@dataclass(frozen=True)
class Problem:
    """One line of the load report. `row_no` is the row as the spreadsheet shows it, None for a problem of the sheet or file.

    severity 拒收: the row (or file) is not in the build; 提示: it is, but something is to be looked at; 跳过: not a record.
    """

    code: str
    severity: Severity
    file: str
    message: str
    sheet: str = ""
    row_no: int | None = None
    column: str = ""
    cell: str = ""
    record: str = ""


def table(problems: list[Problem]) -> pa.Table:
    """Return problems as an Arrow table in the columns of SCHEMA."""
    columns = {name: [getattr(problem, name) for problem in problems] for name in SCHEMA.names}
    return pa.table(columns, schema=SCHEMA)


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the table `problem` of a build: the columns of SCHEMA, and the community where it is known."""
    columns = ", ".join(f'"{name}" {"bigint" if name == "row_no" else "varchar"}' for name in SCHEMA.names)
    connection.execute(f"create table problem ({columns}, community varchar)")


def insert(connection: duckdb.DuckDBPyConnection, query: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> None:
    """Add the rows of a query to `problem`, by the names of its columns; those it does not name stay empty."""
    connection.execute(f"insert into problem by name {query}", values)
