"""Tables of what became of each ledger and of the totals printed in it, under Chinese headers.

Of rows that a reader may not see they say about how many there are: those of a file of one month are the cases of that month.
"""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from indicators import disclosure
from ui.frame import reader
from warehouse.ledgers import SourceFile, Total
from wording.unloaded_rows import rounded_count_words, row_count_words

TEXT, COUNT, SUM = pa.string(), pa.int64(), pa.float64()
FILE_COLUMNS = {"文件": "file", "工作表": "sheet", "编码": "encoding", "读": "read", "入库": "loaded", "拒收": "refused", "跳过": "skipped", "没有读成的原因": "error"}  # fmt: skip
TOTAL_COLUMNS = {
    "文件": ("file", TEXT), "工作表": ("sheet", TEXT), "行号": ("row_no", COUNT), "列": ("column", TEXT),
    "表上的合计": ("printed", SUM), "逐行相加": ("computed", SUM),
}  # fmt: skip
ROUNDED = ("read", "loaded")
WITHHELD = ("row_no", "printed", "computed")  # the line of totals lies right below the last row


def account(files: Sequence[SourceFile], communities: Sequence[str]) -> pa.Table:
    """Return one row per file and sheet: rows read, loaded, refused and skipped, for a reader of some communities."""
    return pa.table(
        {label: column([_cell(file, name, communities) for file in files]) for label, name in FILE_COLUMNS.items()}
    )


def comparison(totals: Sequence[Total], communities: Sequence[str]) -> pa.Table:
    """Return one row per printed total beside our own sum, and whether they agree, for a reader of some communities."""
    columns = {
        label: pa.array([_sum(total, name, communities) for total in totals], kind)
        for label, (name, kind) in TOTAL_COLUMNS.items()
    }
    agreement = pa.array(["相符" if total.agrees else "不符" for total in totals], TEXT)
    return pa.table({**columns, "核对": agreement})


def loaded_rows(files: Sequence[SourceFile], communities: Sequence[str]) -> int | str:
    """Return how many rows of some files were loaded, for a reader of some communities."""
    rows = sum(file.loaded for file in files)
    is_seen = all(reader.may_see_rows(file.record, communities) for file in files if file.record)
    return rows if is_seen else rounded_count_words(rows, disclosure.OFFICE)


def _cell(file: SourceFile, name: str, communities: Sequence[str]) -> int | str | None:
    cell: int | str | None = getattr(file, name)
    if name not in ROUNDED or not file.record or reader.may_see_rows(file.record, communities):
        return cell
    return row_count_words(file.record, int(cell or 0), disclosure.OFFICE)


def _sum(total: Total, name: str, communities: Sequence[str]) -> Any:
    is_withheld = name in WITHHELD and not reader.may_see_rows(total.record, communities)
    return None if is_withheld else getattr(total, name)


def column(cells: Sequence[int | str | None]) -> pa.Array:
    """Return a column of numbers, or of texts where some are words: 约140."""
    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds == {int}:
        return pa.array(cells, COUNT)
    return pa.array([None if cell is None else f"{cell:,}" if isinstance(cell, int) else cell for cell in cells], TEXT)
