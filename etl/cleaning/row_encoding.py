"""Says how rows are encoded in Parquet: texts by a dictionary, and numbers of rows, of which almost every row has another one, by their steps."""

from collections.abc import Sequence
from typing import Any

_ROW = "row_no"


def row_encoding(names: Sequence[str]) -> dict[str, Any]:
    """Return the options of a Parquet writer for rows with these columns."""
    steps = {_ROW: "DELTA_BINARY_PACKED"} if _ROW in names else None
    return {"use_dictionary": [name for name in names if name != _ROW], "column_encoding": steps}
