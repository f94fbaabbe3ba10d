"""Says which records stand in rows or columns that are hidden or struck through: they come in, but may not be meant to."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from etl.cleaning.named_rows import listed, rows_listed
from etl.cleaning.table_body import TableBody
from etl.parse import without_personal_data
from etl.problem import Problem
from etl.recognition.meanings import column_letters

MARKED = "marked_records"  # code of the hint


def marked_records(body: TableBody, is_loaded: np.ndarray) -> Iterator[Problem]:
    """Yield a line for the loaded records in struck rows, one for those in hidden rows, and one for hidden columns that are read."""
    if not is_loaded.any():
        return
    marks, headers = body.sheet.marks, {match.index: match.header for match in body.table.header.matches}
    columns = [index for index in marks.hidden_columns if index in body.table.headed_columns]
    named = [f"{column_letters(index)}列（{without_personal_data(headers.get(index, ''))}）" for index in columns]
    yield from _uncalculated(body, is_loaded, headers)
    for places, unit, state in (
        (_rows(body, is_loaded, marks.struck_rows), "行", "带删除线"),
        (_rows(body, is_loaded, marks.hidden_rows), "行", "隐藏着"),
        (listed(named, "列"), "列", "隐藏着"),
    ):
        if places:
            sentence = f"{places}{state}，仍按记录读入；不要的，请删除这些{unit}再导入。"
            yield Problem(MARKED, "提示", body.file, sentence, body.sheet.name, record=body.table.record.id)


def _uncalculated(body: TableBody, is_loaded: np.ndarray, headers: Mapping[int, str]) -> Iterator[Problem]:
    """Yield a line a column that is read, in which formulas of loaded records have no value."""
    cells = body.sheet.marks.uncalculated
    for index in sorted({column for _, column in cells}.intersection(body.table.headed_columns)):
        rows = _rows(body, is_loaded, [row for row, column in cells if column == index])
        if rows and index in headers:
            name = without_personal_data(headers[index])
            sentence = f"{rows}的“{name}”是没有算出结果的公式，读成空的；请用 Excel 或 WPS 打开、保存一次再导入。"
            yield Problem(MARKED, "提示", body.file, sentence, body.sheet.name, record=body.table.record.id)


def _rows(body: TableBody, is_loaded: np.ndarray, marked: Sequence[int]) -> str:
    """Return which of these rows of a sheet were loaded, in words: 第3、7行, 第2、3、…等25行; "" for none."""
    numbers = [body.row_no(offset) for offset in np.flatnonzero(is_loaded).tolist()] if marked else []
    rows = sorted(set(marked).intersection(numbers))
    return rows_listed(rows) if rows else ""
