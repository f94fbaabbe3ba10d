"""Tells that numbers read as scores are shares of answers: they make a hundred in every row, or lie between 0 and 1."""

from collections.abc import Iterator

import numpy as np

from etl.reading.grid import Sheet
from etl.recognition.cells_below import cells_below, row_numbers
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import TableHeader

LEAST_ROWS_OF_SHARES = 0.8
LEAST_COLUMNS_OF_SHARES = 3
LEAST_NUMERIC = 0.3  # share of the rows that hold a number in a column of numbers
ROUNDING = 0.6  # by which rounded percentages may miss a hundred


def shares_as_scores(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield why scores are none, in a sentence with what to write."""
    ratings = [
        index
        for name, indices in header.sources.items()
        if header.record.column(name).kind.is_rating
        for index in indices
    ]
    if not ratings:
        return
    columns = [row_numbers(cells_below(header, sheet, match.index)) for match in header.matches]
    numeric = np.array(
        [column for column in columns if np.isfinite(column).sum() >= LEAST_NUMERIC * max(1, len(column))]
    )
    if len(numeric) >= LEAST_COLUMNS_OF_SHARES and _make_a_hundred(numeric):
        yield "这些数每一行加起来都是100，像各选项所占的百分比，不是一份份的答卷，不能当作评分入库。"
    for index in ratings:
        if _are_fractions(row_numbers(cells_below(header, sheet, index))):
            yield (
                f"“{header.text(index)}”下面都是0到1之间的小数，像满意率（0.965就是96.5%），不是一份份答卷的得分，没有入库。"
                f"请导入一行一份答卷的明细；确实是得分的，加 --set {CHECKED}=是。"
            )


def _make_a_hundred(numeric: np.ndarray) -> bool:
    """Tell whether the numbers of most rows add up to a hundred, or to hundreds; `numeric` holds a line a column."""
    sums = np.nansum(numeric, axis=0)[np.isfinite(numeric).any(axis=0)]
    distance = np.abs(sums - 100 * np.round(sums / 100))
    return bool(((distance < ROUNDING) & (sums > ROUNDING)).mean() >= LEAST_ROWS_OF_SHARES)


def _are_fractions(column: np.ndarray) -> bool:
    numbers = column[np.isfinite(column)]
    return bool(len(numbers) and (numbers >= 0).all() and (numbers <= 1).all() and (numbers % 1 != 0).any())
