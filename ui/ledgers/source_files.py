"""Tables of what became of each ledger and of the totals printed in it, under Chinese headers."""

from collections.abc import Sequence

import pyarrow as pa

from warehouse.ledgers import SourceFile, Total

TEXT, COUNT, SUM = pa.string(), pa.int64(), pa.float64()
FILE_COLUMNS = {
    "文件": ("file", TEXT), "工作表": ("sheet", TEXT), "编码": ("encoding", TEXT), "读": ("read", COUNT),
    "入库": ("loaded", COUNT), "拒收": ("refused", COUNT), "跳过": ("skipped", COUNT), "没有读成的原因": ("error", TEXT),
}  # fmt: skip
TOTAL_COLUMNS = {
    "文件": ("file", TEXT), "工作表": ("sheet", TEXT), "行号": ("row_no", COUNT), "列": ("column", TEXT),
    "表上的合计": ("printed", SUM), "逐行相加": ("computed", SUM),
}  # fmt: skip


def account(files: Sequence[SourceFile]) -> pa.Table:
    """Return one row per file and sheet: rows read, loaded, refused and skipped."""
    return pa.table({label: _column(files, *column) for label, column in FILE_COLUMNS.items()})


def comparison(totals: Sequence[Total]) -> pa.Table:
    """Return one row per printed total beside our own sum, and whether they agree."""
    columns = {label: _column(totals, *column) for label, column in TOTAL_COLUMNS.items()}
    agreement = pa.array(["相符" if total.agrees else "不符" for total in totals], TEXT)
    return pa.table({**columns, "核对": agreement})


def _column(lines: Sequence[SourceFile | Total], name: str, kind: pa.DataType) -> pa.Array:
    return pa.array([getattr(line, name) for line in lines], kind)
