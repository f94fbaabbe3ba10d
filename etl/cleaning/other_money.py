"""Tells rows of which an unread cell says that their amount is in other money than yuan."""

import re
from collections.abc import Iterator, Mapping

import numpy as np

from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn
from etl.recognition.ledger_tables import LedgerTable
from etl.recognition.money_words import OTHER_MONEY_CELL
from etl.recognition.names_as_units import UNIT_COLUMN

CURRENCY = re.compile("币种|币别|货币(种类|单位)?|currency( code)?|curr?|ccy", re.IGNORECASE)
YUAN = r"(?i)^\s*(人民币(元)?|元|rmb|cny|¥|￥)\s*$"


def refusals(
    table: LedgerTable, columns: Mapping[int, CodedColumn], is_record: np.ndarray
) -> Iterator[tuple[np.ndarray, str]]:
    """Yield the rows in other money by each column that tells it, with a sentence.

    In a column of money, by its header or by most of its rows, an empty cell is yuan only where another row says so: beside 800
    rows in dollars it is most likely in dollars. In another column (remarks) a cell speaks of its own row only.
    """
    if table.header.is_checked:
        return
    for index, header in _telling(table):
        column = columns[index]
        is_filled, is_yuan = (column.codes != EMPTY_CODE), column.rows_where(YUAN)
        if not (is_filled & is_record).any():
            continue
        sentence = f"“{header}”写的不是人民币，没有入库。请换算成元，再把“{header}”改成人民币。"
        is_other = column.rows_where(OTHER_MONEY_CELL)
        if CURRENCY.fullmatch(header) or _is_of_money(is_other, is_yuan, is_filled, is_record):
            yield ~is_yuan & (is_filled | ~(is_yuan & is_record).any()), sentence
        else:
            yield is_other, sentence


def _telling(table: LedgerTable) -> Iterator[tuple[int, str]]:
    """Yield the grid columns that may tell the money of a row, with their headers: those nobody reads, and the unit of goods."""
    yield from ((match.index, match.header) for match in table.header.matches if match.how == "unknown")
    yield from ((index, table.header.text(index)) for index in table.sources.get(UNIT_COLUMN, ()))


def _is_of_money(is_other: np.ndarray, is_yuan: np.ndarray, is_filled: np.ndarray, is_record: np.ndarray) -> bool:
    """Tell whether the filled cells of a column are names of money and nothing else, some of other money, in most of the rows."""
    is_filled = is_filled & is_record
    is_mostly_filled = 2 * is_filled.sum() > is_record.sum()
    return bool(is_mostly_filled and is_other[is_filled].any() and (is_other | is_yuan)[is_filled].all())
