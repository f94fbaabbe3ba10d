"""Tells rows of totals without a common label: bare sums, and those labelled by the header of what they add up (总充值, 合计金额)."""

import re
from collections.abc import Collection, Iterable, Mapping

import numpy as np

from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn, rows_where_any
from etl.recognition.header_cell import name_and_unit
from etl.recognition.ledger_tables import LedgerTable

_WORD = r"^[\s　]*(合计|总计|共计|累计|小计|总)"
MOSTLY = 0.5  # of the filled cells of a column of numbers
HALF_A_FEN = 0.005  # sums of floats carry noise
_NUMBER = r"^\s*-?[0-9][0-9,.\s]*$"


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


def is_bare_total(
    table: LedgerTable, columns: Mapping[int, CodedColumn], headed_count: np.ndarray, label: str
) -> np.ndarray:
    """Tell which rows are totals without a label, as SUM formulas leave them.

    They have numbers under quantities and nothing else, be it under a header that is not understood, except a `label`, and
    equal the sum above or follow an empty row.
    """
    only_numbers = (headed_count > 0) & (headed_count == count_numbers(table, columns, headed_count))
    is_total = np.zeros(len(headed_count), bool)
    if len(table.quantity_columns) == len(table.headed_columns) or not only_numbers.any():
        return is_total
    only_numbers &= ~_says_more(table, columns, label)
    follows_gap = np.concatenate(([False], headed_count[:-1] == 0))
    for index in table.quantity_columns:
        numbers = columns[index].numbers()
        sum_above = np.cumsum(np.where(only_numbers, 0.0, numbers))
        rows_above = np.cumsum(~only_numbers & (numbers != 0))
        equals_sum = (rows_above > 1) & (np.abs(numbers - sum_above) < HALF_A_FEN)
        is_total |= only_numbers & (follows_gap | equals_sum)
    return is_total


def count_numbers(table: LedgerTable, columns: Mapping[int, CodedColumn], headed_count: np.ndarray) -> np.ndarray:
    """Return how many quantities each row has, but 0 for rows with more cells than there are quantities.

    Whether a row has only numbers is asked of few rows; this spares the look at all others.
    """
    few = np.flatnonzero((headed_count > 0) & (headed_count <= len(table.quantity_columns)))
    counts = np.zeros(len(headed_count), np.int16)
    for index in table.quantity_columns if len(few) else ():
        counts[few] += columns[index].numbers()[few] != 0
    return counts


def _says_more(table: LedgerTable, columns: Mapping[int, CodedColumn], label: str) -> np.ndarray:
    """Tell which rows hold words under a header that is not understood: they are records, whatever they lack."""
    says_more = np.zeros(table.stop - table.start, bool)
    for index in table.unread_columns:
        column = columns[index]
        says_more |= (column.codes != EMPTY_CODE) & ~column.rows_where(f"{_NUMBER}|{label}")
    return says_more
