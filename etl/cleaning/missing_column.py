"""Says what to write where a ledger has no column that every row needs; of a scale, which the scores beneath may have."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from etl.cleaning.parsed_column import ParsedColumn
from etl.kinds import HOURS, SCALE
from etl.recognition.table_header import TableHeader
from etl.recognition.times_beside import times_beside
from etl.schema import Column, RecordType

USUAL_SCALES = (5, 10, 100)


def missing_column(
    record: RecordType,
    column: Column,
    columns: Mapping[str, Sequence[ParsedColumn]],
    is_missing: np.ndarray,
    scale_above: str,
) -> str:
    """Return the sentence on a column that some rows need and the table lacks; `is_missing` marks these rows.

    `scale_above` is the scale in the title of another table above, "" without one: a scale for the whole file would overrule it.
    """
    lack = f"没有“{column.label}”这一列，{int(is_missing.sum())} 行没有入库"
    highest = max(_scores(record, column, columns, is_missing), default=None) if column.kind is SCALE else None
    if highest is None:
        return f"{lack}。请补上，或用 --set {column.label}={column.example or column.kind.example} 指明。"
    scale = next((scale for scale in USUAL_SCALES if highest <= scale), USUAL_SCALES[-1])
    if scale_above:
        return (
            f"上面那张表写的是{scale_above}，这张表没有写，{int(is_missing.sum())} 行没有入库，其中最高的是{highest:g}分。"
            f"请把分制写进这张表的表头，例如“得分（{scale}分制）”。"
        )
    return f"{lack}，其中最高的是{highest:g}分。满分是多少就写多少：请补上，或用 --set {column.label}={scale} 指明。"


def advice_on_empty_cell(header: TableHeader, column: Column) -> str:
    """Return what to do about an empty cell that is required: what adds up is never filled down, hours may follow from times beside."""
    if not column.kind.is_quantity:
        return "（若是合并单元格拆开造成的，请向下填充）"
    times = times_beside(header)
    if column.kind is HOURS and times:
        return f"：旁边的“{'”“'.join(times)}”不会自动算成时长，请算好填上"
    return "（写的是公式的，请用 Excel 或 WPS 打开、保存一次再导入）"


def _scores(
    record: RecordType, scale: Column, columns: Mapping[str, Sequence[ParsedColumn]], is_missing: np.ndarray
) -> Iterator[float]:
    """Yield the highest score of each grid column whose scores are on the scale."""
    rated = next(column.name for column in record.columns if scale.name in column.fills)
    for part in columns[rated]:
        values = part.arrays[rated].to_numpy(zero_copy_only=False)[is_missing & part.is_present]
        yield from (values.max(),) if len(values) else ()
