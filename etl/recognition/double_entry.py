"""Asks about books of double entry, where every amount stands in two rows: once under 借, once under 贷."""

from collections.abc import Iterator

import numpy as np

from etl.reading.grid import Sheet
from etl.recognition.cells_below import cells_below, row_numbers
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import UNFED, TableHeader

LEAST_ENTRIES = 3
MOST_SUMS = 2  # rows that have a number in both columns, as sums at the foot do


def double_entry(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield which column repeats the amounts that are read, in other rows, and how to take the rows of some accounts only."""
    amounts = [i for name in header.sources if header.record.column(name).kind.is_sum for i in header.sources[name]]
    others = [match for match in header.matches if match.how in UNFED]
    for index in amounts:
        numbers = row_numbers(cells_below(header, sheet, index))
        for match in others:
            if _are_the_same_in_other_rows(numbers, row_numbers(cells_below(header, sheet, match.index))):
                name = header.text(index)
                yield (
                    f"“{name}”里的每一个数，在“{match.header}”里也有，写在另一行，像会计的借贷两边：同一笔钱记了两行，"
                    f"只取一列，收进来的也会算成“{header.record.label}”，没有入库。请加 --only 科目的表头=科目 写明只取哪些行"
                    f"（几种都要的写几次）；确实不是的，加 --set {CHECKED}=是。"
                )
                return


def _are_the_same_in_other_rows(numbers: np.ndarray, others: np.ndarray) -> bool:
    is_sum = ~np.isnan(numbers) & ~np.isnan(others)
    if is_sum.sum() > MOST_SUMS:
        return False
    left, right = (np.sort(column[~np.isnan(column) & ~is_sum]) for column in (numbers, others))
    return len(left) >= LEAST_ENTRIES and np.array_equal(left, right)
