"""Tells of the stored rows without a number in a table that numbers others: each counts, and may go on with the one above."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from etl.cleaning.named_rows import rows_at
from etl.cleaning.table_body import TableBody
from etl.problem import Problem

UNNUMBERED = "unnumbered_row"  # code of the hint


def unnumbered_rows(body: TableBody, rows: pa.Table, is_loaded: np.ndarray) -> Iterator[Problem]:
    """Yield a hint where a number that a table of this type may lack stands in some of its stored rows only."""
    record = body.table.record
    for column in (record.column(name) for name in record.key if name in record.either):
        is_blank = rows[column.name].is_null().to_numpy() & is_loaded
        blank = np.flatnonzero(is_blank).tolist()
        if not blank or len(blank) == is_loaded.sum():
            continue
        message = (
            f"{rows_at(body, blank)}没有写“{column.label}”，别的行写了；各算另外一件。"
            "是上一件的另一条记录的，请删去那几行再导入；确实是另外一件的不用管。"
        )
        yield body.problem(UNNUMBERED, "提示", message, blank[0], column.label)
