"""Tells which rows say nothing of their own because their cells are merged with those above."""

from collections.abc import Mapping

import numpy as np

from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn
from etl.reading.grid import Sheet
from etl.recognition.ledger_tables import LedgerTable


def adds_nothing(sheet: Sheet, table: LedgerTable, columns: Mapping[int, CodedColumn], size: int) -> np.ndarray:
    """Tell which rows have no cell of their own under a known header: all are merged with those above, as under one talk of several."""
    merged = {index: _under_merge(sheet, index, table.start, size) for index in table.headed_columns}
    if not any(mask.any() for mask in merged.values()):
        return np.zeros(size, bool)
    has_own = np.zeros(size, bool)
    for index, mask in merged.items():
        has_own |= (columns[index].codes != EMPTY_CODE) & ~mask
    return ~has_own & np.logical_or.reduce(list(merged.values()))


def _under_merge(sheet: Sheet, index: int, start: int, size: int) -> np.ndarray:
    """Return a mask of the rows whose cell is merged with one above it in the table."""
    mask = np.zeros(size, bool)
    for merge in sheet.merges:
        if merge.left <= index <= merge.right and merge.bottom > merge.top >= start:
            mask[merge.top + 1 - start : merge.bottom + 1 - start] = True
    return mask


def is_under_merged_quantity(sheet: Sheet, table: LedgerTable, size: int) -> np.ndarray:
    """Tell which rows lie under a required amount merged over them: they tell of the same payment, which counts in its first row."""
    required = [table.sources[c.name] for c in table.record.required if c.kind.is_quantity and c.name in table.sources]
    mask = np.zeros(size, bool)
    for merge in sheet.merges:
        if any(indices == (merge.left,) for indices in required) and merge.top >= table.start:
            mask[merge.top + 1 - table.start : merge.bottom + 1 - table.start] = True
    return mask
