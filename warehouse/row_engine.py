"""What an engine must do to count the records of builds in place of DuckDB."""

from collections.abc import Sequence
from typing import Any, Protocol

import pyarrow as pa


class RowEngine(Protocol):
    """Answers queries over the tables of one or more builds, written in DuckDB's dialect; values are bound, `?` each."""

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query."""

    def table(self, sql: str) -> pa.Table:
        """Return the result of a query with its types."""
