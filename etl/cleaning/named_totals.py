"""Tells rows of totals that are labelled by the header of what they add up: 总充值, 合计金额, 总人次：35."""

import re
from collections.abc import Collection, Iterable, Mapping

import numpy as np

from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn, rows_where_any
from etl.recognition.header_cell import name_and_unit
from etl.recognition.ledger_tables import LedgerTable

_WORD = r"^[\s　]*(合计|总计|共计|累计|小计|总)"
MOSTLY = 0.5  # of the filled cells of a column of numbers


def is_named_total(
    table: LedgerTable, columns: Mapping[int, CodedColumn], size: int, labels: Iterable[int], named: Collection[int]
) -> np.ndarray:
    """Tell which rows have in one of the grid columns `labels` the name of a total of one of the columns of numbers `named`."""
    leading = [columns[index] for index in labels]
    if not rows_where_any(leading, _WORD, size).any():
        return np.zeros(size, bool)
    matches = (match for match in table.header.matches if match.index in named)
    names = {name_and_unit(match.header.split("/")[-1])[0] for match in matches if _holds_numbers(columns[match.index])}
    label = rf"{_WORD}({'|'.join(map(re.escape, sorted(names)))})[\s　]*[:：]?[\s　]*([0-9.,]+[^\d\s]{{0,3}})?$"
    return rows_where_any(leading, label, size) if names else np.zeros(size, bool)


def _holds_numbers(column: CodedColumn) -> bool:
    filled = int((column.codes != EMPTY_CODE).sum())
    return bool(filled) and int((column.numbers() != 0).sum()) > MOSTLY * filled
