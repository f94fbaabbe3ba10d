"""Tells rows that hold the sum of the rows beneath them: an organisation with what its people gave, who each have a row, too."""

from collections.abc import Iterator, Mapping
from itertools import permutations

import numpy as np

from etl.cleaning import section_numbers
from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn
from etl.cleaning.total_rows import HALF_A_FEN
from etl.recognition.ledger_tables import LedgerTable
from etl.recognition.meanings import CHECKED

_HEAD, _PART = rf"^\s*{section_numbers.CHINESE_LEVELS}", rf"^\s*{section_numbers.IN_DIGITS}"
_LEAST_PARTS = 2  # rows: one of the same amount may be another gift


def refusals(
    table: LedgerTable, columns: Mapping[int, CodedColumn], is_record: np.ndarray
) -> Iterator[tuple[np.ndarray, str]]:
    """Yield the rows named in one column (单位) whose amount is that of the rows beneath, named in another (姓名), with a sentence."""
    if table.header.is_checked or not table.record.direction:
        return
    for is_head, is_part, named in (*_by_columns(table, columns, is_record), *_by_numbers(table, columns, is_record)):
        for quantity in table.quantity_columns:
            rows = _sums_of_parts(is_head, is_part, columns[quantity].numbers())
            if rows.any():
                yield (
                    rows,
                    f"这一行的“{table.header.text(quantity)}”正好是下面几行{named}的合计，两样都算就多了一倍，"
                    f"没有入库：下面几行照常入库。下面几行不算的，请删去它们；确实另是一笔的，加 --set {CHECKED}=是。",
                )


def _by_columns(
    table: LedgerTable, columns: Mapping[int, CodedColumn], is_record: np.ndarray
) -> Iterator[tuple[np.ndarray, np.ndarray, str]]:
    """Yield rows named in one column, those named in another, and what heads it, where each row is named in one of the two."""
    filled = {index: (column.codes != EMPTY_CODE) & is_record for index, column in columns.items()}
    words = [index for index in filled if index not in table.quantity_columns and filled[index].any()]
    for head, part in permutations(words, 2):
        if not (filled[head] & filled[part]).any() and (filled[head] | filled[part])[is_record].all():
            yield filled[head], filled[part], f"“{_header(table, part)}”"


def _by_numbers(
    table: LedgerTable, columns: Mapping[int, CodedColumn], is_record: np.ndarray
) -> Iterator[tuple[np.ndarray, np.ndarray, str]]:
    """Yield rows numbered 一、 and those numbered 1. beneath, by the column that numbers them."""
    for index in table.headed_columns:
        is_head, is_part = (columns[index].rows_where(number) & is_record for number in (_HEAD, _PART))
        if is_head.any() and is_part.any():
            yield is_head, is_part, "（1、2……）"


def _sums_of_parts(is_head: np.ndarray, is_part: np.ndarray, numbers: np.ndarray) -> np.ndarray:
    """Return a mask of the heads that equal the sum of the parts up to the next head, of which there are several."""
    mask = np.zeros(len(numbers), bool)
    heads = np.flatnonzero(is_head)
    for first, stop in zip(heads.tolist(), [*heads[1:].tolist(), len(numbers)], strict=True):
        parts = is_part[first:stop]
        is_sum = abs(numbers[first] - numbers[first:stop][parts].sum()) < HALF_A_FEN
        mask[first] = bool(parts.sum() >= _LEAST_PARTS and is_sum and numbers[first] > 0)
    return mask


def _header(table: LedgerTable, index: int) -> str:
    return next((match.header for match in table.header.matches if match.index == index), "没有表头的一列")
