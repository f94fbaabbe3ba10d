"""Tells rows that take an earlier one back from records: hours or points with a minus and the word 冲销, and the row they undo."""

from collections.abc import Iterable, Mapping

import numpy as np

from etl import kinds
from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn, rows_where_any
from etl.recognition.ledger_tables import LedgerTable

REVERSES = r"冲销|冲正|红冲|撤销|作废|退回|退还|扣回|收回"


def is_reversed(table: LedgerTable, columns: Mapping[int, CodedColumn], size: int) -> np.ndarray:
    """Tell which rows undo another one, and which ones are undone: of each pair nothing is left to count.

    Amounts of money carry their sign into every sum and need no pairing. A row is paired only where one row alone, or rows of one day,
    say the same of everything but the day.
    """
    mask = np.zeros(size, bool)
    for index in _quantities(table):
        numbers = columns[index].numbers()
        if not (numbers < 0).any():
            continue
        undoing = np.flatnonzero((numbers < 0) & rows_where_any(list(columns.values()), REVERSES, size))
        said = _columns_said(table, columns)
        for row in undoing.tolist():
            if (undone := _undone(row, numbers, said, _days(table, columns), mask)) is not None:
                mask[[row, undone]] = True
    return mask


def _quantities(table: LedgerTable) -> Iterable[int]:
    """Yield the grid columns of required quantities that are never negative, each the only one of its column."""
    for column in table.record.required:
        sources = table.sources.get(column.name, ())
        if column.kind.is_quantity and column.kind is not kinds.AMOUNT and len(sources) == 1 and table.spread is None:
            yield sources[0]


def _columns_said(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> list[CodedColumn]:
    """Return the columns that say who, what and where."""
    named = (c for c in table.record.columns if not c.kind.is_quantity and c.kind.sql_type != "date")
    return [columns[index] for column in named for index in table.sources.get(column.name, ())]


def _days(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> np.ndarray | None:
    sources = table.sources.get(table.record.placed_on, ())
    return columns[sources[0]].codes if sources else None


def _undone(
    row: int, numbers: np.ndarray, said: list[CodedColumn], days: np.ndarray | None, paired: np.ndarray
) -> int | None:
    """Return the row that this one undoes, the last one where several of one day are alike; None where that is open."""
    alike = (numbers == -numbers[row]) & ~paired
    for column in said:
        alike &= (column.codes == column.codes[row]) | (column.codes[row] == EMPTY_CODE)
    rows = np.flatnonzero(alike)
    is_open = not len(rows) or (len(rows) > 1 and (days is None or len(np.unique(days[rows])) > 1))
    return None if is_open else int(rows[-1])
